#include "stories/content_reader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>

#include "stories/words.h"

namespace factbox::stories {

using texts::Link;
using texts::NameType;
using texts::WordClass;

using mentions::Bound;
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

/// Reads the words of one statement.
class ContentReader {
 public:
  ContentReader(WordKeys& keys, const statements::ReadReport& report, const Statement& statement,
                Proposition& to)
      : words_(keys),
        report_(report),
        statement_(statement),
        sheet_(report.of(statement.field)),
        to_(to) {}

  void read() {
    gather_tokens();
    if (tokens_.empty()) return;
    mark_names();
    mark_times();
    find_root();
    read_words();
    read_arguments();
    read_figures();
    hang_dates();
    read_marks();
    std::sort(to_.periods.begin(), to_.periods.end());
    std::sort(to_.words.begin(), to_.words.end());
    to_.words.erase(std::unique(to_.words.begin(), to_.words.end(),
                                [](const auto& a, const auto& b) { return a.key == b.key; }),
                    to_.words.end());
    for (ContentWord& word : to_.words) word.weight = weight_of(word.kind);
  }

 private:
  void gather_tokens() {
    if (sheet_.size() == 0) return;
    for (const ByteRange range : statement_.content) {
      for (std::uint32_t t = sheet_.token_at(range.begin);
           t < sheet_.size() && sheet_.range(t).end <= range.end; ++t) {
        if (tokens_.size() == kMostTokens) break;
        if (!sheet_.is_space(t)) tokens_.push_back(t);
      }
    }
    // The parts of a split quotation may come in any order, and touch.
    std::sort(tokens_.begin(), tokens_.end());
    tokens_.erase(std::unique(tokens_.begin(), tokens_.end()), tokens_.end());
    if (tokens_.empty()) return;
    first_ = tokens_.front();
    keys_.assign(tokens_.back() - first_ + 1, 0);
    skipped_.assign(keys_.size(), true);
    for (const std::uint32_t token : tokens_) skipped_[token - first_] = false;
  }

  [[nodiscard]] bool holds(std::uint32_t token) const {
    return token >= first_ && token - first_ < skipped_.size() && in_content(token);
  }

  [[nodiscard]] bool in_content(std::uint32_t token) const {
    return std::binary_search(tokens_.begin(), tokens_.end(), token);
  }

  template <class Do>
  void each_token(Passage where, Do act) {
    if (where.field != statement_.field) return;
    for (std::uint32_t t = sheet_.token_at(where.range.begin);
         t < sheet_.size() && sheet_.range(t).begin < where.range.end; ++t) {
      if (holds(t)) act(t);
    }
  }

  /// The names of the statement, one key each; the other words of a name count for nothing.
  void mark_names() {
    each_within(report_.mentions.names, statement_, [&](const mentions::NameMention& name) {
      const mentions::Entity& entity = report_.mentions.entities[name.entity];
      const WordKey key = words_.of_name(entity);
      bool last_is_pronoun = false;
      std::optional<std::uint32_t> first;
      each_token(name.where, [&](std::uint32_t t) {
        keys_[t - first_] = key;
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
      each_token(time.where, [&](std::uint32_t t) {
        skipped_[t - first_] = true;
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
        if (head == at || !holds(head)) break;
        at = head;
        if (keys_[at - first_] == 0) continue;
        dated.event = keys_[at - first_];
        break;
      }
      // "Took effect on Friday": the verb counts for nothing, and what it takes for it.
      if (dated.event == 0 && root_ && at == *root_) dated.event = to_.predicate;
      to_.dates.push_back(dated);
    }
  }

  void find_root() {
    std::optional<std::uint32_t> fallback;
    for (const std::uint32_t token : tokens_) {
      const std::uint32_t head = sheet_.head(token);
      if (head != token && holds(head)) continue;
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
    const WordKey known = keys_[token - first_];
    if (known != 0) return known;
    const std::string lemma = folded_words(sheet_.lemma(token));
    if (sheet_.word_class(token) == WordClass::verb) {
      // "put off" is one word with "delay", not with "put".
      const std::uint32_t past = std::min(token + kFarthestParticle, sheet_.size());
      for (std::uint32_t t = token + 1; t < past && holds(t); ++t) {
        if (sheet_.head(t) != token || sheet_.link(t) != Link::particle) continue;
        const auto together = words_.of_kindred(lemma + ' ' + folded_words(sheet_.word(t)));
        if (together) return *together;
      }
    }
    return words_.of_lemma(lemma);
  }

  [[nodiscard]] bool is_content(std::uint32_t token) const {
    if (skipped_[token - first_]) return false;
    const WordClass word_class = sheet_.word_class(token);
    return one_of(word_class, {WordClass::noun, WordClass::name, WordClass::verb,
                               WordClass::adjective, WordClass::adverb});
  }

  void read_words() {
    for (const std::uint32_t token : tokens_) {
      if (name_tokens_.contains(token) || !is_content(token)) continue;
      const WordKey key = key_of(token);
      if (key == 0) continue;
      keys_[token - first_] = key;
      to_.words.push_back({key, kind_of(sheet_.word_class(token)), token});
    }
  }

  /// The keys of all words below `top`, it included, as far as they are counted.
  [[nodiscard]] std::vector<WordKey> below(std::uint32_t top) const {
    std::set<WordKey> keys;
    for (const std::uint32_t token : tokens_) {
      std::uint32_t at = token;
      for (int step = 0; step < kFarthestHead; ++step) {
        if (at == top) {
          if (keys_[token - first_] != 0) keys.insert(keys_[token - first_]);
          break;
        }
        const std::uint32_t head = sheet_.head(at);
        if (head == at || !holds(head) || sheet_.link(at) == Link::relative_clause) break;
        at = head;
      }
    }
    return {keys.begin(), keys.end()};
  }

  void read_arguments() {
    if (!root_) return;
    to_.predicate = keys_[*root_ - first_];
    to_.opposite = words_.opposite_of(folded_words(sheet_.lemma(*root_)));
    std::optional<std::uint32_t> subject;
    std::optional<std::uint32_t> object;
    std::optional<std::uint32_t> predicate;
    std::set<WordKey> around;
    bool passive = false;
    for (const std::uint32_t token : tokens_) {
      const std::uint32_t head = sheet_.head(token);
      const Link link = sheet_.link(token);
      if (link == Link::prepositional_object && holds(head) && sheet_.link(head) == Link::agent &&
          sheet_.head(head) == *root_) {
        subject = token;
      } else if (link == Link::prepositional_object && holds(head) &&
                 sheet_.link(head) == Link::preposition && sheet_.head(head) == *root_) {
        const auto brought = below(token);
        around.insert(brought.begin(), brought.end());
      }
      if (head != *root_ || token == *root_) continue;
      if (link == Link::subject && !subject) subject = token;
      if (link == Link::passive_subject) {
        object = token;
        passive = true;
      }
      if (!passive && !object &&
          one_of(link, {Link::object, Link::attribute, Link::adjective_complement,
                        Link::object_predicate}))
        object = token;
      if (to_.predicate == 0 &&
          one_of(link, {Link::attribute, Link::adjective_complement, Link::object,
                        Link::open_complement, Link::particle})) {
        to_.predicate = keys_[token - first_];
        predicate = token;
      }
      if (link != Link::auxiliary) continue;
      const std::string word = folded_words(sheet_.word(token));
      if (one_of(word, {"has", "have", "'s", "'ve"})) to_.perfect = true;
      if (one_of(word, {"should", "must", "ought", "shall"})) to_.ought = true;
    }
    if (subject) to_.subjects = below(*subject);
    if (object) to_.objects = below(*object);
    // "Have access to the harbor": who has it and to what is left to compare.
    if (object && object == predicate) std::erase(to_.objects, to_.predicate);
    if (object && !passive) to_.acted_on = keys_[*object - first_];
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
      each_token(figure.where, [&](std::uint32_t t) {
        if (sheet_.word_class(t) == WordClass::number && !number) number = t;
        skipped_[t - first_] = true;
      });
      if (!figure.unit.empty()) {
        const std::string unit = folded_words(figure.unit);
        const auto space = unit.rfind(' ');
        counted.unit = words_.of_lemma(space == std::string::npos ? unit : unit.substr(space + 1));
      }
      counted.people = figure.unit.empty() || one_of(figure.unit, {"people", "person", "other"});
      if (number && is_whole_of_others(*number)) return;
      if (number) hang(*number, counted);
      to_.counts.push_back(std::move(counted));
    });
  }

  /// "Out of 15 members" counts those whom another figure is a part of.
  [[nodiscard]] bool is_whole_of_others(std::uint32_t number) const {
    // English: two words that no list of this stage has.
    const bool of = number >= 2 && folded_words(sheet_.word(number - 1)) == "of";
    // English: as above.
    return of && holds(number - 2) && folded_words(sheet_.word(number - 2)) == "out";
  }

  /// What a number hangs on: the nearest verb above it, or a noun of happening ("deaths").
  void hang(std::uint32_t number, CountedThing& counted) {
    std::uint32_t at = number;
    for (int step = 0; step < kFarthestHead; ++step) {
      const std::uint32_t head = sheet_.head(at);
      if (head == at || !holds(head)) break;
      at = head;
      const WordKey key = keys_[at - first_];
      if (sheet_.word_class(at) == WordClass::verb) {
        if (key == 0) continue;
        counted.event = key;
        break;
      }
      if (key != 0 && key != counted.unit) counted.beside.push_back(key);
    }
    for (const std::uint32_t token : tokens_) {
      if (sheet_.head(token) == sheet_.head(number) && token != number &&
          one_of(sheet_.link(token), {Link::adjective, Link::compound, Link::noun_modifier}) &&
          keys_[token - first_] != 0) {
        counted.beside.push_back(keys_[token - first_]);
      }
    }
    std::sort(counted.beside.begin(), counted.beside.end());
  }

  void read_marks() {
    std::string before;
    for (const std::uint32_t token : tokens_) {
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

  /// "The death toll rose to 58": what a bare number counts stands before the noun of counting.
  void read_toll(std::uint32_t token) {
    const bool noun = sheet_.word_class(token) == WordClass::noun && token > 0 && holds(token - 1);
    if (!noun || sheet_.head(token - 1) != token || sheet_.link(token - 1) != Link::compound)
      return;
    for (CountedThing& counted : to_.counts) {
      if (counted.unit != 0) continue;
      counted.unit = counted.event = keys_[token - 1 - first_];
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
    auto at = std::upper_bound(tokens_.begin(), tokens_.end(), mark);
    for (int step = 0; at != tokens_.end() && step < kFarthestFocus; ++at, ++step) {
      const WordClass word_class = sheet_.word_class(*at);
      if (word_class == WordClass::number || word_class == WordClass::verb) return 0;
      if ((word_class == WordClass::noun || word_class == WordClass::name) &&
          sheet_.link(*at) != Link::compound) {
        return keys_[*at - first_];
      }
    }
    return 0;
  }

  WordKeys& words_;
  const statements::ReadReport& report_;
  const Statement& statement_;
  const Sheet& sheet_;
  Proposition& to_;
  std::vector<std::uint32_t> tokens_;  ///< of the content, in order
  std::uint32_t first_ = 0;
  std::vector<WordKey> keys_;  ///< by token from the first; 0: counts for nothing
  std::vector<bool> skipped_;
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
