#include "desk/knowledge.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/table.h"

namespace factbox::desk {

namespace {

Result<std::shared_ptr<const readers::Network>> load_network(const std::filesystem::path& words,
                                                             const KnowledgeOrder& order) {
  if (!order.thorough) {
    FB_TRY(small, readers::Network::load(words / "statements.safetensors"));
    return std::make_shared<const readers::Network>(std::move(small));
  }
  FB_TRY(published, readers::PublishedMinilm::load(order.minilm, words / "minilm.sha256"));
  FB_TRY(large, readers::Network::load_large(words / "statements_large.safetensors",
                                             std::move(published)));
  return std::make_shared<const readers::Network>(std::move(large));
}

/// All that is known of a language but the meanings.
Result<void> load_stages(LanguageKnowledge& knowledge, const std::filesystem::path& words,
                         const std::filesystem::path& model, const KnowledgeOrder& order) {
  FB_TRY(style, factboxes::load_house_style(words));
  knowledge.style = std::move(style);
  if (order.depth >= Depth::stories) {
    FB_TRY(lexicon, stories::Lexicon::load(words));
    knowledge.stories = std::make_shared<const stories::Lexicon>(std::move(lexicon));
  }
  if (!order.reads) {
    return {};
  }
  if (order.depth >= Depth::words) {
    FB_TRY(language, language::load_pipeline(model, words / "model.sha256"));
    knowledge.language = std::move(language);
    knowledge.scheme = texts::scheme_of(knowledge.about.code);
    if (knowledge.scheme == nullptr) {
      return tl::unexpected(
          Error{ErrorKind::unsupported, "no scheme tells what the labels of the model for " +
                                            knowledge.about.name + " mean (src/texts)"});
    }
  }
  if (order.depth >= Depth::statements) {
    FB_TRY(mentions, mentions::load_mention_tables(words));
    knowledge.mentions = std::move(mentions);
    FB_TRY(tables, statements::StatementTables::load(words, knowledge.outlets));
    knowledge.statements = std::move(tables);
    FB_TRY(network, load_network(words, order));
    knowledge.network = std::move(network);
  }
  return {};
}

/// What MiniLM reads: the meanings that pages want, and pairs.
Result<void> load_meanings(LanguageKnowledge& knowledge, const std::filesystem::path& words,
                           const KnowledgeOrder& order) {
  const auto sums = words / "minilm.sha256";
  if (order.depth >= Depth::pages) {
    FB_TRY(reader, readers::MeaningReader::load(order.minilm, sums));
    knowledge.meanings = std::make_shared<const readers::MeaningReader>(std::move(reader));
  }
  if (order.pairs) {
    FB_TRY(reader, readers::PairReader::load(order.minilm, sums, words / "pairs.safetensors"));
    knowledge.pairs = std::make_shared<const readers::PairReader>(std::move(reader));
  }
  return {};
}

}  // namespace

Result<std::vector<Language>> load_languages(const std::filesystem::path& data) {
  FB_TRY(table, Table::load(data / "languages.tsv", {"code", "name", "model"}));
  std::vector<Language> languages;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto cells = table.row(i);
    languages.push_back({std::string{cells[0]}, std::string{cells[1]}, std::string{cells[2]}});
  }
  if (languages.empty()) {
    return tl::unexpected(
        Error{ErrorKind::malformed, (data / "languages.tsv").string() + " names no language"});
  }
  return languages;
}

Result<std::shared_ptr<const readers::MeaningReader>> load_meaning_reader(
    const KnowledgeOrder& order) {
  FB_TRY(languages, load_languages(order.data));
  LanguageKnowledge knowledge;
  const auto loaded = load_meanings(knowledge, order.data / languages[0].code, order);
  if (!loaded) {
    return tl::unexpected(loaded.error());
  }
  return knowledge.meanings;
}

Result<std::shared_ptr<const Knowledge>> Knowledge::load(const KnowledgeOrder& order,
                                                         const Executor& executor) {
  FB_TRY(languages, load_languages(order.data));
  FB_TRY(tables, reports::load_reading_tables(order.data / languages[0].code, order.more_outlets));
  const auto reading = std::make_shared<const reports::ReadingTables>(std::move(tables));
  auto all = std::make_shared<Knowledge>();
  for (const Language& about : languages) {
    LanguageKnowledge knowledge;
    knowledge.about = about;
    knowledge.reading = reading;
    knowledge.outlets = {reading, &reading->outlets};
    const auto words = order.data / about.code;
    const bool elsewhere = all->languages_.empty() && !order.model.empty();
    const auto model = elsewhere ? order.model : order.models / about.model;
    // Reading MiniLM's file takes as long as all the others together.
    Result<void> stages;
    Result<void> meanings;
    executor.run(order.depth >= Depth::pages || order.pairs ? 2 : 1, [&](std::size_t part) {
      (part == 0 ? stages : meanings) = part == 0 ? load_stages(knowledge, words, model, order)
                                                  : load_meanings(knowledge, words, order);
    });
    for (auto* part : {&stages, &meanings}) {
      if (!*part) {
        return tl::unexpected(std::move(*part).error());
      }
    }
    all->languages_.push_back(std::make_shared<const LanguageKnowledge>(std::move(knowledge)));
  }
  return all;
}

std::shared_ptr<const LanguageKnowledge> Knowledge::of(std::string_view code) const {
  const auto first = code.substr(0, code.find_first_of("-_"));
  const auto found = std::ranges::find_if(
      languages_, [&](const auto& each) { return code.empty() || each->about.code == first; });
  return found == languages_.end() ? nullptr : *found;
}

}  // namespace factbox::desk
