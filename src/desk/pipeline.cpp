#include "desk/pipeline.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace factbox::desk {

namespace {

Result<readers::Network> load_network(const std::filesystem::path& words,
                                      const std::filesystem::path& minilm) {
  if (minilm.empty()) return readers::Network::load(words / "statements.safetensors");
  FB_TRY(published, readers::PublishedMinilm::load(minilm, words / "minilm.sha256"));
  return readers::Network::load_large(words / "statements_large.safetensors", std::move(published));
}

}  // namespace

Result<Knowledge> load_knowledge(const std::filesystem::path& model,
                                 const std::filesystem::path& data,
                                 const std::filesystem::path& more_outlets,
                                 const std::filesystem::path& minilm) {
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
  FB_TRY(network, load_network(words, minilm));
  knowledge.network = std::make_shared<const readers::Network>(std::move(network));
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
  read.text = words_.analyse(std::shared_ptr<const std::string>(report, &report->text),
                             {.keep_vectors = true});
  read.title = words_.analyse(std::shared_ptr<const std::string>(report, &report->title));
  const auto proposals = knowledge_->network->propose(read.text, network_);
  read.text.drop_vectors();
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

}  // namespace factbox::desk
