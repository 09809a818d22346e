/// \file
/// The models and tables that a command reads reports by.
#pragma once

#include <memory>

#include "base/result.h"
#include "cli/commands.h"
#include "desk/knowledge.h"

namespace CLI {
class App;
}  // namespace CLI

namespace factbox::cli {

/// Adds `--thorough` to a command.
void bind_thorough(CLI::App& command, bool& thorough);

/// Trained readers beyond those that a depth brings.
struct Readers {
  bool thorough = false;  ///< the large network reads who said what
  bool pairs = false;     ///< sentences are read in pairs
};

/// Finds and loads what reports need to go as far as `depth`. Fails where something is missing or
/// can't be read, which is the installation's fault, not the input's: exit status `failed`.
[[nodiscard]] Result<std::shared_ptr<const desk::Knowledge>> load_knowledge(
    const Surroundings& surroundings, desk::Depth depth, Readers readers = {});

/// Finds and loads what tells what headlines mean, for a command that reads no further.
[[nodiscard]] Result<std::shared_ptr<const readers::MeaningReader>> load_meaning_reader(
    const Surroundings& surroundings);

}  // namespace factbox::cli
