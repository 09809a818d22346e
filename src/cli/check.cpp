#include "factboxes/check.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/result_file.h"
#include "cli/teller.h"
#include "outputs/factbox_json.h"
#include "sources/byte_stream.h"

namespace factbox::cli {

namespace {

struct CheckOptions {
  std::string page;
  InputOptions inputs;
  std::string previous;
  bool lists = false;
};

Result<std::string> read_whole(const std::string& path) {
  constexpr std::size_t kLargestPage = 64U << 20U;
  constexpr std::size_t kPiece = 1U << 16U;
  FB_TRY(stream, sources::open_file(path));
  std::string bytes;
  std::string piece(kPiece, '\0');
  while (true) {
    FB_TRY(count, stream->read(piece));
    if (count == 0) {
      return bytes;
    }
    bytes.append(piece, 0, count);
    if (bytes.size() > kLargestPage) {
      return tl::unexpected(Error{ErrorKind::too_large, path + ": more than 64 MB; no page is"});
    }
  }
}

Result<factboxes::Factbox> read_page(const std::string& path) {
  FB_TRY(bytes, read_whole(path));
  auto page = outputs::read_factbox_json(bytes);
  if (!page) {
    return tl::unexpected(Error{page.error().kind, path + ": " + page.error().what});
  }
  return page;
}

std::string as_json_line(const factboxes::Finding& finding) {
  const bool error = finding.severity == factboxes::Severity::error;
  const nlohmann::ordered_json json{
      {"rule", finding.rule},
      {"severity", error ? "E" : "W"},
      {"line",
       finding.line.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(finding.line)},
      {"why", finding.why}};
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Result<int> check_page(const CheckOptions& options, const Surroundings& surroundings) {
  FB_TRY(knowledge, load_knowledge(surroundings, desk::Depth::reports));
  const factboxes::HouseStyle& style = knowledge->of("")->style;
  if (options.lists) {
    const auto written = write_result(factboxes::print_house_style(style), "", surroundings.out);
    return written ? Result<int>{done} : tl::unexpected(written.error());
  }
  FB_TRY(page, read_page(options.page));
  Teller teller{surroundings.messages};
  FB_TRY(inputs, read_inputs(options.inputs, knowledge->reading(), teller));
  auto findings = factboxes::check(page, inputs.reports, style);
  if (!options.previous.empty()) {
    FB_TRY(previous, read_page(options.previous));
    const auto changes = factboxes::check_changes(page, previous);
    findings.insert(findings.end(), changes.begin(), changes.end());
  }
  std::string lines;
  for (const auto& finding : findings) {
    lines += as_json_line(finding);
  }
  if (const auto written = write_result(lines, "", surroundings.out); !written) {
    return tl::unexpected(written.error());
  }
  const bool failing =
      std::any_of(findings.begin(), findings.end(), [](const factboxes::Finding& finding) {
        return finding.severity == factboxes::Severity::error;
      });
  return failing ? nothing_found : inputs.troubled ? input_unusable : done;
}

int run_check(CheckOptions& options, Surroundings& surroundings) {
  if (!options.lists && options.inputs.paths.empty()) {
    surroundings.messages << "factbox: check needs a page and its reports: "
                             "factbox check PAGE.json REPORTS…\n";
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
  command.add_option("paths", options->inputs.paths,
                     "The page (JSON), then files and folders of its reports");
  command.add_option("--jobs", options->inputs.jobs, "Threads")->capture_default_str();
  command.add_option("--previous", options->previous, "The page that readers saw before: rule 25");
  command.add_flag("--lists", options->lists, "Shows the closed lists that the rules go by");
  return [options, &surroundings] { return run_check(*options, surroundings); };
}

}  // namespace factbox::cli
