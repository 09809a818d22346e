/// \file
/// The kernels' one text, compiled once for each kind of machine.
///
/// `Machine` gives a vector of eight floats and what can be done with it. Nothing here may be
/// shared between kinds of machines: a file compiled for newer instructions must not lend its
/// copies of inline functions to the rest of the program, so no header of the standard library
/// with any is included.
#pragma once

#include "language/networks/attention_code.h"
#include "language/networks/convolution_code.h"
#include "language/networks/kernels.h"
#include "language/networks/matrix_code.h"
#include "language/networks/scoring_code.h"
#include "language/networks/window_code.h"

namespace factbox::language {

template <class Machine>
Kernels kernels_of(std::string_view name) {
  return {name,
          &MatrixCode<Machine>::affine,
          &MatrixCode<Machine>::maxout,
          &WindowCode<Machine>::window_of_sums,
          &WindowCode<Machine>::window,
          &MatrixCode<Machine>::add_rows,
          &MatrixCode<Machine>::maxout_pair,
          &ScoringCode<Machine>::affine_row,
          &ScoringCode<Machine>::best_output,
          &ScoringCode<Machine>::best_of,
          ConvolutionCode<Machine>::table(),
          AttentionCode<Machine>::table()};
}

}  // namespace factbox::language
