/// \file
/// Layers of a network, from its file to the kernels' layout.
#pragma once

#include <cstddef>

#include "base/result.h"
#include "language/networks/kernels.h"
#include "language/networks/network_file.h"

namespace factbox::language {

/// Reads a maxout node and the layernorm node that follows it. `width` and `inputs` are the sizes
/// that the layers around it ask for; fails as malformed where the nodes have others, or where a
/// kernel's panel doesn't divide the width.
[[nodiscard]] Result<MaxoutLayer> read_maxout(const NetworkFile& network, std::size_t maxout_node,
                                              std::size_t norm_node, std::size_t width,
                                              std::size_t inputs);

}  // namespace factbox::language
