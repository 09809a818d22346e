#include "reports/formats/json_wires.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reports/encoding.h"
#include "reports/formats/feed_entry.h"
#include "reports/formats/json_reports.h"
#include "reports/formats/markup.h"
#include "reports/pages/main_text.h"
#include "reports/pages/names.h"
#include "reports/text_stream.h"
#include "reports/web_address.h"

// not English in this file: names of fields.

namespace factbox::reports::formats {
namespace {

using nlohmann::json;

/// Hears the names of the first object's fields, and its words of "version"; stops at its end.
class FieldNames final : public nlohmann::json_sax<json> {
 public:
  std::vector<std::string> names;
  std::string version;

  bool null() override { return true; }
  bool boolean(bool /*yes*/) override { return true; }
  bool number_integer(number_integer_t /*value*/) override { return true; }
  bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
  bool number_float(number_float_t /*value*/, const string_t& /*words*/) override { return true; }
  bool string(string_t& words) override {
    if (depth_ == 1 && !names.empty() && names.back() == "version") {
      version = words;
    }
    return true;
  }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override {
    ++depth_;
    return true;
  }
  bool key(string_t& name) override {
    if (depth_ == 1) {
      names.push_back(name);
    }
    return true;
  }
  bool end_object() override { return --depth_ > 0; }
  bool start_array(std::size_t /*size*/) override {
    depth_ += depth_ > 0 ? 1 : 0;  // a list of items isn't one
    return true;
  }
  bool end_array() override { return --depth_ > 0; }
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const json::exception& /*error*/) override {
    return false;
  }

  [[nodiscard]] bool has(std::string_view name) const {
    return std::ranges::find(names, name) != names.end();
  }

 private:
  int depth_ = 0;
};

FieldNames fields_at(std::string_view beginning) {
  FieldNames fields;
  std::string decoded;
  if (const auto wide = wide_charset_of(beginning); !wide.empty()) {
    decoded = decode_as(beginning.substr(0, beginning.size() & ~std::size_t{3}), wide);
    beginning = decoded;
  }
  const std::string_view words = without_bom_and_space(beginning);
  if (words.starts_with('{') || words.starts_with('[')) {
    json::sax_parse(words, &fields, json::input_format_t::json, false);
  }
  return fields;
}

std::string text_in(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

/// Takes JSON apart into its objects, in arrays or one after another, in memory for one of them.
class Objects {
 public:
  Objects(sources::Delivery& delivery, std::size_t most) : text_(delivery, ""), most_(most) {}

  /// The next object's bytes; none at the end or where one is too long.
  std::optional<std::string> next() {
    while (more(at_)) {
      if (buffer_[at_] == '{') {
        return object();
      }
      lines_within_ += buffer_[at_] == '\n' ? 1 : 0;
      ++at_;
    }
    return std::nullopt;
  }

  /// Where the last object began.
  [[nodiscard]] std::uint64_t line() const { return line_; }
  [[nodiscard]] bool too_long() const { return too_long_; }

 private:
  bool more(std::size_t at) {
    while (at >= buffer_.size()) {
      if (!open_) {
        return false;
      }
      open_ = text_.append_to(buffer_);
    }
    return true;
  }

  std::optional<std::string> object() {
    buffer_.erase(0, at_);
    at_ = 0;
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; more(at); ++at) {
      const char c = buffer_[at];
      if (quoted) {
        at += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
      if (depth == 0) {
        at_ = at + 1;
        line_ += lines_within_;
        lines_within_ = static_cast<std::uint64_t>(
            std::count(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(at_), '\n'));
        return buffer_.substr(0, at_);
      }
      if (at > most_) {
        too_long_ = true;
        return std::nullopt;
      }
    }
    at_ = buffer_.size();
    return buffer_;
  }

  TextStream text_;
  std::size_t most_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool open_ = true;
  std::uint64_t line_ = 1;
  std::uint64_t lines_within_ = 0;  ///< since then
  bool too_long_ = false;
};

/// The words that an item of ninjs 2 and later gives in a list, of the best role and kind.
std::string listed_words(const json& item, const char* name, bool& is_markup) {
  const auto list = item.find(name);
  std::string words;
  int best = 0;
  if (list == item.end() || !list->is_array()) {
    return words;
  }
  for (const json& one : *list) {
    std::string value = one.is_object() ? text_in(one, "value") : "";
    const std::string type = one.is_object() ? text_in(one, "contenttype") : "";
    const std::string role = one.is_object() ? text_in(one, "role") : "";
    const bool markup =
        type.find("html") != std::string::npos || type.find("xml") != std::string::npos;
    const int rank =
        value.empty() ? 0 : (role.empty() || role == "main" ? 4 : 1) + (markup ? 1 : 0);
    if (rank > best) {
      best = rank;
      is_markup = markup;
      words = std::move(value);
    }
  }
  return words;
}

/// A body's paragraphs: markup before plain words.
std::vector<std::string> body_of(const json& item, const pages::PageRules& rules) {
  bool is_markup = false;
  std::string words = listed_words(item, "bodies", is_markup);
  std::string plain;
  for (const auto& [name, value] : item.items()) {
    if (!value.is_string() || !name.starts_with("body_")) {
      continue;
    }
    if (name.find("html") != std::string::npos) {
      words = value.get<std::string>();
      is_markup = true;
    } else {
      plain = value.get<std::string>();
    }
  }
  if (is_markup) {
    return paragraphs_of_markup(words, rules);
  }
  if (words.empty()) {
    words = std::move(plain);
  }
  std::vector<std::string> paragraphs;
  for (std::string_view rest = words; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (auto line = tidy_words(rest.substr(0, end)); !line.empty()) {
      paragraphs.push_back(std::move(line));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return paragraphs;
}

std::string first_named(const json& item, const char* list) {
  const auto found = item.find(list);
  if (found == item.end() || !found->is_array() || found->empty() || !found->front().is_object()) {
    return "";
  }
  return text_in(found->front(), "name");
}

Report report_of_item(const json& item, const ReadingTables& tables) {
  bool is_markup = false;
  Report report;
  report.title = text_in(item, "headline");
  if (report.title.empty()) {
    report.title = listed_words(item, "headlines", is_markup);
  }
  report.title = words_of_markup(report.title);
  report.text = pages::joined(body_of(item, tables.page_rules));
  const std::string uri = text_in(item, "uri");
  report.id = uri;
  report.url = is_web_address(uri) ? uri : "";
  report.lang = text_in(item, "language");
  report.modified = text_in(item, "versioncreated");
  for (const char* name : {"published", "firstcreated", "contentcreated", "versioncreated"}) {
    if (report.published.empty()) {
      report.published = text_in(item, name);
    }
  }
  const std::string byline = text_in(item, "byline");
  report.authors = pages::split_names(byline, tables.page_rules);
  report.dateline = tidy_words(text_in(item, "located"));
  for (const char* list : {"infosource", "infosources"}) {
    if (report.outlet.empty()) {
      report.outlet = tidy_words(first_named(item, list));
    }
  }
  report.section = tidy_words(first_named(item, "subject"));
  return report;
}

/// Why an item isn't used; empty if it may be.
std::string refusal_of(const json& item) {
  const std::string status = text_in(item, "pubstatus");
  if (status == "canceled" || status == "cancelled" || status == "withheld") {
    return fmt::format("the item's status is {}, and so it is left out", status);
  }
  return "";
}

}  // namespace

bool begins_as_ninjs(std::string_view beginning, std::string_view /*path*/) {
  const FieldNames fields = fields_at(beginning);
  if (fields.has("text") || !fields.has("uri")) {
    return false;
  }
  return std::ranges::any_of(fields.names, [](const std::string& name) {
    return name.starts_with("body_") || name == "bodies" || name == "headlines" ||
           name == "versioncreated" || name == "pubstatus" || name == "firstcreated";
  });
}

void read_ninjs(sources::Delivery& delivery, Intake& intake) {
  Objects objects{delivery, intake.options().max_report_bytes};
  while (const auto bytes = objects.next()) {
    const json item = json::parse(*bytes, nullptr, false);
    const auto tell = [&](std::string why) {
      intake.trouble(objects.line(), 0, {ErrorKind::malformed, std::move(why)});
    };
    if (!item.is_object()) {
      if (!delivery.trouble()) {
        tell("the item here is no JSON; send it again");
      }
      continue;
    }
    if (auto why = refusal_of(item); !why.empty()) {
      tell(std::move(why));
      continue;
    }
    const std::string type = text_in(item, "type");
    Report report = report_of_item(item, intake.tables());
    if (!type.empty() && type != "text" && type != "composite" && report.text.empty()) {
      continue;
    }
    if (report.text.empty() && report.title.empty()) {
      tell("the item has neither a headline nor a body; there is nothing to read");
      continue;
    }
    intake.take(std::move(report));
  }
  if (objects.too_long()) {
    intake.trouble(objects.line(), 0,
                   {ErrorKind::too_large,
                    fmt::format("the item has more than {} bytes, which is all that is allowed; "
                                "nothing after it is used",
                                intake.options().max_report_bytes)});
  }
}

bool begins_as_json_feed(std::string_view beginning, std::string_view /*path*/) {
  return fields_at(beginning).version.find("jsonfeed.org/version/") != std::string::npos;
}

void read_json_feed(sources::Delivery& delivery, Intake& intake) {
  const std::size_t limit = intake.options().max_page_bytes;
  const auto bytes = delivery.take_all(limit);
  const json feed = bytes ? json::parse(decode(*bytes, "").text, nullptr, false) : json{};
  const auto items = feed.is_object() ? feed.find("items") : feed.end();
  if (!feed.is_object() || items == feed.end() || !items->is_array()) {
    intake.trouble(1, 0,
                   {bytes ? ErrorKind::malformed : ErrorKind::too_large,
                    bytes ? "the feed breaks off or has no \"items\"; fetch it again"
                          : fmt::format("the feed has more than {} bytes, which is all that is "
                                        "allowed",
                                        limit)});
    return;
  }
  const auto field = [](FeedFields& into, const char* name, std::string value, bool plain) {
    into.fields.push_back({name,
                           std::move(value),
                           plain ? FeedWords::plain : FeedWords::maybe_markup,
                           {},
                           {},
                           {},
                           false});
  };
  FeedFields head;
  head.lang = text_in(feed, "language");
  field(head, "title", text_in(feed, "title"), true);
  for (const json& item : *items) {
    if (!item.is_object()) {
      continue;
    }
    FeedFields entry;
    entry.lang = text_in(item, "language");
    field(entry, "title", text_in(item, "title"), true);
    field(entry, "link", text_in(item, "url"), true);
    field(entry, "content", text_in(item, "content_html"), false);
    field(entry, "body", text_in(item, "content_text"), false);
    field(entry, "summary", text_in(item, "summary"), false);
    field(entry, "published", text_in(item, "date_published"), true);
    field(entry, "updated", text_in(item, "date_modified"), true);
    for (const json* holder : {&item, &feed}) {
      const std::string name = first_named(*holder, "authors");
      const auto author = holder->find("author");
      field(entry, "author",
            !name.empty() || author == holder->end() || !author->is_object()
                ? name
                : text_in(*author, "name"),
            true);
    }
    auto report = report_of_entry(entry, head, intake.tables());
    if (report) {
      intake.take(*std::move(report));
    }
  }
}

}  // namespace factbox::reports::formats
