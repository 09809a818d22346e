/// \file
/// What a greedy reader of a sentence may do next, as the package lists it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "language/package_file.h"

namespace factbox::language {

/// One output of a scorer: a kind of move and the label that it gives.
struct Action {
  std::uint32_t kind = 0;
  std::string label;
};

/// Reads `parser/moves` or `ner/moves`. The order is that of the scorer's outputs: by kind, then
/// the commonest label first (in training), labels of one frequency backwards.
[[nodiscard]] Result<std::vector<Action>> read_actions(const PackedFile& file);

}  // namespace factbox::language
