#include "language/words/chunk_rules.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "language/package_file.h"
#include "language/words/pattern_syntax.h"
#include "language/words/unicode.h"

namespace factbox::language {
namespace {

constexpr std::uint64_t kOrth = 65;
constexpr std::uint64_t kNorm = 67;

std::optional<std::string_view> utf8(const std::optional<Packed>& value) {
  if (!value) {
    return std::nullopt;
  }
  const auto text = value->text();
  if (!text || first_invalid_byte(*text) != text->size()) {
    return std::nullopt;
  }
  return text;
}

/// The pattern's text under `key`; none where there is nothing.
Result<std::optional<std::string_view>> pattern_text(const PackedFile& file, std::string_view key) {
  const auto value = file.root().find(key);
  if (!value || value->is_nil()) {
    return std::nullopt;
  }
  const auto text = utf8(value);
  if (!text) {
    return tl::unexpected(file.expected(fmt::format("{} to be a pattern", key)));
  }
  return text;
}

template <class Kind>
Result<Kind> compile(const PackedFile& file, std::string_view key, std::string_view text) {
  auto pattern = Kind::compile(text);
  if (pattern) {
    return pattern;
  }
  const Error& error = pattern.error();
  return tl::unexpected(
      Error{error.kind, fmt::format("{}: the pattern {}, {}", file.name(), key, error.what)});
}

Result<AffixPattern> compile_affix(const PackedFile& file, std::string_view key) {
  FB_TRY(text, pattern_text(file, key));
  if (!text) {
    return tl::unexpected(file.expected(fmt::format("a pattern {}", key)));
  }
  return compile<AffixPattern>(file, key, *text);
}

/// Compiles the alternatives apart: all in one are beyond PCRE2 in some packages.
Result<std::vector<Pattern>> compile_alternatives(const PackedFile& file, std::string_view key) {
  FB_TRY(text, pattern_text(file, key));
  std::vector<Pattern> patterns;
  if (!text) {
    return patterns;
  }
  std::string flags;
  std::string_view rest = *text;
  if (rest.starts_with("(?") && rest.find(')') < rest.find_first_of(":=!<P")) {
    flags = rest.substr(0, rest.find(')') + 1);
    rest.remove_prefix(flags.size());
  }
  constexpr std::size_t kPatternBytes = 8'000;
  std::string several;
  const auto alternatives = alternatives_of(rest);
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    several += several.empty() ? flags : "|";
    several += alternatives[i];
    if (i + 1 < alternatives.size() && several.size() < kPatternBytes) {
      continue;
    }
    FB_TRY(pattern, compile<Pattern>(file, key, several));
    patterns.push_back(std::move(pattern));
    several.clear();
  }
  return patterns;
}

Result<std::vector<SpecialPiece>> read_pieces(const PackedFile& file, std::string_view text,
                                              const Packed& list) {
  std::vector<SpecialPiece> pieces;
  std::string joined;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto orth = utf8(list.at(i).find(kOrth));
    if (!orth || orth->empty()) {
      return tl::unexpected(file.expected(fmt::format("the letters of each piece of {}", text)));
    }
    const auto norm = utf8(list.at(i).find(kNorm));
    pieces.push_back({std::string{*orth}, std::string{norm.value_or("")}});
    joined += *orth;
  }
  if (joined != text) {
    return tl::unexpected(
        file.expected(fmt::format("the pieces of the exception \"{}\" to make it up", text)));
  }
  return pieces;
}

Result<SpecialCases> read_cases(const PackedFile& file) {
  const auto exceptions = file.root().find("exceptions");
  if (!exceptions || !exceptions->is_map()) {
    return tl::unexpected(file.expected("a map with the entry exceptions"));
  }
  SpecialCases cases;
  for (std::size_t i = 0; i < exceptions->size(); ++i) {
    const auto text = utf8(exceptions->key(i));
    if (!text || text->empty() || !exceptions->at(i).is_list()) {
      return tl::unexpected(file.expected("exceptions to map texts to lists of pieces"));
    }
    FB_TRY(pieces, read_pieces(file, *text, exceptions->at(i)));
    cases.add(*text, std::move(pieces));
  }
  return cases;
}

void add(std::vector<ChunkPiece>& pieces, std::size_t size, std::string_view norm = {}) {
  if (size > 0) {
    pieces.push_back({static_cast<std::uint32_t>(size), norm});
  }
}

void add(std::vector<ChunkPiece>& pieces, std::span<const SpecialPiece> exception) {
  for (const SpecialPiece& piece : exception) {
    add(pieces, piece.text.size(), piece.norm);
  }
}

}  // namespace

ChunkRules::ChunkRules(AffixPattern prefix, AffixPattern suffix, AffixPattern infix,
                       SpecialCases cases)
    : prefix_(std::move(prefix)),
      suffix_(std::move(suffix)),
      infix_(std::move(infix)),
      cases_(std::move(cases)) {}

Result<ChunkRules> ChunkRules::read(const PackedFile& file) {
  FB_TRY(cases, read_cases(file));
  FB_TRY(prefix, compile_affix(file, "prefix_search"));
  FB_TRY(suffix, compile_affix(file, "suffix_search"));
  FB_TRY(infix, compile_affix(file, "infix_finditer"));
  ChunkRules rules{std::move(prefix), std::move(suffix), std::move(infix), std::move(cases)};
  FB_TRY(token_match, compile_alternatives(file, "token_match"));
  rules.token_match_ = std::move(token_match);
  FB_TRY(url, pattern_text(file, "url_match"));
  if (url) {
    FB_TRY(url_match, compile<Pattern>(file, "url_match", *url));
    rules.url_match_ = std::move(url_match);
  }
  FB_TRY(suffix_text, pattern_text(file, "suffix_search"));
  if (const auto width = width_of(suffix_text.value_or(""))) {
    rules.suffix_letters_ = width->letters;
    rules.suffix_may_run_ = width->has_runs;
  }
  return rules;
}

bool ChunkRules::finds_affix(std::string_view text, PatternMemory& memory) const {
  return prefix_.search(text, memory) || infix_.search(text, memory) ||
         suffix_.search(text, memory);
}

bool ChunkRules::is_token(std::string_view rest, PatternMemory& memory) const {
  for (const Pattern& pattern : token_match_) {
    if (pattern.matches_start(rest, memory)) {
      return true;
    }
  }
  return false;
}

std::size_t ChunkRules::prefix_size(std::string_view rest, PatternMemory& memory) const {
  const auto match = prefix_.search(rest, memory);
  return match ? match->end - match->begin : 0;
}

std::size_t ChunkRules::suffix_size(std::string_view rest, PatternMemory& memory) const {
  std::size_t letters = suffix_letters_;
  while (true) {
    std::size_t from = letters == 0 ? 0 : rest.size();
    for (std::size_t i = 0; i < letters && from > 0; ++i) {
      from = code_point_before(rest, from);
    }
    const auto match = suffix_.search(rest, memory, from);
    if (!match) {
      return 0;
    }
    if (match->begin > from || from == 0 || !suffix_may_run_) {
      return match->end - match->begin;
    }
    letters *= 2;
  }
}

void ChunkRules::cut(std::string_view chunk, PatternMemory& memory, std::vector<ChunkPiece>& pieces,
                     bool with_exceptions) const {
  const auto is_exception = [&](std::string_view text) {
    return with_exceptions && !cases_.find(text).empty();
  };
  std::vector<std::uint32_t> suffixes;
  const auto strip_suffix = [&](std::size_t size) {
    suffixes.push_back(static_cast<std::uint32_t>(size));
  };
  std::string_view rest = chunk;
  std::size_t last_size = 0;
  while (!rest.empty() && rest.size() != last_size) {
    if (is_token(rest, memory) || is_exception(rest)) {
      break;
    }
    last_size = rest.size();
    const std::size_t prefix = prefix_size(rest, memory);
    const std::string_view without_prefix = rest.substr(prefix);
    if (prefix > 0 && is_exception(without_prefix)) {
      add(pieces, prefix);
      rest = without_prefix;
      break;
    }
    const std::size_t suffix = suffix_size(without_prefix, memory);
    const std::string_view without_suffix = rest.substr(0, rest.size() - suffix);
    if (suffix > 0 && is_exception(without_suffix)) {
      strip_suffix(suffix);
      rest = without_suffix;
      break;
    }
    add(pieces, prefix);
    if (suffix > 0) {
      strip_suffix(suffix);
    }
    rest = without_prefix.substr(0, without_prefix.size() - suffix);
  }
  cut_middle(rest, memory, pieces, with_exceptions);
  // Not std::views::reverse: clang 14 can't read the views of libstdc++ 12.
  // NOLINTNEXTLINE(modernize-loop-convert)
  for (auto size = suffixes.rbegin(); size != suffixes.rend(); ++size) {
    add(pieces, *size);
  }
}

void ChunkRules::cut_middle(std::string_view middle, PatternMemory& memory,
                            std::vector<ChunkPiece>& pieces, bool with_exceptions) const {
  if (middle.empty()) {
    return;
  }
  if (with_exceptions) {
    if (const auto exception = cases_.find(middle); !exception.empty()) {
      add(pieces, exception);
      return;
    }
  }
  if (is_token(middle, memory) || (url_match_ && url_match_->matches_start(middle, memory))) {
    add(pieces, middle.size());
    return;
  }
  std::size_t done = 0;
  std::size_t from = 0;
  bool last_was_empty = false;
  while (from <= middle.size()) {
    const auto match = infix_.search(middle, memory, from, last_was_empty);
    if (!match) {
      break;
    }
    from = match->end;
    last_was_empty = match->begin == match->end;
    if (match->begin == 0) {
      continue;  // an infix stands between, not before
    }
    add(pieces, match->begin - done);
    add(pieces, match->end - match->begin);
    done = match->end;
  }
  add(pieces, middle.size() - done);
}

}  // namespace factbox::language
