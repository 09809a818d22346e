#include "factboxes/layout/title.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/letters.h"
#include "factboxes/lines/cuts.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::Form;
using texts::Link;
using texts::NameType;
using texts::WordClass;

namespace {

/// The kind of section_words.tsv for what happens.
constexpr std::string_view kEvent = "event";

constexpr std::string_view kPrefix = "FACTBOX: ";
constexpr std::size_t kLongestTitle = 64;
constexpr std::size_t kMostWords = 9;
constexpr std::size_t kMostWeighed = 300;    // phrases that are looked for in all reports
constexpr std::uint32_t kSentencesRead = 6;  // of each report: what it is about stands in front

/// A phrase by its telling words, and how often it stands in which wording in the reports.
struct Phrase {
  double weight = 0;
  std::map<std::string, std::size_t> wordings;
};

/// The phrase as a headline begins; "iPhone" and the like stay as they are.
std::string begun_with_capital(const std::string& phrase) {
  const auto word = std::string_view{phrase}.substr(0, phrase.find(' '));
  return each_letter(word, is_small) ? with_first_capital(phrase) : phrase;
}

class TitleFinder {
 public:
  explicit TitleFinder(const Workbench& bench) : bench_(bench) {}

  std::string find() {
    for (const auto index : bench_.story.reports) {
      const auto& report = bench_.reports[index];
      // Headlines say what matters, and are read too badly for their phrases to be trusted.
      read(report, report.report->text.empty() ? Field::title : Field::text);
    }
    std::vector<const Entry*> ranked;
    for (const auto& entry : phrases_) {
      ranked.push_back(&entry);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Entry* a, const Entry* b) {
      return a->second.weight > b->second.weight;
    });
    ranked.resize(std::min(ranked.size(), kMostWeighed));
    const Entry* best = nullptr;
    double most = 0;
    const auto vocabularies = words_of_reports();
    for (const auto* entry : ranked) {
      // A longer phrase tells more, words that many reports have are no accident.
      const auto with = count_with(entry->first, vocabularies);
      const double score =
          std::pow(entry->second.weight, 1.5) * std::log2(1 + static_cast<double>(with));
      if ((with >= 2 || vocabularies.size() <= 3) && score > most) {
        most = score;
        best = entry;
      }
    }
    if (best == nullptr) {
      return std::string{kPrefix} + begun_with_capital(names());
    }
    const auto& wordings = best->second.wordings;
    const auto wording =
        std::max_element(wordings.begin(), wordings.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return std::string{kPrefix} + begun_with_capital(wording->first);
  }

 private:
  using Entry = std::pair<const std::vector<Term>, Phrase>;
  using Vocabulary = std::vector<Term>;

  /// The telling words of each report, sorted.
  [[nodiscard]] std::vector<Vocabulary> words_of_reports() const {
    std::vector<Vocabulary> all;
    for (const auto index : bench_.story.reports) {
      const auto& report = bench_.reports[index];
      Vocabulary words;
      for (const auto field : {Field::title, Field::text}) {
        const ByteRange whole{0, static_cast<std::uint32_t>(report.report->of(field).size())};
        const auto terms = bench_.words.terms(report, field, std::span{&whole, 1});
        words.insert(words.end(), terms.begin(), terms.end());
      }
      std::sort(words.begin(), words.end());
      all.push_back(std::move(words));
    }
    return all;
  }

  static std::size_t count_with(const std::vector<Term>& terms,
                                const std::vector<Vocabulary>& vocabularies) {
    return static_cast<std::size_t>(
        std::count_if(vocabularies.begin(), vocabularies.end(), [&](const Vocabulary& words) {
          return std::all_of(terms.begin(), terms.end(), [&](Term term) {
            return std::binary_search(words.begin(), words.end(), term);
          });
        }));
  }

  void read(const statements::ReadReport& report, Field field) {
    const auto& sheet = report.of(field);
    const auto sentences = sheet.sentences();
    const auto most = field == Field::title
                          ? sentences.size()
                          : std::min<std::size_t>(sentences.size(), kSentencesRead);
    for (std::size_t s = 0; s < most; ++s) {
      if (sentences[s].size() > 200) {
        continue;
      }
      for (auto token = sentences[s].first; token < sentences[s].past; ++token) {
        if (sheet.word_class(token) == WordClass::noun && sheet.link(token) != Link::compound) {
          learn(report, field, token);
        }
      }
    }
  }

  /// The noun with all that hangs on it, without article, clause and tail.
  void learn(const statements::ReadReport& report, Field field, std::uint32_t head) {
    const auto& sheet = report.of(field);
    const auto tree = subtree(sheet, head);
    if (tree.size() < 2) {
      return;
    }
    auto first = tree.first;
    while (first < head && (sheet.link(first) == Link::determiner ||
                            sheet.word_class(first) == WordClass::punctuation ||
                            sheet.word_class(first) == WordClass::adposition ||
                            sheet.word_class(first) == WordClass::coordinator ||
                            sheet.word_class(first) == WordClass::pronoun ||
                            sheet.word_class(first) == WordClass::number)) {
      ++first;
    }
    auto past = tree.past;
    for (auto token = first; token < tree.past; ++token) {
      const WordClass word_class = sheet.word_class(token);
      const bool ends = word_class == WordClass::verb || word_class == WordClass::auxiliary ||
                        word_class == WordClass::pronoun || word_class == WordClass::subordinator ||
                        (word_class == WordClass::punctuation && sheet.word(token) != "-") ||
                        word_class == WordClass::space || word_class == WordClass::particle;
      if (ends &&
          !(word_class == WordClass::particle && sheet.form(token) == Form::possessive_ending)) {
        past = token;
        break;
      }
    }
    while (past > first && (sheet.word_class(past - 1) == WordClass::adposition ||
                            sheet.word_class(past - 1) == WordClass::determiner ||
                            sheet.word_class(past - 1) == WordClass::coordinator ||
                            sheet.word_class(past - 1) == WordClass::punctuation)) {
      --past;
    }
    // The whole of it, the noun with what stands before it, and that with the first tail.
    const auto words_to = [&](std::uint32_t end) {
      if (end > head && end - first >= 2) {
        add(report, field, {sheet.range(first).begin, sheet.range(end - 1).end});
      }
    };
    words_to(past);
    words_to(head + 1);
    if (past > head + 1 && sheet.word_class(head + 1) == WordClass::adposition) {
      const auto tail = subtree(sheet, head + 1);
      words_to(std::min(past, std::max(tail.past, head + 1)));
    }
  }

  void add(const statements::ReadReport& report, Field field, ByteRange range) {
    const auto words = range.in(report.report->of(field));
    if (length_of(words) + kPrefix.size() > kLongestTitle || words_of(words).size() > kMostWords ||
        judges(words)) {
      return;
    }
    const auto terms = bench_.words.terms(report, field, std::span{&range, 1});
    if (terms.size() < 2) {
      return;
    }
    auto& phrase = phrases_[terms];
    ++phrase.wordings[std::string{words}];
    phrase.weight = 0;
    bool event = false;
    for (const auto term : terms) {
      phrase.weight += bench_.words.title_share(term) + 0.3 * bench_.words.weight(term);
      event = event || tells_event(bench_.words.word(term));
    }
    phrase.weight *= event ? 2 : 1;
  }

  /// A word like "shooting" or "withdrawal": a page is about what happens, not about a thing.
  [[nodiscard]] bool tells_event(std::string_view word) const {
    const auto [first, past] = bench_.style.section_words.equal_range(word);
    return std::any_of(first, past, [](const auto& row) { return row.second == kEvent; });
  }

  [[nodiscard]] bool judges(std::string_view text) const {
    const auto words = words_of(text);
    return std::any_of(words.begin(), words.end(), [&](const Word& word) {
      return bench_.style.evaluative_words.contains(word.folded);
    });
  }

  /// The story's most frequent names, one or two.
  [[nodiscard]] std::string names() const {
    std::map<std::string, std::size_t> counts;
    for (const auto index : bench_.story.reports) {
      for (const auto& entity : bench_.reports[index].mentions.entities) {
        if (entity.type == NameType::polity || entity.type == NameType::person ||
            entity.type == NameType::body || entity.type == NameType::event) {
          ++counts[entity.name];
        }
      }
    }
    std::vector<std::pair<std::string, std::size_t>> ranked(counts.begin(), counts.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string names;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, ranked.size()); ++i) {
      const auto longer = names.empty() ? ranked[i].first : names + " and " + ranked[i].first;
      if (length_of(longer) + kPrefix.size() <= kLongestTitle && !judges(longer)) {
        names = longer;
      }
    }
    return names.empty() ? "a running story" : names;
  }

  const Workbench& bench_;
  std::map<std::vector<Term>, Phrase> phrases_;
};

}  // namespace

std::string title_of(const Workbench& bench) {
  return TitleFinder{bench}.find();
}

}  // namespace factbox::factboxes
