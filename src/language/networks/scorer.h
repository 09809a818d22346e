/// \file
/// The network that rates what a greedy reader may do next, given a few tokens to look at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/networks/kernels.h"
#include "language/networks/network_file.h"

namespace factbox::language {

/// A trained scorer, of the parser or of the names. It looks at a fixed number of tokens, its
/// features; what each brings at each place is computed ahead, so that a step only adds it up.
///
/// Rows named `hidden` are those of to_hidden(); `brought` rows are what one token brings as one
/// feature: the sums for both pieces of each hidden unit, [piece][unit].
class Scorer {
 public:
  /// `features`, `inputs` and `actions` are what the reader, the encoder and the list of moves ask
  /// for. Fails as malformed where the network has other sizes.
  [[nodiscard]] static Result<Scorer> read(const NetworkFile& network, std::size_t features,
                                           std::size_t inputs, std::size_t actions);

  [[nodiscard]] std::size_t features() const { return brought_.size(); }
  [[nodiscard]] std::size_t hidden_size() const { return to_hidden_.outputs; }
  [[nodiscard]] std::size_t brought_size() const { return 2 * hidden_size(); }

  /// From the encoder's numbers.
  [[nodiscard]] const Matrix& to_hidden() const { return to_hidden_; }
  /// From hidden numbers to what they bring as a feature; in panels, for many rows at a time.
  [[nodiscard]] const Matrix& to_brought(std::size_t feature) const { return brought_[feature]; }
  /// The same laid out flat, for one row at a time.
  [[nodiscard]] const Matrix& to_brought_flat(std::size_t feature) const {
    return brought_flat_[feature];
  }
  /// What an absent token brings.
  [[nodiscard]] const float* missing(std::size_t feature) const {
    return missing_.data() + feature * brought_size();
  }
  [[nodiscard]] const Floats& bias() const { return bias_; }
  /// From the state to the actions' scores; flat, and in panels. Padding never wins.
  [[nodiscard]] const Matrix& to_scores() const { return scores_; }
  [[nodiscard]] const Matrix& to_scores_by_panel() const { return scores_by_panel_; }

 private:
  Matrix to_hidden_;
  std::vector<Matrix> brought_;
  std::vector<Matrix> brought_flat_;
  Floats missing_;
  Floats bias_;
  Matrix scores_;
  Matrix scores_by_panel_;
};

}  // namespace factbox::language
