/// \file
/// Where the models and the tables of words are.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace factbox::cli {

/// What the user says; empty: they are looked for.
struct PlaceOptions {
  std::string model;    ///< the folder of the language model
  std::string data;     ///< the folder of the tables
  std::string outlets;  ///< a table of outlets of the user's own, beside ours
  std::string minilm;   ///< the folder of MiniLM, which reads what sentences mean
};

struct Places {
  std::filesystem::path model;    ///< .../models/en_core_web_sm-3.8.0
  std::filesystem::path data;     ///< .../data
  std::filesystem::path outlets;  ///< the user's own table of outlets, if any
};

/// Finds both: as the user says, else in the folder of `program` or in the nearest one above it
/// that has them. Fails as unavailable, saying what to run.
[[nodiscard]] Result<Places> find_places(const PlaceOptions& options,
                                         const std::filesystem::path& program);

/// Finds the folder of the tables alone, for commands that read no words by the model.
[[nodiscard]] Result<std::filesystem::path> find_data(const PlaceOptions& options,
                                                      const std::filesystem::path& program);

/// Finds the folder of MiniLM, for commands that compare what sentences mean.
[[nodiscard]] Result<std::filesystem::path> find_minilm(const PlaceOptions& options,
                                                        const std::filesystem::path& program);

/// The file that this process runs.
[[nodiscard]] std::filesystem::path program_file();

}  // namespace factbox::cli
