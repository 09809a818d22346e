/// \file
/// The files that paths name, folders walked.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sources/delivery.h"
#include "sources/trouble.h"

namespace factbox::sources {

/// How many bytes of files have been read so far, on whatever thread.
using ReadCount = std::shared_ptr<std::atomic<std::uint64_t>>;

/// A file to be opened, as its path is shown.
struct FoundFile {
  std::string path;  ///< "-" for standard input
  Came came = Came::named;
  ReadCount read{};  ///< counts along, where somebody wants to know
};

struct FoundFiles {
  std::vector<FoundFile> files;  ///< those of a folder sorted by name, folders among them
  std::uint64_t bytes = 0;       ///< of them all, as they lie on the disk
  std::map<std::string, std::size_t> skipped;  ///< how many a folder has of each kind: ".csv"
  std::vector<Trouble> troubles;  ///< what isn't there, may not be read, leads round in a circle
};

/// Finds the files behind the paths as named, in that order; "-" is standard input.
///
/// A folder gives all the files in it and in its folders, but hidden ones (".git"), notes about the
/// folder itself (README, LICENSE, *.md), and tables, styles, scripts, pictures, documents and
/// archives, which are counted in `skipped`. Links are followed, each folder once.
[[nodiscard]] FoundFiles find_files(const std::vector<std::string>& paths);

/// Opens one of them. Fails where it can't be read.
[[nodiscard]] Result<Delivery> open_delivery(const FoundFile& file, const UnpackOptions& options);

}  // namespace factbox::sources
