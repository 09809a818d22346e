/// \file
/// All networks of a pipeline together: from tokens to tags, arcs, sentences and names.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "language/labels.h"
#include "language/networks/encoder.h"
#include "language/networks/names.h"
#include "language/networks/parser.h"
#include "language/networks/tagger.h"
#include "language/networks/tree.h"
#include "language/package_file.h"
#include "language/words/lexicon.h"
#include "language/words/token.h"

namespace factbox::language {

/// The trained parts of a pipeline. Immutable, shared by all threads.
class Networks {
 public:
  /// Reads them from the package; their labels are added to `labels`. Fails as malformed, with the
  /// file's name and what was expected, where one is not such a network or doesn't fit the others.
  [[nodiscard]] static Result<Networks> read(const Package& package, Labels& labels);

  /// How many numbers a token gets from the encoder.
  [[nodiscard]] std::size_t width() const { return encoder_->width(); }

 private:
  friend class NetworksMemory;

  std::shared_ptr<const Encoder> encoder_;       ///< for tags and arcs
  std::shared_ptr<const Encoder> name_encoder_;  ///< for names, trained apart
  std::shared_ptr<const Tagger> tagger_;
  std::shared_ptr<const Parser> parser_;
  std::shared_ptr<const NameFinder> names_;
};

/// What the networks say of a text's tokens.
struct NetworkAnswers {
  std::vector<LabelId> tags;
  std::vector<Arc> arcs;
  std::vector<std::uint8_t> starts;  ///< 1 where a sentence starts
  std::vector<NameSpan> names;
};

/// One thread's working set of all networks. Long texts pass in parts, so that it grows with the
/// text by no more than a parser's notes (about 300 bytes a token).
class NetworksMemory {
 public:
  explicit NetworksMemory(std::shared_ptr<const Networks> networks,
                          const Kernels& kernels = best_kernels());

  /// Reads a text. `is_space` marks tokens of white space. Where `vectors` isn't null, the
  /// encoder's numbers are put behind what it holds, width() a token. The answers hold until the
  /// next call.
  const NetworkAnswers& read(std::span<const Token> tokens, std::span<const std::uint8_t> is_space,
                             const Lexicon& lexicon, std::vector<float>* vectors);

 private:
  void tag_and_parse(std::span<const Token> tokens, const Lexicon& lexicon,
                     std::vector<float>* vectors);
  void find_names(std::span<const Token> tokens, std::span<const std::uint8_t> is_space,
                  const Lexicon& lexicon);

  std::shared_ptr<const Networks> networks_;
  const Kernels* kernels_;
  EncoderMemory encoder_;
  EncoderMemory name_encoder_;
  ParserMemory parser_;
  NameMemory names_;
  TreeMemory tree_;
  Floats rows_, scratch_, hidden_;
  NetworkAnswers answers_;
};

}  // namespace factbox::language
