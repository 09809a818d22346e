#include "reports/formats/json_document.h"

#include <nlohmann/json.hpp>

#include "reports/formats/json_reports.h"

namespace factbox::reports::formats {

bool begins_as_json_document(std::string_view beginning, std::string_view /*path*/) {
  const std::string_view words = without_bom_and_space(beginning);
  if (words.starts_with('[')) {
    return true;
  }
  if (!words.starts_with('{')) {
    return false;
  }
  // An object printed over several lines goes on with its next member or its end.
  const std::size_t line_end = words.find('\n');
  if (line_end == std::string_view::npos) {
    return false;
  }
  const std::string_view second = without_bom_and_space(words.substr(line_end));
  return (second.starts_with('"') || second.starts_with('}')) &&
         !nlohmann::json::accept(words.substr(0, line_end));
}

void read_json_document(sources::Delivery& delivery, Intake& intake) {
  JsonText text{delivery, intake.options().max_report_bytes};
  read_json_reports(text, intake);
}

}  // namespace factbox::reports::formats
