#include "cli/places.h"

#include <fmt/format.h>

#include <system_error>

namespace factbox::cli {

namespace {

constexpr std::string_view kMinilm = "models/all-minilm-l6-v2-0.1.0";
constexpr std::string_view kInstalled = "share/factbox";  // below the prefix of an installation
constexpr std::string_view kData = "data";
constexpr std::string_view kInData = "languages.tsv";  // other projects have a folder "data" too

/// `wanted` in the nearest folder at or above `from` in which `known_by` is there too; beside it,
/// or where an installation puts it.
Result<std::filesystem::path> look_upwards(const std::filesystem::path& from,
                                           std::string_view wanted, std::string_view known_by,
                                           std::string_view option) {
  std::error_code failed;
  for (auto folder = from;; folder = folder.parent_path()) {
    for (const auto& home : {folder, folder / kInstalled}) {
      if (std::filesystem::exists(home / wanted / known_by, failed)) {
        return home / wanted;
      }
    }
    if (folder == folder.parent_path()) {
      break;
    }
  }
  for (const std::filesystem::path prefix : {"/usr/local", "/usr"}) {
    if (std::filesystem::exists(prefix / kInstalled / wanted / known_by, failed)) {
      return prefix / kInstalled / wanted;
    }
  }
  return tl::unexpected(
      Error{ErrorKind::unavailable,
            fmt::format("there is no {} in {} or above it; run ./setup, or say where it is by {}",
                        wanted, from.string(), option)});
}

}  // namespace

Result<std::filesystem::path> find_data(const PlaceOptions& options,
                                        const std::filesystem::path& program) {
  if (!options.data.empty()) {
    return options.data;
  }
  return look_upwards(program.parent_path(), kData, kInData, "--data");
}

Result<std::filesystem::path> find_models(std::string_view model,
                                          const std::filesystem::path& program) {
  FB_TRY(folder, look_upwards(program.parent_path(), fmt::format("models/{}", model), "tokenizer",
                              "--model"));
  return folder.parent_path();
}

Result<std::filesystem::path> find_minilm(const PlaceOptions& options,
                                          const std::filesystem::path& program) {
  if (!options.minilm.empty()) {
    return options.minilm;
  }
  return look_upwards(program.parent_path(), kMinilm, "vocab.txt", "--minilm");
}

std::filesystem::path program_file() {
  std::error_code failed;
  auto file = std::filesystem::read_symlink("/proc/self/exe", failed);
  return failed ? std::filesystem::current_path(failed) / "factbox" : file;
}

}  // namespace factbox::cli
