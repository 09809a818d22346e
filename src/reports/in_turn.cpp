#include "reports/in_turn.h"

#include <utility>

namespace factbox::reports {
namespace {

constexpr std::size_t kMostWaiting = 16U << 20U;  // bytes, of all files together

/// What an item costs while it waits, roughly.
std::size_t bytes_of(const std::variant<ReportPtr, sources::Trouble>& item) {
  constexpr std::size_t kBeside = 1024;
  const auto* report = std::get_if<ReportPtr>(&item);
  return kBeside + (report == nullptr ? 0 : (*report)->text.size());
}

}  // namespace

void InTurn::hand_on(Item item) {
  if (auto* report = std::get_if<ReportPtr>(&item)) {
    sink_.report(std::move(*report));
  } else {
    sink_.trouble(std::move(std::get<sources::Trouble>(item)));
  }
}

void InTurn::hand_on_all(File& file) {
  for (Item& item : file.items) {
    bytes_ -= bytes_of(item);
    hand_on(std::move(item));
  }
  file.items = {};
}

void InTurn::put(std::size_t file, Item item) {
  std::unique_lock lock{mutex_};
  turned_.wait(lock, [&] { return file == turn_ || bytes_ < kMostWaiting; });
  if (file == turn_) {
    hand_on(std::move(item));
  } else {
    bytes_ += bytes_of(item);
    waiting_[file].items.push_back(std::move(item));
  }
}

void InTurn::end(std::size_t file) {
  const std::scoped_lock lock{mutex_};
  waiting_[file].ended = true;
  while (turn_ < waiting_.size() && waiting_[turn_].ended) {
    ++turn_;
    if (turn_ < waiting_.size()) {
      hand_on_all(waiting_[turn_]);
    }
  }
  turned_.notify_all();
}

}  // namespace factbox::reports
