/// \file
/// Heads and arcs of words: a greedy arc-eager parser that may mend what it did.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "language/labels.h"
#include "language/networks/actions.h"
#include "language/networks/brought.h"
#include "language/networks/scorer.h"

namespace factbox::language {

/// An arc from a word to its head.
struct Arc {
  std::uint32_t head = 0;  ///< itself for a root
  LabelId label = Labels::kNone;
  /// The arc was lifted in training to make crossing ones fit: the true head lies below `head`,
  /// and its own arc has this label. kNone: it wasn't.
  LabelId lifted_from = Labels::kNone;
};

/// The trained parser. Immutable, shared by all threads.
class Parser {
 public:
  /// How many tokens it looks at: the next two, the three on top of the stack, and the children
  /// last attached to the left of the next and to both sides of the top.
  static constexpr std::size_t kFeatures = 8;

  /// `moves` is the file `parser/moves`; its labels are added to `labels`. Fails as malformed
  /// where the files don't fit together.
  [[nodiscard]] static Result<Parser> read(const NetworkFile& network, const PackedFile& moves,
                                           std::size_t inputs, Labels& labels);

  [[nodiscard]] const Scorer& scorer() const { return scorer_; }

 private:
  friend class ParserMemory;

  enum Kind : std::uint8_t { shift, reduce, left, right, start_sentence };
  static constexpr std::size_t kKinds = 5;
  /// A set of kinds, one bit each.
  using Kinds = std::uint32_t;
  struct Move {
    Kind kind = shift;
    LabelId label = Labels::kNone;
    LabelId lifted_from = Labels::kNone;
  };

  void allow_kinds();

  Scorer scorer_;
  LabelId root_ = Labels::kNone;
  std::vector<Move> moves_;  ///< by the scorer's output
  /// For each set of kinds, the bias that lets only those win.
  std::array<Floats, 1U << kKinds> bias_of_;
  /// For each set of kinds, its only move if it has just one.
  std::array<std::optional<std::size_t>, 1U << kKinds> only_move_;
};

/// One thread's working set of a parser.
class ParserMemory {
 public:
  ParserMemory(std::shared_ptr<const Parser> parser, const Kernels& kernels);

  /// The arcs of a text, from the hidden numbers of its tokens (rows of Scorer::to_hidden). Time
  /// and memory grow in proportion to the text.
  void parse(std::span<const float> hidden, std::vector<Arc>& arcs);

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  void begin(std::uint32_t tokens);
  [[nodiscard]] std::uint32_t next(std::size_t ahead) const;
  [[nodiscard]] std::uint32_t top(std::size_t below) const;
  [[nodiscard]] std::size_t left_to_read() const { return tokens_ - unread_ + returned_.size(); }
  [[nodiscard]] Parser::Kinds allowed() const;
  [[nodiscard]] const Parser::Move& choose(Parser::Kinds kinds);
  void make(const Parser::Move& move, std::vector<Arc>& arcs);
  void take_next();
  void attach(std::uint32_t child, std::uint32_t head, const Parser::Move& move,
              std::vector<Arc>& arcs);
  void detach(std::uint32_t child, std::uint32_t head);

  std::shared_ptr<const Parser> parser_;
  const Kernels* kernels_;
  BroughtRows brought_;
  Floats state_;

  std::uint32_t tokens_ = 0;
  std::uint32_t unread_ = 0;             ///< the first token never read so far
  std::vector<std::uint32_t> stack_;     ///< read, and still open
  std::vector<std::uint32_t> returned_;  ///< put back in front of the unread, the next one last
  std::vector<std::uint32_t> heads_;     ///< kNone so far
  std::vector<std::uint32_t> last_left_, last_right_;  ///< children, by head
  std::vector<std::uint32_t> attached_before_;         ///< by child: the one attached before it
  std::vector<std::uint8_t> unshiftable_, starts_;
};

}  // namespace factbox::language
