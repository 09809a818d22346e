#include "cli/machine.h"

#include <fmt/format.h>
#include <langinfo.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <clocale>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>

#include "base/zone.h"
#include "desk/threads.h"

namespace factbox::cli {
namespace {

constexpr std::uint64_t kMegabyte = 1U << 20U;
constexpr std::uint64_t kNeeded = 700 * kMegabyte;  // a page of a large story

tl::unexpected<Error> fault(std::string what) {
  return tl::unexpected(Error{ErrorKind::unavailable, std::move(what)});
}

/// Writes a file there and removes it.
bool can_write(const std::filesystem::path& folder) {
  auto name = (folder / "factbox-doctor.XXXXXX").string();
  const int file = ::mkstemp(name.data());
  if (file < 0) {
    return false;
  }
  const bool written = ::write(file, "ok", 2) == 2;
  ::close(file);
  ::unlink(name.c_str());
  return written;
}

/// A number behind a word in a file of /proc, in kilobytes.
std::optional<std::uint64_t> kilobytes(const char* file, std::string_view word) {
  std::ifstream lines{file};
  std::uint64_t value = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(word)) {
      value = std::strtoull(line.c_str() + word.size(), nullptr, 10);
      return value;
    }
  }
  return std::nullopt;
}

}  // namespace

Result<std::string> look_at_this_folder() {
  std::error_code why;
  const auto here = std::filesystem::current_path(why);
  if (why || !can_write(here)) {
    return fault(
        fmt::format("nothing can be written in {}; go to another folder, or name files "
                    "elsewhere behind --output",
                    here.string()));
  }
  return "files can be written in " + here.string();
}

Result<std::string> look_at_temporary_files() {
  std::error_code why;
  const auto folder = std::filesystem::temp_directory_path(why);
  if (why || !can_write(folder)) {
    const char* said = std::getenv("TMPDIR");
    return fault(
        fmt::format("no temporary file can be written{}{}; set TMPDIR to a folder of yours",
                    said == nullptr ? "" : " in ", said == nullptr ? "" : said));
  }
  return "files can be written in " + folder.string();
}

Result<std::string> look_at_memory() {
  std::uint64_t free = UINT64_MAX;
  if (const auto available = kilobytes("/proc/meminfo", "MemAvailable:")) {
    free = *available << 10U;
  }
  struct rlimit limit {};
  if (::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
    free = std::min<std::uint64_t>(free, limit.rlim_cur);
  }
  if (free < kNeeded) {
    return fault(
        fmt::format("{} MB are free; a page of a large story needs {}: end other programs, "
                    "or raise the limit (ulimit -v)",
                    free / kMegabyte, kNeeded / kMegabyte));
  }
  return fmt::format("{} MB are free", free / kMegabyte);
}

Result<std::string> look_at_processors() {
  return fmt::format("{} reports are read at the same time (--jobs)",
                     desk::threads_of_this_machine());
}

Result<std::string> look_at_letters() {
  if (std::setlocale(LC_CTYPE, "") == nullptr) {
    return fault(
        "the locale that LC_ALL, LC_CTYPE or LANG names isn't on this machine; name one of "
        "`locale -a`, such as C.UTF-8");
  }
  const std::string_view letters = nl_langinfo(CODESET);
  if (letters != "UTF-8") {
    return fault(
        fmt::format("the terminal takes {}, pages are in UTF-8: set LC_ALL=C.UTF-8", letters));
  }
  return "the terminal takes UTF-8";
}

Result<std::string> look_at_zones() {
  if (const auto zone = Zone::read("Europe/Paris"); !zone) {
    return fault("the names of time zones are missing: install ICU's data (libicu)");
  }
  return "known by name";
}

Result<std::string> look_at_clock() {
  constexpr std::chrono::sys_days kBuilt{std::chrono::year{2026} / 1 / 1};
  if (std::chrono::system_clock::now() < kBuilt) {
    return fault("it stands before 2026; set it, or don't type now, today and yesterday");
  }
  return "it stands after this program was made";
}

}  // namespace factbox::cli
