#include "reports/formats/json_reports.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

// not English in this file: names of a report's fields.

namespace factbox::reports::formats {
namespace {

constexpr std::size_t kChunk = 64U << 10U;

/// How strictly a field is taken.
enum class Kind : std::uint8_t {
  contract,  ///< a string or null, or the report isn't used
  extra,     ///< a string, or it is ignored: we write it, others may mean something else by it
  list,      ///< strings, or ignored
  flag       ///< true or false, or ignored
};

struct FieldRow {
  std::string_view name;
  Kind kind;
  std::string Report::*words;
  std::vector<std::string> Report::*list;
  bool Report::*flag = nullptr;
};

constexpr std::array kFields{
    FieldRow{"id", Kind::contract, &Report::id, nullptr},
    FieldRow{"url", Kind::contract, &Report::url, nullptr},
    FieldRow{"outlet", Kind::contract, &Report::outlet, nullptr},
    FieldRow{"title", Kind::contract, &Report::title, nullptr},
    FieldRow{"published", Kind::contract, &Report::published, nullptr},
    FieldRow{"lang", Kind::contract, &Report::lang, nullptr},
    FieldRow{"text", Kind::contract, &Report::text, nullptr},
    FieldRow{"section", Kind::extra, &Report::section, nullptr},
    FieldRow{"canonical_url", Kind::extra, &Report::canonical_url, nullptr},
    FieldRow{"modified", Kind::extra, &Report::modified, nullptr},
    FieldRow{"dateline", Kind::extra, &Report::dateline, nullptr},
    FieldRow{"agency", Kind::extra, &Report::agency, nullptr},
    FieldRow{"anchor", Kind::extra, &Report::anchor, nullptr},
    FieldRow{"fetched", Kind::extra, &Report::fetched, nullptr},
    FieldRow{"sha256", Kind::extra, &Report::sha256, nullptr},
    FieldRow{"published_estimated", Kind::flag, nullptr, nullptr, &Report::published_estimated},
    FieldRow{"published_from", Kind::extra, &Report::published_from, nullptr},
    FieldRow{"authors", Kind::list, nullptr, &Report::authors},
    FieldRow{"doubts", Kind::list, nullptr, &Report::doubts},
};

constexpr std::string_view kList = "a list";

const FieldRow* find_field(std::string_view name) {
  for (const FieldRow& row : kFields) {
    if (row.name == name) {
      return &row;
    }
  }
  return nullptr;
}

/// Lets the JSON library read from a JsonText. A default one is the end.
class TextIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  TextIterator() = default;
  explicit TextIterator(JsonText& text) : text_(&text) {}

  char operator*() const { return text_->current(); }
  TextIterator& operator++() {
    text_->advance();
    return *this;
  }
  TextIterator operator++(int) {
    TextIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const TextIterator& a, const TextIterator& b) {
    return a.at_end() == b.at_end();
  }

 private:
  [[nodiscard]] bool at_end() const { return text_ == nullptr || !text_->more(); }

  JsonText* text_ = nullptr;
};

/// Listens to the JSON library and makes reports of what it hears.
class Listener final : public nlohmann::json_sax<nlohmann::json> {
 public:
  Listener(JsonText& text, Intake& intake, bool in_document)
      : text_(text), intake_(intake), in_document_(in_document) {}

  bool null() override { return value(nullptr, nullptr); }
  bool boolean(bool yes) override {
    if (field_ != nullptr && field_->kind == Kind::flag && depth_ == report_depth_ + 1) {
      report_.*field_->flag = yes;
      return true;
    }
    return value("true or false", nullptr);
  }
  bool number_integer(number_integer_t /*value*/) override { return value("a number", nullptr); }
  bool number_unsigned(number_unsigned_t /*value*/) override { return value("a number", nullptr); }
  bool number_float(number_float_t /*value*/, const string_t& /*words*/) override {
    return value("a number", nullptr);
  }
  bool string(string_t& words) override { return value("a string", &words); }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*size*/) override {
    if (depth_ == report_depth_) {
      heard_ = true;
      report_ = Report{};
      field_ = nullptr;
      wrong_.reset();
      line_ = text_.line();
      byte_ = text_.byte() - 1;
      text_.start_of_report();
    } else {
      open("an object");
    }
    ++depth_;
    return true;
  }
  bool key(string_t& name) override {
    if (depth_ == report_depth_ + 1) {
      field_ = find_field(name);
      key_byte_ = text_.byte() - name.size() - 2;
      key_line_ = text_.line();
    }
    return true;
  }
  bool end_object() override {
    --depth_;
    if (depth_ == report_depth_ && in_document_) {
      hand_in();
    }
    return true;
  }
  bool start_array(std::size_t /*size*/) override {
    if (depth_ == 0 && in_document_) {
      report_depth_ = 1;
    } else {
      open(kList);
    }
    ++depth_;
    return true;
  }
  bool end_array() override {
    --depth_;
    if (depth_ == 0) {
      report_depth_ = 0;
    }
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::json::exception& error) override {
    // The library counts the end as one more character.
    broken(error.what(), position > text_.byte() - parse_start_);
    return false;
  }

  /// A parse begins at the current character.
  void start_parse() { parse_start_ = text_.byte(); }

  /// Says that the text is broken at the character read last, or by its end; `why` in the
  /// library's words.
  void broken(std::string_view why, bool at_end) {
    if (text_.broken_off()) {
      return;  // told once, by the delivery
    }
    intake_.trouble(text_.line(), at_end ? text_.byte() : text_.byte() - 1, explained(why, at_end));
  }

  /// Hands in the report heard last, or the trouble with it. On a line of its own it counts only
  /// once nothing has followed it there.
  void hand_in() {
    if (wrong_) {
      intake_.trouble(wrong_->line, wrong_->byte, std::move(wrong_->error));
    } else if (report_.title.empty() && report_.text.empty()) {
      intake_.trouble(line_, byte_,
                      {ErrorKind::malformed,
                       "the report has neither \"text\" nor \"title\"; one of them is needed"});
    } else {
      intake_.take(std::move(report_));
    }
    report_ = Report{};
    field_ = nullptr;
    heard_ = false;
  }

  /// An object was heard and not handed in yet.
  [[nodiscard]] bool heard() const { return heard_; }

 private:
  [[nodiscard]] Error explained(std::string_view why, bool at_end) const {
    const auto says = [why](std::string_view words) {
      return why.find(words) != std::string_view::npos;
    };
    if (text_.too_long()) {
      return {ErrorKind::too_large,
              fmt::format("the report that begins at byte {} has more than {} bytes, which is all "
                          "that is allowed; nothing after it is used",
                          byte_, intake_.options().max_report_bytes)};
    }
    if (!at_end && text_.last() == '\0') {
      return {ErrorKind::malformed,
              "a NUL byte stands here; JSON has none, save the file as UTF-8"};
    }
    if (says("ill-formed UTF-8")) {
      return {ErrorKind::malformed, "the bytes here are no UTF-8; save the file as UTF-8"};
    }
    if (says("surrogate")) {
      return {ErrorKind::malformed,
              "half a character stands here (a \\u surrogate without the other half); write both "
              "halves or neither"};
    }
    if (at_end) {
      return {ErrorKind::malformed,
              "the JSON breaks off here; a report is an object on one line, as {\"title\": \"…\", "
              "\"text\": \"…\"}"};
    }
    const std::size_t dash = why.find(" - ");
    if (dash != std::string_view::npos) {
      why.remove_prefix(dash + 3);
    }
    return {ErrorKind::malformed,
            fmt::format("no JSON: {}; a report is an object, as {{\"title\": \"…\", \"text\": "
                        "\"…\"}}",
                        why.substr(0, why.find("; last read")))};
  }

  /// An object or a list begins where it is no report.
  void open(std::string_view what) {
    if (depth_ == report_depth_) {
      no_report(what);
    } else if (depth_ == report_depth_ + 1 && field_ != nullptr) {
      if (field_->kind == Kind::contract) {
        wrong_type(what);
      } else if (field_->kind == Kind::list) {
        (report_.*field_->list).clear();
        field_ = what == kList ? field_ : nullptr;
      }
    }
  }

  /// A value that is no object and no list; `what` it is (null: null), and its words if a string.
  bool value(const char* what, std::string* words) {
    if (depth_ == report_depth_) {
      no_report(what == nullptr ? "null" : what);
      return true;
    }
    if (field_ == nullptr || field_->kind == Kind::flag) {
      return true;
    }
    if (field_->kind == Kind::list) {
      if (words != nullptr && depth_ <= report_depth_ + 2) {
        (report_.*field_->list).push_back(std::move(*words));
      }
    } else if (depth_ == report_depth_ + 1) {
      if (words != nullptr) {
        report_.*field_->words = std::move(*words);
      } else if (what == nullptr) {
        (report_.*field_->words).clear();
      } else if (field_->kind == Kind::contract) {
        wrong_type(what);
      }
    }
    return true;
  }

  void no_report(std::string_view what) {
    intake_.trouble(text_.line(), text_.byte() - 1,
                    {ErrorKind::malformed,
                     fmt::format("{} stands where a report should; a report is an object, as "
                                 "{{\"title\": \"…\", \"text\": \"…\"}}",
                                 what)});
  }

  void wrong_type(std::string_view what) {
    if (!wrong_) {
      wrong_ = sources::Trouble{
          {},
          key_line_,
          key_byte_,
          {ErrorKind::malformed,
           fmt::format("\"{}\" is {} and should be a string; the report is left out", field_->name,
                       what)}};
    }
  }

  JsonText& text_;
  Intake& intake_;
  bool in_document_;
  std::size_t depth_ = 0;
  std::size_t report_depth_ = 0;  ///< how many lists and objects are open around a report
  Report report_;
  bool heard_ = false;
  const FieldRow* field_ = nullptr;
  std::uint64_t parse_start_ = 0;
  std::uint64_t line_ = 0, byte_ = 0;          ///< of the report's first brace
  std::uint64_t key_line_ = 0, key_byte_ = 0;  ///< of the field's name
  std::optional<sources::Trouble> wrong_;
};

bool parse(JsonText& text, Listener& listener, bool to_the_end) {
  listener.start_parse();
  return nlohmann::json::sax_parse(TextIterator{text}, TextIterator{}, &listener,
                                   nlohmann::json::input_format_t::json, to_the_end);
}

}  // namespace

std::string_view without_bom_and_space(std::string_view words) {
  if (words.starts_with("\xef\xbb\xbf")) {
    words.remove_prefix(3);
  }
  const std::size_t begin = words.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view{} : words.substr(begin);
}

JsonText::JsonText(sources::Delivery& delivery, std::size_t max_report_bytes)
    : byte_(delivery.offset()),
      delivery_(&delivery),
      chunk_(kChunk),
      max_report_bytes_(max_report_bytes) {}

bool JsonText::refill() {
  if (delivery_ == nullptr || too_long_) {
    return false;
  }
  if (byte_ - report_start_ > max_report_bytes_) {
    too_long_ = true;
    return false;
  }
  const std::size_t count = delivery_->take(chunk_);
  at_ = chunk_.data();
  end_ = at_ + count;
  return count > 0;
}

void read_json_report(JsonText& text, Intake& intake) {
  Listener listener{text, intake, false};
  if (!parse(text, listener, true)) {
    return;
  }
  if (text.last() == '\0') {
    listener.broken("", false);  // the library takes a NUL for the end
  } else if (listener.heard()) {
    listener.hand_in();
  }
}

void read_json_reports(JsonText& text, Intake& intake) {
  Listener listener{text, intake, true};
  for (;;) {
    while (text.more() && (text.current() == ' ' || text.current() == '\t' ||
                           text.current() == '\n' || text.current() == '\r')) {
      text.advance();
    }
    if (!text.more()) {
      return;
    }
    text.start_of_report();
    if (!parse(text, listener, false)) {
      return;
    }
  }
}

}  // namespace factbox::reports::formats
