#include "language/analysis_builder.h"

#include <utility>

namespace factbox::language {

AnalysisBuilder::AnalysisBuilder(std::shared_ptr<const std::string> text,
                                 std::shared_ptr<const Labels> labels, std::size_t tokens) {
  analysis_.text_ = std::move(text);
  analysis_.labels_ = std::move(labels);
  analysis_.ranges_.reserve(tokens);
  analysis_.lemmas_.reserve(tokens);
  analysis_.heads_.reserve(tokens);
  analysis_.tags_.reserve(tokens);
  analysis_.pos_.reserve(tokens);
  analysis_.morphs_.reserve(tokens);
  analysis_.arcs_.reserve(tokens);
  analysis_.starts_.reserve(tokens);
  analysis_.spaces_.reserve(tokens);
}

void AnalysisBuilder::add(const TokenAnswer& token) {
  const std::uint32_t index = analysis_.size();
  const bool starts = token.starts_sentence || index == 0;
  if (starts) {
    analysis_.sentences_.push_back({index, index + 1});
  } else {
    analysis_.sentences_.back().past = index + 1;
  }
  const auto lemma_begin = static_cast<std::uint32_t>(analysis_.lemma_bytes_.size());
  analysis_.lemma_bytes_.append(token.lemma);
  analysis_.lemmas_.push_back(
      {lemma_begin, static_cast<std::uint32_t>(analysis_.lemma_bytes_.size())});
  analysis_.ranges_.push_back(token.range);
  analysis_.heads_.push_back(token.head);
  analysis_.tags_.push_back(token.tag);
  analysis_.pos_.push_back(token.pos);
  analysis_.morphs_.push_back(token.morph);
  analysis_.arcs_.push_back(token.arc);
  analysis_.starts_.push_back(starts ? 1 : 0);
  analysis_.spaces_.push_back(token.is_space ? 1 : 0);
}

void AnalysisBuilder::add_entity(TokenRange tokens, LabelId kind) {
  analysis_.entities_.push_back({tokens, (*analysis_.labels_)[kind]});
}

void AnalysisBuilder::keep_vectors(std::vector<float> rows, std::size_t width) {
  analysis_.vector_width_ = static_cast<std::uint32_t>(width);
  analysis_.vectors_ = std::move(rows);
}

void AnalysisBuilder::add_doubt(std::string doubt) {
  analysis_.doubts_.push_back(std::move(doubt));
}

Analysis AnalysisBuilder::take() {
  return std::exchange(analysis_, {});
}

}  // namespace factbox::language
