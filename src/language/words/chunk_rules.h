/// \file
/// How one chunk of text, free of white space or all of it, becomes tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/words/affix_pattern.h"
#include "language/words/pattern.h"
#include "language/words/special_cases.h"

namespace factbox::language {

class PackedFile;

/// A token of a chunk: the next `size` bytes.
struct ChunkPiece {
  std::uint32_t size = 0;
  std::string_view norm;  ///< its own, from an exception; the rules own it
};

/// Prefixes, suffixes, infixes and exceptions of a language. Immutable, shared by all threads.
class ChunkRules {
 public:
  /// Reads the package's `tokenizer` file. Fails as malformed, or as unsupported where a pattern is
  /// beyond PCRE2, with the file's name.
  [[nodiscard]] static Result<ChunkRules> read(const PackedFile& file);

  /// Appends the pieces of a chunk, in order; together they are the chunk. Takes time in proportion
  /// to its length.
  void cut(std::string_view chunk, PatternMemory& memory, std::vector<ChunkPiece>& pieces) const {
    cut(chunk, memory, pieces, true);
  }
  /// The same, as if there were no exceptions.
  void cut_plainly(std::string_view chunk, PatternMemory& memory,
                   std::vector<ChunkPiece>& pieces) const {
    cut(chunk, memory, pieces, false);
  }

  [[nodiscard]] const SpecialCases& cases() const { return cases_; }
  /// Whether a prefix, infix or suffix is found in `text`.
  [[nodiscard]] bool finds_affix(std::string_view text, PatternMemory& memory) const;

 private:
  ChunkRules(AffixPattern prefix, AffixPattern suffix, AffixPattern infix, SpecialCases cases);

  void cut(std::string_view chunk, PatternMemory& memory, std::vector<ChunkPiece>& pieces,
           bool with_exceptions) const;
  void cut_middle(std::string_view middle, PatternMemory& memory, std::vector<ChunkPiece>& pieces,
                  bool with_exceptions) const;
  [[nodiscard]] bool is_token(std::string_view rest, PatternMemory& memory) const;
  [[nodiscard]] std::size_t prefix_size(std::string_view rest, PatternMemory& memory) const;
  [[nodiscard]] std::size_t suffix_size(std::string_view rest, PatternMemory& memory) const;

  AffixPattern prefix_;
  AffixPattern suffix_;
  AffixPattern infix_;
  std::vector<Pattern>
      token_match_;  ///< one that matches at the start: a token, whatever else fits
  std::optional<Pattern> url_match_;
  std::size_t suffix_letters_ = 0;  ///< a suffix lies in so many last letters; 0: anywhere
  bool suffix_may_run_ = false;     ///< found at their start, it may begin earlier
  SpecialCases cases_;
};

}  // namespace factbox::language
