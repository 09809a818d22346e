/// \file
/// Running stories: reports, where they come from, and what they claim.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "statements/read_report.h"

namespace factbox::stories {

/// Indexes a story's reports: the span that was handed in, ordered by reports::earlier.
using ReportIndex = std::uint32_t;

/// Where a wording or a fact comes from after copies and echoes are collapsed: a component of the
/// graph of who copies and who cites whom. One that no report of ours carries is kept by name.
struct Origin {
  std::string id;    ///< made from the name or the first report; stays when others join
  std::string name;  ///< agency or outlet that it goes back to
  std::vector<ReportIndex> reports;  ///< empty: known by name only
  bool circular = false;             ///< outlets that retell only each other: counts as no origin
};

/// Why a report is held to rest on another, or on an outlet that is not in the store.
struct OriginEdge {
  enum class Why : std::uint8_t { copy, credit, echo };
  ReportIndex report = 0;
  std::optional<ReportIndex> rests_on;  ///< none: an outlet known by name only
  std::string outlet;                   ///< that it credits or echoes
  Why why = Why::copy;
};

struct StatementRef {
  ReportIndex report = 0;
  std::uint32_t statement = 0;
  friend constexpr auto operator<=>(StatementRef, StatementRef) = default;
};

/// The same thing stated by several: joined only where value, polarity, modality, time and actor
/// agree (RULES 15).
struct Claim {
  std::string id;                        ///< stays for as long as it is the same claim
  std::vector<StatementRef> statements;  ///< first reported first
  StatementRef representative;           ///< whose wording stands for all
  std::vector<std::uint32_t> origins;    ///< independent ones: indexes in Story::origins
  std::vector<std::string> outlets;      ///< that carry it, sorted
  /// A later claim of the same matter by the same source (a corrected count), which replaces it.
  std::optional<std::uint32_t> superseded_by;
  bool corrected = false;  ///< superseded by a correction that calls itself one
  bool notice =
      false;  ///< tells of a slip in a report ("an article misstated …"), not of the story
};

enum class Relation : std::uint8_t { same, entails, update, contradiction, different };
enum class ContradictionKind : std::uint8_t { number, negation, denial, scope, time, who, other };

/// "same", "entails", "update", "contradiction", "different".
[[nodiscard]] const char* name_of(Relation relation);
/// "number", "negation", "denial", "scope", "time", "who", "other".
[[nodiscard]] const char* name_of(ContradictionKind kind);

struct Contradiction {
  std::string id;
  std::string about;  ///< words that the sides share
  ContradictionKind kind = ContradictionKind::other;
  std::vector<std::vector<std::uint32_t>> sides;  ///< indexes in Story::claims
};

/// How one claim of a story stands to another, where they are neither one nor unrelated.
struct ClaimRelation {
  std::uint32_t first = 0;  ///< index in Story::claims
  std::uint32_t second = 0;
  Relation relation = Relation::entails;  ///< entails: the first says all that the second does and
                                          ///< more; update: the second is the later count or state
  double score = 0;                       ///< how surely they speak of one matter
};

/// One running story, as its reports tell it.
struct Story {
  std::string id;
  std::string title;
  std::vector<ReportIndex> reports;  ///< those of the span handed in that belong to it
  std::vector<Origin> origins;
  std::vector<OriginEdge> edges;
  std::vector<Claim> claims;
  std::vector<ClaimRelation> relations;
  std::vector<Contradiction> contradictions;
  std::optional<Instant> first, last;
};

}  // namespace factbox::stories
