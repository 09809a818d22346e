/// \file
/// From words to the pieces that MiniLM knows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace factbox::readers {

/// A piece's row in the table of embeddings.
using Piece = std::uint32_t;

/// The vocabulary of BERT's uncased models (Devlin et al. 2019), and how words are cut by it:
/// lower-cased, without accents, parted at punctuation, then the longest pieces from the left.
class WordPieces {
 public:
  /// Reads a vocab.txt: a piece a line. Fails as malformed, by a message that calls the file
  /// `name`, where the pieces that mark a text's ends and unknown words are missing.
  [[nodiscard]] static Result<WordPieces> read(std::string_view lines, std::string_view name);

  /// Appends a word's pieces: at least one. `word` is valid UTF-8; white space is a separator.
  void cut(std::string_view word, std::vector<Piece>& pieces) const;

  /// Appends the pieces of words that blanks part, until there are `most` in `pieces`.
  void cut_text(std::string_view text, std::size_t most, std::vector<Piece>& pieces) const;

  [[nodiscard]] std::size_t size() const { return pieces_.size(); }
  [[nodiscard]] Piece beginning() const { return beginning_; }  ///< of a text: [CLS]
  [[nodiscard]] Piece separator() const { return separator_; }  ///< [SEP]

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  void cut_part(std::string_view part, std::vector<Piece>& pieces) const;
  [[nodiscard]] const Piece* find(std::string_view piece) const;

  std::unordered_map<std::string, Piece, Hash, std::equal_to<>> pieces_;
  Piece beginning_ = 0;
  Piece separator_ = 0;
  Piece unknown_ = 0;
};

}  // namespace factbox::readers
