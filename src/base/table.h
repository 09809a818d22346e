/// \file
/// Tables of words and their meanings, as data/en keeps them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace factbox {

/// Lines of tab-separated cells. The first line names the columns; empty lines and lines that
/// begin with "#" are notes. Cells are trimmed of spaces. Cheap to copy; owns its text.
class Table {
 public:
  /// Reads `text`. Fails as malformed, with `name` and the line, where the header isn't `columns`
  /// or a row has more cells than it; missing cells at a row's end are empty.
  [[nodiscard]] static Result<Table> read(std::string text, std::string_view name,
                                          std::initializer_list<std::string_view> columns);

  /// Reads the file at `path`. Fails as unavailable where it can't be read.
  [[nodiscard]] static Result<Table> load(const std::filesystem::path& path,
                                          std::initializer_list<std::string_view> columns);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// The cells of a row, as many as there are columns. They live as long as the table or a copy.
  [[nodiscard]] std::span<const std::string_view> row(std::size_t index) const {
    return std::span{cells_}.subspan(index * columns_, columns_);
  }
  /// The line that a row stands in, counted from 1: for messages about what it holds.
  [[nodiscard]] std::size_t line(std::size_t index) const { return rows_[index]; }
  [[nodiscard]] const std::string& name() const { return name_; }

  /// An error about a row: "data/en/units.tsv, line 12: …".
  [[nodiscard]] Error wrong(std::size_t index, std::string_view why) const;

 private:
  std::shared_ptr<const std::string> text_;
  std::string name_;
  std::size_t columns_ = 0;
  std::vector<std::string_view> cells_;
  std::vector<std::size_t> rows_;
};

/// Splits a cell that holds several values, parted by `mark`; empty ones are left out.
[[nodiscard]] std::vector<std::string_view> split_cell(std::string_view cell, char mark);

}  // namespace factbox
