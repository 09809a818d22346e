#include "readers/trained/trained.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

namespace factbox::readers {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostNames = 1000;
constexpr std::size_t kMostSteps = 16;
constexpr std::size_t kMostDilation = 64;
constexpr std::size_t kMostWidth = 512;

/// What is right about a note is taken; false where something isn't.
bool take(const Json& notes, const char* key, std::vector<std::string>& names) {
  const auto found = notes.find(key);
  if (found == notes.end() || !found->is_array() || found->size() > kMostNames) {
    return false;
  }
  for (const Json& name : *found) {
    if (!name.is_string()) {
      return false;
    }
    names.push_back(name.get<std::string>());
  }
  return true;
}

bool take(const Json& notes, const char* key, std::vector<std::size_t>& dilations) {
  const auto found = notes.find(key);
  if (found == notes.end() || !found->is_array() || found->size() > kMostSteps) {
    return false;
  }
  for (const Json& dilation : *found) {
    if (!dilation.is_number_unsigned()) {
      return false;
    }
    dilations.push_back(dilation.get<std::size_t>());
    if (dilations.back() < 1 || dilations.back() > kMostDilation) {
      return false;
    }
  }
  return true;
}

bool take(const Json& notes, const char* key, double& number) {
  const auto found = notes.find(key);
  if (found == notes.end() || !found->is_number()) {
    return false;
  }
  number = found->get<double>();
  return number > 0 && number <= 1;
}

}  // namespace

Result<void> expect_kind(const WeightsFile& file, std::string_view kind) {
  const Json about = Json::parse(file.note("about"), nullptr, false);
  const auto said = about.is_object() ? about.find("kind") : about.end();
  if (!about.is_object() || said == about.end() || *said != kind) {
    return tl::unexpected(
        file.wrong(fmt::format("its notes don't call it a \"{}\"", kind), ErrorKind::unsupported));
  }
  return {};
}

Result<TrainingNotes> read_notes(const WeightsFile& file, std::string_view kind) {
  if (auto right = expect_kind(file, kind); !right) {
    return tl::unexpected(std::move(right).error());
  }
  const Json about = Json::parse(file.note("about"), nullptr, false);
  TrainingNotes notes;
  const std::pair<const char*, bool> taken[] = {
      {"tags", take(about, "tags", notes.tags)},
      {"labels", take(about, "labels", notes.labels)},
      {"entities", take(about, "entities", notes.entities)},
      {"vector_scale", take(about, "vector_scale", notes.vector_scale)},
      {"threshold", take(about, "threshold", notes.threshold)},
      {"encoder_dilations", take(about, "encoder_dilations", notes.encoder_dilations)},
      {"head_dilations", take(about, "head_dilations", notes.head_dilations)},
  };
  for (const auto& [key, right] : taken) {
    if (!right) {
      return tl::unexpected(
          file.wrong(fmt::format("its note \"{}\" is missing or out of bounds", key)));
    }
  }
  return notes;
}

Result<TrainedTable> read_table(const WeightsFile& file, std::string_view name, std::size_t rows,
                                std::size_t columns) {
  const auto found = file.shape(name);
  TrainedTable table{rows, columns, {}};
  if (found.size() == 2) {
    if (rows == kAnySize) {
      table.rows = found[0];
    }
    if (columns == kAnySize) {
      table.columns = found[1];
    }
  }
  const std::size_t shape[] = {table.rows, table.columns};
  FB_TRY(numbers, file.numbers(name, shape));
  if (numbers.empty()) {
    return tl::unexpected(file.wrong(fmt::format("its tensor \"{}\" is empty", name)));
  }
  table.numbers = std::move(numbers);
  return table;
}

Result<std::vector<float>> read_row(const WeightsFile& file, std::string_view name,
                                    std::size_t size) {
  const std::size_t shape[] = {size};
  return file.numbers(name, shape);
}

bool fits_kernels(std::size_t width) {
  return width % language::kPanel == 0 && width > 0 && width <= kMostWidth;
}

Error odd_width(const WeightsFile& file, std::string_view name, std::size_t width) {
  return file.wrong(
      fmt::format("its tensor \"{}\" has {} columns, which is no multiple of {} up to {}", name,
                  width, language::kPanel, kMostWidth));
}

language::Matrix lay_out_turned(std::span<const float> weights, std::span<const float> bias,
                                std::size_t inputs) {
  const std::size_t outputs = weights.size() / inputs;
  std::vector<float> turned(weights.size());
  for (std::size_t in = 0; in < inputs; ++in) {
    for (std::size_t out = 0; out < outputs; ++out) {
      turned[out * inputs + in] = weights[in * outputs + out];
    }
  }
  return language::lay_out(turned, bias, inputs);
}

Result<language::Matrix> read_linear(const WeightsFile& file, std::string_view name,
                                     std::size_t inputs, std::size_t outputs) {
  FB_TRY(weights, read_table(file, fmt::format("{}.weight", name), inputs, outputs));
  FB_TRY(bias, read_row(file, fmt::format("{}.bias", name), outputs));
  return lay_out_turned(weights.numbers, bias, inputs);
}

Result<std::vector<Convolution>> read_convolutions(const WeightsFile& file, std::string_view name,
                                                   std::size_t width,
                                                   std::span<const std::size_t> dilations) {
  std::vector<Convolution> steps;
  for (std::size_t i = 0; i < dilations.size(); ++i) {
    const auto part = [&](std::string_view what) { return fmt::format("{}.{}.{}", name, i, what); };
    FB_TRY(weights, read_table(file, part("weight"), 3 * width, width));
    FB_TRY(bias, read_row(file, part("bias"), width));
    FB_TRY(gain, read_row(file, part("gain"), width));
    FB_TRY(shift, read_row(file, part("shift"), width));
    steps.emplace_back(weights.numbers, bias, gain, shift, dilations[i]);
  }
  return steps;
}

}  // namespace factbox::readers
