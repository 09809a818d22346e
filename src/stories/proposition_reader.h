/// \file
/// From a statement to what it claims.
#pragma once

#include <string_view>

#include "statements/read_report.h"
#include "stories/lexicon.h"
#include "stories/proposition.h"
#include "stories/word_keys.h"

namespace factbox::stories {

/// Reads propositions. One a thread.
class PropositionReader {
 public:
  explicit PropositionReader(const Lexicon& lexicon) : keys_(lexicon) {}

  /// What a statement of the report claims; its outlet is `publisher`.
  [[nodiscard]] Proposition read(const statements::ReadReport& report,
                                 const statements::Statement& statement,
                                 std::string_view publisher);

 private:
  WordKeys keys_;
};

}  // namespace factbox::stories
