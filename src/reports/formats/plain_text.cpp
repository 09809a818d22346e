#include "reports/formats/plain_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/letters.h"
#include "base/sha256.h"
#include "reports/dateline.h"
#include "reports/double_encoding.h"
#include "reports/encoding.h"
#include "reports/pages/blocks.h"
#include "reports/pages/main_text.h"
#include "reports/pages/names.h"

namespace factbox::reports::formats {
namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestHeadLine = 120;

std::string_view trimmed(std::string_view words, std::string_view marks) {
  const std::size_t begin = words.find_first_not_of(marks);
  if (begin == std::string_view::npos) {
    return "";
  }
  return words.substr(begin, words.find_last_not_of(marks) - begin + 1);
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\r"), text.size());
    lines.push_back(tidy_words(text.substr(0, end)));
    const bool both = text.substr(end).starts_with("\r\n");
    text.remove_prefix(std::min(end + (both ? 2 : 1), text.size()));
  }
  return lines;
}

struct Label {
  std::string_view words;
  std::string Report::*field;
};

/// "Published: 12 April 2026" and the like.
constexpr std::array kLabels{
    Label{"title:", &Report::title},
    Label{"headline:", &Report::title},
    Label{"outlet:", &Report::outlet},
    Label{"source:", &Report::outlet},
    Label{"published:", &Report::published},
    Label{"date:", &Report::published},
    Label{"url:", &Report::url},
    Label{"link:", &Report::url},
    Label{"language:", &Report::lang},
    Label{"lang:", &Report::lang},
    Label{"section:", &Report::section},
    Label{"id:", &Report::id},
};

/// Reads the lines above a report's text.
class Head {
 public:
  Head(const ReadingTables& tables, Report& report) : tables_(tables), report_(report) {}

  /// Takes a line if it is one of the head's.
  bool take(const std::string& line) {
    if (take_label(line) || take_address(line)) {
      return true;
    }
    const bool is_sentence = line.ends_with('.') && !line.ends_with(".m.");
    return line.size() <= kLongestHeadLine && !is_sentence &&
           (take_byline(line) || take_outlet(line));
  }

 private:
  bool take_label(const std::string& line) {
    const std::string small = in_small_letters(line.substr(0, kLongestHeadLine));
    for (const Label& label : kLabels) {
      if (small.starts_with(label.words)) {
        const std::string_view words =
            trimmed(std::string_view{line}.substr(label.words.size()), " ");
        report_.*label.field = words;
        if (label.field == &Report::published) {
          set_published(words);
        }
        return true;
      }
    }
    if (small.starts_with("author:") || small.starts_with("authors:")) {
      report_.authors = pages::split_names(line.substr(line.find(':') + 1), tables_.page_rules);
      return true;
    }
    return false;
  }

  bool take_address(const std::string& line) {
    if ((!line.starts_with("http://") && !line.starts_with("https://")) ||
        line.find(' ') != std::string::npos) {
      return false;
    }
    report_.url = line;
    return true;
  }

  bool take_byline(const std::string& line) {
    if (!tables_.page_rules.opens_byline(line)) {
      return false;
    }
    report_.authors = pages::split_names(line, tables_.page_rules);
    return !report_.authors.empty();
  }

  /// "Harbour Wire, 12 April 2026, 08:30 UTC"; either part may be missing.
  bool take_outlet(const std::string& line) {
    constexpr std::string_view kMarks = " ,|-()";
    constexpr std::size_t kLongestOutlet = 60;
    const auto date = tables_.dates.find(line);
    std::string_view name = line;
    if (date) {
      if (!trimmed(std::string_view{line}.substr(date->end), " .,|)").empty()) {
        return false;  // words follow the date: it is a sentence
      }
      name = std::string_view{line}.substr(0, date->begin);
    }
    name = trimmed(name, kMarks);
    for (const std::string_view dash : {"–", "—"}) {
      while (name.ends_with(dash)) {
        name = trimmed(name.substr(0, name.size() - dash.size()), kMarks);
      }
    }
    const Outlet* outlet = tables_.outlets.find_by_name(name);
    if ((!date && outlet == nullptr) || name.size() > kLongestOutlet) {
      return false;
    }
    if (date) {
      report_.published = date->iso;
    }
    if (!name.empty()) {
      report_.outlet = outlet == nullptr ? std::string{name} : outlet->name;
    }
    return true;
  }

  void set_published(std::string_view words) {
    if (read_time(words)) {
      return;
    }
    if (const auto date = tables_.dates.find(words)) {
      report_.published = date->iso;
    }
  }

  const ReadingTables& tables_;
  Report& report_;
};

/// Lines whose ends are no ends of sentences were broken to fit a width.
bool are_wrapped(const std::vector<std::string>& lines, std::size_t from) {
  std::size_t whole = 0;
  for (std::size_t i = from; i + 1 < lines.size(); ++i) {
    whole += pages::ends_sentence(lines[i]) ? 1 : 0;
  }
  return whole * 2 < lines.size() - from;
}

std::vector<std::string> paragraphs_of(const std::vector<std::string>& lines, std::size_t from) {
  const bool has_blank =
      std::find(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end(), "") != lines.end();
  const bool line_by_line = !has_blank && !are_wrapped(lines, from);
  std::vector<std::string> paragraphs;
  bool open = false;
  for (std::size_t i = from; i < lines.size(); ++i) {
    if (lines[i].empty()) {
      open = false;
    } else if (open && !line_by_line) {
      paragraphs.back() += ' ';
      paragraphs.back() += lines[i];
    } else {
      paragraphs.push_back(lines[i]);
      open = true;
    }
  }
  return paragraphs;
}

Report read_text(std::string_view text, const ReadingTables& tables) {
  std::vector<std::string> lines = lines_of(text);
  while (!lines.empty() && lines.back().empty()) {
    lines.pop_back();
  }
  Report report;
  Head head{tables, report};
  std::size_t at = 0;
  const auto skip_blank = [&] {
    while (at < lines.size() && lines[at].empty()) {
      ++at;
    }
  };
  const auto take_head = [&] {
    for (skip_blank(); at < lines.size() && head.take(lines[at]); skip_blank()) {
      ++at;
    }
  };
  take_head();
  // A first line is a title if it stands apart and is no sentence.
  if (report.title.empty() && at < lines.size() && lines[at].size() <= kLongestTitle &&
      !lines[at].ends_with('.')) {
    Report tried;
    const bool stands_apart =
        at + 1 == lines.size() || lines[at + 1].empty() || Head{tables, tried}.take(lines[at + 1]);
    if (stands_apart) {
      report.title = lines[at++];
      take_head();
    }
  }
  report.text = pages::joined(paragraphs_of(lines, at));
  const Dateline dateline = find_dateline(report.text, tables.outlets, tables.dates);
  if (report.published.empty()) {
    report.published = dateline.date;
  }
  if (report.outlet.empty() && !dateline.credit.empty()) {
    report.outlet = dateline.agency.empty() ? dateline.credit : dateline.agency;
  }
  return report;
}

}  // namespace

bool begins_as_text(std::string_view beginning, std::string_view /*path*/) {
  const bool has_mark = beginning.starts_with("\xff\xfe") || beginning.starts_with("\xfe\xff") ||
                        beginning.starts_with(std::string_view{"\0\0\xfe\xff", 4});
  const bool is_feed = beginning.starts_with("<?xml") || beginning.starts_with("<rss") ||
                       beginning.starts_with("<feed");
  return !beginning.empty() && !is_feed && !beginning.starts_with("%PDF-") &&
         (has_mark || beginning.find('\0') == std::string_view::npos);
}

void read_plain_text(sources::Delivery& delivery, Intake& intake) {
  const std::size_t limit = intake.options().max_report_bytes;
  const auto bytes = delivery.take_all(limit);
  if (!bytes) {
    intake.trouble(1, 0,
                   {ErrorKind::too_large,
                    fmt::format("the text has more than {} bytes, which is all that is allowed for "
                                "a report; split it",
                                limit)});
    return;
  }
  Decoded decoded = decode(*bytes, intake.envelope().charset);
  Report report;
  if (intake.options().text_as_it_is) {
    report.text = std::move(decoded.text);
  } else {
    PutRight right = put_right_double_encoding(decoded.text);
    report = read_text(right.places > 0 ? right.text : decoded.text, intake.tables());
    if (right.places > 0) {
      report.doubts.push_back(
          fmt::format("encoding: {} places were encoded twice, and are put right", right.places));
    }
    if (report.published.empty() && intake.options().published.empty()) {
      report.doubts.emplace_back(
          "published: no line above the text gives a date; put it on the second line "
          "(docs/text-files.md)");
    }
  }
  if (report.text.empty() && report.title.empty()) {
    intake.trouble(1, 0, {ErrorKind::malformed, "it has no words; there is nothing to read"});
    return;
  }
  report.sha256 = sha256_hex(*bytes);
  if (!decoded.doubt.empty()) {
    report.doubts.push_back(std::move(decoded.doubt));
  }
  intake.take(std::move(report));
}

}  // namespace factbox::reports::formats
