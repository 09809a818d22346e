#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "cli/choices.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/teller.h"
#include "cli/terminal.h"
#include "desk/in_order.h"
#include "desk/pipeline.h"
#include "desk/speakers.h"
#include "outputs/analysis_csv.h"
#include "outputs/analysis_json.h"

namespace factbox::cli {

namespace {

/// What is printed of a report, what is said about it, and who speaks in it.
struct Analysed {
  std::string line;
  std::vector<std::string> doubts;
  std::vector<std::string> speakers;
};

/// In what form the results are printed.
struct AnalyseOrder {
  InputOptions inputs;
  bool thorough = false;
  std::string format = "jsonl";
  bool words = false;
  std::string table = "statements";
};

std::string print(const statements::ReadReport& read, const AnalyseOrder& order) {
  if (order.format == "csv") {
    return outputs::find_analysis_table(order.table)->rows(read);
  }
  const auto what = order.words ? outputs::Analysed::words : outputs::Analysed::offsets;
  return outputs::analysis_json(read, what) + '\n';
}

Analysed analyse(const reports::ReportPtr& report, desk::ReportReader& reader,
                 const AnalyseOrder& order) {
  const auto& speakers = order.inputs.speakers;
  statements::ReadReport read = reader.read(report);
  Analysed analysed;
  if (!speakers.empty()) {
    analysed.speakers = desk::speakers_of(read);
  }
  if (speakers.empty() || desk::keep_speakers(read, speakers)) {
    analysed.line = print(read, order);
  }
  analysed.doubts = std::move(read.doubts);
  return analysed;
}

int run(const AnalyseOrder& order, Surroundings& surroundings) {
  const auto& options = order.inputs;
  const auto fail = [&](const Error& error, int status) {
    surroundings.messages << "factbox: " << error.what << '\n';
    return status;
  };
  Teller teller{surroundings.messages, messages_are_terminal()};
  teller.progress("loading models", 0, 0);
  const auto knowledge =
      load_knowledge(surroundings, desk::Depth::statements, {.thorough = order.thorough});
  if (!knowledge) {
    return fail(knowledge.error(), failed);
  }
  const auto language = (*knowledge)->of("");
  const auto inputs = read_inputs_in(*language, options, teller);
  if (!inputs) {
    return fail(inputs.error(), exit_status_of(inputs.error()));
  }
  teller.clear();
  if (order.format == "csv") {
    surroundings.out << outputs::find_analysis_table(order.table)->header();
  }
  const auto make_worker = [&] {
    return [&, reader = std::make_shared<desk::ReportReader>(language)](std::size_t index) {
      return analyse(inputs->reports[index], *reader, order);
    };
  };
  desk::SpeakersMet met{options.speakers};
  std::size_t done = 0;
  desk::in_order(inputs->reports.size(), options.jobs, make_worker, [&](const Analysed& analysed) {
    if (!out_is_terminal()) {
      teller.progress("reading who said what", done, inputs->reports.size());
    }
    surroundings.out << analysed.line;
    for (const std::string& doubt : analysed.doubts) {
      teller.doubt(*inputs->reports[done], doubt);
    }
    met.meet(analysed.speakers);
    ++done;
  });
  surroundings.out.flush();
  if (!surroundings.out) {
    return fail({ErrorKind::io, "the results could not be written"}, failed);
  }
  if (const auto told = met.tell(teller); !told && !inputs->reports.empty()) {
    return fail(told.error(), exit_status_of(told.error()));
  }
  return status_of(*inputs);
}

}  // namespace

std::function<int()> add_analyse(CLI::App& command, Surroundings& surroundings) {
  auto order = std::make_shared<AnalyseOrder>();
  bind_paths(command, order->inputs);
  bind_narrowing(command, order->inputs);
  bind_thorough(command, order->thorough);
  bind_choice(command, "-f,--format", order->format, {"jsonl", "csv"},
              "jsonl, a line of JSON a report (unless you say otherwise); csv, a table",
              surroundings);
  command.add_flag("--words", order->words,
                   "jsonl: the words beside the offsets, and outlet, title, date, address");
  std::vector<std::string> tables;
  for (const auto& table : outputs::analysis_tables()) {
    tables.emplace_back(table.name);
  }
  bind_choice(command, "--table", order->table, tables,
              "csv: of what, one row each: statements (unless you say otherwise), figures, names, "
              "times",
              surroundings);
  return [order, &surroundings] { return run(*order, surroundings); };
}

}  // namespace factbox::cli
