#include "codec/byte_reader.h"

#include <fmt/format.h>

#include <bit>
#include <cmath>

#include "codec/byte_writer.h"
#include "reports/encoding.h"

namespace factbox::codec {

namespace {

constexpr unsigned kSevenBits = 7;
constexpr std::uint8_t kMore = 0x80;
constexpr unsigned kBits = 64;
/// Moments that a calendar of four-digit years can print, with room at both ends.
constexpr std::int64_t kFirstMoment = -100'000'000'000;  // before the year -1000
constexpr std::int64_t kLastMoment = 300'000'000'000;    // in the year 11476
constexpr std::int64_t kWidestOffset = std::int64_t{4} * 86'400;

}  // namespace

void ByteReader::fail(std::string_view what) {
  trouble_ = fmt::format("a read report can't be read at byte {}: {}", at_, what);
  at_ = bytes_.size();
}

std::uint8_t ByteReader::byte() {
  if (at_ >= bytes_.size()) {
    require(false, "it ends too soon");
    return 0;
  }
  return static_cast<std::uint8_t>(bytes_[at_++]);
}

std::uint64_t ByteReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < kBits; shift += kSevenBits) {
    const std::uint8_t next = byte();
    value |= (std::uint64_t{next} & (kMore - 1U)) << shift;
    if (next < kMore) {
      return value;
    }
  }
  require(false, "a number without an end");
  return 0;
}

std::int64_t ByteReader::signed_number() {
  const std::uint64_t bits = number();
  return static_cast<std::int64_t>((bits >> 1U) ^ ((bits & 1U) != 0 ? ~std::uint64_t{0} : 0));
}

std::size_t ByteReader::count() {
  const std::uint64_t value = number();
  require(value <= bytes_.size() - at_, "more is said to follow than there are bytes");
  return sound() ? static_cast<std::size_t>(value) : 0;
}

void ByteReader::number(std::uint32_t& value) {
  const std::uint64_t read = number();
  require(read <= ~std::uint32_t{0}, "a number that is too large");
  value = sound() ? static_cast<std::uint32_t>(read) : 0;
}

void ByteReader::real(double& value) {
  std::uint64_t bits = 0;
  for (unsigned shift = 0; shift < kBits; shift += 8) {
    bits |= std::uint64_t{byte()} << shift;
  }
  value = std::bit_cast<double>(bits);
  require(!std::isnan(value), "a number that is none");
  value = sound() ? value : 0;
}

void ByteReader::flag(bool& value) {
  const std::uint8_t read = byte();
  require(read <= 1, "neither yes nor no");
  value = read == 1;
}

void ByteReader::index(std::uint32_t& value, std::size_t size) {
  number(value);
  require(value < size, "something that isn't there is referred to");
  value = sound() ? value : 0;
}

void ByteReader::moment(std::chrono::sys_seconds& value) {
  const std::int64_t read = signed_number();
  require(read >= kFirstMoment && read <= kLastMoment, "a moment that no calendar has");
  value = std::chrono::sys_seconds{std::chrono::seconds{sound() ? read : 0}};
}

void ByteReader::seconds(std::chrono::seconds& value) {
  const std::int64_t read = signed_number();
  require(read >= -kWidestOffset && read <= kWidestOffset, "a zone that there isn't");
  value = std::chrono::seconds{sound() ? read : 0};
}

std::string_view ByteReader::taken() {
  const std::size_t size = count();
  const auto words = bytes_.substr(at_, size);
  at_ += size;
  return words;
}

void ByteReader::whole(std::string& words) {
  const auto read = taken();
  require(reports::find_bad_utf8(read) == std::string_view::npos, "words that are no UTF-8");
  words = sound() ? read : std::string_view{};
}

void ByteReader::words(std::string& words) {
  const std::size_t begin = at_;
  const std::uint64_t how = number();
  if (how < 2) {
    whole(words);
    if (how == 1 && sound()) {
      require(words.size() <= kLongestRemembered, "words too long to be referred to");
      seen_.push_back(bytes_.substr(at_ - words.size(), words.size()));
    }
    return;
  }
  require(how - 2 < seen_.size(), "words that didn't stand before");
  if (!sound()) {
    words.clear();
    return;
  }
  words = seen_[static_cast<std::size_t>(how - 2)];
  repeated_ += words.size();
  require(repeated_ <= kRepeatedAtFirst + kRepeatedPerByte * begin, "words repeated too often");
}

void ByteReader::range(ByteRange& range, std::string_view text) {
  const std::int64_t from = signed_number();
  const std::uint64_t size = number();
  const auto whole = static_cast<std::int64_t>(text.size());
  constexpr std::int64_t kFarthest = ~std::uint32_t{0};
  require(from >= -kFarthest && from <= kFarthest, "a place outside of the text");
  const std::int64_t begin = sound() ? std::int64_t{last_} + from : 0;
  require(begin >= 0 && begin <= whole && size <= static_cast<std::uint64_t>(whole - begin),
          "a place outside of the text");
  if (!sound()) {
    range = {};
    return;
  }
  range = {static_cast<std::uint32_t>(begin),
           static_cast<std::uint32_t>(begin + static_cast<std::int64_t>(size))};
  require(on_letter(text, range.begin) && on_letter(text, range.end), "a place inside of a letter");
  last_ = range.begin;
}

Result<void> ByteReader::finish() {
  require(at_ == bytes_.size(), "bytes that nobody asked for");
  if (!sound()) {
    return tl::unexpected(Error{ErrorKind::malformed, trouble_});
  }
  return {};
}

}  // namespace factbox::codec
