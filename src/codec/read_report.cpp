#include "codec/read_report.h"

#include <memory>
#include <utility>

#include "codec/byte_reader.h"
#include "codec/byte_writer.h"
#include "codec/sheet_bytes.h"
#include "codec/walk.h"

namespace factbox::codec {

namespace {

template <class Way>
void walk_stages(Way& way, Of<Way, StageVersions> stages) {
  for (auto* version : {&stages.reports, &stages.language, &stages.mentions, &stages.statements}) {
    way.number(*version);
  }
}

template <class Way>
void walk_found(Way& way, Of<Way, statements::ReadReport> read) {
  const reports::Report& report = *read.report;
  walk_mentions(way, read.mentions, report);
  for (auto* found : {&read.statements, &read.asides}) {
    way.list(*found, [&](auto& one) { walk_statement(way, one, report); });
  }
  way.list(read.doubts, [&](auto& doubt) { way.words(doubt); });
}

}  // namespace

std::string encode(const statements::ReadReport& read, const StageVersions& stages) {
  ByteWriter writer;
  walk_stages(writer, stages);
  walk_report(writer, *read.report);
  write_sheet(writer, read.text);
  write_sheet(writer, read.title);
  walk_found(writer, read);
  return seal(kReadReport, std::move(writer).take());
}

Result<statements::ReadReport> decode(std::string_view bytes) {
  FB_TRY(body, open(kReadReport, bytes));
  ByteReader reader{body};
  StageVersions stages;
  walk_stages(reader, stages);
  auto report = std::make_shared<reports::Report>();
  walk_report(reader, *report);
  statements::ReadReport read;
  read.report = std::move(report);
  // Both fields stay alive with the report that holds them.
  read.text = read_sheet(reader, {read.report, &read.report->text});
  read.title = read_sheet(reader, {read.report, &read.report->title});
  walk_found(reader, read);
  if (auto whole = reader.finish(); !whole) {
    return tl::unexpected(std::move(whole).error());
  }
  return read;
}

Result<StageVersions> stages_of(std::string_view bytes) {
  FB_TRY(body, open(kReadReport, bytes));
  ByteReader reader{body};
  StageVersions stages;
  walk_stages(reader, stages);
  if (!reader.sound()) {
    return tl::unexpected(reader.finish().error());
  }
  return stages;
}

}  // namespace factbox::codec
