#include <algorithm>

#include "mentions/times/expression.h"
#include "mentions/times/length.h"
#include "mentions/times/tense.h"

namespace factbox::mentions {
using texts::Form;
using texts::Link;

namespace {

using Kind = TimeWordKind;

/// The sides that words name, and how many units away that is.
struct Which {
  Side side = Side::none;
  bool from_told = false;  ///< counted from what was told last: "that day", "the following day"
  bool recent = false;     ///< "the latest quarter"
  std::uint32_t past = 0;
};

/// Of the column of times.tsv.
std::optional<Side> side_of(std::string_view letters) {
  if (letters == "last") {  // not English: a value of the column
    return Side::last;
  }
  if (letters == "next") {  // not English: a value of the column
    return Side::next;
  }
  return std::nullopt;
}

/// "last", "the next", "this past", "that same".
std::optional<Which> which_at(const TimeText& text, std::uint32_t at) {
  Which which;
  const bool article = text.is(at, TimeList::the) || text.is(at, TimeList::its);
  std::uint32_t next = article ? at + 1 : at;
  const auto found = text.at(next);
  if (!found.is(Kind::side) ||
      (text.is(next, TimeList::that) && text.form(next) == Form::preposition)) {
    return std::nullopt;
  }
  const std::string& letters = found.word->letters;
  which.past = found.past;
  which.side = side_of(letters).value_or(Side::this_one);
  which.recent = letters == "recent";  // not English: a value of the column
  // not English: a value of the column.
  which.from_told = letters == "that" || text.is(next, TimeList::following) ||
                    (article && text.is(next, TimeList::next));
  if ((text.is(next, TimeList::this_one) || text.is(next, TimeList::that)) &&
      text.at(which.past).is(Kind::side)) {
    const auto second = text.at(which.past);  // "this past", "this coming", "that same"
    which.past = second.past;
    which.side = side_of(second.word->letters).value_or(which.side);
  }
  return which;
}

int count_of(Side side) {
  return side == Side::last ? -1 : (side == Side::next ? 1 : 0);
}

std::optional<Grain> grain_of(std::string_view letters) {
  static constexpr std::pair<std::string_view, Grain> kGrains[] = {
      {"M", Grain::minute},   {"H", Grain::hour},    {"D", Grain::day},     {"W", Grain::week},
      {"WE", Grain::weekend}, {"MO", Grain::month},  {"Q", Grain::quarter}, {"Y", Grain::year},
      {"DE", Grain::decade},  {"CE", Grain::century}};
  for (const auto& [known, grain] : kGrains) {
    if (known == letters) {
      return grain;
    }
  }
  return std::nullopt;
}

std::uint32_t skip_fillers(const TimeText& text, std::uint32_t at) {
  while (text.at(at).is(Kind::filler)) {
    at = text.at(at).past;
  }
  return at;
}

/// "last Friday", "next May 5", "this summer", "last Christmas".
std::optional<Expression> named_one(const TimeText& text, const Which& which, std::uint32_t at) {
  auto named = read_calendar(text, which.past);
  if (!named || named->past == which.past || named->year || named->decade || named->century) {
    const auto found = text.at(which.past);
    if (!found.is(Kind::season)) {
      return std::nullopt;
    }
    named = Expression{};
    named->past = found.past;
    named->season = found.word->letters;
  }
  named->first = at;
  named->from_told = which.from_told && !text.is(at, TimeList::that);
  if (which.recent && !named->quarter) {
    return std::nullopt;
  }
  named->side = which.side;
  return named;
}

/// "last week", "the following day", "this morning", "the current fiscal year".
std::optional<Expression> unit_one(const TimeText& text, const Which& which, std::uint32_t at) {
  const std::uint32_t next = skip_fillers(text, which.past);
  const auto found = text.at(next);
  Expression time;
  time.first = at;
  time.past = found.past;
  if (found.is(Kind::part)) {
    time.type = TimexType::time;
    time.part = found.word->letters;
    time.shift = Shift{count_of(which.side), Grain::day, which.from_told};
    return time;
  }
  if (found.is(Kind::units)) {
    const std::uint32_t second =
        text.is(found.past, TimeList::joining) ? found.past + 1 : found.past;
    if (second != found.past && text.at(second).is(Kind::units)) {
      time.past = second + 1;  // "recent weeks and months"
    }
    if (which.recent) {
      time.type = TimexType::duration;
      time.value = vague_length(found.word->letters);
      return time;
    }
    if (which.side == Side::this_one) {
      return std::nullopt;
    }
    time.value = which.side == Side::last ? "PAST_REF" : "FUTURE_REF";
    return time;
  }
  if (which.recent && text.is(next, TimeList::period)) {  // of accounts
    time.past = next + 1;
    time.shift = Shift{0, Grain::quarter, false};
    time.is_loose = true;
    return time;
  }
  if (!found.is(Kind::unit)) {
    return std::nullopt;
  }
  const auto grain = grain_of(found.word->letters);
  if (!grain || (*grain == Grain::minute) || (which.recent && *grain != Grain::quarter)) {
    return std::nullopt;
  }
  if (text.is(which.past - 1, TimeList::past) && *grain != Grain::weekend && *grain != Grain::day) {
    time.type = TimexType::duration;  // "the past year" is twelve months, not the one before
    time.value = length_value(1, found.word->letters);
    return time;
  }
  time.shift = Shift{count_of(which.side), *grain, which.from_told};
  time.is_loose = which.recent || (which.from_told && grain == Grain::quarter);
  return time;
}

/// "early" + "the" is no time by itself, "the week" is: this one.
std::optional<Expression> the_unit(const TimeText& text, std::uint32_t at) {
  if (!text.is(at, TimeList::the)) {
    return std::nullopt;
  }
  const std::uint32_t next = skip_fillers(text, at + 1);
  const auto found = text.at(next);
  const bool placed = text.is(at - 1, TimeList::placed);
  Expression time;
  time.first = at;
  time.past = found.past;
  if (found.is(Kind::part)) {
    if (!placed) {
      return std::nullopt;
    }
    time.type = TimexType::time;
    time.part = found.word->letters;
    time.shift = Shift{0, Grain::day, true};
    return time;
  }
  if (found.is(Kind::season)) {  // "over the summer"; "in the fall of the house" is none
    if (!placed || text.is(found.past, TimeList::of) || texts::is_noun(text.form(found.past))) {
      return std::nullopt;
    }
    time.season = found.word->letters;
    return time;
  }
  if (!found.is(Kind::unit) || text.word(found.past) == "-" ||
      text.form(found.past) == Form::noun || text.form(found.past) == Form::plural_noun) {
    return std::nullopt;
  }
  const auto grain = grain_of(found.word->letters);
  const bool usual = grain == Grain::week || grain == Grain::weekend || grain == Grain::quarter ||
                     grain == Grain::year || grain == Grain::month;
  if (!usual || (!placed && grain != Grain::weekend && grain != Grain::week)) {
    return std::nullopt;
  }
  time.shift = Shift{0, *grain, false};
  time.is_loose = grain == Grain::quarter;
  return time;
}

/// Whether "before" or "after" stands by itself, so that it counts from what was told last.
bool stands_alone(const TimeText& text, std::uint32_t at) {
  const std::uint32_t token = text.pieces[at].token;
  const std::uint32_t end = std::min(text.sheet.size(), token + 12);
  for (std::uint32_t i = token + 1; i < end && !text.sheet.starts_sentence(i); ++i) {
    const Link link = text.sheet.link(i);
    if (text.sheet.head(i) == token &&
        (link == Link::prepositional_object || link == Link::prepositional_clause)) {
      return false;
    }
  }
  const Form next = text.form(at + 1);
  const bool goes_on = next == Form::determiner || next == Form::pronoun ||
                       next == Form::possessive_pronoun || texts::is_name(next) ||
                       next == Form::present_participle || next == Form::number;
  return !goes_on || text.at(at + 1).is(Kind::weekday);
}

/// The way that words after a length point: "ago", "earlier", "later", "from now".
struct Pointer {
  int sign = 0;
  bool from_told = false;
  std::uint32_t past = 0;
};

std::optional<Pointer> pointer_at(const TimeText& text, std::uint32_t at) {
  const std::uint32_t word = text.word(at) == "-" ? at + 1 : at;
  if (text.is(word, TimeList::ago)) {
    return Pointer{-1, false, word + 1};
  }
  if (text.is(word, TimeList::earlier) || text.is(at, TimeList::previously)) {
    return Pointer{-1, true, word + 1};
  }
  if (text.is(at, TimeList::later)) {
    return Pointer{1, true, at + 1};
  }
  if (text.is(at, TimeList::from) && text.is(at + 1, TimeList::now)) {
    return Pointer{1, false, at + 2};
  }
  const bool before = text.is(at, TimeList::before);
  if ((before || text.is(at, TimeList::after)) && stands_alone(text, at)) {
    return Pointer{before ? -1 : 1, true, at + 1};
  }
  return std::nullopt;
}

/// "the year-ago quarter": takes the noun that the hyphened words before `time.past` are said of.
/// False where another noun follows, to which an article before them belongs: "a year-ago loss".
bool is_said_of_period(const TimeText& text, std::uint32_t hyphen, Expression& time) {
  if (text.word(hyphen) != "-") {
    return true;
  }
  if (!text.is(time.past, TimeList::of_accounts)) {
    return false;
  }
  ++time.past;
  time.is_loose = true;
  return true;
}

/// "the day before", "the week after", "the morning after".
std::optional<Expression> the_one_before(const TimeText& text, std::uint32_t at) {
  const auto found = text.at(at + 1);
  const bool part = found.is(Kind::part);
  if (!text.is(at, TimeList::the) || (!part && !found.is(Kind::unit))) {
    return std::nullopt;
  }
  const auto pointer = pointer_at(text, found.past);
  const auto grain = part ? Grain::day : grain_of(found.word->letters);
  if (!pointer || !grain) {
    return std::nullopt;
  }
  Expression time;
  time.first = at;
  time.past = pointer->past;
  time.type = part ? TimexType::time : TimexType::date;
  time.part = part ? found.word->letters : "";
  time.shift = Shift{pointer->sign, *grain, pointer->from_told};
  time.is_pointed = true;
  return is_said_of_period(text, found.past, time) ? std::optional{time} : std::nullopt;
}

/// "two weeks ago", "a year earlier", "several years ago", "three hours later", "year-earlier".
std::optional<Expression> length_away(const TimeText& text, std::uint32_t at) {
  const auto length = read_length(text, at);
  std::uint32_t end = length ? length->past : 0;
  if (!length) {
    const auto found = text.at(at);
    const bool bare = found.is(Kind::unit) && text.word(found.past) == "-";
    const bool plural = found.is(Kind::units);
    if (!bare && !plural) {
      return std::nullopt;
    }
    end = found.past;
  }
  const auto pointer = pointer_at(text, end);
  if (!pointer) {
    return std::nullopt;
  }
  Expression time;
  time.first = at;
  time.past = pointer->past;
  time.is_pointed = true;
  if (!is_said_of_period(text, end, time) && length) {
    return std::nullopt;
  }
  if (!length || length->is_vague) {
    if (!length && text.at(at).is(Kind::unit)) {
      time.shift = Shift{pointer->sign, *grain_of(text.at(at).word->letters), pointer->from_told};
      return time;
    }
    if (pointer->from_told) {
      return std::nullopt;
    }
    time.value = pointer->sign < 0 ? "PAST_REF" : "FUTURE_REF";
    return time;
  }
  auto grain = grain_of(length->unit);
  int count = static_cast<int>(length->low);
  if (length->unit == "FN") {
    grain = Grain::week;
    count *= 2;
  }
  if (!grain || length->low < 0.5 || length->low > 5000) {
    return std::nullopt;
  }
  if (length->low != count || count == 0) {  // half a year is six months, an hour and a half 90'
    const auto finer = finer_length(*length);
    grain = finer ? grain_of(finer->unit) : std::nullopt;
    if (!grain) {
      return std::nullopt;
    }
    count = static_cast<int>(finer->low);
  }
  time.shift = Shift{pointer->sign * count, *grain, pointer->from_told};
  if (*grain == Grain::minute || *grain == Grain::hour) {
    time.type = TimexType::time;
  }
  return time;
}

/// "today", "tonight", "the day before yesterday".
std::optional<Expression> deictic(const TimeText& text, std::uint32_t at) {
  const auto found = text.at(at);
  if (!found.is(Kind::deictic)) {
    return std::nullopt;
  }
  Expression time;
  time.first = at;
  time.past = found.past;
  time.shift = Shift{found.word->number, Grain::day, false};
  if (found.word->letters.ends_with("NI") || found.word->letters.ends_with("ON")) {
    time.type = TimexType::time;
    time.part = "NI";
  }
  return time;
}

/// "will soon resume", not "as soon as", "soon after".
bool is_soon(const TimeText& text, std::uint32_t at) {
  return !text.is(at + 1, TimeList::after) && !text.is(at + 1, TimeList::as) &&
         !text.is(at - 1, TimeList::as) &&
         tense_at(text.sheet, text.words, text.pieces[at].token, text.pieces[at].token) ==
             Tense::future;
}

std::optional<Expression> vague_ref(const TimeText& text, std::uint32_t at) {
  auto found = text.at(at);
  if (found.is(Kind::ref) && text.is(at, TimeList::soon) && !is_soon(text, at)) {
    return std::nullopt;
  }
  if (!found.is(Kind::ref)) {
    found = text.words.weak_ref_at(text.pieces, at);
    if (!found.is(Kind::weak_ref) || !text.is(at, TimeList::usual_ref) ||
        !texts::is_adjective(text.form(at)) || !texts::is_noun(text.form(found.past)) ||
        text.at(found.past).is(Kind::unit) || text.at(found.past).is(Kind::units)) {
      return std::nullopt;
    }
  }
  Expression time;
  time.first = at;
  time.past = found.past;
  time.value = found.word->letters;
  return time;
}

std::optional<Expression> this_one(const TimeText& text, std::uint32_t at) {
  const auto which = which_at(text, at);
  if (!which) {
    return std::nullopt;
  }
  if (auto unit = unit_one(text, *which, at)) {
    return unit;
  }
  return named_one(text, *which, at);
}

}  // namespace

std::optional<Expression> read_relative(const TimeText& text, std::uint32_t at) {
  std::optional<Expression> longest;
  for (const auto& read : {deictic, this_one, the_one_before, length_away, vague_ref, the_unit}) {
    auto time = read(text, at);
    if (time && (!longest || time->past > longest->past)) {
      longest = std::move(time);
    }
  }
  return longest;
}

}  // namespace factbox::mentions
