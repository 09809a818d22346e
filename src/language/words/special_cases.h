/// \file
/// Words that are cut in a way of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/words/string_table.h"

namespace factbox::language {

/// A part of an exception: "ca" of "can't", with the norm "can". Empty: the norm of its letters.
struct SpecialPiece {
  std::string text;
  std::string norm;
};

/// The exceptions of a language: text -> pieces that make it up.
class SpecialCases {
 public:
  /// Another exception for the same text replaces the first.
  void add(std::string_view text, std::vector<SpecialPiece> pieces);
  /// The pieces of `text` if it is an exception, else nothing.
  [[nodiscard]] std::span<const SpecialPiece> find(std::string_view text) const;

  [[nodiscard]] std::uint32_t size() const { return texts_.size(); }
  [[nodiscard]] std::string_view text(std::uint32_t index) const { return texts_[index]; }

 private:
  StringTable texts_;
  std::vector<std::vector<SpecialPiece>> pieces_;
  std::size_t longest_ = 0;
};

}  // namespace factbox::language
