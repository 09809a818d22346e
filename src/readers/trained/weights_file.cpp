#include "readers/trained/weights_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace factbox::readers {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxHeader = 1'000'000;
constexpr std::size_t kMaxRank = 4;

std::optional<std::size_t> size_of(const Json& number) {
  if (!number.is_number_unsigned()) {
    return std::nullopt;
  }
  return number.get<std::size_t>();
}

/// Bytes that numbers of this shape take; nothing where that is more than `most`.
std::optional<std::size_t> bytes_of(std::span<const std::size_t> shape, std::size_t each,
                                    std::size_t most) {
  std::size_t bytes = each;
  for (const std::size_t size : shape) {
    if (size != 0 && bytes > most / size) {
      return std::nullopt;
    }
    bytes *= size;
  }
  return bytes;
}

const Json* member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

std::optional<std::vector<std::size_t>> sizes_of(const Json* list) {
  if (list == nullptr || !list->is_array() || list->size() > kMaxRank) {
    return std::nullopt;
  }
  std::vector<std::size_t> sizes;
  for (const Json& item : *list) {
    const auto size = size_of(item);
    if (!size) {
      return std::nullopt;
    }
    sizes.push_back(*size);
  }
  return sizes;
}

/// The members that are words, by their names.
std::map<std::string, std::string, std::less<>> words_in(const Json& object) {
  std::map<std::string, std::string, std::less<>> notes;
  for (const auto& [note, words] : object.items()) {
    if (words.is_string()) {
      notes[note] = words.get<std::string>();
    }
  }
  return notes;
}

}  // namespace

float float_of_half(std::uint16_t half) {
  const std::uint32_t sign = (half & 0x8000U) << 16U;
  const std::uint32_t exponent = (half >> 10U) & 31U;
  const std::uint32_t fraction = half & 0x3FFU;
  if (exponent == 0) {
    const float size = std::ldexp(static_cast<float>(fraction), -24);
    return sign != 0 ? -size : size;
  }
  const std::uint32_t widened = exponent == 31 ? 255 : exponent + 112;
  return std::bit_cast<float>(sign | widened << 23U | fraction << 13U);
}

WeightsFile::WeightsFile(std::string bytes, std::string name)
    : bytes_(std::move(bytes)), name_(std::move(name)) {}

Error WeightsFile::wrong(std::string_view why, ErrorKind kind) const {
  return {kind, fmt::format("{}: {}; put back the file that came with this program, or train it "
                            "anew with scripts/train_statements.sh",
                            name_, why)};
}

Result<WeightsFile> WeightsFile::read(std::string bytes, std::string name) {
  WeightsFile file(std::move(bytes), std::move(name));
  if (auto done = file.read_header(); !done) {
    return tl::unexpected(std::move(done).error());
  }
  return file;
}

Result<void> WeightsFile::read_header() {
  const auto refuse = [this](std::string_view why, ErrorKind kind = ErrorKind::malformed) {
    return tl::unexpected(wrong(why, kind));
  };
  std::uint64_t header = 0;
  if (bytes_.size() < sizeof header) {
    return refuse("it is cut short");
  }
  for (std::size_t i = sizeof header; i-- > 0;) {
    header = header << 8U | static_cast<unsigned char>(bytes_[i]);
  }
  if (header > kMaxHeader) {
    return refuse("it is no safetensors file");
  }
  const std::size_t base = sizeof header + header;
  if (base > bytes_.size()) {
    return refuse("it is cut short");
  }
  const std::string_view text = std::string_view{bytes_}.substr(sizeof header, header);
  const Json root = Json::parse(text, nullptr, false);
  if (!root.is_object()) {
    return refuse("its header is no JSON object");
  }
  for (const auto& [key, value] : root.items()) {
    if (!value.is_object()) {
      return refuse(fmt::format("its entry \"{}\" is no object", key));
    }
    if (key == "__metadata__") {
      notes_ = words_in(value);
      continue;
    }
    const Json* type = member(value, "dtype");
    auto shape = sizes_of(member(value, "shape"));
    const auto offsets = sizes_of(member(value, "data_offsets"));
    if (type == nullptr || !shape || !offsets || offsets->size() != 2) {
      return refuse(fmt::format("its tensor \"{}\" has no shape, dtype or data_offsets", key));
    }
    const std::size_t each = *type == "F16" ? 2 : *type == "F32" ? 4 : 0;
    const std::size_t begin = offsets->at(0);
    const std::size_t end = offsets->at(1);
    if (begin > end || end > bytes_.size() - base) {
      return refuse(fmt::format("its tensor \"{}\" lies outside of it", key));
    }
    if (each != 0 && bytes_of(*shape, each, bytes_.size()) != end - begin) {
      return refuse(
          fmt::format("its tensor \"{}\" has {} bytes, and its shape {} doesn't fill them", key,
                      end - begin, *shape));
    }
    tensors_[key] = {each, std::move(*shape), base + begin, base + end};
  }
  return {};
}

std::span<const std::size_t> WeightsFile::shape(std::string_view tensor) const {
  const auto found = tensors_.find(tensor);
  if (found == tensors_.end()) {
    return {};
  }
  return found->second.shape;
}

Result<std::vector<float>> WeightsFile::numbers(std::string_view tensor,
                                                std::span<const std::size_t> shape) const {
  const auto found = tensors_.find(tensor);
  if (found == tensors_.end()) {
    return tl::unexpected(wrong(fmt::format("it has no tensor \"{}\"", tensor)));
  }
  const Place& place = found->second;
  if (!std::equal(shape.begin(), shape.end(), place.shape.begin(), place.shape.end())) {
    return tl::unexpected(wrong(fmt::format("its tensor \"{}\" has the shape {}, expected is {}",
                                            tensor, place.shape, shape)));
  }
  if (place.each == 0) {
    return tl::unexpected(wrong(fmt::format("its tensor \"{}\" is not of type F16 or F32", tensor),
                                ErrorKind::unsupported));
  }
  const bool half_precision = place.each == sizeof(std::uint16_t);
  std::vector<float> numbers((place.end - place.begin) / place.each);
  const char* from = bytes_.data() + place.begin;
  for (float& number : numbers) {
    if (half_precision) {
      std::uint16_t half = 0;
      std::memcpy(&half, from, place.each);
      number = float_of_half(half);
    } else {
      std::memcpy(&number, from, place.each);
    }
    from += place.each;
    if (!std::isfinite(number)) {
      return tl::unexpected(wrong(fmt::format("its tensor \"{}\" holds no finite number", tensor)));
    }
  }
  return numbers;
}

std::string_view WeightsFile::note(std::string_view key) const {
  const auto found = notes_.find(key);
  return found == notes_.end() ? std::string_view{} : found->second;
}

Result<std::string> read_trained_file(const std::filesystem::path& file, std::string_view script) {
  std::ifstream stream(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
  if (!stream) {
    return tl::unexpected(
        Error{ErrorKind::unavailable,
              fmt::format("{}: cannot be read; it comes with this program, and {} trains it anew",
                          file.string(), script)});
  }
  return bytes;
}

}  // namespace factbox::readers
