#include "statements/sources/source_memory.h"

#include <algorithm>

#include "base/letters.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;
using texts::NameType;

namespace {

/// The mention of a name in the phrase that says who it is: at its head, or a person in it.
const mentions::NameMention* name_in(const Reading& reading, const NounPhrase& phrase) {
  const auto& names = reading.mentions().names;
  if (const std::int32_t at = reading.name_at(phrase.head); at >= 0) {
    return &names[static_cast<std::size_t>(at)];
  }
  for (Token token = phrase.tokens.first; token < phrase.tokens.past; ++token) {
    const std::int32_t at = reading.name_at(token);
    if (at < 0 || reading.entity_type(token) != NameType::person) {
      continue;
    }
    const Link link = reading.link(token);
    if (link != Link::possessor && link != Link::prepositional_object) {
      return &names[static_cast<std::size_t>(at)];
    }
  }
  return nullptr;
}

const mentions::Entity* entity_in(const Reading& reading, const NounPhrase& phrase) {
  const mentions::NameMention* mention = name_in(reading, phrase);
  const auto& entities = reading.mentions().entities;
  if (mention == nullptr || mention->entity >= entities.size()) {
    return nullptr;
  }
  return &entities[mention->entity];
}

/// The person's or body's name by its words alone: the capitals at the phrase's end.
std::string name_by_words(const Reading& reading, const NounPhrase& phrase) {
  Token last = phrase.tokens.past;
  for (Token token = phrase.tokens.first; token < phrase.tokens.past; ++token) {
    if (reading.entity_type(token) == NameType::person) {
      last = token + 1;
    }
  }
  const bool person =
      last < phrase.tokens.past || (last > 0 && reading.entity_type(last - 1) == NameType::person);
  if (!person) {
    last = std::min(phrase.head + 1, phrase.tokens.past);
  }
  Token first = last;
  while (first > phrase.tokens.first) {
    const bool in_name = person ? reading.entity_type(first - 1) == NameType::person
                                : texts::is_name(reading.form(first - 1)) ||
                                      reading.is(first - 1, StatementList::of) ||
                                      reading.form(first - 1) == Form::possessive_ending;
    if (!in_name) {
      break;
    }
    --first;
  }
  const TokenRange words = reading.trimmed({first, last});
  return words.size() == 0 ? std::string{} : std::string{reading.bytes(words).in(reading.text())};
}

/// What a title's holder is called later, in small letters: "minister" of "Foreign Minister", but
/// "secretary-general" of "UN Secretary General".
std::string calling(const Reading& reading, std::string_view title) {
  std::string low = in_small_letters(title);
  const auto space = low.find_last_of(' ');
  if (space == std::string::npos || space == 0) {
    return low;
  }
  const auto before = low.find_last_of(' ', space - 1);
  std::string both = low.substr(before == std::string::npos ? 0 : before + 1);
  both[both.find(' ')] = '-';
  return reading.tables().source_noun(both) != nullptr ? both : low.substr(space + 1);
}

/// Words before a phrase's head that tell which of several it is: "foreign" of "the Iranian foreign
/// minister", in small letters. Countries and names don't.
std::vector<std::string> telling_words(const Reading& reading, const NounPhrase& phrase) {
  std::vector<std::string> words;
  for (Token token = phrase.tokens.first; token < phrase.head; ++token) {
    const Link link = reading.link(token);
    const bool tells =
        link == Link::adjective || link == Link::compound || link == Link::noun_modifier;
    if (tells && reading.head(token) == phrase.head &&
        reading.entity_type(token) == NameType::none) {
      words.emplace_back(reading.lower(token));
    }
  }
  return words;
}

bool is_he_or_she(const Reading& reading, Token token) {
  return reading.is(token, StatementList::he_or_she);
}

bool is_outlet(const SourceKind& kind) {
  return kind.kind == SourceClass::outlet || kind.kind == SourceClass::media;
}

/// A source that was not met before, by its own words and the entity that they name.
KnownSource first_met(const Reading& reading, const NounPhrase& phrase, const SourceKind& kind,
                      const mentions::Entity* entity) {
  KnownSource known;
  known.kind = kind;
  if (kind.outlet != nullptr) {
    known.name = kind.outlet->name;
  } else if (entity != nullptr) {
    known.name = entity->name;
    if (kind.later) {
      known.kind.anonymous = Anonymity::named;
    }
  } else if (kind.name) {
    known.name = is_outlet(kind) ? kind.outlet_name : name_by_words(reading, phrase);
  }
  if (entity != nullptr) {
    known.entity = entity->id;
  }
  if (known.name.empty() || kind.anonymous != Anonymity::named) {
    known.description = reading.bytes(phrase.tokens).in(reading.text());
  }
  return known;
}

}  // namespace

const mentions::Entity* SourceMemory::holder_of(const Reading& reading, const NounPhrase& phrase) {
  const auto& entities = reading.mentions().entities;
  if (!titles_read_) {
    titles_read_ = true;
    for (std::size_t n = 0; n < entities.size(); ++n) {
      if (entities[n].type != NameType::person) {
        continue;
      }
      for (const mentions::Entity::StatedRole& role : entities[n].roles) {
        const auto [at, added] = holders_.try_emplace(calling(reading, role.title), n);
        if (!added && at->second != n) {
          at->second = kSeveral;
        }
      }
    }
  }
  const auto found = holders_.find(std::string{reading.lower(phrase.head)});
  if (found == holders_.end() || found->second == kSeveral) {
    return nullptr;
  }
  const mentions::Entity& holder = entities[found->second];
  const auto words = telling_words(reading, phrase);
  const bool all = std::ranges::any_of(holder.roles, [&](const auto& role) {
    const std::string title = in_small_letters(role.title);
    return std::ranges::all_of(
        words, [&](const std::string& word) { return title.find(word) != std::string::npos; });
  });
  return all ? &holder : nullptr;
}

const mentions::Entity* SourceMemory::spoken_of(const Reading& reading, Token pronoun) const {
  constexpr Token kFarthest = 80;
  const std::uint32_t sentence = reading.sentence_of(pronoun);
  const Token first = pronoun > kFarthest ? pronoun - kFarthest : 0;
  for (Token token = pronoun; token > first; --token) {
    const Token at = token - 1;
    const bool spoke = !sources_.empty() && last_person_ && reading.field() == last_field_ &&
                       at <= last_person_at_;
    if (spoke || reading.sentence_of(at) + 1 < sentence) {
      return nullptr;
    }
    const Link link = reading.link(at);
    const std::int32_t name = reading.name_at(at);
    // Whom somebody speaks of is not who speaks: "Jabari has blood on his hands," she said.
    const bool said = reading.sentence_of(at) == sentence || reading.quotation_of(at) >= 0;
    if (said || (link != Link::subject && link != Link::passive_subject) || name < 0 ||
        reading.entity_type(at) != NameType::person) {
      continue;
    }
    const auto& mentions = reading.mentions();
    const std::uint32_t entity = mentions.names[static_cast<std::size_t>(name)].entity;
    return entity < mentions.entities.size() ? &mentions.entities[entity] : nullptr;
  }
  return nullptr;
}

KnownSource SourceMemory::meet(const Reading& reading, const NounPhrase& phrase) {
  const SourceKind kind = kind_of(reading, phrase);
  const mentions::Entity* entity = entity_in(reading, phrase);
  if (entity == nullptr && kind.later) {
    entity = holder_of(reading, phrase);
  }
  if (entity == nullptr && is_he_or_she(reading, phrase.head)) {
    entity = spoken_of(reading, phrase.head);
  }
  std::optional<std::size_t> index = entity == nullptr ? std::nullopt : by_entity(entity->id);
  const bool spoken_of_first = entity != nullptr && is_he_or_she(reading, phrase.head);
  if (!index && !spoken_of_first) {
    index = earlier(reading, phrase, kind);
  }
  if (index && (kind.later || kind.name)) {
    remember(reading, phrase, *index);
    return sources_[*index];
  }
  sources_.push_back(first_met(reading, phrase, kind, entity));
  remember(reading, phrase, sources_.size() - 1);
  return sources_.back();
}

std::optional<std::size_t> SourceMemory::by_entity(const std::string& id) const {
  const auto found = by_entity_.find(id);
  return found == by_entity_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<std::size_t> SourceMemory::by_pronoun(const Reading& reading, Token pronoun) const {
  if (reading.is(pronoun, StatementList::he)) {
    return last_person_;
  }
  if (reading.is(pronoun, StatementList::they)) {
    return last_people_ ? last_people_ : last_body_;
  }
  if (reading.is(pronoun, StatementList::it)) {
    return last_body_ ? last_body_ : last_outlet_;
  }
  return std::nullopt;
}

std::optional<std::size_t> SourceMemory::earlier(const Reading& reading, const NounPhrase& phrase,
                                                 const SourceKind& kind) const {
  const Form form = reading.form(phrase.head);
  if (form == Form::pronoun || form == Form::question_pronoun) {
    return by_pronoun(reading, phrase.head);
  }
  if (kind.later) {
    if (const auto found = by_noun_.find(std::string{reading.lemma(phrase.head)});
        found != by_noun_.end() && may_be(reading, phrase, found->second)) {
      return found->second;
    }
    if (kind.kind == SourceClass::outlet) {
      return last_outlet_;
    }
    if (kind.kind == SourceClass::document || kind.kind == SourceClass::story) {
      return last_document_;
    }
    return std::nullopt;
  }
  if (kind.name && phrase.tokens.size() <= 2) {
    if (const auto found = by_name_.find(std::string{reading.lower(phrase.head)});
        found != by_name_.end()) {
      return found->second;
    }
  }
  return std::nullopt;
}

bool SourceMemory::may_be(const Reading& reading, const NounPhrase& phrase,
                          std::size_t index) const {
  const auto called = called_.find(index);
  const auto words = telling_words(reading, phrase);
  return called == called_.end() || std::ranges::all_of(words, [&](const std::string& word) {
           return called->second.contains(word);
         });
}

void SourceMemory::remember(const Reading& reading, const NounPhrase& phrase, std::size_t index) {
  const KnownSource& known = sources_[index];
  for (Token token = phrase.tokens.first; token < phrase.tokens.past; ++token) {
    called_[index].emplace(reading.lower(token));
  }
  const bool person = known.kind.kind == SourceClass::person;
  for (Token token = phrase.tokens.first; token < phrase.tokens.past; ++token) {
    const Link link = reading.link(token);
    const NameType type = reading.entity_type(token);
    const bool below =
        (link == Link::prepositional_object || link == Link::possessor) && token != phrase.head;
    // "IDF spokesman Yoav Mordechai" is not the IDF.
    const bool other =
        person && token != phrase.head && type != NameType::none && type != NameType::person;
    if (!texts::is_noun(reading.form(token)) || below || other) {
      continue;
    }
    by_noun_[std::string{reading.lemma(token)}] = index;
    if (known.kind.name && texts::is_name(reading.form(token))) {
      by_name_[std::string{reading.lower(token)}] = index;
    }
  }
  if (!known.entity.empty()) {
    by_entity_[known.entity] = index;
  }
  if (!known.kind.kind) {
    return;
  }
  switch (*known.kind.kind) {
    case SourceClass::person:
    case SourceClass::source:
    case SourceClass::reporter:
      (known.kind.plural ? last_people_ : last_person_) = index;
      if (!known.kind.plural) {
        last_field_ = reading.field();
        last_person_at_ = phrase.head;
      }
      return;
    case SourceClass::body:
      last_body_ = index;
      return;
    case SourceClass::outlet:
    case SourceClass::media:
      last_outlet_ = index;
      return;
    case SourceClass::document:
    case SourceClass::story:
    case SourceClass::poll:
    case SourceClass::matter:
      last_document_ = index;
      return;
    case SourceClass::time:
      return;
  }
}

}  // namespace factbox::statements
