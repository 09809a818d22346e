#include "language/words/string_ids.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace factbox::language {
namespace {

struct Symbol {
  std::string_view key;
  std::uint64_t id;
};

struct BaseNorm {
  std::string_view key;
  std::string_view norm;
};

#include "language/words/symbol_tables.inc"

constexpr std::size_t kLongestSymbol =
    std::max_element(kSymbols.begin(), kSymbols.end(), [](const Symbol& a, const Symbol& b) {
      return a.key.size() < b.key.size();
    })->key.size();

/// The row of a sorted table, or null.
template <class Table>
const typename Table::value_type* find(const Table& table, std::string_view key) {
  const auto row = std::lower_bound(
      table.begin(), table.end(), key,
      [](const auto& entry, std::string_view wanted) { return entry.key < wanted; });
  return row != table.end() && row->key == key ? &*row : nullptr;
}

}  // namespace

std::uint64_t murmur_hash(std::string_view bytes, std::uint64_t seed) {
  constexpr std::uint64_t kMultiplier = 0xc6a4a7935bd1e995;
  constexpr int kShift = 47;
  std::uint64_t hash = seed ^ (bytes.size() * kMultiplier);
  while (bytes.size() >= sizeof hash) {
    std::uint64_t block = 0;
    std::memcpy(&block, bytes.data(), sizeof block);
    bytes.remove_prefix(sizeof block);
    block *= kMultiplier;
    block ^= block >> kShift;
    block *= kMultiplier;
    hash = (hash ^ block) * kMultiplier;
  }
  if (!bytes.empty()) {
    std::uint64_t rest = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
      rest = rest << 8 | static_cast<unsigned char>(bytes[i]);
    }
    hash = (hash ^ rest) * kMultiplier;
  }
  hash = (hash ^ (hash >> kShift)) * kMultiplier;
  return hash ^ (hash >> kShift);
}

std::uint64_t string_id(std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  if (text.size() <= kLongestSymbol) {
    if (const Symbol* symbol = find(kSymbols, text)) {
      return symbol->id;
    }
  }
  return murmur_hash(text);
}

std::string_view base_norm(std::string_view word) {
  const BaseNorm* entry = find(kBaseNorms, word);
  return entry != nullptr ? entry->norm : std::string_view{};
}

}  // namespace factbox::language
