/// \file
/// Input that could not be used, and where it stands.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace factbox::sources {

/// Something in the input that could not be used, as one message for whoever sent it.
///
/// What stands beside it is used all the same; the caller prints the message and, in the end,
/// says by its exit status that there was one.
struct Trouble {
  std::string file;        ///< as it was named; "standard input"
  std::uint64_t line = 0;  ///< counted from 1; 0 where lines mean nothing
  std::uint64_t byte = 0;  ///< offset in the (unpacked) file, counted from 0
  Error error;             ///< what is wrong, and the remedy
};

/// Words from outside as a terminal may show them: control characters, which it would obey, those
/// that turn the direction of writing, and bytes that are no UTF-8 become "?".
[[nodiscard]] std::string printable(std::string words);

/// "wire.jsonl:17: byte 2048: …"; without a line, "wire.gz: byte 2048: …"; of the whole of a file,
/// or its very beginning, "wire.gz: …". Printable.
[[nodiscard]] std::string shown(const Trouble& trouble);

}  // namespace factbox::sources
