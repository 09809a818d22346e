/// \file
/// Word types: what the model knows of a word wherever it stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "language/words/string_table.h"

namespace factbox::language {

class PackedFile;

/// The norms of words, by which the model takes "favourite" for "favorite" and "€" for "$".
/// Immutable, shared by all threads.
class Norms {
 public:
  /// Reads the package's `vocab/lookups.bin`. Fails as malformed where it isn't such a file.
  [[nodiscard]] static Result<std::shared_ptr<const Norms>> read(const PackedFile& file);

  /// The id of a word's norm: the package's own, else the one that it has in every language, else
  /// its lower-case form.
  [[nodiscard]] std::uint64_t norm_id(std::string_view word, std::string_view lower) const;

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> ids_;  ///< id of a word -> id of its norm
};

/// The features of a word, as string ids; the encoders' columns in order.
struct Lexeme {
  std::uint64_t norm = 0;
  std::uint64_t prefix = 0;  ///< the first letter
  std::uint64_t suffix = 0;  ///< the last three
  std::uint64_t shape = 0;   ///< "Xxxxx" for "Tehran"
  bool is_space = false;     ///< white space and nothing else
};

/// The shape of a word: letters as X and x, digits as d, runs cut at four; "LONG" from 100 letters.
[[nodiscard]] std::string word_shape(std::string_view word);

/// When a Lexicon is full.
struct LexiconLimits {
  std::uint32_t max_words = 40'000;
  std::size_t max_bytes = 16U << 20U;
};

/// One thread's word types, numbered from 0 as they are met, so that what is computed for a word
/// once can be kept by its number. Only speed depends on what was met before.
///
/// A word that the tokenizer's exceptions give a norm of its own ("ca" in "can't") is another type
/// than the same letters elsewhere.
///
/// Bounded between texts: make_room() forgets everything once there are more words than the limit.
/// A single text may go past the limit; whoever keeps much for each word does so below
/// limits().max_words only.
class Lexicon {
 public:
  explicit Lexicon(std::shared_ptr<const Norms> norms, LexiconLimits limits = {});

  /// The number of a word that is valid UTF-8 and not empty. `norm`: its own norm, if it has one.
  [[nodiscard]] std::uint32_t index_of(std::string_view word, std::string_view norm = {});

  [[nodiscard]] const Lexeme& operator[](std::uint32_t index) const {
    return entries_[index].lexeme;
  }
  /// Letters as they stand, and lowered. Both views hold until the next index_of or make_room.
  [[nodiscard]] std::string_view word(std::uint32_t index) const;
  [[nodiscard]] std::string_view lower(std::uint32_t index) const;

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
  [[nodiscard]] const LexiconLimits& limits() const { return limits_; }
  /// Changes when all numbers given so far become invalid. Starts at 1.
  [[nodiscard]] std::uint32_t generation() const { return generation_; }
  /// Call it when no numbers are held, between texts: forgets all words if they are too many.
  void make_room();

 private:
  struct Entry {
    Lexeme lexeme;
    std::uint32_t word_size = 0;
    std::uint32_t lower_size = 0;
    std::size_t lower_begin = 0;  ///< in lower_bytes_; unused where the word is its own lower form
    bool is_lower = false;
  };

  [[nodiscard]] Entry describe(std::string_view word, std::string_view norm);

  std::shared_ptr<const Norms> norms_;
  LexiconLimits limits_;
  StringTable keys_;  ///< a word, and behind a byte that no word holds its own norm
  std::vector<Entry> entries_;
  std::string lower_bytes_;
  std::string key_;
  std::uint32_t generation_ = 1;
};

}  // namespace factbox::language
