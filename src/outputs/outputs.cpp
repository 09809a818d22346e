#include "outputs/outputs.h"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "outputs/annotations.h"
#include "outputs/docx.h"
#include "outputs/factbox_json.h"
#include "outputs/json_ld.h"
#include "outputs/ninjs.h"
#include "outputs/page_csv.h"
#include "outputs/page_html.h"
#include "outputs/page_text.h"

namespace factbox::outputs {
namespace {

std::string render_json(const factboxes::Factbox& page, const OutputOptions& /*options*/) {
  return write_factbox_json(page);
}

constexpr std::array kFormats = {
    Format{"text", "txt", render_text},
    Format{"md", "md", render_markdown},
    Format{"html", "html", render_html},
    Format{"json", "json", render_json},
    Format{"ninjs", "ninjs.json", render_ninjs},
    Format{"jsonld", "jsonld", render_json_ld},
    Format{"annotations", "annotations.json", render_annotations},
    Format{"csv", "csv", render_csv},
    Format{"docx", "docx", render_docx},
};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

Result<Format> find_format(std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& format : kFormats) {
    if (format.name == name) {
      return format;
    }
    names.push_back(format.name);
  }
  return tl::unexpected(
      Error{ErrorKind::unsupported, fmt::format("no output format is called \"{}\"; there are: {}",
                                                name, fmt::join(names, ", "))});
}

}  // namespace factbox::outputs
