#include "cli/printing.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <string_view>
#include <vector>

#include "cli/result_file.h"
#include "outputs/output_options.h"

namespace factbox::cli {

void bind_printing(CLI::App& command, PrintingOptions& options, Surroundings& surroundings) {
  std::vector<std::string> names;
  for (const auto& format : outputs::formats()) {
    names.emplace_back(format.name);
  }
  auto* format = command.add_option(
      "-f,--format", options.format,
      fmt::format("The form of the page: {}. Without it the ending of the output file decides, "
                  "else it is text",
                  fmt::join(names, ", ")));
  format->type_name("FORMAT");
  surroundings.choices[format] = names;
  command
      .add_option("-o,--output", options.output,
                  "Write the page to this file, whole or not at all, instead of printing it")
      ->type_name("FILE");
  command
      .add_option("--timezone", options.timezone,
                  "The zone of the times on the page and in which days end: UTC (unless you say "
                  "otherwise), +03:30, Europe/Paris")
      ->type_name("ZONE")
      ->envname("FACTBOX_TIMEZONE");
}

Result<Printing> read_printing(const PrintingOptions& options) {
  const auto misused = [](std::string_view option, const Error& error) {
    return tl::unexpected(Error{ErrorKind::conflict, fmt::format("{}: {}", option, error.what)});
  };
  const auto format = !options.format.empty() ? outputs::find_format(options.format)
                                              : outputs::find_format_of_file(options.output);
  if (!format) {
    return misused(options.format.empty() ? "--output" : "--format", format.error());
  }
  const auto zone = Zone::read(options.timezone);
  if (!zone) {
    return misused("--timezone", zone.error());
  }
  return Printing{*format, *zone, options.output};
}

Result<void> print_page(const factboxes::Factbox& page, const Printing& printing,
                        Surroundings& surroundings) {
  outputs::OutputOptions options;
  options.timezone = printing.zone;
  return write_result(printing.format.render(page, options), printing.file, surroundings.out);
}

}  // namespace factbox::cli
