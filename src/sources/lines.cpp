#include "sources/lines.h"

#include <array>

namespace factbox::sources {

bool Lines::refill() {
  constexpr std::size_t kChunk = 64U << 10U;
  std::array<char, kChunk> chunk{};
  const std::size_t count = delivery_.take(chunk);
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  buffer_.append(chunk.data(), count);
  return count > 0;
}

std::optional<Line> Lines::next() {
  Line line{{}, ++number_, offset_, 0, false, true};
  std::size_t searched = 0;  // bytes of the line that hold no end
  for (;;) {
    const std::size_t end = buffer_.find('\n', begin_ + searched);
    if (end != std::string::npos) {
      line.size += end - begin_;
      line.too_long = line.too_long || line.size > max_bytes_;
      line.bytes = std::string_view{buffer_}.substr(begin_, line.too_long ? 0 : end - begin_);
      begin_ = end + 1;
      offset_ += line.size + 1;
      return line;
    }
    searched = buffer_.size() - begin_;
    if (line.size + searched > max_bytes_) {  // keep counting, stop keeping
      line.too_long = true;
      line.size += searched;
      begin_ = buffer_.size();
      searched = 0;
    }
    if (!refill()) {
      break;
    }
  }
  line.size += searched;
  line.ended = false;
  line.bytes = std::string_view{buffer_}.substr(begin_);
  begin_ = buffer_.size();
  offset_ += line.size;
  if (line.size == 0) {
    return std::nullopt;
  }
  return line;
}

}  // namespace factbox::sources
