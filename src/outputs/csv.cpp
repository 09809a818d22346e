#include "outputs/csv.h"

#include <algorithm>

namespace factbox::outputs {
namespace {

bool is_number(std::string_view cell) {
  cell.remove_prefix(cell.starts_with('-') || cell.starts_with('+') ? 1 : 0);
  return !cell.empty() && std::all_of(cell.begin(), cell.end(),
                                      [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

bool begins_formula(std::string_view cell) {
  return !cell.empty() &&
         std::string_view{"=+-@\t\r"}.find(cell.front()) != std::string_view::npos &&
         !is_number(cell);
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string cell = (begins_formula(cells[i]) ? "'" : "") + cells[i];
    row += i == 0 ? "" : ",";
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
      row += cell;
      continue;
    }
    row += '"';
    for (const char c : cell) {
      row += c == '"' ? "\"\"" : std::string(1, c);
    }
    row += '"';
  }
  return row + "\r\n";
}

}  // namespace factbox::outputs
