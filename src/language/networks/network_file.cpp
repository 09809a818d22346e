#include "language/networks/network_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

namespace factbox::language {

static_assert(std::endian::native == std::endian::little,
              "packages keep their numbers little-endian");

namespace {

constexpr std::size_t kMaxNumbers = 1U << 26U;

std::string shown(std::span<const std::size_t> shape) {
  std::vector<std::string> sizes;
  for (const std::size_t size : shape) {
    sizes.push_back(size == NetworkFile::kAny ? "any" : fmt::to_string(size));
  }
  return fmt::format("({})", fmt::join(sizes, ", "));
}

std::optional<std::vector<std::size_t>> shape_of(const Packed& packed) {
  const auto sizes = packed.find("shape");
  if (!sizes || !sizes->is_list()) {
    return std::nullopt;
  }
  std::vector<std::size_t> shape;
  std::size_t numbers = 1;
  for (std::size_t i = 0; i < sizes->size(); ++i) {
    const auto size = sizes->at(i).unsigned_number();
    if (!size || *size == 0 || *size > kMaxNumbers / numbers) {
      return std::nullopt;
    }
    shape.push_back(*size);
    numbers *= *size;
  }
  return shape;
}

bool fits(std::span<const std::size_t> shape, std::span<const std::size_t> expected) {
  return std::equal(shape.begin(), shape.end(), expected.begin(), expected.end(),
                    [](std::size_t has, std::size_t wanted) {
                      return wanted == NetworkFile::kAny || has == wanted;
                    });
}

}  // namespace

Result<NetworkFile> NetworkFile::read(const Package& package, std::string_view name) {
  FB_TRY(file, package.unpack(name));
  return of(std::move(file));
}

Result<NetworkFile> NetworkFile::of(PackedFile file) {
  NetworkFile network(std::move(file));
  const auto root = network.file_.root();
  const auto nodes = root.find("nodes");
  const auto attributes = root.find("attrs");
  const auto params = root.find("params");
  if (!nodes || !attributes || !params || !nodes->is_list() || !attributes->is_list() ||
      !params->is_list() || nodes->size() != attributes->size() ||
      nodes->size() != params->size()) {
    return tl::unexpected(
        network.file_.expected("lists of nodes, attrs and params, all of one length"));
  }
  for (std::size_t i = 0; i < nodes->size(); ++i) {
    const auto name = nodes->at(i).find("name");
    if (!name || !name->text()) {
      return tl::unexpected(network.file_.expected(fmt::format("a name for node {}", i)));
    }
    network.names_.push_back(*name->text());
  }
  return network;
}

std::vector<std::size_t> NetworkFile::nodes(std::string_view name) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (names_[i] == name) {
      found.push_back(i);
    }
  }
  return found;
}

Result<std::vector<std::size_t>> NetworkFile::nodes(std::string_view name,
                                                    std::size_t count) const {
  auto found = nodes(name);
  if (found.size() != count) {
    return tl::unexpected(file_.expected(
        fmt::format("{} nodes named \"{}\", but it has {}", count, name, found.size())));
  }
  return found;
}

Error NetworkFile::wrong(std::size_t node, std::string_view expected) const {
  return file_.expected(fmt::format("{} in node {} \"{}\"", expected, node, names_[node]));
}

Result<Tensor> NetworkFile::tensor(std::size_t node, std::string_view param,
                                   std::initializer_list<std::size_t> expected) const {
  const auto name =
      fmt::format("a tensor \"{}\" of shape {}", param, shown({expected.begin(), expected.size()}));
  const auto packed = file_.root().find("params")->at(node).find(param);
  if (!packed || !packed->is_map()) {
    return tl::unexpected(wrong(node, name));
  }
  const auto type = packed->find("type");
  const auto data = packed->find("data");
  auto shape = shape_of(*packed);
  if (!type || type->text() != "<f4" || !data || !data->text() || !shape) {
    return tl::unexpected(wrong(node, name + " and of type <f4"));
  }
  if (!fits(*shape, {expected.begin(), expected.size()})) {
    return tl::unexpected(wrong(node, fmt::format("{}, but it has {}", name, shown(*shape))));
  }
  std::size_t numbers = 1;
  for (const std::size_t size : *shape) {
    numbers *= size;
  }
  const auto bytes = *data->text();
  if (bytes.size() != numbers * sizeof(float)) {
    return tl::unexpected(wrong(node, fmt::format("{}, {} bytes, but it has {}", name,
                                                  numbers * sizeof(float), bytes.size())));
  }
  Tensor tensor{std::move(*shape), std::vector<float>(numbers)};
  std::memcpy(tensor.values.data(), bytes.data(), bytes.size());
  if (!std::all_of(tensor.values.begin(), tensor.values.end(),
                   [](float value) { return std::isfinite(value); })) {
    return tl::unexpected(wrong(node, name + " of finite numbers"));
  }
  return tensor;
}

Result<PackedFile> NetworkFile::attribute(std::size_t node, std::string_view attribute) const {
  const auto packed = file_.root().find("attrs")->at(node).find(attribute);
  if (!packed || !packed->text()) {
    return tl::unexpected(wrong(node, fmt::format("an attribute \"{}\"", attribute)));
  }
  // An attribute's value is packed once more.
  return PackedFile::unpack(file_.name(), std::string{*packed->text()});
}

Result<std::uint32_t> NetworkFile::number(std::size_t node, std::string_view name) const {
  FB_TRY(value, attribute(node, name));
  const auto number = value.root().unsigned_number();
  if (!number || *number > UINT32_MAX) {
    return tl::unexpected(wrong(node, fmt::format("a number \"{}\"", name)));
  }
  return static_cast<std::uint32_t>(*number);
}

Result<std::vector<std::string>> NetworkFile::texts(std::size_t node, std::string_view name) const {
  FB_TRY(value, attribute(node, name));
  std::vector<std::string> texts;
  const auto list = value.root();
  for (std::size_t i = 0; list.is_list() && i < list.size(); ++i) {
    const auto text = list.at(i).text();
    if (!text) {
      return tl::unexpected(wrong(node, fmt::format("only texts in \"{}\"", name)));
    }
    texts.emplace_back(*text);
  }
  return texts;
}

}  // namespace factbox::language
