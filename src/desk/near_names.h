/// \file
/// What somebody may have meant by a name that nobody goes by.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace factbox::desk {

/// A name and how often it was met.
struct CountedName {
  std::string name;
  std::size_t times = 0;
};

/// The names that are nearest to `wanted`: that have its words, or differ in few letters (one in
/// four); the nearest first, of those alike the most frequent. None is `wanted` itself.
[[nodiscard]] std::vector<std::string> near_names(std::string_view wanted,
                                                  std::span<const CountedName> names,
                                                  std::size_t most = 3);

/// "“a”, “b” or “c”"; empty for none.
[[nodiscard]] std::string as_choice(std::span<const std::string> names);

}  // namespace factbox::desk
