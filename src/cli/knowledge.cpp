#include "cli/knowledge.h"

#include <CLI/App.hpp>
#include <filesystem>
#include <utility>

#include "cli/places.h"

namespace factbox::cli {

void bind_thorough(CLI::App& command, bool& thorough) {
  command.add_flag("--thorough", thorough,
                   "Read who said what by the large network: ten times the time, fewer mistakes");
}

Result<std::shared_ptr<const desk::Knowledge>> load_knowledge(const Surroundings& surroundings,
                                                              bool thorough) {
  FB_TRY(places, find_places(surroundings.places, program_file()));
  std::filesystem::path minilm;
  if (thorough) {
    FB_TRY(folder, find_minilm(surroundings.places, program_file()));
    minilm = std::move(folder);
  }
  FB_TRY(knowledge, desk::load_knowledge(places.model, places.data, places.outlets, minilm));
  return std::make_shared<const desk::Knowledge>(std::move(knowledge));
}

}  // namespace factbox::cli
