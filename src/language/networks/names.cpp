#include "language/networks/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/assert.h"

namespace factbox::language {

Result<NameFinder> NameFinder::read(const NetworkFile& network, const PackedFile& moves,
                                    std::size_t inputs, Labels& labels) {
  FB_TRY(actions, read_actions(moves));
  NameFinder finder;
  for (const Action& action : actions) {
    if (action.kind < begin || action.kind > outside) {
      return tl::unexpected(
          moves.expected(fmt::format("kinds of moves from 1 to 5, but one is {}", action.kind)));
    }
    finder.moves_.push_back({static_cast<Kind>(action.kind), labels.add(action.label)});
  }
  const auto output_of = [&](Kind kind, LabelId label) {
    return static_cast<std::size_t>(
        std::find_if(finder.moves_.begin(), finder.moves_.end(),
                     [&](const Move& move) { return move.kind == kind && move.label == label; }) -
        finder.moves_.begin());
  };
  if (output_of(outside, Labels::kNone) == finder.moves_.size()) {
    return tl::unexpected(moves.expected("the move 5 (outside) without a label"));
  }
  FB_TRY(scorer, Scorer::read(network, kFeatures, inputs, finder.moves_.size()));
  finder.scorer_ = std::move(scorer);
  const Matrix& scores = finder.scorer_.to_scores();
  const std::size_t hidden = finder.scorer_.hidden_size();
  finder.anything_ = finder.no_begin_ = Floats(scores.outputs, kNever);
  for (std::size_t i = 0; i < finder.moves_.size(); ++i) {
    const Move& move = finder.moves_[i];
    const bool named = move.label != Labels::kNone;
    if (move.kind == outside || (move.kind == unit && named)) {
      finder.no_begin_[i] = 0.0F;
    }
    if (move.kind == begin && named) {
      finder.anything_[i] = 0.0F;
    }
    if (finder.no_begin_[i] == 0.0F) {
      finder.anything_[i] = 0.0F;
    }
    if (move.kind != begin) {
      continue;
    }
    const std::array<std::size_t, 2> outputs{output_of(inside, move.label),
                                             output_of(last, move.label)};
    std::vector<float> weights;
    std::vector<float> bias;
    for (const std::size_t output : outputs) {
      if (output == finder.moves_.size()) {
        return tl::unexpected(moves.expected(
            fmt::format("moves 2 and 3 (inside, last) for each label of 1, but {} lacks one",
                        labels[move.label])));
      }
      for (std::size_t input = 0; input < hidden; ++input) {
        weights.push_back(scores.weights[input * scores.panel + output]);
      }
      bias.push_back(scores.bias[output]);
    }
    finder.open_.push_back({move.label, lay_out_flat(weights, bias, hidden, Padding::never)});
  }
  return finder;
}

const NameFinder::Open* NameFinder::open_of(LabelId label) const {
  const auto found = std::find_if(open_.begin(), open_.end(),
                                  [&](const Open& open) { return open.label == label; });
  return &*found;
}

NameMemory::NameMemory(std::shared_ptr<const NameFinder> finder, const Kernels& kernels)
    : finder_(std::move(finder)),
      kernels_(&kernels),
      opener_(finder_->scorer().brought_size()),
      previous_(finder_->scorer().brought_size()),
      last_hidden_(finder_->scorer().hidden_size()) {}

void NameMemory::begin() {
  token_ = 0;
  open_ = nullptr;
}

/// Outside of a name the state depends on nothing that was decided before, so that all tokens'
/// scores are computed together.
void NameMemory::score_outside(std::span<const float> hidden) {
  const Scorer& scorer = finder_->scorer();
  const std::size_t size = scorer.hidden_size();
  const std::size_t rows = hidden.size() / size;
  const Matrix& to_scores = scorer.to_scores_by_panel();
  brought_.resize(rows * scorer.brought_size());
  state_.resize((rows + 1) * size);
  scores_.resize(rows * to_scores.outputs);
  kernels_->affine(scorer.to_brought(0), hidden.data(), size, rows, brought_.data(),
                   scorer.brought_size());
  for (std::size_t row = 0; row < rows; ++row) {
    const std::array<const float*, NameFinder::kFeatures> features{
        brought_.data() + row * scorer.brought_size(), scorer.missing(1), scorer.missing(2)};
    kernels_->maxout_pair(features.data(), features.size(), scorer.bias().data(), size,
                          state_.data() + row * size);
  }
  kernels_->affine(to_scores, state_.data(), size, rows, scores_.data(), to_scores.outputs);
}

std::size_t NameMemory::choose_outside(std::size_t row, bool may_begin) {
  const std::size_t outputs = finder_->scorer().to_scores().outputs;
  const Floats& bias = may_begin ? finder_->anything_ : finder_->no_begin_;
  const std::size_t best = kernels_->best_of(scores_.data() + row * outputs, bias.data(), outputs);
  if (bias[best] == 0.0F) {
    return best;
  }
  // No score was a number: outside is always allowed.
  return static_cast<std::size_t>(
      std::find_if(finder_->moves_.begin(), finder_->moves_.end(),
                   [](const auto& move) { return move.kind == NameFinder::outside; }) -
      finder_->moves_.begin());
}

bool NameMemory::closes(std::size_t row, bool may_go_on) {
  if (!may_go_on) {
    return true;
  }
  const Scorer& scorer = finder_->scorer();
  const std::array<const float*, NameFinder::kFeatures> features{
      brought_.data() + row * scorer.brought_size(), opener_.data(), previous_.data()};
  float* state = state_.data() + state_.size() - scorer.hidden_size();
  kernels_->maxout_pair(features.data(), features.size(), scorer.bias().data(),
                        scorer.hidden_size(), state);
  return kernels_->best_output(open_->scores, state, open_->scores.bias.data()) ==
         NameFinder::kClose;
}

void NameMemory::read(std::span<const float> hidden, std::span<const std::uint8_t> is_space,
                      std::span<const std::uint8_t> starts, std::vector<NameSpan>& names) {
  const Scorer& scorer = finder_->scorer();
  const std::size_t size = scorer.hidden_size();
  const std::size_t rows = hidden.size() / size;
  FB_ASSERT(token_ + rows <= starts.size() && starts.size() == is_space.size());
  score_outside(hidden);
  for (std::size_t row = 0; row < rows; ++row, ++token_) {
    const bool may_go_on = token_ + 1 < starts.size() && starts[token_ + 1] == 0;
    if (open_ != nullptr) {
      const float* before = row == 0 ? last_hidden_.data() : hidden.data() + (row - 1) * size;
      kernels_->affine_row(scorer.to_brought_flat(2), before, previous_.data());
      if (closes(row, may_go_on)) {
        names.push_back({{opened_at_, token_ + 1}, open_->label});
        open_ = nullptr;
      }
      continue;
    }
    if (is_space[token_] != 0) {
      continue;
    }
    const NameFinder::Move& move = finder_->moves_[choose_outside(row, may_go_on)];
    if (move.kind == NameFinder::unit) {
      names.push_back({{token_, token_ + 1}, move.label});
    }
    if (move.kind != NameFinder::begin) {
      continue;
    }
    open_ = finder_->open_of(move.label);
    opened_at_ = token_;
    kernels_->affine_row(scorer.to_brought_flat(1), hidden.data() + row * size, opener_.data());
  }
  if (rows > 0) {
    std::copy_n(hidden.data() + (rows - 1) * size, size, last_hidden_.data());
  }
}

}  // namespace factbox::language
