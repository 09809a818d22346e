#include "factboxes/lines/cuts.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/letters.h"
#include "factboxes/words.h"
#include "texts/marks.h"
#include "texts/parts.h"

namespace factbox::factboxes {
using texts::Form;
using texts::Link;
using texts::Quotation;
using texts::WordClass;

namespace {

using texts::Sheet;
using texts::TokenRange;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Words whose loss would make a claim surer or larger than its source made it.
bool bounds_meaning(std::string_view words, const HouseStyle& style) {
  if (holds_cue(words, style)) {
    return true;
  }
  // "at least 12": a qualifier is one before a number only.
  const auto list = words_of(words);
  for (std::size_t i = 1; i < list.size(); ++i) {
    if (list[i].folded.front() >= '0' && list[i].folded.front() <= '9') {
      const auto before = words.substr(0, list[i].range.begin);
      const auto near = before.substr(before.size() - std::min<std::size_t>(before.size(), 24));
      if (std::any_of(style.figure_qualifiers.begin(), style.figure_qualifiers.end(),
                      [&](const auto& qualifier) { return holds_phrase(near, qualifier); })) {
        return true;
      }
    }
  }
  return false;
}

/// Whether a mark of a quotation stands in the words: its other one would be left alone.
bool holds_mark(ByteRange words, std::span<const Quotation> quotations) {
  return std::ranges::any_of(quotations, [&](const Quotation& one) {
    const ByteRange opening{one.whole.begin, one.inside.begin};
    const ByteRange closing{one.inside.end, one.whole.end};
    return opening.touches(words) || closing.touches(words);
  });
}

/// Length of the discourse marker, and the comma behind it, that `text` begins with; 0 if none.
std::size_t marker_length(std::string_view text, const HouseStyle& style) {
  const auto low = folded(text.substr(0, 60));
  for (const auto& marker : style.discourse_markers) {
    if (!low.starts_with(" " + marker + " ") || text.size() <= marker.size()) {
      continue;
    }
    const auto rest = text.substr(marker.size());
    const bool is_conjunction = style.lists(LineList::conjunction, marker);
    if (rest.starts_with(", ")) {
      return marker.size() + 2;
    }
    if (is_conjunction && rest.starts_with(" ")) {
      return marker.size() + 1;
    }
  }
  return 0;
}

/// The subtree with the commas or brackets around it; empty where it doesn't stand between such.
ByteRange between_marks(const Sheet& sheet, TokenRange tokens, TokenRange within) {
  if (tokens.size() == 0 || tokens.first == within.first || tokens.first == 0) {
    return {};
  }
  const auto before = tokens.first - 1;
  if (sheet.word(before) != ",") {
    return {};
  }
  const bool closed = tokens.past < within.past &&
                      (sheet.word(tokens.past) == "," || sheet.word(tokens.past) == ".");
  if (tokens.past < within.past && !closed) {
    return {};
  }
  const bool comma_behind = tokens.past < within.past && sheet.word(tokens.past) == ",";
  if (comma_behind && tokens.past + 1 < within.past &&
      sheet.word_class(tokens.past + 1) == WordClass::adposition) {
    return {};  // ", which was made for a visit to Orin, in the north": what follows belongs to it
  }
  return {sheet.range(before).begin,
          comma_behind ? sheet.range(tokens.past).end : sheet.range(tokens.past - 1).end};
}

bool holds_number(const Sheet& sheet, TokenRange tokens) {
  for (auto token = tokens.first; token < tokens.past; ++token) {
    if (sheet.form(token) == Form::number) {
      return true;
    }
  }
  return false;
}

/// Parts that add to a noun and don't bound it, and clauses without figures that end a sentence,
/// the later first: a line loses its tail before its middle.
std::vector<ByteRange> additions(const Sheet& sheet, ByteRange content, const HouseStyle& style,
                                 std::span<const Quotation> quotations) {
  std::vector<ByteRange> found;
  const auto within = tokens_of(sheet, content);
  for (auto token = within.past; token-- > within.first;) {
    const Link link = sheet.link(token);
    const bool tail = link == Link::adverbial_clause;
    if (link != Link::relative_clause && link != Link::apposition && !tail) {
      continue;
    }
    const auto tree = subtree(sheet, token);
    const auto range = between_marks(sheet, tree, within);
    // A few words that say who somebody is ("Ada Lund, who runs the dam,") stay.
    constexpr std::uint32_t kFewWords = 7;
    const bool says_who =
        sheet.word_class(sheet.head(token)) == WordClass::name && tree.size() <= kFewWords;
    if (range.empty() || !content.covers(range) || says_who ||
        (tail && (tree.past + 1 < within.past || holds_number(sheet, tree)))) {
      continue;
    }
    const auto words = range.in(sheet.text());
    if (!bounds_meaning(words, style) && !holds_mark(range, quotations)) {
      found.push_back(range);
    }
  }
  return found;
}

std::vector<ByteRange> brackets(std::string_view text, ByteRange content) {
  std::vector<ByteRange> found;
  for (auto at = content.begin; at < content.end; ++at) {
    if (text[at] != '(') {
      continue;
    }
    const auto close = text.find(')', at);
    if (close == std::string_view::npos || close >= content.end) {
      break;
    }
    found.push_back({at, static_cast<std::uint32_t>(close + 1)});
    at = static_cast<std::uint32_t>(close);
  }
  return found;
}

std::size_t words_left(std::string_view text, ByteRange content,
                       const std::vector<ByteRange>& cuts) {
  std::size_t count = words_of(content.in(text)).size();
  for (const auto cut : cuts) {
    count -= std::min(count, words_of(cut.in(text)).size());
  }
  return count;
}

void add_apart(std::vector<ByteRange>& cuts, ByteRange cut) {
  const bool apart =
      std::none_of(cuts.begin(), cuts.end(), [&](ByteRange each) { return each.touches(cut); });
  if (apart) {
    cuts.push_back(cut);
  }
}

/// "also" points back at something said before.
void add_backward_words(const Sheet& sheet, ByteRange content,
                        std::span<const Quotation> quotations, const HouseStyle& style,
                        std::vector<ByteRange>& cuts) {
  const auto within = tokens_of(sheet, content);
  for (auto token = within.first; token < within.past; ++token) {
    const auto range = sheet.range(token);
    const bool quoted = std::ranges::any_of(
        quotations, [&](const Quotation& one) { return one.inside.covers(range); });
    const bool paired = token > 0 && sheet.word_class(token - 1) == WordClass::coordinator;
    if (style.lists(LineList::also, sheet.word(token)) && sheet.link(token) == Link::adverb &&
        !quoted && !paired) {
      cuts.push_back(range);
    }
  }
}

}  // namespace

TokenRange tokens_of(const Sheet& sheet, ByteRange range) {
  TokenRange tokens{sheet.token_at(range.begin), sheet.token_at(range.begin)};
  while (tokens.past < sheet.size() && sheet.range(tokens.past).begin < range.end) {
    ++tokens.past;
  }
  return tokens;
}

bool holds_cue(std::string_view words, const HouseStyle& style) {
  const auto list = words_of(words);
  return std::ranges::any_of(
      list, [&](const Word& word) { return style.modality_cues.contains(word.folded); });
}

TokenRange subtree(const Sheet& sheet, std::uint32_t token) {
  const auto sentence = sheet.sentences()[sheet.sentence_of(token)];
  // Each token's way up ends at `token` or at the root; a way already walked isn't walked again.
  std::vector<std::int8_t> inside(sentence.size(), -1);
  inside[token - sentence.first] = 1;
  std::vector<std::uint32_t> way;
  TokenRange range{token, token + 1};
  std::uint32_t count = 0;
  for (auto each = sentence.first; each < sentence.past; ++each) {
    way.clear();
    auto up = each;
    while (inside[up - sentence.first] < 0) {
      way.push_back(up);
      const auto head = sheet.head(up);
      if (head == up || head < sentence.first || head >= sentence.past ||
          way.size() > sentence.size()) {
        break;
      }
      up = head;
    }
    const auto verdict = inside[up - sentence.first] == 1 ? std::int8_t{1} : std::int8_t{0};
    for (const auto walked : way) {
      inside[walked - sentence.first] = verdict;
    }
    if (inside[each - sentence.first] == 1) {
      ++count;
      range = {std::min(range.first, each), std::max(range.past, each + 1)};
    }
  }
  return count == range.size() ? range : TokenRange{};
}

namespace {

bool is_small_word(const Sheet& sheet, std::uint32_t token) {
  const Form form = sheet.form(token);
  return form == Form::determiner || form == Form::preposition || form == Form::pronoun ||
         form == Form::possessive_pronoun || form == Form::question_adverb ||
         form == Form::coordinator || form == Form::existential;
}

/// "The", "A"; not "I", which has its capital anywhere.
bool has_small_capital(const Sheet& sheet, std::uint32_t token) {
  const auto word = sheet.word(token);
  const Letter first = letter_at(word, 0);
  const bool alone = first.bytes == word.size();
  return is_capital(first.code) && (alone ? sheet.form(token) == Form::determiner
                                          : is_small(letter_at(word, first.bytes).code));
}

bool in_name(const Sheet& sheet, std::uint32_t token) {
  const auto entities = sheet.names();
  const auto next = sheet.word(std::min(token + 1, sheet.size() - 1));
  const bool next_capital = begins_with_capital(next) && sheet.form(token) == Form::determiner &&
                            sheet.word_class(sheet.head(token)) == WordClass::name;
  return next_capital ||
         std::any_of(entities.begin(), entities.end(), [&](const texts::MarkedName& each) {
           return each.tokens.first < token && token < each.tokens.past;
         });
}

bool closes_quotation(std::string_view word) {
  return word == "\xE2\x80\x9D" || word == "\xE2\x80\x99" || word == "''";
}

/// The length of a heading or caption that runs into the sentence behind it; 0 where none does, or
/// what stands behind is no sentence.
std::size_t glued_length(const Sheet& sheet, ByteRange content) {
  const auto at = run_on_at(sheet, content);
  if (!at) {
    return 0;
  }
  const auto tokens = tokens_of(sheet, content);
  bool clause = false;
  for (auto token = *at; token < tokens.past; ++token) {
    const auto head = sheet.head(token);
    clause =
        clause || (texts::is_any_subject(sheet.link(token)) && head > *at && head < tokens.past &&
                   (texts::has_tense(sheet.form(head)) || texts::is_verb(sheet.form(head))));
  }
  return clause ? sheet.range(*at).begin - content.begin : 0;
}

}  // namespace

std::optional<std::uint32_t> run_on_at(const Sheet& sheet, ByteRange range) {
  const auto tokens = tokens_of(sheet, range);
  std::optional<std::uint32_t> found;
  for (auto token = tokens.first + 1; token < tokens.past; ++token) {
    if (!is_small_word(sheet, token) || !has_small_capital(sheet, token) || in_name(sheet, token)) {
      continue;
    }
    auto before = token - 1;
    while (before > tokens.first && closes_quotation(sheet.word(before))) {
      --before;
    }
    if (sheet.word_class(before) != WordClass::punctuation && !sheet.is_space(before) &&
        !sheet.word(before).ends_with('.')) {
      found = token;
    }
  }
  return found;
}

std::vector<ByteRange> find_cuts(const Sheet& sheet, ByteRange content, const HouseStyle& style,
                                 std::size_t enough) {
  const auto text = sheet.text();
  std::vector<ByteRange> cuts;
  auto rest = content;
  for (int round = 0; round < 3; ++round) {
    const auto words = rest.in(text);
    const auto length = std::max({texts::dateline_length(words), texts::heading_length(words),
                                  glued_length(sheet, rest), marker_length(words, style)});
    if (length == 0 || length >= words.size()) {
      break;
    }
    rest.begin += static_cast<std::uint32_t>(length);
  }
  if (rest.begin > content.begin) {
    cuts.push_back({content.begin, rest.begin});
  }
  if (const auto initials = texts::credit_initials(text, rest); !initials.empty()) {
    cuts.push_back(initials);
    rest.end = initials.begin;
  }
  const auto quotations = texts::find_quotations(text, content);
  add_backward_words(sheet, rest, quotations, style, cuts);
  if (words_left(text, content, cuts) > enough) {
    auto candidates = additions(sheet, rest, style, quotations);
    for (const auto bracket : brackets(text, rest)) {
      if (!bounds_meaning(bracket.in(text), style) && !holds_mark(bracket, quotations)) {
        candidates.insert(candidates.begin(), bracket);
      }
    }
    for (const auto candidate : candidates) {
      if (words_left(text, content, cuts) <= enough) {
        break;
      }
      add_apart(cuts, candidate);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

std::vector<ByteRange> without(std::string_view text, ByteRange range,
                               const std::vector<ByteRange>& cuts) {
  std::vector<ByteRange> kept;
  const auto keep = [&](std::uint32_t begin, std::uint32_t end) {
    while (begin < end && (is_space(text[begin]) || text[begin] == ',' || text[begin] == ';' ||
                           (text[begin] == '-' && begin + 1 < end && is_space(text[begin + 1])))) {
      ++begin;
    }
    while (end > begin && (is_space(text[end - 1]) || text[end - 1] == ',' ||
                           text[end - 1] == ';' || text[end - 1] == ':')) {
      --end;
    }
    if (begin < end && !words_of(text.substr(begin, end - begin)).empty()) {
      kept.push_back({begin, end});
    }
  };
  auto begin = range.begin;
  for (const auto cut : cuts) {
    if (cut.begin >= begin && cut.end <= range.end) {
      keep(begin, cut.begin);
      begin = cut.end;
    }
  }
  keep(begin, range.end);
  return kept;
}

}  // namespace factbox::factboxes
