#include "language/networks/networks.h"

#include <algorithm>
#include <utility>

#include "base/assert.h"

namespace factbox::language {

Result<Networks> Networks::read(const Package& package, Labels& labels) {
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

  Networks networks;
  networks.encoder_ = std::make_shared<const Encoder>(std::move(encoder));
  networks.name_encoder_ = std::make_shared<const Encoder>(std::move(name_encoder));
  networks.tagger_ = std::make_shared<const Tagger>(std::move(tagger));
  networks.parser_ = std::make_shared<const Parser>(std::move(parser));
  networks.names_ = std::make_shared<const NameFinder>(std::move(names));
  return networks;
}

NetworksMemory::NetworksMemory(std::shared_ptr<const Networks> networks, const Kernels& kernels)
    : networks_(std::move(networks)),
      kernels_(&kernels),
      encoder_(networks_->encoder_, kernels),
      name_encoder_(networks_->name_encoder_, kernels),
      parser_(networks_->parser_, kernels),
      names_(networks_->names_, kernels),
      rows_(EncoderMemory::kMaxPart *
            std::max(networks_->encoder_->width(), networks_->name_encoder_->width())) {}

void NetworksMemory::tag_and_parse(std::span<const Token> tokens, const Lexicon& lexicon,
                                   std::vector<float>* vectors) {
  const auto count = static_cast<std::uint32_t>(tokens.size());
  const std::size_t width = networks_->encoder_->width();
  const Matrix& to_hidden = networks_->parser_->scorer().to_hidden();
  answers_.tags.resize(count);
  hidden_.resize(count * to_hidden.outputs);
  for (std::uint32_t first = 0; first < count; first += EncoderMemory::kMaxPart) {
    const TokenRange part{first, std::min(first + EncoderMemory::kMaxPart, count)};
    encoder_.encode(tokens, part, lexicon, rows_.data());
    networks_->tagger_->tag(*kernels_, rows_.data(),
                            std::span{answers_.tags}.subspan(first, part.size()), scratch_);
    kernels_->affine(to_hidden, rows_.data(), width, part.size(),
                     hidden_.data() + first * to_hidden.outputs, to_hidden.outputs);
    if (vectors != nullptr) {
      const auto rows = std::span{rows_}.first(part.size() * width);
      vectors->insert(vectors->end(), rows.begin(), rows.end());
    }
  }
  parser_.parse(hidden_, answers_.arcs);
}

void NetworksMemory::find_names(std::span<const Token> tokens,
                                std::span<const std::uint8_t> is_space, const Lexicon& lexicon) {
  const auto count = static_cast<std::uint32_t>(tokens.size());
  const Matrix& to_hidden = networks_->names_->scorer().to_hidden();
  hidden_.resize(EncoderMemory::kMaxPart * to_hidden.outputs);
  answers_.names.clear();
  names_.begin();
  for (std::uint32_t first = 0; first < count; first += EncoderMemory::kMaxPart) {
    const TokenRange part{first, std::min(first + EncoderMemory::kMaxPart, count)};
    name_encoder_.encode(tokens, part, lexicon, rows_.data());
    kernels_->affine(to_hidden, rows_.data(), networks_->name_encoder_->width(), part.size(),
                     hidden_.data(), to_hidden.outputs);
    names_.read(std::span{hidden_}.first(part.size() * to_hidden.outputs), is_space,
                answers_.starts, answers_.names);
  }
}

const NetworkAnswers& NetworksMemory::read(std::span<const Token> tokens,
                                           std::span<const std::uint8_t> is_space,
                                           const Lexicon& lexicon, std::vector<float>* vectors) {
  FB_ASSERT(tokens.size() == is_space.size());
  tag_and_parse(tokens, lexicon, vectors);
  lower_lifted_arcs(answers_.arcs, is_space, tree_);
  answers_.starts.resize(tokens.size());
  find_sentence_starts(answers_.arcs, answers_.starts, tree_);
  find_names(tokens, is_space, lexicon);
  return answers_;
}

}  // namespace factbox::language
