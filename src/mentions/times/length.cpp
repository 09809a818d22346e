#include "mentions/times/length.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace factbox::mentions {
namespace {

using Kind = TimeWordKind;

struct UnitForm {
  std::string_view letters;
  std::string_view timex;  ///< what stands in the value
  double times = 1;        ///< of it that the unit is
  bool of_day = false;     ///< after the T
  std::string_view finer;
  double finer_times = 0;
};

constexpr std::array<UnitForm, 12> kUnits{{{"S", "S", 1, true, "", 0},
                                           {"M", "M", 1, true, "S", 60},
                                           {"H", "H", 1, true, "M", 60},
                                           {"D", "D", 1, false, "H", 24},
                                           {"W", "W", 1, false, "D", 7},
                                           {"WE", "WE", 1, false, "", 0},
                                           {"FN", "W", 2, false, "D", 14},
                                           {"MO", "M", 1, false, "D", 30},
                                           {"Q", "M", 3, false, "", 0},
                                           {"Y", "Y", 1, false, "MO", 12},
                                           {"DE", "Y", 10, false, "Y", 10},
                                           {"CE", "Y", 100, false, "Y", 100}}};

const UnitForm* form_of(std::string_view letters) {
  for (const UnitForm& form : kUnits) {
    if (form.letters == letters) {
      return &form;
    }
  }
  return nullptr;
}

bool is_whole(double count) {
  return count == std::floor(count);
}

std::uint32_t skip_fillers(const TimeText& text, std::uint32_t at) {
  while (text.at(at).is(Kind::filler)) {
    at = text.at(at).past;
  }
  return at;
}

/// The unit at `at`, after a hyphen or fillers; sets what it tells of the length.
bool take_unit(const TimeText& text, std::uint32_t at, bool plural_only, Length& length) {
  if (text.word(at) == "-" && text.pieces.is_glued(at)) {
    length.is_hyphened = true;
    ++at;
  } else {
    at = skip_fillers(text, at);
  }
  const auto found = text.at(at);
  const bool many = found.is(Kind::units);
  if ((!many && !found.is(Kind::unit)) || (plural_only && !many) || found.word->letters == "ML") {
    return false;
  }
  if (text.is(at, TimeList::second) && !length.is_hyphened) {
    return false;
  }
  length.unit = found.word->letters;
  length.past = found.past;
  return true;
}

/// "and a half" after the unit.
void take_half(const TimeText& text, Length& length) {
  if (text.is(length.past, TimeList::joining) && text.is(length.past + 1, TimeList::a) &&
      text.is(length.past + 2, TimeList::half)) {
    length.low += 0.5;
    length.past += 3;
  }
}

/// "or so", "or two" after the unit.
void take_loose_end(const TimeText& text, Length& length) {
  const bool loose =
      text.is(length.past, TimeList::either) && text.pieces.is(length.past + 1, PieceKind::word);
  if (loose &&
      (text.is(length.past + 1, TimeList::so) || text.is(length.past + 1, TimeList::more) ||
       read_number(text.pieces, length.past + 1, text.numbers))) {
    length.past += 2;
  }
}

/// "a week", "an hour and a half", "one day" said with an article.
std::optional<Length> with_article(const TimeText& text, std::uint32_t at) {
  if (!text.is(at, TimeList::a)) {
    return std::nullopt;
  }
  Length length;
  const auto vague = text.at(at + 1);
  if (vague.is(Kind::vague) && text.is(at + 1, TimeList::few)) {
    length.is_vague = true;
    return take_unit(text, vague.past, true, length) ? std::optional{length} : std::nullopt;
  }
  if (text.is(at + 1, TimeList::couple)) {
    const std::uint32_t next = text.is(at + 2, TimeList::of) ? at + 3 : at + 2;
    length.low = 2;
    return take_unit(text, next, true, length) ? std::optional{length} : std::nullopt;
  }
  length.low = 1;
  length.is_bare = true;
  if (!take_unit(text, at + 1, false, length) || length.is_hyphened ||
      text.at(length.past - 1).is(Kind::units)) {
    return std::nullopt;
  }
  if (length.unit == "Q" && text.is(length.past, TimeList::of)) {
    return std::nullopt;  // a share
  }
  take_half(text, length);
  take_loose_end(text, length);
  return length;
}

std::optional<Length> with_vague_word(const TimeText& text, std::uint32_t at) {
  const auto vague = text.at(at);
  if (!vague.is(Kind::vague)) {
    return std::nullopt;
  }
  Length length;
  length.is_vague = true;
  if (!take_unit(text, vague.past, false, length)) {
    return std::nullopt;
  }
  return length.is_hyphened || text.at(length.past - 1).is(Kind::units) ? std::optional{length}
                                                                        : std::nullopt;
}

}  // namespace

std::optional<Length> read_length(const TimeText& text, std::uint32_t at) {
  if (auto length = with_article(text, at)) {
    return length;
  }
  if (auto length = with_vague_word(text, at)) {
    return length;
  }
  const auto number = read_number(text.pieces, at, text.numbers);
  if (!number) {
    return std::nullopt;
  }
  Length length;
  length.low = number->low;
  length.high = number->high;
  length.is_vague = number->high.has_value();
  std::uint32_t next = number->past;
  const bool joins = text.is(next, TimeList::joining);
  if (joins || text.word(next) == "-" || text.is(next, TimeList::to) ||
      text.is(next, TimeList::either)) {
    const auto second = read_number(text.pieces, next + 1, text.numbers);
    const bool grows = second && second->low > number->low && !second->high;
    Length range = length;
    if (grows && !joins && take_unit(text, second->past, false, range)) {
      range.high = second->low;
      return range;
    }
  }
  if (number->is_fraction && text.is(next, TimeList::of)) {
    next += 2;
  } else if (number->is_fraction && text.is(next, TimeList::a)) {
    ++next;
  }
  if (!take_unit(text, next, false, length)) {
    return std::nullopt;
  }
  const bool singular = text.at(length.past - 1).is(Kind::unit);
  if (singular && !length.is_hyphened && number->low > 100) {
    return std::nullopt;  // "the 1988 quarter"
  }
  take_half(text, length);
  take_loose_end(text, length);
  return length;
}

std::string vague_length(std::string_view unit) {
  const UnitForm* form = form_of(unit);
  if (form == nullptr) {
    return "PXX";
  }
  if (unit == "DE" || unit == "CE" || unit == "Q") {
    return fmt::format("PX{}", unit);
  }
  return fmt::format("{}X{}", form->of_day ? "PT" : "P", form->timex);
}

std::optional<Length> finer_length(const Length& length) {
  const UnitForm* form = form_of(length.unit);
  if (form == nullptr || form->finer.empty() || !is_whole(length.low * form->finer_times)) {
    return std::nullopt;
  }
  Length finer = length;
  finer.low *= form->finer_times;
  finer.unit = form->finer;
  return finer;
}

std::string length_value(double count, std::string_view unit) {
  const UnitForm* form = form_of(unit);
  if (form == nullptr || count > 1e9) {
    return "PXX";
  }
  count *= form->times;
  const std::string_view mark = form->of_day ? "PT" : "P";
  if (is_whole(count)) {
    return fmt::format("{}{}{}", mark, static_cast<long>(count), form->timex);
  }
  const double whole = std::floor(count);
  const double rest = count - whole;
  if (form->times == 1 && !form->finer.empty() && is_whole(rest * form->finer_times)) {
    const UnitForm* finer = form_of(form->finer);
    const bool crosses = finer->of_day && !form->of_day;
    const std::string head =
        whole == 0 ? "" : fmt::format("{}{}", static_cast<long>(whole), form->timex);
    return fmt::format("{}{}{}{}{}", mark, head, crosses ? "T" : "",
                       static_cast<long>(rest * form->finer_times), finer->timex);
  }
  return fmt::format("{}{}{}", mark, count, form->timex);
}

}  // namespace factbox::mentions
