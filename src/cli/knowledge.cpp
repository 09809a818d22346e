#include "cli/knowledge.h"

#include <CLI/App.hpp>
#include <utility>

#include "cli/places.h"
#include "desk/threads.h"

namespace factbox::cli {

void bind_thorough(CLI::App& command, bool& thorough) {
  command.add_flag("--thorough", thorough,
                   "Read who said what by the larger network: ten times the time, fewer mistakes");
}

Result<std::shared_ptr<const desk::Knowledge>> load_knowledge(const Surroundings& surroundings,
                                                              desk::Depth depth, Readers readers) {
  const PlaceOptions& places = surroundings.places;
  desk::KnowledgeOrder order;
  FB_TRY(data, find_data(places, program_file()));
  order.data = std::move(data);
  order.model = places.model;
  order.more_outlets = places.outlets;
  order.depth = depth;
  order.thorough = readers.thorough;
  order.pairs = readers.pairs;
  if (depth >= desk::Depth::words && places.model.empty()) {
    FB_TRY(languages, desk::load_languages(order.data));
    FB_TRY(models, find_models(languages[0].model, program_file()));
    order.models = std::move(models);
  }
  if (depth >= desk::Depth::pages || readers.thorough || readers.pairs) {
    FB_TRY(minilm, find_minilm(places, program_file()));
    order.minilm = std::move(minilm);
  }
  return desk::Knowledge::load(order, desk::Threads{desk::threads_of_this_machine()});
}

Result<std::shared_ptr<const readers::MeaningReader>> load_meaning_reader(
    const Surroundings& surroundings) {
  desk::KnowledgeOrder order;
  FB_TRY(data, find_data(surroundings.places, program_file()));
  order.data = std::move(data);
  FB_TRY(minilm, find_minilm(surroundings.places, program_file()));
  order.minilm = std::move(minilm);
  return desk::load_meaning_reader(order);
}

}  // namespace factbox::cli
