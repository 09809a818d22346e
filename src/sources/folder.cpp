#include "sources/folder.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <memory>
#include <set>
#include <span>
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
  constexpr std::array<std::string_view, 32> kEndings{
      ".md",   ".tsv", ".csv", ".css",  ".js",    ".png", ".jpg",  ".jpeg", ".gif", ".webp", ".svg",
      ".ico",  ".ttf", ".otf", ".woff", ".woff2", ".mp3", ".mp4",  ".webm", ".py",  ".sh",   ".pdf",
      ".docx", ".doc", ".odt", ".ods",  ".xlsx",  ".xls", ".pptx", ".epub", ".zip", ".tar"};
  return name.starts_with('.') || name.starts_with("README") || name.starts_with("LICENSE") ||
         std::ranges::any_of(kEndings,
                             [name](std::string_view ending) { return name.ends_with(ending); });
}

/// How what stands beside reports is counted: by its ending, else by its name.
std::string kind_of(const std::string& name) {
  const auto dot = name.rfind('.');
  return name.starts_with('.') ? "hidden" : dot == std::string::npos ? name : name.substr(dot);
}

/// Counts the bytes that come.
class CountingStream final : public ByteStream {
 public:
  CountingStream(std::unique_ptr<ByteStream> from, ReadCount count)
      : from_(std::move(from)), count_(std::move(count)) {}

  Result<std::size_t> read(std::span<char> into) override {
    auto read = from_->read(into);
    *count_ += read ? *read : 0;
    return read;
  }

 private:
  std::unique_ptr<ByteStream> from_;
  ReadCount count_;
};

/// Walks folders without recursion, so that no depth of theirs costs stack.
class Walk {
 public:
  explicit Walk(FoundFiles& found) : found_(found) {}

  void folder(const std::string& path) {
    waiting_.emplace_back(path);
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
      const auto name = entry->path().filename().string();
      std::error_code unknown;
      if (!stands_beside_reports(name)) {
        inside.push_back(entry->path());
      } else if (!entry->is_directory(unknown)) {
        ++found_.skipped[kind_of(name)];
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
  for (const FoundFile& file : found.files) {
    std::error_code unknown;
    const auto size = fs::file_size(file.path, unknown);
    found.bytes += unknown ? 0 : size;
  }
  return found;
}

Result<Delivery> open_delivery(const FoundFile& file, const UnpackOptions& options) {
  if (file.came == Came::by_standard_input) {
    return Delivery{"standard input", file.came, standard_input(), options};
  }
  if (file.path.starts_with("http://") || file.path.starts_with("https://")) {
    return tl::unexpected(Error{
        ErrorKind::unsupported,
        "factbox doesn't fetch; save the page first, and name its file (extract --url tells where "
        "it is from)"});
  }
  FB_TRY(content, open_file(file.path));
  if (file.read) {
    content = std::make_unique<CountingStream>(std::move(content), file.read);
  }
  return Delivery{file.path, file.came, std::move(content), options};
}

}  // namespace factbox::sources
