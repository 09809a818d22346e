#include "language/pipeline.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

#include "base/assert.h"
#include "language/analysis_builder.h"
#include "language/labels.h"
#include "language/networks/networks.h"
#include "language/package_file.h"
#include "language/words/attribute_ruler.h"
#include "language/words/lemmatizer.h"
#include "language/words/lexicon.h"
#include "language/words/tokenizer.h"
#include "language/words/unicode.h"

namespace factbox::language {

class Pipeline {
 public:
  static Result<std::shared_ptr<const Pipeline>> load(const Package& package);

 private:
  friend class Reader;

  Pipeline(Tokenizer tokenizer, AttributeRuler ruler, Lemmatizer lemmatizer)
      : tokenizer_(std::move(tokenizer)),
        ruler_(std::move(ruler)),
        lemmatizer_(std::move(lemmatizer)) {}

  Tokenizer tokenizer_;
  AttributeRuler ruler_;
  Lemmatizer lemmatizer_;
  std::shared_ptr<const Norms> norms_;
  std::shared_ptr<const Networks> networks_;
  std::shared_ptr<const Labels> labels_;
};

Result<std::shared_ptr<const Pipeline>> Pipeline::load(const Package& package) {
  Labels labels;
  FB_TRY(tokenizer_file, package.unpack("tokenizer"));
  FB_TRY(tokenizer, Tokenizer::read(tokenizer_file));
  FB_TRY(ruler_file, package.unpack("attribute_ruler/patterns"));
  FB_TRY(ruler, AttributeRuler::read(ruler_file, labels));
  FB_TRY(lemma_file, package.unpack("lemmatizer/lookups/lookups.bin"));
  FB_TRY(lemmatizer, Lemmatizer::read(lemma_file, BaseForms::english));
  FB_TRY(lookups, package.unpack("vocab/lookups.bin"));
  FB_TRY(norms, Norms::read(lookups));
  FB_TRY(networks, Networks::read(package, labels));
  if (labels.size() > Labels::kMax) {
    return tl::unexpected(
        Error{ErrorKind::unsupported,
              fmt::format("the language model has more than {} labels", Labels::kMax)});
  }
  Pipeline pipeline(std::move(tokenizer), std::move(ruler), std::move(lemmatizer));
  pipeline.norms_ = std::move(norms);
  pipeline.networks_ = std::make_shared<const Networks>(std::move(networks));
  pipeline.labels_ = std::make_shared<const Labels>(std::move(labels));
  return std::make_shared<const Pipeline>(std::move(pipeline));
}

Result<std::shared_ptr<const Pipeline>> load_pipeline(const std::filesystem::path& folder,
                                                      const std::filesystem::path& sums) {
  FB_TRY(package, Package::open(folder, sums));
  return Pipeline::load(package);
}

namespace {

/// The part of a text that is read: all of it, or up to the last end of a line, or else of a word,
/// before the limit.
std::string_view within_limit(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) {
    return text;
  }
  constexpr std::size_t kSearched = 10'000;  // a text without either is cut in a word
  const std::size_t from = limit > kSearched ? limit - kSearched : 0;
  for (const std::string_view ends : {"\n", " \t\n"}) {
    const auto end = text.find_last_of(ends, limit);
    if (end != std::string_view::npos && end > from) {
      return text.substr(0, end);
    }
  }
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return text.substr(0, end);
}

}  // namespace

/// What one thread needs for texts of usual length; it is made anew after a very long one, so that
/// no thread keeps that one's memory.
struct Reader::State {
  explicit State(std::shared_ptr<const Pipeline> of)
      : pipeline(std::move(of)), lexicon(pipeline->norms_), networks(pipeline->networks_) {}

  /// Cuts a text into tokens, within the limits; gives the bytes that they cover.
  std::size_t cut(std::string_view text, const AnalyseOptions& options);
  /// Parts of speech, morphology and some lemmas.
  void apply_rules(const NetworkAnswers& answers);
  [[nodiscard]] TokenAnswer answer_for(std::size_t token, const NetworkAnswers& answers);

  std::shared_ptr<const Pipeline> pipeline;
  Lexicon lexicon;
  TokenizerMemory tokenizer;
  NetworksMemory networks;
  RulerMemory ruler;
  LemmaMemory lemmas;

  std::vector<Token> tokens;
  std::vector<std::uint8_t> is_space;
  std::vector<LabelId> tags, arc_labels, pos, morphs, ruled_lemmas;
};

std::size_t Reader::State::cut(std::string_view text, const AnalyseOptions& options) {
  const std::string_view read = within_limit(text, options.max_text_bytes);
  FB_ASSERT(first_invalid_byte(read) == read.size());
  lexicon.make_room();
  pipeline->tokenizer_.cut(read, lexicon, tokenizer, tokens);
  std::size_t bytes = read.size();
  if (tokens.size() > options.max_tokens) {
    tokens.resize(options.max_tokens);
    bytes = tokens.empty() ? 0 : tokens.back().range.end;
  }
  is_space.clear();
  for (const Token& token : tokens) {
    is_space.push_back(lexicon[token.lexeme].is_space ? 1 : 0);
  }
  return bytes;
}

void Reader::State::apply_rules(const NetworkAnswers& answers) {
  const std::size_t count = tokens.size();
  tags = answers.tags;
  arc_labels.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    arc_labels[i] = answers.arcs[i].label;
  }
  pos.assign(count, Labels::kNone);
  morphs.assign(count, Labels::kNone);
  ruled_lemmas.assign(count, Labels::kNone);
  pipeline->ruler_.apply(tokens, lexicon, ruler, {tags, arc_labels, pos, morphs, ruled_lemmas});
}

TokenAnswer Reader::State::answer_for(std::size_t token, const NetworkAnswers& answers) {
  const Labels& labels = *pipeline->labels_;
  const std::string_view lemma =
      ruled_lemmas[token] != Labels::kNone
          ? labels[ruled_lemmas[token]]
          : pipeline->lemmatizer_.lemma(tokens[token].lexeme, pos[token], morphs[token], lexicon,
                                        labels, lemmas);
  return {.range = tokens[token].range,
          .tag = tags[token],
          .pos = pos[token],
          .morph = morphs[token],
          .arc = arc_labels[token],
          .head = answers.arcs[token].head,
          .starts_sentence = answers.starts[token] != 0,
          .is_space = is_space[token] != 0,
          .lemma = lemma};
}

Reader::Reader(std::shared_ptr<const Pipeline> pipeline)
    : state_(std::make_unique<State>(std::move(pipeline))) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

Analysis Reader::analyse(std::shared_ptr<const std::string> text, const AnalyseOptions& options) {
  State& state = *state_;
  const std::string& all = *text;  // kept by the analysis
  const std::size_t read_bytes = state.cut(all, options);
  const std::size_t count = state.tokens.size();
  AnalysisBuilder builder(std::move(text), state.pipeline->labels_, count);
  if (read_bytes < all.size()) {
    builder.add_doubt(fmt::format("the text is too long: its first {} bytes of {} were read",
                                  read_bytes, all.size()));
  }
  std::vector<float> vectors;
  const NetworkAnswers& answers = state.networks.read(state.tokens, state.is_space, state.lexicon,
                                                      options.keep_vectors ? &vectors : nullptr);
  state.apply_rules(answers);
  for (std::size_t i = 0; i < count; ++i) {
    builder.add(state.answer_for(i, answers));
  }
  for (const NameSpan& name : answers.names) {
    builder.add_entity(name.tokens, name.kind);
  }
  builder.keep_vectors(std::move(vectors), state.pipeline->networks_->width());
  constexpr std::size_t kVeryLong = 50'000;
  if (count > kVeryLong) {
    state_ = std::make_unique<State>(state.pipeline);
  }
  return builder.take();
}

}  // namespace factbox::language
