#include <fmt/format.h>

#include <CLI/App.hpp>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/choices.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/teller.h"
#include "cli/terminal.h"
#include "desk/in_order.h"
#include "language/pipeline.h"
#include "outputs/parses.h"

namespace factbox::cli {

namespace {

struct ParseOptions {
  InputOptions inputs;
  std::string format = "jsonl";
};

/// What is printed of a report, and what is said about it.
struct Printed {
  std::string text;
  std::vector<std::string> doubts;
};

Printed print(const reports::Report& report, const std::string& format, language::Reader& reader) {
  const bool title_only = report.text.empty();
  const std::string& words = title_only ? report.title : report.text;
  const auto analysis = reader.analyse(std::make_shared<const std::string>(words));
  const outputs::ParsedText parsed{report.id, title_only ? "title" : "text", analysis};
  Printed printed{
      format == "conllu" ? outputs::parse_as_conllu(parsed) : outputs::parse_as_json_line(parsed),
      {}};
  for (const std::string& doubt : analysis.doubts()) {
    printed.doubts.push_back(
        fmt::format("factbox: {}: report {}: {}\n", report.path, report.id, doubt));
  }
  return printed;
}

int parse(const ParseOptions& options, Surroundings& surroundings) {
  const auto fail = [&](const Error& error) {
    surroundings.messages << "factbox: " << error.what << '\n';
    return failed;
  };
  Teller teller{surroundings.messages, messages_are_terminal()};
  teller.progress("loading models", 0, 0);
  const auto knowledge = load_knowledge(surroundings, desk::Depth::words);
  if (!knowledge) {
    return fail(knowledge.error());
  }
  const auto pipeline = (*knowledge)->of("")->language;
  reports::ReadOptions reading;
  reading.text_as_it_is = true;  // its words are wanted where they stand in the file
  const auto inputs = read_inputs(options.inputs, (*knowledge)->reading(), teller, reading);
  if (!inputs) {
    return fail(inputs.error());
  }

  teller.clear();
  const auto make_worker = [&] {
    return [&, reader = std::make_shared<language::Reader>(pipeline)](std::size_t index) {
      return print(*inputs->reports[index], options.format, *reader);
    };
  };
  desk::in_order(inputs->reports.size(), options.inputs.jobs, make_worker,
                 [&](const Printed& printed) {
                   surroundings.out << printed.text;
                   for (const std::string& doubt : printed.doubts) {
                     surroundings.messages << doubt;
                   }
                 });
  surroundings.out.flush();
  if (!surroundings.out) {
    return fail({ErrorKind::io, "the results could not be written"});
  }
  return status_of(*inputs);
}

}  // namespace

std::function<int()> add_parse(CLI::App& command, Surroundings& surroundings) {
  auto options = std::make_shared<ParseOptions>();
  bind_paths(command, options->inputs);
  bind_choice(command, "-f,--format", options->format, {"jsonl", "conllu"},
              "jsonl, a line of JSON a report (unless you say otherwise); conllu, a line a word",
              surroundings);
  return [options, &surroundings] { return parse(*options, surroundings); };
}

}  // namespace factbox::cli
