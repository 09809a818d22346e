/// \file
/// The road of a claim: from who said it to who carries it.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "statements/joined/nesting.h"
#include "statements/sources/place.h"
#include "statements/sources/source_memory.h"

namespace factbox::statements {

/// Who publishes: the report's own outlet, and the agency whose copy its dateline says it is.
struct Publisher {
  std::string outlet;  ///< as pages name it
  std::string agency;  ///< empty where none
};

[[nodiscard]] Publisher publisher_of(const Reading& reading);

/// Builds the chains of all attributions, in the order of the text (later mentions are told from
/// earlier ones).
class ChainBuilder {
 public:
  ChainBuilder(const Reading& reading, const Nesting& nesting, Publisher publisher,
               std::size_t longest, SourceMemory& memory);

  /// The chain of one attribution: its own members, then those of the ones that it lies in, then
  /// the report's own outlet. Hops count from the reader.
  [[nodiscard]] std::vector<ChainMember> chain_of(std::size_t attribution) const;

  /// The chain of what the outlet says itself.
  [[nodiscard]] std::vector<ChainMember> own_chain() const;

 private:
  /// How an attribution stands to others.
  struct Relation {
    bool in_outlet = false;      ///< in an outlet's words
    bool holds_another = false;  ///< what somebody else said stands in its words
  };
  /// Members in the order from origin to reader; `hop` holds the step within the attribution.
  [[nodiscard]] std::vector<ChainMember> members_of(const Attribution& attribution,
                                                    Relation stands);
  [[nodiscard]] Place place_of_sources(const Attribution& attribution, Relation stands) const;
  /// Remembers names that stand where outlets do: "Ventra said", elsewhere, is that outlet.
  void note_carriers(const Attribution& attribution, Relation stands);
  [[nodiscard]] bool is_known_carrier(const NounPhrase& phrase) const;
  /// Nobody tells himself: in "He told Obama", whoever "he" was taken for, it isn't Obama.
  void open_if_told_to(std::vector<ChainMember>& sources, const Attribution& attribution);
  /// The outlets that were told; none where it is nobody in particular.
  [[nodiscard]] std::vector<ChainMember> audience_of(const Attribution& attribution);
  /// Whether a member goes by a name that the report's own outlet or agency has.
  [[nodiscard]] bool is_own_name(const ChainMember& member) const;
  [[nodiscard]] ChainMember member(const NounPhrase& given, const Attribution& attribution,
                                   Place place);

  const Reading& reading_;
  const Nesting& nesting_;
  Publisher publisher_;
  std::size_t longest_;
  SourceMemory& memory_;
  std::vector<std::vector<ChainMember>> members_;
  std::unordered_set<std::string> carriers_;  ///< last words of their names, in small letters
};

}  // namespace factbox::statements
