#include "cli/result_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <ostream>

namespace factbox::cli {
namespace {

Error failure(std::string_view what, const std::string& file) {
  return {ErrorKind::io,
          fmt::format("{}: {}: {}; nothing was left there", file, what, std::strerror(errno))};
}

/// A file beside the one that is meant, removed unless it was put in its place.
class FileBeside {
 public:
  explicit FileBeside(const std::string& file) : path_(file + ".XXXXXX"), file_(file) {
    descriptor_ = mkstemp(path_.data());
  }
  ~FileBeside() {
    if (descriptor_ >= 0) {
      close(descriptor_);
      unlink(path_.c_str());
    }
  }
  FileBeside(const FileBeside&) = delete;
  FileBeside& operator=(const FileBeside&) = delete;
  FileBeside(FileBeside&&) = delete;
  FileBeside& operator=(FileBeside&&) = delete;

  [[nodiscard]] bool write(std::string_view bytes) const {
    while (!bytes.empty() && descriptor_ >= 0) {
      const auto count = ::write(descriptor_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) {
        continue;
      }
      if (count <= 0) {
        return false;
      }
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    constexpr mode_t kReadable = 0644;
    return descriptor_ >= 0 && fchmod(descriptor_, kReadable) == 0 && fsync(descriptor_) == 0;
  }

  [[nodiscard]] bool put_in_place() {
    if (rename(path_.c_str(), file_.c_str()) != 0) {
      return false;
    }
    close(descriptor_);
    descriptor_ = -1;
    return true;
  }

 private:
  std::string path_;
  std::string file_;
  int descriptor_ = -1;
};

}  // namespace

Result<void> write_result(std::string_view bytes, const std::string& file, std::ostream& out) {
  std::error_code nothing;
  if (std::filesystem::is_directory(file, nothing)) {
    return tl::unexpected(
        Error{ErrorKind::io, fmt::format("{} is a folder; name a file in it: {}/page.html", file,
                                         file.substr(0, file.find_last_not_of('/') + 1))});
  }
  if (std::filesystem::exists(file, nothing) && !std::filesystem::is_regular_file(file, nothing)) {
    // A pipe or a device is written to; nothing may take its place.
    std::ofstream there{file, std::ios::binary};
    there << bytes;
    there.flush();
    return there ? Result<void>{}
                 : tl::unexpected(
                       Error{ErrorKind::io, file + ": could not be written: no file, or full"});
  }
  if (file.empty()) {
    out << bytes;
    out.flush();
    if (!out) {
      return tl::unexpected(
          Error{ErrorKind::io, "the result could not be written to standard output"});
    }
    return {};
  }
  FileBeside beside{file};
  if (!beside.write(bytes)) {
    return tl::unexpected(failure("could not be written", file));
  }
  if (!beside.put_in_place()) {
    return tl::unexpected(failure("could not be put in its place", file));
  }
  return {};
}

}  // namespace factbox::cli
