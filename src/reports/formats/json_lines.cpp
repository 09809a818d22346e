#include "reports/formats/json_lines.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "reports/formats/json_reports.h"
#include "sources/lines.h"

namespace factbox::reports::formats {

bool begins_as_json_lines(std::string_view beginning, std::string_view /*path*/) {
  return without_bom_and_space(beginning).starts_with('{');
}

bool is_whole_line(std::string_view line) {
  return line.ends_with('\n') && begins_as_json_lines(line, "") && nlohmann::json::accept(line);
}

void read_json_lines(sources::Delivery& delivery, Intake& intake) {
  const std::size_t limit = intake.options().max_report_bytes;
  sources::Lines lines{delivery, limit};
  while (const auto line = lines.next()) {
    if (line->too_long) {
      intake.trouble(line->number, line->offset,
                     {ErrorKind::too_large,
                      fmt::format("the line has {} bytes, and {} are allowed; is it one report?",
                                  line->size, limit)});
      continue;
    }
    if (without_bom_and_space(line->bytes).empty()) {
      continue;
    }
    if (!line->ended && delivery.trouble()) {
      continue;  // half a line, where the file breaks off; told once, by the delivery
    }
    JsonText text{line->bytes, line->number, line->offset};
    read_json_report(text, intake);
  }
}

}  // namespace factbox::reports::formats
