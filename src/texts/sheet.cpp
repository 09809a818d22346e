#include "texts/sheet.h"

#include <algorithm>
#include <utility>

namespace factbox::texts {

Sheet::Sheet(std::shared_ptr<const std::string> text, SheetParts parts)
    : text_(std::move(text)), parts_(std::move(parts)) {
  for (std::uint32_t token = 0; token < size(); ++token) {
    if (token == 0 || starts_sentence(token)) {
      sentences_.push_back({token, token + 1});
    } else {
      sentences_.back().past = token + 1;
    }
  }
  index_children();
}

void Sheet::index_children() {
  const Token n = size();
  first_child_.assign(n + 1, 0);
  for (Token token = 0; token < n; ++token) {
    if (head(token) != token) {
      ++first_child_[head(token) + 1];
    }
  }
  for (Token token = 0; token < n; ++token) {
    first_child_[token + 1] += first_child_[token];
  }
  children_.resize(first_child_[n]);
  std::vector<Token> next(first_child_.begin(), first_child_.end());
  for (Token token = 0; token < n; ++token) {
    if (head(token) != token) {
      children_[next[head(token)]++] = token;
    }
  }
}

Token Sheet::child(Token token, Link wanted) const {
  for (const Token one : children(token)) {
    if (link(one) == wanted) {
      return one;
    }
  }
  return kNoToken;
}

ByteRange Sheet::bytes(TokenRange tokens) const {
  if (tokens.first == tokens.past) {
    const std::uint32_t at = tokens.first < size() ? range(tokens.first).begin : 0;
    return {at, at};
  }
  return {range(tokens.first).begin, range(tokens.past - 1).end};
}

std::uint32_t Sheet::sentence_of(std::uint32_t token) const {
  const auto after =
      std::partition_point(sentences_.begin(), sentences_.end(),
                           [&](const TokenRange& sentence) { return sentence.first <= token; });
  return static_cast<std::uint32_t>(after - sentences_.begin()) - 1;
}

std::uint32_t Sheet::token_at(std::uint32_t offset) const {
  const auto found =
      std::partition_point(parts_.tokens.begin(), parts_.tokens.end(),
                           [&](const SheetToken& token) { return token.range.end <= offset; });
  return static_cast<std::uint32_t>(found - parts_.tokens.begin());
}

}  // namespace factbox::texts
