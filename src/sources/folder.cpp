#include "sources/folder.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace factbox::sources {
namespace {

namespace fs = std::filesystem;

Error cannot_look(const std::error_code& why) {
  if (why == std::errc::permission_denied) {
    return {ErrorKind::io, "no permission to read it; ask its owner, or change its mode"};
  }
  return {ErrorKind::io, fmt::format("it can't be read: {}", why.message())};
}

/// Files that stand beside reports and are none by their very names: notes on the folder, tables,
/// and what browsers save with a page.
bool stands_beside_reports(std::string_view name) {
  constexpr std::array<std::string_view, 21> kEndings{
      ".md",  ".tsv", ".csv", ".css",  ".js",    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg",
      ".ico", ".ttf", ".otf", ".woff", ".woff2", ".mp3", ".mp4", ".webm", ".py",  ".sh"};
  return name.starts_with('.') || name.starts_with("README") || name.starts_with("LICENSE") ||
         std::ranges::any_of(kEndings,
                             [name](std::string_view ending) { return name.ends_with(ending); });
}

/// Walks folders without recursion, so that no depth of theirs costs stack.
class Walk {
 public:
  explicit Walk(FoundFiles& found) : found_(found) {}

  void folder(const std::string& path) {
    waiting_.push_back(path);
    while (!waiting_.empty()) {
      const fs::path next = std::move(waiting_.back());
      waiting_.pop_back();
      const fs::file_status status = fs::status(next, why_);
      if (fs::is_directory(status)) {
        open_folder(next);
      } else if (fs::is_regular_file(status)) {
        found_.files.push_back({next.string(), Came::in_folder});
      } else if (status.type() == fs::file_type::not_found) {
        trouble(next, {ErrorKind::not_found, "the link leads nowhere; remove or mend it"});
      } else if (status.type() == fs::file_type::none) {
        trouble(next, cannot_look(why_));
      } else {
        trouble(next, {ErrorKind::unsupported, "it is no file that can be read; name it to try"});
      }
    }
  }

 private:
  void open_folder(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      trouble(path, cannot_look({errno, std::generic_category()}));
      return;
    }
    if (!walked_.emplace(status.st_dev, status.st_ino).second) {
      trouble(path, {ErrorKind::conflict,
                     "the folder has been read already, under another name; remove the link that "
                     "leads back to it"});
      return;
    }
    std::vector<fs::path> inside;
    for (fs::directory_iterator entry{path, why_}; !why_ && entry != fs::directory_iterator{};
         entry.increment(why_)) {
      if (!stands_beside_reports(entry->path().filename().string())) {
        inside.push_back(entry->path());
      }
    }
    if (why_) {
      trouble(path, cannot_look(why_));
    }
    std::ranges::sort(inside, std::greater{});  // the last in is the first out
    std::ranges::move(inside, std::back_inserter(waiting_));
  }

  void trouble(const fs::path& path, Error error) {
    found_.troubles.push_back({path.string(), 0, 0, std::move(error)});
  }

  FoundFiles& found_;
  std::vector<fs::path> waiting_;
  std::set<std::pair<dev_t, ino_t>> walked_;  ///< whatever the names that led there
  std::error_code why_;
};

}  // namespace

FoundFiles find_files(const std::vector<std::string>& paths) {
  FoundFiles found;
  for (const std::string& path : paths) {
    std::error_code why;
    if (path != "-" && fs::is_directory(path, why)) {
      Walk{found}.folder(path);
    } else {
      found.files.push_back({path, path == "-" ? Came::by_standard_input : Came::named});
    }
  }
  return found;
}

Result<Delivery> open_delivery(const FoundFile& file, const UnpackOptions& options) {
  if (file.came == Came::by_standard_input) {
    return Delivery{"standard input", file.came, standard_input(), options};
  }
  FB_TRY(content, open_file(file.path));
  return Delivery{file.path, file.came, std::move(content), options};
}

}  // namespace factbox::sources
