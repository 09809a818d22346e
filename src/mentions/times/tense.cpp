#include "mentions/times/tense.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "texts/clauses.h"

namespace factbox::mentions {
using texts::Clause;
using texts::clause_of;
using texts::Form;
using texts::Link;
using texts::Mood;
using texts::VerbTense;
using texts::Voice;
using texts::WordClass;

namespace {

/// Verbs are sought no farther up, and words before a noun no farther off: the text may be hostile.
constexpr int kSteps = 24;
constexpr std::uint32_t kReach = 16;

/// "Had left": over by then.
bool is_pluperfect(const Clause& clause) {
  return clause.perfect && clause.tense == VerbTense::past;
}

bool is_verb(const texts::Sheet& sheet, std::uint32_t token) {
  const WordClass word_class = sheet.word_class(token);
  return word_class == WordClass::verb || word_class == WordClass::auxiliary;
}

bool modifies_noun(const texts::Sheet& sheet, std::uint32_t token) {
  const Link link = sheet.link(token);
  return link == Link::compound || link == Link::possessor || link == Link::noun_modifier ||
         link == Link::adjective;
}

/// The verb above a clause that only describes ("the talks that open on Wednesday"); itself if
/// there is none.
std::uint32_t verb_above(const texts::Sheet& sheet, std::uint32_t verb) {
  const Link link = sheet.link(verb);
  if (link != Link::relative_clause && link != Link::adverbial_clause) {
    return verb;
  }
  std::uint32_t above = sheet.head(verb);
  for (int step = 0; step < kSteps && !is_verb(sheet, above); ++step) {
    if (sheet.head(above) == above) {
      return verb;
    }
    above = sheet.head(above);
  }
  return is_verb(sheet, above) ? above : verb;
}

/// "unless an answer came".
bool is_condition(const texts::Sheet& sheet, const TimeWords& words, std::uint32_t verb) {
  if (sheet.link(verb) != Link::adverbial_clause) {
    return false;
  }
  const std::uint32_t marker = clause_of(sheet, verb).marker;
  return marker < verb && words.lists(TimeList::condition, sheet.word(marker));
}

class TenseReader {
 public:
  TenseReader(const texts::Sheet& sheet, const TimeWords& words) : sheet_(sheet), words_(words) {}

  [[nodiscard]] Tense at(std::uint32_t token) const {
    Way way;
    for (int step = 0; step < kSteps && token < sheet_.size(); ++step) {
      const std::optional<Tense> tense = at_step(token, way);
      if (tense) {
        return *tense;
      }
      const std::uint32_t head = sheet_.head(token);
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
    for (int step = 0; step < kSteps && modifies_noun(sheet_, noun); ++step) {
      noun = sheet_.head(noun);
    }
    if (!words_.lists(TimeList::event, sheet_.lemma(noun))) {
      return Tense::none;
    }
    if (sheet_.link(noun) == Link::prepositional_object && stands_before(sheet_.head(noun))) {
      return Tense::future;
    }
    return at(noun) == Tense::future ? Tense::future : Tense::none;
  }

  /// "said on Monday the talks would go on": whatever the parser hangs the day on.
  [[nodiscard]] bool stands_behind_past(std::uint32_t first) const {
    std::uint32_t before = first;
    for (int step = 0; step < 2 && before > 0; ++step) {
      --before;
      if (sheet_.form(before) == Form::past_verb) {
        return is_verb(sheet_, before) && !looks_ahead(before) &&
               !words_.lists(TimeList::be_or_have, sheet_.lemma(before));
      }
      if (sheet_.form(before) != Form::preposition ||
          !words_.lists(TimeList::on, sheet_.word(before))) {
        return false;
      }
    }
    return false;
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
      return of_verb(sheet_.head(token)) == Tense::future ? Tense::future : Tense::none;
    }
    const Tense tense = is_verb(sheet_, token) ? of_verb(token) : Tense::none;
    if (tense == Tense::present && of_verb(verb_above(sheet_, token)) == Tense::future) {
      // The present of a description is as far ahead as what it describes: "will lead the team at
      // talks that open on Wednesday".
      return Tense::future;
    }
    if (tense == Tense::past && is_condition(sheet_, words_, token) &&
        clause_of(sheet_, verb_above(sheet_, token)).mood == Mood::modal) {
      return Tense::none;  // "would leave unless an answer came by Friday" is still ahead
    }
    if (tense == Tense::future && way.subject) {
      return Tense::none;
    }
    if (tense != Tense::none) {
      return tense == Tense::past && way.noun ? Tense::likely_past : tense;
    }
    const bool noun = sheet_.word_class(token) == WordClass::noun;
    const Link link = sheet_.link(token);
    way.noun |= noun;
    way.subject |= noun && (link == Link::subject || link == Link::passive_subject) &&
                   !words_.lists(TimeList::event, sheet_.lemma(token));
    return std::nullopt;
  }

  /// "ahead of", "before", "for" the noun whose preposition this is.
  [[nodiscard]] bool stands_before(std::uint32_t preposition) const {
    return words_.lists(TimeList::before_event, sheet_.word(preposition)) ||
           words_.lists(TimeList::before_event, sheet_.word(sheet_.head(preposition)));
  }

  /// "expects to", "is due for", "plans to": what follows lies ahead.
  [[nodiscard]] bool looks_ahead(std::uint32_t verb) const {
    const std::string_view lemma = sheet_.lemma(verb);
    if (words_.lists(TimeList::ahead, lemma)) {
      return true;
    }
    if (!words_.lists(TimeList::ahead_for, lemma) || verb + 1 >= sheet_.size()) {
      return false;
    }
    return words_.lists(TimeList::behind_ahead_for, sheet_.word(verb + 1));
  }

  /// "sent a ship to rescue them on Sunday", "called him to testify on May 3": nobody knows.
  [[nodiscard]] bool is_purpose(std::uint32_t token) const {
    return sheet_.link(token) == Link::adverbial_clause && is_verb(sheet_, token) &&
           is_verb(sheet_, sheet_.head(token)) && clause_of(sheet_, token).mood == Mood::infinitive;
  }

  /// An infinitive lies ahead of its verb, but for what was done ("managed to leave on Friday") and
  /// what had been meant ("had planned to leave").
  [[nodiscard]] Tense of_infinitive(const Clause& clause) const {
    const std::uint32_t verb = clause.verb;
    const std::uint32_t above = sheet_.head(verb);
    const Link link = sheet_.link(verb);
    if (clause.perfect) {
      return Tense::past;  // "is believed to have fled on Friday"
    }
    if (link == Link::noun_clause || link == Link::relative_clause) {
      return of_noun_infinitive(clause, above);
    }
    if (link == Link::open_complement && words_.lists(TimeList::able, sheet_.lemma(above))) {
      const std::uint32_t be = sheet_.head(above);
      return sheet_.form(be) == Form::past_verb ? Tense::past : Tense::future;
    }
    if ((link != Link::open_complement && link != Link::clause_complement) || above == verb ||
        !is_verb(sheet_, above)) {
      return Tense::future;
    }
    if (words_.lists(TimeList::looks, sheet_.lemma(above))) {
      return Tense::none;
    }
    const Clause wish = clause_of(sheet_, above);
    const bool done = is_past(wish) && words_.lists(TimeList::done, sheet_.lemma(above));
    return done || is_pluperfect(wish) ? Tense::past : Tense::future;
  }

  /// "talks to be held on Friday" lie ahead, "the first to be held on Friday" doesn't, and of "the
  /// campaign to oust him on Friday" the verb above tells.
  [[nodiscard]] Tense of_noun_infinitive(const Clause& clause, std::uint32_t noun) const {
    const std::uint32_t first = noun > kReach ? noun - kReach : 0;
    for (std::uint32_t i = first; i < noun; ++i) {
      if (sheet_.head(i) == noun && words_.lists(TimeList::of_a_row, sheet_.word(i))) {
        return Tense::past;
      }
    }
    const std::string_view lemma = sheet_.lemma(noun);
    const bool ahead = words_.lists(TimeList::event, lemma) || words_.lists(TimeList::plan, lemma);
    return ahead || clause.voice == Voice::passive ? Tense::future : Tense::none;
  }

  /// "is due in Cairo on Monday".
  [[nodiscard]] bool is_due(std::uint32_t verb) const {
    const std::uint32_t past = std::min(sheet_.size(), verb + 4);
    for (std::uint32_t i = verb + 1; i < past; ++i) {
      if (sheet_.head(i) == verb && sheet_.link(i) == Link::adjective_complement) {
        return words_.lists(TimeList::ahead_for, sheet_.lemma(i));
      }
    }
    return false;
  }

  [[nodiscard]] bool is_past(const Clause& clause) const {
    return clause.tense == VerbTense::past || clause.perfect ||
           sheet_.form(clause.verb) == Form::past_verb;
  }

  [[nodiscard]] Tense of_verb(std::uint32_t verb) const {
    const Clause clause = clause_of(sheet_, verb);
    const Form form = sheet_.form(verb);
    if (clause.mood == Mood::modal) {
      const bool can_fail = words_.lists(TimeList::can_fail, sheet_.word(clause.modal));
      return can_fail && clause.negation < verb ? Tense::past : Tense::future;
    }
    if (clause.mood == Mood::infinitive) {
      return of_infinitive(clause);
    }
    if ((looks_ahead(verb) || is_due(verb)) && !is_pluperfect(clause)) {
      return Tense::future;
    }
    if (is_past(clause)) {
      return Tense::past;
    }
    if (clause.tense == VerbTense::present && clause.finite != verb) {
      return form == Form::present_participle ? Tense::future : Tense::present;
    }
    if (form == Form::past_participle) {  // "being held on Friday" tells nothing by itself
      return clause.helpers.front() == texts::kNoToken ? Tense::past : Tense::none;
    }
    if (form == Form::third_person_verb || form == Form::present_verb) {
      const bool scheduled = words_.lists(TimeList::scheduled, sheet_.lemma(verb));
      return scheduled ? Tense::future : Tense::present;
    }
    return of_bare(verb);
  }

  /// "let the talks begin": as the verb above; a command lies ahead.
  [[nodiscard]] Tense of_bare(std::uint32_t verb) const {
    const Form form = sheet_.form(verb);
    const Link link = sheet_.link(verb);
    const bool complement = form == Form::base_verb &&
                            (link == Link::clause_complement || link == Link::open_complement);
    return (form == Form::base_verb && !complement) || form == Form::modal ? Tense::future
                                                                           : Tense::none;
  }

  const texts::Sheet& sheet_;
  const TimeWords& words_;
};

}  // namespace

Tense tense_at(const texts::Sheet& sheet, const TimeWords& words, std::uint32_t first,
               std::uint32_t token) {
  const TenseReader reader{sheet, words};
  if (reader.stands_behind_past(first)) {
    return Tense::past;
  }
  if (sheet.link(token) == Link::number) {
    token = sheet.head(token);  // "the Jan. 14 deadline" is read from "Jan."
  }
  return modifies_noun(sheet, token) ? reader.of_noun(token) : reader.at(token);
}

Tense tense_of_goal(const texts::Sheet& sheet, const TimeWords& words, std::uint32_t before,
                    std::uint32_t token) {
  const TenseReader reader{sheet, words};
  const Tense tense = reader.at(token);
  const std::uint32_t verb = sheet.head(before);
  const bool of_verb = is_verb(sheet, verb);
  if (of_verb && words.lists(TimeList::put_off, sheet.lemma(verb))) {
    return is_pluperfect(clause_of(sheet, verb)) ? tense : Tense::future;
  }
  if (words.lists(TimeList::until, sheet.word(before))) {
    if (!of_verb) {
      return Tense::future;
    }
    const Clause clause = clause_of(sheet, verb);
    const bool went_on =
        tense != Tense::present &&
        (clause.negation < verb || words.lists(TimeList::lasts, sheet.lemma(verb)));
    return went_on || is_pluperfect(clause) ? tense : Tense::future;
  }
  if (words.lists(TimeList::by, sheet.word(before))) {
    const bool wants = of_verb && words.lists(TimeList::wants, sheet.lemma(verb));
    return of_verb && tense == Tense::past && !wants ? tense : Tense::future;
  }
  return Tense::none;
}

}  // namespace factbox::mentions
