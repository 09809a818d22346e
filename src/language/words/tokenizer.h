/// \file
/// Text to tokens, as spaCy's tokenizer cuts it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/words/chunk_rules.h"
#include "language/words/lexicon.h"
#include "language/words/pattern.h"
#include "language/words/special_sequences.h"
#include "language/words/string_table.h"
#include "language/words/token.h"

namespace factbox::language {

class PackedFile;

/// One thread's memory of how chunks of text were cut. Bounded; changes speed, never results.
class TokenizerMemory {
 public:
  /// `max_chunks`: how many different ones are remembered.
  explicit TokenizerMemory(std::size_t max_chunks = 60'000) : max_chunks_(max_chunks) {}

 private:
  friend class Tokenizer;

  struct Piece {
    std::uint32_t size = 0;  ///< in bytes
    std::uint32_t lexeme = 0;
    bool starts_sequence = false;
  };
  struct Cut {
    std::uint32_t first = 0;
    std::uint32_t past = 0;
  };

  std::size_t max_chunks_;
  std::uint32_t generation_ = 0;  ///< the Lexicon's, for the numbers below
  StringTable chunks_;
  std::vector<Cut> cuts_;  ///< by the chunk's number: its pieces
  std::vector<Piece> pieces_;
  std::vector<Piece> fresh_;  ///< of a chunk that isn't remembered
  std::vector<ChunkPiece> chunk_pieces_;
  std::vector<std::uint32_t> starts_;  ///< tokens that may start an exception across chunks
  PatternMemory patterns_;
};

/// The rules by which a language's text is cut, from the package's `tokenizer` file. Immutable,
/// shared by all threads.
///
/// White space parts the text into chunks; each is stripped of prefixes and suffixes, then cut at
/// infixes; exceptions ("don't" is "do" and "n't") hold at each step, and at last across chunks.
/// Costs time and memory in proportion to the text, whatever stands in it.
class Tokenizer {
 public:
  /// Fails as malformed, or as unsupported where a pattern is beyond PCRE2, with the file's name.
  [[nodiscard]] static Result<Tokenizer> read(const PackedFile& file);

  /// Cuts `text`, valid UTF-8 of less than 4 GiB (asserted), and puts its tokens in the place of
  /// what `tokens` held. They cover, in order, all of the text but single spaces behind words.
  /// Call lexicon.make_room() between texts.
  void cut(std::string_view text, Lexicon& lexicon, TokenizerMemory& memory,
           std::vector<Token>& tokens) const;

 private:
  explicit Tokenizer(ChunkRules rules);

  using Piece = TokenizerMemory::Piece;
  [[nodiscard]] std::span<const Piece> pieces_of(std::string_view chunk, Lexicon& lexicon,
                                                 TokenizerMemory& memory) const;
  void cut_afresh(std::string_view chunk, Lexicon& lexicon, TokenizerMemory& memory,
                  std::vector<Piece>& pieces) const;
  void put_exceptions(std::string_view text, std::span<const SequenceMatch> matches,
                      Lexicon& lexicon, std::vector<Token>& tokens) const;

  ChunkRules rules_;
  SpecialSequences sequences_;
};

}  // namespace factbox::language
