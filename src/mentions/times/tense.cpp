#include "mentions/times/tense.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace factbox::mentions {
namespace {

/// Verbs are sought no farther up, and their helpers no farther off: the text may be hostile.
constexpr int kSteps = 24;
constexpr std::uint32_t kReach = 16;

struct Helpers {
  bool future = false;
  bool past = false;     ///< had, was, were, did
  bool had = false;      ///< had
  bool perfect = false;  ///< has, have
  bool present = false;  ///< is, are
  bool infinitive = false;
  bool can_fail = false;  ///< could, would
  bool denied = false;
  bool other = false;    ///< being, getting
  bool to_have = false;  ///< "to have been"
  bool passive = false;
};

class TenseReader {
 public:
  TenseReader(const language::Analysis& analysis, const TimeWords& words)
      : analysis_(analysis), words_(words) {}

  [[nodiscard]] Tense at(std::uint32_t token) const {
    Way way;
    for (int step = 0; step < kSteps && token < analysis_.size(); ++step) {
      const std::optional<Tense> tense = at_step(token, way);
      if (tense) {
        return *tense;
      }
      const std::uint32_t head = analysis_.head(token);
      if (head == token) {
        break;
      }
      token = head;
    }
    return Tense::none;
  }

  /// "a June agreement", "Friday's talks": the verb tells when something else was, so that only
  /// what is held on a fixed day is as far ahead as its verb.
  [[nodiscard]] Tense of_noun(std::uint32_t noun) const {
    for (int step = 0; step < kSteps && modifies_noun(noun); ++step) {
      noun = analysis_.head(noun);
    }
    if (!words_.lists(TimeList::event, analysis_.lemma(noun))) {
      return Tense::none;
    }
    if (analysis_.label(noun) == "pobj" && stands_before(analysis_.head(noun))) {
      return Tense::future;
    }
    return at(noun) == Tense::future ? Tense::future : Tense::none;
  }

  /// "said on Monday the talks would go on": whatever the parser hangs the day on.
  [[nodiscard]] bool stands_behind_past(std::uint32_t first) const {
    std::uint32_t before = first;
    for (int step = 0; step < 2 && before > 0; ++step) {
      --before;
      if (analysis_.tag(before) == "VBD") {
        return is_verb(before) && !looks_ahead(before) && analysis_.lemma(before) != "be" &&
               analysis_.lemma(before) != "have";
      }
      if (analysis_.tag(before) != "IN" || analysis_.word(before) != "on") {
        return false;
      }
    }
    return false;
  }

  [[nodiscard]] bool modifies_noun(std::uint32_t token) const {
    const std::string_view label = analysis_.label(token);
    return label == "compound" || label == "poss" || label == "nmod" || label == "amod";
  }

  [[nodiscard]] Helpers helpers_of(std::uint32_t verb) const {
    Helpers helpers;
    const std::uint32_t first = verb > kReach ? verb - kReach : 0;
    for (std::uint32_t i = first; i < verb; ++i) {
      if (analysis_.head(i) != verb) {
        continue;
      }
      const std::string_view label = analysis_.label(i);
      helpers.denied |= label == "neg";
      if (label != "aux" && label != "auxpass") {
        continue;
      }
      const std::string_view tag = analysis_.tag(i);
      const std::string_view lemma = analysis_.lemma(i);
      helpers.future |= tag == "MD" && (words_.lists(TimeList::modal, lemma) ||
                                        words_.lists(TimeList::modal, analysis_.word(i)));
      helpers.can_fail |= tag == "MD" && words_.lists(TimeList::can_fail, analysis_.word(i));
      helpers.past |= tag == "VBD";
      helpers.had |= tag == "VBD" && lemma == "have";
      helpers.infinitive |= tag == "TO";
      helpers.other |= tag == "VBG";
      helpers.to_have |= tag == "VB" && lemma == "have";
      helpers.passive |= label == "auxpass";
      const bool finite = tag == "VBZ" || tag == "VBP";
      helpers.perfect |= finite && lemma == "have";
      helpers.present |= finite && lemma != "have";
    }
    return helpers;
  }

  [[nodiscard]] bool is_verb(std::uint32_t token) const {
    const std::string_view pos = analysis_.pos(token);
    return pos == "VERB" || pos == "AUX";
  }

 private:
  /// What lay between a time and the verb that is looked at.
  struct Way {
    bool noun = false;
    bool subject = false;  ///< "the attack on Sunday will …": only what is held lies ahead with it
  };

  /// What one word above a time tells; nothing where the next one up is to be asked.
  [[nodiscard]] std::optional<Tense> at_step(std::uint32_t token, Way& way) const {
    if (is_purpose(token)) {
      return of_verb(analysis_.head(token)) == Tense::future ? Tense::future : Tense::none;
    }
    const Tense tense = is_verb(token) ? of_verb(token) : Tense::none;
    if (tense == Tense::present && of_verb(verb_above(token)) == Tense::future) {
      // The present of a description is as far ahead as what it describes: "will lead the team at
      // talks that open on Wednesday".
      return Tense::future;
    }
    if (tense == Tense::future && way.subject) {
      return Tense::none;
    }
    if (tense != Tense::none) {
      return tense == Tense::past && way.noun ? Tense::likely_past : tense;
    }
    const bool noun = analysis_.pos(token) == "NOUN";
    const std::string_view label = analysis_.label(token);
    way.noun |= noun;
    way.subject |= noun && (label == "nsubj" || label == "nsubjpass") &&
                   !words_.lists(TimeList::event, analysis_.lemma(token));
    return std::nullopt;
  }

  /// "ahead of", "before", "for" the noun whose preposition this is.
  [[nodiscard]] bool stands_before(std::uint32_t preposition) const {
    return words_.lists(TimeList::before_event, analysis_.word(preposition)) ||
           words_.lists(TimeList::before_event, analysis_.word(analysis_.head(preposition)));
  }

  /// "expects to", "is due for", "plans to": what follows lies ahead.
  [[nodiscard]] bool looks_ahead(std::uint32_t verb) const {
    const std::string_view lemma = analysis_.lemma(verb);
    if (words_.lists(TimeList::ahead, lemma)) {
      return true;
    }
    if (!words_.lists(TimeList::ahead_for, lemma) || verb + 1 >= analysis_.size()) {
      return false;
    }
    const std::string_view next = analysis_.word(verb + 1);
    return next == "for" || next == "to";
  }

  /// "sent a ship to rescue them on Sunday", "called him to testify on May 3": nobody knows.
  [[nodiscard]] bool is_purpose(std::uint32_t token) const {
    return analysis_.label(token) == "advcl" && is_verb(token) && is_verb(analysis_.head(token)) &&
           helpers_of(token).infinitive;
  }

  /// An infinitive lies ahead of its verb, but for what was done ("managed to leave on Friday") and
  /// what had been meant ("had planned to leave").
  [[nodiscard]] Tense of_infinitive(std::uint32_t verb) const {
    const std::uint32_t above = analysis_.head(verb);
    const std::string_view label = analysis_.label(verb);
    if (helpers_of(verb).to_have) {
      return Tense::past;  // "is believed to have fled on Friday"
    }
    if (label == "acl" || label == "relcl") {
      return of_noun_infinitive(verb, above);
    }
    if (label == "xcomp" && words_.lists(TimeList::able, analysis_.lemma(above))) {
      const std::uint32_t be = analysis_.head(above);
      return analysis_.tag(be) == "VBD" ? Tense::past : Tense::future;
    }
    if ((label != "xcomp" && label != "ccomp") || above == verb || !is_verb(above)) {
      return Tense::future;
    }
    if (words_.lists(TimeList::looks, analysis_.lemma(above))) {
      return Tense::none;
    }
    const Helpers helpers = helpers_of(above);
    const bool past = helpers.past || helpers.perfect || analysis_.tag(above) == "VBD";
    const bool done = past && words_.lists(TimeList::done, analysis_.lemma(above));
    return done || helpers.had ? Tense::past : Tense::future;
  }

  /// "talks to be held on Friday" lie ahead, "the first to be held on Friday" doesn't, and of "the
  /// campaign to oust him on Friday" the verb above tells.
  [[nodiscard]] Tense of_noun_infinitive(std::uint32_t verb, std::uint32_t noun) const {
    const std::uint32_t first = noun > kReach ? noun - kReach : 0;
    for (std::uint32_t i = first; i < noun; ++i) {
      if (analysis_.head(i) == noun && words_.lists(TimeList::of_a_row, analysis_.word(i))) {
        return Tense::past;
      }
    }
    const std::string_view lemma = analysis_.lemma(noun);
    const bool ahead = words_.lists(TimeList::event, lemma) || words_.lists(TimeList::plan, lemma);
    return ahead || helpers_of(verb).passive ? Tense::future : Tense::none;
  }

  /// "is due in Cairo on Monday".
  [[nodiscard]] bool is_due(std::uint32_t verb) const {
    const std::uint32_t past = std::min(analysis_.size(), verb + 4);
    for (std::uint32_t i = verb + 1; i < past; ++i) {
      if (analysis_.head(i) == verb && analysis_.label(i) == "acomp") {
        return words_.lists(TimeList::ahead_for, analysis_.lemma(i));
      }
    }
    return false;
  }

  [[nodiscard]] Tense of_verb(std::uint32_t verb) const {
    const Helpers helpers = helpers_of(verb);
    const std::string_view tag = analysis_.tag(verb);
    if (helpers.future) {
      return helpers.can_fail && helpers.denied ? Tense::past : Tense::future;
    }
    if (helpers.infinitive) {
      return of_infinitive(verb);
    }
    if ((looks_ahead(verb) || is_due(verb)) && !helpers.had) {
      return Tense::future;
    }
    if (helpers.past || helpers.perfect || tag == "VBD") {
      return Tense::past;
    }
    if (helpers.present) {
      return tag == "VBG" ? Tense::future : Tense::present;
    }
    if (tag == "VBN") {  // "being held on Friday" tells nothing by itself
      return helpers.other ? Tense::none : Tense::past;
    }
    if (tag == "VBZ" || tag == "VBP") {
      const bool scheduled = words_.lists(TimeList::scheduled, analysis_.lemma(verb));
      return scheduled ? Tense::future : Tense::present;
    }
    return of_bare(verb);
  }

  /// "let the talks begin": as the verb above; a command lies ahead.
  [[nodiscard]] Tense of_bare(std::uint32_t verb) const {
    const std::string_view tag = analysis_.tag(verb);
    const std::string_view label = analysis_.label(verb);
    const bool complement = tag == "VB" && (label == "ccomp" || label == "xcomp");
    return (tag == "VB" && !complement) || tag == "MD" ? Tense::future : Tense::none;
  }

  /// The verb above a clause that only describes ("the talks that open on Wednesday"); itself if
  /// there is none.
  [[nodiscard]] std::uint32_t verb_above(std::uint32_t verb) const {
    const std::string_view label = analysis_.label(verb);
    if (label != "relcl" && label != "advcl") {
      return verb;
    }
    std::uint32_t above = analysis_.head(verb);
    for (int step = 0; step < kSteps && !is_verb(above); ++step) {
      if (analysis_.head(above) == above) {
        return verb;
      }
      above = analysis_.head(above);
    }
    return is_verb(above) ? above : verb;
  }

  const language::Analysis& analysis_;
  const TimeWords& words_;
};

}  // namespace

Tense tense_at(const language::Analysis& analysis, const TimeWords& words, std::uint32_t first,
               std::uint32_t token) {
  const TenseReader reader{analysis, words};
  if (reader.stands_behind_past(first)) {
    return Tense::past;
  }
  if (analysis.label(token) == "nummod") {
    token = analysis.head(token);  // "the Jan. 14 deadline" is read from "Jan."
  }
  return reader.modifies_noun(token) ? reader.of_noun(token) : reader.at(token);
}

Tense tense_of_goal(const language::Analysis& analysis, const TimeWords& words,
                    std::uint32_t before, std::uint32_t token) {
  const TenseReader reader{analysis, words};
  const Tense tense = reader.at(token);
  const std::uint32_t verb = analysis.head(before);
  const bool of_verb = reader.is_verb(verb);
  if (of_verb && words.lists(TimeList::put_off, analysis.lemma(verb))) {
    return reader.helpers_of(verb).had ? tense : Tense::future;
  }
  if (words.lists(TimeList::until, analysis.word(before))) {
    const bool went_on =
        of_verb && tense != Tense::present &&
        (reader.helpers_of(verb).denied || words.lists(TimeList::lasts, analysis.lemma(verb)));
    return went_on || (of_verb && reader.helpers_of(verb).had) ? tense : Tense::future;
  }
  if (analysis.word(before) == "by") {
    const bool wants = of_verb && words.lists(TimeList::wants, analysis.lemma(verb));
    return of_verb && tense == Tense::past && !wants ? tense : Tense::future;
  }
  return Tense::none;
}

}  // namespace factbox::mentions
