#include "reports/formats/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/sha256.h"
#include "reports/double_encoding.h"
#include "reports/encoding.h"
#include "reports/formats/json_reports.h"
#include "reports/pages/read_page.h"

namespace factbox::reports::formats {
namespace {

/// XML that is no page: feeds and wires.
bool is_feed(std::string_view words) {
  constexpr std::array<std::string_view, 7> kRoots{
      "<rss", "<feed", "<rdf:RDF", "<urlset", "<sitemapindex", "<newsItem", "<newsMessage"};
  return std::ranges::any_of(kRoots, [&](std::string_view root) {
    const std::size_t at = words.substr(0, 2048).find(root);
    return at != std::string_view::npos &&
           words.substr(0, at).find("<html") == std::string_view::npos;
  });
}

}  // namespace

bool begins_as_html(std::string_view beginning, std::string_view /*path*/) {
  const Decoded utf16 = beginning.starts_with("\xff\xfe") || beginning.starts_with("\xfe\xff")
                            ? decode(beginning.substr(0, beginning.size() & ~std::size_t{1}), "")
                            : Decoded{};
  const std::string_view words =
      without_bom_and_space(utf16.text.empty() ? beginning : std::string_view{utf16.text});
  if (words.size() < 3 || words[0] != '<') {
    return false;
  }
  return (ascii::is_letter(words[1]) || words.starts_with("<!") || words.starts_with("<?xml")) &&
         !is_feed(words);
}

void read_html(sources::Delivery& delivery, Intake& intake) {
  const std::size_t limit =
      std::min(intake.options().max_page_bytes, intake.options().max_report_bytes);
  const auto bytes = delivery.take_all(limit);
  if (!bytes) {
    intake.trouble(1, 0,
                   {ErrorKind::too_large,
                    fmt::format("the page has more than {} bytes, which is all that is allowed; "
                                "is it one page?",
                                limit)});
    return;
  }
  const std::string& charset = intake.envelope().charset;  // the transport's word comes first
  Decoded decoded = decode(*bytes, charset.empty() ? declared_charset(*bytes) : charset);
  if (PutRight right = put_right_double_encoding(decoded.text); right.places > 0) {
    decoded.text = std::move(right.text);
    decoded.doubt += decoded.doubt.empty() ? "encoding: " : "; ";
    decoded.doubt += fmt::format("{} places were encoded twice, and are put right", right.places);
  }
  const ReadingTables& tables = intake.tables();
  auto reports = pages::read_page(decoded.text, intake.address(), tables.page_rules, tables.outlets,
                                  tables.dates);
  if (!reports) {
    intake.trouble(1, 0, std::move(reports).error());
    return;
  }
  const std::string sha256 = sha256_hex(*bytes);
  for (Report& report : *reports) {
    report.sha256 = sha256;
    if (!decoded.doubt.empty()) {
      report.doubts.push_back(decoded.doubt);
    }
    intake.take(std::move(report));
  }
}

}  // namespace factbox::reports::formats
