#include "factboxes/layout/settle_names.h"

#include <algorithm>

#include "base/letters.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
namespace {

/// The part of some evidence that `words` stand in; none where they don't.
std::optional<Evidence> part_of(const Evidence& whole, std::string_view words) {
  const auto at = whole.text.find(words);
  if (at == std::string::npos || words.empty()) {
    return std::nullopt;
  }
  Evidence part = whole;
  part.range.begin += static_cast<std::uint32_t>(at);
  part.range.end = part.range.begin + static_cast<std::uint32_t>(words.size());
  part.text = words;
  return part;
}

/// The words so far, as they are.
std::string words_before(const Wording& wording) {
  std::string words;
  for (const auto& piece : wording) {
    words += piece.words;
  }
  return words;
}

/// How many bytes of the name stand right before its place already: "storm " before "Storm Ilva",
/// "Ziad al-" before "Ziad al-Nakhala".
std::size_t standing_before(std::string_view before, std::string_view name) {
  const auto words = words_of(name);
  const auto line = words_of(before);
  if (line.empty() || before.size() - line.back().range.end > 1) {
    return 0;
  }
  for (auto count = std::min(words.size() - 1, line.size()); count > 0; --count) {
    const bool same =
        std::equal(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count),
                   line.end() - static_cast<std::ptrdiff_t>(count),
                   [](const Word& one, const Word& other) { return one.folded == other.folded; });
    if (same) {
      return words[count].range.begin;
    }
  }
  return 0;
}

/// True where a word with a capital stands right before the name, or a form of address: it has a
/// title already.
bool ends_with_title(std::string_view before, const HouseStyle& style) {
  const auto words = words_of(before);
  if (words.empty() || !before.ends_with(' ')) {
    return false;
  }
  if (style.line_lists.holds(LineList::honorific, words.back().folded)) {
    return true;
  }
  const auto between = before.size() - words.back().range.end;
  const bool shortened = between == 2 && before[words.back().range.end] == '.';  // "Gen. "
  const auto last = words.back().range.in(before);
  // "MP ", also where it begins a line
  const bool capitals = last.size() > 1 && each_letter(last, is_capital);
  return begins_with_capital(last) &&
         (shortened || (between == 1 && (words.size() > 1 || capitals)));
}

/// A title says the same as what stands around the name: "…, the foreign minister, …".
bool says_title(std::string_view words, std::string_view title) {
  const auto parts = words_of(title);
  return !parts.empty() && holds_phrase(words, parts.back().folded);
}

}  // namespace

NameSettler::NameSettler(const People& people, const HouseStyle& style, const StatedRoles& roles)
    : people_(people), style_(style), roles_(roles) {}

std::optional<StatedRole> NameSettler::role_to_tell(std::uint32_t person, std::string_view before,
                                                    std::string_view behind) const {
  const auto roles = roles_.of(person);
  const auto near = before.substr(before.size() - std::min<std::size_t>(before.size(), 40));
  const bool plain_behind = behind.empty() || behind.front() == ' ';
  // What one report calls somebody in passing ("suspect Jon Lomm") isn't carried to other lines.
  constexpr std::uint32_t kOften = 2;
  if (roles.empty() || words_of(roles.front().title).size() < 2 ||  // "the director": of what?
      (!roles.front().apposed && roles.front().count < kOften) || people_.all()[person].title ||
      !plain_behind || ends_with_title(before, style_) ||
      says_title(behind.substr(0, 60), roles.front().title) ||
      says_title(near, roles.front().title)) {
    return std::nullopt;
  }
  return roles.front();
}

std::string NameSettler::surname(std::uint32_t person) const {
  const auto& known = people_.all()[person];
  const auto words = words_of(known.surname);
  // Alone it must mean this one and nobody else.
  const bool last = !words.empty() && people_.by_surname(words.back().folded) == person;
  const auto same =
      std::count_if(people_.all().begin(), people_.all().end(), [&](const KnownPerson& other) {
        return !other.surname.empty() && folded(other.surname) == folded(known.surname) &&
               5 * other.mentions > known.mentions;
      });
  return last || same <= 1 ? known.surname : std::string{};
}

void NameSettler::add_first(Wording& to, const Piece& piece, std::string_view behind) {
  const auto& known = people_.all()[*piece.person];
  const auto& here = *piece.evidence;
  const bool full_here = holds_phrase(here.text, known.name);
  const bool titled_here = full_here && words_of(here.text).size() > words_of(known.name).size();
  if (titled_here) {
    to.push_back({here.text, here, std::nullopt});
    return;
  }
  const auto before = words_before(to);
  if (const auto said = standing_before(before, known.name)) {
    add_rest(to, piece, known.full, said);
    return;
  }
  if (known.title && !ends_with_title(before, style_) &&
      !says_title(behind.substr(0, 60), known.title->text) &&
      !says_title(
          std::string_view{before}.substr(before.size() - std::min<std::size_t>(before.size(), 40)),
          known.title->text)) {
    to.push_back({known.title->text, known.title, std::nullopt});
    to.push_back(frame(" "));
  }
  const auto role = role_to_tell(*piece.person, before, behind);
  if (role && !role->apposed) {
    to.push_back({role->title, role->evidence, std::nullopt});
    to.push_back(frame(" "));
  }
  to.push_back({known.full.text, known.full, std::nullopt});
  to.push_back({"", here, std::nullopt});
  if (role && role->apposed) {
    to.push_back(frame(", "));
    to.push_back({role->apposed->text, role->apposed, std::nullopt});
    to.push_back(frame(","));
  }
}

/// The words of a name behind those that stand in the line already.
void NameSettler::add_rest(Wording& to, const Piece& piece, const Evidence& full,
                           std::size_t said) {
  auto rest = part_of(full, std::string_view{full.text}.substr(said));
  to.push_back({full.text.substr(said), std::move(rest), std::nullopt});
  to.push_back({"", piece.evidence, std::nullopt});
}

void NameSettler::add_later(Wording& to, const Piece& piece) {
  const auto& known = people_.all()[*piece.person];
  if (words_before(to).ends_with("the ") || words_before(to).ends_with("The ")) {
    // "the late Pope": the article goes with the title.
    to.push_back({piece.evidence->text, piece.evidence, std::nullopt});
    return;
  }
  auto words = surname(*piece.person);
  if (words.empty()) {
    words = known.name;
  }
  if (const auto said = standing_before(words_before(to), words)) {
    words.erase(0, said);
  }
  auto evidence = part_of(*piece.evidence, words);
  if (!evidence) {
    evidence = part_of(known.full, words);
  }
  to.push_back({words, std::move(evidence), std::nullopt});
  to.push_back({"", piece.evidence, std::nullopt});
}

Wording NameSettler::settle(const Wording& wording) {
  Wording settled;
  for (std::size_t i = 0; i < wording.size(); ++i) {
    const auto& piece = wording[i];
    if (!piece.person || !piece.evidence) {
      settled.push_back(piece);
    } else if (met_.insert(*piece.person).second) {
      add_first(settled, piece,
                i + 1 < wording.size() ? std::string_view{wording[i + 1].words} : "");
    } else {
      add_later(settled, piece);
    }
  }
  return settled;
}

}  // namespace factbox::factboxes
