#include "desk/threads.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace factbox::desk {

Threads::Threads(unsigned most) : most_(std::max(1U, most)) {}

void Threads::run(std::size_t count, const std::function<void(std::size_t)>& work) const {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::exception_ptr failure;
  const auto take_turns = [&] {
    try {
      for (std::size_t index = next++; index < count; index = next++) {
        work(index);
      }
    } catch (...) {
      next = count;  // what hasn't begun yet needn't
      const std::scoped_lock lock(mutex);
      if (!failure) {
        failure = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> others;
    const std::size_t wanted = std::min<std::size_t>(most_, count);
    for (std::size_t i = 1; i < wanted; ++i) {
      others.emplace_back(take_turns);
    }
    take_turns();
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
}

unsigned threads_of_this_machine() {
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace factbox::desk
