#include "outputs/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/letters.h"
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

/// What people call forms beside our own names and the endings of files.
constexpr std::array kOtherNames = {
    std::pair<std::string_view, std::string_view>{"markdown", "md"},
    std::pair<std::string_view, std::string_view>{"htm", "html"},
    std::pair<std::string_view, std::string_view>{"xhtml", "html"},
    std::pair<std::string_view, std::string_view>{"plain", "text"},
    std::pair<std::string_view, std::string_view>{"word", "docx"},
    std::pair<std::string_view, std::string_view>{"json-ld", "jsonld"},
};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

Result<Format> find_format(std::string_view name) {
  const auto small = in_small_letters(name);
  const auto* other =
      std::ranges::find(kOtherNames, small, [](const auto& row) { return row.first; });
  const std::string_view meant =
      other == kOtherNames.end() ? std::string_view{small} : other->second;
  std::vector<std::string_view> names;
  for (const auto& format : kFormats) {
    if (format.name == meant || format.extension == meant) {
      return format;
    }
    names.push_back(format.name);
  }
  return tl::unexpected(
      Error{ErrorKind::unsupported, fmt::format("no form of a page is called “{}”; there are: {}",
                                                name, fmt::join(names, ", "))});
}

Result<Format> find_format_of_file(std::string_view file) {
  const auto name = in_small_letters(file.substr(file.rfind('/') + 1));
  for (auto dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1)) {
    if (auto format = find_format(std::string_view{name}.substr(dot + 1))) {
      return format;
    }
  }
  const auto dot = name.rfind('.');
  if (dot == std::string::npos || dot == 0) {
    return kFormats.front();
  }
  return tl::unexpected(
      Error{ErrorKind::unsupported,
            fmt::format("{}: no form of a page goes by the ending “{}”; say which "
                        "is meant by --format",
                        file, name.substr(dot))});
}

}  // namespace factbox::outputs
