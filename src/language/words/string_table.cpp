#include "language/words/string_table.h"

#include <algorithm>
#include <bit>

#include "language/words/string_ids.h"

namespace factbox::language {
namespace {

constexpr std::size_t kFewestSlots = 16;
// Texts are hostile, and the hash is public: a seed of our own makes collisions no gift of theirs.
constexpr std::uint64_t kSeed = 0x9e3779b97f4a7c15;

}  // namespace

StringTable::Place StringTable::add(std::string_view text) {
  if ((entries_.size() + 1) * 2 > slots_.size()) {
    grow(std::max(kFewestSlots, slots_.size() * 2));
  }
  const std::uint64_t hash = murmur_hash(text, kSeed);
  Slot& slot = slots_[slot_of(text, hash)];
  if (slot.index != kNone) {
    return {slot.index, false};
  }
  slot = {static_cast<std::uint32_t>(hash >> 32), size()};
  entries_.push_back({bytes_.size(), text.size()});
  bytes_.insert(bytes_.end(), text.begin(), text.end());
  return {slot.index, true};
}

std::uint32_t StringTable::find(std::string_view text) const {
  if (slots_.empty()) {
    return kNone;
  }
  return slots_[slot_of(text, murmur_hash(text, kSeed))].index;
}

std::size_t StringTable::slot_of(std::string_view text, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].index != kNone) {
    if (slots_[at].hash == hash >> 32 && (*this)[slots_[at].index] == text) {
      return at;
    }
    at = (at + 1) & mask;
  }
  return at;
}

void StringTable::grow(std::size_t slots) {
  slots_.assign(slots, Slot{});
  const std::size_t mask = slots - 1;
  for (std::uint32_t index = 0; index < size(); ++index) {
    const std::uint64_t hash = murmur_hash((*this)[index], kSeed);
    std::size_t at = hash & mask;
    while (slots_[at].index != kNone) {
      at = (at + 1) & mask;
    }
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32), index};
  }
}

void StringTable::reserve(std::size_t strings, std::size_t bytes) {
  entries_.reserve(strings);
  bytes_.reserve(bytes);
  const std::size_t slots = std::bit_ceil(std::max(kFewestSlots, strings * 2 + 2));
  if (slots > slots_.size()) {
    grow(slots);
  }
}

void StringTable::clear() {
  *this = StringTable{};
}

}  // namespace factbox::language
