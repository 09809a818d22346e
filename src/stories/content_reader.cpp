#include "stories/content_reader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <span>

#include "stories/words.h"
#include "texts/clauses.h"

namespace factbox::stories {

using texts::Link;
using texts::NameType;
using texts::WordClass;

using statements::Statement;
using texts::Sheet;

namespace {

constexpr std::size_t kMostTokens = 400;  // of one statement; what is longer is no single claim
constexpr int kFarthestHead = 12;
constexpr std::uint32_t kFarthestParticle = 6;
constexpr int kFarthestFocus = 5;  // from "only" to what it limits
constexpr std::chrono::hours kDay{24};

WordKind kind_of(WordClass word_class) {
  if (word_class == WordClass::noun) return WordKind::noun;
  if (word_class == WordClass::name) return WordKind::name;
  if (word_class == WordClass::verb) return WordKind::verb;
  if (word_class == WordClass::adjective) return WordKind::adjective;
  return WordKind::other;
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

template <class Value>
requires std::is_enum_v<Value>
bool one_of(Value value, std::initializer_list<Value> values) {
  return std::ranges::find(values, value) != values.end();
}

/// The mentions of a list, ordered by their passages, that lie within the content.
template <class Mention, class Do>
void each_within(const std::vector<Mention>& mentions, const Statement& statement, Do act) {
  for (const ByteRange content : statement.content) {
    auto at = std::lower_bound(mentions.begin(), mentions.end(),
                               Passage{statement.field, {content.begin, 0}},
                               [](const Mention& m, const Passage& p) { return m.where < p; });
    for (; at != mentions.end() && at->where.field == statement.field &&
           at->where.range.begin < content.end;
         ++at) {
      if (content.covers(at->where.range)) act(*at);
    }
  }
}

/// The words of a statement's content, and what each of them counts for.
class ContentTokens {
 public:
  ContentTokens(const Statement& statement, const Sheet& sheet)
      : statement_(statement), sheet_(sheet) {
    if (sheet.size() == 0) return;
    for (const ByteRange range : statement.content) {
      for (std::uint32_t t = sheet.token_at(range.begin);
           t < sheet.size() && sheet.range(t).end <= range.end; ++t) {
        if (all_.size() == kMostTokens) break;
        if (!sheet.is_space(t)) all_.push_back(t);
      }
    }
    // The parts of a split quotation may come in any order, and touch.
    std::sort(all_.begin(), all_.end());
    all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
    if (all_.empty()) return;
    first_ = all_.front();
    keys_.assign(all_.back() - first_ + 1, 0);
    skipped_.assign(keys_.size(), true);
    for (const std::uint32_t token : all_) skipped_[token - first_] = false;
  }

  /// In order.
  [[nodiscard]] std::span<const std::uint32_t> all() const { return all_; }
  [[nodiscard]] bool holds(std::uint32_t token) const {
    return token >= first_ && token - first_ < skipped_.size() &&
           std::binary_search(all_.begin(), all_.end(), token);
  }
  /// 0: counts for nothing.
  [[nodiscard]] WordKey key(std::uint32_t token) const { return keys_[token - first_]; }
  void set_key(std::uint32_t token, WordKey key) { keys_[token - first_] = key; }
  [[nodiscard]] bool is_skipped(std::uint32_t token) const { return skipped_[token - first_]; }
  void skip(std::uint32_t token) { skipped_[token - first_] = true; }

  template <class Do>
  void each_of(Passage where, Do act) const {
    if (where.field != statement_.field) return;
    for (std::uint32_t t = sheet_.token_at(where.range.begin);
         t < sheet_.size() && sheet_.range(t).begin < where.range.end; ++t) {
      if (holds(t)) act(t);
    }
  }

 private:
  const Statement& statement_;
  const Sheet& sheet_;
  std::vector<std::uint32_t> all_;
  std::uint32_t first_ = 0;
  std::vector<WordKey> keys_;  ///< by token from the first
  std::vector<bool> skipped_;
};

/// The keys of all words below `top`, it included, as far as they are counted.
std::vector<WordKey> below(const Sheet& sheet, const ContentTokens& tokens, std::uint32_t top) {
  std::set<WordKey> keys;
  for (const std::uint32_t token : tokens.all()) {
    std::uint32_t at = token;
    for (int step = 0; step < kFarthestHead; ++step) {
      if (at == top) {
        if (tokens.key(token) != 0) keys.insert(tokens.key(token));
        break;
      }
      const std::uint32_t head = sheet.head(at);
      if (head == at || !tokens.holds(head) || sheet.link(at) == Link::relative_clause) break;
      at = head;
    }
  }
  return {keys.begin(), keys.end()};
}

/// "Out of 15 members" counts those whom another figure is a part of.
bool is_whole_of_others(const Sheet& sheet, const ContentTokens& tokens, std::uint32_t number) {
  // English: two words that no list of this stage has.
  const bool of = number >= 2 && folded_words(sheet.word(number - 1)) == "of";
  // English: as above.
  return of && tokens.holds(number - 2) && folded_words(sheet.word(number - 2)) == "out";
}

/// Reads what small words make of a statement: "only", "all of", "so far", "not".
class MarkReader {
 public:
  MarkReader(WordKeys& keys, const Sheet& sheet, const ContentTokens& tokens,
             std::optional<std::uint32_t> root, Proposition& to)
      : words_(keys), sheet_(sheet), tokens_(tokens), root_(root), to_(to) {}

  void read_marks() {
    std::string before;
    for (const std::uint32_t token : tokens_.all()) {
      const WordClass word_class = sheet_.word_class(token);
      if (word_class == WordClass::pronoun &&
          one_of(folded_words(sheet_.lemma(token)), {"i", "we", "my", "our", "us", "me"})) {
        to_.own_voice = true;
      }
      std::string lemma = folded_words(sheet_.lemma(token));
      set_mark(words_.lexicon().mark_of(lemma), token, before == "not");  // English: before a mark
      if (!before.empty()) set_mark(words_.lexicon().mark_of(before + ' ' + lemma), token, false);
      before = std::move(lemma);
      if (sheet_.starts_sentence(token)) ++to_.sentences;
    }
  }

 private:
  /// "The death toll rose to 58": what a bare number counts stands before the noun of counting.
  void read_toll(std::uint32_t token) {
    const bool noun =
        sheet_.word_class(token) == WordClass::noun && token > 0 && tokens_.holds(token - 1);
    if (!noun || sheet_.head(token - 1) != token || sheet_.link(token - 1) != Link::compound)
      return;
    for (CountedThing& counted : to_.counts) {
      if (counted.unit != 0) continue;
      counted.unit = counted.event = tokens_.key(token - 1);
      counted.beside.clear();
    }
  }

  void set_mark(std::optional<ClaimMark> mark, std::uint32_t token, bool denied) {
    if (!mark) return;
    switch (*mark) {
      case ClaimMark::running:
        to_.running = true;
        read_toll(token);
        break;
      case ClaimMark::adding:
        to_.adding = true;
        break;
      case ClaimMark::corrects:
        to_.corrects = true;
        break;
      case ClaimMark::carrier:
        to_.notice = to_.notice || misstates(token);
        break;
      case ClaimMark::limits:
        (denied ? to_.not_only : to_.only) = limited_by(token);
        break;
      case ClaimMark::whole:
        if (!denied) to_.all_of = limited_by(token);
        break;
      case ClaimMark::part:
        to_.part_of = limited_by(token);
        break;
    }
  }

  /// "An article misstated": it is the subject of what corrects.
  [[nodiscard]] bool misstates(std::uint32_t carrier) const {
    const std::uint32_t head = sheet_.head(carrier);
    const Link link = sheet_.link(carrier);
    return root_ == head && (link == Link::subject || link == Link::passive_subject) &&
           words_.lexicon().mark_of(folded_words(sheet_.lemma(head))) == ClaimMark::corrects;
  }

  /// What "only", "all" or "some" is said of: the next noun; none where a number comes first.
  [[nodiscard]] WordKey limited_by(std::uint32_t mark) const {
    auto at = std::ranges::upper_bound(tokens_.all(), mark);
    for (int step = 0; at != tokens_.all().end() && step < kFarthestFocus; ++at, ++step) {
      const WordClass word_class = sheet_.word_class(*at);
      if (word_class == WordClass::number || word_class == WordClass::verb) return 0;
      if ((word_class == WordClass::noun || word_class == WordClass::name) &&
          sheet_.link(*at) != Link::compound) {
        return tokens_.key(*at);
      }
    }
    return 0;
  }

  WordKeys& words_;
  const Sheet& sheet_;
  const ContentTokens& tokens_;
  std::optional<std::uint32_t> root_;
  Proposition& to_;
};

/// Reads the words of one statement.
class ContentReader {
 public:
  ContentReader(WordKeys& keys, const statements::ReadReport& report, const Statement& statement,
                Proposition& to)
      : words_(keys),
        report_(report),
        statement_(statement),
        sheet_(report.of(statement.field)),
        tokens_(statement, sheet_),
        to_(to) {}

  void read() {
    if (tokens_.all().empty()) return;
    mark_names();
    mark_times();
    find_root();
    read_words();
    read_arguments();
    read_figures();
    hang_dates();
    MarkReader{words_, sheet_, tokens_, root_, to_}.read_marks();
    std::sort(to_.periods.begin(), to_.periods.end());
    std::sort(to_.words.begin(), to_.words.end());
    to_.words.erase(std::unique(to_.words.begin(), to_.words.end(),
                                [](const auto& a, const auto& b) { return a.key == b.key; }),
                    to_.words.end());
    for (ContentWord& word : to_.words) word.weight = weight_of(word.kind);
  }

 private:
  /// The names of the statement, one key each; the other words of a name count for nothing.
  void mark_names() {
    each_within(report_.mentions.names, statement_, [&](const mentions::NameMention& name) {
      const mentions::Entity& entity = report_.mentions.entities[name.entity];
      const WordKey key = words_.of_name(entity);
      bool last_is_pronoun = false;
      std::optional<std::uint32_t> first;
      tokens_.each_of(name.where, [&](std::uint32_t t) {
        tokens_.set_key(t, key);
        last_is_pronoun = sheet_.word_class(t) == WordClass::pronoun;
        name_tokens_.insert(t);
        if (!first) first = t;
      });
      if (!first) return;
      to_.words.push_back({key, WordKind::name, *first});
      if (entity.type == NameType::person && !last_is_pronoun) {
        to_.people.push_back(folded_words(entity.name));
      }
    });
  }

  /// Times are compared as times, not as words.
  void mark_times() {
    each_within(report_.mentions.times, statement_, [&](const mentions::TimeMention& time) {
      if (time.type == mentions::TimexType::duration || time.type == mentions::TimexType::set) {
        to_.periods.push_back(stable_hash(time.value));
        return;
      }
      std::optional<std::uint32_t> last;
      tokens_.each_of(time.where, [&](std::uint32_t t) {
        tokens_.skip(t);
        last = t;
      });
      if (!last || !time.first || !time.past) return;
      const std::string_view words = time.where.range.in(report_.report->of(time.where.field));
      const bool numbered =
          std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
      const bool exact = numbered && *time.past - *time.first <= kDay;
      dated_.push_back({{*time.first, *time.past, 0, exact}, *last});
    });
  }

  /// What each time hangs on: the nearest word above it that counts.
  void hang_dates() {
    for (auto& [dated, token] : dated_) {
      std::uint32_t at = token;
      for (int step = 0; step < kFarthestHead; ++step) {
        const std::uint32_t head = sheet_.head(at);
        if (head == at || !tokens_.holds(head)) break;
        at = head;
        if (tokens_.key(at) == 0) continue;
        dated.event = tokens_.key(at);
        break;
      }
      // "Took effect on Friday": the verb counts for nothing, and what it takes for it.
      if (dated.event == 0 && root_ && at == *root_) dated.event = to_.predicate;
      to_.dates.push_back(dated);
    }
  }

  void find_root() {
    std::optional<std::uint32_t> fallback;
    for (const std::uint32_t token : tokens_.all()) {
      const std::uint32_t head = sheet_.head(token);
      if (head != token && tokens_.holds(head)) continue;
      const WordClass word_class = sheet_.word_class(token);
      if (word_class == WordClass::verb || word_class == WordClass::auxiliary) {
        root_ = token;
        return;
      }
      if (!fallback && word_class != WordClass::punctuation) fallback = token;
    }
    root_ = fallback;
  }

  [[nodiscard]] WordKey key_of(std::uint32_t token) {
    const WordKey known = tokens_.key(token);
    if (known != 0) return known;
    const std::string lemma = folded_words(sheet_.lemma(token));
    if (sheet_.word_class(token) == WordClass::verb) {
      // "put off" is one word with "delay", not with "put".
      const std::uint32_t past = std::min(token + kFarthestParticle, sheet_.size());
      for (std::uint32_t t = token + 1; t < past && tokens_.holds(t); ++t) {
        if (sheet_.head(t) != token || sheet_.link(t) != Link::particle) continue;
        const auto together = words_.of_kindred(lemma + ' ' + folded_words(sheet_.word(t)));
        if (together) return *together;
      }
    }
    return words_.of_lemma(lemma);
  }

  [[nodiscard]] bool is_content(std::uint32_t token) const {
    if (tokens_.is_skipped(token)) return false;
    const WordClass word_class = sheet_.word_class(token);
    return one_of(word_class, {WordClass::noun, WordClass::name, WordClass::verb,
                               WordClass::adjective, WordClass::adverb});
  }

  void read_words() {
    for (const std::uint32_t token : tokens_.all()) {
      if (name_tokens_.contains(token) || !is_content(token)) continue;
      const WordKey key = key_of(token);
      if (key == 0) continue;
      tokens_.set_key(token, key);
      to_.words.push_back({key, kind_of(sheet_.word_class(token)), token});
    }
  }

  /// A word of the clause where the statement has it.
  [[nodiscard]] std::optional<std::uint32_t> held(std::uint32_t token) const {
    return token != texts::kNoToken && tokens_.holds(token) ? std::optional{token} : std::nullopt;
  }

  void read_arguments() {
    if (!root_) return;
    to_.predicate = tokens_.key(*root_);
    to_.opposite = words_.opposite_of(folded_words(sheet_.lemma(*root_)));
    const texts::Clause clause = texts::clause_of(sheet_, *root_);
    std::optional<std::uint32_t> predicate;
    std::set<WordKey> around;
    for (const std::uint32_t token : tokens_.all()) {
      const std::uint32_t head = sheet_.head(token);
      const Link link = sheet_.link(token);
      if (link == Link::prepositional_object && tokens_.holds(head) &&
          sheet_.link(head) == Link::preposition && sheet_.head(head) == *root_) {
        const auto brought = below(sheet_, tokens_, token);
        around.insert(brought.begin(), brought.end());
      }
      if (head != *root_ || token == *root_) continue;
      if (to_.predicate == 0 &&
          one_of(link, {Link::attribute, Link::adjective_complement, Link::object,
                        Link::open_complement, Link::particle})) {
        to_.predicate = tokens_.key(token);
        predicate = token;
      }
    }
    to_.perfect = clause.perfect && clause.tense == texts::VerbTense::present;
    to_.ought = clause.mood == texts::Mood::modal && one_of(folded_words(sheet_.word(clause.modal)),
                                                            {"should", "must", "ought", "shall"});
    const bool passive = clause.subject_link == Link::passive_subject && held(clause.subject);
    const auto subject = held(clause.agent) ? held(clause.agent)
                         : passive          ? std::nullopt
                                            : held(clause.subject);
    const auto object =
        passive ? held(clause.subject) : held(std::min(clause.object, clause.predicate));
    if (subject) to_.subjects = below(sheet_, tokens_, *subject);
    if (object) to_.objects = below(sheet_, tokens_, *object);
    // "Have access to the harbor": who has it and to what is left to compare.
    if (object && object == predicate) std::erase(to_.objects, to_.predicate);
    if (object && !passive) to_.acted_on = tokens_.key(*object);
    if (!subject && !passive) to_.own_voice = true;
    to_.surroundings.assign(around.begin(), around.end());
  }

  void read_figures() {
    each_within(report_.mentions.figures, statement_, [&](const mentions::Figure& figure) {
      CountedThing counted;
      counted.low = figure.low;
      counted.high = figure.high.value_or(figure.low);
      counted.bound = figure.bound;
      // English: a qualifier that its bound doesn't tell from "more than".
      counted.at_least = folded_words(figure.qualifier) == "at least";
      std::optional<std::uint32_t> number;
      tokens_.each_of(figure.where, [&](std::uint32_t t) {
        if (sheet_.word_class(t) == WordClass::number && !number) number = t;
        tokens_.skip(t);
      });
      if (!figure.unit.empty()) {
        const std::string unit = folded_words(figure.unit);
        const auto space = unit.rfind(' ');
        counted.unit = words_.of_lemma(space == std::string::npos ? unit : unit.substr(space + 1));
      }
      counted.people = figure.unit.empty() || one_of(figure.unit, {"people", "person", "other"});
      if (number && is_whole_of_others(sheet_, tokens_, *number)) return;
      if (number) hang(*number, counted);
      to_.counts.push_back(std::move(counted));
    });
  }

  /// What a number hangs on: the nearest verb above it, or a noun of happening ("deaths").
  void hang(std::uint32_t number, CountedThing& counted) {
    std::uint32_t at = number;
    for (int step = 0; step < kFarthestHead; ++step) {
      const std::uint32_t head = sheet_.head(at);
      if (head == at || !tokens_.holds(head)) break;
      at = head;
      const WordKey key = tokens_.key(at);
      if (sheet_.word_class(at) == WordClass::verb) {
        if (key == 0) continue;
        counted.event = key;
        break;
      }
      if (key != 0 && key != counted.unit) counted.beside.push_back(key);
    }
    for (const std::uint32_t token : tokens_.all()) {
      if (sheet_.head(token) == sheet_.head(number) && token != number &&
          one_of(sheet_.link(token), {Link::adjective, Link::compound, Link::noun_modifier}) &&
          tokens_.key(token) != 0) {
        counted.beside.push_back(tokens_.key(token));
      }
    }
    std::sort(counted.beside.begin(), counted.beside.end());
  }

  WordKeys& words_;
  const statements::ReadReport& report_;
  const Statement& statement_;
  const Sheet& sheet_;
  ContentTokens tokens_;
  Proposition& to_;
  std::set<std::uint32_t> name_tokens_;
  std::optional<std::uint32_t> root_;
  std::vector<std::pair<DatedThing, std::uint32_t>> dated_;  ///< with the last token of each
};

}  // namespace

void read_content(const statements::ReadReport& report, const Statement& statement, WordKeys& keys,
                  Proposition& to) {
  ContentReader{keys, report, statement, to}.read();
}

}  // namespace factbox::stories
