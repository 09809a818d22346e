/// \file
/// The trained numbers of one network, as the package keeps them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/package_file.h"

namespace factbox::language {

/// Numbers with their shape, the last dimension lying closest together.
struct Tensor {
  std::vector<std::size_t> shape;
  std::vector<float> values;
};

/// A network's file: a list of nodes, each with a name, attributes and tensors.
///
/// Shapes are checked where they are asked for, so that a network of another build is refused
/// with the node and the shape that was expected, before anything is computed with it.
class NetworkFile {
 public:
  /// Reads `name` ("tagger/model") from the package.
  [[nodiscard]] static Result<NetworkFile> read(const Package& package, std::string_view name);
  /// The same from a file that is unpacked already.
  [[nodiscard]] static Result<NetworkFile> of(PackedFile file);

  /// The nodes of exactly this name, in the file's order.
  [[nodiscard]] std::vector<std::size_t> nodes(std::string_view name) const;
  /// The same; fails unless there are `count` of them.
  [[nodiscard]] Result<std::vector<std::size_t>> nodes(std::string_view name,
                                                       std::size_t count) const;

  /// Stands for "any size" in a shape.
  static constexpr std::size_t kAny = 0;
  /// A node's tensor. Fails as malformed where it is missing, has another shape, isn't of 32-bit
  /// floats, or holds a number that isn't finite.
  [[nodiscard]] Result<Tensor> tensor(std::size_t node, std::string_view param,
                                      std::initializer_list<std::size_t> expected) const;
  /// A node's attribute that is a number below 2^32.
  [[nodiscard]] Result<std::uint32_t> number(std::size_t node, std::string_view name) const;
  /// A node's attribute that is a list of texts.
  [[nodiscard]] Result<std::vector<std::string>> texts(std::size_t node,
                                                       std::string_view name) const;

  [[nodiscard]] const PackedFile& file() const { return file_; }

 private:
  explicit NetworkFile(PackedFile file) : file_(std::move(file)) {}
  [[nodiscard]] Result<PackedFile> attribute(std::size_t node, std::string_view attribute) const;
  [[nodiscard]] Error wrong(std::size_t node, std::string_view expected) const;

  PackedFile file_;
  std::vector<std::string_view> names_;
};

}  // namespace factbox::language
