/// \file
/// `expect report`: title, outlet, published, authors, dateline, agency, url, lang, text
/// (paragraphs parted by " / "), doubt. `expect trouble`: line, byte, says. Both of the case's
/// files.
#pragma once

#include <vector>

#include "case_runner/kind.h"

namespace factbox::cases {

[[nodiscard]] std::vector<FoundBlock> find_report_blocks(const CaseWorld& world);
[[nodiscard]] std::vector<FoundBlock> find_trouble_blocks(const CaseWorld& world);

}  // namespace factbox::cases
