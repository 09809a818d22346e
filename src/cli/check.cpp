#include "factboxes/check.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/choices.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/page_file.h"
#include "cli/result_file.h"
#include "cli/teller.h"
#include "cli/terminal.h"
#include "outputs/factbox_json.h"
#include "outputs/findings.h"

namespace factbox::cli {

namespace {

struct CheckOptions {
  std::string page;
  InputOptions inputs;
  std::string previous;
  std::string format;  ///< "text", "jsonl"; empty: text for a person at a terminal
  bool lists = false;
};

Result<outputs::EditedPage> read_page(const std::string& path, const Surroundings& surroundings) {
  FB_TRY(bytes, read_page_file(path));
  auto page = outputs::read_edited_json(bytes);
  if (!page) {
    return tl::unexpected(Error{page.error().kind, path + ": " + page.error().what});
  }
  for (const auto& note : page->notes) {
    surroundings.messages << "factbox: " << path << ": " << note << '\n';
  }
  return page;
}

bool for_a_person(const CheckOptions& options) {
  return options.format.empty() ? ::isatty(STDOUT_FILENO) == 1 : options.format == "text";
}

std::string print(const std::vector<factboxes::Finding>& findings, const CheckOptions& options,
                  const factboxes::Factbox& page) {
  if (for_a_person(options)) {
    return outputs::findings_as_text(findings, page);
  }
  return outputs::findings_as_json_lines(findings, page);
}

Result<int> check_page(const CheckOptions& options, const Surroundings& surroundings) {
  FB_TRY(knowledge, load_knowledge(surroundings, desk::Depth::reports));
  const factboxes::HouseStyle& style = knowledge->of("")->style;
  if (options.lists) {
    const auto written = write_result(factboxes::print_house_style(style), "", surroundings.out);
    return written ? Result<int>{done} : tl::unexpected(written.error());
  }
  FB_TRY(read, read_page(options.page, surroundings));
  const auto& page = read.page;
  Teller teller{surroundings.messages, messages_are_terminal()};
  FB_TRY(inputs, read_inputs(options.inputs, knowledge->reading(), teller));
  auto findings = factboxes::check(page, inputs.reports, style);
  if (!options.previous.empty()) {
    FB_TRY(previous, read_page(options.previous, surroundings));
    const auto changes = factboxes::check_changes(page, previous.page);
    findings.insert(findings.end(), changes.begin(), changes.end());
  }
  const auto printed = print(findings, options, page);
  if (const auto written = write_result(printed, "", surroundings.out); !written) {
    return tl::unexpected(written.error());
  }
  const bool failing =
      std::any_of(findings.begin(), findings.end(), [](const factboxes::Finding& finding) {
        return finding.severity == factboxes::Severity::error;
      });
  return failing ? nothing_found : inputs.troubled || read.troubled ? input_unusable : done;
}

int run_check(CheckOptions& options, Surroundings& surroundings) {
  if (!options.lists && options.inputs.paths.empty()) {
    surroundings.messages << "factbox: check needs a page and its reports: "
                             "factbox check PAGE.json REPORTS...\n";
    return wrong_usage;
  }
  if (!options.lists) {
    options.page = options.inputs.paths.front();
    options.inputs.paths.erase(options.inputs.paths.begin());
  }
  const auto status = check_page(options, surroundings);
  if (!status) {
    surroundings.messages << "factbox: " << status.error().what << '\n';
    return exit_status_of(status.error());
  }
  return *status;
}

}  // namespace

std::function<int()> add_check(CLI::App& command, Surroundings& surroundings) {
  auto options = std::make_shared<CheckOptions>();
  command.add_option("PAGE", options->inputs.paths, "The page, then its reports");
  command
      .add_option("--previous", options->previous,
                  "The page that readers saw before: does the new one say what has changed?")
      ->type_name("PAGE.json");
  bind_choice(
      command, "-f,--format", options->format, {"text", "jsonl"},
      "text, for a person (at a terminal unless you say otherwise); jsonl, a line of JSON a "
      "finding",
      surroundings);
  command.add_flag("--lists", options->lists, "Show the closed lists that the rules go by");
  bind_jobs(command, options->inputs);
  return [options, &surroundings] { return run_check(*options, surroundings); };
}

}  // namespace factbox::cli
