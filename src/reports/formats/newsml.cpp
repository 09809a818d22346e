#include "reports/formats/newsml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "reports/encoding.h"
#include "reports/formats/feed_names.h"
#include "reports/formats/markup.h"
#include "reports/formats/xml.h"
#include "reports/pages/main_text.h"
#include "reports/pages/names.h"
#include "reports/text_stream.h"

// not English in this file: names of elements.

namespace factbox::reports::formats {
namespace {

constexpr std::size_t kDeepest = 256;

/// A news item as far as it has been read.
struct Item {
  Report report;
  std::string byline;
  std::string provider;
  std::string body;        ///< markup
  bool is_markup = false;  ///< of the body
  std::string status;      ///< "canceled"
  std::string nitf_title;
};

void keep_first(std::string& field, std::string words) {
  if (field.empty()) {
    field = std::move(words);
  }
}

struct WordsRow {
  std::string_view path;  ///< the last two elements
  void (*take)(Item& item, std::string words);
};

/// What the words of elements are. The first of several stays.
constexpr std::array kWords{
    WordsRow{
        "contentmeta/headline",
        [](Item& item, std::string words) { keep_first(item.report.title, std::move(words)); }},
    WordsRow{"contentmeta/by",
             [](Item& item, std::string words) { item.byline = std::move(words); }},
    WordsRow{"contentmeta/contentcreated",
             [](Item& item, std::string words) { item.report.published = std::move(words); }},
    WordsRow{
        "itemmeta/firstcreated",
        [](Item& item, std::string words) { keep_first(item.report.published, std::move(words)); }},
    WordsRow{"itemmeta/versioncreated",
             [](Item& item, std::string words) { item.report.modified = std::move(words); }},
    WordsRow{"located/name",
             [](Item& item, std::string words) { item.report.dateline = std::move(words); }},
    WordsRow{"infosource/name",
             [](Item& item, std::string words) { item.report.outlet = std::move(words); }},
    WordsRow{"provider/name",
             [](Item& item, std::string words) { item.provider = std::move(words); }},
    WordsRow{
        "subject/name",
        [](Item& item, std::string words) { keep_first(item.report.section, std::move(words)); }},
    WordsRow{"hedline/hl1",
             [](Item& item, std::string words) { item.nitf_title = std::move(words); }},
    WordsRow{"body.head/byline",
             [](Item& item, std::string words) { keep_first(item.byline, std::move(words)); }},
};

/// Reads elements into items.
class NewsReader {
 public:
  NewsReader(XmlReader& xml, Intake& intake) : xml_(xml), intake_(intake) {}

  void read() {
    XmlToken token;
    while (xml_.next(token)) {
      if (token.kind == XmlToken::Kind::begin) {
        begin(token);
      } else if (token.kind == XmlToken::Kind::end) {
        end(token);
      } else if (item_) {
        add(item_->is_markup && body_depth_ > 0 ? as_markup(token.text) : token.text);
      }
    }
    end_item();
  }

  [[nodiscard]] std::size_t items() const { return items_; }

 private:
  /// Words whose references are letters by now, as markup has them.
  static std::string as_markup(std::string_view words) {
    std::string made;
    for (const char c : words) {
      made += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    }
    return made;
  }

  static bool holds_text(std::string_view name) {
    return name == "body.content" || name == "body" || name == "inlinedata";
  }

  void begin(const XmlToken& token) {
    const std::string name = ascii::in_small_letters(local_name(token.name));
    if (name == "newsitem" || (name == "nitf" && !item_)) {
      end_item();
      item_.emplace();
      item_->report.id = token.attribute("guid");
      item_->report.lang = token.attribute("xml:lang");
      line_ = token.line;
    }
    if (!item_) {
      return;
    }
    note_attributes(token, name);
    if (body_depth_ > 0) {
      add(fmt::format("<{}>", name));
    }
    if (token.empty || path_.size() >= kDeepest) {
      return;
    }
    path_.push_back(name);
    words_.clear();
    const bool in_content =
        std::ranges::find(path_, "contentset") != path_.end() || path_.front() == "nitf";
    // NITF's body has a head of its own before its content.
    const bool is_nitf = std::ranges::find(path_, "nitf") != path_.end();
    if (body_depth_ == 0 && in_content && holds_text(name) && !(is_nitf && name == "body")) {
      body_depth_ = path_.size();
      item_->is_markup = name != "inlinedata";
    }
  }

  void note_attributes(const XmlToken& token, const std::string& name) {
    const auto last = [](std::string_view code) {
      return std::string{code.substr(code.rfind(':') + 1)};
    };
    if (name == "pubstatus") {
      item_->status = last(token.attribute("qcode"));
    } else if (name == "language" && item_->report.lang.empty()) {
      item_->report.lang = token.attribute("tag");
    } else if (name == "provider" || name == "infosource") {
      const std::string literal{token.attribute("literal")};
      (name == "provider" ? item_->provider : item_->report.outlet) = literal;
    } else if (name == "doc-id" && item_->report.id.empty()) {
      item_->report.id = token.attribute("id-string");
    } else if (name == "date.issue" && item_->report.published.empty()) {
      item_->report.published = token.attribute("norm");
    }
  }

  void end(const XmlToken& token) {
    const std::string name = ascii::in_small_letters(local_name(token.name));
    const auto open = std::find(path_.rbegin(), path_.rend(), name);
    if (!item_ || open == path_.rend()) {
      return;
    }
    const auto at = static_cast<std::size_t>(path_.rend() - open);  // of it, counted from 1
    if (body_depth_ >= at) {
      body_depth_ = 0;
    } else if (body_depth_ > 0) {
      add(fmt::format("</{}>", name));
    } else if (at >= 2) {
      take_words(path_[at - 2] + '/' + name);
    }
    path_.resize(at - 1);
    words_.clear();
    if (name == "newsitem" || path_.empty()) {
      end_item();
    }
  }

  void take_words(const std::string& path) {
    std::string words = tidy_words(words_);
    const auto* row = std::ranges::find(kWords, path, &WordsRow::path);
    if (row != kWords.end() && !words.empty()) {
      row->take(*item_, std::move(words));
    }
  }

  void add(const std::string& words) {
    std::string& into = body_depth_ > 0 ? item_->body : words_;
    constexpr std::size_t kLongest = 4U << 20U;  // the tree of a body is some fifty times as large
    if (into.size() + words.size() <= kLongest) {
      into += words;
    }
  }

  std::vector<std::string> paragraphs() const {
    if (item_->is_markup) {
      return paragraphs_of_markup(item_->body, intake_.tables().page_rules);
    }
    std::string parted;
    for (const char c : item_->body) {
      parted += c == '\n' ? "\n\n" : std::string(1, c);
    }
    return paragraphs_of_markup(parted, intake_.tables().page_rules);
  }

  void end_item() {
    if (!item_) {
      return;
    }
    ++items_;
    Report report = std::move(item_->report);
    report.title = report.title.empty() ? item_->nitf_title : report.title;
    report.text = pages::joined(paragraphs());
    report.authors = pages::split_names(item_->byline, intake_.tables().page_rules);
    report.outlet = report.outlet.empty() ? item_->provider : report.outlet;
    report.published = report.published.empty() ? report.modified : report.published;
    if (item_->status == "canceled" || item_->status == "withheld") {
      intake_.trouble(
          line_, 0,
          {ErrorKind::unsupported,
           fmt::format("the item's status is {}, and so it is left out", item_->status)});
    } else if (!report.text.empty() || !report.title.empty()) {
      intake_.take(std::move(report));
    }
    item_.reset();
    path_.clear();
    words_.clear();
    body_depth_ = 0;
  }

  XmlReader& xml_;
  Intake& intake_;
  std::optional<Item> item_;
  std::vector<std::string> path_;  ///< open elements of the item, in small letters
  std::string words_;              ///< of the element that is open
  std::size_t body_depth_ = 0;  ///< how deep the element lies whose text is the report's; 0: none
  std::uint64_t line_ = 1;
  std::size_t items_ = 0;
};

}  // namespace

bool begins_as_newsml(std::string_view beginning, std::string_view /*path*/) {
  const std::string root = root_of(beginning);
  return root == "newsmessage" || root == "newsitem" || root == "nitf";
}

void read_newsml(sources::Delivery& delivery, Intake& intake) {
  constexpr std::size_t kHead = 1024;
  TextStream text{delivery, declared_charset(delivery.look_ahead(kHead))};
  XmlReader xml{[&](std::string& more) { return text.append_to(more); }};
  NewsReader reader{xml, intake};
  reader.read();
  if (reader.items() == 0) {
    intake.trouble(1, 0, {ErrorKind::malformed, "the message holds no news item; send it again"});
  }
}

}  // namespace factbox::reports::formats
