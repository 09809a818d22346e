#include "factboxes/layout/topics.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/letters.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::Link;
using texts::NameType;
using texts::WordClass;

namespace {

constexpr std::size_t kLongestPhrase = 4;  // words
constexpr double kOfWholeStory = 0.45;     // weight of a word that speaks of all of it

bool is_plain(std::string_view word) {
  return !word.empty() &&
         each_letter(word, [](char32_t code) { return is_letter(code) || code == U'-'; });
}

/// Noun phrases by their lemmas ("oil export"), and the lines that have them.
class Phrases {
 public:
  Phrases(const Workbench& bench, const std::vector<Draft>& drafts)
      : bench_(bench), drafts_(drafts) {}

  void learn(std::size_t line) {
    const auto& draft = drafts_[line];
    const auto& statement = bench_.statement(draft.from);
    const auto& report = bench_.reports[draft.from.report];
    for (const auto& evidence : draft.worded.evidence) {
      learn(report.of(statement.field), evidence.range, line);
    }
  }

  /// The phrase that the most of `lines` share, not more than `enough`; empty if none is shared by
  /// two, or a single word by three.
  [[nodiscard]] std::string best(const std::set<std::size_t>& lines, std::size_t enough) const {
    std::string best;
    double most = 0;
    for (const auto& [head, with] : lines_) {
      const auto shared = std::count_if(with.begin(), with.end(),
                                        [&](std::size_t line) { return lines.contains(line); });
      if (shared < 2 || weight(head) > kOfWholeStory || static_cast<std::size_t>(shared) > enough ||
          static_cast<std::size_t>(shared) == lines.size() || used_.contains(head)) {
        continue;
      }
      const bool phrase = head.find(' ') != std::string::npos;
      if (!phrase && shared < 3) {
        continue;
      }
      const double several_words = phrase ? 1.6 : 1;
      const double score = static_cast<double>(shared) * several_words * (1.1 - weight(head));
      if (score > most) {
        most = score;
        best = head;
      }
    }
    return best;
  }

  [[nodiscard]] const std::set<std::size_t>& with(const std::string& head) const {
    return lines_.at(head);
  }

  /// The wording that most lines have for a phrase; of equals the longer, then the first by
  /// letters.
  [[nodiscard]] std::string heading(const std::string& head) const {
    std::string best;
    std::size_t most = 0;
    for (const auto& [phrase, count] : phrases_.at(head)) {
      if (count > most || (count == most && phrase.size() > best.size())) {
        most = count;
        best = phrase;
      }
    }
    return with_first_capital(best);
  }

  void use(const std::string& head) { used_.insert(head); }

 private:
  /// How much of the whole story a phrase speaks of: what all of it is about tells no part of it. A
  /// phrase tells what its least common word tells.
  [[nodiscard]] double weight(const std::string& phrase) const {
    double least = 1;
    for (const auto& word : words_of(phrase)) {
      const auto term = bench_.words.find(word.folded);
      least = std::min(least, term ? bench_.words.weight(*term) : 0);
    }
    return least;
  }

  [[nodiscard]] bool judges(std::string_view word) const {
    return bench_.style.evaluative_words.contains(low(word));
  }

  [[nodiscard]] bool may_head(const texts::Sheet& sheet, std::uint32_t token) const {
    const WordClass word_class = sheet.word_class(token);
    const auto word = low(sheet.word(token));
    return (word_class == WordClass::noun || word_class == WordClass::name) && is_plain(word) &&
           word.size() > 2 &&

           sheet.link(token) != Link::compound && !judges(word) &&
           !bench_.style.light_words.contains(low(sheet.lemma(token))) &&
           !bench_.style.leaning_words.contains(low(sheet.lemma(token))) &&
           !names_person(sheet, token);
  }

  /// "Elementary" alone isn't what "Sandy Hook Elementary" is: a name is taken from its start.
  [[nodiscard]] static bool ends_name_begun_before(const texts::Sheet& sheet, std::uint32_t token) {
    return token > 0 && sheet.word_class(token) == WordClass::name &&
           sheet.word_class(token - 1) == WordClass::name &&
           sheet.link(token - 1) == Link::compound;
  }

  [[nodiscard]] static bool names_person(const texts::Sheet& sheet, std::uint32_t token) {
    const auto entities = sheet.names();
    return std::any_of(entities.begin(), entities.end(), [&](const texts::MarkedName& each) {
      return (each.type == NameType::person || each.type == NameType::date) &&
             each.tokens.first <= token && token < each.tokens.past;
    });
  }

  void learn(const texts::Sheet& sheet, ByteRange range, std::size_t line) {
    for (auto token = sheet.token_at(range.begin);
         token < sheet.size() && sheet.range(token).begin < range.end; ++token) {
      if (!may_head(sheet, token)) {
        continue;
      }
      if (!ends_name_begun_before(sheet, token)) {
        learn_phrase(sheet, {token, token + 1}, line);
      }
      auto first = token;
      while (first > 0 && sheet.range(first - 1).begin >= range.begin &&
             token - first + 1 < kLongestPhrase && describes(sheet, first - 1, token)) {
        --first;
        if (!ends_name_begun_before(sheet, first)) {
          learn_phrase(sheet, {first, token + 1}, line);
        }
      }
    }
  }

  void learn_phrase(const texts::Sheet& sheet, texts::TokenRange tokens, std::size_t line) {
    std::string key;
    for (auto token = tokens.first; token < tokens.past; ++token) {
      key += (key.empty() ? "" : " ") + low(sheet.lemma(token));
    }
    lines_[key].insert(line);
    ++phrases_[key][std::string{sheet.bytes(tokens).in(sheet.text())}];
  }

  [[nodiscard]] bool describes(const texts::Sheet& sheet, std::uint32_t word,
                               std::uint32_t head) const {
    const Link link = sheet.link(word);
    return (link == Link::compound || link == Link::adjective || link == Link::noun_modifier) &&
           (sheet.head(word) == head || sheet.head(word) == word + 1) &&
           is_plain(sheet.word(word)) && !judges(sheet.word(word)) && !names_person(sheet, word);
  }

  const Workbench& bench_;
  const std::vector<Draft>& drafts_;
  std::map<std::string, std::set<std::size_t>> lines_;
  std::map<std::string, std::map<std::string, std::size_t>> phrases_;
  std::set<std::string> used_;
};

}  // namespace

std::vector<Topic> find_topics(const Workbench& bench, const std::vector<Draft>& drafts,
                               const std::vector<std::size_t>& lines, std::size_t enough) {
  Phrases phrases{bench, drafts};
  for (const auto line : lines) {
    phrases.learn(line);
  }
  std::vector<Topic> topics;
  std::set<std::size_t> left(lines.begin(), lines.end());
  while (left.size() > enough) {
    const auto head = phrases.best(left, enough);
    if (head.empty()) {
      break;
    }
    Topic topic{phrases.heading(head), {}};
    for (const auto line : lines) {
      if (left.contains(line) && phrases.with(head).contains(line)) {
        topic.drafts.push_back(line);
        left.erase(line);
      }
    }
    phrases.use(head);
    topics.push_back(std::move(topic));
  }
  return topics;
}

}  // namespace factbox::factboxes
