#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/letters.h"
#include "factboxes/checks/marks.h"
#include "factboxes/checks/rules.h"
#include "factboxes/words.h"

// Rule 11: names in full first, then the surname.
namespace factbox::factboxes::checks {
namespace {

/// A line as names are looked for in it.
struct LineText {
  std::string_view id;
  /// Folded words outside quotation marks; a quotation is one word that no name has.
  std::string words;
  std::set<std::string> capitals;  ///< of these, the words that begin with a capital

  void add(std::string_view text) {
    words += folded(text);
    for (auto& word : words_of(text)) {
      if (begins_with_capital(word.range.in(text))) {
        capitals.insert(std::move(word.folded));
      }
    }
  }
};

LineText outside_quotations(const Line& line) {
  LineText out{line.id, {}, {}};
  const std::string_view text = line.text;
  std::uint32_t from = 0;
  for (const Quoted& one : outermost(quoted_in(text))) {
    out.add(text.substr(from, one.inside.begin - from));
    out.words += '"';
    from = one.inside.end;
  }
  out.add(text.substr(from));
  return out;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class NameOrder {
 public:
  explicit NameOrder(const CheckedPage& page) {
    std::set<std::string_view> seen;
    for (const auto* line : page.reading()) {
      if (seen.insert(line->id).second) {
        texts_.push_back(outside_quotations(*line));
      }
    }
    for (const auto& person : page.page().people) {
      if (!person.surname.empty()) {
        ++sharing_[folded(person.surname)];
      }
    }
  }

  void check(const Person& person, Findings& findings) const {
    const auto full = folded(person.name);
    const auto surname = folded(person.surname);
    if (words_of(person.surname).empty() || full == surname || sharing_.at(surname) > 1) {
      return;
    }
    bool met = false;
    for (const auto& line : texts_) {
      const bool in_full = line.words.find(full) != std::string::npos;
      // "It may rain" names no Mrs. May.
      const bool named = line.capitals.contains(words_of(person.surname).back().folded) &&
                         names_alone(line.words, surname);
      if (!in_full && !named) {
        continue;
      }
      if (!met && !in_full) {
        findings.error(
            11, line.id,
            fmt::format("the first mention of {} has only \"{}\"", person.name, person.surname));
      } else if (met && in_full) {
        findings.error(11, line.id, fmt::format("{} is named in full a second time", person.name));
      }
      met = true;
    }
  }

 private:
  /// True where the surname stands for the person, not for what is called after them ("the Voss
  /// plan").
  static bool names_alone(const std::string& text, const std::string& surname) {
    for (auto at = text.find(surname); at != std::string::npos; at = text.find(surname, at + 1)) {
      const auto before = std::string_view{text}.substr(0, at);
      const auto behind = std::string_view{text}.substr(at + surname.size());
      // "8 May" and "May 2031" name nobody.
      const bool dated = (!before.empty() && is_digit(before.back())) ||
                         (!behind.empty() && is_digit(behind.front()));
      if (!before.ends_with(" the") && !dated) {
        return true;
      }
    }
    return false;
  }

  std::vector<LineText> texts_;
  std::map<std::string, int> sharing_;
};

}  // namespace

void check_names(const CheckedPage& page, Findings& findings) {
  const NameOrder order{page};
  for (const auto& person : page.page().people) {
    order.check(person, findings);
    for (const auto& role : person.roles) {
      const auto told = role.evidence ? page.replay(*role.evidence) : std::nullopt;
      const bool traced =
          (told && holds_phrase(*told, role.title)) ||
          std::any_of(page.lines().begin(), page.lines().end(), [&](const PlacedLine& placed) {
            return std::any_of(placed.line->evidence.begin(), placed.line->evidence.end(),
                               [&](const Evidence& evidence) {
                                 const auto bytes = page.replay(evidence);
                                 return bytes && holds_phrase(*bytes, role.title);
                               });
          });
      if (!traced) {
        findings.error(
            11, "",
            fmt::format("the title \"{}\" of {} stands in no evidence", role.title, person.name));
      }
    }
  }
}

}  // namespace factbox::factboxes::checks
