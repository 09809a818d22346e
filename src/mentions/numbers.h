/// \file
/// Numbers as news writes them: "1.2m", "two and a half million", "two-thirds", "dozens".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/result.h"
#include "base/table.h"
#include "mentions/phrases.h"
#include "mentions/pieces.h"

namespace factbox::mentions {

/// What the words of data/en/numbers.tsv mean.
class NumberWords {
 public:
  enum class Kind : std::uint8_t {
    none,
    unit,
    teen,
    ten,
    hundred,
    magnitude,
    short_magnitude,
    fraction,
    dozen,
    vague,
    ordinal,
    several,  ///< before a group: "several dozen"
    extent    ///< an adjective of size behind a unit: "52m-long"
  };
  /// What parts of a number in words are put together by.
  enum class Joint : std::uint8_t {
    none,
    article,
    joining,
    of,
    half,
    ending  ///< "st" of "21st"
  };
  struct Word {
    Kind kind = Kind::none;
    double value = 0;
    double high = 0;  ///< of a vague word
  };

  [[nodiscard]] static Result<NumberWords> read(const Table& table);
  [[nodiscard]] Word at(const Pieces& pieces, std::uint32_t index) const;
  [[nodiscard]] bool is(const Pieces& pieces, std::uint32_t index, Joint joint) const;

 private:
  std::unordered_map<std::string, Word, WordHash, std::equal_to<>> words_;
  std::unordered_map<std::string, Joint, WordHash, std::equal_to<>> joints_;
};

struct Number {
  std::uint32_t past = 0;  ///< the piece after its last one
  double low = 0;
  std::optional<double> high;  ///< of "dozens", "hundreds of thousands"
  bool in_words = false;       ///< no digit in it
  bool is_fraction = false;    ///< a part of one: "a third", "½", "two-thirds"
  bool is_magnified = false;   ///< "million" and the like are part of it
};

/// The longest number that begins at piece `at`; an article counts only before a word of number
/// ("a hundred", "a third"). Ordinals are none.
[[nodiscard]] std::optional<Number> read_number(const Pieces& pieces, std::uint32_t at,
                                                const NumberWords& words);

/// "third", "21st", "twenty-first": the place and the piece after it.
struct Ordinal {
  std::uint32_t past = 0;
  std::uint32_t place = 0;
};
[[nodiscard]] std::optional<Ordinal> read_ordinal(const Pieces& pieces, std::uint32_t at,
                                                  const NumberWords& words);

}  // namespace factbox::mentions
