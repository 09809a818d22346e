/// \file
/// Where the models and the tables of words are.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace factbox::cli {

/// What the user says; empty: they are looked for, in the folder of the program or in the nearest
/// one above it that has them, itself or in its share/factbox.
struct PlaceOptions {
  std::string model;    ///< the folder of the language model
  std::string data;     ///< the folder of the tables
  std::string outlets;  ///< a table of outlets of the user's own, beside ours
  std::string minilm;   ///< the folder of MiniLM, which reads what sentences mean
};

/// Finds the folder of the tables. Fails as unavailable, saying what to run, as do the others.
[[nodiscard]] Result<std::filesystem::path> find_data(const PlaceOptions& options,
                                                      const std::filesystem::path& program);

/// Finds the folder that has the models of languages, `model` among them.
[[nodiscard]] Result<std::filesystem::path> find_models(std::string_view model,
                                                        const std::filesystem::path& program);

/// Finds the folder of MiniLM, for commands that compare what sentences mean.
[[nodiscard]] Result<std::filesystem::path> find_minilm(const PlaceOptions& options,
                                                        const std::filesystem::path& program);

/// The file that this process runs.
[[nodiscard]] std::filesystem::path program_file();

}  // namespace factbox::cli
