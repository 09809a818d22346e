// Cuts any text into tokens: their ranges lie in it, in order, and with single spaces they are all
// of it; what was cut before changes nothing. With the model's rules where it is there, else with a
// few.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <msgpack.hpp>
#include <string>
#include <vector>

#include "base/assert.h"
#include "language/package_file.h"
#include "language/words/lexicon.h"
#include "language/words/tokenizer.h"
#include "language/words/unicode.h"

namespace {

using namespace factbox::language;

std::string few_rules() {
  using Pieces = std::vector<std::map<int, std::string>>;
  msgpack::sbuffer bytes;
  msgpack::packer packer(bytes);
  packer.pack_map(5);
  packer.pack("prefix_search");
  packer.pack(R"(^\(|^\"|^\.\.+|^…|^:)");
  packer.pack("suffix_search");
  packer.pack(R"(\)$|,$|\.\.+$|…$|:$|'s$|(?<=[0-9])km$|(?<=[a-z0-9])\.$)");
  packer.pack("infix_finditer");
  packer.pack(R"(\.\.+|…|(?<=[a-z])-(?=[a-z])|(?<=[a-z]),(?=[a-z]))");
  packer.pack("url_match");
  packer.pack(R"((?u)^(?:\S+(?::\S*)?@)?(?:[a-z0-9]+\.)+(?:[a-z]{2,63})(?:[/?#]\S*)?$)");
  packer.pack("exceptions");
  packer.pack(std::map<std::string, Pieces>{{"can't", {{{65, "ca"}, {67, "can"}}, {{65, "n't"}}}},
                                            {":)", {{{65, ":)"}}}},
                                            {" ", {{{65, " "}}}}});
  return {bytes.data(), bytes.size()};
}

struct Rules {
  Tokenizer tokenizer;
  Lexicon lexicon;

  static Rules read() {
    const std::filesystem::path folder = "models/en_core_web_sm-3.8.0";
    if (std::filesystem::exists(folder)) {
      const auto package = Package::open(folder, {}).value();
      return from(package.unpack("tokenizer").value(), package.unpack("vocab/lookups.bin").value());
    }
    return from(PackedFile::unpack("tokenizer", few_rules()).value(),
                PackedFile::unpack("vocab/lookups.bin", "\x81\xablexeme_norm\x80").value());
  }
  static Rules from(const PackedFile& rules, const PackedFile& norms) {
    return {Tokenizer::read(rules).value(),
            Lexicon{Norms::read(norms).value(), {.max_words = 500}}};
  }
};

/// Bytes that are no UTF-8 become question marks: texts are valid when they reach the tokenizer.
std::string text_of(const std::uint8_t* data, std::size_t size) {
  std::string text{reinterpret_cast<const char*>(data), size};
  for (auto bad = first_invalid_byte(text); bad < text.size();
       bad += first_invalid_byte(std::string_view{text}.substr(bad))) {
    text[bad] = '?';
  }
  return text;
}

void check(const std::string& text, const std::vector<Token>& tokens, const Lexicon& lexicon) {
  std::size_t at = 0;
  for (const Token& token : tokens) {
    FB_ASSERT(token.range.begin == at && token.range.end > at && token.range.end <= text.size());
    FB_ASSERT(lexicon.word(token.lexeme) == token.range.in(text));
    at = token.range.end;
    if (!token.space_follows) continue;
    FB_ASSERT(at < text.size() && text[at] == ' ' && !lexicon[token.lexeme].is_space);
    ++at;
  }
  FB_ASSERT(at == text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Rules rules = Rules::read();
  static TokenizerMemory memory{200};
  const std::string text = text_of(data, size);
  std::vector<Token> tokens;
  rules.lexicon.make_room();
  rules.tokenizer.cut(text, rules.lexicon, memory, tokens);
  check(text, tokens, rules.lexicon);

  TokenizerMemory nothing{1};
  std::vector<Token> again;
  rules.tokenizer.cut(text, rules.lexicon, nothing, again);
  FB_ASSERT(tokens.size() == again.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    FB_ASSERT(tokens[i].range == again[i].range && tokens[i].lexeme == again[i].lexeme);
  }
  return 0;
}
