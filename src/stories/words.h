/// \file
/// The words of a text without reading it: enough to compare wordings and to place reports.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace factbox::stories {

/// A word as it stands in a text, and folded: lower case, straight apostrophes, no dots in
/// acronyms ("U.S." is "US"), no commas in numbers ("1,200" is "1200"), no "'s".
struct PlainWord {
  ByteRange where;
  std::string folded;      ///< an acronym keeps its capitals, so that "US" is not "us"
  std::uint64_t hash = 0;  ///< stable_hash of it
  bool capital = false;    ///< begins with a capital letter
  bool starts_sentence = false;
  bool quoted = false;  ///< stands within quotation marks
};

/// Splits a text into words, in order. Hyphens part words. Cost: linear. At most `limit` words.
[[nodiscard]] std::vector<PlainWord> split_words(std::string_view text,
                                                 std::size_t limit = 200'000);

/// The folded words, parted by single spaces.
[[nodiscard]] std::string folded_words(std::span<const PlainWord> words);
/// The same of one name or expression, of 64 words at most.
[[nodiscard]] std::string folded_words(std::string_view words);

/// A number for some bytes; the same on every machine and in every run.
[[nodiscard]] std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed = 0);

/// The hash as 16 hex digits, for ids.
[[nodiscard]] std::string hex16(std::uint64_t hash);

}  // namespace factbox::stories
