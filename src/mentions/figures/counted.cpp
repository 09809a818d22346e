#include <algorithm>

#include "base/letters.h"
#include "mentions/figures/figure_text.h"

namespace factbox::mentions {
using texts::Form;
using texts::Link;

namespace {

/// A count stands so many words before what it counts, at most.
constexpr std::uint32_t kReach = 12;

bool is_number_label(Link link) {
  return link == Link::number || link == Link::quantifier || link == Link::compound ||
         link == Link::adverb || link == Link::adjective || link == Link::noun_modifier ||
         link == Link::determiner;
}

/// "Fiat" in "90 Fiat and Skoda taxis": the noun that is counted comes later.
bool only_describes(const texts::Sheet& sheet, std::uint32_t noun) {
  const Link link = sheet.link(noun);
  return sheet.head(noun) > noun && texts::is_name(sheet.form(noun)) &&
         (link == Link::compound || link == Link::noun_modifier || link == Link::adjective) &&
         sheet.form(sheet.head(noun)) == Form::plural_noun;
}

/// The noun that the number stands before, by the parse; the number's own token where there is
/// none.
std::uint32_t counted_noun(const FigureText& text, const Amount& amount) {
  const auto& sheet = text.sheet;
  const std::uint32_t last = text.token(amount.number_past - 1);
  std::uint32_t token = last;
  for (int step = 0; step < 4; ++step) {
    const std::uint32_t head = sheet.head(token);
    if (head == token || !is_number_label(sheet.link(token))) {
      break;
    }
    token = head;
    if (token > last && texts::is_noun(sheet.form(token)) && !only_describes(sheet, token)) {
      return token - last <= kReach ? token : last;
    }
  }
  return last;
}

/// The plural right behind a number that the engine joins to something else: "10 and 12 ships".
std::uint32_t plural_behind(const texts::Sheet& sheet, std::uint32_t number) {
  const std::uint32_t end = std::min(sheet.size(), number + 5);
  std::uint32_t i = number + 1;
  while (i < end && (texts::is_adjective(sheet.form(i)) || sheet.form(i) == Form::noun)) {
    ++i;
  }
  return i < end && sheet.form(i) == Form::plural_noun ? i : number;
}

/// "bakers" of "350 Welsh and Irish bakers", of which the engine joins "bakers" to "Welsh"; the
/// name's own token where there is none.
std::uint32_t shared_plural(const texts::Sheet& sheet, std::uint32_t name) {
  const std::uint32_t plural = name + 3;
  const bool joined =
      plural < sheet.size() && sheet.form(name + 1) == Form::coordinator &&
      (texts::is_adjective(sheet.form(name + 2)) || texts::is_name(sheet.form(name + 2))) &&
      sheet.form(plural) == Form::plural_noun;
  return joined && begins_with_capital(sheet.word(name + 2)) ? plural : name;
}

/// The noun after "of": "dozens of people", "one of the students", "half of the 450".
std::uint32_t noun_after_of(const FigureText& text, const Amount& amount) {
  const auto& sheet = text.sheet;
  const std::uint32_t last = text.token(amount.past - 1);
  if (!text.is(amount.past, FigureList::of)) {
    return last;
  }
  const std::uint32_t of = text.token(amount.past);
  const std::uint32_t end = std::min(sheet.size(), of + kReach);
  for (std::uint32_t i = of + 1; i < end; ++i) {
    if (sheet.head(i) == of && sheet.link(i) == Link::prepositional_object) {
      return i;
    }
  }
  return last;
}

/// In singular: the lemma of a common noun, a name without its plural's s.
std::string singular(const FigureText& text, std::uint32_t token) {
  const texts::Sheet& sheet = text.sheet;
  const std::string_view lemma = sheet.lemma(token);
  if (text.words.lists(FigureList::people, lemma) ||
      text.words.lists(FigureList::people, sheet.word(token))) {
    return "people";
  }
  if (!texts::is_name(sheet.form(token))) {
    return std::string{lemma};
  }
  std::string name{sheet.word(token)};
  if (sheet.form(token) == Form::plural_name && name.size() > 3 && name.ends_with('s') &&
      !name.ends_with("ss")) {  // not English: letters of a plural
    name.pop_back();
  }
  return name;
}

bool describes(const texts::Sheet& sheet, std::uint32_t token, std::uint32_t noun) {
  const Link link = sheet.link(token);
  const Form form = sheet.form(token);
  const bool word = texts::is_noun(form) || texts::is_adjective(form) ||
                    form == Form::past_participle || form == Form::present_participle;
  return sheet.head(token) == noun && word &&
         (link == Link::compound || link == Link::adjective || link == Link::noun_modifier);
}

/// "250ml", "12-inch": how large each is, not what it is.
bool is_size(std::string_view word) {
  const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  return is_digit(word.front()) && !is_digit(word.back());
}

/// Whether token `i` is one of the words that tell what `noun` is: straight, over another word of
/// it ("public housing property"), or as the second of two ("digital and physical sales").
bool tells_of(const FigureText& text, std::uint32_t i, std::uint32_t noun) {
  const auto& sheet = text.sheet;
  if (describes(sheet, i, noun)) {
    return !text.words.lists(FigureList::choosing, sheet.word(i)) && !is_size(sheet.word(i));
  }
  const std::uint32_t head = sheet.head(i);
  if (head >= noun || head == i || !describes(sheet, head, noun)) {
    return false;
  }
  const bool second = sheet.link(i) == Link::conjunct && texts::is_adjective(sheet.form(i));
  return second || describes(sheet, i, head);
}

/// "heart transplant": the noun, with the words that belong to it from `from` on; those of the
/// number aren't any ("two dozen lorries" counts lorries).
std::string noun_with_words(const FigureText& text, const Amount& amount, std::uint32_t from,
                            std::uint32_t noun) {
  const auto& sheet = text.sheet;
  std::string words;
  for (std::uint32_t i = from; i < noun; ++i) {
    if (i >= text.token(amount.number) && i <= text.token(amount.number_past - 1)) {
      continue;
    }
    const bool hyphen = sheet.word(i) == "-" && !words.empty() && i + 1 < noun;
    if (hyphen && tells_of(text, i + 1, noun)) {
      words.back() = '-';
    } else if (tells_of(text, i, noun)) {
      words += texts::is_adjective(sheet.form(i)) ? sheet.lemma(i) : sheet.word(i);
      words += ' ';
    }
  }
  return words + singular(text, noun);
}

/// Where the words before the number begin that tell what is counted: "the previous two sessions".
std::uint32_t words_before(const FigureText& text, std::uint32_t number, std::uint32_t noun) {
  const auto& sheet = text.sheet;
  std::uint32_t first = number;
  while (first > 0 && !sheet.starts_sentence(first) && tells_of(text, first - 1, noun)) {
    --first;
  }
  return first;
}

/// A noun that tells when: "2.1 last year" counts no years.
bool is_in_date(const FigureText& text, std::uint32_t noun) {
  const ByteRange bytes = text.sheet.range(noun);
  const auto time = std::ranges::partition_point(
      text.times, [&](const TimeMention& t) { return t.where.range.end <= bytes.begin; });
  return time != text.times.end() && time->where.range.touches(bytes) && time->first;
}

std::uint32_t left_edge(const texts::Sheet& sheet, std::uint32_t from, std::uint32_t noun) {
  for (std::uint32_t i = from; i < noun; ++i) {
    if (sheet.head(i) == noun && sheet.form(i) != Form::comma && !sheet.is_space(i)) {
      return i;
    }
  }
  return noun;
}

/// What a share or a sum is of: "of the deal", or the noun that it describes ("a 5 percent cut").
Counted of_share(const FigureText& text, const Amount& amount) {
  const auto& sheet = text.sheet;
  Counted counted;
  const std::uint32_t last = text.token(amount.past - 1);
  std::uint32_t noun = noun_after_of(text, amount);
  if (noun != last) {
    const std::uint32_t from = left_edge(sheet, text.token(amount.past) + 1, noun);
    counted.of = sheet.bytes({from, noun + 1});
    return counted;
  }
  noun = sheet.head(last);
  if (noun > last && noun - last <= kReach && texts::is_noun(sheet.form(noun)) &&
      is_number_label(sheet.link(last))) {
    counted.of = sheet.bytes({left_edge(sheet, last + 1, noun), noun + 1});
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
  const auto& sheet = text.sheet;
  const std::uint32_t last = text.token(amount.number_past - 1);
  Counted counted;
  std::uint32_t noun = noun_after_of(text, amount);
  std::uint32_t from = last + 1;
  if (noun != last) {
    from = text.token(amount.past) + 1;
  } else {
    noun = counted_noun(text, amount);
    if (noun == last) {
      noun = plural_behind(sheet, last);
    }
  }
  if (noun != last && texts::is_name(sheet.form(noun))) {
    noun = shared_plural(sheet, noun);
  }
  if (noun == last || noun < from || !texts::is_noun(sheet.form(noun)) || is_in_date(text, noun)) {
    return counted;
  }
  const bool share = amount.value.is_fraction;
  const std::uint32_t first =
      from == last + 1 ? words_before(text, text.token(amount.number), noun) : from;
  counted.unit = share ? "" : noun_with_words(text, amount, first, noun);
  counted.of = sheet.bytes({left_edge(sheet, from, noun), noun + 1});
  counted.past = noun + 1;
  return counted;
}

}  // namespace factbox::mentions
