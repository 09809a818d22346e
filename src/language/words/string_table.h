/// \file
/// Many strings by number, found fast.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace factbox::language {

/// Different strings, numbered from 0 in the order in which they came. Their bytes lie together,
/// so that 100,000 words cost two allocations, not as many.
class StringTable {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  struct Place {
    std::uint32_t index;
    bool added;  ///< it wasn't there before
  };

  /// The string's number; adds it where it isn't there.
  Place add(std::string_view text);
  /// The string's number, or kNone.
  [[nodiscard]] std::uint32_t find(std::string_view text) const;
  [[nodiscard]] bool contains(std::string_view text) const { return find(text) != kNone; }
  /// A string by its number. The view holds until the next add or clear.
  [[nodiscard]] std::string_view operator[](std::uint32_t index) const {
    const Entry& entry = entries_[index];
    return {bytes_.data() + entry.begin, entry.size};
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
  /// Bytes held, roughly.
  [[nodiscard]] std::size_t memory() const {
    return bytes_.size() + entries_.size() * sizeof(Entry) + slots_.size() * sizeof(Slot);
  }
  void reserve(std::size_t strings, std::size_t bytes);
  /// Forgets all strings and gives back the memory.
  void clear();

 private:
  struct Entry {
    std::size_t begin;
    std::size_t size;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t index = kNone;
  };

  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
  void grow(std::size_t slots);

  std::vector<char> bytes_;
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;  ///< open addressing, a power of two, at most half full
};

}  // namespace factbox::language
