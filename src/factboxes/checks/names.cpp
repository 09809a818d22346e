#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "factboxes/checks/marks.h"
#include "factboxes/checks/rules.h"
#include "factboxes/words.h"

// Rule 11: names in full first, then the surname.
namespace factbox::factboxes::checks {
namespace {

/// A text's folded words outside quotation marks; a quotation is one word that no name has.
std::string outside_quotations(const std::string& text) {
  std::string out;
  std::uint32_t from = 0;
  for (const Quoted& one : outermost(quoted_in(text))) {
    out += folded(std::string_view{text}.substr(from, one.inside.begin - from)) + "\"";
    from = one.inside.end;
  }
  return out + folded(std::string_view{text}.substr(from));
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
        texts_.emplace_back(line->id, outside_quotations(line->text));
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
    if (person.surname.empty() || full == surname || sharing_.at(surname) > 1) {
      return;
    }
    bool met = false;
    for (const auto& [id, text] : texts_) {
      const bool in_full = text.find(full) != std::string::npos;
      if (!in_full && !names_alone(text, surname)) {
        continue;
      }
      if (!met && !in_full) {
        findings.error(
            11, id,
            fmt::format("the first mention of {} has only \"{}\"", person.name, person.surname));
      } else if (met && in_full) {
        findings.error(11, id, fmt::format("{} is named in full a second time", person.name));
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

  std::vector<std::pair<std::string_view, std::string>> texts_;
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
