#include "case_runner/compare.h"

#include <fmt/format.h>

#include <algorithm>

namespace factbox::cases {
namespace {

constexpr std::size_t kColumn = 60;

/// Whether the byte belongs to a letter or digit. Letters beyond ASCII count; “ and ” don't.
bool is_word_byte(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    return (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
  }
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    --at;
  }
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead >= 0xC3 && lead != 0xE2;
}

/// Every place of `words` in `text` that doesn't begin or end inside a word.
std::vector<ByteRange> occurrences(std::string_view words, std::string_view text) {
  std::vector<ByteRange> places;
  if (words.empty()) {
    return places;
  }
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const auto end = at + words.size();
    const bool left = at > 0 && is_word_byte(text, at - 1) && is_word_byte(words, 0);
    const bool right =
        end < text.size() && is_word_byte(text, end) && is_word_byte(words, words.size() - 1);
    if (left || right) {
      continue;
    }
    places.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
  }
  return places;
}

std::vector<Place> places_of(std::string_view words, const std::string& outlet, const Case& of) {
  std::vector<Place> places;
  for (const Field field : {Field::text, Field::title}) {
    for (std::size_t n = 0; n < of.reports.size(); ++n) {
      const CaseReport& report = of.reports[n];
      if (!outlet.empty() && report.outlet != outlet) {
        continue;
      }
      for (const ByteRange range :
           occurrences(words, field == Field::text ? report.text : report.title)) {
        places.push_back({n, {field, range}});
      }
    }
  }
  return places;
}

const CaseField* field_of(const Expectation& expectation, std::string_view name) {
  for (const CaseField& field : expectation.fields) {
    if (field.name == name) {
      return &field;
    }
  }
  return nullptr;
}

const FoundField* field_of(const FoundBlock& block, std::string_view name) {
  for (const FoundField& field : block.fields) {
    if (field.name == name) {
      return &field;
    }
  }
  return nullptr;
}

bool equal(const CaseValue& expected, const FoundValue& found, const Case& of) {
  if (expected.as != found.as) {
    return false;
  }
  if (!expected.equals.empty() && expected.equals != found.equals) {
    return false;
  }
  if (expected.quoted != found.where.has_value()) {
    return false;
  }
  if (!expected.quoted) {
    return expected.words == found.words;
  }
  const Result<Place> place = place_of(expected, of);
  return place && *place == *found.where;
}

bool equal(const CaseField& expected, const FoundField* found, const Case& of) {
  if (found == nullptr || expected.values.size() != found->values.size()) {
    return false;
  }
  for (std::size_t n = 0; n < expected.values.size(); ++n) {
    if (!equal(expected.values[n], found->values[n], of)) {
      return false;
    }
  }
  return true;
}

/// How many fields differ; 0: the block meets the expectation.
std::size_t differences(const Expectation& expectation, const FoundBlock& block, const Kind& kind,
                        const Case& of) {
  std::size_t different = 0;
  for (const CaseField& field : expectation.fields) {
    if (!equal(field, field_of(block, field.name), of)) {
      ++different;
    }
  }
  const bool whole = std::ranges::any_of(
      kind.whole, [&](std::string_view name) { return field_of(expectation, name) != nullptr; });
  if (!whole) {
    return different;
  }
  for (const std::string_view name : kind.whole) {
    if (field_of(expectation, name) == nullptr && field_of(block, name) != nullptr) {
      ++different;
    }
  }
  return different;
}

/// Words that don't stand in the reports, or stand there twice.
std::string unreadable(const Expectation& expectation, const Case& of) {
  for (const CaseField& field : expectation.fields) {
    for (const CaseValue& value : field.values) {
      if (!value.quoted) {
        continue;
      }
      if (const auto place = place_of(value, of); !place) {
        return fmt::format("line {}: {}", field.line, place.error().what);
      }
    }
  }
  return {};
}

/// The comparison of one kind in one case.
class Comparison {
 public:
  Comparison(const Case& of, const Kind& kind, const std::vector<FoundBlock>& found)
      : of_(of), kind_(kind), found_(found), used_(found.size(), false) {}

  std::vector<Outcome> run() {
    for (const Expectation& expectation : of_.expectations) {
      if (expectation.what == kind_.what) {
        outcomes_.push_back({.expectation = &expectation, .why = {}});
      }
    }
    for (Outcome& outcome : outcomes_) {
      meet(outcome);
    }
    for (Outcome& outcome : outcomes_) {
      explain(outcome);
    }
    return std::move(outcomes_);
  }

 private:
  void meet(Outcome& outcome) {
    outcome.why = unreadable(*outcome.expectation, of_);
    if (!outcome.why.empty() || outcome.expectation->sense != Expectation::Sense::one) {
      return;
    }
    for (std::size_t n = 0; n < found_.size(); ++n) {
      if (used_[n] || differences(*outcome.expectation, found_[n], kind_, of_) > 0) {
        continue;
      }
      used_[n] = true;
      outcome.found = &found_[n];
      outcome.met = true;
      return;
    }
  }

  void explain(Outcome& outcome) {
    if (outcome.met || !outcome.why.empty()) {
      return;
    }
    switch (outcome.expectation->sense) {
      case Expectation::Sense::one:
        return nearest(outcome);
      case Expectation::Sense::none:
        return none(outcome);
      case Expectation::Sense::no_other:
        return no_other(outcome);
    }
  }

  void nearest(Outcome& outcome) {
    outcome.why = fmt::format("no such {}", kind_.what);
    std::size_t least = outcome.expectation->fields.size();
    for (std::size_t n = 0; n < found_.size(); ++n) {
      const std::size_t different = differences(*outcome.expectation, found_[n], kind_, of_);
      if (used_[n] || (outcome.found != nullptr && different >= least)) {
        continue;
      }
      least = different;
      outcome.found = &found_[n];
    }
  }

  void none(Outcome& outcome) {
    for (const FoundBlock& block : found_) {
      if (differences(*outcome.expectation, block, kind_, of_) > 0) {
        continue;
      }
      outcome.why = fmt::format("there is such a {}", kind_.what);
      outcome.found = &block;
      return;
    }
    outcome.met = true;
  }

  void no_other(Outcome& outcome) {
    for (std::size_t n = 0; n < found_.size(); ++n) {
      if (used_[n]) {
        continue;
      }
      outcome.why = fmt::format("there is another {}", kind_.what);
      outcome.found = &found_[n];
      return;
    }
    outcome.met = true;
  }

  const Case& of_;
  const Kind& kind_;
  const std::vector<FoundBlock>& found_;
  std::vector<bool> used_;
  std::vector<Outcome> outcomes_;
};

std::string joined(const std::vector<CaseValue>& values) {
  std::string line;
  for (const CaseValue& value : values) {
    if (!line.empty()) {
      line += value.quoted ? " " : ", ";
    }
    line += written(value);
  }
  return line;
}

/// Cuts a line into pieces of at most `width` bytes, at spaces where it can.
std::vector<std::string> wrapped(std::string line, std::size_t width) {
  std::vector<std::string> pieces;
  while (line.size() > width) {
    auto cut = line.rfind(' ', width);
    if (cut == std::string::npos || cut == 0) {
      cut = width;
    }
    pieces.push_back(line.substr(0, cut));
    line = "  " + line.substr(std::min(line.find_first_not_of(' ', cut), line.size()));
    if (pieces.size() > 200) {
      break;
    }
  }
  pieces.push_back(std::move(line));
  return pieces;
}

}  // namespace

Result<Place> place_of(const CaseValue& value, const Case& of) {
  const std::vector<Place> places = places_of(value.words, value.outlet, of);
  const auto wrong = [&](const char* what) {
    return tl::unexpected(Error{ErrorKind::malformed, fmt::format("\"{}\" {}", value.words, what)});
  };
  if (places.empty()) {
    return wrong("does not stand in the reports");
  }
  if (value.nth == 0 && places.size() > 1) {
    return wrong("stands there more than once: say which, as \"…\"[2]");
  }
  if (value.nth > places.size()) {
    return wrong("does not stand there so often");
  }
  return places[value.nth == 0 ? 0 : value.nth - 1];
}

CaseValue as_written(const FoundValue& value, const Case& of) {
  CaseValue shown{.outlet = {}, .words = value.words, .as = value.as, .equals = value.equals};
  if (!value.where) {
    return shown;
  }
  const CaseReport& report = of.reports[value.where->report];
  const Passage passage = value.where->passage;
  shown.quoted = true;
  shown.words = passage.range.in(passage.field == Field::text ? report.text : report.title);
  const std::vector<Place> places = places_of(shown.words, {}, of);
  if (places.size() > 1) {
    if (of.reports.size() > 1) {
      shown.outlet = report.outlet;
    }
    const std::vector<Place> own = places_of(shown.words, shown.outlet, of);
    const auto at = std::ranges::find(own, *value.where);
    if (own.size() > 1) {
      shown.nth = static_cast<std::size_t>(at - own.begin()) + 1;
    }
  }
  return shown;
}

bool holds(const Expectation& expectation, const Case& of, const Kind& kind,
           const std::vector<FoundBlock>& found) {
  return std::ranges::any_of(found, [&](const FoundBlock& block) {
    return differences(expectation, block, kind, of) == 0;
  });
}

std::vector<Outcome> compare(const Case& of, const Kind& kind,
                             const std::vector<FoundBlock>& found) {
  return Comparison{of, kind, found}.run();
}

namespace {

/// The names of the fields of both, expected ones first.
std::vector<std::string> names_of(const Outcome& outcome) {
  std::vector<std::string> names;
  for (const CaseField& field : outcome.expectation->fields) {
    names.push_back(field.name);
  }
  if (outcome.found == nullptr) {
    return names;
  }
  for (const FoundField& field : outcome.found->fields) {
    if (std::ranges::find(names, field.name) == names.end()) {
      names.push_back(field.name);
    }
  }
  return names;
}

std::vector<CaseValue> values_of(const FoundField* field, const Case& of) {
  std::vector<CaseValue> values;
  if (field != nullptr) {
    for (const FoundValue& value : field->values) {
      values.push_back(as_written(value, of));
    }
  }
  return values;
}

/// One field in two columns, marked where it differs.
std::string columns(const std::string& name, bool differs, const std::string& expected,
                    const std::string& found) {
  const auto left = wrapped(expected, kColumn);
  const auto right = wrapped(found, kColumn);
  std::string shown;
  for (std::size_t n = 0; n < std::max(left.size(), right.size()); ++n) {
    shown += fmt::format("  {} {:10}{:{}}  {}\n", differs && n == 0 ? '*' : ' ', n == 0 ? name : "",
                         n < left.size() ? left[n] : "", kColumn, n < right.size() ? right[n] : "");
  }
  return shown;
}

}  // namespace

std::string side_by_side(const Outcome& outcome, const Case& of) {
  std::string shown = fmt::format("    {:10}{:{}}  {}\n", "", "expected", kColumn, "found");
  for (const std::string& name : names_of(outcome)) {
    const CaseField* expected = field_of(*outcome.expectation, name);
    const FoundField* found = outcome.found == nullptr ? nullptr : field_of(*outcome.found, name);
    shown +=
        columns(name, expected != nullptr && !equal(*expected, found, of),
                expected == nullptr ? "" : joined(expected->values), joined(values_of(found, of)));
  }
  return shown;
}

}  // namespace factbox::cases
