/// \file
/// Numbers on their way to bytes and back, beside those that codec's ways know: `Way` is
/// codec::ByteWriter, with values that are only read, or codec::ByteReader, which fills them.
#pragma once

#include <cstdint>
#include <optional>

#include "base/instant.h"

namespace factbox::stories {

/// A whole number of any width.
template <class Way, class Number>
void walk_whole(Way& way, Number& number) {
  if constexpr (Way::kWrites) {
    way.number(number);
  } else {
    number = static_cast<Number>(way.number());
  }
}

template <class Way, class Number>
void walk_float(Way& way, Number& number) {
  double wide = number;
  way.real(wide);
  if constexpr (!Way::kWrites) {
    number = static_cast<float>(wide);
  }
}

/// A list of whole numbers.
template <class Way, class Numbers>
void walk_wholes(Way& way, Numbers& numbers) {
  way.list(numbers, [&](auto& number) { walk_whole(way, number); });
}

template <class Way, class Moment>
void walk_moment(Way& way, Moment& moment) {
  way.maybe(moment, [&](auto& known) { way.moment(known); });
}

}  // namespace factbox::stories
