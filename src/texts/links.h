/// \file
/// How words hang together and what forms they have, in terms of our own.
///
/// No treebank's labels: a language's scheme (`en/scheme.cpp`) turns those of its model into these,
/// so that rules are written once, a label that a model doesn't give can't be asked for in vain,
/// and what is kept of a text doesn't change with the model.
#pragma once

#include <cstdint>
#include <string_view>

namespace factbox::texts {

/// What a word is to its head.
enum class Link : std::uint8_t {
  none,
  root,
  subject,                 ///< "the minister [said]"
  passive_subject,         ///< "the bridge [was closed]"
  clause_subject,          ///< "that he left [surprised us]"
  passive_clause_subject,  ///< "that he left [was denied]"
  object,
  indirect_object,
  object_predicate,      ///< "named him chairman"
  attribute,             ///< "is a lawyer"
  adjective_complement,  ///< "is open"
  clause_complement,     ///< with a subject of its own: "said he left"
  open_complement,       ///< without one: "wants to leave"
  preposition,
  prepositional_object,
  prepositional_clause,  ///< "after leaving"
  agent,                 ///< "closed by police": the preposition
  auxiliary,
  passive_auxiliary,
  negation,
  marker,  ///< "that", "if", "because" before a clause
  adverbial_clause,
  noun_clause,  ///< of a noun, without a relative: "the plan to leave", "the man shot"
  relative_clause,
  apposition,
  adverb,
  noun_adverb,  ///< a noun used as an adverb: "three days ago", "on its way home"
  adjective,
  noun_modifier,
  compound,
  number,
  quantifier,  ///< of a number: "about 300"
  determiner,
  predeterminer,
  possessor,
  case_mark,  ///< "'s"
  conjunct,
  coordinator,
  preconjunction,  ///< "both … and", "either … or"
  particle,        ///< of a verb: "put off"
  expletive,       ///< "there are"
  parataxis,
  interjection,
  punctuation,
  meta,
  unclear
};

/// The form of a word: its class as finely as inflection shows it.
enum class Form : std::uint8_t {
  none,
  noun,
  plural_noun,
  name,
  plural_name,
  adjective,
  comparative,
  superlative,
  adverb,
  comparative_adverb,
  superlative_adverb,
  base_verb,
  past_verb,
  present_participle,
  past_participle,
  present_verb,
  third_person_verb,
  modal,
  pronoun,
  possessive_pronoun,
  question_determiner,
  question_pronoun,
  question_possessive,
  question_adverb,
  determiner,
  predeterminer,
  preposition,  ///< and what subordinates: "of", "that"
  infinitive_mark,
  coordinator,
  number,
  possessive_ending,
  particle,
  existential,
  foreign,
  interjection,
  list_mark,
  symbol,
  currency,
  comma,
  full_stop,
  colon,  ///< and dashes, semicolons, dots
  opening_quote,
  closing_quote,
  opening_bracket,
  closing_bracket,
  hyphen,
  affix,
  address,
  superfluous,
  unknown,
  space
};

/// The class of a word (the universal parts of speech, UD 2).
enum class WordClass : std::uint8_t {
  none,
  adjective,
  adposition,
  adverb,
  auxiliary,
  coordinator,
  determiner,
  interjection,
  noun,
  number,
  particle,
  pronoun,
  name,
  punctuation,
  subordinator,
  symbol,
  verb,
  other,
  space
};

/// What a name, date or amount is of (OntoNotes' kinds; coarser models use some of them).
enum class NameType : std::uint8_t {
  none,
  cardinal,
  date,
  event,
  facility,
  polity,  ///< country, city, state: what governs itself
  language,
  law,
  location,
  money,
  nationality,  ///< and religious or political group
  ordinal,
  body,
  percent,
  person,
  product,
  quantity,
  time,
  work
};

/// "passive subject", for those who look at a parse.
[[nodiscard]] std::string_view shown(Link link);
[[nodiscard]] std::string_view shown(Form form);
/// "nsubj" or "VBD" never leave the schemes; kinds of names do, as INTERFACE names them: "GPE".
[[nodiscard]] std::string_view shown(NameType type);
/// none where no kind is called that.
[[nodiscard]] NameType name_type_of(std::string_view shown);

[[nodiscard]] constexpr bool is_any_subject(Link link) {
  return link == Link::subject || link == Link::passive_subject;
}
/// A subject of any kind, clauses too.
[[nodiscard]] constexpr bool is_some_subject(Link link) {
  return link >= Link::subject && link <= Link::passive_clause_subject;
}
[[nodiscard]] constexpr bool is_any_auxiliary(Link link) {
  return link == Link::auxiliary || link == Link::passive_auxiliary;
}
/// A noun of any kind, names too.
[[nodiscard]] constexpr bool is_noun(Form form) {
  return form >= Form::noun && form <= Form::plural_name;
}
[[nodiscard]] constexpr bool is_name(Form form) {
  return form == Form::name || form == Form::plural_name;
}
[[nodiscard]] constexpr bool is_adjective(Form form) {
  return form >= Form::adjective && form <= Form::superlative;
}
/// A verb in any form, no modal.
[[nodiscard]] constexpr bool is_verb(Form form) {
  return form >= Form::base_verb && form <= Form::third_person_verb;
}
/// "said", "say", "says", "will".
[[nodiscard]] constexpr bool has_tense(Form form) {
  return form == Form::past_verb || form == Form::present_verb || form == Form::third_person_verb ||
         form == Form::modal;
}
[[nodiscard]] constexpr bool asks(Form form) {
  return form >= Form::question_determiner && form <= Form::question_adverb;
}

}  // namespace factbox::texts
