/// \file
/// A text as the stages after the language engine see it.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "language/token_range.h"
#include "texts/links.h"

namespace factbox::texts {

using language::TokenRange;

/// A word of a sheet, by its place in it.
using Token = std::uint32_t;
/// No word: of what a clause or a phrase doesn't have.
inline constexpr Token kNoToken = std::numeric_limits<Token>::max();

/// A name, date or amount as the engine marks it.
struct MarkedName {
  TokenRange tokens;
  NameType type = NameType::none;
  friend bool operator==(const MarkedName&, const MarkedName&) = default;
};

/// What is kept of one token.
struct SheetToken {
  ByteRange range;
  ByteRange lemma;  ///< in SheetParts::lemmas
  std::uint32_t head = 0;
  Link link = Link::none;
  Form form = Form::none;
  WordClass word_class = WordClass::none;
  bool starts_sentence = false;
  bool is_space = false;
  friend bool operator==(const SheetToken&, const SheetToken&) = default;
};

/// What a sheet is made of, without its text: the flat value that is stored.
struct SheetParts {
  std::vector<SheetToken> tokens;
  std::string lemmas;
  std::vector<MarkedName> names;
  friend bool operator==(const SheetParts&, const SheetParts&) = default;
};

/// Words, heads, sentences and names of one text, in terms of our own: what a language's scheme
/// makes of an `Analysis`. Holds no treebank's label and nothing of the model, so it can be stored
/// and read back without the engine.
///
/// All ranges count in bytes of `text()`, which it keeps alive. White space that is more than one
/// space makes tokens of its own.
class Sheet {
 public:
  Sheet() = default;
  /// `parts` must lie in `text`: ranges in order, heads below the number of tokens.
  Sheet(std::shared_ptr<const std::string> text, SheetParts parts);

  [[nodiscard]] std::string_view text() const { return text_ ? std::string_view{*text_} : ""; }
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(parts_.tokens.size());
  }
  [[nodiscard]] const SheetParts& parts() const { return parts_; }

  [[nodiscard]] ByteRange range(std::uint32_t token) const { return parts_.tokens[token].range; }
  [[nodiscard]] std::string_view word(std::uint32_t token) const { return range(token).in(text()); }
  [[nodiscard]] std::string_view lemma(std::uint32_t token) const {
    return parts_.tokens[token].lemma.in(parts_.lemmas);
  }
  [[nodiscard]] Link link(std::uint32_t token) const { return parts_.tokens[token].link; }
  [[nodiscard]] Form form(std::uint32_t token) const { return parts_.tokens[token].form; }
  [[nodiscard]] WordClass word_class(std::uint32_t token) const {
    return parts_.tokens[token].word_class;
  }
  /// The head's index; a root's is its own.
  [[nodiscard]] std::uint32_t head(std::uint32_t token) const { return parts_.tokens[token].head; }
  /// The words that hang on the token, in their order.
  [[nodiscard]] std::span<const Token> children(Token token) const {
    return std::span{children_}.subspan(first_child_[token],
                                        first_child_[token + 1] - first_child_[token]);
  }
  /// The first of them with this link; kNoToken if there is none.
  [[nodiscard]] Token child(Token token, Link wanted) const;
  [[nodiscard]] bool starts_sentence(std::uint32_t token) const {
    return parts_.tokens[token].starts_sentence;
  }
  [[nodiscard]] bool is_space(std::uint32_t token) const { return parts_.tokens[token].is_space; }

  [[nodiscard]] std::span<const TokenRange> sentences() const { return sentences_; }
  [[nodiscard]] std::span<const MarkedName> names() const { return parts_.names; }

  /// The bytes from the first token's start to the last one's end.
  [[nodiscard]] ByteRange bytes(TokenRange tokens) const;
  /// The sentence that holds the token: its index in sentences().
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const;
  /// The first token that ends after byte `offset`; size() if none does.
  [[nodiscard]] std::uint32_t token_at(std::uint32_t offset) const;

 private:
  void index_children();

  std::shared_ptr<const std::string> text_;
  SheetParts parts_;
  std::vector<TokenRange> sentences_;
  std::vector<Token> children_;     ///< of all words, one word's after the other's
  std::vector<Token> first_child_;  ///< where those of a word begin; one more than words
};

}  // namespace factbox::texts
