/// \file
/// "TEHRAN (Reuters) -": where and by whom, before a report's first words.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "texts/sheet.h"

namespace factbox::statements {

using texts::kNoToken;
using texts::Token;
using texts::TokenRange;

struct Dateline {
  TokenRange tokens;   ///< with its dash; empty where the text has none
  std::string agency;  ///< in its brackets, as written
};

/// The dateline of a text. `paragraphs` has a one for each token that begins a paragraph.
[[nodiscard]] Dateline dateline_of(const texts::Sheet& words,
                                   std::span<const std::uint8_t> paragraphs);

}  // namespace factbox::statements
