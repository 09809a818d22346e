// Unpacks any bytes: no more comes out than the limits allow, a break is told where it is, and how
// the bytes are asked for changes nothing.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/assert.h"
#include "sources/delivery.h"
#include "sources/lines.h"

namespace {

using namespace factbox::sources;

constexpr UnpackOptions kOptions{
    .max_bytes = 1U << 20U, .max_ratio = 100, .ratio_counts_from = 1U << 16U};

Delivery deliver(const std::string& bytes) {
  return {"packed", Came::from_memory, stream_of(bytes), kOptions};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes{reinterpret_cast<const char*>(data), size};
  Delivery whole = deliver(bytes);
  const auto content = whole.take_all(64U << 20U);
  FB_ASSERT(content && content->size() <= kOptions.max_bytes + (64U << 10U) + bytes.size());
  if (whole.trouble()) {
    FB_ASSERT(whole.trouble()->byte == content->size() && whole.trouble()->line > 0);
  }

  Delivery by_lines = deliver(bytes);
  Lines lines{by_lines, 1000};
  std::size_t at = 0;
  while (const auto line = lines.next()) {
    FB_ASSERT(line->offset == at);
    FB_ASSERT(line->too_long || content->compare(at, line->size, line->bytes) == 0);
    at += line->size + (line->ended ? 1 : 0);
  }
  FB_ASSERT(at == content->size());
  FB_ASSERT(by_lines.trouble().has_value() == whole.trouble().has_value());
  return 0;
}
