#include "language/networks/tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace factbox::language {
namespace {

/// All words but one that hang on a head.
std::vector<std::uint32_t> below(const std::vector<Arc>& arcs, std::uint32_t head,
                                 const std::vector<std::uint8_t>& is_space, std::uint32_t but) {
  std::vector<std::uint32_t> children;
  for (std::uint32_t child = 0; child < arcs.size(); ++child) {
    if (arcs[child].head == head && child != head && is_space[child] == 0 && child != but) {
      children.push_back(child);
    }
  }
  return children;
}

/// The first of the words below a lifted arc's head, level by level, that has the label which it
/// was lifted from; else that head.
std::uint32_t place_of(const std::vector<Arc>& arcs, std::uint32_t token,
                       const std::vector<std::uint8_t>& is_space) {
  std::vector<std::uint32_t> level{arcs[token].head};
  while (!level.empty()) {
    std::vector<std::uint32_t> next;
    for (const std::uint32_t head : level) {
      for (const std::uint32_t child : below(arcs, head, is_space, token)) {
        if (arcs[child].lifted_from == Labels::kNone &&
            arcs[child].label == arcs[token].lifted_from) {
          return child;
        }
        next.push_back(child);
      }
    }
    level = next;
  }
  return arcs[token].head;
}

/// The slow twin: for each lifted arc, the levels below its head, by looking at all tokens.
void lower_plainly(std::vector<Arc>& arcs, const std::vector<std::uint8_t>& is_space) {
  for (std::uint32_t token = 0; token < arcs.size(); ++token) {
    if (arcs[token].lifted_from != Labels::kNone) {
      arcs[token].head = place_of(arcs, token, is_space);
      arcs[token].lifted_from = Labels::kNone;
    }
  }
}

/// A random forest: each head is a token that was drawn before.
std::vector<Arc> random_arcs(std::mt19937& dice, std::uint32_t tokens) {
  std::vector<std::uint32_t> order(tokens);
  for (std::uint32_t i = 0; i < tokens; ++i) {
    order[i] = i;
  }
  std::shuffle(order.begin(), order.end(), dice);
  std::vector<Arc> arcs(tokens);
  for (std::uint32_t i = 0; i < tokens; ++i) {
    const bool root = i == 0 || dice() % 8 == 0;
    arcs[order[i]].head = root ? order[i] : order[dice() % i];
    arcs[order[i]].label = static_cast<LabelId>(1 + dice() % 4);
    if (!root && dice() % 3 == 0) {
      arcs[order[i]].lifted_from = static_cast<LabelId>(1 + dice() % 4);
    }
  }
  return arcs;
}

bool same(const Arc& a, const Arc& b) {
  return a.head == b.head && a.label == b.label && a.lifted_from == b.lifted_from;
}

TEST(Tree, LowersLiftedArcsAsTheSlowTwinDoes) {
  std::mt19937 dice(7);
  TreeMemory memory;
  for (int round = 0; round < 400; ++round) {
    auto arcs = random_arcs(dice, static_cast<std::uint32_t>(1 + dice() % 40));
    std::vector<std::uint8_t> is_space(arcs.size());
    for (auto& space : is_space) {
      space = dice() % 10 == 0 ? 1 : 0;
    }
    auto expected = arcs;
    lower_plainly(expected, is_space);
    lower_lifted_arcs(arcs, is_space, memory);
    ASSERT_TRUE(std::equal(arcs.begin(), arcs.end(), expected.begin(), same)) << "round " << round;
  }
}

TEST(Tree, SentencesStartAtTheLeftmostBelowEachRoot) {
  // "a b c" with root b, "d e" with root e.
  const std::vector<Arc> arcs{{1, 1, 0}, {1, 1, 0}, {1, 1, 0}, {4, 1, 0}, {4, 1, 0}};
  std::vector<std::uint8_t> starts(arcs.size());
  TreeMemory memory;
  find_sentence_starts(arcs, starts, memory);
  EXPECT_EQ(starts, (std::vector<std::uint8_t>{1, 0, 0, 1, 0}));
}

TEST(Tree, LongChainsFallInOneSentence) {
  // Each token hangs on the next but one, so that one pass isn't enough.
  const std::uint32_t tokens = 1'001;
  std::vector<Arc> arcs(tokens);
  for (std::uint32_t i = 0; i < tokens; ++i) {
    arcs[i] = {i + 1 < tokens ? i + 1 : i, 1, 0};
  }
  std::vector<std::uint8_t> starts(tokens);
  TreeMemory memory;
  find_sentence_starts(arcs, starts, memory);
  EXPECT_EQ(std::count(starts.begin(), starts.end(), 1), 1);
  EXPECT_EQ(starts[0], 1);
}

TEST(Tree, ManyLiftedArcsCostNoSquare) {
  // 300,000 tokens on one head, each lifted from a label that nothing has: all of them looked at
  // for all of them would take minutes.
  const std::uint32_t tokens = 300'000;
  std::vector<Arc> arcs(tokens, Arc{0, 1, 2});
  arcs[0].lifted_from = Labels::kNone;
  const std::vector<std::uint8_t> is_space(tokens);
  TreeMemory memory;
  lower_lifted_arcs(arcs, is_space, memory);
  EXPECT_EQ(arcs.back().head, 0U);
  EXPECT_EQ(arcs.back().lifted_from, Labels::kNone);
}

}  // namespace
}  // namespace factbox::language
