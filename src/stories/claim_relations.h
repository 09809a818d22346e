/// \file
/// How the claims of one story stand to each other.
#pragma once

#include <chrono>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "statements/read_report.h"
#include "stories/contradictions.h"
#include "stories/origins.h"
#include "stories/proposition.h"
#include "stories/relation.h"
#include "stories/story.h"

namespace factbox::stories {

/// Reports were published so near to each other that time can't have changed what both tell.
[[nodiscard]] bool within(const Proposition& a, const Proposition& b, std::chrono::hours window);

/// Works out how the claims of one story stand to each other, once they are joined.
class ClaimRelations {
 public:
  ClaimRelations(std::span<const statements::ReadReport> reports, const Origins& origins,
                 std::span<const StatementRef> where, std::span<const Proposition> propositions,
                 std::span<const std::uint32_t> claim_of, std::span<const char> corrections)
      : reports_(reports),
        origins_(origins),
        where_(where),
        propositions_(propositions),
        claim_of_(claim_of),
        corrections_(corrections) {}

  /// Notes what is between the claims of two statements.
  void compare(std::uint32_t earlier, std::uint32_t later);

  /// Tells the claims which of them take others' places, and what else was found between them.
  void settle(std::vector<Claim>& claims, std::vector<ClaimRelation>& relations,
              std::vector<Contradiction>& contradictions);

 private:
  /// What takes a claim's place.
  struct Replacement {
    std::uint32_t statement = 0;
    bool correction = false;
    double agreement = 0;  ///< of the wordings
  };

  /// The first of a pair of relations says more (entails), the second is the later one (update).
  void note(std::uint32_t first, std::uint32_t second, Relation relation, bool swap, double score);

  /// Only what can't be a misreading is shown as a contradiction.
  [[nodiscard]] bool is_sure(std::uint32_t a, std::uint32_t b, ContradictionKind kind) const;

  /// Somebody denies in reported speech what somebody else says. Who is quoted word for word may
  /// deny something else with these words; and a sentence is no other side to a part of itself.
  [[nodiscard]] bool is_denied(std::uint32_t a, std::uint32_t b) const;

  /// A headline says in short what its report says at length.
  [[nodiscard]] bool is_headline(std::uint32_t index) const;

  /// A report that calls itself a correction tells this otherwise than the report that it corrects
  /// or a copy of that.
  [[nodiscard]] bool corrects(std::uint32_t earlier, std::uint32_t later,
                              const Related& related) const;

  /// A later count by the same source takes the place of the earlier one.
  [[nodiscard]] bool replaces(std::uint32_t earlier, std::uint32_t later) const;

  /// The names and things that both speak of, in the words of the first.
  [[nodiscard]] std::string about(std::uint32_t a, std::uint32_t b) const;

  /// Of several that replace a claim, the one of the latest report counts, and of that the one
  /// that is most like it. What was there before the claim replaces nothing.
  void replace(std::uint32_t claim, const Replacement& by);

  [[nodiscard]] const statements::Statement& statement(std::uint32_t index) const;

  std::span<const statements::ReadReport> reports_;
  const Origins& origins_;
  std::span<const StatementRef> where_;
  std::span<const Proposition> propositions_;
  std::span<const std::uint32_t> claim_of_;  ///< by statement
  std::span<const char> corrections_;        ///< by report
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<Relation, double>> relations_;
  std::map<std::uint32_t, Replacement> replaced_;  ///< by claim
  std::vector<Clash> clashes_;
};

}  // namespace factbox::stories
