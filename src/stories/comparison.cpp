#include "stories/comparison.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace factbox::stories {
namespace {

constexpr double kSure = 0.5;  // what was read less surely is no ground to compare on

/// The claims of a story by the side that tells them.
class Sides {
 public:
  Sides(const Story& story, std::span<const statements::ReadReport> reports,
        const std::vector<bool>& is_second)
      : story_(story),
        reports_(reports),
        is_second_(is_second),
        used_(story.claims.size(), false) {}

  /// The wording of a claim on one side; none where that side doesn't tell it.
  [[nodiscard]] std::optional<StatementRef> told(std::uint32_t claim, bool second) const {
    std::optional<StatementRef> best;
    for (const auto ref : story_.claims[claim].statements) {
      const auto& statement = of(ref);
      const bool counts = is_second_[ref.report] == second && !statement.content.empty() &&
                          statement.confidence >= kSure;
      // A title tells the same as its text, and less of it.
      if (counts &&
          (!best || (of(*best).field == Field::title && statement.field == Field::text))) {
        best = ref;
      }
    }
    return best;
  }

  [[nodiscard]] bool is_used(std::uint32_t claim) const { return used_[claim]; }

  /// Adds the claim to the matter, on each side that tells it.
  void add(std::uint32_t claim, Matter& matter) {
    if (const auto ref = told(claim, false)) {
      matter.first.push_back(*ref);
    }
    if (const auto ref = told(claim, true)) {
      matter.second.push_back(*ref);
    }
    used_[claim] = true;
  }

 private:
  [[nodiscard]] const statements::Statement& of(StatementRef ref) const {
    return reports_[ref.report].statements[ref.statement];
  }

  const Story& story_;
  std::span<const statements::ReadReport> reports_;
  const std::vector<bool>& is_second_;
  std::vector<bool> used_;
};

/// Where the two sides hold claims that can't be together.
void add_contradictions(const Story& story, Sides& sides, std::vector<Matter>& matters) {
  for (const auto& contradiction : story.contradictions) {
    std::vector<std::uint32_t> claims;
    for (const auto& side : contradiction.sides) {
      std::ranges::copy_if(side, std::back_inserter(claims),
                           [&](std::uint32_t claim) { return !sides.is_used(claim); });
    }
    const auto tells = [&](bool second) {
      return std::ranges::any_of(
          claims, [&](std::uint32_t claim) { return sides.told(claim, second).has_value(); });
    };
    if (claims.size() < 2 || !tells(false) || !tells(true)) {
      continue;  // one side alone contradicts itself
    }
    Matter matter{Stand::differ, name_of(contradiction.kind), {}, {}};
    for (const auto claim : claims) {
      sides.add(claim, matter);
    }
    matters.push_back(std::move(matter));
  }
}

/// Two claims of which each is one side's alone, that stand to each other in a way.
void add_relations(const Story& story, Relation relation, Stand stand, Sides& sides,
                   std::vector<Matter>& matters) {
  for (const auto& related : story.relations) {
    if (related.relation != relation || sides.is_used(related.first) ||
        sides.is_used(related.second)) {
      continue;
    }
    const bool across = (sides.told(related.first, false) && sides.told(related.second, true)) ||
                        (sides.told(related.first, true) && sides.told(related.second, false));
    if (!across) {
      continue;
    }
    Matter matter{stand, name_of(relation), {}, {}};
    sides.add(related.first, matter);
    sides.add(related.second, matter);
    matters.push_back(std::move(matter));
  }
}

}  // namespace

const char* name_of(Stand stand) {
  switch (stand) {
    case Stand::differ:
      return "differ";
    case Stand::both:
      return "both";
    case Stand::only_first:
      return "only_a";
    case Stand::only_second:
      return "only_b";
  }
  return "";
}

std::vector<Matter> compare_sides(const Story& story,
                                  std::span<const statements::ReadReport> reports,
                                  const std::vector<bool>& is_second) {
  Sides sides{story, reports, is_second};
  std::vector<Matter> matters;
  add_contradictions(story, sides, matters);
  add_relations(story, Relation::update, Stand::differ, sides, matters);
  std::vector<std::uint32_t> left;
  for (std::uint32_t claim = 0; claim < story.claims.size(); ++claim) {
    if (!sides.is_used(claim) && sides.told(claim, false) && sides.told(claim, true)) {
      Matter matter{Stand::both, "", {}, {}};
      sides.add(claim, matter);
      matters.push_back(std::move(matter));
    }
  }
  add_relations(story, Relation::entails, Stand::both, sides, matters);
  for (std::uint32_t claim = 0; claim < story.claims.size(); ++claim) {
    Matter matter{sides.told(claim, false) ? Stand::only_first : Stand::only_second, "", {}, {}};
    if (!sides.is_used(claim)) {
      sides.add(claim, matter);
    }
    if (!matter.first.empty() || !matter.second.empty()) {
      matters.push_back(std::move(matter));
    }
  }
  const auto first_told = [](const Matter& matter) {
    return std::min(matter.first.empty() ? matter.second.front() : matter.first.front(),
                    matter.second.empty() ? matter.first.front() : matter.second.front());
  };
  std::ranges::stable_sort(matters, [&](const Matter& a, const Matter& b) {
    return a.stand != b.stand ? a.stand < b.stand : first_told(a) < first_told(b);
  });
  return matters;
}

}  // namespace factbox::stories
