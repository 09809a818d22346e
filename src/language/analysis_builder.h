/// \file
/// Fills an Analysis; only the engine does.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "language/labels.h"

namespace factbox::language {

/// What the engine found for one token.
struct TokenAnswer {
  ByteRange range;
  LabelId tag = Labels::kNone;
  LabelId pos = Labels::kNone;
  LabelId morph = Labels::kNone;
  LabelId arc = Labels::kNone;
  std::uint32_t head = 0;
  bool starts_sentence = false;
  bool is_space = false;
  std::string_view lemma;
};

/// Puts together an Analysis, token by token.
class AnalysisBuilder {
 public:
  AnalysisBuilder(std::shared_ptr<const std::string> text, std::shared_ptr<const Labels> labels,
                  std::size_t tokens);

  /// Adds the next token. The first one starts a sentence whatever it says.
  void add(const TokenAnswer& token);
  void add_entity(TokenRange tokens, LabelId kind);
  /// The encoder's numbers, `width` for each token.
  void keep_vectors(std::vector<float> rows, std::size_t width);
  void add_doubt(std::string doubt);

  [[nodiscard]] Analysis take();

 private:
  Analysis analysis_;
};

}  // namespace factbox::language
