/// \file
/// Work that may be done at once, on whatever threads its owner has.
#pragma once

#include <cstddef>
#include <functional>

namespace factbox {

/// Runs independent pieces of work. A stage that could do several things at once takes one and
/// starts no thread of its own: who runs many stages side by side (`desk`) knows what is free.
class Executor {
 public:
  Executor() = default;
  virtual ~Executor() = default;
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;
  Executor(Executor&&) = delete;
  Executor& operator=(Executor&&) = delete;

  /// Calls `work` once for each index below `count`, in any order, perhaps on several threads; all
  /// are done when it returns. What one of them throws is thrown here.
  virtual void run(std::size_t count, const std::function<void(std::size_t)>& work) const = 0;
};

/// One after another, on the calling thread.
class OneByOne final : public Executor {
 public:
  void run(std::size_t count, const std::function<void(std::size_t)>& work) const override {
    for (std::size_t index = 0; index < count; ++index) {
      work(index);
    }
  }
};

}  // namespace factbox
