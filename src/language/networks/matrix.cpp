#include "language/networks/matrix.h"

#include <algorithm>

#include "base/assert.h"

namespace factbox::language {

namespace {

Matrix lay_out_by(std::size_t panel, std::span<const float> weights, std::span<const float> bias,
                  std::size_t inputs, Padding padding) {
  FB_ASSERT(inputs > 0 && weights.size() % inputs == 0);
  const std::size_t outputs = weights.size() / inputs;
  FB_ASSERT(bias.empty() || bias.size() == outputs);
  Matrix matrix;
  matrix.inputs = inputs;
  matrix.outputs = padded(outputs);
  matrix.panel = panel == 0 ? matrix.outputs : panel;
  matrix.weights.assign(matrix.outputs * inputs, 0.0F);
  matrix.bias.assign(matrix.outputs, 0.0F);
  std::copy(bias.begin(), bias.end(), matrix.bias.begin());
  if (padding == Padding::never) {
    std::fill(matrix.bias.begin() + static_cast<std::ptrdiff_t>(outputs), matrix.bias.end(),
              kNever);
  }
  for (std::size_t output = 0; output < outputs; ++output) {
    float* place = matrix.weights.data() + output / matrix.panel * matrix.panel * inputs +
                   output % matrix.panel;
    for (std::size_t input = 0; input < inputs; ++input) {
      place[input * matrix.panel] = weights[output * inputs + input];
    }
  }
  return matrix;
}

}  // namespace

Matrix lay_out(std::span<const float> weights, std::span<const float> bias, std::size_t inputs,
               Padding padding) {
  return lay_out_by(kPanel, weights, bias, inputs, padding);
}

Matrix lay_out_flat(std::span<const float> weights, std::span<const float> bias, std::size_t inputs,
                    Padding padding) {
  return lay_out_by(0, weights, bias, inputs, padding);
}

}  // namespace factbox::language
