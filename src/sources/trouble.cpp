#include "sources/trouble.h"

#include <fmt/format.h>

#include <algorithm>

namespace factbox::sources {

std::string shown(const Trouble& trouble) {
  std::string message =
      trouble.line == 0
          ? fmt::format("{}: byte {}: {}", trouble.file, trouble.byte, trouble.error.what)
          : fmt::format("{}:{}: byte {}: {}", trouble.file, trouble.line, trouble.byte,
                        trouble.error.what);
  // A terminal obeys control characters, and the name of a file may hold any.
  std::ranges::replace_if(
      message, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, '?');
  return message;
}

}  // namespace factbox::sources
