#include "readers/network/likelihoods.h"

#include <algorithm>
#include <cmath>

namespace factbox::readers {

Likelihoods likelihoods_of(const float* scores) {
  const float most = std::max({scores[0], scores[1], scores[2]});
  Likelihoods likely{};
  float sum = 0.0F;
  for (std::size_t i = 0; i < likely.size(); ++i) {
    likely[i] = std::exp(scores[i] - most);
    sum += likely[i];
  }
  for (float& each : likely) {
    each /= sum;
  }
  return likely;
}

}  // namespace factbox::readers
