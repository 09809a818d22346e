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
  // At its very beginning, or of the whole of it: neither helps to find anything.
  const bool of_the_whole = trouble.byte == 0 && trouble.line <= 1;
  const auto line = trouble.line == 0 || of_the_whole ? "" : fmt::format(":{}", trouble.line);
  const auto byte = of_the_whole ? "" : fmt::format("byte {}: ", trouble.byte);
  return printable(fmt::format("{}{}: {}{}", trouble.file, line, byte, trouble.error.what));
}

}  // namespace factbox::sources
