#include "language/words/tokenizer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/assert.h"
#include "language/package_file.h"
#include "language/words/chunks.h"
#include "language/words/unicode.h"

namespace factbox::language {
namespace {

constexpr std::size_t kLongestRemembered = 100;  // bytes; longer chunks hardly come twice

/// The tokens of an exception if it were none.
std::vector<std::string> plain_tokens(std::string_view text, const ChunkRules& rules,
                                      PatternMemory& memory) {
  std::vector<std::string> tokens;
  std::vector<ChunkPiece> pieces;
  ChunkWalk walk{text};
  while (const auto chunk = walk.next()) {
    pieces.clear();
    rules.cut_plainly(chunk->range.in(text), memory, pieces);
    std::size_t at = chunk->range.begin;
    for (const ChunkPiece& piece : pieces) {
      tokens.emplace_back(text.substr(at, piece.size));
      at += piece.size;
    }
  }
  return tokens;
}

}  // namespace

Tokenizer::Tokenizer(ChunkRules rules) : rules_(std::move(rules)) {
  const SpecialCases& cases = rules_.cases();
  PatternMemory memory;
  for (std::uint32_t i = 0; i < cases.size(); ++i) {
    const std::string_view text = cases.text(i);
    const bool has_space = text.find(' ') != std::string_view::npos;
    if (!has_space && !rules_.finds_affix(text, memory)) {
      continue;
    }
    sequences_.add(plain_tokens(text, rules_, memory));
  }
}

Result<Tokenizer> Tokenizer::read(const PackedFile& file) {
  FB_TRY(rules, ChunkRules::read(file));
  return Tokenizer{std::move(rules)};
}

void Tokenizer::cut(std::string_view text, Lexicon& lexicon, TokenizerMemory& memory,
                    std::vector<Token>& tokens) const {
  FB_ASSERT(text.size() < UINT32_MAX && first_invalid_byte(text) == text.size());
  tokens.clear();
  memory.starts_.clear();
  const bool is_full = memory.chunks_.size() >= memory.max_chunks_ ||
                       memory.pieces_.size() >= 4 * memory.max_chunks_;
  if (is_full || memory.generation_ != lexicon.generation()) {
    memory.chunks_.clear();
    memory.cuts_.clear();
    memory.pieces_.clear();
    memory.generation_ = lexicon.generation();
  }
  ChunkWalk walk{text};
  while (const auto chunk = walk.next()) {
    std::uint32_t at = chunk->range.begin;
    for (const Piece& piece : pieces_of(chunk->range.in(text), lexicon, memory)) {
      if (piece.starts_sequence) {
        memory.starts_.push_back(static_cast<std::uint32_t>(tokens.size()));
      }
      tokens.push_back({{at, at + piece.size}, piece.lexeme, false});
      at += piece.size;
    }
    tokens.back().space_follows = chunk->space_follows;
  }
  if (memory.starts_.empty()) {
    return;
  }
  const auto matches = sequences_.find(text, tokens, memory.starts_);
  if (!matches.empty()) {
    put_exceptions(text, matches, lexicon, tokens);
  }
}

std::span<const TokenizerMemory::Piece> Tokenizer::pieces_of(std::string_view chunk,
                                                             Lexicon& lexicon,
                                                             TokenizerMemory& memory) const {
  const std::span all{memory.pieces_};
  if (chunk.size() <= kLongestRemembered) {
    if (const std::uint32_t known = memory.chunks_.find(chunk); known != StringTable::kNone) {
      const auto cut = memory.cuts_[known];
      return all.subspan(cut.first, cut.past - cut.first);
    }
  }
  // Most chunks are one token or two; those of a hundred marks may not fill the memory.
  const bool has_room =
      memory.chunks_.size() < memory.max_chunks_ && memory.pieces_.size() < 4 * memory.max_chunks_;
  memory.fresh_.clear();
  cut_afresh(chunk, lexicon, memory, memory.fresh_);
  if (chunk.size() <= kLongestRemembered && has_room) {
    memory.chunks_.add(chunk);
    const auto first = static_cast<std::uint32_t>(memory.pieces_.size());
    memory.pieces_.insert(memory.pieces_.end(), memory.fresh_.begin(), memory.fresh_.end());
    memory.cuts_.push_back({first, static_cast<std::uint32_t>(memory.pieces_.size())});
  }
  return memory.fresh_;
}

void Tokenizer::cut_afresh(std::string_view chunk, Lexicon& lexicon, TokenizerMemory& memory,
                           std::vector<Piece>& pieces) const {
  memory.chunk_pieces_.clear();
  rules_.cut(chunk, memory.patterns_, memory.chunk_pieces_);
  std::size_t at = 0;
  for (const ChunkPiece& piece : memory.chunk_pieces_) {
    const std::string_view word = chunk.substr(at, piece.size);
    pieces.push_back(
        {piece.size, lexicon.index_of(word, piece.norm), sequences_.starts_with(word)});
    at += piece.size;
  }
}

void Tokenizer::put_exceptions(std::string_view text, std::span<const SequenceMatch> matches,
                               Lexicon& lexicon, std::vector<Token>& tokens) const {
  std::vector<Token> before;
  before.swap(tokens);
  tokens.reserve(before.size() + matches.size());
  auto from = before.begin();
  for (const SequenceMatch& match : matches) {
    const auto first = before.begin() + match.first;
    const auto past = before.begin() + match.past;
    const Token last = *(past - 1);
    const ByteRange range{first->range.begin, last.range.end};
    const auto exception = rules_.cases().find(range.in(text));
    if (exception.empty()) {
      continue;
    }
    tokens.insert(tokens.end(), from, first);
    from = past;
    std::uint32_t at = range.begin;
    for (const SpecialPiece& piece : exception) {
      const auto size = static_cast<std::uint32_t>(piece.text.size());
      tokens.push_back({{at, at + size}, lexicon.index_of(piece.text, piece.norm), false});
      at += size;
    }
    tokens.back().space_follows = last.space_follows;
  }
  tokens.insert(tokens.end(), from, before.end());
}

}  // namespace factbox::language
