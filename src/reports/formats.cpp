#include "reports/formats.h"

#include <array>

#include "reports/formats/feed.h"
#include "reports/formats/html.h"
#include "reports/formats/json_document.h"
#include "reports/formats/json_lines.h"
#include "reports/formats/plain_text.h"

namespace factbox::reports {

std::span<const Format> all_formats() {
  static constexpr std::array kFormats{
      Format{"JSON document", formats::begins_as_json_document, formats::read_json_document},
      Format{"JSON Lines", formats::begins_as_json_lines, formats::read_json_lines},
      Format{"feed", formats::begins_as_feed, formats::read_feed},  // not English: a format
      Format{"HTML", formats::begins_as_html, formats::read_html},
      // not English: a format.
      Format{"plain text", formats::begins_as_text, formats::read_plain_text},
  };
  return kFormats;
}

const Format* format_of(std::string_view beginning, std::string_view path) {
  for (const Format& format : all_formats()) {
    if (format.begins_so(beginning, path)) {
      return &format;
    }
  }
  return nullptr;
}

}  // namespace factbox::reports
