/// \file
/// The words by which JSON names the values of a page.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "factboxes/factbox.h"

namespace factbox::outputs {

/// Values of one kind and the words that stand for them.
template <class Value, std::size_t count>
using Words = std::array<std::pair<Value, std::string_view>, count>;

inline constexpr Words<Field, 2> kFieldWords{{{Field::text, "text"}, {Field::title, "title"}}};

inline constexpr Words<factboxes::Part, 5> kPartWords{{
    {factboxes::Part::statement, "statement"},
    {factboxes::Part::attribution, "attribution"},
    {factboxes::Part::time, "time"},
    {factboxes::Part::role, "role"},
    {factboxes::Part::name, "name"},
}};

inline constexpr Words<factboxes::LineClass, 2> kLineClassWords{{
    {factboxes::LineClass::statement, "statement"},
    {factboxes::LineClass::common_background, "common_background"},
}};

inline constexpr Words<factboxes::Status, 4> kStatusWords{{
    {factboxes::Status::standing, "standing"},
    {factboxes::Status::updated, "updated"},
    {factboxes::Status::corrected, "corrected"},
    {factboxes::Status::withdrawn, "withdrawn"},
}};

inline constexpr Words<factboxes::SectionKind, 2> kSectionKindWords{{
    {factboxes::SectionKind::topic, "topic"},
    {factboxes::SectionKind::background, "background"},
}};

inline constexpr Words<statements::Role, 3> kRoleWords{{
    {statements::Role::speaker, "speaker"},
    {statements::Role::cited, "cited"},
    {statements::Role::outlet, "outlet"},
}};

inline constexpr Words<statements::Anonymity, 3> kAnonymityWords{{
    {statements::Anonymity::named, "named"},
    {statements::Anonymity::role, "role"},
    {statements::Anonymity::unnamed, "unnamed"},
}};

inline constexpr Words<statements::Modality, 7> kModalityWords{{
    {statements::Modality::asserted, "asserted"},
    {statements::Modality::denied, "denied"},
    {statements::Modality::possible, "possible"},
    {statements::Modality::planned, "planned"},
    {statements::Modality::conditional, "conditional"},
    {statements::Modality::asked, "asked"},
    {statements::Modality::predicted, "predicted"},
}};

inline constexpr Words<statements::Polarity, 2> kPolarityWords{{
    {statements::Polarity::positive, "positive"},
    {statements::Polarity::negative, "negative"},
}};

/// The word for a value; every value has one.
template <class Value, std::size_t count>
[[nodiscard]] constexpr std::string_view word_for(const Words<Value, count>& words, Value value) {
  for (const auto& [each, word] : words) {
    if (each == value) {
      return word;
    }
  }
  return words.front().second;
}

}  // namespace factbox::outputs
