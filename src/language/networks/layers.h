/// \file
/// Layers of a network, from its file to the kernels' layout.
#pragma once

#include <cstddef>
#include <span>

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

/// Prepares a layer over windows of three words for the kernels. `layer` needs no weights of its
/// own; `weights` are [piece][output][left, middle, right word's inputs].
[[nodiscard]] WindowLayer by_pairs(MaxoutLayer layer, std::span<const float> weights);

/// Reads such a layer as read_maxout does; its inputs are three times its width.
[[nodiscard]] Result<WindowLayer> read_window(const NetworkFile& network, std::size_t maxout_node,
                                              std::size_t norm_node, std::size_t width);

}  // namespace factbox::language
