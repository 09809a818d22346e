/// \file
/// From a cue to its source and its content.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/networks/kernels.h"
#include "readers/network/likelihoods.h"
#include "readers/network/tree_path.h"
#include "readers/trained/trained.h"

namespace factbox::readers {

/// The tokens that are asked whether they belong to a cue: from 64 before it to 96 from it on, as
/// far as the text goes.
[[nodiscard]] language::TokenRange window_of(std::uint32_t cue, std::uint32_t text_size);
inline constexpr std::size_t kWindow = 160;
inline constexpr std::uint32_t kWindowBefore = 64;

/// How far a token lies from a cue, in steps that widen.
inline constexpr std::size_t kDistances = 40;
[[nodiscard]] std::size_t distance_step(std::uint32_t cue, std::uint32_t token);

/// A cue as it is read.
struct CueToRead {
  std::uint32_t token = 0;
  const float* row = nullptr;  ///< what the cue brings: as cue_matrix() makes it
};

/// The network's second part, asked once for each cue.
class CueReader {
 public:
  [[nodiscard]] static Result<CueReader> read(const WeightsFile& file, const TrainingNotes& notes,
                                              std::size_t encoder_width);

  /// Numbers that stand for a token, and for a cue.
  [[nodiscard]] std::size_t width() const { return width_; }
  /// From the encoder's row to the token's numbers, and to the cue's.
  [[nodiscard]] const language::Matrix& token_matrix() const { return token_; }
  [[nodiscard]] const language::Matrix& cue_matrix() const { return cue_; }

  /// Memory to work in; kept from call to call.
  struct Space {
    ConvolutionSpace convolution;
    language::Floats rows;
    language::Floats scores;
    std::vector<Rows> windows;
    std::array<std::uint8_t, kWindow> paths{};
  };
  /// Cues that are best read together.
  static constexpr std::size_t kCuesTogether = 4;
  /// For each token of each cue's window, one after another: none, source, content.
  /// `token_rows` are those of the whole text.
  void read(const language::Kernels& kernels, std::span<const CueToRead> cues, const Tree& tree,
            const float* token_rows, Space& space, std::vector<Likelihoods>& likely) const;

 private:
  void enter(const language::Kernels& kernels, const CueToRead& cue, language::TokenRange window,
             const Tree& tree, const float* token_rows, float* rows, Space& space) const;

  std::size_t width_ = 0;
  language::Matrix token_;
  language::Matrix cue_;
  language::Matrix out_;
  TrainedTable paths_;
  TrainedTable distances_;
  std::vector<Convolution> steps_;
  language::Floats ones_;
  language::Floats zeros_;
};

}  // namespace factbox::readers
