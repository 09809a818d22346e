/// \file
/// The words of a text as the language engine reads them.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "language/token_range.h"

namespace factbox::language {

class Labels;

/// The numbers of a token's labels, which Analysis::labels() has the names of.
struct LabelNumbers {
  std::uint16_t tag = 0;
  std::uint16_t pos = 0;
  std::uint16_t arc = 0;
};

/// A name, date or amount as the engine marks it; `type` is one of the model's labels ("GPE").
struct EntitySpan {
  TokenRange tokens;
  std::string_view type;  ///< lives as long as the analysis
};

/// Tokens, sentences, heads and names of one text; flat arrays, one entry a token.
///
/// White space that is more than one space makes tokens of its own, as in the model.
/// Copying is cheap in nothing but thought: pass by reference. It keeps the text alive.
class Analysis {
 public:
  /// The text that all ranges count in.
  [[nodiscard]] std::string_view text() const { return text_ ? std::string_view{*text_} : ""; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ranges_.size()); }

  [[nodiscard]] ByteRange range(std::uint32_t token) const { return ranges_[token]; }
  [[nodiscard]] std::string_view word(std::uint32_t token) const {
    return ranges_[token].in(text());
  }
  [[nodiscard]] std::string_view lemma(std::uint32_t token) const {
    return lemmas_[token].in(lemma_bytes_);
  }
  [[nodiscard]] std::string_view tag(std::uint32_t token) const;    ///< Penn Treebank: "VBD"
  [[nodiscard]] std::string_view pos(std::uint32_t token) const;    ///< UPOS: "VERB"
  [[nodiscard]] std::string_view morph(std::uint32_t token) const;  ///< "Tense=Past|VerbForm=Fin"
  [[nodiscard]] std::string_view label(std::uint32_t token) const;  ///< of the arc: "nsubj"
  /// All labels of the model, by their numbers; only where there are tokens.
  [[nodiscard]] const Labels& labels() const { return *labels_; }
  [[nodiscard]] LabelNumbers labels_of(std::uint32_t token) const {
    return {tags_[token], pos_[token], arcs_[token]};
  }
  /// The head's index; a root's is its own.
  [[nodiscard]] std::uint32_t head(std::uint32_t token) const { return heads_[token]; }
  [[nodiscard]] bool starts_sentence(std::uint32_t token) const { return starts_[token] != 0; }
  [[nodiscard]] bool is_space(std::uint32_t token) const;

  [[nodiscard]] std::span<const TokenRange> sentences() const { return sentences_; }
  [[nodiscard]] std::span<const EntitySpan> entities() const { return entities_; }

  /// The bytes from the first token's start to the last one's end.
  [[nodiscard]] ByteRange bytes(TokenRange tokens) const;
  /// The sentence that holds the token: its index in sentences().
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const;
  /// The first token that ends after byte `offset`; size() if none does.
  [[nodiscard]] std::uint32_t token_at(std::uint32_t offset) const;

  /// The encoder's numbers for a token (spaCy's doc.tensor), for networks that build on it.
  /// Empty unless AnalyseOptions::keep_vectors was set.
  [[nodiscard]] std::span<const float> vector(std::uint32_t token) const;
  /// Frees them: they are eight times the rest.
  void drop_vectors();

  /// What the engine was not sure of, or left out: a text that was longer than the limit.
  [[nodiscard]] const std::vector<std::string>& doubts() const { return doubts_; }

 private:
  friend class AnalysisBuilder;
  std::shared_ptr<const std::string> text_;
  std::shared_ptr<const Labels> labels_;
  std::vector<ByteRange> ranges_;
  std::vector<ByteRange> lemmas_;
  std::string lemma_bytes_;
  std::vector<std::uint32_t> heads_;
  std::vector<std::uint16_t> tags_, pos_, morphs_, arcs_;
  std::vector<std::uint8_t> starts_, spaces_;
  std::vector<TokenRange> sentences_;
  std::vector<EntitySpan> entities_;
  std::vector<float> vectors_;
  std::uint32_t vector_width_ = 0;
  std::vector<std::string> doubts_;
};

}  // namespace factbox::language
