#include "language/networks/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/assert.h"

namespace factbox::language {

namespace {

constexpr std::string_view kLifted = "||";  // between an arc's label and that of its true head

}  // namespace

Result<Parser> Parser::read(const NetworkFile& network, const PackedFile& moves, std::size_t inputs,
                            Labels& labels) {
  FB_TRY(actions, read_actions(moves));
  Parser parser;
  for (const Action& action : actions) {
    if (action.kind >= kKinds) {
      return tl::unexpected(moves.expected(
          fmt::format("kinds of moves below {}, but one is {}", kKinds, action.kind)));
    }
    const std::string_view label = action.label;
    const auto bars = label.find(kLifted);
    const bool lifted = bars != std::string_view::npos;
    parser.moves_.push_back(
        {static_cast<Kind>(action.kind), labels.add(label.substr(0, bars)),
         lifted ? labels.add(label.substr(bars + kLifted.size())) : Labels::kNone});
  }
  const auto has = [&](Kind kind) {
    return std::any_of(parser.moves_.begin(), parser.moves_.end(),
                       [&](const Move& move) { return move.kind == kind; });
  };
  if (!has(shift) || !has(reduce)) {
    return tl::unexpected(moves.expected("the moves 0 (shift) and 1 (reduce)"));
  }
  parser.root_ = labels.add("ROOT");
  FB_TRY(scorer, Scorer::read(network, kFeatures, inputs, parser.moves_.size()));
  parser.scorer_ = std::move(scorer);
  parser.allow_kinds();
  return parser;
}

void Parser::allow_kinds() {
  for (Kinds kinds = 0; kinds < bias_of_.size(); ++kinds) {
    bias_of_[kinds] = scorer_.to_scores().bias;
    std::vector<std::size_t> possible;
    for (std::size_t i = 0; i < moves_.size(); ++i) {
      if ((kinds >> moves_[i].kind & 1U) != 0) {
        possible.push_back(i);
      } else {
        bias_of_[kinds][i] = kNever;
      }
    }
    if (possible.size() == 1) {
      only_move_[kinds] = possible.front();
    }
  }
}

ParserMemory::ParserMemory(std::shared_ptr<const Parser> parser, const Kernels& kernels)
    : parser_(std::move(parser)),
      kernels_(&kernels),
      brought_(parser_->scorer(), kernels),
      state_(parser_->scorer().hidden_size()) {}

void ParserMemory::begin(std::uint32_t tokens) {
  tokens_ = tokens;
  unread_ = 0;
  stack_.clear();
  returned_.clear();
  heads_.assign(tokens, kNone);
  last_left_.assign(tokens, kNone);
  last_right_.assign(tokens, kNone);
  attached_before_.assign(tokens, kNone);
  unshiftable_.assign(tokens, 0);
  starts_.assign(tokens, 0);
}

std::uint32_t ParserMemory::next(std::size_t ahead) const {
  if (ahead < returned_.size()) {
    return returned_[returned_.size() - 1 - ahead];
  }
  const std::size_t token = unread_ + ahead - returned_.size();
  return token < tokens_ ? static_cast<std::uint32_t>(token) : kNone;
}

std::uint32_t ParserMemory::top(std::size_t below) const {
  return below < stack_.size() ? stack_[stack_.size() - 1 - below] : kNone;
}

Parser::Kinds ParserMemory::allowed() const {
  const std::uint32_t first = next(0);
  const std::uint32_t second = next(1);
  const bool starts = first != kNone && starts_[first] != 0;
  Parser::Kinds kinds = 0;
  const auto allow = [&](Parser::Kind kind, bool may) {
    kinds |= (may ? Parser::Kinds{1} : Parser::Kinds{0}) << kind;
  };
  const bool two_left = left_to_read() >= 2;
  allow(Parser::shift, stack_.empty() || (two_left && !starts && unshiftable_[first] == 0));
  allow(Parser::reduce, !stack_.empty());
  const bool may_attach = !stack_.empty() && first != kNone && !starts;
  allow(Parser::left, may_attach);
  allow(Parser::right, may_attach);
  allow(Parser::start_sentence, two_left && second == first + 1 && starts_[second] == 0);
  return kinds;
}

const Parser::Move& ParserMemory::choose(Parser::Kinds kinds) {
  if (const auto& only = parser_->only_move_[kinds]) {
    return parser_->moves_[*only];
  }
  const auto child = [](const std::vector<std::uint32_t>& last, std::uint32_t head) {
    return head == kNone ? kNone : last[head];
  };
  const std::uint32_t first = next(0);
  const std::uint32_t head = top(0);
  const std::array<std::uint32_t, Parser::kFeatures> looks_at{first,
                                                              next(1),
                                                              head,
                                                              top(1),
                                                              top(2),
                                                              child(last_left_, first),
                                                              child(last_left_, head),
                                                              child(last_right_, head)};
  brought_.reach(std::min(unread_ + 1, tokens_ - 1));
  std::array<const float*, Parser::kFeatures> rows{};
  const Scorer& scorer = parser_->scorer();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i] = looks_at[i] == kNone ? scorer.missing(i) : brought_.row(looks_at[i], i);
  }
  kernels_->maxout_pair(rows.data(), rows.size(), scorer.bias().data(), state_.size(),
                        state_.data());
  const std::size_t best =
      kernels_->best_output(scorer.to_scores(), state_.data(), parser_->bias_of_[kinds].data());
  const Parser::Move& move = parser_->moves_[best];
  if ((kinds >> move.kind & 1U) != 0) {
    return move;
  }
  // No score was a number: any move that is allowed leads on.
  return *std::find_if(parser_->moves_.begin(), parser_->moves_.end(),
                       [&](const Parser::Move& may) { return (kinds >> may.kind & 1U) != 0; });
}

void ParserMemory::take_next() {
  stack_.push_back(next(0));
  if (returned_.empty()) {
    ++unread_;
  } else {
    returned_.pop_back();
  }
}

void ParserMemory::attach(std::uint32_t child, std::uint32_t head, const Parser::Move& move,
                          std::vector<Arc>& arcs) {
  auto& last = child < head ? last_left_ : last_right_;
  attached_before_[child] = std::exchange(last[head], child);
  heads_[child] = head;
  arcs[child] = {head, move.label, move.lifted_from};
}

void ParserMemory::detach(std::uint32_t child, std::uint32_t head) {
  auto& last = child < head ? last_left_ : last_right_;
  if (last[head] == child) {
    last[head] = attached_before_[child];
  }
}

void ParserMemory::make(const Parser::Move& move, std::vector<Arc>& arcs) {
  const std::uint32_t first = next(0);
  const std::uint32_t head = top(0);
  switch (move.kind) {
    case Parser::shift:
      take_next();
      break;
    case Parser::reduce:
      stack_.pop_back();
      if (heads_[head] == kNone && !stack_.empty()) {
        unshiftable_[head] = 1;
        returned_.push_back(head);
      }
      break;
    case Parser::left:
      if (heads_[head] != kNone) {
        detach(head, heads_[head]);
      }
      attach(head, first, move, arcs);
      unshiftable_[first] = 0;
      stack_.pop_back();
      break;
    case Parser::right:
      attach(first, head, move, arcs);
      take_next();
      break;
    case Parser::start_sentence:
      starts_[next(1)] = 1;
      break;
  }
}

void ParserMemory::parse(std::span<const float> hidden, std::vector<Arc>& arcs) {
  const std::size_t size = parser_->scorer().hidden_size();
  FB_ASSERT(hidden.size() % size == 0);
  begin(static_cast<std::uint32_t>(hidden.size() / size));
  brought_.begin(hidden);
  arcs.assign(tokens_, {});
  while (!stack_.empty() || left_to_read() > 0) {
    make(choose(allowed()), arcs);
  }
  for (std::uint32_t token = 0; token < tokens_; ++token) {
    if (heads_[token] == kNone) {
      arcs[token] = {token, parser_->root_, Labels::kNone};
    }
  }
}

}  // namespace factbox::language
