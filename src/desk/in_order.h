/// \file
/// Work on many things at once, results in their order.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace factbox::desk {

/// Calls `make_worker()` once on each of `jobs` threads, the returned worker for each index below
/// `count` on whatever thread is free, and `take(result)` on the calling thread in the order of
/// the indexes. Results wait for their turn: at most a few for each thread, so that memory doesn't
/// grow with `count`. What a worker throws is thrown here.
template <class MakeWorker, class Take>
void in_order(std::size_t count, unsigned jobs, const MakeWorker& make_worker, const Take& take) {
  using Answer = decltype(make_worker()(std::size_t{0}));
  constexpr std::size_t kWaitingPerJob = 8;
  const std::size_t threads = std::clamp<std::size_t>(jobs, 1, std::max<std::size_t>(count, 1));
  std::vector<std::optional<Answer>> waiting(threads * kWaitingPerJob);
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t next = 0;
  std::size_t taken = 0;
  std::exception_ptr failure;

  const auto work = [&] {
    try {
      auto worker = make_worker();
      for (;;) {
        std::unique_lock lock(mutex);
        changed.wait(lock,
                     [&] { return next < taken + waiting.size() || next >= count || failure; });
        if (next >= count || failure) {
          return;
        }
        const std::size_t index = next++;
        lock.unlock();
        auto answer = worker(index);
        lock.lock();
        waiting[index % waiting.size()] = std::move(answer);
        changed.notify_all();
      }
    } catch (...) {
      const std::scoped_lock lock(mutex);
      failure = std::current_exception();
      changed.notify_all();
    }
  };
  std::vector<std::jthread> pool;
  pool.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) {
    pool.emplace_back(work);
  }
  while (taken < count) {
    std::unique_lock lock(mutex);
    auto& slot = waiting[taken % waiting.size()];
    changed.wait(lock, [&] { return slot.has_value() || failure; });
    if (failure) {
      break;
    }
    Answer answer = *std::exchange(slot, std::nullopt);
    ++taken;
    changed.notify_all();
    lock.unlock();
    take(std::move(answer));
  }
  pool.clear();
  if (failure) {
    std::rethrow_exception(failure);
  }
}

}  // namespace factbox::desk
