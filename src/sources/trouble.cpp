#include "sources/trouble.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace factbox::sources {

std::string printable(std::string words) {
  std::ranges::replace_if(
      words, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, '?');
  return words;
}

std::string shown(const Trouble& trouble) {
  std::string message =
      trouble.line == 0
          ? fmt::format("{}: byte {}: {}", trouble.file, trouble.byte, trouble.error.what)
          : fmt::format("{}:{}: byte {}: {}", trouble.file, trouble.line, trouble.byte,
                        trouble.error.what);
  return printable(std::move(message));
}

}  // namespace factbox::sources
