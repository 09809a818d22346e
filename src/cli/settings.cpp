#include <fmt/format.h>

#include <CLI/App.hpp>
#include <cstdlib>
#include <memory>
#include <ostream>
#include <string>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/places.h"
#include "desk/knowledge.h"
#include "desk/page.h"
#include "desk/threads.h"

namespace factbox::cli {
namespace {

struct SettingsOrder {
  InputOptions inputs;  ///< only their threads
  std::string timezone = "UTC";
};

/// A row: the setting, its value, and where that comes from.
std::string row(std::string_view name, std::string_view value, std::string_view from) {
  return fmt::format("{:<17} {:<42} {}\n", name, value, from);
}

/// Where a value comes from that a person may have set.
std::string from(const char* variable, std::string_view value, std::string_view otherwise) {
  if (value.empty()) {
    return std::string{otherwise};
  }
  const char* set = std::getenv(variable);
  return set != nullptr && value == set ? variable : "the command line";
}

std::string place(std::string_view name, const char* variable, const std::string& said,
                  const Result<std::filesystem::path>& found) {
  return row(name, found ? found->string() : "not found: see `factbox doctor`",
             from(variable, said, "found near the program"));
}

int show(const SettingsOrder& order, Surroundings& surroundings) {
  const auto& places = surroundings.places;
  const auto program = program_file();
  const auto data = find_data(places, program);
  auto model = Result<std::filesystem::path>{places.model};
  if (places.model.empty()) {
    const auto languages = data ? desk::load_languages(*data) : tl::unexpected(data.error());
    model =
        languages ? find_models((*languages)[0].model, program) : tl::unexpected(languages.error());
    if (model) {
      *model /= (*languages)[0].model;
    }
  }
  const desk::PageOrder page;
  const std::string own = "the program";
  const bool usual_jobs = order.inputs.jobs == desk::threads_of_this_machine();
  const auto jobs = std::to_string(order.inputs.jobs);
  surroundings.out
      << row("setting", "value", "from") << place("--data", "FACTBOX_DATA", places.data, data)
      << place("--model", "FACTBOX_MODEL", places.model, model)
      << place("--minilm", "FACTBOX_MINILM", places.minilm, find_minilm(places, program))
      << row("--outlets", places.outlets.empty() ? "none of your own" : places.outlets,
             from("FACTBOX_OUTLETS", places.outlets, own))
      << row("--jobs", jobs, from("FACTBOX_JOBS", usual_jobs ? "" : jobs, "this machine"))
      << row("--timezone", order.timezone,
             from("FACTBOX_TIMEZONE", order.timezone == "UTC" ? "" : order.timezone, own))
      << row("--format", "by the ending of --output, else text", own)
      << row("--length", std::to_string(page.length), own)
      << row("--min-confidence", fmt::format("{}", page.min_confidence), own)
      << "\nEvery option in `factbox help COMMAND` counts for one run; variables "
         "(FACTBOX_TIMEZONE=Europe/Paris) for all.\n";
  surroundings.out.flush();
  return surroundings.out ? done : failed;
}

}  // namespace

std::function<int()> add_settings(CLI::App& command, Surroundings& surroundings) {
  auto order = std::make_shared<SettingsOrder>();
  bind_jobs(command, order->inputs);
  command.add_option("--timezone", order->timezone, "The zone of the times on pages")
      ->type_name("ZONE")
      ->envname("FACTBOX_TIMEZONE");
  return [order, &surroundings] { return show(*order, surroundings); };
}

}  // namespace factbox::cli
