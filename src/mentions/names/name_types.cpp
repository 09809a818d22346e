#include "mentions/names/name_types.h"

#include <algorithm>

#include "base/letters.h"

namespace factbox::mentions {
using texts::Link;
using texts::NameType;

namespace {

/// A noun before the name, a prefix in it, or a noun behind it.
const NameEnding* noun_beside(const UnknownName& name) {
  const auto prefix = name.words.noun_at(name.pieces, name.first, NounSide::prefix);
  if (prefix.value != nullptr && prefix.past < name.past) {
    return prefix.value;
  }
  const std::uint32_t lowest = name.first > 3 ? name.first - 3 : 0;
  for (std::uint32_t at = lowest; at < name.first; ++at) {
    const auto noun = name.words.noun_at(name.pieces, at, NounSide::before);
    if (noun.value != nullptr && noun.past == name.first) {
      return noun.value;
    }
  }
  return name.words.noun_at(name.pieces, name.past, NounSide::after).value;
}

class Typing {
 public:
  Typing(const UnknownName& name, NameType engine) : name_(name), engine_(engine) {}

  [[nodiscard]] NameType run() const {
    if (follows_title()) {
      return NameType::person;
    }
    if (const NameEnding* noun = noun_beside(name_); noun != nullptr && size() < 5) {
      return noun->type;
    }
    if (const NameType type = by_words(); type != NameType::none) {
      return type;
    }
    if (is_speaker()) {
      return NameType::person;
    }
    return is_place() ? NameType::polity : engine_;
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t at) const { return name_.pieces.word(at); }
  [[nodiscard]] std::string_view written(std::uint32_t at) const {
    return name_.pieces.written(at);
  }
  /// Past the end, and before the first piece, no list has a word.
  [[nodiscard]] bool is(std::uint32_t at, NameList list) const {
    return name_.words.lists(list, word(at));
  }
  [[nodiscard]] std::uint32_t size() const { return name_.past - name_.first; }
  [[nodiscard]] bool is_free() const {
    return engine_ == NameType::person || engine_ == NameType::body ||
           engine_ == NameType::polity || engine_ == NameType::work ||
           engine_ == NameType::product || engine_ == NameType::none;
  }

  /// "Mr. X", "President X"; "Minister" alone before a body's name is none.
  [[nodiscard]] bool follows_title() const {
    std::uint32_t end = name_.first;
    if (end > 0 && word(end - 1) == ".") {
      --end;
    }
    const std::uint32_t lowest = end > 3 ? end - 3 : 0;
    for (std::uint32_t at = lowest; at < end; ++at) {
      const auto title = name_.words.title_at(name_.pieces, at);
      if (title.value == TitleKind::none || (title.past != end && title.past != name_.first)) {
        continue;
      }
      const bool written_so = name_.pieces.is_capital(at) || title.value == TitleKind::role;
      return written_so && is_free() && last_ending() == nullptr;
    }
    return false;
  }

  [[nodiscard]] const NameEnding* last_ending() const {
    return name_.words.ending(word(name_.past - 1));
  }

  [[nodiscard]] NameType by_words() const {
    const NameEnding* ending = size() > 1 ? last_ending() : nullptr;
    if (ending != nullptr && is_of_sort(*ending)) {
      return ending->type;
    }
    const NameEnding* head = size() > 2 && is(name_.first + 1, NameList::of)
                                 ? name_.words.ending(word(name_.first))
                                 : nullptr;
    if (head != nullptr) {
      return head->type;
    }
    if (!is_free()) {
      return NameType::none;
    }
    const GivenName given = name_.words.given_name(written(name_.first));
    const bool several = size() > 1 && name_.pieces.is(name_.first + 1, PieceKind::word) &&
                         !is(name_.first + 1, NameList::between_names);
    if (given == GivenName::yes
            ? (several || size() == 1)
            : (given == GivenName::maybe && several && engine_ != NameType::body)) {
      return NameType::person;
    }
    return NameType::none;
  }

  /// Streets and companies are what their last words say; for the rest the engine's LOC or FAC or
  /// ORG is as good, unless it took a place for a body or the other way round.
  [[nodiscard]] bool is_of_sort(const NameEnding& ending) const {
    const bool place = engine_ == NameType::location || engine_ == NameType::facility ||
                       engine_ == NameType::polity;
    const bool tells_place = ending.type == NameType::location ||
                             ending.type == NameType::facility || ending.type == NameType::polity;
    return !(place && tells_place);
  }

  [[nodiscard]] bool is_acronym() const {
    const std::string_view letters = written(name_.first);
    return size() == 1 && letters.size() > 1 && !any_letter(letters, is_small);
  }

  /// "Tarlo explains", "says Tarlo".
  [[nodiscard]] bool is_speaker() const {
    const auto& sheet = name_.sheet;
    const std::uint32_t token = name_.pieces[name_.past - 1].token;
    if (size() > 2 || is_acronym() || !is_free() || sheet.link(token) != Link::subject) {
      return false;
    }
    const std::uint32_t verb = sheet.head(token);
    return name_.words.is_person_verb(sheet.lemma(verb));
  }

  /// "in X", "the town of X", "X, Texas" of what the engine took for a person.
  [[nodiscard]] bool is_place() const {
    if (is(name_.first - 1, NameList::of) && is(name_.first - 2, NameList::place_noun)) {
      return is_free();
    }
    if (engine_ != NameType::person && engine_ != NameType::work && engine_ != NameType::product) {
      return false;
    }
    if (is(name_.first - 1, NameList::in) || is(name_.past, NameList::of_place)) {
      return true;
    }
    if (word(name_.past) == "," && name_.pieces.is_capital(name_.past + 1)) {
      const auto known = name_.words.known_at(name_.pieces, name_.past + 1, name_.sheet.text());
      return known.value != nullptr &&
             name_.words.lists(NameList::larger_place_kind, known.value->kind);
    }
    return false;
  }

  const UnknownName& name_;
  NameType engine_;
};

}  // namespace

const NameEnding* said_of(const UnknownName& name) {
  if (const NameEnding* noun = noun_beside(name)) {
    return noun;
  }
  const NameEnding* last =
      name.past - name.first > 1 ? name.words.ending(name.pieces.word(name.past - 1)) : nullptr;
  if (last != nullptr) {
    return last;
  }
  const bool of = name.past - name.first > 2 &&
                  name.words.lists(NameList::of, name.pieces.word(name.first + 1));
  return of ? name.words.ending(name.pieces.word(name.first)) : nullptr;
}

NameType type_of(const UnknownName& name, NameType engine) {
  return Typing{name, engine}.run();
}

}  // namespace factbox::mentions
