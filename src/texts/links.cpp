#include "texts/links.h"

#include <algorithm>
#include <array>

namespace factbox::texts {

namespace {

/// In the order of NameType.
constexpr std::array<std::string_view, 19> kShown{
    "",       "CARDINAL", "DATE",     "EVENT", "FAC",        "GPE", "LANGUAGE",
    "LAW",    "LOC",      "MONEY",    "NORP",  "ORDINAL",    "ORG", "PERCENT",
    "PERSON", "PRODUCT",  "QUANTITY", "TIME",  "WORK_OF_ART"};

/// In the order of Link.
// not English: what our own links are called.
constexpr std::array<std::string_view, 46> kLinkNames{{"none",
                                                       "root",
                                                       "subject",
                                                       "passive subject",
                                                       "clause subject",
                                                       "passive clause subject",
                                                       "object",
                                                       "indirect object",
                                                       "object predicate",
                                                       "attribute",
                                                       "adjective complement",
                                                       "clause complement",
                                                       "open complement",
                                                       "preposition",
                                                       "prepositional object",
                                                       "prepositional clause",
                                                       "agent",
                                                       "auxiliary",
                                                       "passive auxiliary",
                                                       "negation",
                                                       "marker",
                                                       "adverbial clause",
                                                       "noun clause",
                                                       "relative clause",
                                                       "apposition",
                                                       "adverb",
                                                       "noun adverb",
                                                       "adjective",
                                                       "noun modifier",
                                                       "compound",
                                                       "number",
                                                       "quantifier",
                                                       "determiner",
                                                       "predeterminer",
                                                       "possessor",
                                                       "case mark",
                                                       "conjunct",
                                                       "coordinator",
                                                       "preconjunction",
                                                       "particle",
                                                       "expletive",
                                                       "parataxis",
                                                       "interjection",
                                                       "punctuation",
                                                       "meta",
                                                       "unclear"}};

/// In the order of Form.
// not English: what our own forms are called.
constexpr std::array<std::string_view, 51> kFormNames{{"none",
                                                       "noun",
                                                       "plural noun",
                                                       "name",
                                                       "plural name",
                                                       "adjective",
                                                       "comparative",
                                                       "superlative",
                                                       "adverb",
                                                       "comparative adverb",
                                                       "superlative adverb",
                                                       "base verb",
                                                       "past verb",
                                                       "present participle",
                                                       "past participle",
                                                       "present verb",
                                                       "third person verb",
                                                       "modal",
                                                       "pronoun",
                                                       "possessive pronoun",
                                                       "question determiner",
                                                       "question pronoun",
                                                       "question possessive",
                                                       "question adverb",
                                                       "determiner",
                                                       "predeterminer",
                                                       "preposition",
                                                       "infinitive mark",
                                                       "coordinator",
                                                       "number",
                                                       "possessive ending",
                                                       "particle",
                                                       "existential",
                                                       "foreign",
                                                       "interjection",
                                                       "list mark",
                                                       "symbol",
                                                       "currency",
                                                       "comma",
                                                       "full stop",
                                                       "colon",
                                                       "opening quote",
                                                       "closing quote",
                                                       "opening bracket",
                                                       "closing bracket",
                                                       "hyphen",
                                                       "affix",
                                                       "address",
                                                       "superfluous",
                                                       "unknown",
                                                       "space"}};

}  // namespace

std::string_view shown(Link link) {
  return kLinkNames.at(static_cast<std::size_t>(link));
}

std::string_view shown(Form form) {
  return kFormNames.at(static_cast<std::size_t>(form));
}

std::string_view shown(NameType type) {
  return kShown.at(static_cast<std::size_t>(type));
}

NameType name_type_of(std::string_view shown) {
  const auto found = std::ranges::find(kShown, shown);
  return found == kShown.end() ? NameType::none : static_cast<NameType>(found - kShown.begin());
}

}  // namespace factbox::texts
