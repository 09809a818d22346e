/// \file
/// What a case may expect: the contract between the runner and each kind of expectation.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace factbox::cases {

struct CaseWorld;

/// Words of one of the case's reports.
struct Place {
  std::size_t report = 0;  ///< in the order of the case
  Passage passage;
  friend bool operator==(const Place&, const Place&) = default;
};

/// One item of a found field: words of a report (`where`), or something inferred (`words`).
struct FoundValue {
  std::optional<Place> where;
  std::string words;   ///< bare; empty where `where` is set
  std::string as;      ///< `as role`
  std::string equals;  ///< `= 2026-04-12`
};

struct FoundField {
  std::string name;
  std::vector<FoundValue> values;
};

/// One thing that the product found (a statement, a claim, a time), told in fields.
struct FoundBlock {
  std::vector<FoundField> fields;
};

/// A kind of expectation: one file `expect_x.cpp`, one row in kinds.cpp.
struct Kind {
  std::string_view what;  ///< `expect <what>`
  /// Everything of this kind in the case's reports, in the order in which it should be shown.
  std::vector<FoundBlock> (*find)(const CaseWorld& world);
  /// Fields that are compared together: if an `expect` block has one of them, a found one that it
  /// doesn't have is a difference. All other fields that it leaves out are not compared.
  std::span<const std::string_view> whole = {};
};

/// All kinds.
[[nodiscard]] std::span<const Kind> kinds();

}  // namespace factbox::cases
