#include "statements/sources/place.h"

#include <algorithm>

#include "base/letters.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;
using texts::NameType;

namespace {

const mentions::Entity* entity_at(const Reading& reading, Token token) {
  const std::int32_t at = reading.name_at(token);
  if (at < 0) {
    return nullptr;
  }
  const auto& mentions = reading.mentions();
  const std::uint32_t entity = mentions.names[static_cast<std::size_t>(at)].entity;
  return entity < mentions.entities.size() ? &mentions.entities[entity] : nullptr;
}

/// "AKM", not "A." and not "AkM".
bool is_initialism(std::string_view word) {
  return word.size() > 1 && is_in_capitals(word) && word.find('.') == std::string_view::npos;
}

/// Whether the engine's "person" is one: not of a single word that the report says nothing else
/// about where `any`, and not with capitals alone.
bool is_person(const Reading& reading, const NounPhrase& phrase, bool any) {
  const Token head = phrase.head;
  if (is_initialism(reading.word(head)) || is_initialism(reading.word(phrase.tokens.first))) {
    return false;
  }
  const bool single = head == phrase.tokens.first;
  const mentions::Entity* entity = entity_at(reading, head);
  const bool known =
      entity != nullptr && (entity->name.find(' ') != std::string::npos || !entity->roles.empty());
  return !any || !single || known;
}

/// Whether some word of the name before its head is a noun of the tables that says what it is:
/// "the Harbour Ministry press office".
bool has_noun_of_body(const Reading& reading, const NounPhrase& phrase) {
  for (Token token = phrase.tokens.first; token < phrase.tokens.past; ++token) {
    const SourceNoun* noun = reading.tables().source_noun(reading.lower(token));
    if (noun != nullptr && (noun->kind == SourceClass::body || noun->kind == SourceClass::person)) {
      return true;
    }
  }
  return false;
}

/// "Northshore.net": letters around a full stop, the last ones small.
bool is_address(std::string_view word) {
  const auto stop = word.rfind('.');
  if (stop == std::string_view::npos || stop < 2 || word.size() < stop + 3 ||
      word.size() > stop + 5) {
    return false;
  }
  return std::ranges::all_of(word.substr(stop + 1), [](char letter) {
    return is_small(static_cast<unsigned char>(letter));
  });
}

/// Whether a person of the report has it for a last name, whatever the engine takes it for here.
bool is_somebodys_name(const Reading& reading, Token head) {
  constexpr std::size_t kMost = 256;
  const auto& entities = reading.mentions().entities;
  const std::string_view word = reading.word(head);
  return std::any_of(
      entities.begin(),
      entities.begin() + static_cast<std::ptrdiff_t>(std::min(kMost, entities.size())),
      [&](const mentions::Entity& one) {
        return one.type == NameType::person && one.name.size() > word.size() &&
               one.name.ends_with(word);
      });
}

bool is_unknown_name(const Reading& reading, const NounPhrase& phrase, bool any) {
  const Token head = phrase.head;
  const bool name = texts::is_name(reading.form(head)) || is_initialism(reading.word(head));
  if (!name || reading.form(head) == Form::plural_name || reading.is_time(head) ||
      has_noun_of_body(reading, phrase) || is_somebodys_name(reading, head)) {
    return false;
  }
  const NameType type = reading.entity_type(head);
  const mentions::Entity* entity = entity_at(reading, head);
  const std::string_view kind = entity == nullptr ? std::string_view{} : entity->kind;
  const bool news = kind == "outlet" || kind == "agency";  // not English: kinds of names
  const bool known_kind = !kind.empty() && !news;
  if (type == NameType::nationality || known_kind) {
    return false;
  }
  return type != NameType::person || !is_person(reading, phrase, any);
}

/// "The news group", "the media house": a noun that stands with what outlets are.
bool is_house_of_news(const Reading& reading, const NounPhrase& phrase) {
  const SourceNoun* noun = reading.tables().source_noun(reading.lemma(phrase.head));
  if (noun == nullptr || noun->kind != SourceClass::body) {  // not "a press conference"
    return false;
  }
  return std::ranges::any_of(reading.children(phrase.head), [&](Token child) {
    if (child > phrase.head || reading.link(child) != Link::compound) {
      return false;
    }
    const SourceNoun* with = reading.tables().source_noun(reading.lower(child));
    const bool outlets =
        with != nullptr && (with->kind == SourceClass::outlet || with->kind == SourceClass::media);
    return outlets || reading.tables().is_masthead(reading.lower(child));
  });
}

/// "Ventra's weekly series": told to what a bare name owns, and no table knows for anybody.
bool is_work_of_outlet(const Reading& reading, const NounPhrase& phrase) {
  const Token owner = reading.child(phrase.head, Link::possessor);
  if (owner == kNoToken || owner < phrase.tokens.first ||
      reading.tables().source_noun(reading.lemma(phrase.head)) != nullptr ||
      reading.form(phrase.head) == Form::plural_noun) {
    return false;
  }
  const NounPhrase name{owner, {reading.left_edge(owner), owner + 1}};
  return is_unknown_name(reading, name, false);
}

}  // namespace

bool is_bare_name(const Reading& reading, const NounPhrase& phrase) {
  return is_unknown_name(reading, phrase, false);
}

bool carries_at(const Reading& reading, const NounPhrase& phrase, Place place) {
  const SourceKind kind = kind_of(reading, phrase);
  if (is_of_the_news(kind)) {
    return kind.kind != SourceClass::reporter || kind.name;
  }
  if (place == Place::speaks) {
    return false;
  }
  if (is_address(reading.word(phrase.head))) {
    return true;
  }
  if (reading.form(phrase.head) == Form::pronoun) {
    return place == Place::quotes && reading.is(phrase.head, StatementList::it);
  }
  if (kind.kind == SourceClass::story) {
    return place == Place::quotes;  // "the report quoted the police as saying"
  }
  return is_house_of_news(reading, phrase) ||
         (place == Place::told && is_work_of_outlet(reading, phrase)) ||
         is_unknown_name(reading, phrase, place == Place::told);
}

}  // namespace factbox::statements
