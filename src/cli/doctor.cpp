#include <fmt/format.h>

#include <CLI/App.hpp>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/machine.h"
#include "cli/places.h"
#include "desk/knowledge.h"
#include "factboxes/house_style.h"
#include "language/pipeline.h"
#include "mentions/find_mentions.h"
#include "readers/minilm/meaning.h"
#include "readers/minilm/pair_reader.h"
#include "readers/network/network.h"
#include "reports/reading.h"
#include "statements/statement_tables.h"
#include "stories/lexicon.h"

namespace factbox::cli {
namespace {

/// What a check found: that all is well, in words, or what is wrong and what to do.
using Finding = Result<std::string>;

/// One thing that is looked at.
struct Check {
  const char* name;
  std::function<Finding()> look;
};

/// Where everything lies, as far as it is there.
struct Places {
  PlaceOptions said;
  Result<std::filesystem::path> data;
  Result<std::filesystem::path> model;
  Result<std::filesystem::path> minilm;
};

Result<std::filesystem::path> model_folder(const PlaceOptions& said,
                                           const Result<std::filesystem::path>& data) {
  if (!said.model.empty()) {
    return std::filesystem::path{said.model};
  }
  if (!data) {
    return tl::unexpected(data.error());
  }
  FB_TRY(languages, desk::load_languages(*data));
  FB_TRY(models, find_models(languages[0].model, program_file()));
  return models / languages[0].model;
}

Places places_of(const PlaceOptions& said) {
  Places places{said, find_data(said, program_file()), {}, find_minilm(said, program_file())};
  places.model = model_folder(said, places.data);
  return places;
}

/// "ok" with a place, or the error of what was loaded.
template <class Loaded>
Finding well(const Loaded& loaded, const std::string& words) {
  return loaded ? Finding{words} : tl::unexpected(loaded.error());
}

Finding look_at_tables(const Places& places) {
  FB_TRY(data, places.data);
  const auto words = data / "en";
  FB_TRY(languages, desk::load_languages(data));
  FB_TRY(reading, reports::load_reading_tables(words));
  const auto shared = std::make_shared<const reports::ReadingTables>(std::move(reading));
  FB_TRY(lexicon, stories::Lexicon::load(words));
  FB_TRY(mentions, mentions::load_mention_tables(words));
  FB_TRY(statements, statements::StatementTables::load(words, {shared, &shared->outlets}));
  FB_TRY(style, factboxes::load_house_style(words));
  return data.string();
}

Finding look_at_outlets(const Places& places) {
  if (places.said.outlets.empty()) {
    return "none of your own";
  }
  FB_TRY(data, places.data);
  return well(reports::load_reading_tables(data / "en", places.said.outlets), places.said.outlets);
}

Finding look_at_model(const Places& places) {
  FB_TRY(data, places.data);
  FB_TRY(model, places.model);
  return well(language::load_pipeline(model, data / "en" / "model.sha256"), model.string());
}

Finding look_at_minilm(const Places& places) {
  FB_TRY(data, places.data);
  FB_TRY(minilm, places.minilm);
  return well(readers::MeaningReader::load(minilm, data / "en" / "minilm.sha256"), minilm.string());
}

Finding look_at_network(const Places& places) {
  FB_TRY(data, places.data);
  const auto file = data / "en" / "statements.safetensors";
  return well(readers::Network::load(file), file.string());
}

Finding look_at_large_network(const Places& places) {
  FB_TRY(data, places.data);
  FB_TRY(minilm, places.minilm);
  FB_TRY(published, readers::PublishedMinilm::load(minilm, data / "en" / "minilm.sha256"));
  const auto file = data / "en" / "statements_large.safetensors";
  return well(readers::Network::load_large(file, std::move(published)), file.string());
}

Finding look_at_pair_reader(const Places& places) {
  FB_TRY(data, places.data);
  FB_TRY(minilm, places.minilm);
  const auto file = data / "en" / "pairs.safetensors";
  return well(readers::PairReader::load(minilm, data / "en" / "minilm.sha256", file),
              file.string());
}

Finding look_at_sample(const Places& places) {
  FB_TRY(data, places.data);
  const auto sample = data.parent_path() / "samples" / "talks";
  std::error_code why;
  if (!std::filesystem::is_directory(sample, why)) {
    return tl::unexpected(
        Error{ErrorKind::unavailable,
              fmt::format("there is no {}; `factbox demo` needs it: install factbox again",
                          sample.string())});
  }
  return sample.string();
}

std::vector<Check> checks(const Places& places) {
  return {
      {"version", [] { return Finding{"factbox " FACTBOX_VERSION}; }},
      {"tables of words", [&] { return look_at_tables(places); }},
      {"table of outlets", [&] { return look_at_outlets(places); }},
      {"language model", [&] { return look_at_model(places); }},
      {"network", [&] { return look_at_network(places); }},
      {"MiniLM", [&] { return look_at_minilm(places); }},
      {"larger network", [&] { return look_at_large_network(places); }},
      {"reader of pairs", [&] { return look_at_pair_reader(places); }},
      {"sample", [&] { return look_at_sample(places); }},
      {"this folder", look_at_this_folder},
      {"temporary files", look_at_temporary_files},
      {"memory", look_at_memory},
      {"processors", look_at_processors},
      {"letters", look_at_letters},
      {"time zones", look_at_zones},
      {"clock", look_at_clock},
  };
}

/// A machine without memory throws at any time; that is a finding too.
Finding finding_of(const Check& check) {
  try {
    return check.look();
  } catch (const std::exception& error) {
    return tl::unexpected(
        Error{ErrorKind::unavailable,
              fmt::format("it couldn't be looked at: {}; see memory", error.what())});
  }
}

int look(Surroundings& surroundings) {
  const auto places = places_of(surroundings.places);
  std::size_t faults = 0;
  for (const auto& check : checks(places)) {
    const auto found = finding_of(check);
    faults += found ? 0U : 1U;
    surroundings.out << fmt::format("{:<5}  {}: {}\n", found ? "ok" : "FAULT", check.name,
                                    found ? *found : found.error().what);
  }
  surroundings.out << (faults == 0 ? std::string{"All is well.\n"}
                                   : fmt::format("{} fault{}.\n", faults, faults == 1 ? "" : "s"));
  surroundings.out.flush();
  return faults == 0 && surroundings.out ? done : failed;
}

}  // namespace

std::function<int()> add_doctor(CLI::App& /*command*/, Surroundings& surroundings) {
  return [&surroundings] { return look(surroundings); };
}

}  // namespace factbox::cli
