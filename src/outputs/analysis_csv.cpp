#include "outputs/analysis_csv.h"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "outputs/analysis_words.h"
#include "outputs/chains.h"
#include "outputs/csv.h"
#include "outputs/readable.h"

namespace factbox::outputs {
namespace {

using statements::ReadReport;
using Cells = std::vector<std::string>;

/// The report's own cells, which begin every row, and then the others.
std::string row_with(const reports::Report& report, Cells others) {
  Cells cells{report.id, readable(report.outlet), report.published, readable(report.title),
              linkable(report.url)};
  cells.insert(cells.end(), others.begin(), others.end());
  return csv_row(cells);
}

std::string header_with(Cells others) {
  Cells cells{"report", "outlet", "published", "title", "url"};
  cells.insert(cells.end(), others.begin(), others.end());
  return csv_row(cells);
}

std::string words_of(const std::vector<ByteRange>& ranges, std::string_view text) {
  std::string words;
  for (const auto range : ranges) {
    words += (words.empty() ? "" : " … ") + readable(range.in(text));
  }
  return words;
}

std::string value_of(const std::optional<statements::StatedTime>& time) {
  return time ? time->value : "";
}

std::string number(std::uint32_t value) {
  return fmt::format("{}", value);
}

std::string statements_header() {
  return header_with({"field", "text", "speaker", "entity", "anonymous", "chain", "verb", "kind",
                      "act", "modality", "polarity", "said", "event", "confidence", "aside",
                      "start", "end"});
}

std::string statement_row(const ReadReport& read, const statements::Statement& statement,
                          bool aside) {
  const auto& report = *read.report;
  const auto& text = report.of(statement.field);
  const bool has = !statement.content.empty();
  const statements::ChainMember nobody;
  const auto& first = statement.chain.empty() ? nobody : statement.chain.front();
  return row_with(
      report, {std::string{word_for(kFieldWords, statement.field)},
               words_of(statement.content, text), readable(speaker_of(statement.chain)),
               first.entity, std::string{word_for(kAnonymityWords, first.anonymous)},
               readable(chain_in_words(statement.chain)), verb_of(statement.chain),
               std::string{word_for(kKindWords, statement.kind)},
               std::string{word_for(kActWords, statement.act)},
               std::string{word_for(kModalityWords, statement.modality)},
               std::string{word_for(kPolarityWords, statement.polarity)}, value_of(statement.said),
               value_of(statement.event), fmt::format("{:.3g}", statement.confidence),
               aside ? "true" : "false", has ? number(statement.content.front().begin) : "",
               has ? number(statement.content.back().end) : ""});
}

std::string statements_rows(const ReadReport& read) {
  std::string rows;
  for (const auto& statement : read.statements) {
    rows += statement_row(read, statement, false);
  }
  for (const auto& statement : read.asides) {
    rows += statement_row(read, statement, true);
  }
  return rows;
}

std::string figures_header() {
  return header_with(
      {"field", "text", "low", "high", "qualifier", "bound", "unit", "of", "start", "end"});
}

std::string figures_rows(const ReadReport& read) {
  std::string rows;
  for (const auto& figure : read.mentions.figures) {
    const auto range = figure.where.range;
    rows +=
        row_with(*read.report,
                 {std::string{word_for(kFieldWords, figure.where.field)},
                  readable(range.in(read.report->of(figure.where.field))),
                  fmt::format("{}", figure.low), figure.high ? fmt::format("{}", *figure.high) : "",
                  readable(figure.qualifier), std::string{word_for(kBoundWords, figure.bound)},
                  figure.unit, readable(figure.of), number(range.begin), number(range.end)});
  }
  return rows;
}

std::string names_header() {
  return header_with({"field", "text", "type", "kind", "name", "entity", "start", "end"});
}

std::string names_rows(const ReadReport& read) {
  std::string rows;
  const mentions::Entity none;
  for (const auto& mention : read.mentions.names) {
    const auto& entities = read.mentions.entities;
    const auto& entity = mention.entity < entities.size() ? entities[mention.entity] : none;
    const auto range = mention.where.range;
    rows += row_with(
        *read.report,
        {std::string{word_for(kFieldWords, mention.where.field)},
         readable(range.in(read.report->of(mention.where.field))),
         std::string{texts::shown(mention.type)}, mention.kind.empty() ? entity.kind : mention.kind,
         readable(entity.name), entity.id, number(range.begin), number(range.end)});
  }
  return rows;
}

std::string times_header() {
  return header_with({"field", "text", "type", "value", "start", "end"});
}

std::string times_rows(const ReadReport& read) {
  std::string rows;
  for (const auto& time : read.mentions.times) {
    const auto range = time.where.range;
    rows += row_with(*read.report, {std::string{word_for(kFieldWords, time.where.field)},
                                    readable(range.in(read.report->of(time.where.field))),
                                    std::string{word_for(kTimexWords, time.type)}, time.value,
                                    number(range.begin), number(range.end)});
  }
  return rows;
}

constexpr std::array kTables{
    AnalysisTable{"statements", &statements_header, &statements_rows},
    AnalysisTable{"figures", &figures_header, &figures_rows},
    AnalysisTable{"names", &names_header, &names_rows},
    AnalysisTable{"times", &times_header, &times_rows},
};

}  // namespace

std::span<const AnalysisTable> analysis_tables() {
  return kTables;
}

Result<AnalysisTable> find_analysis_table(std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& table : kTables) {
    if (table.name == name) {
      return table;
    }
    names.push_back(table.name);
  }
  return tl::unexpected(
      Error{ErrorKind::unsupported,
            fmt::format("no table is called \"{}\"; there are: {}", name, fmt::join(names, ", "))});
}

}  // namespace factbox::outputs
