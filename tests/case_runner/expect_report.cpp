#include "case_runner/expect_report.h"

#include <fmt/format.h>

#include <string>

#include "case_runner/case_file.h"
#include "case_runner/case_world.h"

namespace factbox::cases {
namespace {

/// Words that stand bare in a case file: read as it reads them, at commas.
void add(FoundBlock& block, const std::string& name, const std::string& words) {
  const auto values = words.empty() ? Result<std::vector<CaseValue>>{} : read_values(words);
  if (!values || values->empty()) {
    return;
  }
  FoundField field{name, {}};
  for (const CaseValue& value : *values) {
    field.values.push_back({{}, value.words, value.as, value.equals});
  }
  block.fields.push_back(std::move(field));
}

/// Paragraphs on one line, and quotation marks that a case file wouldn't take for its own.
std::string on_one_line(std::string words) {
  for (std::size_t at = words.find("\n\n"); at != std::string::npos; at = words.find("\n\n")) {
    words.replace(at, 2, " / ");
  }
  for (char& c : words) {
    c = c == '"' ? '\'' : c == '\n' ? '|' : c;
  }
  return words;
}

}  // namespace

std::vector<FoundBlock> find_report_blocks(const CaseWorld& world) {
  std::vector<FoundBlock> blocks;
  for (const reports::ReadReports& file : world.files) {
    for (const reports::ReportPtr& report : file.reports) {
      FoundBlock block;
      add(block, "title", on_one_line(report->title));
      add(block, "outlet", report->outlet);
      add(block, "published", report->published);
      add(block, "modified", report->modified);
      add(block, "anchor", report->anchor);
      add(block, "authors", fmt::format("{}", fmt::join(report->authors, ", ")));
      add(block, "dateline", report->dateline);
      add(block, "agency", report->agency);
      add(block, "section", report->section);
      add(block, "url", report->url);
      add(block, "lang", report->lang);
      add(block, "text", on_one_line(report->text));
      add(block, "doubt", on_one_line(fmt::format("{}", fmt::join(report->doubts, ", "))));
      blocks.push_back(std::move(block));
    }
  }
  return blocks;
}

std::vector<FoundBlock> find_trouble_blocks(const CaseWorld& world) {
  std::vector<FoundBlock> blocks;
  for (const reports::ReadReports& file : world.files) {
    for (const sources::Trouble& trouble : file.troubles) {
      FoundBlock block;
      add(block, "line", fmt::format("{}", trouble.line));
      add(block, "byte", fmt::format("{}", trouble.byte));
      add(block, "says", on_one_line(trouble.error.what));
      blocks.push_back(std::move(block));
    }
  }
  return blocks;
}

}  // namespace factbox::cases
