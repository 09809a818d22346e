#include "base/word_lists.h"

#include <fmt/format.h>

#include <algorithm>

namespace factbox {

Result<ListedWords> ListedWords::read(const Table& table, std::span<const std::string_view> names) {
  ListedWords all;
  Lists seen;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto cells = table.row(row);
    const auto name = std::ranges::find(names, cells[0]);
    if (name == names.end()) {
      return tl::unexpected(table.wrong(row, fmt::format("no list is called {}", cells[0])));
    }
    const auto list = static_cast<std::size_t>(name - names.begin());
    seen.set(list);
    for (const std::string_view word : split_cell(cells[1], ' ')) {
      all.lists_[std::string{word}].set(list);
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!seen[i]) {
      return tl::unexpected(Error{
          ErrorKind::malformed, fmt::format("{}: no row for the list {}", table.name(), names[i])});
    }
  }
  return all;
}

}  // namespace factbox
