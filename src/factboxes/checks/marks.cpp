#include "factboxes/checks/marks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/letters.h"

namespace factbox::factboxes::checks {
namespace {

/// Marks that answer each other.
enum class Sort : std::uint8_t { curly, single, low_single, angle, corner, straight, tick, typed };

struct Sign {
  std::string_view bytes;
  Sort sort;
  char way;  ///< '<' opens, '>' closes, '|' either
};

constexpr std::array kSigns{
    Sign{"\xE2\x80\x9C", Sort::curly, '<'},       // “
    Sign{"\xE2\x80\x9D", Sort::curly, '>'},       // ”
    Sign{"\xE2\x80\x9E", Sort::curly, '<'},       // „
    Sign{"\xE2\x80\x9F", Sort::curly, '<'},       // ‟
    Sign{"\xE2\x80\x98", Sort::single, '<'},      // ‘
    Sign{"\xE2\x80\x99", Sort::single, '>'},      // ’
    Sign{"\xE2\x80\x9A", Sort::low_single, '<'},  // ‚
    Sign{"\xC2\xAB", Sort::angle, '<'},           // «
    Sign{"\xC2\xBB", Sort::angle, '>'},           // »
    Sign{"\xE2\x80\xB9", Sort::angle, '<'},       // ‹
    Sign{"\xE2\x80\xBA", Sort::angle, '>'},       // ›
    Sign{"\xE3\x80\x8C", Sort::corner, '<'},      // 「
    Sign{"\xE3\x80\x8D", Sort::corner, '>'},      // 」
    Sign{"\xE3\x80\x8E", Sort::corner, '<'},      // 『
    Sign{"\xE3\x80\x8F", Sort::corner, '>'},      // 』
    Sign{"``", Sort::tick, '<'},
    Sign{"''", Sort::tick, '|'},
    Sign{"\"", Sort::straight, '|'},
    Sign{"'", Sort::typed, '|'},
};

const Sign* sign_at(std::string_view text, std::size_t at) {
  const auto found = std::ranges::find_if(
      kSigns, [&](const Sign& sign) { return text.substr(at).starts_with(sign.bytes); });
  return found == kSigns.end() ? nullptr : &*found;
}

/// What stands beside a mark.
enum class Beside : std::uint8_t { blank, word, stop, other };

Beside kind_of(Letter letter) {
  if (letter.bytes == 0 || is_blank(letter.code)) {
    return Beside::blank;
  }
  if (is_letter(letter.code) || is_digit(letter.code)) {
    return Beside::word;
  }
  constexpr std::u32string_view kStops = U".,;:?!\u2026";
  return kStops.find(letter.code) != std::u32string_view::npos ? Beside::stop : Beside::other;
}

struct OpenMark {
  const Sign* sign;
  std::size_t at;
  [[nodiscard]] std::size_t inside() const { return at + sign->bytes.size(); }
};

/// Reads the marks of one paragraph.
class Paragraph {
 public:
  Paragraph(std::string_view text, std::size_t begin, std::size_t end, std::vector<Quoted>& found)
      : text_(text.substr(0, end)), begin_(begin), found_(found) {}

  void read() {
    for (std::size_t at = begin_; at < text_.size();) {
      const Sign* sign = sign_at(text_, at);
      if (sign == nullptr) {
        at += letter_at(text_, at).bytes;
        continue;
      }
      take(*sign, at);
      at += sign->bytes.size();
    }
    while (!open_.empty()) {
      lose(text_.size());
    }
  }

 private:
  [[nodiscard]] Beside before(std::size_t at) const {
    return at == begin_ ? Beside::blank : kind_of(letter_before(text_, at));
  }
  [[nodiscard]] Beside behind(const Sign& sign, std::size_t at) const {
    return kind_of(letter_at(text_, at + sign.bytes.size()));
  }
  static bool is_small_mark(const Sign& sign) {
    return sign.sort == Sort::single || sign.sort == Sort::typed;
  }

  void take(const Sign& sign, std::size_t at) {
    const Beside left = before(at);
    const Beside right = behind(sign, at);
    if (is_small_mark(sign) && left == Beside::word && right == Beside::word) {
      return;  // "isn't"
    }
    const auto answered = partner(sign, at);
    const bool may_open = sign.way != '>' || (left == Beside::blank && right != Beside::blank);
    if (answered && closes(sign, at, left, right)) {
      return pair(*answered, at, sign);
    }
    if (is_small_mark(sign)) {
      if (sign.way != '>' && left != Beside::word && right != Beside::blank) {
        open_.push_back({&sign, at});
      }
      return;
    }
    const bool apart = sign.sort == Sort::straight && left == Beside::blank;
    if (sign.way == '|' ? (right != Beside::blank || apart) && left != Beside::word : may_open) {
      open_.push_back({&sign, at});
    } else if (open_.empty() && at > begin_ &&
               (sign.sort == Sort::curly || sign.sort == Sort::straight)) {
      found_.push_back({range(begin_, at + sign.bytes.size()), range(begin_, at), true, false});
    }
  }

  /// Which open mark this one could close: the last of its sort; of a sort that feeds mix up with
  /// it only the very last.
  [[nodiscard]] std::optional<std::size_t> partner(const Sign& sign, std::size_t at) const {
    const auto answers = [&](const OpenMark& open) {
      return open.sign->sort == sign.sort ||
             (open.sign->sort == Sort::low_single && sign.sort == Sort::single);
    };
    for (std::size_t n = open_.size(); n > 0; --n) {
      if (answers(open_[n - 1])) {
        return n - 1;
      }
    }
    const auto is_double = [](Sort sort) {
      return sort == Sort::curly || sort == Sort::straight || sort == Sort::tick;
    };
    if (!open_.empty() && is_double(sign.sort) && is_double(open_.back().sign->sort) &&
        sign.way != '<' && open_.back().inside() < at) {
      return open_.size() - 1;
    }
    return std::nullopt;
  }

  /// Whether a mark that has a partner closes it, by what stands beside it.
  [[nodiscard]] bool closes(const Sign& sign, std::size_t at, Beside left, Beside right) const {
    if (left == Beside::blank) {  // « comme ceci », or as feeds part them: " like this ".
      return sign.way == '>'
                 ? right == Beside::blank
                 : sign.sort == Sort::straight && (right == Beside::blank || right == Beside::stop);
    }
    if (sign.way == '<') {
      return right != Beside::word;  // „so“ and »so«
    }
    return !is_small_mark(sign) || !is_possessive(sign, at, right);
  }

  /// "‘the players’ union left,’ she said": a mark behind an s, before a word, where a surer one
  /// follows.
  [[nodiscard]] bool is_possessive(const Sign& sign, std::size_t at, Beside right) const {
    if (right != Beside::blank || at == begin_ || text_[at - 1] != 's') {
      return false;
    }
    constexpr std::size_t kInSight = 600;
    const std::size_t limit = std::min(text_.size(), at + kInSight);
    for (std::size_t next = at + sign.bytes.size(); next < limit; ++next) {
      const Sign* found = sign_at(text_, next);
      if (found == nullptr || found->sort != sign.sort) {
        next += found == nullptr ? 0 : found->bytes.size() - 1;
        continue;
      }
      const Beside left = before(next);
      const Beside behind_it = behind(*found, next);
      if (left == Beside::word && behind_it == Beside::word) {
        continue;
      }
      if (left == Beside::blank || behind_it == Beside::word || found->way == '<') {
        return false;
      }
      if (left == Beside::stop || behind_it != Beside::blank) {
        return true;
      }
    }
    return false;
  }

  void pair(std::size_t with, std::size_t at, const Sign& sign) {
    while (open_.size() > with + 1) {
      lose(at);
    }
    const OpenMark opened = open_.back();
    open_.pop_back();
    if (opened.inside() < at) {
      found_.push_back(
          {range(opened.at, at + sign.bytes.size()), range(opened.inside(), at), true, true});
    }
  }

  /// The last open mark has no end. A single one was an apostrophe ("the ’90s").
  void lose(std::size_t end) {
    const OpenMark opened = open_.back();
    open_.pop_back();
    if (!is_small_mark(*opened.sign) && opened.sign->sort != Sort::low_single &&
        opened.inside() < end) {
      found_.push_back({range(opened.at, end), range(opened.inside(), end), false, true});
    }
  }

  static ByteRange range(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string_view text_;
  std::size_t begin_;
  std::vector<OpenMark> open_;
  std::vector<Quoted>& found_;
};

/// True where a blank line, or nothing, stands behind the end of a line.
bool is_before_blank(std::string_view text, std::size_t line_end) {
  const auto next = text.find_first_not_of(" \t\r", line_end + 1);
  return next == std::string_view::npos || text[next] == '\n';
}

/// True where no blank line parts paragraphs: then each line is one.
bool has_lines_alone(std::string_view text) {
  const auto last = text.find_last_not_of(" \t\r\n");
  for (auto at = text.find('\n'); at < last; at = text.find('\n', at + 1)) {
    if (is_before_blank(text, at)) {
      return false;
    }
  }
  return true;
}

/// True where the line ends as a sentence does, with or without a quotation mark.
bool is_full_stop(std::string_view line) {
  const auto stop = line.find_last_of(".?!");
  if (stop == std::string_view::npos) {
    return false;
  }
  for (auto at = stop + 1; at < line.size();
       at += std::max<std::size_t>(1, letter_at(line, at).bytes)) {
    if (kind_of(letter_at(line, at)) == Beside::word) {
      return false;
    }
  }
  return true;
}

/// The end of the paragraph that begins at `begin`: a blank line, or the end; of lines alone the
/// end of one behind a sentence.
std::size_t paragraph_end(std::string_view text, std::size_t begin, bool lines) {
  for (auto at = text.find('\n', begin); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    if (is_before_blank(text, at) || (lines && is_full_stop(text.substr(begin, at - begin)))) {
      return at;
    }
  }
  return text.size();
}

}  // namespace

std::vector<Quoted> quoted_in(std::string_view text) {
  std::vector<Quoted> found;
  const bool lines = has_lines_alone(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = paragraph_end(text, begin, lines);
    Paragraph{text, begin, end, found}.read();
    const auto next = text.find_first_not_of(" \t\r\n", end);
    begin = next == std::string_view::npos ? text.size() : next;
  }
  std::ranges::sort(found, [](const Quoted& a, const Quoted& b) {
    return a.whole.begin != b.whole.begin ? a.whole.begin < b.whole.begin
                                          : a.whole.end > b.whole.end;
  });
  return found;
}

std::vector<Quoted> outermost(std::vector<Quoted> quoted) {
  std::uint32_t end = 0;
  std::erase_if(quoted, [&](const Quoted& one) {
    const bool within = one.whole.end <= end;
    end = std::max(end, one.whole.end);
    return within;
  });
  return quoted;
}

}  // namespace factbox::factboxes::checks
