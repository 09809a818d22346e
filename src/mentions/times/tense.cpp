#include "mentions/times/tense.h"

#include <algorithm>
#include <string_view>

namespace factbox::mentions {
namespace {

/// Verbs are sought no farther up, and their helpers no farther off: the text may be hostile.
constexpr int kSteps = 24;
constexpr std::uint32_t kReach = 16;

bool is_verb(const language::Analysis& analysis, std::uint32_t token) {
  const std::string_view pos = analysis.pos(token);
  return pos == "VERB" || pos == "AUX";
}

bool is_future_helper(std::string_view lemma, std::string_view word) {
  return lemma == "will" || lemma == "shall" || word == "'ll" || lemma == "may" ||
         lemma == "would" || lemma == "might" || lemma == "should" || lemma == "could" ||
         lemma == "must" || lemma == "can";
}

struct Helpers {
  bool future = false;
  bool past = false;     ///< had, was, were, did
  bool perfect = false;  ///< has, have
  bool present = false;  ///< is, are
  bool infinitive = false;
};

Helpers helpers_of(const language::Analysis& analysis, std::uint32_t verb) {
  Helpers helpers;
  const std::uint32_t first = verb > kReach ? verb - kReach : 0;
  for (std::uint32_t i = first; i < verb; ++i) {
    if (analysis.head(i) != verb) {
      continue;
    }
    const std::string_view label = analysis.label(i);
    if (label != "aux" && label != "auxpass") {
      continue;
    }
    const std::string_view tag = analysis.tag(i);
    helpers.future |= tag == "MD" && is_future_helper(analysis.lemma(i), analysis.word(i));
    helpers.past |= tag == "VBD";
    helpers.infinitive |= tag == "TO";
    const bool finite = tag == "VBZ" || tag == "VBP";
    helpers.perfect |= finite && analysis.lemma(i) == "have";
    helpers.present |= finite && analysis.lemma(i) != "have";
  }
  return helpers;
}

/// "expects to", "is due to", "plans to": what follows lies ahead.
bool looks_ahead(const language::Analysis& analysis, std::uint32_t verb) {
  const std::string_view lemma = analysis.lemma(verb);
  static constexpr std::string_view kAhead[] = {"expect", "plan",     "schedule", "set",   "due",
                                                "intend", "slate",    "propose",  "hope",  "aim",
                                                "expire", "tomorrow", "payable",  "likely"};
  return std::ranges::find(kAhead, lemma) != std::end(kAhead);
}

/// "The talks open on Wednesday": verbs whose present tells what a timetable holds.
bool is_scheduled(const language::Analysis& analysis, std::uint32_t verb) {
  const std::string_view lemma = analysis.lemma(verb);
  static constexpr std::string_view kScheduled[] = {"open",   "begin",    "start",     "resume",
                                                    "expire", "convene",  "reconvene", "end",
                                                    "close",  "commence", "restart"};
  return std::ranges::find(kScheduled, lemma) != std::end(kScheduled);
}

Tense tense_of(const language::Analysis& analysis, std::uint32_t verb) {
  const Helpers helpers = helpers_of(analysis, verb);
  const std::string_view tag = analysis.tag(verb);
  if (helpers.future || helpers.infinitive) {
    return Tense::future;
  }
  if (looks_ahead(analysis, verb) && !helpers.past) {
    return Tense::future;
  }
  if (helpers.past || helpers.perfect || tag == "VBD") {
    return Tense::past;
  }
  if (helpers.present) {
    return tag == "VBG" ? Tense::future : Tense::present;
  }
  if (tag == "VBN") {
    return Tense::past;
  }
  if (tag == "VBZ" || tag == "VBP") {
    return is_scheduled(analysis, verb) ? Tense::future : Tense::present;
  }
  return tag == "VB" || tag == "MD" ? Tense::future : Tense::none;
}

/// The verb above a clause that only describes ("the talks that open on Wednesday"); itself if
/// there is none.
std::uint32_t verb_above(const language::Analysis& analysis, std::uint32_t verb) {
  const std::string_view label = analysis.label(verb);
  if (label != "relcl" && label != "advcl") {
    return verb;
  }
  std::uint32_t above = analysis.head(verb);
  for (int step = 0; step < kSteps && !is_verb(analysis, above); ++step) {
    if (analysis.head(above) == above) {
      return verb;
    }
    above = analysis.head(above);
  }
  return is_verb(analysis, above) ? above : verb;
}

/// "a June agreement", "Friday's talks": the verb tells when something else was.
bool modifies_noun(const language::Analysis& analysis, std::uint32_t token) {
  const std::string_view label = analysis.label(token);
  return label == "compound" || label == "poss" || label == "nmod" || label == "amod";
}

}  // namespace

Tense tense_at(const language::Analysis& analysis, std::uint32_t token) {
  if (modifies_noun(analysis, token)) {
    return Tense::none;
  }
  for (int step = 0; step < kSteps && token < analysis.size(); ++step) {
    if (is_verb(analysis, token)) {
      const Tense tense = tense_of(analysis, token);
      // The present of a description is as far ahead as what it describes: "will lead the team at
      // talks that open on Wednesday".
      if (tense == Tense::present &&
          tense_of(analysis, verb_above(analysis, token)) == Tense::future) {
        return Tense::future;
      }
      if (tense != Tense::none) {
        return tense;
      }
    }
    const std::uint32_t head = analysis.head(token);
    if (head == token) {
      break;
    }
    token = head;
  }
  return Tense::none;
}

}  // namespace factbox::mentions
