#include "language/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/assert.h"
#include "language/analysis_builder.h"
#include "language/labels.h"
#include "language/networks/encoder.h"
#include "language/networks/names.h"
#include "language/networks/parser.h"
#include "language/networks/tagger.h"
#include "language/networks/tree.h"
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
  std::shared_ptr<const Labels> labels_;
  std::shared_ptr<const Encoder> encoder_;       ///< for tags and arcs
  std::shared_ptr<const Encoder> name_encoder_;  ///< for names, trained apart
  std::shared_ptr<const Tagger> tagger_;
  std::shared_ptr<const Parser> parser_;
  std::shared_ptr<const NameFinder> names_;
};

Result<std::shared_ptr<const Pipeline>> Pipeline::load(const Package& package) {
  FB_TRY(tokenizer_file, package.unpack("tokenizer"));
  FB_TRY(tokenizer, Tokenizer::read(tokenizer_file));
  Labels labels;
  FB_TRY(ruler_file, package.unpack("attribute_ruler/patterns"));
  FB_TRY(ruler, AttributeRuler::read(ruler_file, labels));
  FB_TRY(lemma_file, package.unpack("lemmatizer/lookups/lookups.bin"));
  FB_TRY(lemmatizer, Lemmatizer::read(lemma_file, BaseForms::english));
  Pipeline pipeline(std::move(tokenizer), std::move(ruler), std::move(lemmatizer));
  FB_TRY(lookups, package.unpack("vocab/lookups.bin"));
  FB_TRY(norms, Norms::read(lookups));
  pipeline.norms_ = std::move(norms);
  FB_TRY(encoder_file, NetworkFile::read(package, "tok2vec/model"));
  FB_TRY(encoder, Encoder::read(encoder_file));
  const std::size_t width = encoder.width();
  FB_TRY(tagger_file, NetworkFile::read(package, "tagger/model"));
  FB_TRY(tagger_settings, package.read("tagger/cfg"));
  FB_TRY(tagger, Tagger::read(tagger_file, tagger_settings, width, labels));
  FB_TRY(parser_file, NetworkFile::read(package, "parser/model"));
  FB_TRY(parser_moves, package.unpack("parser/moves"));
  FB_TRY(parser, Parser::read(parser_file, parser_moves, width, labels));
  FB_TRY(name_file, NetworkFile::read(package, "ner/model"));
  FB_TRY(name_moves, package.unpack("ner/moves"));
  FB_TRY(name_encoder, Encoder::read(name_file));
  FB_TRY(names, NameFinder::read(name_file, name_moves, name_encoder.width(), labels));

  if (labels.size() > Labels::kMax) {
    return tl::unexpected(
        Error{ErrorKind::unsupported,
              fmt::format("the language model has more than {} labels", Labels::kMax)});
  }
  pipeline.labels_ = std::make_shared<const Labels>(std::move(labels));
  pipeline.encoder_ = std::make_shared<const Encoder>(std::move(encoder));
  pipeline.name_encoder_ = std::make_shared<const Encoder>(std::move(name_encoder));
  pipeline.tagger_ = std::make_shared<const Tagger>(std::move(tagger));
  pipeline.parser_ = std::make_shared<const Parser>(std::move(parser));
  pipeline.names_ = std::make_shared<const NameFinder>(std::move(names));
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
  if (text.size() <= limit) return text;
  constexpr std::size_t kSearched = 10'000;  // a text without either is cut in a word
  const std::size_t from = limit > kSearched ? limit - kSearched : 0;
  for (const std::string_view ends : {"\n", " \t\n"}) {
    const auto end = text.find_last_of(ends, limit);
    if (end != std::string_view::npos && end > from) return text.substr(0, end);
  }
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace

/// What one thread needs for texts of usual length; it is made anew after a very long one, so that
/// no thread keeps that one's memory.
struct Reader::State {
  explicit State(std::shared_ptr<const Pipeline> of)
      : pipeline(std::move(of)),
        lexicon(pipeline->norms_),
        encoder(pipeline->encoder_, best_kernels()),
        name_encoder(pipeline->name_encoder_, best_kernels()),
        parser(pipeline->parser_, best_kernels()),
        names(pipeline->names_, best_kernels()),
        rows(EncoderMemory::kMaxPart *
             std::max(pipeline->encoder_->width(), pipeline->name_encoder_->width())) {}

  void encode(const AnalyseOptions& options, AnalysisBuilder& builder);
  void find_names();
  void apply_rules();
  [[nodiscard]] TokenAnswer answer_for(std::size_t token);

  std::shared_ptr<const Pipeline> pipeline;
  Lexicon lexicon;
  TokenizerMemory tokenizer;
  EncoderMemory encoder;
  EncoderMemory name_encoder;
  ParserMemory parser;
  NameMemory names;
  TreeMemory tree;
  RulerMemory ruler;
  LemmaMemory lemmas;

  Floats rows, scratch, hidden, name_hidden;
  std::vector<Token> tokens;
  std::vector<std::uint8_t> is_space, starts;
  std::vector<LabelId> tags, arc_labels, pos, morphs, ruled_lemmas;
  std::vector<Arc> arcs;
  std::vector<NameSpan> found;
};

/// Tags, and the hidden numbers that the parser looks at.
void Reader::State::encode(const AnalyseOptions& options, AnalysisBuilder& builder) {
  const Kernels& kernels = best_kernels();
  const auto count = static_cast<std::uint32_t>(tokens.size());
  const std::size_t width = pipeline->encoder_->width();
  const Matrix& to_hidden = pipeline->parser_->scorer().to_hidden();
  tags.resize(count);
  hidden.resize(count * to_hidden.outputs);
  for (std::uint32_t first = 0; first < count; first += EncoderMemory::kMaxPart) {
    const TokenRange part{first, std::min(first + EncoderMemory::kMaxPart, count)};
    encoder.encode(tokens, part, lexicon, rows.data());
    pipeline->tagger_->tag(kernels, rows.data(), std::span{tags}.subspan(first, part.size()),
                           scratch);
    kernels.affine(to_hidden, rows.data(), width, part.size(),
                   hidden.data() + first * to_hidden.outputs, to_hidden.outputs);
    if (options.keep_vectors) {
      builder.add_vectors(std::span{rows}.first(part.size() * width), width);
    }
  }
}

void Reader::State::find_names() {
  const auto count = static_cast<std::uint32_t>(tokens.size());
  const Matrix& to_hidden = pipeline->names_->scorer().to_hidden();
  name_hidden.resize(EncoderMemory::kMaxPart * to_hidden.outputs);
  found.clear();
  names.begin();
  for (std::uint32_t first = 0; first < count; first += EncoderMemory::kMaxPart) {
    const TokenRange part{first, std::min(first + EncoderMemory::kMaxPart, count)};
    name_encoder.encode(tokens, part, lexicon, rows.data());
    best_kernels().affine(to_hidden, rows.data(), pipeline->name_encoder_->width(), part.size(),
                          name_hidden.data(), to_hidden.outputs);
    names.read(std::span{name_hidden}.first(part.size() * to_hidden.outputs), is_space, starts,
               found);
  }
}

/// Parts of speech, morphology and some lemmas.
void Reader::State::apply_rules() {
  const std::size_t count = tokens.size();
  arc_labels.resize(count);
  for (std::size_t i = 0; i < count; ++i) arc_labels[i] = arcs[i].label;
  pos.assign(count, Labels::kNone);
  morphs.assign(count, Labels::kNone);
  ruled_lemmas.assign(count, Labels::kNone);
  pipeline->ruler_.apply(tokens, lexicon, ruler, {tags, arc_labels, pos, morphs, ruled_lemmas});
}

TokenAnswer Reader::State::answer_for(std::size_t token) {
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
          .head = arcs[token].head,
          .starts_sentence = starts[token] != 0,
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
  const std::string_view read = within_limit(*text, options.max_text_bytes);
  FB_ASSERT(first_invalid_byte(read) == read.size());
  state.lexicon.make_room();
  state.pipeline->tokenizer_.cut(read, state.lexicon, state.tokenizer, state.tokens);
  std::size_t read_bytes = read.size();
  if (state.tokens.size() > options.max_tokens) {
    state.tokens.resize(options.max_tokens);
    read_bytes = state.tokens.empty() ? 0 : state.tokens.back().range.end;
  }
  const std::size_t count = state.tokens.size();
  AnalysisBuilder builder(text, state.pipeline->labels_, count);
  if (read_bytes < text->size()) {
    builder.add_doubt(fmt::format("the text is too long: its first {} bytes of {} were read",
                                  read_bytes, text->size()));
  }
  state.is_space.clear();
  for (const Token& token : state.tokens) {
    state.is_space.push_back(state.lexicon[token.lexeme].is_space ? 1 : 0);
  }
  state.encode(options, builder);
  state.parser.parse(state.hidden, state.arcs);
  lower_lifted_arcs(state.arcs, state.is_space, state.tree);
  state.starts.resize(count);
  find_sentence_starts(state.arcs, state.starts, state.tree);
  state.find_names();
  state.apply_rules();
  for (std::size_t i = 0; i < count; ++i) builder.add(state.answer_for(i));
  for (const NameSpan& name : state.found) builder.add_entity(name.tokens, name.kind);
  constexpr std::size_t kVeryLong = 50'000;
  if (count > kVeryLong) state_ = std::make_unique<State>(state.pipeline);
  return builder.take();
}

}  // namespace factbox::language
