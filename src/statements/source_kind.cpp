#include "statements/source_kind.h"

#include <algorithm>
#include <array>

namespace factbox::statements {
namespace {

constexpr std::array<std::string_view, 12> kDefinite{
    "the", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my", "your"};
constexpr std::array<std::string_view, 9> kPronouns{"he",  "she",  "they", "it",     "him",
                                                    "her", "them", "who",  "himself"};
constexpr std::array<std::string_view, 5> kFirstPersons{"i", "we", "you", "me", "us"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_proper(const Reading& reading, Token token) {
  return reading.tag(token).starts_with("NNP");
}

bool is_masthead(const Reading& reading, Token token) {
  return is_proper(reading, token) && reading.tables().is_masthead(reading.lower(token));
}

/// Tokens of the noun group itself: up to the head, without what hangs on it behind.
TokenRange group(const NounPhrase& phrase) {
  return {phrase.tokens.first, std::min(phrase.head + 1, phrase.tokens.past)};
}

/// A person's name in the phrase: by the engine, as an apposition or behind a title.
bool has_person(const Reading& reading, const NounPhrase& phrase) {
  for (Token token = phrase.tokens.first; token < phrase.tokens.past; ++token) {
    const std::string_view label = reading.label(token);
    if (reading.entity_type(token) != "PERSON" || label == "poss" || label == "pobj") {
      continue;
    }
    const Token up = reading.head(token);
    const bool owned = up < phrase.tokens.past && up >= phrase.tokens.first &&
                       (reading.label(up) == "poss" || reading.label(up) == "pobj");
    if (!owned) {
      return true;
    }
  }
  return false;
}

const std::string* entity_kind(const Reading& reading, Token token) {
  const std::int32_t mention = reading.name_at(token);
  if (mention < 0) {
    return nullptr;
  }
  const auto& mentions = reading.mentions();
  const std::uint32_t entity = mentions.names[static_cast<std::size_t>(mention)].entity;
  return entity < mentions.entities.size() ? &mentions.entities[entity].kind : nullptr;
}

bool is_outlet_kind(const std::string* kind) {
  return kind != nullptr && *kind == "outlet";  // an "agency" may be a government's
}

const SourceNoun* noun_of(const Reading& reading, Token head) {
  const StatementTables& tables = reading.tables();
  if (const SourceNoun* noun = tables.source_noun(reading.lemma(head))) {
    return noun;
  }
  return tables.source_noun(reading.lower(head));
}

bool is_definite(const Reading& reading, const NounPhrase& phrase) {
  const Token first = phrase.tokens.first;
  if (among(kDefinite, reading.lower(first))) {
    return true;
  }
  const Token owner = reading.child(phrase.head, "poss");
  return owner != kNoToken && owner >= first && owner < phrase.tokens.past;
}

/// Words beyond article and noun: "a hospital source" says more than "a source".
bool is_described(const Reading& reading, const NounPhrase& phrase) {
  if (phrase.tokens.past > phrase.head + 1) {
    return true;
  }
  for (Token token = phrase.tokens.first; token < phrase.head; ++token) {
    const std::string_view label = reading.label(token);
    if (label != "det" && label != "nummod" && label != "predet" &&
        !reading.is_word(token, "one") && !reading.is_word(token, "other") &&
        !reading.is_word(token, "several")) {
      return true;
    }
  }
  return false;
}

/// "State television": one that everybody knows.
bool of_a_state(const Reading& reading, const NounPhrase& phrase) {
  for (Token token = phrase.tokens.first; token < phrase.head; ++token) {
    if (reading.is_word(token, "state") || reading.is_word(token, "state-run")) {
      return true;
    }
  }
  return false;
}

/// "Court papers": what is written on, not what is printed daily.
bool is_paperwork(const Reading& reading, const NounPhrase& phrase) {
  if (!reading.is_word(phrase.head, "papers")) {
    return false;
  }
  const Token before = phrase.head == 0 ? 0 : phrase.head - 1;
  return before >= phrase.tokens.first && reading.tag(before) == "NN";
}

void read_pronoun(const Reading& reading, const NounPhrase& phrase, SourceKind& kind) {
  const std::string_view word = reading.lower(phrase.head);
  if (among(kPronouns, word)) {
    kind.later = true;
    kind.plural = word == "they" || word == "them";
    if (word != "it") {
      kind.kind = SourceClass::person;
    }
    return;
  }
  if (among(kFirstPersons, word)) {
    kind.kind = SourceClass::person;
  }
}

/// "The Taiwanese publication DigiTimes": a name with the noun before it.
bool has_outlet_noun(const Reading& reading, Token head) {
  return std::ranges::any_of(reading.children(head), [&](Token child) {
    if (reading.label(child) != "compound" && reading.label(child) != "nmod") {
      return false;
    }
    const SourceNoun* noun = noun_of(reading, child);
    return noun != nullptr && noun->kind == SourceClass::outlet;
  });
}

/// "A Channel 4 television report", "a new report by E!": a story of an outlet that no table has.
bool made_by_outlet(const Reading& reading, const NounPhrase& phrase) {
  for (const Token child : reading.children(phrase.head)) {
    if (reading.label(child) == "compound" || reading.label(child) == "nmod") {
      const SourceNoun* noun = noun_of(reading, child);
      const bool outlet = noun != nullptr &&
                          (noun->kind == SourceClass::outlet || noun->kind == SourceClass::media);
      if (outlet || is_masthead(reading, child)) {
        return true;
      }
    }
    if (reading.label(child) != "prep" || child > phrase.tokens.past) {
      continue;
    }
    if (!reading.is_word(child, "by") && !reading.is_word(child, "from")) {
      continue;
    }
    const Token maker = reading.child(child, "pobj");
    if (maker == kNoToken || !is_proper(reading, maker) || reading.entity_type(maker) == "GPE") {
      continue;
    }
    const SourceNoun* body = noun_of(reading, maker);
    return body == nullptr || body->kind == SourceClass::outlet;
  }
  return false;
}

void read_outlet(const Reading& reading, const NounPhrase& phrase, const SourceNoun* noun,
                 SourceKind& kind) {
  const bool person = noun != nullptr && noun->kind == SourceClass::person;
  kind.outlet = person ? nullptr : outlet_in(reading, group(phrase));
  const auto is = [&](SourceClass one) { return noun != nullptr && noun->kind == one; };
  if (kind.outlet == nullptr && (is(SourceClass::story) || is(SourceClass::reporter))) {
    kind.outlet = outlet_in(reading, phrase.tokens);
  }
  if (is(SourceClass::poll) || is(SourceClass::source) || is(SourceClass::document) ||
      is(SourceClass::matter) || is(SourceClass::body)) {
    kind.outlet = nullptr;
  }
  const bool by_name = noun == nullptr && is_outlet_kind(entity_kind(reading, phrase.head));
  const bool made = is(SourceClass::story) && made_by_outlet(reading, phrase);
  if (kind.outlet != nullptr || by_name || made) {
    kind.kind = SourceClass::outlet;
    kind.name = true;
  }
}

/// "Wee of the Times", "CNN's Chris Cuomo": a reporter by the outlet that stands with the name.
bool is_reporter_of_outlet(const Reading& reading, const NounPhrase& phrase) {
  if (!is_proper(reading, phrase.head) && !has_person(reading, phrase)) {
    return false;
  }
  for (const Token child : reading.children(phrase.head)) {
    const bool owner = reading.label(child) == "poss" || reading.label(child) == "compound";
    const TokenRange before{reading.left_edge(child), child + 1};
    if (owner && outlet_in(reading, before) != nullptr) {
      return true;
    }
    if (reading.label(child) != "prep" || !reading.is_word(child, "of")) {
      continue;
    }
    const TokenRange words{child + 1, std::min(reading.right_edge(child), phrase.tokens.past)};
    if (words.size() == 0) {
      continue;
    }
    if (outlet_in(reading, words) != nullptr || is_masthead(reading, words.past - 1)) {
      return true;
    }
  }
  // "Post bureau chief Juliet Eilperin".
  bool paper = false;
  for (Token token = phrase.tokens.first; token < phrase.tokens.past; ++token) {
    paper |= is_masthead(reading, token);
    const SourceNoun* noun = paper ? reading.tables().source_noun(reading.lower(token)) : nullptr;
    const bool reports = noun != nullptr && noun->kind == SourceClass::reporter;
    if (paper && (reports || reading.is_word(token, "bureau"))) {
      return true;
    }
  }
  return false;
}

void read_noun(const Reading& reading, const NounPhrase& phrase, const SourceNoun& noun,
               SourceKind& kind) {
  kind.kind = noun.kind;
  kind.plural = reading.tag(phrase.head) == "NNS" || reading.tag(phrase.head) == "NNPS";
  const bool definite = is_definite(reading, phrase);
  const bool described = is_described(reading, phrase);
  kind.later = reading.is_word(phrase.tokens.first, "the") && phrase.tokens.past == phrase.head + 1;
  const Token owner = reading.child(phrase.head, "poss");
  if (noun.kind == SourceClass::outlet && owner != kNoToken && owner >= phrase.tokens.first &&
      reading.is_word(phrase.head, "website")) {
    kind.kind = SourceClass::document;  // "the ministry's website" is a page of the ministry's
    return;
  }
  switch (noun.kind) {
    case SourceClass::source:
      kind.anonymous = described ? Anonymity::role : noun.indefinite;
      return;
    case SourceClass::person:
    case SourceClass::reporter:
      kind.anonymous = definite ? Anonymity::named : noun.indefinite;
      return;
    case SourceClass::outlet:
    case SourceClass::media:
      kind.anonymous = definite || kind.name ? Anonymity::named : noun.indefinite;
      if (noun.kind == SourceClass::media) {
        kind.anonymous = Anonymity::unnamed;
      }
      if (of_a_state(reading, phrase)) {
        kind.anonymous = Anonymity::named;
      }
      return;
    case SourceClass::story:
      kind.anonymous = definite || described ? Anonymity::named : noun.indefinite;
      return;
    case SourceClass::document:
    case SourceClass::poll:
      kind.anonymous = definite || described || !kind.plural ? Anonymity::named : noun.indefinite;
      return;
    case SourceClass::body:
    case SourceClass::matter:
    case SourceClass::time:
      return;
  }
}

}  // namespace

const reports::Outlet* outlet_in(const Reading& reading, TokenRange tokens) {
  constexpr Token kLongestName = 7;
  constexpr Token kWindow = 24;
  const reports::Outlets& outlets = reading.tables().outlets();
  const Token past = std::min(tokens.past, tokens.first + kWindow);
  for (Token length = std::min(kLongestName, past - tokens.first); length > 0; --length) {
    for (Token first = tokens.first; first + length <= past; ++first) {
      const TokenRange words{first, first + length};
      const char letter = reading.word(first).front();
      const bool small = letter >= 'a' && letter <= 'z' && !reading.is_word(first, "the");
      if (small || reading.is_punct(first) || reading.is_punct(words.past - 1)) {
        continue;
      }
      const std::string_view name = reading.bytes(words).in(reading.text());
      if (const reports::Outlet* outlet = outlets.find_by_name(name)) {
        return outlet;
      }
    }
  }
  return nullptr;
}

SourceKind kind_of(const Reading& reading, const NounPhrase& phrase) {
  SourceKind kind;
  const Token head = phrase.head;
  if (reading.tag(head) == "PRP" || reading.tag(head) == "WP") {
    read_pronoun(reading, phrase, kind);
    return kind;
  }
  const SourceNoun* noun = noun_of(reading, head);
  if (is_masthead(reading, head) && !has_person(reading, phrase)) {
    kind.kind = SourceClass::outlet;
    kind.name = true;
    kind.outlet = outlet_in(reading, group(phrase));
    kind.outlet_name = reading.bytes(group(phrase)).in(reading.text());
    return kind;
  }
  read_outlet(reading, phrase, noun, kind);
  if (kind.kind == SourceClass::outlet) {
    kind.outlet_name = reading.bytes(group(phrase)).in(reading.text());
    return kind;
  }
  if (is_reporter_of_outlet(reading, phrase)) {
    kind.kind = SourceClass::reporter;
    kind.name = true;
    return kind;
  }
  if (noun != nullptr && is_paperwork(reading, phrase)) {
    kind.kind = SourceClass::document;
    kind.plural = true;
    return kind;
  }
  if (has_person(reading, phrase)) {
    kind.kind = SourceClass::person;
    kind.name = true;
    return kind;
  }
  if (noun != nullptr && noun->kind != SourceClass::time) {
    const bool outlet = noun->kind == SourceClass::outlet;
    if (outlet && is_proper(reading, head)) {
      kind.name = true;
    }
    for (Token token = phrase.tokens.first; outlet && token < head; ++token) {
      const std::string_view type = reading.entity_type(token);
      if (is_proper(reading, token) && type != "GPE" && type != "NORP") {
        kind.name = true;
      }
    }
    read_noun(reading, phrase, *noun, kind);
    if (outlet) {
      kind.outlet_name = reading.bytes(group(phrase)).in(reading.text());
    }
    return kind;
  }
  if (is_proper(reading, head) && has_outlet_noun(reading, head)) {
    kind.kind = SourceClass::outlet;
    kind.name = true;
    kind.outlet_name = reading.word(head);
    return kind;
  }
  const std::string_view type = reading.entity_type(head);
  if (type == "ORG" || type == "GPE" || type == "NORP" || type == "LOC" || type == "FAC") {
    kind.kind = SourceClass::body;
    kind.name = true;
  } else if (type == "PERSON" || is_proper(reading, head)) {
    kind.kind = SourceClass::person;
    kind.name = true;
  } else if (reading.tag(head) == "NNS" && reading.tag(phrase.tokens.first) != "DT") {
    kind.anonymous = Anonymity::role;
  } else if (reading.is_word(phrase.tokens.first, "a") ||
             reading.is_word(phrase.tokens.first, "an")) {
    kind.anonymous = Anonymity::role;
  }
  return kind;
}

bool can_say(const Reading& reading, const NounPhrase& phrase) {
  const SourceKind kind = kind_of(reading, phrase);
  return kind.kind.has_value() && *kind.kind != SourceClass::time;
}

bool can_be_cited(const Reading& reading, const NounPhrase& phrase) {
  const SourceKind kind = kind_of(reading, phrase);
  return kind.kind.has_value() && *kind.kind != SourceClass::time &&
         *kind.kind != SourceClass::matter;
}

}  // namespace factbox::statements
