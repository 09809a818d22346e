/// \file
/// Tags of words, from the encoder's numbers.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "language/labels.h"
#include "language/networks/kernels.h"
#include "language/networks/network_file.h"

namespace factbox::language {

/// The trained tagger: one layer. Immutable, shared by all threads.
class Tagger {
 public:
  /// `settings` is the text of `tagger/cfg`, which lists the tags; they are added to `labels`.
  /// `inputs` is the encoder's width. Fails as malformed where the two files don't fit together.
  [[nodiscard]] static Result<Tagger> read(const NetworkFile& network, const std::string& settings,
                                           std::size_t inputs, Labels& labels);

  /// The tags of rows of the encoder's numbers. `scratch` is the thread's own; it grows as needed.
  void tag(const Kernels& kernels, const float* rows, std::span<LabelId> tags,
           Floats& scratch) const;

 private:
  Matrix scores_;
  std::vector<LabelId> tags_;  ///< by output
};

}  // namespace factbox::language
