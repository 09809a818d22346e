#include "codec/envelope.h"

#include <fmt/format.h>
#include <zlib.h>

#include <limits>

#include "base/assert.h"

namespace factbox::codec {

namespace {

constexpr std::size_t kMagic = 4;
constexpr std::size_t kVersion = 4;    // where it stands; two bytes, then two that are 0
constexpr std::size_t kLength = 8;     // four bytes
constexpr std::size_t kChecksum = 12;  // four bytes
constexpr unsigned kByte = 8;

void put(std::string& bytes, std::uint32_t number, std::size_t size) {
  for (std::size_t n = 0; n < size; ++n) {
    bytes.push_back(static_cast<char>(static_cast<unsigned char>(number >> (n * kByte))));
  }
}

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t n = 0; n < size; ++n) {
    number |= std::uint32_t{static_cast<unsigned char>(bytes[at + n])} << (n * kByte);
  }
  return number;
}

/// Of all but the checksum itself: a flipped bit of the version or of the length is seen too.
std::uint32_t checksum(std::string_view before, std::string_view body) {
  const auto bytes = [](std::string_view part) {
    return reinterpret_cast<const Bytef*>(part.data());
  };
  const uLong first = crc32_z(0, bytes(before), before.size());
  return static_cast<std::uint32_t>(crc32_z(first, bytes(body), body.size()));
}

tl::unexpected<Error> refused(ErrorKind kind, std::string what) {
  return tl::unexpected(Error{kind, std::move(what)});
}

}  // namespace

std::string seal(const Kind& kind, std::string_view body) {
  FB_ASSERT(kind.magic.size() == kMagic);
  FB_ASSERT(body.size() <= std::numeric_limits<std::uint32_t>::max());
  std::string bytes;
  bytes.reserve(kEnvelopeBytes + body.size());
  bytes.append(kind.magic);
  put(bytes, kind.version, kLength - kVersion);
  put(bytes, static_cast<std::uint32_t>(body.size()), kChecksum - kLength);
  put(bytes, checksum(bytes, body), kEnvelopeBytes - kChecksum);
  return bytes.append(body);
}

Result<std::string_view> open(const Kind& kind, std::string_view bytes) {
  if (bytes.size() < kEnvelopeBytes || !bytes.starts_with(kind.magic)) {
    return refused(ErrorKind::malformed,
                   fmt::format("these {} bytes are no {}", bytes.size(), kind.name));
  }
  const std::uint32_t version = number_at(bytes, kVersion, kLength - kVersion);
  if (version != kind.version) {
    return refused(
        ErrorKind::unsupported,
        fmt::format("a {} of version {}, and this program reads version {}: make it anew "
                    "from the report",
                    kind.name, version, kind.version));
  }
  const std::uint32_t length = number_at(bytes, kLength, kChecksum - kLength);
  const auto body = bytes.substr(kEnvelopeBytes);
  if (body.size() != length) {
    return refused(ErrorKind::malformed,
                   fmt::format("a {} of {} bytes, of which {} are there: it was cut short, or "
                               "something was added",
                               kind.name, length, body.size()));
  }
  if (number_at(bytes, kChecksum, kEnvelopeBytes - kChecksum) !=
      checksum(bytes.substr(0, kChecksum), body)) {
    return refused(ErrorKind::malformed,
                   fmt::format("the bytes of a {} aren't those that were written (checksum): make "
                               "it anew from the report",
                               kind.name));
  }
  return body;
}

}  // namespace factbox::codec
