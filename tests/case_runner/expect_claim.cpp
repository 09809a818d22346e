#include "case_runner/expect_claim.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "case_runner/case_world.h"
#include "stories/compile_story.h"
#include "stories/relate_reports.h"

namespace factbox::cases {
namespace {

using stories::Claim;
using stories::Story;

/// The reports of a case as one story, and where each stands in the case.
class CaseStory {
 public:
  explicit CaseStory(const CaseWorld& world) : order_(world.reports.size()) {
    std::iota(order_.begin(), order_.end(), 0U);
    std::ranges::stable_sort(order_, [&](std::size_t a, std::size_t b) {
      return reports::earlier(*world.reports[a].report, *world.reports[b].report);
    });
    for (const std::size_t at : order_) {
      reports_.push_back(world.reports[at]);
    }
    story_ = stories::compile_story(reports_, *world.knowledge.outlets, *world.knowledge.stories);
  }

  [[nodiscard]] std::vector<FoundBlock> tell() const {
    std::vector<FoundBlock> blocks;
    for (std::uint32_t i = 0; i < story_.claims.size(); ++i) {
      blocks.push_back(tell(i));
    }
    return blocks;
  }

 private:
  [[nodiscard]] FoundBlock tell(std::uint32_t index) const {
    const Claim& claim = story_.claims[index];
    FoundBlock block;
    const auto add = [&](const char* name, std::vector<FoundValue> values) {
      if (!values.empty()) {
        block.fields.push_back({name, std::move(values)});
      }
    };
    add("says", wording(claim));
    const auto& statement = statement_of(claim.representative);
    add("by", places(claim.representative, statement.source));
    std::vector<FoundValue> carried;
    std::vector<std::string> known;
    for (const stories::StatementRef ref : claim.statements) {
      const std::string& outlet = reports_[ref.report].report->outlet;
      if (std::ranges::find(known, outlet) != known.end()) {
        continue;
      }
      known.push_back(outlet);
      carried.push_back({{}, outlet, {}, {}});
    }
    add("carried", std::move(carried));
    add("origins", {{{}, std::to_string(claim.origins.size()), {}, {}}});
    add_clashes(index, add);
    if (claim.superseded_by) {
      add("replaced", wording(story_.claims[*claim.superseded_by]));
      if (claim.corrected) {
        add("corrected", {{{}, "yes", {}, {}}});
      }
    } else {
      add("replaced", {{{}, "none", {}, {}}});
    }
    return block;
  }

  template <class Add>
  void add_clashes(std::uint32_t index, const Add& add) const {
    std::vector<FoundValue> against;
    std::vector<FoundValue> clash;
    for (const stories::Contradiction& contradiction : story_.contradictions) {
      const auto has = [&](const std::vector<std::uint32_t>& side) {
        return std::ranges::find(side, index) != side.end();
      };
      if (std::ranges::none_of(contradiction.sides, has)) {
        continue;
      }
      clash.push_back({{}, stories::name_of(contradiction.kind), {}, {}});
      for (const auto& side : contradiction.sides) {
        if (has(side)) {
          continue;
        }
        for (const std::uint32_t other : side) {
          const auto words = wording(story_.claims[other]);
          against.insert(against.end(), words.begin(), words.end());
        }
      }
    }
    if (clash.empty()) {
      clash.push_back({{}, "none", {}, {}});
    }
    add("against", std::move(against));
    add("clash", std::move(clash));
  }

  [[nodiscard]] const statements::Statement& statement_of(stories::StatementRef ref) const {
    return reports_[ref.report].statements[ref.statement];
  }

  [[nodiscard]] std::vector<FoundValue> wording(const Claim& claim) const {
    return places(claim.representative, statement_of(claim.representative).content);
  }

  [[nodiscard]] std::vector<FoundValue> places(stories::StatementRef ref,
                                               const std::vector<ByteRange>& ranges) const {
    std::vector<FoundValue> found;
    found.reserve(ranges.size());
    for (const ByteRange range : ranges) {
      found.push_back({Place{order_[ref.report], {statement_of(ref).field, range}}, {}, {}, {}});
    }
    return found;
  }

  std::vector<std::size_t> order_;  ///< places in the case, in the order of the story
  std::vector<statements::ReadReport> reports_;
  Story story_;
};

}  // namespace

std::vector<FoundBlock> find_claim_blocks(const CaseWorld& world) {
  return CaseStory{world}.tell();
}

}  // namespace factbox::cases
