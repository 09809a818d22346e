/// \file
/// The files of a published package: read, held to their hashes, unpacked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace factbox::language {

/// A value in an unpacked file. A view: it lives as long as the PackedFile that it came from.
/// Asking it for what it is not gives nothing, never a crash; who reads a file says what it
/// expected.
class Packed {
 public:
  [[nodiscard]] bool is_nil() const;
  [[nodiscard]] bool is_list() const;
  [[nodiscard]] bool is_map() const;
  /// A string, or bytes; packages use both for names.
  [[nodiscard]] std::optional<std::string_view> text() const;
  [[nodiscard]] std::optional<std::uint64_t> unsigned_number() const;
  [[nodiscard]] std::optional<bool> boolean() const;

  /// Of a list or a map; 0 of anything else.
  [[nodiscard]] std::size_t size() const;
  /// An item of a list, or the value of a map's entry; `index` must be below size().
  [[nodiscard]] Packed at(std::size_t index) const;
  /// The key of a map's entry; `index` must be below size().
  [[nodiscard]] Packed key(std::size_t index) const;

  /// The value under a key of a map, if there is one. Walks the map.
  [[nodiscard]] std::optional<Packed> find(std::string_view wanted) const;
  [[nodiscard]] std::optional<Packed> find(std::uint64_t wanted) const;

 private:
  friend class PackedFile;
  explicit Packed(const void* object) : object_(object) {}
  const void* object_;  ///< msgpack's own object; its header is heavy, so it stays out of here
};

/// A file unpacked (msgpack). It owns the bytes that its values point into.
class PackedFile {
 public:
  /// Unpacks `bytes`; fails as malformed, naming `name`, where they are cut short or nest too deep.
  [[nodiscard]] static Result<PackedFile> unpack(std::string name, std::string bytes);
  ~PackedFile();
  PackedFile(PackedFile&&) noexcept;
  PackedFile& operator=(PackedFile&&) noexcept;
  PackedFile(const PackedFile&) = delete;
  PackedFile& operator=(const PackedFile&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Packed root() const;
  /// The error for a file that is not what the engine expects, with the remedy.
  [[nodiscard]] Error expected(std::string_view what) const;

 private:
  struct Unpacked;
  PackedFile(std::string name, std::unique_ptr<Unpacked> unpacked);
  std::string name_;
  std::unique_ptr<Unpacked> unpacked_;
};

/// A package's folder, and the hashes that its files must have.
class Package {
 public:
  /// `sums` is a list as sha256sum prints it; a file that it does not name is refused. An empty
  /// path: files are taken as they are.
  [[nodiscard]] static Result<Package> open(std::filesystem::path folder,
                                            const std::filesystem::path& sums);

  /// A file's bytes, by its name in the folder: "tagger/cfg".
  [[nodiscard]] Result<std::string> read(std::string_view name) const;
  /// The same, unpacked.
  [[nodiscard]] Result<PackedFile> unpack(std::string_view name) const;

 private:
  std::filesystem::path folder_;
  std::optional<std::map<std::string, std::string, std::less<>>> sums_;  ///< none: not checked
};

/// The error for a file of the package that is not what the engine expects, with the remedy.
[[nodiscard]] Error unexpected_file(std::string_view name, std::string_view expected);

}  // namespace factbox::language
