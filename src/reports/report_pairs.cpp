#include "reports/report_pairs.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "reports/formats/json_reports.h"
#include "sources/lines.h"

namespace factbox::reports {
namespace {

using nlohmann::json;

/// One side of a pair, read as every report is; or why it can't be used.
Result<ReportPtr> side_of(const json& pair, const char* name, const std::string& path,
                          const ReadingTables& tables, const ReadOptions& options) {
  const auto side = pair.find(name);
  if (side == pair.end() || !side->is_object()) {
    return tl::unexpected(
        Error{ErrorKind::malformed, fmt::format("\"{}\" must be a report, an object", name)});
  }
  const sources::Envelope envelope{path};
  Gathering gathering;
  Intake intake{envelope, tables, options, gathering};
  const std::string words = side->dump(-1, ' ', false, json::error_handler_t::replace);
  formats::JsonText text{words, 1, 0};
  formats::read_json_report(text, intake);
  const ReadReports& read = gathering.read;
  if (!read.troubles.empty()) {
    return tl::unexpected(Error{read.troubles.front().error.kind,
                                fmt::format("\"{}\": {}", name, read.troubles.front().error.what)});
  }
  return read.reports.front();
}

Result<ReportPair> pair_of(const sources::Line& line, const std::string& path,
                           const ReadingTables& tables, const ReadOptions& options) {
  const json pair = json::parse(line.bytes, nullptr, false);
  if (!pair.is_object()) {
    return tl::unexpected(
        Error{ErrorKind::malformed, "the line is no pair: {\"id\", \"a\": report, \"b\": report}"});
  }
  ReportPair read;
  const auto id = pair.find("id");  // not English: a field
  if (id == pair.end() || id->is_null()) {
    read.id = fmt::format("{}", line.number);
  } else {
    read.id = id->is_string() ? id->get<std::string>() : id->dump();
  }
  FB_TRY(a, side_of(pair, "a", path, tables, options));
  FB_TRY(b, side_of(pair, "b", path, tables, options));
  read.a = std::move(a);
  read.b = std::move(b);
  return read;
}

}  // namespace

ReadPairs read_pairs(sources::Delivery& delivery, const ReadingTables& tables,
                     const ReadOptions& options) {
  ReadPairs read;
  sources::Lines lines{delivery, options.max_report_bytes};
  while (const auto line = lines.next()) {
    const auto trouble = [&](Error error) {
      read.troubles.push_back({delivery.path(), line->number, line->offset, std::move(error)});
    };
    if (line->too_long) {
      trouble({ErrorKind::too_large, fmt::format("the line has {} bytes, and {} are allowed",
                                                 line->size, options.max_report_bytes)});
      continue;
    }
    if (formats::without_bom_and_space(line->bytes).empty()) continue;
    auto pair = pair_of(*line, delivery.path(), tables, options);
    if (pair) {
      read.pairs.push_back(std::move(*pair));
    } else {
      trouble(std::move(pair).error());
    }
  }
  if (const auto& broke_off = delivery.trouble()) read.troubles.push_back(*broke_off);
  return read;
}

}  // namespace factbox::reports
