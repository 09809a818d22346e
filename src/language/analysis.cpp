#include "language/analysis.h"

#include <algorithm>
#include <utility>

#include "language/analysis_builder.h"
#include "language/labels.h"

namespace factbox::language {

std::string_view Analysis::tag(std::uint32_t token) const {
  return (*labels_)[tags_[token]];
}
std::string_view Analysis::pos(std::uint32_t token) const {
  return (*labels_)[pos_[token]];
}
std::string_view Analysis::morph(std::uint32_t token) const {
  return (*labels_)[morphs_[token]];
}
std::string_view Analysis::label(std::uint32_t token) const {
  return (*labels_)[arcs_[token]];
}
bool Analysis::is_space(std::uint32_t token) const {
  return spaces_[token] != 0;
}

ByteRange Analysis::bytes(TokenRange tokens) const {
  if (tokens.first == tokens.past) {
    const std::uint32_t at = tokens.first < size() ? ranges_[tokens.first].begin : 0;
    return {at, at};
  }
  return {ranges_[tokens.first].begin, ranges_[tokens.past - 1].end};
}

std::uint32_t Analysis::sentence_of(std::uint32_t token) const {
  const auto after =
      std::partition_point(sentences_.begin(), sentences_.end(),
                           [&](const TokenRange& sentence) { return sentence.first <= token; });
  return static_cast<std::uint32_t>(after - sentences_.begin()) - 1;
}

std::uint32_t Analysis::token_at(std::uint32_t offset) const {
  const auto found = std::partition_point(ranges_.begin(), ranges_.end(),
                                          [&](ByteRange range) { return range.end <= offset; });
  return static_cast<std::uint32_t>(found - ranges_.begin());
}

std::span<const float> Analysis::vector(std::uint32_t token) const {
  if (vectors_.empty()) {
    return {};
  }
  return std::span{vectors_}.subspan(std::size_t{token} * vector_width_, vector_width_);
}

void Analysis::drop_vectors() {
  std::vector<float>().swap(vectors_);  // "= {}" would keep the memory
  vector_width_ = 0;
}

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
