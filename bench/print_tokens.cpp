// Prints how texts are cut, for scripts that compare it with the original. Texts come on standard
// input, each behind its size as four bytes, low byte first; for each comes a line with its number
// of tokens, then a line a token: begin, end, space behind it, norm, prefix, suffix, shape, is
// space.
#include <fmt/core.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <ranges>
#include <string>
#include <vector>

#include "language/package_file.h"
#include "language/words/lexicon.h"
#include "language/words/tokenizer.h"

namespace {

using namespace factbox::language;

template <class T>
T or_leave(factbox::Result<T> result) {
  if (result) return std::move(*result);
  fmt::print(stderr, "{}\n", result.error().what);
  std::exit(1);
}

bool read_text(std::string& text) {
  std::array<unsigned char, 4> size{};
  if (!std::cin.read(reinterpret_cast<char*>(size.data()), size.size())) return false;
  std::size_t bytes = 0;
  for (const unsigned char byte : std::views::reverse(size)) {
    bytes = bytes << 8U | byte;
  }
  text.resize(bytes);
  return static_cast<bool>(std::cin.read(text.data(), static_cast<std::streamsize>(text.size())));
}

void print(const std::vector<Token>& tokens, const Lexicon& lexicon) {
  fmt::print("{}\n", tokens.size());
  for (const Token& token : tokens) {
    const Lexeme& word = lexicon[token.lexeme];
    fmt::print("{} {} {:d} {} {} {} {} {:d}\n", token.range.begin, token.range.end,
               token.space_follows, word.norm, word.prefix, word.suffix, word.shape, word.is_space);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto package =
      or_leave(Package::open(argc > 1 ? argv[1] : "models/en_core_web_sm-3.8.0", {}));
  const auto tokenizer = or_leave(Tokenizer::read(or_leave(package.unpack("tokenizer"))));
  Lexicon lexicon{or_leave(Norms::read(or_leave(package.unpack("vocab/lookups.bin"))))};
  TokenizerMemory memory;
  std::vector<Token> tokens;
  for (std::string text; read_text(text);) {
    lexicon.make_room();
    tokenizer.cut(text, lexicon, memory, tokens);
    print(tokens, lexicon);
  }
  return 0;
}
