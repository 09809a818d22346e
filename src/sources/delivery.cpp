#include "sources/delivery.h"

#include <algorithm>
#include <array>
#include <utility>

namespace factbox::sources {
namespace {

constexpr std::size_t kChunk = 64U << 10U;

/// A stream whose first bytes have been read already.
class ResumedStream final : public ByteStream {
 public:
  ResumedStream(std::string first, std::unique_ptr<ByteStream> rest)
      : first_(std::move(first)), rest_(std::move(rest)) {}

  Result<std::size_t> read(std::span<char> into) override {
    if (at_ < first_.size()) {
      const std::size_t count = first_.copy(into.data(), into.size(), at_);
      at_ += count;
      return count;
    }
    return rest_->read(into);
  }

 private:
  std::string first_;
  std::size_t at_ = 0;
  std::unique_ptr<ByteStream> rest_;
};

}  // namespace

Delivery::Delivery(Envelope envelope, std::unique_ptr<ByteStream> content,
                   const UnpackOptions& options)
    : envelope_(std::move(envelope)), content_(std::move(content)) {
  // The packing is told by bytes that belong to the content, so they are put back before it.
  std::string first{look_ahead(kPackingMagicBytes)};
  packing_ = packing_of(first);
  ahead_.clear();
  line_ends_ = 0;
  content_ = unpack(std::make_unique<ResumedStream>(std::move(first), std::move(content_)),
                    packing_, options);
}

std::size_t Delivery::read(std::span<char> into) {
  if (trouble_) {
    return 0;
  }
  auto count = content_->read(into);
  if (!count) {
    const std::uint64_t at = offset_ + (ahead_.size() - ahead_begin_);
    trouble_ = Trouble{path(), line_ends_ + 1, at, std::move(count).error()};
    return 0;
  }
  line_ends_ += static_cast<std::uint64_t>(std::ranges::count(into.first(*count), '\n'));
  return *count;
}

std::string_view Delivery::look_ahead(std::size_t count) {
  if (ahead_begin_ > 0) {
    ahead_.erase(0, ahead_begin_);
    ahead_begin_ = 0;
  }
  std::array<char, kChunk> chunk{};
  while (ahead_.size() < count) {
    const std::size_t wanted = std::min(count - ahead_.size(), chunk.size());
    const std::size_t got = read(std::span{chunk}.first(wanted));
    if (got == 0) {
      break;
    }
    ahead_.append(chunk.data(), got);
  }
  return std::string_view{ahead_}.substr(0, count);
}

std::string_view Delivery::look_ahead_a_line(std::size_t most) {
  constexpr std::size_t kStep = 4096;
  std::size_t searched = 0;
  std::array<char, kStep> chunk{};
  static_cast<void>(look_ahead(1));
  for (;;) {
    const std::size_t end = ahead_.find('\n', searched);
    if (end != std::string::npos && end < most) {
      return std::string_view{ahead_}.substr(0, end + 1);
    }
    searched = ahead_.size();
    const std::size_t got =
        searched >= most ? 0 : read(std::span{chunk}.first(std::min(most - searched, kStep)));
    if (got == 0) {
      return std::string_view{ahead_}.substr(0, most);
    }
    ahead_.append(chunk.data(), got);
  }
}

std::size_t Delivery::take(std::span<char> into) {
  std::size_t count = 0;
  if (ahead_begin_ < ahead_.size()) {
    count = ahead_.copy(into.data(), into.size(), ahead_begin_);
    ahead_begin_ += count;
  } else {
    count = read(into);
  }
  offset_ += count;
  return count;
}

std::optional<std::string> Delivery::take_all(std::size_t limit) {
  std::string bytes;
  std::array<char, kChunk> chunk{};
  for (std::size_t count = take(chunk); count > 0; count = take(chunk)) {
    if (count > limit - bytes.size()) {
      return std::nullopt;
    }
    bytes.append(chunk.data(), count);
  }
  return bytes;
}

}  // namespace factbox::sources
