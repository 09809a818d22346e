#include "language/networks/tree.h"

#include <algorithm>

#include "base/assert.h"

namespace factbox::language {

namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

/// Lists the children of each token, in order: those of token t stand in memory.children from
/// first_child[t] to first_child[t + 1].
void list_children(std::span<const Arc> arcs, TreeMemory& memory) {
  const std::size_t tokens = arcs.size();
  memory.first_child.assign(tokens + 2, 0);
  for (const Arc& arc : arcs) {
    ++memory.first_child[arc.head + 2];
  }
  for (std::size_t i = 2; i < tokens + 2; ++i) {
    memory.first_child[i] += memory.first_child[i - 1];
  }
  memory.children.resize(tokens);
  for (std::uint32_t token = 0; token < tokens; ++token) {
    memory.children[memory.first_child[arcs[token].head + 1]++] = token;
  }
  memory.first_moved.assign(tokens, kNone);
  memory.last_moved.assign(tokens, kNone);
  memory.next_moved.assign(tokens, kNone);
}

/// Calls `visit` for each present child of `head`, from left to right, until it returns true.
/// Children lie where list_children put them, and where move_below did: tokens are moved from left
/// to right, so that both lists are in order.
template <class Visit>
bool any_child(std::uint32_t head, std::span<const Arc> arcs, const TreeMemory& memory,
               Visit visit) {
  std::uint32_t place = memory.first_child[head];
  const std::uint32_t past = memory.first_child[head + 1];
  std::uint32_t moved = memory.first_moved[head];
  while (place < past || moved != kNone) {
    const bool take_moved = place == past || (moved != kNone && moved < memory.children[place]);
    const std::uint32_t child = take_moved ? moved : memory.children[place];
    if (take_moved) {
      moved = memory.next_moved[moved];
    } else {
      ++place;
    }
    if (arcs[child].head == head && child != head && visit(child)) {
      return true;
    }
  }
  return false;
}

void move_below(std::uint32_t child, std::uint32_t head, TreeMemory& memory) {
  std::uint32_t& last = memory.last_moved[head];
  (last == kNone ? memory.first_moved[head] : memory.next_moved[last]) = child;
  last = child;
}

/// The nearest token below the lifted arc's head that its label asks for, or kNone.
std::uint32_t true_head(std::uint32_t token, std::span<const Arc> arcs,
                        std::span<const std::uint8_t> is_space, TreeMemory& memory) {
  auto& queue = memory.queue;
  queue.assign(1, arcs[token].head);
  std::uint32_t found = kNone;
  std::uint32_t looked_at = 0;
  const auto visit = [&](std::uint32_t child) {
    if (++looked_at > kMostLookedAt) {
      return true;
    }
    if (is_space[child] != 0 || child == token) {
      return false;
    }
    if (arcs[child].lifted_from == Labels::kNone && arcs[child].label == arcs[token].lifted_from) {
      found = child;
      return true;
    }
    queue.push_back(child);
    return false;
  };
  // The queue grows while it is walked: no range-based loop.
  for (std::size_t next = 0; next < queue.size(); ++next) {  // NOLINT(modernize-loop-convert)
    if (any_child(queue[next], arcs, memory, visit)) {
      break;
    }
  }
  return found;
}

/// Whether every head lies in its own sentence, as the roots' left edges part them.
bool heads_stay_inside(std::span<const Arc> arcs, const TreeMemory& memory) {
  std::size_t first = 0;
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if ((i == 0 || memory.start[i] == 0) && i + 1 != arcs.size()) {
      continue;
    }
    for (std::size_t j = first; j < i; ++j) {
      if (arcs[j].head < first || arcs[j].head > i) {
        return false;
      }
    }
    first = i;
  }
  return true;
}

}  // namespace

void lower_lifted_arcs(std::span<Arc> arcs, std::span<const std::uint8_t> is_space,
                       TreeMemory& memory) {
  FB_ASSERT(arcs.size() == is_space.size());
  bool listed = false;
  for (std::uint32_t token = 0; token < arcs.size(); ++token) {
    Arc& arc = arcs[token];
    if (arc.lifted_from == Labels::kNone) {
      continue;
    }
    if (!listed) {
      list_children(arcs, memory);
    }
    listed = true;
    const std::uint32_t head = true_head(token, arcs, is_space, memory);
    arc.lifted_from = Labels::kNone;
    if (head == kNone || head == arc.head) {
      continue;
    }
    arc.head = head;
    move_below(token, head, memory);
  }
}

void find_sentence_starts(std::span<const Arc> arcs, std::span<std::uint8_t> starts,
                          TreeMemory& memory) {
  FB_ASSERT(arcs.size() == starts.size());
  constexpr int kMostPasses = 12;  // as in training: crossing arcs may need several
  auto& left = memory.left_edge;
  const auto tokens = static_cast<std::uint32_t>(arcs.size());
  left.resize(tokens);
  for (std::uint32_t token = 0; token < tokens; ++token) {
    left[token] = token;
  }
  for (int pass = 0; pass < kMostPasses; ++pass) {
    for (std::uint32_t token = 0; token < tokens; ++token) {
      left[arcs[token].head] = std::min(left[arcs[token].head], left[token]);
    }
    for (std::uint32_t token = tokens; token-- > 0;) {
      left[arcs[token].head] = std::min(left[arcs[token].head], left[token]);
    }
    memory.start.assign(tokens, 0);
    for (std::uint32_t token = 0; token < tokens; ++token) {
      if (arcs[token].head == token) {
        memory.start[left[token]] = 1;
      }
    }
    if (heads_stay_inside(arcs, memory)) {
      break;
    }
  }
  std::copy(memory.start.begin(), memory.start.end(), starts.begin());
}

}  // namespace factbox::language
