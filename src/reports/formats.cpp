#include "reports/formats.h"

#include <array>

#include "reports/formats/feed.h"
#include "reports/formats/html.h"
#include "reports/formats/json_document.h"
#include "reports/formats/json_lines.h"
#include "reports/formats/json_wires.h"
#include "reports/formats/mhtml.h"
#include "reports/formats/newsml.h"
#include "reports/formats/plain_text.h"
#include "reports/formats/warc.h"
#include "reports/formats/wide_json.h"

// not English in this file: names of formats.

namespace factbox::reports {

std::span<const Format> all_formats() {
  static constexpr std::array kFormats{
      Format{"WARC", formats::begins_as_warc, formats::read_warc},
      Format{"wide JSON", formats::begins_as_wide_json, formats::read_wide_json},
      Format{"ninjs", formats::begins_as_ninjs, formats::read_ninjs},
      Format{"JSON Feed", formats::begins_as_json_feed, formats::read_json_feed},
      Format{"JSON document", formats::begins_as_json_document, formats::read_json_document},
      Format{"JSON Lines", formats::begins_as_json_lines, formats::read_json_lines},
      Format{"NewsML-G2", formats::begins_as_newsml, formats::read_newsml},
      Format{"feed", formats::begins_as_feed, formats::read_feed},
      Format{"HTML", formats::begins_as_html, formats::read_html},
      Format{"MHTML", formats::begins_as_mhtml, formats::read_mhtml},
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
