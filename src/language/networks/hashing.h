/// \file
/// How the encoders find a feature's rows in their tables.
#pragma once

#include <array>
#include <cstdint>

namespace factbox::language {

/// Four 32-bit hashes of a feature: MurmurHash3 (x64, 128 bits) of its eight bytes, as the models
/// were trained with.
[[nodiscard]] std::array<std::uint32_t, 4> table_hashes(std::uint64_t feature, std::uint32_t seed);

}  // namespace factbox::language
