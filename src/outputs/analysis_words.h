/// \file
/// The words by which JSON and tables name what was read in a report.
#pragma once

#include "mentions/mentions.h"
#include "outputs/factbox_words.h"
#include "statements/statement.h"

namespace factbox::outputs {

inline constexpr Words<statements::Kind, 4> kKindWords{{
    {statements::Kind::quote, "quote"},
    {statements::Kind::mixed, "mixed"},
    {statements::Kind::indirect, "indirect"},
    {statements::Kind::plain, "plain"},
}};

inline constexpr Words<statements::Act, 3> kActWords{{
    {statements::Act::said, "said"},
    {statements::Act::thought, "thought"},
    {statements::Act::intent, "intent"},
}};

inline constexpr Words<mentions::TimexType, 4> kTimexWords{{
    {mentions::TimexType::date, "DATE"},
    {mentions::TimexType::time, "TIME"},
    {mentions::TimexType::duration, "DURATION"},
    {mentions::TimexType::set, "SET"},
}};

inline constexpr Words<mentions::Bound, 6> kBoundWords{{
    {mentions::Bound::equal, "="},
    {mentions::Bound::about, "~"},
    {mentions::Bound::above, ">"},
    {mentions::Bound::below, "<"},
    {mentions::Bound::up, "up"},
    {mentions::Bound::down, "down"},
}};

}  // namespace factbox::outputs
