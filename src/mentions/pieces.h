/// \file
/// A text cut finer than the language engine's words, for numbers and dates.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "texts/sheet.h"

namespace factbox::mentions {

enum class PieceKind : std::uint8_t { word, number, mark };

/// A run of letters, a number, or one mark: "mid-1996" is three, "30-day" three, "2.7m" two.
struct Piece {
  ByteRange range;
  std::uint32_t token = 0;  ///< of the engine: the one that holds the piece's first byte
  PieceKind kind = PieceKind::mark;
  bool glued = false;  ///< no white space before it
  double value = 0;    ///< of a number; "1,200.5" is 1200.5
};

/// The pieces of one text, in order, with their words in lower case.
class Pieces {
 public:
  /// Cuts `text`, without knowing the engine's words: for the entries of tables.
  explicit Pieces(std::string_view text);
  /// Cuts the text of an sheet, which must live as long.
  explicit Pieces(const texts::Sheet& sheet);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(pieces_.size()); }
  [[nodiscard]] const Piece& operator[](std::uint32_t index) const { return pieces_[index]; }

  /// The piece in lower case (ASCII); dashes as "-", single quotes as "'", double ones as "\"".
  /// Empty past the end, so that looking ahead needs no test.
  [[nodiscard]] std::string_view word(std::uint32_t index) const {
    return index < size() ? words_[index] : std::string_view{};
  }
  [[nodiscard]] bool is(std::uint32_t index, PieceKind kind) const {
    return index < size() && pieces_[index].kind == kind;
  }
  [[nodiscard]] bool is_glued(std::uint32_t index) const {
    return index < size() && pieces_[index].glued;
  }
  /// The words as written, digits and capitals as they are.
  [[nodiscard]] std::string_view written(std::uint32_t index) const {
    return index < size() ? pieces_[index].range.in(text_) : std::string_view{};
  }
  [[nodiscard]] bool is_capital(std::uint32_t index) const;
  /// The bytes from piece `first` up to piece `past`, not included.
  [[nodiscard]] ByteRange bytes(std::uint32_t first, std::uint32_t past) const {
    return {pieces_[first].range.begin, pieces_[past - 1].range.end};
  }

 private:
  void cut();

  std::string_view text_;
  std::string lower_;
  std::vector<Piece> pieces_;
  std::vector<std::string_view> words_;  ///< into lower_, or constants
};

}  // namespace factbox::mentions
