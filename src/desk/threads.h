/// \file
/// The threads of the desk: the only ones that the stages run on.
#pragma once

#include <cstddef>
#include <functional>

#include "base/executor.h"

namespace factbox::desk {

/// Does work on at most so many threads, the calling one among them.
class Threads final : public Executor {
 public:
  /// At least one.
  explicit Threads(unsigned most);

  void run(std::size_t count, const std::function<void(std::size_t)>& work) const override;

  [[nodiscard]] unsigned most() const { return most_; }

 private:
  unsigned most_;
};

/// As many as this machine runs at once.
[[nodiscard]] unsigned threads_of_this_machine();

}  // namespace factbox::desk
