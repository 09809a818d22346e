#include "language/analysis.h"

#include <algorithm>

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

}  // namespace factbox::language
