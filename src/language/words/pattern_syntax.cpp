#include "language/words/pattern_syntax.h"

#include <algorithm>
#include <utility>

#include "language/words/unicode.h"

namespace factbox::language {
namespace {

// str.isspace; PCRE2's own \s knows fewer.
constexpr std::string_view kSpaces =
    R"(\x09-\x0d\x1c-\x20\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000})";
constexpr std::string_view kSlowUser = R"(\S+(?::\S*)?@)";
constexpr std::string_view kQuickUser = R"(\S+@)";
constexpr std::size_t kMaxDepth = 50;  // of groups in groups

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string replaced;
  while (true) {
    const std::size_t at = text.find(from);
    replaced += text.substr(0, at);
    if (at == std::string_view::npos) {
      return replaced;
    }
    replaced += to;
    text.remove_prefix(at + from.size());
  }
}

/// The bytes of the escape that starts at `at`: "\." has 2, "\u00A6" 6.
std::size_t escape_size(std::string_view pattern, std::size_t at) {
  if (at + 1 >= pattern.size()) {
    return 1;
  }
  std::size_t size = 1 + code_point_at(pattern, at + 1).bytes;
  if (pattern[at + 1] == 'u') {
    size = 6;
  }
  if (pattern[at + 1] == 'U') {
    size = 10;
  }
  if (pattern[at + 1] == 'x') {
    size = 4;
  }
  return std::min(size, pattern.size() - at);
}

/// The bytes of the class that starts at `at`, brackets included.
std::size_t class_size(std::string_view pattern, std::size_t at) {
  std::size_t end = at + 1;
  if (end < pattern.size() && pattern[end] == '^') {
    ++end;
  }
  if (end < pattern.size() && pattern[end] == ']') {
    ++end;  // first, it is a letter
  }
  while (end < pattern.size() && pattern[end] != ']') {
    end += pattern[end] == '\\' ? escape_size(pattern, end) : 1;
  }
  return std::min(end + 1, pattern.size()) - at;
}

/// Writes a pattern anew for PCRE2, letter by letter.
class Translation {
 public:
  explicit Translation(std::string_view python) : python_(python) {}

  std::string run() {
    while (at_ < python_.size()) {
      step();
    }
    return std::move(perl_);
  }

 private:
  void step() {
    const char next = python_[at_];
    if (next == '\\') {
      escape();
    } else if (in_class_) {
      if (next == '[') {
        perl_ += '\\';  // PCRE2 might see "[:alpha:]"
      }
      if (next == ']' && at_ != class_start_) {
        in_class_ = false;
      }
      perl_ += next;
      ++at_;
    } else if (python_.substr(at_, 2) == "(?" && flags()) {
      return;
    } else {
      if (next == '[') {
        in_class_ = true;
        class_start_ = at_ + (python_.substr(at_ + 1, 1) == "^" ? 2 : 1);
      }
      perl_ += next;
      ++at_;
      if (in_class_ && at_ < class_start_) {
        perl_ += python_[at_++];
      }
    }
  }

  void escape() {
    const std::string_view escape = python_.substr(at_, escape_size(python_, at_));
    at_ += escape.size();
    if (escape.size() >= 6 && (escape[1] == 'u' || escape[1] == 'U')) {
      perl_ += "\\x{";
      perl_ += escape.substr(2);
      perl_ += '}';
    } else if (escape == "\\s") {
      perl_ += in_class_ ? "" : "[";
      perl_ += kSpaces;
      perl_ += in_class_ ? "" : "]";
    } else if (escape == "\\S" && !in_class_) {
      perl_ += "[^";
      perl_ += kSpaces;
      perl_ += ']';
    } else if (escape == "\\Z") {
      perl_ += "\\z";
    } else {
      perl_ += escape;
    }
  }

  /// Copies "(?iu)" without the flag for Unicode; false where no flags stand here.
  bool flags() {
    const std::size_t end = python_.find_first_not_of("aiLmsux", at_ + 2);
    if (end == std::string_view::npos || end == at_ + 2 || python_[end] != ')') {
      return false;
    }
    std::string kept{python_.substr(at_ + 2, end - at_ - 2)};
    std::erase(kept, 'u');
    if (!kept.empty()) {
      perl_ += "(?" + kept + ")";
    }
    at_ = end + 1;
    return true;
  }

  std::string_view python_;
  std::string perl_;
  std::size_t at_ = 0;
  bool in_class_ = false;
  std::size_t class_start_ = 0;  ///< where the first letter of the class stands
};

/// Measures a pattern without runs.
class Measure {
 public:
  explicit Measure(std::string_view pattern) : pattern_(pattern) {}

  std::optional<std::size_t> run() {
    const std::size_t width = alternatives(0);
    if (unbounded_ || at_ < pattern_.size()) {
      return std::nullopt;
    }
    return width;
  }

 private:
  std::size_t alternatives(std::size_t depth) {
    std::size_t widest = 0;
    std::size_t width = 0;
    while (at_ < pattern_.size() && pattern_[at_] != ')') {
      if (pattern_[at_] == '|') {
        width = 0;
        ++at_;
      } else {
        width += atom(depth) * repeats();
        widest = std::max(widest, width);
      }
    }
    return widest;
  }

  std::size_t atom(std::size_t depth) {
    const char next = pattern_[at_];
    if (next == '(') {
      return group(depth);
    }
    if (next == '^' || next == '$') {
      ++at_;
      return 0;
    }
    if (next == '\\') {
      at_ += escape_size(pattern_, at_);
    } else if (next == '[') {
      at_ += class_size(pattern_, at_);
    } else {
      at_ += code_point_at(pattern_, at_).bytes;
    }
    return 1;
  }

  std::size_t group(std::size_t depth) {
    ++at_;
    for (const std::string_view start : {"?:", "?=", "?!", "?<=", "?<!"}) {
      if (pattern_.substr(at_, start.size()) == start) {
        at_ += start.size();
        break;
      }
    }
    if (depth == kMaxDepth || pattern_.substr(at_, 1) == "?") {
      unbounded_ = true;
      at_ = pattern_.size();
      return 0;
    }
    const std::size_t width = alternatives(depth + 1);
    if (at_ < pattern_.size()) {
      ++at_;
    }
    return width;
  }

  std::size_t repeats() {
    if (at_ >= pattern_.size()) {
      return 1;
    }
    if (pattern_[at_] == '?') {
      ++at_;
    } else if (pattern_[at_] == '*' || pattern_[at_] == '+' || pattern_[at_] == '{') {
      unbounded_ = true;  // counted repeats might be measured, but no package has them there
      ++at_;
    }
    return 1;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  bool unbounded_ = false;
};

/// Whether an alternative is one letter, repeated without end, up to the end: "\.\.+$".
bool is_run(std::string_view alternative) {
  if (alternative.starts_with('^')) {
    alternative.remove_prefix(1);
  }
  if (alternative.ends_with('$')) {
    alternative.remove_suffix(1);
  }
  if (!alternative.ends_with('+')) {
    return false;
  }
  alternative.remove_suffix(1);
  if (alternative.empty()) {
    return false;
  }
  const std::size_t size = alternative.front() == '\\' ? escape_size(alternative, 0)
                                                       : code_point_at(alternative, 0).bytes;
  const std::string_view letter = alternative.substr(0, size);
  if (size == 1 && std::string_view{"[(.*+?{|"}.find(letter) != std::string_view::npos) {
    return false;
  }
  while (alternative.starts_with(letter)) {
    alternative.remove_prefix(size);
  }
  return alternative.empty();
}

}  // namespace

std::string to_perl_syntax(std::string_view python) {
  return Translation{replace_all(python, kSlowUser, kQuickUser)}.run();
}

std::vector<std::string_view> alternatives_of(std::string_view python) {
  std::vector<std::string_view> alternatives;
  std::size_t begin = 0;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < python.size();) {
    std::size_t size = 1;
    if (python[at] == '\\') {
      size = escape_size(python, at);
    }
    if (python[at] == '[') {
      size = class_size(python, at);
    }
    if (python[at] == '(') {
      ++depth;
    }
    if (python[at] == ')' && depth > 0) {
      --depth;
    }
    if (python[at] == '|' && depth == 0) {
      alternatives.push_back(python.substr(begin, at - begin));
      begin = at + 1;
    }
    at += size;
  }
  alternatives.push_back(python.substr(begin));
  return alternatives;
}

std::optional<PatternWidth> width_of(std::string_view python) {
  PatternWidth width;
  for (const std::string_view alternative : alternatives_of(python)) {
    if (is_run(alternative)) {
      width.has_runs = true;
      width.letters = std::max(width.letters, alternative.size());
      continue;
    }
    const auto letters = Measure{alternative}.run();
    if (!letters) {
      return std::nullopt;
    }
    width.letters = std::max(width.letters, *letters);
  }
  return width;
}

}  // namespace factbox::language
