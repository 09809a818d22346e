/// \file
/// Names, dates and amounts: a greedy reader that opens, goes on with and closes them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "language/analysis.h"
#include "language/labels.h"
#include "language/networks/actions.h"
#include "language/networks/scorer.h"

namespace factbox::language {

/// Tokens that are a name, and its kind.
struct NameSpan {
  TokenRange tokens;
  LabelId kind = Labels::kNone;
};

/// The trained finder of names. Immutable, shared by all threads.
class NameFinder {
 public:
  /// How many tokens it looks at: the next; and inside a name its first and its last so far.
  static constexpr std::size_t kFeatures = 3;

  /// `moves` is the file `ner/moves`; its kinds of names are added to `labels`. Fails as
  /// malformed where the files don't fit together.
  [[nodiscard]] static Result<NameFinder> read(const NetworkFile& network, const PackedFile& moves,
                                               std::size_t inputs, Labels& labels);

  [[nodiscard]] const Scorer& scorer() const { return scorer_; }

 private:
  friend class NameMemory;

  enum Kind : std::uint8_t { begin = 1, inside, last, unit, outside };
  struct Move {
    Kind kind = outside;
    LabelId label = Labels::kNone;
  };
  /// The two moves that can follow inside a name, as a scorer of their own: go on, close.
  struct Open {
    LabelId label = Labels::kNone;
    Matrix scores;
  };
  static constexpr std::size_t kClose = 1;  // Open's second output

  [[nodiscard]] const Open* open_of(LabelId label) const;

  Scorer scorer_;
  std::vector<Move> moves_;  ///< by the scorer's output
  Floats anything_;          ///< outside of names: the bias that lets all but inside and last win
  Floats no_begin_;          ///< the same without begin
  std::vector<Open> open_;
};

/// One thread's working set of a name finder.
class NameMemory {
 public:
  NameMemory(std::shared_ptr<const NameFinder> finder, const Kernels& kernels);

  /// Begins a text.
  void begin();
  /// Reads the text's next tokens: their hidden numbers (rows of Scorer::to_hidden), which of them
  /// are white space, and before which tokens a sentence starts. `starts` are all of the text's,
  /// `is_space` too. Puts the names that end here behind what `names` holds.
  void read(std::span<const float> hidden, std::span<const std::uint8_t> is_space,
            std::span<const std::uint8_t> starts, std::vector<NameSpan>& names);

 private:
  void score_outside(std::span<const float> hidden);
  [[nodiscard]] std::size_t choose_outside(std::size_t row, bool may_begin);
  [[nodiscard]] bool closes(std::size_t row, bool may_go_on);

  std::shared_ptr<const NameFinder> finder_;
  const Kernels* kernels_;
  std::uint32_t token_ = 0;  ///< the next to read
  const NameFinder::Open* open_ = nullptr;
  std::uint32_t opened_at_ = 0;
  Floats opener_;    ///< what the open name's first token brings
  Floats previous_;  ///< what the token before brings
  Floats last_hidden_;
  Floats brought_, state_, scores_;  ///< of the tokens being read
};

}  // namespace factbox::language
