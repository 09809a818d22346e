#include "mentions/figures/figure_words.h"

#include <array>
#include <utility>

#include "base/letters.h"

// not English in this file: names of lists and codes of tables.

namespace factbox::mentions {
namespace {

/// Up to so many bytes a unit's capitals count: "MW" is none of "mw".
constexpr std::size_t kLongestSymbol = 2;

template <class T, std::size_t N>
std::optional<T> named(const std::pair<std::string_view, T> (&names)[N], std::string_view name) {
  for (const auto& [known, value] : names) {
    if (known == name) {
      return value;
    }
  }
  return std::nullopt;
}

constexpr std::pair<std::string_view, UnitKind> kUnitKinds[] = {
    {"percent", UnitKind::percent}, {"prefix", UnitKind::prefix}, {"money", UnitKind::money},
    {"measure", UnitKind::measure}, {"time", UnitKind::time},     {"age", UnitKind::age}};

constexpr std::pair<std::string_view, Bound> kBounds[] = {
    {"=", Bound::equal}, {"~", Bound::about}, {">", Bound::above},
    {"<", Bound::below}, {"up", Bound::up},   {"down", Bound::down}};

/// In the order of FigureList.
constexpr std::array<std::string_view, 39> kLists{
    "rate",    "type",       "street",      "choosing",  "own_unit",    "extent",     "spread",
    "per",     "each",       "time_behind", "skipped",   "before_one",  "a",          "of",
    "joining", "either",     "in",          "to",        "from",        "between",    "by",
    "up",      "out",        "no",          "one",       "minus",       "per_word",   "ps",
    "be",      "down",       "moves",       "of_level",  "comparative", "before_age", "somebody",
    "people",  "below_zero", "behind_one",  "of_america"};

}  // namespace

Result<FigureWords> FigureWords::read(const Table& units, const Table& qualifiers,
                                      const Table& changes, const Table& lists) {
  FigureWords words;
  FB_TRY(listed, WordLists<FigureList>::read(lists, kLists));
  words.lists_ = std::move(listed);
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto row = units.row(i);
    const auto kind = named(kUnitKinds, row[2]);
    if (!kind || row[1].empty()) {
      return tl::unexpected(units.wrong(i, "no unit, or no known kind of it"));
    }
    const auto unit = static_cast<std::uint32_t>(words.units_.size());
    words.units_.push_back({std::string{row[1]}, *kind});
    for (const std::string_view form : split_cell(row[0], '|')) {
      Phrases& phrases = *kind == UnitKind::prefix ? words.signs_ : words.behind_;
      phrases.add(form, static_cast<std::uint32_t>(words.forms_.size()));
      words.forms_.push_back({std::string{form}, unit});
      if (form.size() <= kLongestSymbol && *kind != UnitKind::prefix) {
        words.symbols_.emplace(form, unit);
      }
    }
  }
  for (std::size_t i = 0; i < qualifiers.size(); ++i) {
    const auto row = qualifiers.row(i);
    const auto bound = named(kBounds, row[1]);
    if (!bound || (row[2] != "before" && row[2] != "after")) {
      return tl::unexpected(qualifiers.wrong(i, "no known bound, or neither before nor after"));
    }
    Phrases& phrases = row[2] == "before" ? words.before_ : words.after_;
    phrases.add(row[0], static_cast<std::uint32_t>(words.bounds_.size()));
    words.bounds_.push_back(*bound);
  }
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const auto row = changes.row(i);
    const auto way = named(kBounds, row[1]);
    if (!way) {
      return tl::unexpected(changes.wrong(i, "neither up nor down"));
    }
    words.changes_.emplace(row[0], *way);
  }
  return words;
}

std::optional<FoundAt<const Unit*>> FigureWords::found(const Phrases& phrases, const Pieces& pieces,
                                                       std::uint32_t at) const {
  const auto entry = phrases.longest(pieces, at);
  if (entry.row == Phrases::kNone) {
    return std::nullopt;
  }
  const Form& form = forms_[entry.row];
  if (entry.past == at + 1 && form.written.size() <= kLongestSymbol && &phrases == &behind_) {
    const auto symbol = symbols_.find(pieces.written(at));
    return symbol == symbols_.end()
               ? std::nullopt
               : std::optional{FoundAt<const Unit*>{&units_[symbol->second], entry.past}};
  }
  return FoundAt<const Unit*>{&units_[form.unit], entry.past};
}

std::optional<FoundAt<const Unit*>> FigureWords::unit_at(const Pieces& pieces,
                                                         std::uint32_t at) const {
  return found(behind_, pieces, at);
}

std::optional<FoundAt<const Unit*>> FigureWords::sign_at(const Pieces& pieces,
                                                         std::uint32_t at) const {
  const auto sign = found(signs_, pieces, at);
  // "a $900 fine" and "A $900 fine" are no A$: letters of a sign are capitals, and one alone is
  // glued.
  const bool apart = !pieces.is_glued(at + 1) && pieces.written(at).size() == 1;
  if (sign && sign->past > at + 1 && (apart || begins_with_small(pieces.written(at)))) {
    return std::nullopt;
  }
  return sign;
}

std::optional<FoundAt<Bound>> FigureWords::qualifier_before(const Pieces& pieces,
                                                            std::uint32_t at) const {
  const auto entry = before_.longest(pieces, at);
  return entry.row == Phrases::kNone
             ? std::nullopt
             : std::optional{FoundAt<Bound>{bounds_[entry.row], entry.past}};
}

std::optional<FoundAt<Bound>> FigureWords::qualifier_after(const Pieces& pieces,
                                                           std::uint32_t at) const {
  const auto entry = after_.longest(pieces, at);
  return entry.row == Phrases::kNone
             ? std::nullopt
             : std::optional{FoundAt<Bound>{bounds_[entry.row], entry.past}};
}

Bound FigureWords::change_of(std::string_view lemma) const {
  const auto found = changes_.find(lemma);
  return found == changes_.end() ? Bound::equal : found->second;
}

}  // namespace factbox::mentions
