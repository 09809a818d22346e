#include "readers/minilm/encoder.h"

#include <algorithm>
#include <array>

#include "language/package_file.h"
#include "readers/trained/trained.h"

namespace factbox::readers {

namespace {

constexpr std::size_t kLayers = 6;
constexpr std::size_t kPlaces = 512;
constexpr std::size_t kKinds = 2;  ///< of texts: a first and a second; we read firsts

const char* const kWeights = "model.safetensors";
const char* const kVocabulary = "vocab.txt";

}  // namespace

Result<PublishedMinilm> PublishedMinilm::load(const std::filesystem::path& folder,
                                              const std::filesystem::path& sums) {
  FB_TRY(package, language::Package::open(folder, sums));
  FB_TRY(weights, package.read(kWeights));
  FB_TRY(vocabulary, package.read(kVocabulary));
  return PublishedMinilm{std::move(weights), std::move(vocabulary)};
}

Result<MinilmEncoder> MinilmEncoder::read(PublishedMinilm published,
                                          const WeightsFile* differences) {
  FB_TRY(words, WordPieces::read(published.vocabulary, kVocabulary));
  FB_TRY(file, WeightsFile::read(std::move(published.weights), kWeights));
  MinilmEncoder encoder{std::move(words)};
  FB_TRY(pieces, read_table(file, "embeddings.word_embeddings.weight", encoder.words_.size(),
                            kMinilmWidth));
  FB_TRY(places, read_table(file, "embeddings.position_embeddings.weight", kPlaces, kMinilmWidth));
  FB_TRY(kinds, read_table(file, "embeddings.token_type_embeddings.weight", kKinds, kMinilmWidth));
  for (std::size_t i = 0; i < places.numbers.size(); ++i) {
    places.numbers[i] += kinds.numbers[i % kMinilmWidth];
  }
  FB_TRY(gain, read_row(file, "embeddings.LayerNorm.weight", kMinilmWidth));
  FB_TRY(shift, read_row(file, "embeddings.LayerNorm.bias", kMinilmWidth));
  for (std::size_t i = 0; i < kLayers; ++i) {
    FB_TRY(layer, MinilmLayer::read(file, differences, i));
    encoder.layers_.push_back(std::move(layer));
  }
  encoder.pieces_ = std::move(pieces.numbers);
  encoder.places_ = std::move(places.numbers);
  encoder.gain_ = std::move(gain);
  encoder.shift_ = std::move(shift);
  return encoder;
}

void MinilmEncoder::encode(const language::Kernels& kernels, std::span<const Piece> pieces,
                           float* rows, MinilmLayer::Space& space) const {
  const std::size_t count = rows_of(pieces.size());
  for (std::size_t place = 0; place < count; ++place) {
    const Piece piece = place == 0           ? words_.beginning()
                        : place == count - 1 ? words_.separator()
                                             : pieces[place - 1];
    const std::array<const float*, 2> parts{pieces_.data() + piece * kMinilmWidth,
                                            places_.data() + place * kMinilmWidth};
    kernels.add_rows(parts.data(), parts.size(), kMinilmWidth, rows + place * kMinilmWidth);
  }
  kernels.convolution.normalise(rows, count, kMinilmWidth, gain_.data(), shift_.data(),
                                kMinilmEpsilon, rows);
  for (const MinilmLayer& layer : layers_) {
    layer.apply(kernels, count, rows, space);
  }
}

}  // namespace factbox::readers
