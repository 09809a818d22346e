#include "statements/sources/source_clause.h"

#include <algorithm>
#include <ranges>

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

bool is_noun(const Reading& reading, Token token) {
  const Form form = reading.form(token);
  return texts::is_noun(form) || form == Form::pronoun || form == Form::number ||
         form == Form::determiner || form == Form::question_pronoun ||
         reading.entity_type(token) != texts::NameType::none;
}

/// Not so "who", which is a source by itself: whom it stands for, the chain tells.
bool is_relative(const Reading& reading, Token token) {
  return reading.is(token, StatementList::relative);
}

bool is_subject(const Reading& reading, Token token) {
  return reading.link(token) == Link::subject || reading.link(token) == Link::passive_subject;
}

/// Verbs whose object is who is told: "…, told reporters" has its subject before it.
bool tells(const Reading& reading, Token verb) {
  return reading.lemma_is(verb, StatementList::tells);
}

/// "neither confirmed nor denied".
bool has_neither(const Reading& reading, Token verb) {
  constexpr std::size_t kMost = 64;
  const auto children = reading.children(verb);
  return std::ranges::any_of(children.first(std::min(kMost, children.size())), [&](Token child) {
    return child < verb && reading.is(child, StatementList::neither) && !is_subject(reading, child);
  });
}

/// The noun right before or right after a verb that the parser left without a subject.
Token neighbour(const Reading& reading, Token verb, bool& inverted) {
  if (verb > 0 && is_noun(reading, verb - 1) && !reading.is_time(verb - 1)) {
    inverted = false;
    return verb - 1;
  }
  if (tells(reading, verb)) {
    const bool behind_comma = verb > 1 && reading.word(verb - 1) == ",";
    inverted = false;
    return behind_comma && is_noun(reading, verb - 2) && !reading.is_time(verb - 2) ? verb - 2
                                                                                    : kNoToken;
  }
  if (verb + 1 < reading.size() && verb > 0 && reading.is_punct(verb - 1)) {
    for (const Token child : reading.children(verb)) {
      const Link link = reading.link(child);
      const bool fits = link == Link::object || link == Link::attribute || link == Link::unclear ||
                        link == Link::noun_adverb;
      if (child > verb && fits && reading.left_edge(child) == verb + 1 && !reading.is_time(child) &&
          is_noun(reading, child)) {
        inverted = true;
        return child;
      }
    }
  }
  return kNoToken;
}

/// "…, director of the site says.": the words between the last comma and a verb that ends the
/// sentence, where the parser took another noun for the subject.
Token subject_by_commas(const Reading& reading, Token verb, const NounPhrase& taken) {
  const TokenRange sentence = reading.sentences()[reading.sentence_of(verb)];
  for (Token token = verb + 1; token < sentence.past; ++token) {
    if (!reading.is_punct(token) && !reading.is_time(token)) {
      return kNoToken;
    }
  }
  Token comma = verb;
  while (comma > sentence.first && reading.word(comma - 1) != ",") {
    --comma;
  }
  if (comma == sentence.first || taken.tokens.past >= comma || taken.tokens.first >= comma) {
    return kNoToken;
  }
  if (comma == verb || reading.has_finite({comma, verb})) {
    return kNoToken;
  }
  for (Token token = comma; token < verb; ++token) {
    if (reading.form(token) == Form::preposition || reading.form(token) == Form::coordinator) {
      return kNoToken;
    }
    const bool last = token + 1 == verb || reading.form(token + 1) == Form::preposition;
    if (texts::is_noun(reading.form(token)) && last) {
      return token;
    }
  }
  return kNoToken;
}

bool may_follow(const Reading& reading, Token child, Token verb) {
  const Link link = reading.link(child);
  if (link == Link::particle || link == Link::noun_adverb || link == Link::preposition ||
      link == Link::agent) {
    return true;
  }
  if (link == Link::adverb || link == Link::indirect_object) {
    return true;
  }
  return reading.is_time(child) && child > verb && link != Link::clause_complement;
}

/// Where the phrase may end at the latest: before a comma, a quotation or what is reported.
Token complement_start(const Reading& reading, Token verb) {
  for (const Token child : reading.children(verb)) {
    const Link link = reading.link(child);
    if (child > verb && (link == Link::clause_complement || link == Link::open_complement ||
                         link == Link::adverbial_clause)) {
      return std::max(reading.left_edge(child), verb + 1);
    }
  }
  return kNoToken;
}

/// The noun beside a verb with tense that has no subject in the parse.
Subject subject_beside(const Reading& reading, Token verb) {
  const Link link = reading.link(verb);
  const bool joined = link == Link::conjunct || link == Link::adverbial_clause ||
                      link == Link::open_complement || link == Link::prepositional_clause;
  if (!reading.has_tense(verb) || (joined && reading.form(verb) == Form::present_participle)) {
    return {};
  }
  bool inverted = false;
  const Token near = neighbour(reading, verb, inverted);
  const bool describes = link == Link::noun_clause && near == reading.head(verb);
  return near == kNoToken || describes ? Subject{} : Subject{near, false, inverted};
}

/// Whether a verb has the subject of what it hangs on.
bool leans_on_head(const Reading& reading, Token verb) {
  const Link link = reading.link(verb);
  if (link == Link::clause_complement) {
    return reading.form(verb) == Form::present_participle;
  }
  return link == Link::conjunct || link == Link::adverbial_clause ||
         link == Link::open_complement || link == Link::prepositional_clause ||
         link == Link::preposition;
}

/// "the head of the mission, Henrik Osterby": the parser hung both on another noun.
void add_apposition(const Reading& reading, NounPhrase& phrase) {
  if (reading.link(phrase.head) != Link::apposition) {
    return;
  }
  const Token described = reading.head(phrase.head);
  if (reading.link(described) == Link::apposition && described < phrase.tokens.first) {
    phrase.tokens.first = reading.left_edge(described);
    return;
  }
  const auto siblings = reading.children(described);
  for (const Token sibling : std::views::reverse(siblings)) {
    const bool before = phrase.tokens.first > 0 &&
                        reading.right_edge(sibling) + 1 == phrase.tokens.first &&
                        reading.word(phrase.tokens.first - 1) == ",";
    if (before && reading.link(sibling) == Link::apposition) {
      phrase.tokens.first = reading.left_edge(sibling);
    }
  }
}

/// "the state news agency IRNA reported": the parser may take both for subjects.
void add_title(const Reading& reading, Token verb, NounPhrase& phrase) {
  if (phrase.tokens.first == 0) {
    return;
  }
  const Token before = phrase.tokens.first - 1;
  if (reading.head(before) == verb && is_subject(reading, before) && !reading.is_punct(before)) {
    phrase.tokens.first = reading.left_edge(before);
  }
}

/// Gives the clause its subject; returns where the words behind it go on.
Token add_subject(const Reading& reading, const Subject& subject, TokenRange sentence,
                  SourceClause& clause) {
  const Token verb = clause.verb;
  if (subject.head == kNoToken || subject.head < sentence.first || subject.head >= sentence.past) {
    return clause.tokens.past;
  }
  if (subject.head > verb) {
    clause.subjects = parallel_phrases(reading, subject.head, verb + 1, sentence.past);
    return std::max(clause.tokens.past, clause.subjects.back().tokens.past);
  }
  clause.subjects = parallel_phrases(reading, subject.head, sentence.first, verb);
  if (subject.borrowed) {
    return clause.tokens.past;
  }
  add_title(reading, verb, clause.subjects.front());
  const Token nearer = subject_by_commas(reading, verb, clause.subjects.front());
  if (nearer != kNoToken) {
    clause.subjects = {{nearer, {reading.left_edge(nearer), verb}}};
  }
  if (tells(reading, verb)) {
    add_apposition(reading, clause.subjects.front());
  }
  clause.tokens.first = std::min(clause.tokens.first, clause.subjects.front().tokens.first);
  return clause.tokens.past;
}

/// Gives the clause who was told, if the verb tells somebody; returns where the words go on.
Token add_audience(const Reading& reading, TokenRange sentence, Token subject, Token at,
                   SourceClause& clause) {
  const Token verb = clause.verb;
  for (const Token child : reading.children(verb)) {
    const Link link = reading.link(child);
    const bool object = child > verb && (link == Link::object || link == Link::indirect_object);
    if (!object || reading.left_edge(child) > at || reading.is_time(child) || child == subject) {
      continue;
    }
    clause.audience = parallel_phrases(reading, child, verb + 1, sentence.past);
    return std::max(at, clause.audience.back().tokens.past);
  }
  return at;
}

void add_cue_words(const Reading& reading, Token verb, SourceClause& clause) {
  Token first = verb;
  while (first > 0) {
    const Link link = reading.link(first - 1);
    const bool own = reading.head(first - 1) == verb;
    if (!own || (link != Link::auxiliary && link != Link::passive_auxiliary &&
                 link != Link::negation && link != Link::adverb)) {
      break;
    }
    --first;
  }
  Token past = verb + 1;
  const Token particle = reading.child(verb, Link::particle);
  if (particle == past) {
    ++past;
  }
  clause.cue_words.push_back({first, past});
}

}  // namespace

bool is_negated(const Reading& reading, const Clause& clause) {
  if (clause.negation != kNoToken || has_neither(reading, clause.verb)) {
    return true;
  }
  const Token verb = clause.verb;
  return reading.link(verb) == Link::conjunct && has_neither(reading, reading.head(verb));
}

namespace {

/// "The bridge, said Dunmore, would stay shut": the parser may give the verb both as subjects, and
/// who says it stands behind.
Token subject_behind(const Reading& reading, Token verb) {
  if (verb == 0 || reading.word(verb - 1) != "," || reading.link(verb) != Link::parataxis) {
    return kNoToken;
  }
  for (const Token child : reading.children(verb)) {
    if (child > verb && reading.link(child) == Link::subject) {
      return child;
    }
  }
  return kNoToken;
}

}  // namespace

Subject subject_of(const Reading& reading, Token verb) {
  constexpr int kFarthest = 6;
  if (const Token behind = subject_behind(reading, verb); behind != kNoToken) {
    return {behind, false, true};
  }
  Token at = verb;
  for (int steps = 0; steps < kFarthest; ++steps) {
    const Token own = reading.clause(at).subject;
    const Link link = reading.link(at);
    if (own != kNoToken) {
      const bool relative = is_relative(reading, own) && link == Link::relative_clause;
      return {relative ? reading.head(at) : own, at != verb, !relative && at == verb && own > verb};
    }
    if (at == verb) {
      if (const Subject near = subject_beside(reading, verb); near.head != kNoToken) {
        return near;
      }
    }
    if (link == Link::noun_clause || link == Link::relative_clause) {
      return {reading.head(at), at != verb, false};
    }
    if (!leans_on_head(reading, at)) {
      break;
    }
    at = reading.head(at);
  }
  return {};
}

Token past_circumstances(const Reading& reading, Token verb, Token from) {
  const Token limit = complement_start(reading, verb);
  Token at = from;
  for (const Token child : reading.children(verb)) {
    if (child < at || child < verb) {
      continue;
    }
    if (reading.left_edge(child) != at || !may_follow(reading, child, verb)) {
      if (reading.left_edge(child) > at || child >= limit) {
        break;
      }
      continue;
    }
    const Token past = reading.right_edge(child);
    if (limit != kNoToken && past > limit) {
      break;
    }
    at = past;
  }
  while (at < reading.size() && reading.is_time(at) && (limit == kNoToken || at < limit)) {
    ++at;
  }
  return at;
}

SourceClause source_clause(const Reading& reading, Token verb, bool told) {
  SourceClause clause{.verb = verb,
                      .main = verb,
                      .subjects = {},
                      .audience = {},
                      .tokens = {verb, verb + 1},
                      .cue_words = {}};
  add_cue_words(reading, verb, clause);
  clause.tokens = clause.cue_words.front();
  const Subject subject = subject_of(reading, verb);
  clause.inverted = subject.inverted;
  clause.borrowed_subject = subject.borrowed;
  const TokenRange sentence = reading.sentences()[reading.sentence_of(verb)];
  Token at = add_subject(reading, subject, sentence, clause);
  if (told) {
    at = add_audience(reading, sentence, subject.head, at, clause);
  }
  clause.tokens.past = std::min(past_circumstances(reading, verb, at), sentence.past);
  return clause;
}

}  // namespace factbox::statements
