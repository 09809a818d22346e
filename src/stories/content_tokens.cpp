#include "stories/content_tokens.h"

namespace factbox::stories {
namespace {

constexpr std::size_t kMostTokens = 400;  // of one statement; what is longer is no single claim

}  // namespace

ContentTokens::ContentTokens(const statements::Statement& statement, const texts::Sheet& sheet)
    : statement_(statement), sheet_(sheet) {
  if (sheet.size() == 0) {
    return;
  }
  for (const ByteRange range : statement.content) {
    for (std::uint32_t t = sheet.token_at(range.begin);
         t < sheet.size() && sheet.range(t).end <= range.end; ++t) {
      if (all_.size() == kMostTokens) {
        break;
      }
      if (!sheet.is_space(t)) {
        all_.push_back(t);
      }
    }
  }
  // The parts of a split quotation may come in any order, and touch.
  std::sort(all_.begin(), all_.end());
  all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
  if (all_.empty()) {
    return;
  }
  first_ = all_.front();
  keys_.assign(all_.back() - first_ + 1, 0);
  skipped_.assign(keys_.size(), true);
  for (const std::uint32_t token : all_) {
    skipped_[token - first_] = false;
  }
}

}  // namespace factbox::stories
