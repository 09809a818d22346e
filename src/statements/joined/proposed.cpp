#include "statements/joined/proposed.h"

#include <algorithm>

#include "statements/content/cue_verb.h"
#include "statements/content/modality.h"
#include "statements/content/placement.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;
using texts::NameType;

namespace {

/// So sure must be who speaks where what is said is a noun.
constexpr double kSpoken = 0.4;

/// The word of the cue that the others hang on: a verb or a noun that the tables know, else the
/// one whose head stands outside.
Token main_word(const Reading& reading, TokenRange cue) {
  Token top = kNoToken;
  for (Token token = cue.first; token < cue.past; ++token) {
    if (!reading.tables().cues(reading.lemma(token)).empty()) {
      return token;
    }
    if (top == kNoToken && !cue.contains(reading.head(token))) {
      top = token;
    }
  }
  return top == kNoToken ? cue.first : top;
}

/// The table's row for the word, as a verb or as a noun.
const Cue* known_cue(const Reading& reading, Token word) {
  const bool verb = reading.is_verb(word);
  const Cue* known = nullptr;
  for (const Cue& cue : reading.tables().cues(reading.lemma(word))) {
    if (cue.noun == verb) {
      continue;
    }
    if (cue.particle.empty() || reading.is_word(word + 1, cue.particle)) {
      return &cue;
    }
    if (known == nullptr) {
      known = &cue;
    }
  }
  return known;
}

/// Not so "see", "hold", which are thoughts as well.
bool always_says(const Reading& reading, Token word) {
  return std::ranges::all_of(reading.tables().cues(reading.lemma(word)),
                             [](const Cue& cue) { return cue.act == Act::said; });
}

NounPhrase phrase_in(const Reading& reading, TokenRange words) {
  for (Token token = words.first; token < words.past; ++token) {
    const bool top = reading.head(token) == token || !words.contains(reading.head(token));
    if (top && !reading.is_punct(token)) {
      return {token, words};
    }
  }
  return {words.past - 1, words};
}

/// "People with knowledge of the talks": two ranges that only a preposition of the first parts are
/// one.
std::vector<TokenRange> joined_by_prepositions(const Reading& reading,
                                               const std::vector<TokenRange>& ranges) {
  std::vector<TokenRange> joined;
  for (const TokenRange range : ranges) {
    const bool one = !joined.empty() && range.first == joined.back().past + 1 &&
                     reading.link(joined.back().past) == Link::preposition &&
                     joined.back().contains(reading.head(joined.back().past));
    if (one) {
      joined.back().past = range.past;
    } else {
      joined.push_back(range);
    }
  }
  return joined;
}

/// "On the death of General Vass, Speaker Ana Ruiz said": of two people that only a comma parts,
/// the one beside the cue.
TokenRange one_person(const Reading& reading, TokenRange words, Token cue) {
  bool person = false;
  Token last = kNoToken;   // comma behind a person
  Token comma = kNoToken;  // one with a person on either side
  for (Token token = words.first; token < words.past; ++token) {
    if (reading.link(token) == Link::coordinator) {
      return words;
    }
    if (reading.word(token) == "," && person) {
      last = token;
    } else if (reading.entity_type(token) == NameType::person) {
      person = true;
      comma = last;
    }
  }
  if (comma == kNoToken) {
    return words;
  }
  for (Token token = comma + 1; token < words.past; ++token) {
    if (reading.head(token) >= words.first && reading.head(token) < comma) {
      return words;  // "Lena Holt, a spokeswoman for Governor Ames"
    }
  }
  return reading.trimmed(cue >= words.past ? TokenRange{comma + 1, words.past}
                                           : TokenRange{words.first, comma});
}

/// "Zenith and Orbex": several members in one range.
std::vector<NounPhrase> parts_of(const Reading& reading, const NounPhrase& whole) {
  std::vector<NounPhrase> parts =
      parallel_phrases(reading, whole.head, whole.tokens.first, whole.tokens.past);
  const bool inside = std::ranges::all_of(parts, [&](const NounPhrase& part) {
    return whole.tokens.contains(part.head) && part.tokens.past <= whole.tokens.past;
  });
  bool joined = false;  // "Kabul, Afghanistan" is one
  for (Token token = whole.tokens.first; token < whole.tokens.past; ++token) {
    joined = joined || reading.link(token) == Link::coordinator;
  }
  if (parts.size() < 2 || !inside || !joined) {
    return {whole};
  }
  parts.front().tokens.first = whole.tokens.first;
  parts.back().tokens.past = whole.tokens.past;
  return parts;
}

std::vector<NounPhrase> sources_of(const Reading& reading, const readers::Proposal& proposal) {
  std::vector<NounPhrase> sources;
  for (const TokenRange range : joined_by_prepositions(reading, proposal.source)) {
    TokenRange words = reading.trimmed(
        {std::max(range.first, reading.body()), std::max(range.past, reading.body())});
    words = one_person(reading, words, proposal.cue.first);
    if (words.size() > 0) {
      // "The", "three" belong to whom they name.
      while (words.first > reading.body() &&
             (reading.link(words.first - 1) == Link::determiner ||
              reading.link(words.first - 1) == Link::number) &&
             words.contains(reading.head(words.first - 1))) {
        --words.first;
      }
      const std::vector<NounPhrase> parts = parts_of(reading, phrase_in(reading, words));
      sources.insert(sources.end(), parts.begin(), parts.end());
    }
  }
  return sources;
}

/// "With", left of a source whose words the network parted; a writer's initials behind the words.
bool is_a_leftover(const Reading& reading, TokenRange words) {
  const Form form = reading.form(words.first);
  const TokenRange sentence =
      reading.trimmed(reading.sentences()[reading.sentence_of(words.first)]);
  const bool alone = sentence.size() == 1 && reading.quotation_of(words.first) < 0;
  return words.size() == 1 && (alone || form == Form::preposition || form == Form::determiner ||
                               form == Form::coordinator || form == Form::infinitive_mark);
}

/// Words in a paragraph before or behind the cue's that belong to another: an item of a list, a
/// part of a sentence. Only whole sentences of a quotation go on over paragraphs.
bool is_of_another_paragraph(const Reading& reading, TokenRange words, Token cue) {
  const auto [from, to] = std::minmax(words.first, cue);
  bool another = false;
  for (Token token = from + 1; token <= to && !another; ++token) {
    another = reading.starts_paragraph(token);
  }
  if (!another) {
    return false;
  }
  const TokenRange sentence =
      reading.trimmed(reading.sentences()[reading.sentence_of(words.first)]);
  const bool quoted = reading.quotation_of(words.first) >= 0;
  return !quoted || words.past < sentence.past;
}

/// "Although the mayor said the pier was safe, engineers closed it": what she said ends before
/// whoever does what the sentence tells.
TokenRange words_around(const Reading& reading, Token cue, const readers::Proposal& proposal) {
  const TokenRange all{0, reading.size()};
  const Token told = reading.head(cue);
  if (reading.link(cue) != Link::adverbial_clause || told < cue) {
    return all;
  }
  const Token subject = reading.clause(told).subject;
  if (subject == kNoToken || subject < cue) {
    return all;
  }
  const Token past = reading.left_edge(subject);
  const bool says_clause = std::ranges::any_of(proposal.content, [&](TokenRange range) {
    return reading.has_finite({std::max(range.first, cue + 1), std::min(range.past, past)});
  });
  return says_clause ? TokenRange{reading.left_edge(cue), past} : all;
}

/// One range a sentence, without the dateline, and without the "that" in front: it belongs to the
/// cue's clause.
std::vector<TokenRange> content_of(const Reading& reading, const readers::Proposal& proposal,
                                   Token cue) {
  const TokenRange around = words_around(reading, cue, proposal);
  std::vector<TokenRange> content;
  for (const TokenRange range : proposal.content) {
    const TokenRange body{std::max({range.first, reading.body(), around.first}),
                          std::min(range.past, around.past)};
    if (body.first >= body.past) {
      continue;
    }
    for (const TokenRange part : by_sentence(reading, body)) {
      if (is_a_leftover(reading, part) ||
          is_of_another_paragraph(reading, part, proposal.cue.first)) {
        continue;
      }
      TokenRange words = part;
      const bool joined = content.empty() && words.size() > 1 &&
                          reading.is(words.first, StatementList::that) &&
                          reading.link(words.first) == Link::marker;
      if (joined) {
        words = reading.trimmed({words.first + 1, words.past});
      }
      while (words.size() > 0 && reading.form(words.past - 1) == Form::determiner &&
             reading.link(words.past - 1) == Link::determiner) {  // that of a source behind it
        words = reading.trimmed({words.first, words.past - 1});
      }
      if (words.size() > 0) {
        content.push_back(words);
      }
    }
  }
  return content;
}

bool all_quoted(const Reading& reading, const std::vector<TokenRange>& content) {
  for (const TokenRange range : content) {
    for (Token token = range.first; token < range.past; ++token) {
      if (!reading.is_punct(token) && reading.quotation_of(token) < 0) {
        return false;
      }
    }
  }
  return !content.empty();
}

/// Cue and source where they stand together, up to the content.
TokenRange clause_of(const Reading& reading, const readers::Proposal& proposal,
                     const Attribution& made) {
  TokenRange clause = proposal.cue;
  const TokenRange sentence = reading.sentences()[reading.sentence_of(made.cue)];
  for (const NounPhrase& source : made.sources) {
    if (sentence.contains(source.tokens.first) && source.tokens.past <= clause.first) {
      clause.first = source.tokens.first;
    }
  }
  for (const TokenRange range : made.content) {
    if (range.past <= proposal.cue.first) {
      clause.first = std::max(clause.first, range.past);
    }
  }
  return clause;
}

/// "The governor accepted that …", "was worried that …": what somebody with a "that" behind it
/// tells is said or held, whatever the word; not so what things show.
bool is_told(const Reading& reading, const Attribution& made) {
  if (made.sources.empty() || made.content.empty() || !can_say(reading, made.sources.front())) {
    return false;
  }
  const auto complements = reading.children(made.cue);
  return std::ranges::any_of(complements, [&](Token child) {
    const Token mark = reading.child(child, Link::marker);
    return reading.link(child) == Link::clause_complement && child > made.cue && mark != kNoToken &&
           reading.is(mark, StatementList::that) && made.content.front().contains(child);
  });
}

}  // namespace

Attribution attribution_of(const Reading& reading, const readers::Proposal& proposal) {
  Attribution made;
  made.rule = "network";
  made.cue = main_word(reading, proposal.cue);
  made.cue_words = {proposal.cue};
  made.verb = reading.lemma(made.cue);
  made.sources = sources_of(reading, proposal);
  made.content = content_of(reading, proposal, made.cue);
  made.quotation = all_quoted(reading, made.content);
  made.clause = clause_of(reading, proposal, made);
  made.confidence = proposal.confidence;
  const Cue* cue = known_cue(reading, made.cue);
  const bool clause = std::ranges::any_of(
      made.content, [&](TokenRange range) { return reading.has_finite(range); });
  made.act = cue == nullptr ? Act::said : cue->act;
  // "Demanded an inquiry" is said; that it is by no clause keeps it from pages (is_sound).
  const bool spoken =
      clause || (always_says(reading, made.cue) && !made.sources.empty() &&
                 can_say(reading, made.sources.front()) && made.confidence >= kSpoken);
  made.held = made.act != Act::said || !spoken || (cue == nullptr && !is_told(reading, made));
  if (!made.held && cue != nullptr) {
    made.mood = cue->mood;
  }
  return made;
}

bool is_sound(const Reading& reading, const Attribution& proposed) {
  const Cue* cue = known_cue(reading, proposed.cue);
  if (proposed.held || cue == nullptr || proposed.sources.empty()) {
    return false;
  }
  const bool shape = cue->takes(Frame::clause) || (cue->takes(Frame::quote) && proposed.quotation);
  const bool done = cue->noun || was_done(reading, proposed.cue);
  return shape && done && can_say(reading, proposed.sources.front()) &&
         is_whole(reading, proposed.content);
}

bool is_unsaid(const Reading& reading, const Attribution& proposed) {
  const Cue* cue = known_cue(reading, proposed.cue);
  return cue != nullptr && cue->act == Act::said && reading.is_verb(proposed.cue) &&
         is_negated(reading, reading.clause(proposed.cue));
}

}  // namespace factbox::statements
