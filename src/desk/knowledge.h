/// \file
/// The models and tables that the stages go by, by language.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/executor.h"
#include "base/result.h"
#include "factboxes/house_style.h"
#include "language/pipeline.h"
#include "mentions/find_mentions.h"
#include "readers/minilm/meaning.h"
#include "readers/minilm/pair_reader.h"
#include "readers/network/network.h"
#include "reports/outlets.h"
#include "reports/reading.h"
#include "statements/statement_tables.h"
#include "stories/lexicon.h"
#include "texts/scheme.h"

namespace factbox::desk {

/// A language that reports are read in: a folder of data/ and a model.
struct Language {
  std::string code;   ///< ISO 639-1, and the folder's name: "en"
  std::string name;   ///< as messages print it: "English"
  std::string model;  ///< the model's folder among the models
};

/// The languages of data/languages.tsv; the first is the one that is meant where nothing is said.
/// Fails as unavailable or malformed, with file and line.
[[nodiscard]] Result<std::vector<Language>> load_languages(const std::filesystem::path& data);

/// How far reports are to go; what later stages need isn't loaded.
enum class Depth : std::uint8_t {
  reports,     ///< bytes become reports, and pages made earlier can be checked
  stories,     ///< and are placed in running stories
  words,       ///< and parsed
  statements,  ///< and read for who said what
  pages        ///< and compiled
};

/// Where models and tables lie, and which are wanted.
struct KnowledgeOrder {
  std::filesystem::path data;      ///< the tree's data/
  std::filesystem::path models{};  ///< the folder of the languages' models
  std::filesystem::path model{};   ///< the first language's, where it lies elsewhere
  std::filesystem::path minilm{};  ///< MiniLM's published files; for pages, pairs, and `thorough`
  std::filesystem::path more_outlets{};  ///< a table of outlets of the user's own, beside ours
  Depth depth = Depth::pages;
  bool thorough = false;  ///< the large network reads who said what
  bool pairs = false;     ///< sentences are read in pairs
  /// False: reports come read already (codec/read_report.h), and nothing that reads is loaded.
  bool reads = true;
};

/// What is known of one language. What the depth didn't ask for is empty.
struct LanguageKnowledge {
  Language about;
  std::shared_ptr<const reports::ReadingTables> reading;  ///< the same for all languages
  std::shared_ptr<const reports::Outlets> outlets;        ///< those of `reading`
  std::shared_ptr<const stories::Lexicon> stories;
  std::shared_ptr<const language::Pipeline> language;
  const texts::Scheme* scheme = nullptr;  ///< what the model's labels mean
  mentions::MentionTables mentions;
  statements::StatementTables statements;
  std::shared_ptr<const readers::Network> network;
  factboxes::HouseStyle style;
  std::shared_ptr<const readers::MeaningReader> meanings;
  std::shared_ptr<const readers::PairReader> pairs;
};

/// Loads the reader of meanings alone, for whoever reads no more of a report than its headline.
/// Fails as unavailable or malformed, saying to run ./setup.
[[nodiscard]] Result<std::shared_ptr<const readers::MeaningReader>> load_meaning_reader(
    const KnowledgeOrder& order);

/// All that the stages know: loaded once, then never changed, shared by all threads.
class Knowledge {
 public:
  /// Loads what is ordered; what can be loaded at once goes to `executor`. Fails as unavailable or
  /// malformed, saying which file and what to do.
  [[nodiscard]] static Result<std::shared_ptr<const Knowledge>> load(const KnowledgeOrder& order,
                                                                     const Executor& executor);

  /// How bytes become reports, in whatever language.
  [[nodiscard]] const reports::ReadingTables& reading() const { return *languages_[0]->reading; }

  /// What is known of a language by its code, whose first part counts ("en-GB"); an empty one means
  /// the first language. None where the language isn't read.
  [[nodiscard]] std::shared_ptr<const LanguageKnowledge> of(std::string_view code) const;

 private:
  std::vector<std::shared_ptr<const LanguageKnowledge>> languages_;
};

}  // namespace factbox::desk
