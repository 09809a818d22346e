#include "readers/network/cue_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace factbox::readers {

namespace {

constexpr std::size_t kParts = 3;  ///< none, source, content

/// The steps of distances from 9 on, with how far each goes.
struct Step {
  std::uint32_t past;
  std::size_t step;
};
constexpr std::uint32_t kExact = 9;  ///< distances below this have a step of their own
constexpr Step kSteps[] = {{12, 9}, {16, 10}, {22, 11}, {30, 12}, {44, 13}, {64, 14}};
constexpr std::size_t kFarthest = 15;
constexpr std::size_t kAfter = 20;  ///< steps of tokens from the cue on begin here

}  // namespace

language::TokenRange window_of(std::uint32_t cue, std::uint32_t text_size) {
  const auto after = static_cast<std::uint32_t>(kWindow) - kWindowBefore;
  return {cue - std::min(cue, kWindowBefore), text_size - cue > after ? cue + after : text_size};
}

std::size_t distance_step(std::uint32_t cue, std::uint32_t token) {
  const std::uint32_t distance = token < cue ? cue - token : token - cue;
  const std::size_t side = token < cue ? 0 : kAfter;
  if (distance < kExact) {
    return side + distance;
  }
  const auto* const step = std::find_if(std::begin(kSteps), std::end(kSteps),
                                        [&](const Step& each) { return distance < each.past; });
  return side + (step == std::end(kSteps) ? kFarthest : step->step);
}

Result<CueReader> CueReader::read(const WeightsFile& file, const TrainingNotes& notes,
                                  std::size_t encoder_width) {
  CueReader reader;
  FB_TRY(paths, read_table(file, "path", kPaths, kAnySize));
  const std::size_t width = paths.columns;
  if (!fits_kernels(width)) {
    return tl::unexpected(odd_width(file, "path", width));
  }
  FB_TRY(distances, read_table(file, "distance", kDistances, width));
  FB_TRY(token, read_linear(file, "token", encoder_width, width));
  FB_TRY(cue, read_linear(file, "at_cue", encoder_width, width));
  FB_TRY(steps, read_convolutions(file, "head", width, notes.head_dilations));
  FB_TRY(out, read_linear(file, "out", width, kParts));
  reader.width_ = width;
  reader.paths_ = std::move(paths);
  reader.distances_ = std::move(distances);
  reader.token_ = std::move(token);
  reader.cue_ = std::move(cue);
  reader.steps_ = std::move(steps);
  reader.out_ = std::move(out);
  reader.ones_.assign(width, 1.0F);
  reader.zeros_.assign(width, 0.0F);
  return reader;
}

void CueReader::enter(const language::Kernels& kernels, const CueToRead& cue,
                      language::TokenRange window, const Tree& tree, const float* token_rows,
                      float* rows, Space& space) const {
  tree_paths(tree, cue.token, window, space.paths);
  for (std::uint32_t token = window.first; token < window.past; ++token) {
    const std::array<const float*, 4> parts{token_rows + token * width_, cue.row,
                                            paths_.row(space.paths[token - window.first]).data(),
                                            distances_.row(distance_step(cue.token, token)).data()};
    kernels.add_rows(parts.data(), parts.size(), width_, rows + (token - window.first) * width_);
  }
}

void CueReader::read(const language::Kernels& kernels, std::span<const CueToRead> cues,
                     const Tree& tree, const float* token_rows, Space& space,
                     std::vector<Likelihoods>& likely) const {
  const auto text_size = static_cast<std::uint32_t>(tree.heads.size());
  space.rows.resize(std::max(space.rows.size(), cues.size() * kWindow * width_));
  space.windows.clear();
  float* rows = space.rows.data();
  for (const CueToRead& cue : cues) {
    const language::TokenRange window = window_of(cue.token, text_size);
    enter(kernels, cue, window, tree, token_rows, rows, space);
    const std::size_t before = kWindowBefore - (cue.token - window.first);
    space.windows.push_back({rows, window.size(), before, kWindow - before - window.size()});
    rows += window.size() * width_;
  }
  const auto count = static_cast<std::size_t>(rows - space.rows.data()) / width_;
  rows = space.rows.data();
  kernels.convolution.gelu(rows, count * width_);
  for (const Convolution& step : steps_) {
    step.apply(kernels, space.windows, space.convolution);
  }
  kernels.convolution.normalise(rows, count, width_, ones_.data(), zeros_.data(), kEpsilon, rows);
  space.scores.resize(std::max(space.scores.size(), count * out_.outputs));
  kernels.affine(out_, rows, width_, count, space.scores.data(), out_.outputs);
  likely.resize(count);
  for (std::size_t row = 0; row < count; ++row) {
    likely[row] = likelihoods_of(space.scores.data() + row * out_.outputs);
  }
}

}  // namespace factbox::readers
