/// \file
/// Case files: reports and what is expected of them, as a journalist writes it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace factbox::cases {

/// `report Kyodo, 2026-04-12 08:30 UTC`, its title and its text, lines joined to paragraphs.
struct CaseReport {
  std::string outlet;
  std::string published;  ///< as written; empty where none
  std::string title;
  std::string text;
};

/// `file page.html`: its bytes, as intake is to read them; lines as they stand, without the indent.
struct CaseFile {
  std::string name;
  std::string content;
};

/// One item of a field: words of a report, or something inferred.
struct CaseValue {
  std::string outlet;   ///< `AP "…"`: whose report the words stand in; empty: any
  bool quoted = false;  ///< in quotation marks: words of a report
  std::string words;    ///< the quoted words, or the bare ones (`asserted`, `nobody`, `3`)
  std::size_t nth = 0;  ///< `"words"[2]`; 0 where they must occur once
  std::string as;       ///< `as role`
  std::string equals;   ///< `= 2026-04-12`
};

/// `says     "Iran will not ship its enriched uranium abroad"`.
struct CaseField {
  std::string name;
  std::vector<CaseValue> values;
  std::size_t line = 0;
};

/// `unless   "He" reads "Mayor Ana Ruiz"`: with these words of the case instead of those, there
/// would be one. The runner tries it, so that nothing is absent for another reason than the one
/// meant.
struct Unless {
  std::string words;    ///< of a report, its title or a file
  std::size_t nth = 0;  ///< `"words"[2]`; 0 where they must occur once
  std::string reads;    ///< what stands there instead
  std::size_t line = 0;
};

/// `expect statement` and its fields; `expect no statement`; `expect no other statement`.
struct Expectation {
  enum class Sense { one, none, no_other };
  std::string what;
  Sense sense = Sense::one;
  std::vector<CaseField> fields;
  std::vector<Unless> unless;  ///< of `expect no` alone
  std::size_t first_line = 0;  ///< of the file, counted from 1
  std::size_t past_line = 0;   ///< the first line that is no longer its own
};

struct Case {
  std::string name;
  std::size_t line = 0;
  std::vector<CaseReport> reports;
  std::vector<CaseFile> files;
  std::vector<Expectation> expectations;
  std::optional<std::string> known_failure;  ///< why it is known to fail
};

/// Reads a case file. Fails as malformed with the line, and what may stand there; also where a case
/// would pass for any reason: `expect no` with neither a field nor `unless`, `expect no other`
/// beside nothing that is expected.
[[nodiscard]] Result<std::vector<Case>> read_cases(std::string_view text);

/// Reads what stands behind a field's name: `AP "the U.S. Navy" as role, nobody`.
[[nodiscard]] Result<std::vector<CaseValue>> read_values(std::string_view written);

/// Writes a value as a case file has it.
[[nodiscard]] std::string written(const CaseValue& value);

}  // namespace factbox::cases
