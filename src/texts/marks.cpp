#include "texts/marks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/letters.h"
#include "texts/paragraphs.h"

namespace factbox::texts {
namespace {

enum class MarkKind : std::uint8_t {
  curly,
  straight,
  guillemet,
  corner,
  single,
  low_single,
  straight_single,
  backtick
};
enum class Turn : std::uint8_t { opens, closes, either };

struct Mark {
  MarkKind kind = MarkKind::straight;
  Turn turn = Turn::either;
  std::uint32_t bytes = 1;
};

struct Written {
  std::string_view bytes;
  MarkKind kind;
  Turn turn;
};

constexpr std::array kWritten{
    Written{"\xE2\x80\x9C", MarkKind::curly, Turn::opens},       // “
    Written{"\xE2\x80\x9E", MarkKind::curly, Turn::opens},       // „
    Written{"\xE2\x80\x9F", MarkKind::curly, Turn::opens},       // ‟
    Written{"\xE2\x80\x9D", MarkKind::curly, Turn::closes},      // ”
    Written{"\xC2\xAB", MarkKind::guillemet, Turn::opens},       // «
    Written{"\xC2\xBB", MarkKind::guillemet, Turn::closes},      // »
    Written{"\xE2\x80\xB9", MarkKind::guillemet, Turn::opens},   // ‹
    Written{"\xE2\x80\xBA", MarkKind::guillemet, Turn::closes},  // ›
    Written{"\xE3\x80\x8C", MarkKind::corner, Turn::opens},      // 「
    Written{"\xE3\x80\x8E", MarkKind::corner, Turn::opens},      // 『
    Written{"\xE3\x80\x8D", MarkKind::corner, Turn::closes},     // 」
    Written{"\xE3\x80\x8F", MarkKind::corner, Turn::closes},     // 』
    Written{"\xE2\x80\x98", MarkKind::single, Turn::opens},      // ‘
    Written{"\xE2\x80\x99", MarkKind::single, Turn::closes},     // ’
    Written{"\xE2\x80\x9A", MarkKind::low_single, Turn::opens},  // ‚
    Written{"``", MarkKind::backtick, Turn::opens},
    Written{"''", MarkKind::backtick, Turn::either},
    Written{"\"", MarkKind::straight, Turn::either},
    Written{"'", MarkKind::straight_single, Turn::either},
};

constexpr std::size_t kDeepest = 8;
/// Bytes within which the mark that ends a quotation is looked for.
constexpr std::size_t kInSight = 600;

bool is_space(char letter) {
  return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
}
/// A letter or digit, as far as one byte tells.
bool is_word_byte(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte >= 0xC3 || (byte < 0x80 && (is_letter(byte) || is_digit(byte)));
}
bool is_word(Letter letter) {
  return is_letter(letter.code) || is_digit(letter.code);
}
bool ends_sentence(char letter) {
  return letter == '.' || letter == '?' || letter == '!';
}

bool may_begin(unsigned char byte) {
  return byte == '"' || byte == '\'' || byte == '`' || byte == 0xE2 || byte == 0xC2 || byte == 0xE3;
}

std::optional<Mark> mark_at(std::string_view text, std::size_t at) {
  if (!may_begin(static_cast<unsigned char>(text[at]))) {
    return std::nullopt;
  }
  const std::string_view rest = text.substr(at);
  for (const Written& written : kWritten) {
    if (rest.starts_with(written.bytes)) {
      return Mark{written.kind, written.turn, static_cast<std::uint32_t>(written.bytes.size())};
    }
  }
  return std::nullopt;
}

/// A text, and what stands around its marks.
class Surroundings {
 public:
  Surroundings(std::string_view text, bool by_lines) : text_(text), by_lines_(by_lines) {}

  /// Where the next paragraph begins if `at` is the blank line before it, or where lines are
  /// paragraphs the end of one behind a sentence; else `at`.
  [[nodiscard]] std::size_t past_paragraph(std::size_t at) const {
    if (text_[at] != '\n') {
      return at;
    }
    std::size_t next = at + 1;
    bool blank = false;
    while (next < text_.size() && is_space(text_[next])) {
      blank |= text_[next++] == '\n';
    }
    const bool ends =
        blank || next == text_.size() || (by_lines_ && ends_sentence_before(text_, at));
    return ends ? next : at;
  }

  [[nodiscard]] char before(std::size_t at) const { return at == 0 ? '\n' : text_[at - 1]; }
  [[nodiscard]] char after(std::size_t at, const Mark& mark) const {
    const std::size_t next = at + mark.bytes;
    return next < text_.size() ? text_[next] : '\n';
  }
  [[nodiscard]] bool word_before(std::size_t at) const { return is_word(letter_before(text_, at)); }
  [[nodiscard]] bool word_after(std::size_t at, const Mark& mark) const {
    return is_word(letter_at(text_, at + mark.bytes));
  }

  /// Whether the next mark of the kind stands behind a word, as one that closes does.
  [[nodiscard]] bool is_answered(const Mark& mark, std::size_t at) const {
    const std::size_t limit = std::min(text_.size(), at + kInSight);
    for (std::size_t next = at + mark.bytes; next < limit; ++next) {
      if (text_[next] == '\n') {
        return false;
      }
      const std::optional<Mark> found = mark_at(text_, next);
      if (found && found->kind == mark.kind) {
        return !is_space(before(next)) && !word_after(next, *found);
      }
    }
    return false;
  }

  /// "‘The players’ union left,’ she said": a mark behind an s and before a space is an apostrophe
  /// where a surer end follows, one beside another mark, and none opens before it.
  [[nodiscard]] bool is_possessive(const Mark& mark, std::size_t at) const {
    if (before(at) != 's' || after(at, mark) != ' ') {
      return false;
    }
    const std::size_t limit = std::min(text_.size(), at + kInSight);
    for (std::size_t next = at + mark.bytes; next < limit && past_paragraph(next) == next; ++next) {
      const std::optional<Mark> found = mark_at(text_, next);
      if (!found || found->kind != mark.kind || (word_before(next) && word_after(next, *found))) {
        next += found ? found->bytes - 1 : 0;
        continue;
      }
      if (found->turn == Turn::opens || word_after(next, *found)) {
        return false;
      }
      if (!word_before(next) || !is_space(after(next, *found))) {
        return true;
      }
    }
    return false;
  }

 private:
  std::string_view text_;
  bool by_lines_;
};

/// Reads one paragraph after the other with a stack of the quotations that are open.
class Automaton {
 public:
  Automaton(std::string_view text, bool by_lines) : text_(text), around_(text, by_lines) {}

  std::vector<Quotation> run() {
    sentence_ = paragraph_ = 0;
    for (std::size_t at = 0; at < text_.size();) {
      if (const std::size_t next = around_.past_paragraph(at); next > at) {
        end_paragraph(at, next);
        at = next;
        continue;
      }
      const std::optional<Mark> mark = mark_at(text_, at);
      if (mark) {
        take(*mark, at);
        at += mark->bytes;
        continue;
      }
      if (is_space(text_[at])) {
        note_sentence(at);
      }
      ++at;
    }
    end_paragraph(text_.size(), text_.size());
    std::ranges::stable_sort(found_, {}, [](const Quotation& one) {
      return std::pair{one.whole.begin, one.depth};
    });
    return std::move(found_);
  }

 private:
  struct Open {
    MarkKind kind;
    std::size_t at;
    std::size_t inside;
    std::size_t first_end;  ///< the first end of a sentence after it; npos: none yet
  };

  /// Remembers where the last sentence ended: an end mark, perhaps a closing quotation, a space.
  void note_sentence(std::size_t space) {
    std::size_t last = space;
    while (last > sentence_ && !ends_sentence(text_[last - 1]) && space - last < 4 &&
           !is_word_byte(text_[last - 1])) {
      --last;
    }
    if (last == sentence_ || last == 0 || !ends_sentence(text_[last - 1])) {
      return;
    }
    if (begins_with_small(text_.substr(space + 1))) {
      return;
    }
    sentence_ = space + 1;
    for (std::size_t left = stack_.size(); left > 0; --left) {
      Open& open = stack_[left - 1];
      if (open.first_end != std::string_view::npos) {
        break;
      }
      open.first_end = space;
    }
  }

  void take(const Mark& mark, std::size_t at) {
    if (mark.kind == MarkKind::single || mark.kind == MarkKind::straight_single) {
      return take_single(mark, at);
    }
    Turn turn = mark.turn == Turn::either ? turn_of(mark, at) : mark.turn;
    if (is_turned(mark, turn, at)) {
      turn = turn == Turn::opens ? Turn::closes : Turn::opens;
    }
    if (turn == Turn::opens) {
      return open(mark, at);
    }
    close(mark, at);
  }

  [[nodiscard]] bool is_open(MarkKind kind) const {
    return std::ranges::any_of(stack_, [&](const Open& one) { return one.kind == kind; });
  }

  [[nodiscard]] Turn turn_of(const Mark& mark, std::size_t at) const {
    const bool space_before =
        is_space(around_.before(at)) || around_.before(at) == '(' || around_.before(at) == '[';
    const char after = around_.after(at, mark);
    // Feeds that part marks from words: to end the " violence ".
    const bool stop_after = space_before && (after == '.' || after == ',') && is_open(mark.kind);
    const bool space_after = is_space(after) || stop_after;
    if (space_before != space_after) {
      return space_before ? Turn::opens : Turn::closes;
    }
    return is_open(mark.kind) ? Turn::closes : Turn::opens;
  }

  /// „ … “, »…« and ”…” stand the other way round than “ … ” and «…»: seen by the spaces beside
  /// them, and by the mark that answers within sight.
  [[nodiscard]] bool is_turned(const Mark& mark, Turn turn, std::size_t at) const {
    if (mark.turn == Turn::either ||
        (mark.kind != MarkKind::curly && mark.kind != MarkKind::guillemet)) {
      return false;
    }
    const bool space_before = is_space(around_.before(at)) || around_.before(at) == '(';
    const bool letter_after = around_.word_after(at, mark);
    if (turn == Turn::opens) {
      return !space_before && !letter_after && is_open(mark.kind);
    }
    return space_before && letter_after && !is_open(mark.kind) && around_.is_answered(mark, at);
  }

  /// The kind that a mark of `kind` closes: its own, else a double mark of another kind that feeds
  /// mix up ("We left,” she said).
  [[nodiscard]] MarkKind closed_by(MarkKind kind) const {
    const auto is_double = [](MarkKind one) {
      return one == MarkKind::curly || one == MarkKind::straight || one == MarkKind::backtick;
    };
    const bool mixed =
        !stack_.empty() && !is_open(kind) && is_double(kind) && is_double(stack_.back().kind);
    return mixed ? stack_.back().kind : kind;
  }

  void take_single(const Mark& mark, std::size_t at) {
    const bool letter_after = around_.word_after(at, mark);
    const bool letter_before = around_.word_before(at);
    if (letter_before && letter_after) {
      return;  // an apostrophe: "don't"
    }
    if (mark.kind == MarkKind::single && !is_space(around_.before(at)) &&
        is_open(MarkKind::low_single)) {
      return close({MarkKind::low_single, Turn::closes, mark.bytes}, at);  // ‚so‘, ‚so’
    }
    const bool closes =
        mark.turn != Turn::opens && !is_space(around_.before(at)) && is_open(mark.kind);
    if (closes) {
      return around_.is_possessive(mark, at) ? void() : close(mark, at);
    }
    const bool opens =
        mark.turn != Turn::closes && !letter_before && !is_space(around_.after(at, mark));
    if (opens) {
      open(mark, at);
    }
  }

  void open(const Mark& mark, std::size_t at) {
    // The same mark opened twice: the first one's end is missing, but that it nests as ‘ and “ do.
    if (!stack_.empty() && stack_.back().kind == mark.kind) {
      give_up(stack_.back(), at), stack_.pop_back();
    }
    if (stack_.size() >= kDeepest) {
      return;
    }
    stack_.push_back({mark.kind, at, at + mark.bytes, std::string_view::npos});
  }

  void close(const Mark& mark, std::size_t at) {
    const MarkKind kind = closed_by(mark.kind);
    while (!stack_.empty() && stack_.back().kind != kind && is_open(kind)) {
      give_up(stack_.back(), at);
      stack_.pop_back();
    }
    if (!stack_.empty() && stack_.back().kind == kind) {
      add(stack_.back(), at, at + mark.bytes, true);
      stack_.pop_back();
      last_close_ = at + mark.bytes;
      return;
    }
    // No beginning: the quotation starts with its sentence, or after the one before it.
    if (mark.kind != MarkKind::curly && mark.kind != MarkKind::straight) {
      return;
    }
    const std::size_t from = std::max({sentence_, last_close_, paragraph_});
    last_close_ = at + mark.bytes;
    if (!stack_.empty() || from >= at) {
      return;
    }
    found_.push_back({range(from, at + mark.bytes), range(from, at), 0, false, true, false});
  }

  /// Ends a quotation that has no closing mark, before `limit`.
  void give_up(const Open& open, std::size_t limit) {
    if (open.kind == MarkKind::single || open.kind == MarkKind::straight_single ||
        open.kind == MarkKind::low_single) {
      return;
    }
    std::size_t end = std::min(open.first_end, limit);
    while (end > open.inside && is_space(text_[end - 1])) {
      --end;
    }
    add(open, end, end, false);
  }

  void add(const Open& open, std::size_t end, std::size_t past, bool closed) {
    if (end <= open.inside) {
      return;
    }
    const auto depth = static_cast<std::uint32_t>(&open - stack_.data());
    found_.push_back({range(open.at, past), range(open.inside, end), depth, true, closed, false});
  }

  void end_paragraph(std::size_t end, std::size_t next) {
    while (!stack_.empty()) {
      const Open open = stack_.back();
      const std::optional<Mark> again = next < text_.size() ? mark_at(text_, next) : std::nullopt;
      const bool goes_on = again && again->kind == open.kind && again->turn != Turn::closes;
      if (goes_on) {
        add(stack_.back(), end, end, false);
        if (!found_.empty()) {
          found_.back().continues = true;
        }
      } else {
        give_up(stack_.back(), end);
      }
      stack_.pop_back();
    }
    paragraph_ = sentence_ = last_close_ = next;
  }

  static ByteRange range(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string_view text_;
  Surroundings around_;
  std::vector<Open> stack_;
  std::vector<Quotation> found_;
  std::size_t paragraph_ = 0;
  std::size_t sentence_ = 0;
  std::size_t last_close_ = 0;
};

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text) {
  return Automaton{text, lines_are_paragraphs(text)}.run();
}

std::vector<Quotation> find_quotations(std::string_view text, ByteRange around) {
  const bool by_lines = lines_are_paragraphs(text);
  const std::size_t begin = paragraph_begin(text, around.begin, by_lines);
  const std::size_t end = paragraph_end(text, around.end, by_lines);
  auto found = Automaton{text.substr(begin, end - begin), by_lines}.run();
  const auto shift = static_cast<std::uint32_t>(begin);
  for (Quotation& one : found) {
    for (ByteRange* range : {&one.whole, &one.inside}) {
      range->begin += shift;
      range->end += shift;
    }
  }
  return found;
}

bool is_quotation_mark(std::string_view word) {
  return word == "`" || std::ranges::find(kWritten, word, &Written::bytes) != kWritten.end();
}

std::size_t mark_at_end(std::string_view words) {
  const auto found = std::ranges::find_if(kWritten, [&](const Written& written) {
    return written.turn != Turn::opens && words.ends_with(written.bytes);
  });
  return found == kWritten.end() ? 0 : found->bytes.size();
}

std::string_view closing_of(std::string_view opening) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kPairs{{
      {"\xE2\x80\x9C", "\xE2\x80\x9D"},  // “ ”
      {"\xE2\x80\x9E", "\xE2\x80\x9D"},  // „ ”
      {"\xC2\xAB", "\xC2\xBB"},          // « »
      {"\xE2\x80\xB9", "\xE2\x80\xBA"},  // ‹ ›
      {"\xE2\x80\x98", "\xE2\x80\x99"},  // ‘ ’
      {"\xE2\x80\x9A", "\xE2\x80\x98"},  // ‚ ‘
      {"\xE3\x80\x8C", "\xE3\x80\x8D"},  // 「 」
      {"\xE3\x80\x8E", "\xE3\x80\x8F"},  // 『 』
      {"``", "''"},
  }};
  const auto found =
      std::ranges::find(kPairs, opening, [](const auto& pair) { return pair.first; });
  return found == kPairs.end() ? std::string_view{} : found->second;
}

}  // namespace factbox::texts
