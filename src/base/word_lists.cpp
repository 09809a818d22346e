#include "base/word_lists.h"

#include <fmt/format.h>

#include <algorithm>

namespace factbox {

Result<ListedWords> ListedWords::read(const Table& table, std::span<const std::string_view> names) {
  ListedWords all;
  std::uint64_t seen = 0;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto cells = table.row(row);
    const auto name = std::ranges::find(names, cells[0]);
    if (name == names.end()) {
      return tl::unexpected(table.wrong(row, fmt::format("no list is called {}", cells[0])));
    }
    const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(name - names.begin());
    seen |= bit;
    for (const std::string_view word : split_cell(cells[1], ' ')) {
      all.lists_[std::string{word}] |= bit;
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (((seen >> i) & 1U) == 0) {
      return tl::unexpected(Error{
          ErrorKind::malformed, fmt::format("{}: no row for the list {}", table.name(), names[i])});
    }
  }
  return all;
}

}  // namespace factbox
