#include "readers/minilm/meaning.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace factbox::readers {

double likeness(const Meaning& a, const Meaning& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

Result<MeaningReader> MeaningReader::load(const std::filesystem::path& folder,
                                          const std::filesystem::path& sums) {
  FB_TRY(published, PublishedMinilm::load(folder, sums));
  FB_TRY(encoder, MinilmEncoder::read(std::move(published), nullptr));
  return MeaningReader{std::move(encoder)};
}

Meaning MeaningReader::read(std::string_view words, Space& space) const {
  space.pieces.clear();
  encoder_.words().cut_text(words, kMostMeant, space.pieces);
  const std::size_t rows = MinilmEncoder::rows_of(space.pieces.size());
  space.rows.resize(std::max(space.rows.size(), rows * kMinilmWidth));
  encoder_.encode(language::best_kernels(), space.pieces, space.rows.data(), space.layer);
  Meaning meaning(kMinilmWidth, 0.0F);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < kMinilmWidth; ++i) {
      meaning[i] += space.rows[row * kMinilmWidth + i];
    }
  }
  const double length = std::sqrt(likeness(meaning, meaning));
  if (length > 0) {
    for (float& each : meaning) {
      each = static_cast<float>(each / length);
    }
  }
  return meaning;
}

}  // namespace factbox::readers
