#include "outputs/zip.h"

#include <zlib.h>

#include <limits>

#include "base/assert.h"

namespace factbox::outputs {
namespace {

constexpr std::uint16_t kVersion = 20;     // 2.0: the oldest that readers know
constexpr std::uint16_t kFirstDay = 0x21;  // 1 January 1980, before which the form knows no day

void put16(std::string& out, std::uint16_t value) {
  out += static_cast<char>(value & 0xFFU);
  out += static_cast<char>(value >> 8U);
}

void put32(std::string& out, std::uint32_t value) {
  put16(out, static_cast<std::uint16_t>(value & 0xFFFFU));
  put16(out, static_cast<std::uint16_t>(value >> 16U));
}

/// What stands both before a file and in the directory.
void put_facts(std::string& out, std::string_view name, std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const auto sum = ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), size);
  put16(out, kVersion);
  put16(out, 0);  // flags
  put16(out, 0);  // stored
  put16(out, 0);  // midnight
  put16(out, kFirstDay);
  put32(out, static_cast<std::uint32_t>(sum));
  put32(out, size);
  put32(out, size);
  put16(out, static_cast<std::uint16_t>(name.size()));
  put16(out, 0);  // nothing extra
}

}  // namespace

void ZipFile::add(std::string_view name, std::string_view bytes) {
  FB_ASSERT(bytes.size() + files_.size() < std::numeric_limits<std::uint32_t>::max());
  const auto offset = static_cast<std::uint32_t>(files_.size());
  put32(files_, 0x04034B50);
  put_facts(files_, name, bytes);
  files_ += name;
  files_ += bytes;
  put32(directory_, 0x02014B50);
  put16(directory_, kVersion);
  put_facts(directory_, name, bytes);
  put16(directory_, 0);  // no comment
  put16(directory_, 0);  // disk
  put16(directory_, 0);  // attributes
  put32(directory_, 0);
  put32(directory_, offset);
  directory_ += name;
  ++count_;
}

std::string ZipFile::take() && {
  const auto offset = static_cast<std::uint32_t>(files_.size());
  const auto size = static_cast<std::uint32_t>(directory_.size());
  std::string whole = std::move(files_);
  whole += directory_;
  put32(whole, 0x06054B50);
  put32(whole, 0);  // disks
  put16(whole, count_);
  put16(whole, count_);
  put32(whole, size);
  put32(whole, offset);
  put16(whole, 0);  // no comment
  return whole;
}

}  // namespace factbox::outputs
