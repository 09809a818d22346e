#include "reports/formats/wide_json.h"

#include <memory>
#include <string>

#include "reports/encoding.h"
#include "reports/formats/json_document.h"
#include "reports/formats/json_lines.h"
#include "reports/text_stream.h"

namespace factbox::reports::formats {
namespace {

/// A delivery's bytes, in UTF-8.
class InUtf8 final : public sources::ByteStream {
 public:
  explicit InUtf8(sources::Delivery& delivery) : text_(delivery, "") {}

  Result<std::size_t> read(std::span<char> into) override {
    while (at_ == portion_.size()) {
      portion_.clear();
      at_ = 0;
      if (!text_.append_to(portion_) && portion_.empty()) {
        return 0U;
      }
    }
    const std::size_t count = portion_.copy(into.data(), into.size(), at_);
    at_ += count;
    return count;
  }

 private:
  TextStream text_;
  std::string portion_;
  std::size_t at_ = 0;
};

}  // namespace

bool begins_as_wide_json(std::string_view beginning, std::string_view /*path*/) {
  constexpr std::size_t kEnough = 64;
  const std::string_view charset = wide_charset_of(beginning);
  if (charset.empty()) {
    return false;
  }
  const std::string text = decode_as(beginning.substr(0, kEnough), charset);
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin != std::string::npos && (text[begin] == '{' || text[begin] == '[');
}

void read_wide_json(sources::Delivery& delivery, Intake& intake) {
  constexpr std::size_t kEnough = 64U << 10U;
  sources::Delivery text{delivery.envelope(), std::make_unique<InUtf8>(delivery)};
  const std::string beginning{text.look_ahead(kEnough)};
  if (begins_as_json_document(beginning, delivery.path())) {
    read_json_document(text, intake);
  } else {
    read_json_lines(text, intake);
  }
}

}  // namespace factbox::reports::formats
