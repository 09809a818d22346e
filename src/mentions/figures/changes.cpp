#include <algorithm>

#include "mentions/figures/figure_text.h"

namespace factbox::mentions {
using texts::Form;
using texts::Link;
using texts::NameType;
using texts::WordClass;

namespace {

/// "up 19 cents", "down nearly 5%": the adverb right before, qualifiers between.
Bound adverb_before(const FigureText& text, const Amount& amount) {
  std::uint32_t at = amount.first;
  for (int step = 0; step < 4 && at > 0; ++step) {
    --at;
    if (text.is(at, FigureList::up) || text.is(at, FigureList::down)) {
      const bool qualifier = text.is(at, FigureList::up) && text.is(at + 1, FigureList::to);
      return qualifier ? Bound::equal : text.words.change_of(text.word(at));
    }
    const Form form = text.form(at);
    if (form != Form::adverb && form != Form::preposition && form != Form::comparative &&
        form != Form::determiner && form != Form::comparative_adverb) {
      break;
    }
    if (text.is(at, FigureList::of_level)) {
      break;
    }
  }
  return Bound::equal;
}

/// The verb that the amount is an object or a measure of, straight or with "by".
Bound verb_above(const FigureText& text, const Amount& amount, std::uint32_t token) {
  const auto& sheet = text.sheet;
  for (int step = 0; step < 4; ++step) {
    const std::uint32_t head = sheet.head(token);
    const Link link = sheet.link(token);
    if (head == token) {
      break;
    }
    const WordClass word_class = sheet.word_class(head);
    if (word_class == WordClass::verb || word_class == WordClass::auxiliary) {
      const bool measure = link == Link::object || link == Link::noun_adverb ||
                           link == Link::adverb || link == Link::preposition ||
                           link == Link::object_predicate || link == Link::number;
      return measure ? text.words.change_of(sheet.lemma(head)) : Bound::equal;
    }
    if (link == Link::preposition && text.words.lists(FigureList::by, sheet.lemma(token)) &&
        word_class == WordClass::noun) {
      return text.words.change_of(sheet.lemma(head));  // "a decrease by 1"
    }
    if (word_class == WordClass::adjective || word_class == WordClass::adverb) {
      const Bound way = text.words.change_of(sheet.lemma(head));
      return way != Bound::equal ? way : text.words.change_of(sheet.word(head));
    }
    const bool by =
        link == Link::prepositional_object && text.words.lists(FigureList::by, sheet.lemma(head));
    const bool inside = link == Link::number || link == Link::quantifier ||
                        (link == Link::compound && head < text.token(amount.past - 1) + 1);
    if (!by && !inside) {
      break;
    }
    token = head;
  }
  return Bound::equal;
}

/// From the unit, or from the number where the engine takes "per cent" apart.
Bound verb_of(const FigureText& text, const Amount& amount) {
  const Bound bound = verb_above(text, amount, text.token(amount.past - 1));
  return bound != Bound::equal ? bound
                               : verb_above(text, amount, text.token(amount.number_past - 1));
}

/// "3 percent higher", "2% lower".
Bound comparative_after(const FigureText& text, const Amount& amount) {
  return text.is(amount.past, FigureList::comparative)
             ? text.words.change_of(text.word(amount.past))
             : Bound::equal;
}

}  // namespace

Bound change_by(const FigureText& text, const Amount& amount) {
  if (amount.value.is_fraction && amount.unit == nullptr) {
    return Bound::equal;
  }
  for (const auto& way : {adverb_before, comparative_after, verb_of}) {
    const Bound bound = way(text, amount);
    if (bound != Bound::equal) {
      return bound;
    }
  }
  return Bound::equal;
}

bool is_age(const FigureText& text, const Amount& amount) {
  const double age = amount.value.low;
  if (amount.unit != nullptr || age < 1 || age > 115 || amount.number == 0 ||
      amount.value.is_fraction || amount.value.high) {
    return false;
  }
  const std::string_view before = text.word(amount.number - 1);
  const std::string_view next = text.word(amount.past);
  if (text.is(amount.number - 1, FigureList::before_age)) {
    return true;
  }
  const auto entities = text.sheet.names();
  const std::uint32_t token = text.token(amount.number);
  const auto entity = std::ranges::partition_point(
      entities, [&](const texts::MarkedName& e) { return e.tokens.past + 1 < token; });
  const bool after_person = entity != entities.end() && entity->type == NameType::person &&
                            entity->tokens.past <= token && entity->tokens.past + 1 >= token;
  const bool set_off =
      before == "," && (next == "," || next == "." || next == ";" || next == ")" || next.empty());
  if (after_person && (set_off || (before == "(" && next == ")"))) {
    return true;
  }
  if (set_off && amount.number > 1 && text.form(amount.number - 2) == Form::name && next != ";") {
    return true;
  }
  const auto& sheet = text.sheet;
  const std::uint32_t head = sheet.head(token);
  if (head >= token || !text.words.lists(FigureList::be, sheet.lemma(head)) ||
      texts::is_noun(text.form(amount.past))) {
    return false;
  }
  const std::uint32_t first = head > 8 ? head - 8 : 0;
  for (std::uint32_t i = first; i < head; ++i) {
    if (sheet.head(i) == head && sheet.link(i) == Link::subject) {
      return text.words.lists(FigureList::somebody, sheet.word(i));
    }
  }
  return false;
}

}  // namespace factbox::mentions
