#include "mentions/names/name_spans.h"

#include <algorithm>

#include "base/letters.h"
#include "mentions/names/name_types.h"
#include "mentions/names/roles.h"

namespace factbox::mentions {
using texts::NameType;

namespace {

bool is_name_type(NameType type) {
  static constexpr NameType kTypes[] = {
      NameType::person, NameType::nationality, NameType::facility, NameType::body,
      NameType::polity, NameType::location,    NameType::product,  NameType::event,
      NameType::work,   NameType::law,         NameType::language};
  return std::ranges::find(kTypes, type) != std::end(kTypes);
}

/// Tells which words of a text can be a name's, and where one begins and ends.
class NameEdges {
 public:
  NameEdges(const Pieces& pieces, const texts::Sheet& sheet, const NameWords& words)
      : pieces_(pieces), sheet_(sheet), words_(words) {}

  [[nodiscard]] bool is_place_word(std::uint32_t at) const {
    return !pieces_.is_capital(at) && is(at, NameList::before_place);
  }

  [[nodiscard]] bool is(std::uint32_t piece, NameList list) const {
    return words_.lists(list, pieces_.word(piece));
  }

  [[nodiscard]] bool is_proper(std::uint32_t piece) const {
    const std::uint32_t token = pieces_[piece].token;
    return token < sheet_.size() && texts::is_name(sheet_.form(token));
  }

  [[nodiscard]] bool is_name_word(std::uint32_t at) const {
    return pieces_.is(at, PieceKind::word) && pieces_.is_capital(at) && is_proper(at) &&
           pieces_.written(at).size() > 1;
  }

  [[nodiscard]] bool is_acronym(std::uint32_t at) const {
    const std::string_view letters = pieces_.written(at);
    const bool capitals = each_letter(letters, is_capital);
    const auto small = [&](std::uint32_t i) {
      return i < pieces_.size() && pieces_.is(i, PieceKind::word) && !pieces_.is_capital(i);
    };
    const bool bracketed = pieces_.word(at - 1) == "(" && pieces_.word(at + 1) == ")";
    return capitals && letters.size() >= 3 && letters.size() <= 6 &&
           (small(at - 1) || small(at + 1) || bracketed);
  }

  /// "Government", and words in small letters that the engine took for somebody.
  [[nodiscard]] bool is_nobody(std::uint32_t first, std::uint32_t past, NameType type) const {
    if (past != first + 1) {
      return false;
    }
    const std::string_view written = pieces_.written(first);
    const bool letters =
        any_letter(written, [](char32_t code) { return is_letter(code) && !is_small(code); });
    return words_.is_no_name(written) || (!letters && type != NameType::polity);
  }

  void trim(std::uint32_t& first, std::uint32_t& past, NameType type) const {
    bool cut = true;
    while (cut && first < past) {
      cut = false;
      const std::string_view word = pieces_.word(first);
      const bool mark = pieces_.is(first, PieceKind::mark) && word != "#" && word != "@";
      if (is_courtesy(first) && first + 1 < past) {
        first += pieces_.word(first + 1) == "." ? 2 : 1;
        cut = true;
        continue;
      }
      if (mark || is(first, NameList::before_name)) {
        ++first;
        cut = true;
        continue;
      }
      const auto title = words_.title_at(pieces_, first);
      if (type == NameType::person && title.value != TitleKind::none && title.past < past) {
        first = title.past;
        first += pieces_.word(first) == "." ? 1 : 0;
        cut = true;
      }
    }
    while (past > first) {
      const bool genitive =
          past - first >= 2 && pieces_.word(past - 2) == "'" && is(past - 1, NameList::genitive);
      if (!genitive && !never_ends_name(past - 1)) {
        break;
      }
      past -= genitive ? 2 : 1;
    }
  }

  /// "Inc.", "Co.", "Jr.": the dot belongs to the word.
  [[nodiscard]] bool is_abbreviation(std::uint32_t at) const { return is(at, NameList::shortened); }

  [[nodiscard]] bool starts_sentence(std::uint32_t piece) const {
    const std::uint32_t token = pieces_[piece].token;
    return token < sheet_.size() && sheet_.starts_sentence(token);
  }

 private:
  /// A word or a mark that no name ends with.
  [[nodiscard]] bool never_ends_name(std::uint32_t at) const {
    const std::string_view word = pieces_.word(at);
    const bool mark = pieces_.is(at, PieceKind::mark) && word != ")" && word != "!" &&
                      !(word == "." && is_abbreviation(at - 1));
    return mark || is(at, NameList::inside_name);
  }

  /// "Mr.", "Ms", "Dr.", with its capital.
  [[nodiscard]] bool is_courtesy(std::uint32_t at) const {
    const auto title = words_.title_at(pieces_, at);
    return title.value == TitleKind::before && pieces_.is_capital(at);
  }

  const Pieces& pieces_;
  const texts::Sheet& sheet_;
  const NameWords& words_;
};

/// Of names that touch, the longer one stays.
void drop_inner(std::vector<NameSpan>& spans) {
  std::vector<NameSpan> kept;
  for (NameSpan& span : spans) {
    if (!kept.empty() && kept.back().range.touches(span.range)) {
      if (span.range.size() > kept.back().range.size()) {
        kept.back() = std::move(span);
      }
      continue;
    }
    kept.push_back(std::move(span));
  }
  spans = std::move(kept);
}

class SpanFinder {
 public:
  SpanFinder(const Pieces& pieces, const texts::Sheet& sheet, const NameWords& words,
             const reports::Outlets& outlets)
      : pieces_(pieces),
        sheet_(sheet),
        words_(words),
        edges_(pieces, sheet, words),
        outlets_(outlets) {}

  std::vector<NameSpan> run() {
    from_engine();
    from_capitals();
    std::ranges::sort(spans_, {}, [](const NameSpan& span) { return span.range; });
    from_tables();
    std::ranges::sort(spans_, {}, [](const NameSpan& span) { return span.range; });
    drop_inner(spans_);
    for (NameSpan& span : spans_) {
      mend(span);
    }
    return std::move(spans_);
  }

 private:
  void from_engine() {
    std::uint32_t piece = 0;
    for (const texts::MarkedName& entity : sheet_.names()) {
      if (!is_name_type(entity.type)) {
        continue;
      }
      const ByteRange bytes = sheet_.bytes(entity.tokens);
      while (piece < pieces_.size() && pieces_[piece].range.end <= bytes.begin) {
        ++piece;
      }
      std::uint32_t past = piece;
      while (past < pieces_.size() && pieces_[past].range.end <= bytes.end) {
        ++past;
      }
      extend(piece, past, entity);
      add_parts(piece, past, entity.type);
    }
  }

  /// An initial ends no name ("Ada Q" + ". Moss"), nor does "the" ("Otto the" + "Elder").
  void extend(std::uint32_t first, std::uint32_t& past, const texts::MarkedName& entity) const {
    if (past == first || past >= pieces_.size()) {
      return;
    }
    const bool given = words_.given_name(pieces_.written(first)) != GivenName::no;
    if (edges_.is(past - 1, NameList::the) && pieces_.is_capital(past) && given) {
      ++past;
      return;
    }
    const std::uint32_t last = pieces_.word(past - 1) == "." && past >= 2 ? past - 2 : past - 1;
    const bool initial = pieces_.written(last).size() == 1 && pieces_.is_capital(last);
    if (entity.type != NameType::person || (last + 1 != past && !initial)) {
      return;
    }
    std::uint32_t next = initial && pieces_.word(last + 1) == "." ? last + 2 : past;
    // Nobody's name goes on for longer; an endless row of capitals is a table or a headline.
    const std::uint32_t furthest = past + 8;
    while (next < furthest && pieces_.is(next, PieceKind::word) && pieces_.is_capital(next) &&
           edges_.is_proper(next) && (!edges_.starts_sentence(next) || next == last + 2)) {
      past = ++next;
    }
  }

  /// A list that the engine took for one name: "Tesla, Uber and Snapchat".
  void add_parts(std::uint32_t first, std::uint32_t past, NameType type) {
    if (type != NameType::body && type != NameType::polity && type != NameType::facility &&
        type != NameType::work) {
      add(first, past, type);
      return;
    }
    bool list = false;
    std::uint32_t start = first;
    for (std::uint32_t at = first; at < past; ++at) {
      const bool comma = pieces_.word(at) == "," && at + 1 < past && pieces_.is_capital(at + 1) &&
                         !edges_.is_abbreviation(at + 1);
      const bool last = list && edges_.is(at, NameList::joining);
      if (type != NameType::polity && edges_.is_place_word(at) && at > start && at + 1 < past &&
          pieces_.is_capital(at + 1)) {
        add(start, at, type);  // "Alpine Club on Dover Street"
        start = at + 1;
        continue;
      }
      if (comma || last) {
        add(start, at, type);
        start = at + 1;
        list = true;
      }
    }
    add(start, past, type);
  }

  /// Names that the engine saw none in: capital words in mid-sentence, and sentences' first words
  /// where somebody says something.
  void from_capitals() {
    std::size_t engine = 0;
    const auto entities = sheet_.names();
    for (std::uint32_t at = 0; at < pieces_.size();) {
      const std::uint32_t token = pieces_[at].token;
      while (engine < entities.size() && entities[engine].tokens.past <= token) {
        ++engine;
      }
      const bool taken = engine < entities.size() && entities[engine].tokens.first <= token;
      if (taken || !edges_.is_name_word(at)) {
        ++at;
        continue;
      }
      const std::uint32_t limit =
          engine < entities.size() ? entities[engine].tokens.first : sheet_.size();
      std::uint32_t past = at;
      while (past < pieces_.size() && pieces_[past].token < limit && edges_.is_name_word(past) &&
             (past == at || !edges_.starts_sentence(past))) {
        ++past;
      }
      add_capitals(at, past);
      at = past;
    }
  }

  void add_capitals(std::uint32_t first, std::uint32_t past) {
    edges_.trim(first, past, NameType::person);
    if (first >= past || past - first > 5) {
      return;
    }
    const NameType type = type_of({pieces_, sheet_, words_, first, past}, NameType::none);
    const bool acronym =
        past == first + 1 && !edges_.starts_sentence(first) && edges_.is_acronym(first);
    if (type != NameType::none || acronym) {
      add(first, past, type == NameType::none ? NameType::body : type);
    }
  }

  /// Adds a name without what belongs to the sentence around it.
  void add(std::uint32_t first, std::uint32_t past, NameType type) {
    edges_.trim(first, past, type);
    if (first >= past || edges_.is_nobody(first, past, type)) {
      return;
    }
    NameSpan span;
    span.first = first;
    span.past = past;
    span.range = pieces_.bytes(first, past);
    span.type = type;
    spans_.push_back(std::move(span));
  }

  void from_tables() {
    const std::string_view text = sheet_.text();
    for (std::uint32_t at = 0; at < pieces_.size();) {
      const auto known = words_.known_at(pieces_, at, text);
      if (known.value == nullptr) {
        ++at;
        continue;
      }
      take_known(at, known.past, *known.value);
      at = known.past;
    }
  }

  /// Places a known name beside the engine's: a new one, or the type of one that is the same.
  void take_known(std::uint32_t first, std::uint32_t past, const KnownName& known) {
    const ByteRange range = pieces_.bytes(first, past);
    auto span =
        std::ranges::partition_point(spans_.begin(), spans_.begin() + engine_count(),
                                     [&](const NameSpan& s) { return s.range.end <= range.begin; });
    const bool touches = span != spans_.begin() + engine_count() && span->range.touches(range);
    if (!touches || (range.covers(span->range) && range != span->range)) {
      const bool lone = pieces_.is_capital(first);
      if (lone && !is_in_names(first, past) && !is_other_use(first, known)) {
        NameSpan added;
        added.first = first;
        added.past = past;
        added.range = range;
        added.type = known.type;
        added.known = &known;
        spans_.push_back(std::move(added));
      }
      return;
    }
    if (span->range == range) {
      span->known = &known;
      span->type = known.type;
    }
  }

  [[nodiscard]] std::ptrdiff_t engine_count() {
    if (engine_count_ < 0) {
      engine_count_ = static_cast<std::ptrdiff_t>(spans_.size());
    }
    return engine_count_;
  }

  /// Whether the words around make a longer name of a table's short one: "Amazon River", "Ban on".
  [[nodiscard]] bool is_in_names(std::uint32_t first, std::uint32_t past) const {
    const bool single = past == first + 1;
    const bool after = pieces_.is_capital(past) && pieces_.is(past, PieceKind::word) &&
                       edges_.is_proper(past) && !edges_.starts_sentence(past);
    return single && (after || !edges_.is_proper(first));
  }

  /// "Jordan" beside another capital word may be a person's; a name of one word that the engine
  /// didn't see is trusted only when no capital word touches it.
  [[nodiscard]] bool is_other_use(std::uint32_t first, const KnownName& known) const {
    if (!words_.lists(NameList::place_kind, known.kind)) {
      return false;
    }
    const bool name_before = first > 0 && pieces_.is_capital(first - 1) &&
                             !edges_.starts_sentence(first - 1) &&
                             pieces_.is(first - 1, PieceKind::word);
    return name_before;
  }

  void mend(NameSpan& span) const {
    const std::string_view written = span.range.in(sheet_.text());
    if (span.known != nullptr) {
      return;
    }
    span.outlet = outlets_.find_by_name(written);
    if (span.outlet != nullptr) {
      span.type = span.type == NameType::person ? span.type : NameType::body;
      return;
    }
    const UnknownName name{pieces_, sheet_, words_, span.first, span.past};
    span.type = type_of(name, span.type);
    if (span.past - span.first > 1 &&
        (span.type == NameType::polity || span.type == NameType::work) &&
        role_of(pieces_, sheet_, words_, span)) {
      span.type = NameType::person;  // "Sara Moradi, Iran's oil minister,"
    }
    const NameEnding* told = said_of(name);
    if (told != nullptr && told->type == span.type) {
      span.kind = told->kind;
    }
  }

  const Pieces& pieces_;
  const texts::Sheet& sheet_;
  const NameWords& words_;
  NameEdges edges_;
  const reports::Outlets& outlets_;
  std::vector<NameSpan> spans_;
  std::ptrdiff_t engine_count_ = -1;
};

}  // namespace

std::vector<NameSpan> find_name_spans(const Pieces& pieces, const texts::Sheet& sheet,
                                      const NameWords& words, const reports::Outlets& outlets) {
  return SpanFinder{pieces, sheet, words, outlets}.run();
}

}  // namespace factbox::mentions
