#include "base/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace factbox {
namespace {

std::string_view trimmed(std::string_view cell) {
  while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\r')) {
    cell.remove_prefix(1);
  }
  while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\r')) {
    cell.remove_suffix(1);
  }
  return cell;
}

std::string_view take_until(std::string_view& rest, char mark) {
  const std::size_t end = rest.find(mark);
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return taken;
}

Error wrong_line(std::string_view name, std::size_t line, std::string_view why) {
  return {ErrorKind::malformed, fmt::format("{}, line {}: {}", name, line, why)};
}

}  // namespace

Result<Table> Table::read(std::string text, std::string_view name,
                          std::initializer_list<std::string_view> columns) {
  Table table;
  table.text_ = std::make_shared<const std::string>(std::move(text));
  table.name_ = name;
  table.columns_ = columns.size();
  std::string_view rest = *table.text_;
  bool header = true;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    std::string_view words = take_until(rest, '\n');
    if (trimmed(words).empty() || words.starts_with('#')) {
      continue;
    }
    std::vector<std::string_view> cells;
    while (!words.empty()) {
      cells.push_back(trimmed(take_until(words, '\t')));
    }
    if (header) {
      if (!std::equal(cells.begin(), cells.end(), columns.begin(), columns.end())) {
        return tl::unexpected(wrong_line(
            name, line, fmt::format("the columns should be {}", fmt::join(columns, ", "))));
      }
      header = false;
      continue;
    }
    if (cells.size() > columns.size()) {
      return tl::unexpected(wrong_line(
          name, line, fmt::format("{} cells, {} columns", cells.size(), columns.size())));
    }
    cells.resize(columns.size());
    table.cells_.insert(table.cells_.end(), cells.begin(), cells.end());
    table.rows_.push_back(line);
  }
  if (header) {
    return tl::unexpected(wrong_line(name, 1, "no line names the columns"));
  }
  return table;
}

Result<Table> Table::load(const std::filesystem::path& path,
                          std::initializer_list<std::string_view> columns) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) {
    return tl::unexpected(Error{
        ErrorKind::unavailable,
        fmt::format("{} can't be read; the program needs the folder data/en", path.string())});
  }
  return read(std::move(text), path.string(), columns);
}

Error Table::wrong(std::size_t index, std::string_view why) const {
  return wrong_line(name_, rows_[index], why);
}

std::vector<std::string_view> split_cell(std::string_view cell, char mark) {
  std::vector<std::string_view> values;
  while (!cell.empty()) {
    const std::string_view value = trimmed(take_until(cell, mark));
    if (!value.empty()) {
      values.push_back(value);
    }
  }
  return values;
}

}  // namespace factbox
