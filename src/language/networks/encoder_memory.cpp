#include <algorithm>
#include <utility>

#include "base/assert.h"
#include "language/networks/encoder.h"
#include "language/networks/hashing.h"

namespace factbox::language {

namespace {

constexpr std::uint32_t kNoSums = UINT32_MAX;
constexpr std::uint32_t kNobody = 0;  // the slot of what stands beyond a text's ends: zeros
constexpr std::size_t kBatch = 96;    // words computed together
constexpr std::size_t kHashes = 4;

std::uint64_t feature_of(const Lexeme& lexeme, bool space_follows, Feature feature) {
  switch (feature) {
    case Feature::norm:
      return lexeme.norm;
    case Feature::prefix:
      return lexeme.prefix;
    case Feature::suffix:
      return lexeme.suffix;
    case Feature::shape:
      return lexeme.shape;
    case Feature::space_follows:
      return space_follows ? 1 : 0;
    case Feature::is_space:
      return lexeme.is_space ? 1 : 0;
  }
  return 0;
}

}  // namespace

EncoderMemory::EncoderMemory(std::shared_ptr<const Encoder> encoder, const Kernels& kernels,
                             EncoderLimits limits)
    : encoder_(std::move(encoder)),
      kernels_(&kernels),
      limits_(limits),
      words_(encoder_->width()),
      sums_(encoder_->first_sums_.outputs) {
  // A part's words and sums must fit, twice over, so that the clock finds some that aren't in use.
  FB_ASSERT(2 * (kMaxPart + 2 * encoder_->reach()) < std::min(limits.max_sums, limits.max_words));
  const std::size_t rows = kMaxPart + 2 * encoder_->reach();
  const std::size_t tables = encoder_->tables_.size();
  gathered_.resize(kBatch * tables * encoder_->width());
  computed_.resize(kBatch * encoder_->first_sums_.outputs);
  layer_.resize(rows * encoder_->width());
  next_layer_.resize(rows * encoder_->width());
  scratch_.resize(window_scratch(encoder_->width()));
}

void EncoderMemory::forget(const Lexicon& lexicon) {
  generation_ = lexicon.generation();
  slot_of_key_.clear();
  words_.clear();
  sums_of_slot_.assign(1, kNobody);
  std::fill_n(words_[kNobody], encoder_->width(), 0.0F);
  std::fill_n(sums_[kNobody], encoder_->first_sums_.outputs, 0.0F);
  sums_in_.assign(1, Sums{kNobody, 0, true});
  hand_ = 0;
}

void EncoderMemory::find_words(std::span<const Token> tokens, std::int64_t first, std::int64_t past,
                               const Lexicon& lexicon) {
  const auto most = static_cast<std::size_t>(past - first);
  if (generation_ != lexicon.generation() || sums_of_slot_.size() + most > limits_.max_words) {
    forget(lexicon);
  }
  const std::size_t keys = std::size_t{lexicon.size()} * 2;
  if (slot_of_key_.size() < keys) {
    slot_of_key_.resize(keys, kNoSlot);
  }
  slots_.clear();
  new_words_.clear();
  for (std::int64_t at = first; at < past; ++at) {
    if (at < 0 || at >= static_cast<std::int64_t>(tokens.size())) {
      slots_.push_back(kNobody);
      continue;
    }
    const Token& token = tokens[static_cast<std::size_t>(at)];
    const bool space = encoder_->asks_space_ && token.space_follows;
    Slot& slot = slot_of_key_[std::size_t{token.lexeme} * 2 + (space ? 1 : 0)];
    if (slot == kNoSlot) {
      slot = static_cast<Slot>(sums_of_slot_.size());
      sums_of_slot_.push_back(kNoSums);
      new_words_.emplace_back(slot, static_cast<std::uint32_t>(at));
    }
    slots_.push_back(slot);
  }
}

void EncoderMemory::embed(std::span<const Token> tokens, const Lexicon& lexicon) {
  const std::size_t width = encoder_->width();
  const std::size_t inputs = encoder_->words_.sums.inputs;
  for (std::size_t first = 0; first < new_words_.size(); first += kBatch) {
    const std::size_t count = std::min(kBatch, new_words_.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      const Token& token = tokens[new_words_[first + i].second];
      float* row = gathered_.data() + i * inputs;
      for (const Encoder::Table& table : encoder_->tables_) {
        const auto hashes = table_hashes(
            feature_of(lexicon[token.lexeme], token.space_follows, table.feature), table.seed);
        std::array<const float*, kHashes> rows{};
        for (std::size_t hash = 0; hash < kHashes; ++hash) {
          rows[hash] = table.values.data() + hashes[hash] % table.rows * width;
        }
        kernels_->add_rows(rows.data(), rows.size(), width, row);
        row += width;
      }
    }
    kernels_->maxout(encoder_->words_, gathered_.data(), inputs, count, computed_.data());
    for (std::size_t i = 0; i < count; ++i) {
      std::copy_n(computed_.data() + i * width, width, words_[new_words_[first + i].first]);
    }
  }
}

std::uint32_t EncoderMemory::free_sums() {
  if (sums_in_.size() < limits_.max_sums) {
    sums_in_.emplace_back();
    return static_cast<std::uint32_t>(sums_in_.size() - 1);
  }
  for (;;) {  // a clock: who was used again since the hand last passed stays for another round
    hand_ = hand_ + 1 < limits_.max_sums ? hand_ + 1 : kNobody + 1;
    Sums& sums = sums_in_[hand_];
    if (sums.part == part_) {
      continue;  // less than half of all are in use by one part
    }
    if (!std::exchange(sums.used_again, false)) {
      sums_of_slot_[sums.word] = kNoSums;
      return hand_;
    }
  }
}

void EncoderMemory::add_up_sums() {
  const std::size_t width = encoder_->width();
  const std::size_t outputs = encoder_->first_sums_.outputs;
  ++part_;
  new_sums_.clear();
  for (const Slot slot : slots_) {
    if (const std::uint32_t place = sums_of_slot_[slot]; place != kNoSums) {
      sums_in_[place].used_again |= sums_in_[place].part != part_;
      sums_in_[place].part = part_;
    }
  }
  for (const Slot slot : slots_) {
    if (sums_of_slot_[slot] != kNoSums) {
      continue;
    }
    const std::uint32_t place = free_sums();
    sums_in_[place] = {slot, part_, false};
    sums_of_slot_[slot] = place;
    new_sums_.push_back(slot);
  }
  for (std::size_t first = 0; first < new_sums_.size(); first += kBatch) {
    const std::size_t count = std::min(kBatch, new_sums_.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      std::copy_n(words_[new_sums_[first + i]], width, gathered_.data() + i * width);
    }
    kernels_->affine(encoder_->first_sums_, gathered_.data(), width, count, computed_.data(),
                     outputs);
    for (std::size_t i = 0; i < count; ++i) {
      std::copy_n(computed_.data() + i * outputs, outputs,
                  sums_[sums_of_slot_[new_sums_[first + i]]]);
    }
  }
}

void EncoderMemory::encode(std::span<const Token> tokens, TokenRange part, const Lexicon& lexicon,
                           float* rows) {
  FB_ASSERT(part.past <= tokens.size() && part.first <= part.past && part.size() <= kMaxPart);
  FB_ASSERT(part.first % kMaxPart == 0);  // so that pairs of windows are where they always are
  if (part.size() == 0) {
    return;
  }
  const auto reach = static_cast<std::int64_t>(encoder_->reach());
  find_words(tokens, part.first - reach, part.past + reach, lexicon);
  embed(tokens, lexicon);
  add_up_sums();
  word_rows_.clear();
  sum_rows_.clear();
  for (const Slot slot : slots_) {
    word_rows_.push_back(words_[slot]);
    sum_rows_.push_back(sums_[sums_of_slot_[slot]]);
  }
  const auto& windows = encoder_->windows_;
  std::size_t count = slots_.size() - 2;
  float* to = windows.empty() ? rows : layer_.data();
  kernels_->window_of_sums(encoder_->first_window_, sum_rows_.data(), word_rows_.data(), count, to);
  for (std::size_t i = 0; i < windows.size(); ++i) {
    const float* from = to;
    to = i + 1 == windows.size() ? rows : i % 2 == 0 ? next_layer_.data() : layer_.data();
    count -= 2;
    const std::size_t beyond =
        windows.size() - 1 - i;  // rows on each side that later layers ask for
    kernels_->window(windows[i], from, beyond % 2 == 1, count, to, scratch_.data());
  }
}

}  // namespace factbox::language
