#include "readers/minilm/minilm.h"

#include <algorithm>
#include <span>

#include "readers/trained/trained.h"

namespace factbox::readers {

Result<Minilm> Minilm::read(PublishedMinilm published, const WeightsFile& differences,
                            std::size_t width) {
  FB_TRY(encoder, MinilmEncoder::read(std::move(published), &differences));
  FB_TRY(beside, read_table(differences, "beside", kMinilmWidth, width));
  return Minilm{std::move(encoder), lay_out_turned(beside.numbers, {}, kMinilmWidth)};
}

void Minilm::read_tokens(const language::Kernels& kernels, const language::Analysis& analysis,
                         Space& space, language::Floats& brought) const {
  space.text.assign(analysis, encoder_.words());
  space.rows.resize(kSegmentPieces * kMinilmWidth);
  space.firsts.resize(kSegmentTokens * kMinilmWidth);
  brought.resize(analysis.size() * beside_.outputs);
  for (language::TokenRange segment{0, 0}; segment.past < analysis.size();) {
    segment = segment_from(segment.past, analysis, space.text);
    const std::uint32_t begin = space.text.begins[segment.first];
    const std::span pieces{space.text.pieces};
    encoder_.encode(kernels, pieces.subspan(begin, space.text.begins[segment.past] - begin),
                    space.rows.data(), space.layer);
    for (std::uint32_t token = segment.first; token < segment.past; ++token) {
      const std::size_t place = space.text.begins[token] - begin + 1;
      std::copy_n(space.rows.data() + place * kMinilmWidth, kMinilmWidth,
                  space.firsts.data() + (token - segment.first) * kMinilmWidth);
    }
    kernels.affine(beside_, space.firsts.data(), kMinilmWidth, segment.size(),
                   brought.data() + segment.first * beside_.outputs, beside_.outputs);
  }
}

}  // namespace factbox::readers
