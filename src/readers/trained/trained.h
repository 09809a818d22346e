/// \file
/// The trained file's parts, by name and shape.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/networks/matrix.h"
#include "readers/trained/convolution.h"
#include "readers/trained/weights_file.h"

namespace factbox::readers {

/// What the file's writer says of it: how it was built, and how names are numbered.
struct TrainingNotes {
  std::vector<std::string> tags;
  std::vector<std::string> labels;
  std::vector<std::string> entities;
  double vector_scale = 1;
  double threshold = 0.5;
  std::vector<std::size_t> encoder_dilations;
  std::vector<std::size_t> head_dilations;
};

/// What trained files call themselves.
inline constexpr std::string_view kSmallKind = "factbox statements network 1";
inline constexpr std::string_view kLargeKind = "factbox large statements network 1";
inline constexpr std::string_view kPairKind = "factbox pair reader 1";

/// Fails as unsupported where the file doesn't call itself so.
[[nodiscard]] Result<void> expect_kind(const WeightsFile& file, std::string_view kind);

/// Reads the notes; fails as unsupported where the file is of another kind, as malformed where one
/// is missing or beyond reason.
[[nodiscard]] Result<TrainingNotes> read_notes(const WeightsFile& file, std::string_view kind);

/// A matrix of numbers, [row][column].
struct TrainedTable {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<float> numbers;

  [[nodiscard]] std::span<const float> row(std::size_t index) const {
    return std::span{numbers}.subspan(index * columns, columns);
  }
};

/// Stands for any size in what is expected of a shape.
inline constexpr std::size_t kAnySize = 0;

/// A tensor of two dimensions, held to the sizes given.
[[nodiscard]] Result<TrainedTable> read_table(const WeightsFile& file, std::string_view name,
                                              std::size_t rows, std::size_t columns);
[[nodiscard]] Result<std::vector<float>> read_row(const WeightsFile& file, std::string_view name,
                                                  std::size_t size);

/// Whether rows of this width can be worked on; wider ones are beyond reason.
[[nodiscard]] bool fits_kernels(std::size_t width);
/// The error for a tensor whose columns don't.
[[nodiscard]] Error odd_width(const WeightsFile& file, std::string_view name, std::size_t width);

/// "NAME.weight" ([input][output]) and "NAME.bias", laid out for the kernels.
[[nodiscard]] Result<language::Matrix> read_linear(const WeightsFile& file, std::string_view name,
                                                   std::size_t inputs, std::size_t outputs);

/// "NAME.0.…", "NAME.1.…": a step for each dilation.
[[nodiscard]] Result<std::vector<Convolution>> read_convolutions(
    const WeightsFile& file, std::string_view name, std::size_t width,
    std::span<const std::size_t> dilations);

/// [input][output] turned round and laid out. An empty bias means zeros.
[[nodiscard]] language::Matrix lay_out_turned(std::span<const float> weights,
                                              std::span<const float> bias, std::size_t inputs);

}  // namespace factbox::readers
