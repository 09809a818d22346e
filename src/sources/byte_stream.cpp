#include "sources/byte_stream.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace factbox::sources {
namespace {

Error system_error(int number) {
  switch (number) {
    case ENOENT:
    case ENOTDIR:
      return {ErrorKind::not_found, "there is no such file; check its name"};
    case EACCES:
    case EPERM:
      return {ErrorKind::io, "no permission to read it; ask its owner, or change its mode"};
    case EISDIR:
      return {ErrorKind::io, "it is a folder, not a file"};
    default:
      return {ErrorKind::io,
              fmt::format("it can't be read: {}", std::generic_category().message(number))};
  }
}

class DescriptorStream final : public ByteStream {
 public:
  DescriptorStream(int descriptor, bool close_it) : descriptor_(descriptor), close_it_(close_it) {}
  DescriptorStream(const DescriptorStream&) = delete;
  DescriptorStream& operator=(const DescriptorStream&) = delete;
  DescriptorStream(DescriptorStream&&) = delete;
  DescriptorStream& operator=(DescriptorStream&&) = delete;
  ~DescriptorStream() override {
    if (close_it_) {
      ::close(descriptor_);
    }
  }

  Result<std::size_t> read(std::span<char> into) override {
    for (;;) {
      const ssize_t count = ::read(descriptor_, into.data(), into.size());
      if (count >= 0) {
        return static_cast<std::size_t>(count);
      }
      if (errno != EINTR) {
        return tl::unexpected(system_error(errno));
      }
    }
  }

 private:
  int descriptor_;
  bool close_it_;
};

class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string bytes) : bytes_(std::move(bytes)) {}

  Result<std::size_t> read(std::span<char> into) override {
    const std::size_t count = bytes_.copy(into.data(), into.size(), at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace

Result<std::unique_ptr<ByteStream>> open_file(const std::filesystem::path& path) {
  // open(2) has a variable argument list only for the mode of new files, which we never make.
  const int descriptor =
      ::open(path.c_str(), O_RDONLY | O_CLOEXEC);  // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (descriptor < 0) {
    return tl::unexpected(system_error(errno));
  }
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    ::close(descriptor);
    return tl::unexpected(system_error(EISDIR));
  }
  return std::make_unique<DescriptorStream>(descriptor, true);
}

std::unique_ptr<ByteStream> standard_input() {
  return std::make_unique<DescriptorStream>(STDIN_FILENO, false);
}

std::unique_ptr<ByteStream> stream_of(std::string bytes) {
  return std::make_unique<MemoryStream>(std::move(bytes));
}

}  // namespace factbox::sources
