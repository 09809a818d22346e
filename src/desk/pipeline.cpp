#include "desk/pipeline.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/assert.h"
#include "desk/in_order.h"
#include "statements/find_statements.h"

namespace factbox::desk {

std::span<const Stage> stages() {
  static constexpr std::array kStages{
      Stage{"reports", 2},    Stage{"language", 1}, Stage{"texts", 1},     Stage{"mentions", 2},
      Stage{"statements", 1}, Stage{"stories", 2},  Stage{"factboxes", 2},
  };
  return kStages;
}

codec::StageVersions stages_of_reading() {
  const auto version = [](std::string_view name) {
    const auto found = std::ranges::find(stages(), name, &Stage::name);
    FB_ASSERT(found != stages().end());
    return found->version;
  };
  return {version("reports"), version("language"), version("mentions"), version("statements")};
}

ReportReader::ReportReader(std::shared_ptr<const LanguageKnowledge> knowledge)
    : knowledge_(std::move(knowledge)),
      words_(knowledge_->language),
      sheets_(*knowledge_->scheme) {}

statements::ReadReport ReportReader::read(const reports::ReportPtr& report) {
  statements::ReadReport read;
  read.report = report;
  // Both fields stay alive with the report that holds them.
  const std::shared_ptr<const std::string> text(report, &report->text);
  const std::shared_ptr<const std::string> title(report, &report->title);
  const language::Analysis words = words_.analyse(text, {.keep_vectors = true});
  const language::Analysis title_words = words_.analyse(title);
  read.text = sheets_.make(words, text);
  read.title = sheets_.make(title_words, title);
  read.doubts = title_words.doubts();
  read.doubts.insert(read.doubts.end(), words.doubts().begin(), words.doubts().end());
  const auto proposals = knowledge_->network->propose(words, network_);
  read.mentions = mentions::find_mentions(*report, read.text, read.title, knowledge_->mentions,
                                          *knowledge_->outlets);
  read.statements = statements::find_statements(*report, read.text, read.title, read.mentions,
                                                knowledge_->statements, proposals);
  const auto asides = std::ranges::stable_partition(
      read.statements, [](const statements::Statement& one) { return !one.aside; });
  read.asides.assign(std::make_move_iterator(asides.begin()),
                     std::make_move_iterator(asides.end()));
  read.statements.erase(asides.begin(), asides.end());
  return read;
}

std::vector<statements::ReadReport> read_all(
    const std::vector<reports::ReportPtr>& reports,
    const std::shared_ptr<const LanguageKnowledge>& knowledge, unsigned jobs, Listener& listener) {
  std::vector<statements::ReadReport> read;
  read.reserve(reports.size());
  const auto tell = [&] {
    listener.progress("reading who said what", read.size(), reports.size());
  };
  tell();
  const auto make_worker = [&] {
    return [&, reader = std::make_shared<ReportReader>(knowledge)](std::size_t index) {
      return reader->read(reports[index]);
    };
  };
  in_order(reports.size(), jobs, make_worker, [&](statements::ReadReport report) {
    read.push_back(std::move(report));
    tell();
  });
  return read;
}

}  // namespace factbox::desk
