/// \file
/// One of MiniLM's layers.
#pragma once

#include <array>
#include <cstddef>

#include "base/result.h"
#include "language/networks/kernels.h"
#include "readers/trained/weights_file.h"

namespace factbox::readers {

/// Numbers that stand for a piece.
inline constexpr std::size_t kMinilmWidth = 384;

/// Attention over a segment's pieces, then two linear layers with a gelu between them; what each of
/// both gives is added to what it came from and normalised (Vaswani et al. 2017, as in BERT).
class MinilmLayer {
 public:
  /// Reads layer `index` of the published weights and adds the low-rank differences, if any: for
  /// each matrix the product of "layer.INDEX.NAME.down" ([inputs][rank]) and "….up"
  /// ([rank][outputs]) (Hu et al. 2021). Fails as malformed, naming the file and the tensor.
  [[nodiscard]] static Result<MinilmLayer> read(const WeightsFile& published,
                                                const WeightsFile* differences, std::size_t index);

  /// Memory to work in; kept from call to call.
  struct Space {
    language::Floats asked;  ///< queries, keys and values, side by side
    language::Floats scores;
    language::Floats attended;
    language::Floats inner;
    language::Floats sums;
    language::Matrix keys;
    language::Matrix values;
  };
  /// Changes the rows of a segment's pieces, which see each other.
  void apply(const language::Kernels& kernels, std::size_t pieces, float* rows, Space& space) const;

 private:
  struct Norm {
    std::vector<float> gain;
    std::vector<float> shift;
  };
  static void attend(const language::Kernels& kernels, std::size_t pieces, Space& space);
  static void add_and_normalise(const language::Kernels& kernels, std::size_t pieces,
                                const Norm& norm, float* rows, const Space& space);

  language::Matrix ask_;
  language::Matrix attended_;
  language::Matrix inner_;
  language::Matrix outer_;
  Norm after_attention_;
  Norm at_end_;
};

/// Added to a variance before its root is taken, as in BERT.
inline constexpr float kMinilmEpsilon = 1e-12F;

}  // namespace factbox::readers
