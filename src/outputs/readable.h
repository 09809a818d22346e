/// \file
/// What pages for people leave out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace factbox::outputs {

/// The words without control characters (C0, C1), direction marks and overrides (UAX #9), and
/// bytes that are no UTF-8; every run of white space is one space. A title can then neither
/// break a terminal nor turn a line round.
[[nodiscard]] std::string readable(std::string_view words);

/// At most so many letters of the words and a "…", cut between words where there is a space.
[[nodiscard]] std::string shortened(const std::string& words, std::size_t most);

/// `url` if it is one that a page may link to (http or https, no white space, no quotes);
/// empty otherwise.
[[nodiscard]] std::string linkable(std::string_view url);

}  // namespace factbox::outputs
