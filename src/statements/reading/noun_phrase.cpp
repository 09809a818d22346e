#include "statements/reading/noun_phrase.h"

#include <algorithm>
#include <array>

#include "base/letters.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

constexpr std::array<Link, 11> kBefore{Link::determiner, Link::adjective,     Link::compound,
                                       Link::possessor,  Link::number,        Link::noun_modifier,
                                       Link::quantifier, Link::predeterminer, Link::noun_adverb,
                                       Link::case_mark,  Link::apposition};
constexpr std::array<Link, 7> kAfter{Link::preposition, Link::apposition,    Link::adjective,
                                     Link::number,      Link::noun_modifier, Link::compound,
                                     Link::punctuation};

template <std::size_t N>
bool among(const std::array<Link, N>& links, Link link) {
  return std::ranges::find(links, link) != links.end();
}

Token first_of(const Reading& reading, Token head, Token from) {
  Token first = head;
  const auto children = reading.children(head);
  for (std::size_t left = children.size(); left > 0; --left) {
    const Token child = children[left - 1];
    if (child > head) {
      continue;
    }
    const std::string_view word = reading.word(child);
    const bool hyphen = (is_dash(word) || word == ",") && child + 1 == first;
    if (!among(kBefore, reading.link(child)) && !hyphen && !reading.is_quotation_mark(child) &&
        reading.link(child) != Link::adverb) {
      break;
    }
    if (reading.right_edge(child) != first) {
      break;  // something else stands between
    }
    if (reading.link(child) == Link::adverb && !reading.is(child, StatementList::then)) {
      break;
    }
    first = reading.left_edge(child);
  }
  first = std::max(first, from);
  while (first < head && (reading.is_punct(first) || reading.link(first) == Link::coordinator ||
                          reading.link(first) == Link::preconjunction)) {
    ++first;
  }
  return first;
}

/// Where a clause of its own begins inside [first, past), which no phrase takes in.
Token cut_clause(const Reading& reading, Token first, Token past) {
  for (Token token = first; token < past; ++token) {
    const Link link = reading.link(token);
    // "Li Gang, a resident, seen in a queue, said": set off by a comma, it describes no source.
    const Token edge = reading.left_edge(token);
    const bool aside = link == Link::noun_clause && edge > 0 && reading.word(edge - 1) == ",";
    if (!aside && link != Link::relative_clause && link != Link::clause_complement &&
        link != Link::adverbial_clause && link != Link::parataxis) {
      continue;
    }
    if (edge >= first) {
      return reading.left_edge(token);
    }
  }
  return past;
}

bool is_about_time(const Reading& reading, Token prep) {
  const auto children = reading.children(prep);
  return !children.empty() && reading.is_time(children.front());
}

Token past_of(const Reading& reading, Token head, Token past) {
  Token end = head + 1;
  for (const Token child : reading.children(head)) {
    if (child < head) {
      continue;
    }
    if (child >= past || !among(kAfter, reading.link(child))) {
      break;
    }
    if (reading.left_edge(child) > end) {
      break;
    }
    const bool time = reading.is_time(child) || is_about_time(reading, child);
    if (time &&
        (reading.link(child) == Link::preposition || reading.link(child) == Link::apposition)) {
      break;
    }
    end = reading.right_edge(child);
  }
  end = cut_clause(reading, head + 1, std::min(end, past));
  while (end > head + 1 && reading.is_punct(end - 1) && reading.word(end - 1) != ")") {
    --end;
  }
  return end;
}

}  // namespace

NounPhrase phrase_of(const Reading& reading, Token head, Token from, Token past) {
  if (head >= reading.body()) {
    from = std::max(from, reading.body());  // a dateline is nobody's name
  }
  // The parser can place a head outside the stretch that is looked at (a dateline's, say).
  from = std::min(from, head);
  past = std::max(past, head + 1);
  return {head, {first_of(reading, head, from), past_of(reading, head, past)}};
}

namespace {

/// "A person familiar with the matter and internal documents": the parser joins "documents" to
/// "matter", though both it and "person" are what sources are called, and "matter" is not.
Token joined_below(const Reading& reading, const NounPhrase& phrase) {
  const auto is_source = [&](Token token) {
    return reading.tables().source_noun(reading.lemma(token)) != nullptr;
  };
  if (!is_source(phrase.head)) {
    return kNoToken;
  }
  for (Token token = phrase.head + 1; token < phrase.tokens.past; ++token) {
    if (reading.link(token) != Link::conjunct || !texts::is_noun(reading.form(token))) {
      continue;
    }
    if (is_source(token) && !is_source(reading.head(token))) {
      return token;
    }
  }
  return kNoToken;
}

/// Whether the phrase begins with a word that may stand for several nouns: "the", "three",
/// "several".
bool has_determiner(const Reading& reading, const NounPhrase& phrase) {
  const Token first = phrase.tokens.first;
  const Form form = reading.form(first);
  return first < phrase.head &&
         (form == Form::determiner || form == Form::predeterminer || form == Form::number ||
          form == Form::possessive_pronoun || reading.is(first, StatementList::quantity));
}

/// "The rector and dean of the college": one determiner over two nouns is one source. Not so "the
/// minister and aides", which it can't stand for, nor "the mayor and the dean".
bool is_one(const Reading& reading, const NounPhrase& first, const NounPhrase& second) {
  const Form one = reading.form(first.head);
  const bool common = one == Form::noun || one == Form::plural_noun;
  const bool bare = second.tokens.first == second.head;
  const bool joined = second.head > 0 && reading.link(second.head - 1) == Link::coordinator;
  return common && bare && joined && one == reading.form(second.head) &&
         has_determiner(reading, first);
}

}  // namespace

std::vector<NounPhrase> parallel_phrases(const Reading& reading, Token head, Token from,
                                         Token past) {
  constexpr std::size_t kMost = 8;
  std::vector<NounPhrase> phrases{phrase_of(reading, head, from, past)};
  Token last = head;
  while (phrases.size() < kMost) {
    Token next = reading.child(last, Link::conjunct);
    if (next == kNoToken) {
      next = joined_below(reading, phrases.back());
      if (next != kNoToken) {
        TokenRange& before = phrases.back().tokens;
        before.past = std::max(std::min(before.past, reading.left_edge(next)), last + 1);
        while (before.past > last + 1 && (reading.link(before.past - 1) == Link::coordinator ||
                                          reading.is_punct(before.past - 1))) {
          --before.past;
        }
      }
    }
    if (next == kNoToken || next <= last || next >= past) {
      break;
    }
    const NounPhrase phrase = phrase_of(reading, next, last + 1, past);
    if (is_one(reading, phrases.back(), phrase)) {
      phrases.back().tokens.past = phrase.tokens.past;
    } else {
      phrases.push_back(phrase);
    }
    last = next;
  }
  return phrases;
}

}  // namespace factbox::statements
