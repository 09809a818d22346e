#include "mentions/names/name_spans.h"

#include <algorithm>

namespace factbox::mentions {
namespace {

bool is_name_type(std::string_view type) {
  static constexpr std::string_view kTypes[] = {"PERSON",      "NORP", "FAC",     "ORG",
                                                "GPE",         "LOC",  "PRODUCT", "EVENT",
                                                "WORK_OF_ART", "LAW",  "LANGUAGE"};
  return std::ranges::find(kTypes, type) != std::end(kTypes);
}

class SpanFinder {
 public:
  SpanFinder(const Pieces& pieces, const language::Analysis& analysis, const NameWords& words,
             const reports::Outlets& outlets)
      : pieces_(pieces), analysis_(analysis), words_(words), outlets_(outlets) {}

  std::vector<NameSpan> run() {
    from_engine();
    from_tables();
    std::ranges::sort(spans_, {}, [](const NameSpan& span) { return span.range; });
    drop_inner();
    for (NameSpan& span : spans_) {
      mend(span);
    }
    return std::move(spans_);
  }

 private:
  void from_engine() {
    std::uint32_t piece = 0;
    for (const language::EntitySpan& entity : analysis_.entities()) {
      if (!is_name_type(entity.type)) {
        continue;
      }
      const ByteRange bytes = analysis_.bytes(entity.tokens);
      while (piece < pieces_.size() && pieces_[piece].range.end <= bytes.begin) {
        ++piece;
      }
      std::uint32_t past = piece;
      while (past < pieces_.size() && pieces_[past].range.end <= bytes.end) {
        ++past;
      }
      add(piece, past, entity.type);
    }
  }

  /// Adds a name without what belongs to the sentence around it.
  void add(std::uint32_t first, std::uint32_t past, std::string_view type) {
    trim(first, past, type);
    if (first >= past) {
      return;
    }
    NameSpan span;
    span.first = first;
    span.past = past;
    span.range = pieces_.bytes(first, past);
    span.type = type;
    spans_.push_back(std::move(span));
  }

  void trim(std::uint32_t& first, std::uint32_t& past, std::string_view type) const {
    bool cut = true;
    while (cut && first < past) {
      cut = false;
      const std::string_view word = pieces_.word(first);
      const bool mark = pieces_.is(first, PieceKind::mark) && word != "#" && word != "@";
      if (word == "the" || word == "a" || word == "an" || mark || word == "'s") {
        ++first;
        cut = true;
        continue;
      }
      const auto title = words_.title_at(pieces_, first);
      if (type == "PERSON" && title.value != TitleKind::none && title.past < past) {
        first = title.past;
        first += pieces_.word(first) == "." ? 1 : 0;
        cut = true;
      }
    }
    while (past > first) {
      const std::string_view word = pieces_.word(past - 1);
      const bool genitive = word == "s" && past - first >= 2 && pieces_.word(past - 2) == "'";
      if (genitive) {
        past -= 2;
      } else if (pieces_.is(past - 1, PieceKind::mark) && word != ")" && word != "!" &&
                 !(word == "." && is_abbreviation(past - 2))) {
        --past;
      } else {
        break;
      }
    }
  }

  /// "Inc.", "Co.", "Jr.": the dot belongs to the word.
  [[nodiscard]] bool is_abbreviation(std::uint32_t at) const {
    static constexpr std::string_view kShort[] = {"inc", "co", "corp", "ltd",
                                                  "jr",  "sr", "st",   "bros"};
    return std::ranges::find(kShort, pieces_.word(at)) != std::end(kShort);
  }

  void from_tables() {
    const std::string_view text = analysis_.text();
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
      if (lone && !is_other_use(first, known)) {
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
      if (span->type != "PERSON" || known.kind == "country" || known.kind == "capital") {
        span->type = known.type;
      }
    }
  }

  [[nodiscard]] std::ptrdiff_t engine_count() {
    if (engine_count_ < 0) {
      engine_count_ = static_cast<std::ptrdiff_t>(spans_.size());
    }
    return engine_count_;
  }

  /// "Jordan" beside another capital word may be a person's; a name of one word that the engine
  /// didn't see is trusted only when no capital word touches it.
  [[nodiscard]] bool is_other_use(std::uint32_t first, const KnownName& known) const {
    if (known.kind != "country" && known.kind != "capital" && known.kind != "city" &&
        known.kind != "state") {
      return false;
    }
    const bool name_before = first > 0 && pieces_.is_capital(first - 1) &&
                             !starts_sentence(first - 1) && pieces_.is(first - 1, PieceKind::word);
    return name_before;
  }

  [[nodiscard]] bool starts_sentence(std::uint32_t piece) const {
    const std::uint32_t token = pieces_[piece].token;
    return token < analysis_.size() && analysis_.starts_sentence(token);
  }

  /// Of names that touch, the longer one stays.
  void drop_inner() {
    std::vector<NameSpan> kept;
    for (NameSpan& span : spans_) {
      if (!kept.empty() && kept.back().range.touches(span.range)) {
        if (span.range.size() > kept.back().range.size()) {
          kept.back() = std::move(span);
        }
        continue;
      }
      kept.push_back(std::move(span));
    }
    spans_ = std::move(kept);
  }

  void mend(NameSpan& span) const {
    const std::string_view written = span.range.in(analysis_.text());
    if (span.known == nullptr) {
      span.outlet = outlets_.find_by_name(written);
      if (span.outlet != nullptr && span.type != "PERSON") {
        span.type = "ORG";
      }
    }
  }

  const Pieces& pieces_;
  const language::Analysis& analysis_;
  const NameWords& words_;
  const reports::Outlets& outlets_;
  std::vector<NameSpan> spans_;
  std::ptrdiff_t engine_count_ = -1;
};

}  // namespace

std::vector<NameSpan> find_name_spans(const Pieces& pieces, const language::Analysis& analysis,
                                      const NameWords& words, const reports::Outlets& outlets) {
  return SpanFinder{pieces, analysis, words, outlets}.run();
}

}  // namespace factbox::mentions
