/// \file
/// The way of a report through the stages, on one machine.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "codec/read_report.h"
#include "desk/knowledge.h"
#include "desk/listener.h"
#include "readers/network/network.h"
#include "reports/report.h"
#include "statements/read_report.h"
#include "texts/scheme.h"

namespace factbox::desk {

/// A stage, and the version of what it makes of the same input. Whoever keeps results keeps the
/// versions of the stages that they came through; those of an older version are made anew.
struct Stage {
  std::string_view name;
  std::uint32_t version;
};

/// All stages in the order in which a report passes. Raise a stage's version in the commit that
/// changes what it makes.
[[nodiscard]] std::span<const Stage> stages();

/// Those that a read report came through, as it is kept with them.
[[nodiscard]] codec::StageVersions stages_of_reading();

/// Takes reports through the stages from `language` to `statements`. One a thread.
class ReportReader {
 public:
  /// `knowledge` of a language, loaded to the depth of statements.
  explicit ReportReader(std::shared_ptr<const LanguageKnowledge> knowledge);

  /// Same report, same answer, whatever was read before.
  [[nodiscard]] statements::ReadReport read(const reports::ReportPtr& report);

 private:
  std::shared_ptr<const LanguageKnowledge> knowledge_;
  language::Reader words_;
  texts::SheetMaker sheets_;
  readers::Workspace network_;
};

/// Reads all reports, on so many threads; the answers stand in their order, whatever the threads.
[[nodiscard]] std::vector<statements::ReadReport> read_all(
    const std::vector<reports::ReportPtr>& reports,
    const std::shared_ptr<const LanguageKnowledge>& knowledge, unsigned jobs, Listener& listener);

}  // namespace factbox::desk
