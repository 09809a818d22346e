/// \file
/// A claim that may become a line, with all that choosing and placing it go by.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "factboxes/choice/choice_weights.h"
#include "factboxes/lines/wording.h"
#include "factboxes/story_words.h"
#include "stories/proposition.h"
#include "stories/story.h"

namespace factbox::factboxes {

struct Draft {
  std::uint32_t claim = 0;     ///< index in Story::claims
  stories::StatementRef from;  ///< the statement whose words it takes
  Worded worded;
  stories::Proposition told;    ///< what it says, as far as that can be compared
  std::vector<Term> terms;      ///< telling words of the claim
  Features features{};          ///< by which it is judged
  double worth = 0;             ///< what an editor is likely to give for it
  std::uint32_t origins = 0;    ///< independent ones
  std::optional<Instant> last;  ///< newest report that states it
  std::string event;            ///< EDTF: when what it tells happened; empty where not told
  bool background = false;      ///< it happened before the story began
  bool anonymous = false;       ///< it rests on somebody who isn't named
  bool disputed = false;
  bool over = false;      ///< a plan whose day is past, or that was carried out
  bool outdated = false;  ///< all that it counts was counted anew
  bool replaces = false;  ///< a later count, or a correction, of what was told before
};

}  // namespace factbox::factboxes
