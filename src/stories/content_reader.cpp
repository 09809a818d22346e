#include "stories/content_reader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <span>

#include "stories/content_counts.h"
#include "stories/content_marks.h"
#include "stories/content_tokens.h"
#include "stories/words.h"
#include "texts/clauses.h"

namespace factbox::stories {

using texts::Link;
using texts::NameType;
using texts::WordClass;

using statements::Statement;
using texts::Sheet;

namespace {

constexpr int kFarthestHead = 12;
constexpr std::uint32_t kFarthestParticle = 6;
constexpr std::chrono::hours kDay{24};

WordKind kind_of(WordClass word_class) {
  if (word_class == WordClass::noun) {
    return WordKind::noun;
  }
  if (word_class == WordClass::name) {
    return WordKind::name;
  }
  if (word_class == WordClass::verb) {
    return WordKind::verb;
  }
  if (word_class == WordClass::adjective) {
    return WordKind::adjective;
  }
  return WordKind::other;
}

/// The keys of all words below `top`, it included, as far as they are counted.
std::vector<WordKey> below(const Sheet& sheet, const ContentTokens& tokens, std::uint32_t top) {
  std::set<WordKey> keys;
  for (const std::uint32_t token : tokens.all()) {
    std::uint32_t at = token;
    for (int step = 0; step < kFarthestHead; ++step) {
      if (at == top) {
        if (tokens.key(token) != 0) {
          keys.insert(tokens.key(token));
        }
        break;
      }
      const std::uint32_t head = sheet.head(at);
      if (head == at || !tokens.holds(head) || sheet.link(at) == Link::relative_clause) {
        break;
      }
      at = head;
    }
  }
  return {keys.begin(), keys.end()};
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
        tokens_(statement, sheet_),
        to_(to) {}

  void read() {
    if (tokens_.all().empty()) {
      return;
    }
    mark_names();
    mark_times();
    find_root();
    read_words();
    read_arguments();
    read_counts({report_, statement_, sheet_, tokens_}, words_, to_);
    hang_dates();
    read_marks({report_, statement_, sheet_, tokens_}, root_, words_, to_);
    std::sort(to_.periods.begin(), to_.periods.end());
    std::sort(to_.words.begin(), to_.words.end());
    to_.words.erase(std::unique(to_.words.begin(), to_.words.end(),
                                [](const auto& a, const auto& b) { return a.key == b.key; }),
                    to_.words.end());
    for (ContentWord& word : to_.words) {
      word.weight = weight_of(word.kind);
    }
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
        if (!first) {
          first = t;
        }
      });
      if (!first) {
        return;
      }
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
      if (!last || !time.first || !time.past) {
        return;
      }
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
        if (head == at || !tokens_.holds(head)) {
          break;
        }
        at = head;
        if (tokens_.key(at) == 0) {
          continue;
        }
        dated.event = tokens_.key(at);
        break;
      }
      // "Took effect on Friday": the verb counts for nothing, and what it takes for it.
      if (dated.event == 0 && root_ && at == *root_) {
        dated.event = to_.predicate;
      }
      to_.dates.push_back(dated);
    }
  }

  void find_root() {
    std::optional<std::uint32_t> fallback;
    for (const std::uint32_t token : tokens_.all()) {
      const std::uint32_t head = sheet_.head(token);
      if (head != token && tokens_.holds(head)) {
        continue;
      }
      const WordClass word_class = sheet_.word_class(token);
      if (word_class == WordClass::verb || word_class == WordClass::auxiliary) {
        root_ = token;
        return;
      }
      if (!fallback && word_class != WordClass::punctuation) {
        fallback = token;
      }
    }
    root_ = fallback;
  }

  [[nodiscard]] WordKey key_of(std::uint32_t token) {
    const WordKey known = tokens_.key(token);
    if (known != 0) {
      return known;
    }
    const std::string lemma = folded_words(sheet_.lemma(token));
    if (sheet_.word_class(token) == WordClass::verb) {
      // "put off" is one word with "delay", not with "put".
      const std::uint32_t past = std::min(token + kFarthestParticle, sheet_.size());
      for (std::uint32_t t = token + 1; t < past && tokens_.holds(t); ++t) {
        if (sheet_.head(t) != token || sheet_.link(t) != Link::particle) {
          continue;
        }
        const auto together = words_.of_kindred(lemma + ' ' + folded_words(sheet_.word(t)));
        if (together) {
          return *together;
        }
      }
    }
    return words_.of_lemma(lemma);
  }

  [[nodiscard]] bool is_content(std::uint32_t token) const {
    if (tokens_.is_skipped(token)) {
      return false;
    }
    const WordClass word_class = sheet_.word_class(token);
    return one_of(word_class, {WordClass::noun, WordClass::name, WordClass::verb,
                               WordClass::adjective, WordClass::adverb});
  }

  void read_words() {
    for (const std::uint32_t token : tokens_.all()) {
      if (name_tokens_.contains(token) || !is_content(token)) {
        continue;
      }
      const WordKey key = key_of(token);
      if (key == 0) {
        continue;
      }
      tokens_.set_key(token, key);
      to_.words.push_back({key, kind_of(sheet_.word_class(token)), token});
    }
  }

  /// A word of the clause where the statement has it.
  [[nodiscard]] std::optional<std::uint32_t> held(std::uint32_t token) const {
    return token != texts::kNoToken && tokens_.holds(token) ? std::optional{token} : std::nullopt;
  }

  void read_arguments() {
    if (!root_) {
      return;
    }
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
      if (head != *root_ || token == *root_) {
        continue;
      }
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
    if (subject) {
      to_.subjects = below(sheet_, tokens_, *subject);
    }
    if (object) {
      to_.objects = below(sheet_, tokens_, *object);
    }
    // "Have access to the harbor": who has it and to what is left to compare.
    if (object && object == predicate) {
      std::erase(to_.objects, to_.predicate);
    }
    if (object && !passive) {
      to_.acted_on = tokens_.key(*object);
    }
    if (!subject && !passive) {
      to_.own_voice = true;
    }
    to_.surroundings.assign(around.begin(), around.end());
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
