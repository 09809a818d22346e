#include "codec/byte_writer.h"

#include <bit>

namespace factbox::codec {

namespace {

constexpr unsigned kSevenBits = 7;
constexpr std::uint64_t kMore = 0x80;

}  // namespace

void ByteWriter::number(std::uint64_t value) {
  while (value >= kMore) {
    byte(static_cast<std::uint8_t>(value | kMore));
    value >>= kSevenBits;
  }
  byte(static_cast<std::uint8_t>(value));
}

void ByteWriter::signed_number(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  number((bits << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void ByteWriter::real(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  for (unsigned shift = 0; shift < sizeof(bits) * 8; shift += 8) {
    byte(static_cast<std::uint8_t>(bits >> shift));
  }
}

void ByteWriter::whole(std::string_view words) {
  number(words.size());
  bytes_.append(words);
}

void ByteWriter::words(const std::string& words) {
  // 0 and 1: the words follow, and are remembered only if 1; else two more than the number of
  // remembered words before these.
  if (words.size() > kLongestRemembered) {
    number(0);
    whole(words);
    return;
  }
  const auto found = seen_.find(words);
  if (found != seen_.end() &&
      repeated_ + words.size() <= kRepeatedAtFirst + kRepeatedPerByte * bytes_.size()) {
    repeated_ += words.size();
    number(std::uint64_t{found->second} + 2);
    return;
  }
  if (found != seen_.end()) {
    number(0);
  } else {
    seen_.emplace(words, static_cast<std::uint32_t>(seen_.size()));
    number(1);
  }
  whole(words);
}

void ByteWriter::range(ByteRange range, std::string_view /*text*/) {
  signed_number(std::int64_t{range.begin} - std::int64_t{last_});
  number(range.size());
  last_ = range.begin;
}

}  // namespace factbox::codec
