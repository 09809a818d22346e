/// \file
/// The numbers by which the models know strings.
#pragma once

#include <cstdint>
#include <string_view>

namespace factbox::language {

/// MurmurHash64A.
[[nodiscard]] std::uint64_t murmur_hash(std::string_view bytes, std::uint64_t seed = 1);

/// The id of a string in spaCy's string store: 0 for "", a small number for its symbols ("nsubj",
/// "X"), else its hash.
[[nodiscard]] std::uint64_t string_id(std::string_view text);

/// The norm that a word has in every language ("US$" is "$"); empty if it has none.
[[nodiscard]] std::string_view base_norm(std::string_view word);

}  // namespace factbox::language
