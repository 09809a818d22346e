#include "statements/sources/source_kind.h"

#include <algorithm>

#include "base/letters.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;
using texts::NameType;

namespace {

bool is_proper(const Reading& reading, Token token) {
  return texts::is_name(reading.form(token));
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
    const Link link = reading.link(token);
    if (reading.entity_type(token) != NameType::person || link == Link::possessor ||
        link == Link::prepositional_object || link == Link::noun_adverb) {
      continue;
    }
    const Token up = reading.head(token);
    const bool modifies = link == Link::compound && up == phrase.head &&
                          !texts::is_name(reading.form(up)) &&
                          reading.form(up) == Form::plural_noun;
    if (modifies) {
      continue;  // "Brandt aides"
    }
    const bool owned =
        up < phrase.tokens.past && up >= phrase.tokens.first &&
        (reading.link(up) == Link::possessor || reading.link(up) == Link::prepositional_object);
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
  return kind != nullptr &&
         *kind == "outlet";  // not English: a kind; an "agency" may be a government's
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
  if (reading.is(first, StatementList::definite)) {
    return true;
  }
  const Token owner = reading.child(phrase.head, Link::possessor);
  return owner != kNoToken && owner >= first && owner < phrase.tokens.past;
}

/// Words beyond article and noun: "a hospital source" says more than "a source".
bool is_described(const Reading& reading, const NounPhrase& phrase) {
  if (phrase.tokens.past > phrase.head + 1) {
    return true;
  }
  for (Token token = phrase.tokens.first; token < phrase.head; ++token) {
    const Link link = reading.link(token);
    if (link != Link::determiner && link != Link::number && link != Link::predeterminer &&
        !reading.is(token, StatementList::tells_nothing)) {
      return true;
    }
  }
  return false;
}

/// "State television": one that everybody knows.
bool of_a_state(const Reading& reading, const NounPhrase& phrase) {
  for (Token token = phrase.tokens.first; token < phrase.head; ++token) {
    if (reading.is(token, StatementList::of_state)) {
      return true;
    }
  }
  return false;
}

/// "Court papers": what is written on, not what is printed daily.
bool is_paperwork(const Reading& reading, const NounPhrase& phrase) {
  if (!reading.is(phrase.head, StatementList::papers)) {
    return false;
  }
  const Token before = phrase.head == 0 ? 0 : phrase.head - 1;
  return before >= phrase.tokens.first && reading.form(before) == Form::noun;
}

SourceKind named_as(SourceClass one) {
  SourceKind kind;
  kind.kind = one;
  kind.name = true;
  return kind;
}

SourceKind kind_by_pronoun(const Reading& reading, const NounPhrase& phrase) {
  SourceKind kind;
  const std::string_view word = reading.lower(phrase.head);
  kind.later = reading.tables().lists(StatementList::pronoun, word);
  kind.plural = reading.is(phrase.head, StatementList::they);
  if ((kind.later && !reading.is(phrase.head, StatementList::it)) ||
      reading.tables().lists(StatementList::first_person, word)) {
    kind.kind = SourceClass::person;
  }
  return kind;
}

/// "The Taiwanese publication DigiTimes": a name with the noun before it.
bool has_outlet_noun(const Reading& reading, Token head) {
  return std::ranges::any_of(reading.children(head), [&](Token child) {
    if (reading.link(child) != Link::compound && reading.link(child) != Link::noun_modifier) {
      return false;
    }
    const SourceNoun* noun = noun_of(reading, child);
    return noun != nullptr && noun->kind == SourceClass::outlet;
  });
}

/// "The news agency AKM Norova": whatever the engine takes the name for.
bool is_called_outlet(const Reading& reading, const NounPhrase& phrase) {
  const Token head = phrase.head;
  if (!is_proper(reading, head)) {
    return false;
  }
  Token first = head;
  while (first > phrase.tokens.first && is_proper(reading, first - 1)) {
    --first;
  }
  if (first == phrase.tokens.first) {
    return false;
  }
  const SourceNoun* noun = noun_of(reading, first - 1);
  return noun != nullptr && noun->kind == SourceClass::outlet;
}

/// "A new report by E!": the maker of a story, if it can be an outlet that no table has.
bool is_made_by(const Reading& reading, Token prep) {
  if (!reading.is(prep, StatementList::made_by)) {
    return false;
  }
  const Token maker = reading.child(prep, Link::prepositional_object);
  if (maker == kNoToken || !is_proper(reading, maker) ||
      reading.entity_type(maker) == NameType::polity) {
    return false;
  }
  const SourceNoun* body = noun_of(reading, maker);
  return body == nullptr || body->kind == SourceClass::outlet;
}

/// "A new Farm Ledger report": a name that tells nothing of a body, a country or a person.
bool is_name_of_maker(const Reading& reading, Token token) {
  const NameType type = reading.entity_type(token);
  const std::string* kind = entity_kind(reading, token);
  const SourceNoun* noun = noun_of(reading, token);
  return is_proper(reading, token) && !reading.is_time(token) && type != NameType::polity &&
         type != NameType::nationality && type != NameType::person && type != NameType::location &&
         (kind == nullptr || kind->empty() || is_outlet_kind(kind)) &&
         (noun == nullptr || noun->kind == SourceClass::outlet);
}

/// Whether a name, not only a noun, tells who made it.
bool made_by_name(const Reading& reading, const NounPhrase& phrase) {
  for (Token token = phrase.tokens.first; token < phrase.tokens.past; ++token) {
    if (token != phrase.head && is_name_of_maker(reading, token)) {
      return true;
    }
  }
  return false;
}

/// "A Channel 4 television report", "a new report by E!".
bool made_by_outlet(const Reading& reading, const NounPhrase& phrase) {
  return std::ranges::any_of(reading.children(phrase.head), [&](Token child) {
    const Link link = reading.link(child);
    if (link == Link::compound || link == Link::noun_modifier) {
      const SourceNoun* noun = noun_of(reading, child);
      return is_masthead(reading, child) || is_name_of_maker(reading, child) ||
             (noun != nullptr &&
              (noun->kind == SourceClass::outlet || noun->kind == SourceClass::media));
    }
    return link == Link::preposition && child <= phrase.tokens.past && is_made_by(reading, child);
  });
}

/// "Post bureau chief Juliet Eilperin".
bool has_reporter_title(const Reading& reading, const NounPhrase& phrase) {
  bool paper = false;
  for (Token token = phrase.tokens.first; token < phrase.tokens.past; ++token) {
    paper = paper || is_masthead(reading, token);
    const SourceNoun* noun = paper ? reading.tables().source_noun(reading.lower(token)) : nullptr;
    const bool reports = noun != nullptr && noun->kind == SourceClass::reporter;
    if (paper && (reports || reading.is(token, StatementList::bureau))) {
      return true;
    }
  }
  return false;
}

/// "BBC director general Mark Thompson": an office that speaks for the house.
bool has_office(const Reading& reading, const NounPhrase& phrase) {
  if (has_reporter_title(reading, phrase)) {
    return false;
  }
  for (Token token = phrase.tokens.first; token < phrase.head; ++token) {
    const SourceNoun* noun = reading.tables().source_noun(reading.lower(token));
    if (noun != nullptr && noun->kind == SourceClass::person) {
      return true;
    }
  }
  return false;
}

/// "The Valley Times Record": a name that holds a masthead's word and ends in what else would be a
/// document.
bool is_named_record(const Reading& reading, const NounPhrase& phrase) {
  const SourceNoun* noun = noun_of(reading, phrase.head);
  return is_proper(reading, phrase.head) && noun != nullptr &&
         noun->kind == SourceClass::document && phrase.head > phrase.tokens.first &&
         is_masthead(reading, phrase.head - 1);
}

/// The phrase as an outlet: by a name that a table knows, a masthead, or as an outlet's story; none
/// if it isn't one.
std::optional<SourceKind> kind_by_outlet(const Reading& reading, const NounPhrase& phrase,
                                         const SourceNoun* noun) {
  const auto is = [&](SourceClass one) { return noun != nullptr && noun->kind == one; };
  if (has_person(reading, phrase) && has_office(reading, phrase)) {
    return std::nullopt;
  }
  SourceKind kind = named_as(SourceClass::outlet);
  kind.outlet_name = reading.bytes(group(phrase)).in(reading.text());
  const bool masthead = (is_masthead(reading, phrase.head) || is_named_record(reading, phrase)) &&
                        !has_person(reading, phrase);
  if (!masthead && (is(SourceClass::poll) || is(SourceClass::source) || is(SourceClass::document) ||
                    is(SourceClass::matter) || is(SourceClass::body) || is(SourceClass::person))) {
    return std::nullopt;
  }
  kind.outlet = outlet_in(reading, group(phrase));
  if (kind.outlet == nullptr && (is(SourceClass::story) || is(SourceClass::reporter))) {
    kind.outlet = outlet_in(reading, phrase.tokens);
  }
  const bool by_name = noun == nullptr && is_outlet_kind(entity_kind(reading, phrase.head));
  const bool made = is(SourceClass::story) && made_by_outlet(reading, phrase);
  if (kind.outlet == nullptr && !by_name && !made && !masthead) {
    return std::nullopt;
  }
  if (made && kind.outlet == nullptr && !masthead && !made_by_name(reading, phrase)) {
    kind.name = false;  // "media reports", "a newspaper report"
    kind.anonymous = is_definite(reading, phrase) || of_a_state(reading, phrase)
                         ? Anonymity::named
                         : Anonymity::unnamed;
  }
  return kind;
}

/// Whether the words of an outlet stand with a person's name: "CNN's", "of the Times".
bool names_outlet(const Reading& reading, Token child, Token past) {
  const Link link = reading.link(child);
  if (link == Link::possessor && is_masthead(reading, child) && reading.left_edge(child) < child) {
    return true;
  }
  if (link == Link::possessor || link == Link::compound) {
    return outlet_in(reading, {reading.left_edge(child), child + 1}) != nullptr;
  }
  const TokenRange words{child + 1, std::min(reading.right_edge(child), past)};
  if (link != Link::preposition || !reading.is(child, StatementList::of) ||
      words.first >= words.past) {
    return false;
  }
  return outlet_in(reading, words) != nullptr || is_masthead(reading, words.past - 1);
}

/// "Wee of the Times", "CNN's Chris Cuomo": a reporter by the outlet that stands with the name.
bool is_reporter_of_outlet(const Reading& reading, const NounPhrase& phrase) {
  if ((!is_proper(reading, phrase.head) && !has_person(reading, phrase)) ||
      has_office(reading, phrase)) {
    return false;
  }
  const bool owned = std::ranges::any_of(reading.children(phrase.head), [&](Token child) {
    return names_outlet(reading, child, phrase.tokens.past);
  });
  return owned || has_reporter_title(reading, phrase);
}

/// "The ministry's website", "the website of the ministry": a page of the ministry's, no outlet.
bool is_own_website(const Reading& reading, const NounPhrase& phrase) {
  if (!reading.is(phrase.head, StatementList::website)) {
    return false;
  }
  const Token owner = reading.child(phrase.head, Link::possessor);
  const Token prep = reading.child(phrase.head, Link::preposition);
  const bool of =
      prep != kNoToken && prep < phrase.tokens.past && reading.is(prep, StatementList::of);
  return of || (owner != kNoToken && owner >= phrase.tokens.first);
}

/// How much a noun and what stands with it tell of who it is. `named`: it stands with a name.
Anonymity anonymity_of(const Reading& reading, const NounPhrase& phrase, const SourceNoun& noun,
                       bool plural, bool named) {
  const bool definite = is_definite(reading, phrase);
  const auto unless = [&](bool told) { return told ? Anonymity::named : noun.indefinite; };
  switch (noun.kind) {
    case SourceClass::source:
      return is_described(reading, phrase) ? Anonymity::role : noun.indefinite;
    case SourceClass::person:
    case SourceClass::reporter:
      return unless(definite);
    case SourceClass::outlet:
      return unless(definite || named || of_a_state(reading, phrase));
    case SourceClass::media:
      return of_a_state(reading, phrase) ? Anonymity::named : Anonymity::unnamed;
    case SourceClass::story:
      return unless(definite || is_described(reading, phrase));
    case SourceClass::document:
    case SourceClass::poll:
      return unless(definite || is_described(reading, phrase) || !plural);
    case SourceClass::body:
    case SourceClass::matter:
    case SourceClass::time:
      break;
  }
  return Anonymity::named;
}

/// Whether a name stands before an outlet's noun ("the Iraqiya channel"; not "US television").
bool stands_with_name(const Reading& reading, const NounPhrase& phrase) {
  for (Token token = phrase.tokens.first; token <= phrase.head && token < reading.size(); ++token) {
    const NameType type = token == phrase.head ? NameType::none : reading.entity_type(token);
    if (is_proper(reading, token) && type != NameType::polity && type != NameType::nationality) {
      return true;
    }
  }
  return false;
}

/// Reads a phrase whose head is in the table of nouns.
SourceKind kind_by_noun(const Reading& reading, const NounPhrase& phrase, const SourceNoun& noun) {
  SourceKind kind;
  kind.kind = noun.kind;
  kind.plural = reading.form(phrase.head) == Form::plural_noun ||
                reading.form(phrase.head) == Form::plural_name;
  kind.later =
      reading.is(phrase.tokens.first, StatementList::the) && phrase.tokens.past == phrase.head + 1;
  if (noun.kind == SourceClass::outlet) {
    if (is_own_website(reading, phrase)) {
      kind.kind = SourceClass::document;
      return kind;
    }
    kind.name = stands_with_name(reading, phrase);
    kind.outlet_name = reading.bytes(group(phrase)).in(reading.text());
  }
  kind.anonymous = anonymity_of(reading, phrase, noun, kind.plural, kind.name);
  return kind;
}

/// "HADDAD": a name before a colon, which the parser may take for any word.
bool is_capitals_alone(const Reading& reading, Token token) {
  const std::string_view word = reading.word(token);
  return word.size() > 1 && each_letter(word, factbox::is_capital);
}

/// Reads a phrase whose head no table knows: by the engine's kind of name, else by its article.
SourceKind kind_by_name(const Reading& reading, const NounPhrase& phrase) {
  SourceKind kind;
  const Token head = phrase.head;
  const NameType type = reading.entity_type(head);
  if (is_proper(reading, head) && has_outlet_noun(reading, head)) {
    kind.kind = SourceClass::outlet;
    kind.outlet_name = reading.word(head);
    kind.name = true;
  } else if (type == NameType::body || type == NameType::polity || type == NameType::nationality ||
             type == NameType::location || type == NameType::facility) {
    kind.kind = SourceClass::body;
    kind.name = true;
  } else if (type == NameType::person || is_proper(reading, head) ||
             is_capitals_alone(reading, head)) {
    kind.kind = SourceClass::person;
    kind.name = true;
  } else {
    const Token first = phrase.tokens.first;
    const bool many =
        reading.form(head) == Form::plural_noun && reading.form(first) != Form::determiner;
    const bool any = reading.is(first, StatementList::a);
    kind.anonymous = many || any ? Anonymity::role : Anonymity::named;
  }
  return kind;
}

/// "Petra" of "Petra Lindqvist": a name that outlets bear too.
bool is_part_of_person(const Reading& reading, TokenRange words) {
  const auto is_person = [&](Token token) {
    return token < reading.size() && reading.entity_type(token) == NameType::person;
  };
  const bool more = is_person(words.past) || (words.first > 0 && is_person(words.first - 1));
  return is_person(words.first) && is_person(words.past - 1) && more;
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
      const bool small =
          begins_with_small(reading.word(first)) && !reading.is(first, StatementList::the);
      if (small || reading.is_punct(first) || reading.is_punct(words.past - 1) ||
          is_part_of_person(reading, words)) {
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
  const Token head = phrase.head;
  if (reading.form(head) == Form::pronoun || reading.form(head) == Form::question_pronoun) {
    return kind_by_pronoun(reading, phrase);
  }
  const SourceNoun* noun = noun_of(reading, head);
  if (std::optional<SourceKind> outlet = kind_by_outlet(reading, phrase, noun)) {
    return *outlet;
  }
  if (is_called_outlet(reading, phrase)) {
    SourceKind called = named_as(SourceClass::outlet);
    called.outlet_name = reading.bytes(group(phrase)).in(reading.text());
    return called;
  }
  if (is_reporter_of_outlet(reading, phrase)) {
    return named_as(SourceClass::reporter);
  }
  if (noun != nullptr && is_paperwork(reading, phrase)) {
    SourceKind kind;
    kind.kind = SourceClass::document;
    kind.plural = true;
    return kind;
  }
  if (has_person(reading, phrase)) {
    return named_as(SourceClass::person);
  }
  const bool known = noun != nullptr && noun->kind != SourceClass::time;
  return known ? kind_by_noun(reading, phrase, *noun) : kind_by_name(reading, phrase);
}

bool is_of_the_news(const SourceKind& kind) {
  return kind.kind == SourceClass::outlet || kind.kind == SourceClass::media ||
         kind.kind == SourceClass::reporter;
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
