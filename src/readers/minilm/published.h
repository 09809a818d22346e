/// \file
/// What MiniLM's publishers gave out.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace factbox::readers {

/// The published files of MiniLM, held to their hashes.
struct PublishedMinilm {
  std::string weights;     ///< the bytes of model.safetensors
  std::string vocabulary;  ///< of vocab.txt

  /// Reads them from their folder; `sums` is the list of their hashes. Fails as unavailable or
  /// malformed, saying to run ./setup.
  [[nodiscard]] static Result<PublishedMinilm> load(const std::filesystem::path& folder,
                                                    const std::filesystem::path& sums);
};

}  // namespace factbox::readers
