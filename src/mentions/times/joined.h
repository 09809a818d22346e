/// \file
/// The whole of an expression: "10 p.m. on", "Wednesday", "April 12" become one.
#pragma once

#include <optional>

#include "mentions/times/expression.h"

namespace factbox::mentions {

/// The longest expression that begins at piece `at`: its parts joined, with the words before it
/// that belong to it ("early", "the end of", "nearly").
[[nodiscard]] std::optional<Expression> read_whole(const TimeText& text, std::uint32_t at);

}  // namespace factbox::mentions
