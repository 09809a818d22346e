/// \file
/// One attribution inside a report: a cue, who is its source, what it attributes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statements/reading/noun_phrase.h"
#include "statements/statement.h"

namespace factbox::statements {

/// An outlet that passes a claim on, and by what word: "seen by", "quoted by", "interview with".
struct Carrier {
  NounPhrase phrase;
  std::string verb;
};

/// What others ask of the rule that proposed an attribution. A rule says it in its row of
/// rules/rules.cpp; nobody compares rules' names.
struct RuleNature {
  /// It takes more than what stands behind or before a verb, so it knows the content better than
  /// the network.
  bool knows_content = false;
  bool knows_source = false;  ///< where it finds somebody, the form says who it is
  bool names_nobody = false;  ///< its cue has no source, and needs none: "are thought to have died"
  bool spoken_act = false;    ///< promised, demanded, called so: no hop in somebody else's words
  bool stays_inside = false;  ///< never a hop in somebody else's words
  bool plain_saying = false;  ///< a verb of saying, which the network knows better
  bool kept_if_told = false;  ///< a hop where an outlet tells of it, whatever the network thinks
  bool quotes = false;        ///< the carrier quotes the very words: an outlet
  bool labels = false;        ///< a name before a headline's colon
  bool goes_on = false;       ///< a quotation that has the cue of the one before it
};

/// What a rule (or a trained reader) proposes. Rules know single attributions; what lies inside
/// what, and so the whole chain, is found afterwards from all of them (chain.h).
struct Attribution {
  std::string_view rule;  ///< that proposed it
  RuleNature nature;      ///< what that says of it
  Token cue = kNoToken;   ///< its main word; two proposals with one cue are rivals
  std::vector<TokenRange> cue_words;
  std::string verb;                  ///< lemma, or "according to"
  std::vector<NounPhrase> sources;   ///< in parallel; empty: nobody is named
  std::vector<NounPhrase> audience;  ///< told so: part of the chain where it is an outlet
  std::vector<NounPhrase> cited;     ///< whom the source leans on: "citing …"
  std::vector<Carrier> carriers;     ///< between the source and the reader: "quoted by …"
  bool quotes = false;               ///< the cited one spoke the very words: a speaker
  bool story = false;                ///< the sources are outlets, whose story is named
  bool leans = false;  ///< no reported words: the source is cited ("according to data")
  TokenRange clause;   ///< cue, source, audience and when it was said
  std::vector<TokenRange> content;
  bool held = false;        ///< wanted, believed or done: nobody says so but who reports it
  bool aside = false;       ///< see Statement
  bool complement = false;  ///< what is said is no clause ("denied any role"): see plain.h
  bool acted = false;       ///< its sentence tells it as a whole: no statement beside that
  bool quotation = false;   ///< the content was taken from quotation marks
  Act act = Act::said;
  std::optional<Modality> mood;  ///< what the cue makes of the content
  double confidence = 0;
};

}  // namespace factbox::statements
