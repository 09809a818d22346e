#include <fmt/format.h>

#include <CLI/App.hpp>
#include <memory>
#include <ostream>
#include <string>

#include "base/zone.h"
#include "cli/commands.h"
#include "cli/page_file.h"
#include "cli/result_file.h"
#include "factboxes/edits.h"
#include "outputs/factbox_json.h"
#include "outputs/outputs.h"

namespace factbox::cli {

namespace {

struct RenderOrder {
  std::string page;
  std::string format = "text";
  std::string timezone = "UTC";
  std::string output;
};

Result<int> render(const RenderOrder& order, Surroundings& surroundings) {
  FB_TRY(bytes, read_page_file(order.page));
  auto read = outputs::read_edited_json(bytes);
  if (!read) {
    return tl::unexpected(Error{read.error().kind, order.page + ": " + read.error().what});
  }
  auto notes = factboxes::settle_edits(read->page);
  notes.insert(notes.begin(), read->notes.begin(), read->notes.end());
  for (const auto& note : notes) {
    surroundings.messages << "factbox: " << order.page << ": " << note << '\n';
  }
  const auto format = outputs::find_format(order.format);
  const auto zone = Zone::read(order.timezone);
  outputs::OutputOptions printing;
  printing.timezone = *zone;
  const auto written =
      write_result(format->render(read->page, printing), order.output, surroundings.out);
  if (!written) {
    return tl::unexpected(written.error());
  }
  return read->troubled ? input_unusable : done;
}

int run(const RenderOrder& order, Surroundings& surroundings) {
  const auto fail = [&](const Error& error, int status) {
    surroundings.messages << "factbox: " << error.what << '\n';
    return status;
  };
  if (const auto format = outputs::find_format(order.format); !format) {
    return fail(format.error(), wrong_usage);
  }
  if (const auto zone = Zone::read(order.timezone); !zone) {
    return fail(zone.error(), wrong_usage);
  }
  const auto status = render(order, surroundings);
  return status ? *status : fail(status.error(), exit_status_of(status.error()));
}

}  // namespace

std::function<int()> add_render(CLI::App& command, Surroundings& surroundings) {
  auto order = std::make_shared<RenderOrder>();
  command
      .add_option(
          "PAGE", order->page,
          "The page, as `factbox compile --format json` wrote it and perhaps somebody edited "
          "it; - for standard input")
      ->type_name("")
      ->required();
  std::string formats;
  for (const auto& format : outputs::formats()) {
    formats += formats.empty() ? format.name : fmt::format(", {}", format.name);
  }
  command.add_option("--format", order->format, formats)->capture_default_str();
  command
      .add_option("--timezone", order->timezone,
                  "In which zone the page prints times: UTC, +03:30, -5")
      ->capture_default_str();
  command.add_option("--output", order->output,
                     "Write to this file, whole or not at all, instead of standard output");
  return [order, &surroundings] { return run(*order, surroundings); };
}

}  // namespace factbox::cli
