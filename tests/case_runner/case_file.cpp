#include "case_runner/case_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace factbox::cases {
namespace {

constexpr std::string_view kIndent = "    ";

std::string_view trimmed(std::string_view words) {
  const auto first = words.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) {
    return {};
  }
  return words.substr(first, words.find_last_not_of(" \t\r") - first + 1);
}

/// Why an expectation would be met whatever the reason; empty where it says enough.
std::string vague(const Expectation& expectation, const Case& of) {
  const auto expected = [&](const Expectation& other) {
    return other.what == expectation.what && other.sense == Expectation::Sense::one;
  };
  switch (expectation.sense) {
    case Expectation::Sense::one:
      return {};
    case Expectation::Sense::none:
      if (!expectation.fields.empty() || !expectation.unless.empty()) {
        return {};
      }
      return fmt::format(
          "`expect no {}` would pass for any reason: give it a field, or `unless \"words\" reads "
          "\"other words\"`, with which there would be one",
          expectation.what);
    case Expectation::Sense::no_other:
      if (std::ranges::any_of(of.expectations, expected)) {
        return {};
      }
      return fmt::format("`expect no other {0}` needs an `expect {0}` beside it", expectation.what);
  }
  return {};
}

/// Reads a file from top to bottom, one line a time, into cases.
class CaseReader {
 public:
  Result<std::vector<Case>> read(std::string_view text) {
    while (!text.empty()) {
      const auto end = text.find('\n');
      std::string_view line = text.substr(0, end);
      text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
      ++number_;
      if (line.ends_with('\r')) {
        line.remove_suffix(1);
      }
      if (auto read = take(line); !read) {
        return tl::unexpected(
            Error{read.error().kind, fmt::format("line {}: {}", number_, read.error().what)});
      }
    }
    close_paragraph();
    for (const Case& one : cases_) {
      for (const Expectation& expectation : one.expectations) {
        if (const std::string why = vague(expectation, one); !why.empty()) {
          return wrong(fmt::format("line {}: {}", expectation.first_line, why));
        }
      }
    }
    return std::move(cases_);
  }

 private:
  enum class Block { none, text, title, file, expect };

  Result<bool> take(std::string_view line) {
    if (line.starts_with('#')) {
      return true;
    }
    if (trimmed(line).empty()) {
      if (block_ == Block::text) {
        close_paragraph();
      }
      ++blank_lines_;
      return true;
    }
    const std::size_t blank_lines = std::exchange(blank_lines_, 0);
    if (line.starts_with(kIndent)) {
      if (block_ == Block::file) {
        std::string& content = cases_.back().files.back().content;
        content.append(content.empty() ? 0 : blank_lines, '\n');
        content.append(line.substr(kIndent.size())).append("\n");
        return true;
      }
      return take_indented(line.substr(kIndent.size()));
    }
    close_paragraph();
    if (line.starts_with("=== ")) {
      cases_.push_back({.name = std::string{trimmed(line.substr(4))},
                        .line = number_,
                        .reports = {},
                        .files = {},
                        .expectations = {},
                        .known_failure = {}});
      block_ = Block::none;
      return true;
    }
    if (cases_.empty()) {
      return wrong("a case begins with `=== its name`");
    }
    return take_header(trimmed(line));
  }

  Result<bool> take_header(std::string_view line) {
    Case& now = cases_.back();
    block_ = Block::none;
    if (line.starts_with("report ")) {
      line.remove_prefix(7);
      const auto comma = line.find(',');
      CaseReport report;
      report.outlet = trimmed(line.substr(0, comma));
      if (comma != std::string_view::npos) {
        report.published = trimmed(line.substr(comma + 1));
      }
      now.reports.push_back(std::move(report));
      block_ = Block::text;
      return true;
    }
    if (line.starts_with("file ")) {
      now.files.push_back({std::string{trimmed(line.substr(5))}, {}});
      block_ = Block::file;
      return true;
    }
    if (line == "title") {
      if (now.reports.empty()) {
        return wrong("a title belongs to the report above it");
      }
      block_ = Block::title;
      return true;
    }
    if (line == "text") {
      if (now.reports.empty()) {
        return wrong("a text belongs to the report above it");
      }
      block_ = Block::text;
      return true;
    }
    if (line.starts_with("known failure:")) {
      now.known_failure = trimmed(line.substr(14));
      if (now.known_failure->empty()) {
        return wrong("say why after `known failure:`");
      }
      return true;
    }
    if (line.starts_with("expect ")) {
      return take_expect(trimmed(line.substr(7)));
    }
    return wrong(
        "expected `=== `, `report OUTLET, TIME`, `title`, `text`, `file NAME`, `expect [no|no "
        "other] "
        "WHAT`, `known failure: why`, or an indented line");
  }

  Result<bool> take_expect(std::string_view line) {
    Expectation expectation{
        .what = {}, .fields = {}, .unless = {}, .first_line = number_, .past_line = number_ + 1};
    if (line.starts_with("no other ")) {
      expectation.sense = Expectation::Sense::no_other;
      line.remove_prefix(9);
    } else if (line.starts_with("no ")) {
      expectation.sense = Expectation::Sense::none;
      line.remove_prefix(3);
    }
    expectation.what = trimmed(line);
    cases_.back().expectations.push_back(std::move(expectation));
    block_ = Block::expect;
    return true;
  }

  Result<bool> take_indented(std::string_view line) {
    switch (block_) {
      case Block::text:
        if (!paragraph_.empty()) {
          paragraph_ += ' ';
        }
        paragraph_ += trimmed(line);
        return true;
      case Block::title: {
        std::string& title = cases_.back().reports.back().title;
        if (!title.empty()) {
          title += ' ';
        }
        title += trimmed(line);
        return true;
      }
      case Block::expect:
        return take_field(line);
      case Block::file:
      case Block::none:
        break;
    }
    return wrong("an indented line belongs under `report`, `title` or `expect`");
  }

  Result<bool> take_field(std::string_view line) {
    line = trimmed(line);
    const auto space = line.find_first_of(" \t");
    CaseField field{.name = std::string{line.substr(0, space)}, .values = {}, .line = number_};
    const std::string_view rest =
        space == std::string_view::npos ? std::string_view{} : trimmed(line.substr(space));
    if (rest.empty()) {
      return wrong(fmt::format("`{}` has no value", field.name));
    }
    FB_TRY(values, read_values(rest));
    field.values = std::move(values);
    Expectation& expectation = cases_.back().expectations.back();
    expectation.past_line = number_ + 1;
    if (field.name == "unless") {
      return take_unless(field, expectation);
    }
    expectation.fields.push_back(std::move(field));
    return true;
  }

  Result<bool> take_unless(const CaseField& field, Expectation& expectation) {
    if (expectation.sense != Expectation::Sense::none) {
      return wrong("`unless` belongs under `expect no`");
    }
    // `reads` stands where the outlet of a report's words stands elsewhere.
    const auto& values = field.values;
    if (values.size() != 2 || !values[0].quoted || !values[1].quoted ||
        values[1].outlet != "reads") {
      return wrong("expected `unless \"words\" reads \"other words\"`");
    }
    expectation.unless.push_back({values[0].words, values[0].nth, values[1].words, number_});
    return true;
  }

  void close_paragraph() {
    if (paragraph_.empty()) {
      return;
    }
    std::string& text = cases_.back().reports.back().text;
    if (!text.empty()) {
      text += "\n\n";
    }
    text += paragraph_;
    paragraph_.clear();
  }

  static tl::unexpected<Error> wrong(std::string what) {
    return tl::unexpected(Error{ErrorKind::malformed, std::move(what)});
  }

  std::vector<Case> cases_;
  Block block_ = Block::none;
  std::string paragraph_;
  std::size_t blank_lines_ = 0;
  std::size_t number_ = 0;
};

/// Reads the values of one field.
class ValueReader {
 public:
  explicit ValueReader(std::string_view rest) : rest_(rest) {}

  Result<std::vector<CaseValue>> read() {
    std::vector<CaseValue> values;
    while (skip(" ,\t"), !rest_.empty()) {
      CaseValue value;
      if (rest_.front() != '"') {
        value.words = trimmed(take_until("\",="));
      }
      if (!rest_.empty() && rest_.front() == '"') {
        value.outlet = std::exchange(value.words, {});
        value.quoted = true;
        if (!take_quoted(value)) {
          return malformed("quotation marks that do not close");
        }
      } else if (const auto as = value.words.find(" as "); as != std::string::npos) {
        value.as = value.words.substr(as + 4);
        value.words.resize(as);
      }
      if (!take_suffixes(value)) {
        return malformed("expected `[number]`, `as WORD` or `= VALUE`");
      }
      values.push_back(std::move(value));
    }
    return values;
  }

 private:
  static tl::unexpected<Error> malformed(const char* what) {
    return tl::unexpected(Error{ErrorKind::malformed, what});
  }

  void skip(std::string_view what) {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(what), rest_.size()));
  }

  std::string_view take_until(std::string_view what) {
    const std::string_view taken = rest_.substr(0, rest_.find_first_of(what));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  bool take_quoted(CaseValue& value) {
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      if (rest_[at] == '\\' && at + 1 < rest_.size()) {
        ++at;
        value.words += rest_[at] == 'n' ? '\n' : rest_[at];
      } else if (rest_[at] == '"') {
        rest_.remove_prefix(at + 1);
        return true;
      } else {
        value.words += rest_[at];
      }
    }
    return false;
  }

  bool take_suffixes(CaseValue& value) {
    if (rest_.starts_with('[')) {
      rest_.remove_prefix(1);
      const std::string_view number = take_until("]");
      if (rest_.empty() || number.empty()) {
        return false;
      }
      for (const char digit : number) {
        if (digit < '0' || digit > '9') {
          return false;
        }
        value.nth = value.nth * 10 + static_cast<std::size_t>(digit - '0');
      }
      rest_.remove_prefix(1);
    }
    skip(" \t");
    if (rest_.starts_with("as ")) {
      rest_.remove_prefix(3);
      value.as = trimmed(take_until(" ,=\""));
      skip(" \t");
    }
    if (rest_.starts_with('=')) {
      rest_.remove_prefix(1);
      value.equals = trimmed(take_until(",\""));
    }
    return true;
  }

  std::string_view rest_;
};

}  // namespace

Result<std::vector<Case>> read_cases(std::string_view text) {
  return CaseReader{}.read(text);
}

Result<std::vector<CaseValue>> read_values(std::string_view written) {
  return ValueReader{written}.read();
}

std::string written(const CaseValue& value) {
  std::string shown;
  if (value.quoted) {
    if (!value.outlet.empty()) {
      shown += value.outlet + ' ';
    }
    shown += '"';
    for (const char letter : value.words) {
      if (letter == '\n') {
        shown += "\\n";
        continue;
      }
      if (letter == '"' || letter == '\\') {
        shown += '\\';
      }
      shown += letter;
    }
    shown += '"';
    if (value.nth > 0) {
      shown += fmt::format("[{}]", value.nth);
    }
  } else {
    shown += value.words;
  }
  if (!value.as.empty()) {
    shown += " as " + value.as;
  }
  if (!value.equals.empty()) {
    shown += (shown.empty() ? "= " : " = ") + value.equals;
  }
  return shown;
}

}  // namespace factbox::cases
