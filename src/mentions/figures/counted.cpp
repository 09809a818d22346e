#include <algorithm>

#include "mentions/figures/figure_text.h"

namespace factbox::mentions {
namespace {

/// A count stands so many words before what it counts, at most.
constexpr std::uint32_t kReach = 12;

bool is_noun(std::string_view tag) {
  return tag.starts_with("NN");
}

bool is_number_label(std::string_view label) {
  return label == "nummod" || label == "quantmod" || label == "compound" || label == "advmod" ||
         label == "amod" || label == "nmod" || label == "det";
}

/// The noun that the number stands before, by the parse; the number's own token where there is
/// none.
std::uint32_t counted_noun(const FigureText& text, const Amount& amount) {
  const auto& analysis = text.analysis;
  const std::uint32_t last = text.token(amount.number_past - 1);
  std::uint32_t token = last;
  for (int step = 0; step < 4; ++step) {
    const std::uint32_t head = analysis.head(token);
    if (head == token || !is_number_label(analysis.label(token))) {
      break;
    }
    token = head;
    if (token > last && is_noun(analysis.tag(token))) {
      return token - last <= kReach ? token : last;
    }
  }
  return last;
}

/// The plural right behind a number that the engine joins to something else: "10 and 12 ships".
std::uint32_t plural_behind(const language::Analysis& analysis, std::uint32_t number) {
  const std::uint32_t end = std::min(analysis.size(), number + 5);
  std::uint32_t i = number + 1;
  while (i < end && (analysis.tag(i).starts_with("JJ") || analysis.tag(i) == "NN")) {
    ++i;
  }
  return i < end && analysis.tag(i) == "NNS" ? i : number;
}

/// The noun after "of": "dozens of people", "one of the students", "half of the 450".
std::uint32_t noun_after_of(const FigureText& text, const Amount& amount) {
  const auto& analysis = text.analysis;
  const std::uint32_t last = text.token(amount.past - 1);
  if (text.word(amount.past) != "of") {
    return last;
  }
  const std::uint32_t of = text.token(amount.past);
  const std::uint32_t end = std::min(analysis.size(), of + kReach);
  for (std::uint32_t i = of + 1; i < end; ++i) {
    if (analysis.head(i) == of && analysis.label(i) == "pobj") {
      return i;
    }
  }
  return last;
}

/// In singular: the lemma of a common noun, a name without its plural's s.
std::string singular(const language::Analysis& analysis, std::uint32_t token) {
  const std::string_view lemma = analysis.lemma(token);
  if (lemma == "person" || lemma == "people" || analysis.word(token) == "people") {
    return "people";
  }
  if (!analysis.tag(token).starts_with("NNP")) {
    return std::string{lemma};
  }
  std::string name{analysis.word(token)};
  if (analysis.tag(token) == "NNPS" && name.size() > 3 && name.ends_with('s') &&
      !name.ends_with("ss")) {
    name.pop_back();
  }
  return name;
}

bool describes(const language::Analysis& analysis, std::uint32_t token, std::uint32_t noun) {
  const std::string_view label = analysis.label(token);
  const std::string_view tag = analysis.tag(token);
  const bool word = tag.starts_with("NN") || tag.starts_with("JJ") || tag == "VBN" || tag == "VBG";
  return analysis.head(token) == noun && word &&
         (label == "compound" || label == "amod" || label == "nmod");
}

/// "250ml", "12-inch": how large each is, not what it is.
bool is_size(std::string_view word) {
  const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  return is_digit(word.front()) && !is_digit(word.back());
}

/// Whether token `i` is one of the words that tell what `noun` is: straight, over another word of
/// it ("public housing property"), or as the second of two ("digital and physical sales").
bool tells_of(const FigureText& text, std::uint32_t i, std::uint32_t noun) {
  const auto& analysis = text.analysis;
  if (describes(analysis, i, noun)) {
    return !text.words.lists(FigureList::choosing, analysis.word(i)) && !is_size(analysis.word(i));
  }
  const std::uint32_t head = analysis.head(i);
  if (head >= noun || head == i || !describes(analysis, head, noun)) {
    return false;
  }
  const bool second = analysis.label(i) == "conj" && analysis.tag(i).starts_with("JJ");
  return second || describes(analysis, i, head);
}

/// "heart transplant": the noun, with the words that belong to it from `from` on.
std::string noun_with_words(const FigureText& text, std::uint32_t from, std::uint32_t noun) {
  const auto& analysis = text.analysis;
  std::string words;
  for (std::uint32_t i = from; i < noun; ++i) {
    const bool hyphen = analysis.word(i) == "-" && !words.empty() && i + 1 < noun;
    if (hyphen && tells_of(text, i + 1, noun)) {
      words.back() = '-';
    } else if (tells_of(text, i, noun)) {
      words += analysis.tag(i).starts_with("JJ") ? analysis.lemma(i) : analysis.word(i);
      words += ' ';
    }
  }
  return words + singular(analysis, noun);
}

/// Where the words before the number begin that tell what is counted: "the previous two sessions".
std::uint32_t words_before(const FigureText& text, std::uint32_t number, std::uint32_t noun) {
  const auto& analysis = text.analysis;
  std::uint32_t first = number;
  while (first > 0 && !analysis.starts_sentence(first) && tells_of(text, first - 1, noun)) {
    --first;
  }
  return first;
}

/// A noun that tells when: "2.1 last year" counts no years.
bool is_in_date(const FigureText& text, std::uint32_t noun) {
  const ByteRange bytes = text.analysis.range(noun);
  const auto time = std::ranges::partition_point(
      text.times, [&](const TimeMention& t) { return t.where.range.end <= bytes.begin; });
  return time != text.times.end() && time->where.range.touches(bytes) && time->first;
}

std::uint32_t left_edge(const language::Analysis& analysis, std::uint32_t from,
                        std::uint32_t noun) {
  for (std::uint32_t i = from; i < noun; ++i) {
    if (analysis.head(i) == noun && analysis.tag(i) != "," && !analysis.is_space(i)) {
      return i;
    }
  }
  return noun;
}

/// What a share or a sum is of: "of the deal", or the noun that it describes ("a 5 percent cut").
Counted of_share(const FigureText& text, const Amount& amount) {
  const auto& analysis = text.analysis;
  Counted counted;
  const std::uint32_t last = text.token(amount.past - 1);
  std::uint32_t noun = noun_after_of(text, amount);
  if (noun != last) {
    const std::uint32_t from = left_edge(analysis, text.token(amount.past) + 1, noun);
    counted.of = analysis.bytes({from, noun + 1});
    return counted;
  }
  noun = analysis.head(last);
  if (noun > last && noun - last <= kReach && is_noun(analysis.tag(noun)) &&
      is_number_label(analysis.label(last))) {
    counted.of = analysis.bytes({left_edge(analysis, last + 1, noun), noun + 1});
  }
  return counted;
}

bool is_counting(const Amount& amount) {
  return amount.unit == nullptr;
}

}  // namespace

Counted counted_by(const FigureText& text, const Amount& amount) {
  if (!is_counting(amount)) {
    return of_share(text, amount);
  }
  const auto& analysis = text.analysis;
  const std::uint32_t last = text.token(amount.number_past - 1);
  Counted counted;
  std::uint32_t noun = noun_after_of(text, amount);
  std::uint32_t from = last + 1;
  if (noun != last) {
    from = text.token(amount.past) + 1;
  } else {
    noun = counted_noun(text, amount);
    if (noun == last) {
      noun = plural_behind(analysis, last);
    }
  }
  if (noun == last || noun < from || !is_noun(analysis.tag(noun)) || is_in_date(text, noun)) {
    return counted;
  }
  const bool share = amount.value.is_fraction;
  const std::uint32_t first =
      from == last + 1 ? words_before(text, text.token(amount.number), noun) : from;
  counted.unit = share ? "" : noun_with_words(text, first, noun);
  counted.of = analysis.bytes({left_edge(analysis, from, noun), noun + 1});
  counted.past = noun + 1;
  return counted;
}

}  // namespace factbox::mentions
