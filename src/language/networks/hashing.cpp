#include "language/networks/hashing.h"

#include <bit>

namespace factbox::language {

namespace {

std::uint64_t mix(std::uint64_t h) {
  h ^= h >> 33U;
  h *= 0xff51afd7ed558ccdU;
  h ^= h >> 33U;
  h *= 0xc4ceb9fe1a85ec53U;
  return h ^ h >> 33U;
}

}  // namespace

std::array<std::uint32_t, 4> table_hashes(std::uint64_t feature, std::uint32_t seed) {
  constexpr std::uint64_t kLength = sizeof(feature);
  constexpr int kTurn = 31;
  std::uint64_t h1 = std::rotl(feature * 0x87c37b91114253d5U, kTurn) * 0x4cf5ad432745937fU;
  h1 ^= seed;
  h1 ^= kLength;
  std::uint64_t h2 = seed ^ kLength;
  h1 += h2;
  h2 += h1;
  h1 = mix(h1);
  h2 = mix(h2);
  h1 += h2;
  h2 += h1;
  constexpr unsigned kHalf = 32;
  return {static_cast<std::uint32_t>(h1), static_cast<std::uint32_t>(h1 >> kHalf),
          static_cast<std::uint32_t>(h2), static_cast<std::uint32_t>(h2 >> kHalf)};
}

}  // namespace factbox::language
