/// \file
/// The way of a report through the stages, on one machine.
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "factboxes/house_style.h"
#include "language/pipeline.h"
#include "mentions/find_mentions.h"
#include "readers/network/network.h"
#include "reports/outlets.h"
#include "reports/reading.h"
#include "reports/report.h"
#include "statements/find_statements.h"
#include "statements/read_report.h"
#include "statements/statement_tables.h"
#include "stories/lexicon.h"

namespace factbox::desk {

/// The model and the tables that the stages go by: loaded once, then never changed, shared by all
/// threads.
struct Knowledge {
  std::shared_ptr<const language::Pipeline> language;
  std::shared_ptr<const reports::ReadingTables> reading;
  std::shared_ptr<const reports::Outlets> outlets;  ///< those of `reading`
  mentions::MentionTables mentions;
  statements::StatementTables statements;
  std::shared_ptr<const stories::Lexicon> stories;
  std::shared_ptr<const readers::Network> network;
  factboxes::HouseStyle style;
};

/// Loads the model from its folder and the tables from `data` (the tree's data/); the outlets of
/// `more_outlets`, if any, are known beside ours. Where the folder of MiniLM's published files is
/// given, the large network reads who said what, else the small one. Fails as unavailable or
/// malformed, saying which file and what to do.
[[nodiscard]] Result<Knowledge> load_knowledge(const std::filesystem::path& model,
                                               const std::filesystem::path& data,
                                               const std::filesystem::path& more_outlets = {},
                                               const std::filesystem::path& minilm = {});

/// Takes reports through the stages from `language` to `statements`. One a thread.
class ReportReader {
 public:
  explicit ReportReader(std::shared_ptr<const Knowledge> knowledge);

  /// Same report, same answer, whatever was read before.
  [[nodiscard]] statements::ReadReport read(const reports::ReportPtr& report);

 private:
  std::shared_ptr<const Knowledge> knowledge_;
  language::Reader words_;
  readers::Workspace network_;
};

}  // namespace factbox::desk
