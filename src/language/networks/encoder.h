/// \file
/// Words to numbers that tell each word and what stands around it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "language/analysis.h"
#include "language/networks/kernels.h"
#include "language/networks/network_file.h"
#include "language/words/lexicon.h"
#include "language/words/token.h"

namespace factbox::language {

/// What an encoder may ask of a token.
enum class Feature : std::uint8_t { norm, prefix, suffix, shape, space_follows, is_space };

/// A trained encoder ("tok2vec"): the word's own features, looked up in tables by hash, then layers
/// that each let a token see one neighbour further. Immutable, shared by all threads.
class Encoder {
 public:
  /// Fails as malformed, naming the node, where the network isn't such an encoder.
  [[nodiscard]] static Result<Encoder> read(const NetworkFile& network);

  /// How many numbers a token gets.
  [[nodiscard]] std::size_t width() const { return width_; }
  /// How many tokens on each side have a say in a token's numbers.
  [[nodiscard]] std::size_t reach() const { return windows_.size() + 1; }

 private:
  friend class EncoderMemory;

  struct Table {
    Feature feature = Feature::norm;
    std::uint32_t seed = 0;
    std::size_t rows = 0;
    std::vector<float> values;
  };

  std::size_t width_ = 0;
  bool asks_space_ = false;  ///< whether two tokens of one lexeme can differ
  std::vector<Table> tables_;
  MaxoutLayer words_;                 ///< from the tables' rows to the word itself
  Matrix first_sums_;                 ///< what a word brings to the first window layer, by place
  MaxoutLayer first_window_;          ///< its weights are in first_sums_
  std::vector<WindowLayer> windows_;  ///< all the others
};

/// How much of the words met before is remembered; how much changes speed only.
struct EncoderLimits {
  std::uint32_t max_words = 24'000;  ///< whose own numbers are: width() floats each
  std::uint32_t max_sums = 4'096;    ///< whose sums for the first window are, too: nine times that
};

/// One thread's way through an encoder, with what it remembers of words met before: a word's own
/// numbers, and for the commonest what they bring to the first window. Exact: what is computed
/// anew is the same to the last bit. Bounded.
class EncoderMemory {
 public:
  EncoderMemory(std::shared_ptr<const Encoder> encoder, const Kernels& kernels,
                EncoderLimits limits = {});

  /// The numbers of tokens `part` of a text, a row of width() a token. `tokens` are all of the
  /// text's, since the neighbours of the part count; `part` may have at most kMaxPart, and begins
  /// at a multiple of it.
  void encode(std::span<const Token> tokens, TokenRange part, const Lexicon& lexicon, float* rows);
  static constexpr std::uint32_t kMaxPart = 256;

 private:
  using Slot = std::uint32_t;
  static constexpr Slot kNoSlot = UINT32_MAX;
  /// Rows of floats that stay where they are while more are added.
  class Rows {
   public:
    explicit Rows(std::size_t width) : width_(width) {}
    float* operator[](std::size_t index) {
      while (index / kBlock >= blocks_.size()) {
        blocks_.emplace_back(kBlock * width_);
      }
      return blocks_[index / kBlock].data() + index % kBlock * width_;
    }
    void clear() { blocks_.clear(); }

   private:
    static constexpr std::size_t kBlock = 256;
    std::size_t width_;
    std::vector<Floats> blocks_;
  };
  /// Where a word's contributions to the first window lie.
  struct Sums {
    Slot word = kNoSlot;      ///< whose they are
    std::uint32_t part = 0;   ///< the last part of a text that used them
    bool used_again = false;  ///< since they were last considered for giving up
  };

  void forget(const Lexicon& lexicon);
  void find_words(std::span<const Token> tokens, std::int64_t first, std::int64_t past,
                  const Lexicon& lexicon);
  void embed(std::span<const Token> tokens, const Lexicon& lexicon);
  void add_up_sums();
  [[nodiscard]] std::uint32_t free_sums();

  std::shared_ptr<const Encoder> encoder_;
  const Kernels* kernels_;
  EncoderLimits limits_;
  std::uint32_t generation_ = 0;  ///< the lexicon's
  std::uint32_t part_ = 0;        ///< counts the parts of texts, to know which sums are in use

  std::vector<Slot> slot_of_key_;
  std::vector<std::uint32_t> sums_of_slot_;
  Rows words_;
  Rows sums_;
  std::vector<Sums> sums_in_;  ///< by place in sums_
  std::uint32_t hand_ = 0;     ///< where to look next for sums to give up

  std::vector<Slot> slots_;                                ///< of the words of a part and around it
  std::vector<std::pair<Slot, std::uint32_t>> new_words_;  ///< with a token where each stands
  std::vector<Slot> new_sums_;
  std::vector<const float*> word_rows_, sum_rows_;
  Floats gathered_, computed_, layer_, next_layer_, scratch_;
};

}  // namespace factbox::language
