#include "language/words/letter_pattern_reader.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "language/words/letter_set.h"
#include "language/words/unicode.h"

namespace factbox::language {
namespace {

constexpr std::size_t kMaxDepth = 20;   // of groups in groups
constexpr std::size_t kMaxWays = 4096;  // written out
constexpr char32_t kLastCode = 0x10FFFF;

bool is_ascii_letter_or_digit(char letter) {
  return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= 'a' && letter <= 'z');
}

}  // namespace

/// Reads one pattern; LetterPattern names it as its friend, so it has no inner namespace.
class LetterPatternReader {
 public:
  explicit LetterPatternReader(std::string_view python) : python_(python) {}

  /// None where the pattern is beyond LetterPattern.
  [[nodiscard]] std::optional<LetterPattern> read();

 private:
  using Step = LetterPattern::Step;
  using Steps = LetterPattern::Steps;
  /// Ways in which a part can match, the preferred first.
  using Ways = std::vector<Steps>;

  [[nodiscard]] bool at_end() const { return at_ >= python_.size(); }
  [[nodiscard]] char next() const { return at_end() ? '\0' : python_[at_]; }
  bool take(std::string_view text);
  Ways refuse();

  Ways read_alternatives(std::size_t depth);
  Ways read_atom(std::size_t depth);
  Ways read_group(std::size_t depth);
  Ways read_around(Step::Kind kind, std::size_t depth);
  Ways read_quantifier(Ways ways);
  std::optional<LetterSet> read_class();
  std::optional<char32_t> read_letter();
  std::optional<char32_t> read_code(std::size_t digits);
  Ways letter(LetterSet set);

  std::string_view python_;
  std::size_t at_ = 0;
  bool refused_ = false;
  std::vector<LetterSet> sets_;
};

std::optional<LetterPattern> LetterPatternReader::read() {
  Ways ways = read_alternatives(0);
  if (refused_ || !at_end()) {
    return std::nullopt;
  }
  const auto consumes = [](const Step& step) {
    return step.kind == Step::Kind::letter || step.kind == Step::Kind::run;
  };
  for (const Steps& steps : ways) {
    if (std::none_of(steps.begin(), steps.end(), consumes)) {
      return std::nullopt;
    }
  }
  return LetterPattern{std::move(sets_), std::move(ways)};
}

bool LetterPatternReader::take(std::string_view text) {
  if (!python_.substr(at_).starts_with(text)) {
    return false;
  }
  at_ += text.size();
  return true;
}

LetterPatternReader::Ways LetterPatternReader::refuse() {
  refused_ = true;
  at_ = python_.size();
  return {};
}

LetterPatternReader::Ways LetterPatternReader::read_alternatives(std::size_t depth) {
  Ways all;
  Ways begun{{}};
  while (!at_end() && next() != ')') {
    if (take("|")) {
      all.insert(all.end(), begun.begin(), begun.end());
      begun = {{}};
      continue;
    }
    const Ways parts = read_quantifier(read_atom(depth));
    if (refused_ || begun.size() * parts.size() + all.size() > kMaxWays) {
      return refuse();
    }
    Ways longer;
    for (const Steps& beginning : begun) {
      for (const Steps& part : parts) {
        longer.push_back(beginning);
        longer.back().insert(longer.back().end(), part.begin(), part.end());
      }
    }
    begun = std::move(longer);
  }
  all.insert(all.end(), begun.begin(), begun.end());
  return all;
}

LetterPatternReader::Ways LetterPatternReader::read_atom(std::size_t depth) {
  if (depth == kMaxDepth) {
    return refuse();
  }
  if (take("(")) {
    return read_group(depth);
  }
  if (take("^")) {
    return {{{Step::Kind::start, {}}}};
  }
  if (take("$")) {
    return {{{Step::Kind::end, {}}}};
  }
  if (next() == '[') {
    auto set = read_class();
    return set ? letter(*std::move(set)) : refuse();
  }
  if (std::string_view{".*+?{"}.find(next()) != std::string_view::npos) {
    return refuse();
  }
  const auto code = read_letter();
  return code ? letter(LetterSet{{{*code, *code}}}) : refuse();
}

LetterPatternReader::Ways LetterPatternReader::read_group(std::size_t depth) {
  if (take("?=")) {
    return read_around(Step::Kind::ahead, depth);
  }
  if (take("?!")) {
    return read_around(Step::Kind::not_ahead, depth);
  }
  if (take("?<=")) {
    return read_around(Step::Kind::behind, depth);
  }
  if (take("?<!")) {
    return read_around(Step::Kind::not_behind, depth);
  }
  if (!take("?:") && next() == '?') {
    return refuse();
  }
  Ways ways = read_alternatives(depth + 1);
  return take(")") ? ways : refuse();
}

LetterPatternReader::Ways LetterPatternReader::read_around(Step::Kind kind, std::size_t depth) {
  const Ways inner = read_alternatives(depth + 1);
  if (!take(")")) {
    return refuse();
  }
  Ways ways;
  for (const Steps& steps : inner) {
    Step around{kind, {}};
    for (const Step& step : steps) {
      if (step.kind != Step::Kind::letter) {
        return refuse();
      }
      around.sets.push_back(step.sets.front());
    }
    // One of several must stand there; of those that mustn't, none may.
    const bool wanted = kind == Step::Kind::ahead || kind == Step::Kind::behind;
    if (wanted || ways.empty()) {
      ways.emplace_back();
    }
    ways.back().push_back(std::move(around));
  }
  return ways;
}

LetterPatternReader::Ways LetterPatternReader::read_quantifier(Ways ways) {
  if (refused_) {
    return {};
  }
  const bool optional = take("?");
  const bool repeated = !optional && take("+");
  if (std::string_view{"*+?{"}.find(next()) != std::string_view::npos && !at_end()) {
    return refuse();
  }
  if (optional) {
    ways.emplace_back();
  }
  if (repeated) {
    const bool is_letter = ways.size() == 1 && ways.front().size() == 1 &&
                           ways.front().front().kind == Step::Kind::letter;
    if (!is_letter) {
      return refuse();
    }
    ways.front().front().kind = Step::Kind::run;
  }
  return ways;
}

std::optional<LetterSet> LetterPatternReader::read_class() {
  take("[");
  const bool negated = take("^");
  std::vector<std::pair<char32_t, char32_t>> ranges;
  do {
    if (at_end()) {
      return std::nullopt;
    }
    const auto first = read_letter();
    if (!first) {
      return std::nullopt;
    }
    auto last = first;
    if (next() == '-' && python_.substr(at_, 2) != "-]") {
      take("-");
      last = read_letter();
      if (!last || *last < *first) {
        return std::nullopt;
      }
    }
    ranges.emplace_back(*first, *last);
  } while (!take("]"));
  return LetterSet{std::move(ranges), negated};
}

std::optional<char32_t> LetterPatternReader::read_letter() {
  if (at_end()) {
    return std::nullopt;
  }
  if (take("\\u")) {
    return read_code(4);
  }
  if (take("\\U")) {
    return read_code(8);
  }
  if (take("\\x")) {
    return read_code(2);
  }
  if (take("\\") && (at_end() || is_ascii_letter_or_digit(next()))) {
    return std::nullopt;
  }
  const CodePoint code = code_point_at(python_, at_);
  at_ += code.bytes;
  return code.value;
}

std::optional<char32_t> LetterPatternReader::read_code(std::size_t digits) {
  const std::string_view hex = python_.substr(at_, digits);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
  if (error != std::errc{} || hex.size() != digits || end != hex.data() + digits) {
    return std::nullopt;
  }
  at_ += digits;
  if (code > kLastCode) {
    return std::nullopt;
  }
  return code;
}

LetterPatternReader::Ways LetterPatternReader::letter(LetterSet set) {
  const auto known = std::find(sets_.begin(), sets_.end(), set);
  const auto number = static_cast<std::uint32_t>(known - sets_.begin());
  if (known == sets_.end()) {
    sets_.push_back(std::move(set));
  }
  return {{{Step::Kind::letter, {number}}}};
}

std::optional<LetterPattern> read_letter_pattern(std::string_view python) {
  return LetterPatternReader{python}.read();
}

}  // namespace factbox::language
