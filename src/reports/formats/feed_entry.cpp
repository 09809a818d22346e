#include "reports/formats/feed_entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/letters.h"
#include "reports/double_encoding.h"
#include "reports/encoding.h"
#include "reports/formats/markup.h"
#include "reports/pages/main_text.h"
#include "reports/pages/names.h"
#include "reports/web_address.h"

// not English in this file: names of elements.

namespace factbox::reports::formats {
namespace {

template <std::size_t Count>
const FeedField* first_of(const FeedFields& fields,
                          const std::array<std::string_view, Count>& names) {
  for (const std::string_view name : names) {
    if (const FeedField* field = fields.find(name)) {
      return field;
    }
  }
  return nullptr;
}

std::string words_of(const FeedField* field) {
  if (field == nullptr) {
    return "";
  }
  return field->words == FeedWords::plain ? tidy_words(field->value)
                                          : words_of_markup(field->value);
}

/// A link's words without what can't stand in an address.
std::string address_in(std::string_view words) {
  const std::size_t begin = words.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) {
    return "";
  }
  std::string address;
  for (const char c : words.substr(begin, words.find_last_not_of(" \t\r\n") - begin + 1)) {
    if (c != '\n' && c != '\r' && c != '\t') {
      address += c;
    }
  }
  return tidy_words(address);
}

/// Where the entry leads: its alternate, else whatever link it has, else a guid that is an address.
std::string address_of(const FeedFields& entry) {
  std::string best;
  int best_rank = 0;
  for (const FeedField& field : entry.fields) {
    int rank = 0;
    std::string address;
    if (field.name == "link" && !field.link.empty()) {
      const bool alternate = field.relation.empty() || field.relation == "alternate";
      const bool page = field.type.empty() || field.type.find("html") != std::string::npos;
      rank = alternate ? (page ? 5 : 4) : 0;
      address = field.link;
    } else if (field.name == "link" || field.name == "loc") {
      rank = 4;
      address = resolved_address(entry.base, address_in(field.value));
    } else if (field.name == "guid" && !field.no_address) {
      address = address_in(field.value);
      rank = is_web_address(address) ? 2 : 0;
    }
    if (rank > best_rank && !address.empty()) {
      best = std::move(address);
      best_rank = rank;
    }
  }
  return best;
}

std::string time_in(const FeedField* field, const DateWords& dates) {
  const std::string words = words_of(field);
  if (words.empty() || read_time(words)) {
    return words;
  }
  const auto found = dates.find(words);
  return found ? found->iso : words;
}

/// Who wrote it: "editor@bell.example (Ann Lee)" is Ann Lee.
std::vector<std::string> authors_of(const FeedFields& entry, const ReadingTables& tables) {
  std::vector<std::string> authors;
  for (const std::string_view name : {"dc:creator", "author/name", "author", "itunes:author"}) {
    for (const FeedField& field : entry.fields) {
      if (field.name != name) {
        continue;
      }
      std::string words = words_of(&field);
      const std::size_t open = words.find('(');
      if (words.find('@') < open && open != std::string::npos && words.ends_with(')')) {
        words = words.substr(open + 1, words.size() - open - 2);
      }
      for (std::string& one : pages::split_names(words, tables.page_rules)) {
        if (std::ranges::find(authors, one) == authors.end()) {
          authors.push_back(std::move(one));
        }
      }
    }
    if (!authors.empty()) {
      break;
    }
  }
  return authors;
}

/// Letters and digits alone, small: to see whether a name is in a host.
std::string letters_of(std::string_view words) {
  std::string letters;
  for (const char c : in_small_letters(words)) {
    if (ascii::is_letter(c) || ascii::is_digit(c) || ascii::is_beyond(c)) {
      letters += c;
    }
  }
  return letters;
}

/// The longest label of a host that isn't its last: "bell" of "www.bell.example".
std::string label_of(std::string_view host) {
  std::string longest;
  for (std::size_t dot = host.find('.'); dot != std::string_view::npos; dot = host.find('.')) {
    if (dot > longest.size()) {
      longest = host.substr(0, dot);
    }
    host.remove_prefix(dot + 1);
  }
  return letters_of(longest);
}

/// The outlet in a feed's title, "Harbour Ledger | World": the part that the table knows, or that
/// its host is called by.
std::string outlet_in_title(const std::string& title, const std::string& host,
                            const Outlets& outlets) {
  constexpr std::array<std::string_view, 7> kSeparators{" | ", " - ", " » ", " › ",
                                                        " – ", " — ", ": "};
  constexpr std::size_t kShortest = 3;
  std::vector<std::string> parts{title};
  for (const std::string_view separator : kSeparators) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::size_t at = parts[i].find(separator);
      if (at != std::string::npos) {
        parts.push_back(parts[i].substr(at + separator.size()));
        parts[i].resize(at);
      }
    }
  }
  const std::string name_in_host = letters_of(host);
  const std::string label = label_of(host);
  for (const std::string& part : parts) {
    if (const Outlet* outlet = outlets.find_by_name(part)) {
      return outlet->name;
    }
    const std::string letters = letters_of(part);
    if ((letters.size() >= kShortest && name_in_host.find(letters) != std::string::npos) ||
        (label.size() > kShortest && letters.find(label) != std::string::npos)) {
      return part;
    }
  }
  return "";
}

/// The source that an entry names, as the table calls it where it knows its address.
std::string source_of(const FeedFields& entry, const Outlets& outlets) {
  const FeedField* source = first_of(
      entry, std::array<std::string_view, 4>{
                 "source", "source/title", "news:news/news:publication/news:name", "dc:publisher"});
  if (source == nullptr) {
    return "";
  }
  const Outlet* known = outlets.find_by_host(host_of(source->link));
  std::string words = words_of(source);
  if (source->name == "source/title") {  // the title of another feed
    const FeedField* link = entry.find("source/link");
    const std::string host = link == nullptr ? "" : host_of(link->link);
    std::string name = outlet_in_title(words, host, outlets);
    words = name.empty() ? words : std::move(name);
  }
  return known == nullptr ? words : known->name;
}

/// Cuts the source's name off the title's end: "Bridge shut - Harbour Ledger".
void cut_source(std::string& title, const std::string& name) {
  for (const std::string_view separator : {" - ", " | ", " – ", " — "}) {
    const std::size_t tail = separator.size() + name.size();
    if (!name.empty() && title.size() > tail && title.ends_with(name) &&
        std::string_view{title}.substr(title.size() - tail).starts_with(separator)) {
      title.resize(title.size() - tail);
      return;
    }
  }
}

/// The paragraphs of the fullest field; none where it only says the title again.
std::vector<std::string> text_of(const FeedFields& entry, const std::string& title,
                                 const std::string& source, const ReadingTables& tables) {
  constexpr std::array<std::string_view, 11> kFields{
      "content:encoded",   "content",        "xhtml:body", "body",
      "fullitem",          "description",    "summary",    "dc:description",
      "media:description", "itunes:summary", "abstract"};
  for (const std::string_view name : kFields) {
    const FeedField* field = entry.find(name);
    if (field == nullptr) {
      continue;
    }
    auto paragraphs = paragraphs_of_markup(field->value, tables.page_rules);
    const std::string letters = letters_of(pages::joined(paragraphs));
    const std::string said = letters_of(title);
    if (!letters.empty() && letters != said && letters != said + letters_of(source)) {
      return paragraphs;
    }
  }
  return {};
}

}  // namespace

const FeedField* FeedFields::find(std::string_view name) const {
  const auto found = std::ranges::find_if(fields, [name](const FeedField& field) {
    return field.name == name && field.value.find_first_not_of(" \t\r\n") != std::string::npos;
  });
  return found == fields.end() ? nullptr : &*found;
}

std::optional<Report> report_of_entry(const FeedFields& entry, const FeedFields& feed,
                                      const ReadingTables& tables) {
  using Names = std::array<std::string_view, 4>;
  Report report;
  report.title =
      words_of(first_of(entry, Names{"title", "dc:title", "news:news/news:title", "media:title"}));
  const FeedField* source = entry.find("source");
  const std::string printed_source = words_of(source);
  report.outlet = source_of(entry, tables.outlets);
  report.url = address_of(entry);
  cut_source(report.title, printed_source.empty() ? report.outlet : printed_source);
  report.text = pages::joined(text_of(entry, report.title, printed_source, tables));
  if (report.text.empty() && report.title.empty()) {
    return std::nullopt;
  }
  for (std::string* words : {&report.title, &report.text}) {
    if (PutRight right = put_right_double_encoding(*words); right.places > 0) {
      *words = std::move(right.text);
      report.doubts.push_back(
          fmt::format("encoding: {} places were encoded twice, and are put right", right.places));
    }
  }
  if (report.outlet.empty() && tables.outlets.find_by_host(host_of(report.url)) == nullptr) {
    report.outlet =
        outlet_in_title(words_of(feed.find("title")), host_of(report.url), tables.outlets);
  }
  report.published =
      time_in(first_of(entry, std::array<std::string_view, 8>{"pubdate", "published", "issued",
                                                              "dc:date", "dcterms:issued",
                                                              "news:news/news:publication_date",
                                                              "created", "dcterms:created"}),
              tables.dates);
  report.modified = time_in(
      first_of(entry, Names{"updated", "modified", "dcterms:modified", "lastmod"}), tables.dates);
  if (report.published.empty()) {
    report.published = report.modified;
  }
  report.authors = authors_of(entry, tables);
  report.section = words_of(first_of(entry, Names{"category", "dc:subject", "", ""}));
  report.lang = tidy_words(words_of(first_of(
      entry, Names{"dc:language", "language", "news:news/news:publication/news:language", ""})));
  if (report.lang.empty()) {
    report.lang = tidy_words(entry.lang.empty() ? feed.lang : entry.lang);
  }
  if (report.lang.empty()) {
    report.lang = words_of(first_of(feed, Names{"language", "dc:language", "", ""}));
  }
  return report;
}

}  // namespace factbox::reports::formats
