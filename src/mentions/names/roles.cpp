#include "mentions/names/roles.h"

#include <algorithm>

namespace factbox::mentions {
using texts::Form;

namespace {

/// Pieces before a name in which its title may begin, and behind it in which one may end.
constexpr std::uint32_t kBefore = 6;
constexpr std::uint32_t kBehind = 14;

bool is_office(TitleKind kind) {
  return kind == TitleKind::role || kind == TitleKind::rank;
}

class RoleFinder {
 public:
  RoleFinder(const Pieces& pieces, const texts::Sheet& sheet, const NameWords& words,
             const NameSpan& name)
      : pieces_(pieces), sheet_(sheet), text_(sheet.text()), words_(words), name_(name) {}

  std::optional<RoleFound> run() {
    if (auto before = before_name()) {
      return before;
    }
    return behind_name();
  }

 private:
  std::optional<RoleFound> before_name() {
    std::uint32_t end = name_.first;
    while (end > 0 && (pieces_.word(end - 1) == "." || pieces_.word(end - 1) == ",")) {
      --end;
    }
    const std::uint32_t lowest = end > kBefore ? end - kBefore : 0;
    for (std::uint32_t at = lowest; at < end; ++at) {
      const auto title = words_.title_at(pieces_, at);
      if (title.past != end && title.past != name_.first) {
        continue;
      }
      if (!is_office(title.value)) {
        return std::nullopt;
      }
      return with_owner(at, end);
    }
    return std::nullopt;
  }

  /// The role from piece `first` to `past`, with the country or body named before it.
  std::optional<RoleFound> with_owner(std::uint32_t first, std::uint32_t past) {
    while (first > 0 && is(first - 1, NameList::before_title)) {
      --first;
      if (pieces_.word(first) == "-" && first > 0) {
        --first;
      }
    }
    RoleFound role;
    role.range = pieces_.bytes(first, past);
    std::uint32_t owner_end = first;
    if (owner_end >= 2 && is(owner_end - 1, NameList::genitive) &&
        pieces_.word(owner_end - 2) == "'") {
      owner_end -= 2;
    }
    role.of = owner_before(owner_end);
    return role;
  }

  [[nodiscard]] std::string owner_before(std::uint32_t end) const {
    const std::uint32_t lowest = end > 5 ? end - 5 : 0;
    for (std::uint32_t at = lowest; at < end; ++at) {
      const auto known = words_.known_at(pieces_, at, text_);
      if (known.value != nullptr && known.past == end) {
        return owner(*known.value);
      }
    }
    return {};
  }

  /// ", Iran's foreign minister,", ", the foreign minister of Iran,", "(the party's leader)".
  std::optional<RoleFound> behind_name() {
    const std::string_view mark = pieces_.word(name_.past);
    if (mark != "," && mark != "(") {
      return std::nullopt;
    }
    const std::uint32_t last = std::min(pieces_.size(), name_.past + kBehind);
    for (std::uint32_t at = name_.past + 1; at < last; ++at) {
      const auto title = words_.title_at(pieces_, at);
      if (!is_office(title.value)) {
        if (!may_stand_before_title(at)) {
          return std::nullopt;
        }
        continue;
      }
      const std::uint32_t past = whole_title(title.past);
      if (pieces_.is(past, PieceKind::word) && pieces_.is_capital(past)) {
        return std::nullopt;  // "Moradi, President Voss and …": the title is the next one's
      }
      auto role = with_owner(at, past);
      if (role && role->of.empty()) {
        role->of = owner_behind(past);
      }
      return role;
    }
    return std::nullopt;
  }

  /// "deputy" + "oil minister": a title may go on over nouns to another.
  [[nodiscard]] std::uint32_t whole_title(std::uint32_t past) const {
    for (std::uint32_t at = past; at < past + 3 && past < name_.past + kBehind; ++at) {
      const auto next = words_.title_at(pieces_, at);
      if (is_office(next.value) && !pieces_.is_capital(at)) {
        past = next.past;
        at = past - 1;
        continue;
      }
      if (!pieces_.is(at, PieceKind::word) || pieces_.is_capital(at) || !is_noun(at)) {
        break;
      }
    }
    return past;
  }

  [[nodiscard]] bool is_noun(std::uint32_t at) const {
    const std::uint32_t token = pieces_[at].token;
    return token < sheet_.size() &&
           (texts::is_noun(sheet_.form(token)) || texts::is_adjective(sheet_.form(token)));
  }

  /// Words of ", Iran's new foreign minister" before the title.
  [[nodiscard]] bool may_stand_before_title(std::uint32_t at) const {
    const std::string_view word = pieces_.word(at);
    if (word == "'" || word == "-" || is(at, NameList::genitive)) {
      return true;
    }
    const std::uint32_t token = pieces_[at].token;
    const Form form = token < sheet_.size() ? sheet_.form(token) : Form::none;
    return form == Form::determiner || form == Form::possessive_pronoun ||
           form == Form::possessive_ending || texts::is_adjective(form) || texts::is_noun(form) ||
           form == Form::number;
  }

  /// "of Iran", "for the foreign ministry", "at the IAEA".
  [[nodiscard]] std::string owner_behind(std::uint32_t at) const {
    if (!is(at, NameList::before_owner)) {
      return {};
    }
    std::uint32_t next = at + 1;
    if (is(next, NameList::the)) {
      ++next;
    }
    const auto known = words_.known_at(pieces_, next, text_);
    if (known.value != nullptr) {
      return owner(*known.value);
    }
    std::uint32_t past = next;
    while (pieces_.is_capital(past) && past < next + 6) {
      ++past;
    }
    return past == next ? std::string{} : std::string{pieces_.bytes(next, past).in(text_)};
  }

  [[nodiscard]] bool is(std::uint32_t piece, NameList list) const {
    return words_.lists(list, pieces_.word(piece));
  }

  /// "Iran" of "Iranian".
  static const std::string& owner(const KnownName& known) {
    return known.kind == "people" ? known.of : known.name;  // not English: a kind of places.tsv
  }

  const Pieces& pieces_;
  const texts::Sheet& sheet_;
  std::string_view text_;
  const NameWords& words_;
  const NameSpan& name_;
};

}  // namespace

std::optional<RoleFound> role_of(const Pieces& pieces, const texts::Sheet& sheet,
                                 const NameWords& words, const NameSpan& name) {
  return RoleFinder{pieces, sheet, words, name}.run();
}

}  // namespace factbox::mentions
