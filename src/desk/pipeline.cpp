#include "desk/pipeline.h"

#include <string>
#include <utility>

namespace factbox::desk {

Result<Knowledge> load_knowledge(const std::filesystem::path& model,
                                 const std::filesystem::path& data,
                                 const std::filesystem::path& more_outlets) {
  Knowledge knowledge;
  const std::filesystem::path words = data / "en";
  FB_TRY(language, language::load_pipeline(model, words / "model.sha256"));
  FB_TRY(reading, reports::load_reading_tables(words, more_outlets));
  knowledge.language = std::move(language);
  knowledge.reading = std::make_shared<const reports::ReadingTables>(std::move(reading));
  knowledge.outlets = {knowledge.reading, &knowledge.reading->outlets};
  FB_TRY(mentions, mentions::load_mention_tables(words));
  knowledge.mentions = std::move(mentions);
  FB_TRY(tables, statements::StatementTables::load(words, knowledge.outlets));
  knowledge.statements = std::move(tables);
  FB_TRY(lexicon, stories::Lexicon::load(words));
  knowledge.stories = std::make_shared<const stories::Lexicon>(std::move(lexicon));
  FB_TRY(style, factboxes::load_house_style(words));
  knowledge.style = std::move(style);
  return knowledge;
}

ReportReader::ReportReader(std::shared_ptr<const Knowledge> knowledge)
    : knowledge_(std::move(knowledge)), words_(knowledge_->language) {}

statements::ReadReport ReportReader::read(const reports::ReportPtr& report) {
  statements::ReadReport read;
  read.report = report;
  // Both fields stay alive with the report that holds them.
  read.text = words_.analyse(std::shared_ptr<const std::string>(report, &report->text));
  read.title = words_.analyse(std::shared_ptr<const std::string>(report, &report->title));
  read.mentions = mentions::find_mentions(*report, read.text, read.title, knowledge_->mentions,
                                          *knowledge_->outlets);
  read.statements = statements::find_statements(*report, read.text, read.title, read.mentions,
                                                knowledge_->statements);
  return read;
}

}  // namespace factbox::desk
