#include "language/package_file.h"

#include <fmt/format.h>

#include <cstring>
#include <fstream>
#include <msgpack.hpp>
#include <system_error>
#include <utility>

#include "base/assert.h"
#include "base/sha256.h"

namespace factbox::language {

namespace {

constexpr std::size_t kMaxFileBytes = 1U << 28U;  // the largest file known has 6 MB
constexpr std::size_t kMaxItems = 1U << 20U;  // of one list or map; the largest known has 40,000
constexpr std::size_t kMaxDepth = 16;

const msgpack::object& object_of(const void* object) {
  return *static_cast<const msgpack::object*>(object);
}

std::string slurp(std::ifstream& file, std::size_t size) {
  std::string bytes(size, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

Result<std::string> read_file(const std::filesystem::path& path, std::string_view name) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  std::ifstream file(path, std::ios::binary);
  if (failed || !file) {
    return tl::unexpected(Error{
        ErrorKind::unavailable,
        fmt::format("the language model's file {} is missing ({}); run ./setup to fetch the model",
                    name, path.string())});
  }
  if (size > kMaxFileBytes) {
    return tl::unexpected(
        unexpected_file(name, fmt::format("at most {} bytes, but it has {}", kMaxFileBytes, size)));
  }
  return slurp(file, size);
}

}  // namespace

Error unexpected_file(std::string_view name, std::string_view expected) {
  return {ErrorKind::malformed,
          fmt::format("the language model's file {} is not what this program reads: expected {}; "
                      "run ./setup to fetch the model again",
                      name, expected)};
}

bool Packed::is_nil() const {
  return object_of(object_).type == msgpack::type::NIL;
}
bool Packed::is_list() const {
  return object_of(object_).type == msgpack::type::ARRAY;
}
bool Packed::is_map() const {
  return object_of(object_).type == msgpack::type::MAP;
}

std::optional<std::string_view> Packed::text() const {
  const auto& object = object_of(object_);
  if (object.type == msgpack::type::STR) {
    return std::string_view{object.via.str.ptr, object.via.str.size};
  }
  if (object.type == msgpack::type::BIN) {
    return std::string_view{object.via.bin.ptr, object.via.bin.size};
  }
  return std::nullopt;
}

std::optional<std::uint64_t> Packed::unsigned_number() const {
  const auto& object = object_of(object_);
  if (object.type != msgpack::type::POSITIVE_INTEGER) {
    return std::nullopt;
  }
  return object.via.u64;
}

std::optional<bool> Packed::boolean() const {
  const auto& object = object_of(object_);
  if (object.type != msgpack::type::BOOLEAN) {
    return std::nullopt;
  }
  return object.via.boolean;
}

std::size_t Packed::size() const {
  const auto& object = object_of(object_);
  if (object.type == msgpack::type::ARRAY) {
    return object.via.array.size;
  }
  if (object.type == msgpack::type::MAP) {
    return object.via.map.size;
  }
  return 0;
}

Packed Packed::at(std::size_t index) const {
  FB_ASSERT(index < size());
  const auto& object = object_of(object_);
  return Packed(object.type == msgpack::type::ARRAY ? &object.via.array.ptr[index]
                                                    : &object.via.map.ptr[index].val);
}

Packed Packed::key(std::size_t index) const {
  FB_ASSERT(is_map() && index < size());
  return Packed(&object_of(object_).via.map.ptr[index].key);
}

std::optional<Packed> Packed::find(std::string_view wanted) const {
  if (!is_map()) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < size(); ++i) {
    if (key(i).text() == wanted) {
      return at(i);
    }
  }
  return std::nullopt;
}

std::optional<Packed> Packed::find(std::uint64_t wanted) const {
  if (!is_map()) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < size(); ++i) {
    if (key(i).unsigned_number() == wanted) {
      return at(i);
    }
  }
  return std::nullopt;
}

struct PackedFile::Unpacked {
  std::string bytes;
  msgpack::object_handle handle;
};

PackedFile::PackedFile(std::string name, std::unique_ptr<Unpacked> unpacked)
    : name_(std::move(name)), unpacked_(std::move(unpacked)) {}
PackedFile::~PackedFile() = default;
PackedFile::PackedFile(PackedFile&&) noexcept = default;
PackedFile& PackedFile::operator=(PackedFile&&) noexcept = default;

Packed PackedFile::root() const {
  return Packed(&unpacked_->handle.get());
}

Error PackedFile::expected(std::string_view what) const {
  return unexpected_file(name_, what);
}

Result<PackedFile> PackedFile::unpack(std::string name, std::string bytes) {
  auto unpacked = std::make_unique<Unpacked>();
  unpacked->bytes = std::move(bytes);
  const auto refer_to_bytes = [](msgpack::type::object_type, std::size_t, void*) { return true; };
  const msgpack::unpack_limit limits(kMaxItems, kMaxItems, kMaxFileBytes, kMaxFileBytes,
                                     kMaxFileBytes, kMaxDepth);
  try {
    std::size_t end = 0;
    unpacked->handle = msgpack::unpack(unpacked->bytes.data(), unpacked->bytes.size(), end,
                                       refer_to_bytes, nullptr, limits);
    if (end != unpacked->bytes.size()) {
      return tl::unexpected(
          unexpected_file(name, fmt::format("one msgpack value, but {} bytes follow it at byte {}",
                                            unpacked->bytes.size() - end, end)));
    }
  } catch (const msgpack::unpack_error& error) {
    return tl::unexpected(
        unexpected_file(name, fmt::format("one whole msgpack value, but its {} bytes are not ({})",
                                          unpacked->bytes.size(), error.what())));
  }
  return PackedFile(std::move(name), std::move(unpacked));
}

Result<Package> Package::open(std::filesystem::path folder, const std::filesystem::path& sums) {
  Package package;
  package.folder_ = std::move(folder);
  std::error_code failed;
  if (!std::filesystem::is_directory(package.folder_, failed)) {
    return tl::unexpected(Error{
        ErrorKind::unavailable,
        fmt::format("there is no language model in {}; run ./setup to fetch it, or name its folder",
                    package.folder_.string())});
  }
  if (sums.empty()) {
    return package;
  }
  std::ifstream file(sums);
  if (!file) {
    return tl::unexpected(Error{
        ErrorKind::unavailable,
        fmt::format("the list of the language model's hashes, {}, is missing", sums.string())});
  }
  auto& expected = package.sums_.emplace();
  constexpr std::size_t kHexDigits = 64;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const auto name = line.find_first_not_of(" *", kHexDigits);
    if (line.find_first_not_of("0123456789abcdef") != kHexDigits || name == std::string::npos) {
      return tl::unexpected(
          Error{ErrorKind::malformed,
                fmt::format("{}: expected lines as sha256sum prints them, but one reads \"{}\"",
                            sums.string(), line)});
    }
    expected.emplace(line.substr(name), line.substr(0, kHexDigits));
  }
  return package;
}

Result<std::string> Package::read(std::string_view name) const {
  FB_TRY(bytes, read_file(folder_ / name, name));
  if (!sums_) {
    return bytes;
  }
  const auto sum = sums_->find(name);
  if (sum == sums_->end()) {
    return tl::unexpected(
        Error{ErrorKind::malformed, fmt::format("the list of the language model's hashes does not "
                                                "name {}; add it",
                                                name)});
  }
  if (const auto found = sha256_hex(bytes); found != sum->second) {
    return tl::unexpected(
        unexpected_file(name, fmt::format("sha256 {}, but it has {}", sum->second, found)));
  }
  return bytes;
}

Result<PackedFile> Package::unpack(std::string_view name) const {
  FB_TRY(bytes, read(name));
  return PackedFile::unpack(std::string{name}, std::move(bytes));
}

}  // namespace factbox::language
