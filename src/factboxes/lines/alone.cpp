// not English in this file: the kinds of leaning_words.tsv
#include "factboxes/lines/alone.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "base/letters.h"
#include "factboxes/lines/shown_tokens.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::Form;
using texts::Link;
using texts::WordClass;

namespace {

constexpr std::size_t kFewWords = 8;
constexpr std::size_t kManyWords = 40;
constexpr double kMostNames = 8;
constexpr double kNamesOfOne = 4;  ///< names that count as one
constexpr int kDeepest = 3;        ///< steps to a noun from a name within its phrase

bool is_mark(Form form) {
  return form == Form::opening_quote || form == Form::closing_quote;
}

double& at(AloneFeatures& features, AloneFeature feature) {
  return features[static_cast<std::size_t>(feature)];
}

void mark(AloneFeatures& features, AloneFeature feature, bool is_so) {
  at(features, feature) = is_so ? 1 : at(features, feature);
}

bool is_small(std::string_view word) {
  return word == low(word) && word.find_first_of("0123456789") == std::string_view::npos;
}

/// True where the sentence begins by what ties it to the one before ("In this regard").
bool goes_on(const std::vector<Word>& words, const HouseStyle& style) {
  std::string folded;
  for (const auto& word : words) {
    folded += word.folded + ' ';
  }
  return std::any_of(style.discourse_markers.begin(), style.discourse_markers.end(),
                     [&](const std::string& marker) { return folded.starts_with(marker + ' '); });
}

/// What the words and marks of the sentence tell without what they mean.
void read_shape(const texts::Sheet& sheet, texts::TokenRange tokens, const HouseStyle& style,
                AloneFeatures& features) {
  const auto text = sheet.bytes(tokens).in(sheet.text());
  const auto words = words_of(text);
  mark(features, AloneFeature::few_words, words.size() < kFewWords);
  mark(features, AloneFeature::many_words, words.size() > kManyWords);
  mark(features, AloneFeature::line_break, text.find('\n') != std::string_view::npos);
  mark(features, AloneFeature::begins_quoted, is_mark(sheet.form(tokens.first)));
  mark(features, AloneFeature::goes_on, goes_on(words, style));
  mark(features, AloneFeature::small_letter,
       !words.empty() && is_small(words.front().range.in(text)));
  const auto last = sheet.form(tokens.past - 1);
  mark(features, AloneFeature::no_full_stop,
       last != Form::full_stop && !is_mark(last) && last != Form::closing_bracket);
  std::size_t marks = 0;
  bool finite = false;
  for (auto token = tokens.first; token < tokens.past; ++token) {
    marks += is_mark(sheet.form(token)) ? 1 : 0;
    finite = finite || texts::has_tense(sheet.form(token));
    mark(features, AloneFeature::has_number, sheet.word_class(token) == WordClass::number);
  }
  mark(features, AloneFeature::odd_marks, marks % 2 == 1);
  mark(features, AloneFeature::no_finite_verb, !finite);
}

/// True where a name hangs on the noun: "the pier of Oster".
bool holds_name(const texts::Sheet& sheet, texts::TokenRange sentence, std::uint32_t noun) {
  for (auto each = sentence.first; each < sentence.past; ++each) {
    auto token = each;
    for (int step = 0; step < kDeepest && token != noun && sheet.head(token) != token; ++step) {
      token = sheet.head(token);
    }
    if (token == noun && each != noun && sheet.word_class(each) == WordClass::name) {
      return true;
    }
  }
  return false;
}

class AloneReader {
 public:
  AloneReader(const statements::ReadReport& report, Field field, std::uint32_t sentence,
              const HouseStyle& style, const StoryWords& words)
      : report_(report),
        field_(field),
        sheet_(report.of(field)),
        style_(style),
        words_(words),
        number_(sentence),
        tokens_(sheet_.sentences()[sentence]) {
    while (tokens_.size() > 1 && sheet_.is_space(tokens_.past - 1)) {
      --tokens_.past;
    }
    while (tokens_.size() > 1 && sheet_.is_space(tokens_.first)) {
      ++tokens_.first;
    }
  }

  AloneFeatures read() {
    read_shape(sheet_, tokens_, style_, features_);
    mark(AloneFeature::opens_report, number_ == 0 && field_ == Field::text);
    for (auto token = tokens_.first; token < tokens_.past; ++token) {
      in_quotation_ = sheet_.form(token) == Form::opening_quote ||
                      (in_quotation_ && sheet_.form(token) != Form::closing_quote);
      read_pronoun(token);
      read_pointer(token);
      read_definite(token);
      met_noun_ = met_noun_ ||
                  (texts::is_noun(sheet_.form(token)) && sheet_.link(token) != Link::noun_adverb);
    }
    read_subject();
    read_names();
    read_titles();
    for (const auto feature :
         {AloneFeature::owner_first, AloneFeature::pronoun_later, AloneFeature::points_back,
          AloneFeature::bare_surname, AloneFeature::name_without_role}) {
      at(feature) = std::min(at(feature), 2.0);
    }
    for (const auto feature : {AloneFeature::bare_definite, AloneFeature::definite_noun}) {
      at(feature) = std::min(at(feature), 3.0);
    }
    return features_;
  }

 private:
  double& at(AloneFeature feature) { return features_[static_cast<std::size_t>(feature)]; }
  void mark(AloneFeature feature, bool is_so = true) { at(feature) = is_so ? 1 : at(feature); }

  [[nodiscard]] std::string kind_of(std::uint32_t token) const {
    const auto found = style_.leaning_words.find(low(sheet_.word(token)));
    return found == style_.leaning_words.end() ? std::string{} : found->second;
  }

  /// A word that a title of the story has.
  [[nodiscard]] bool is_in_titles(const std::string& word) const {
    const auto term = words_.find(word);
    return term && words_.title_share(*term) > 0;
  }

  [[nodiscard]] bool is_listed(LineList list, std::uint32_t token) const {
    return style_.line_lists.holds(list, low(sheet_.word(token)));
  }
  /// "He", "its", "they" before and behind the first noun.
  void read_pronoun(std::uint32_t token) {
    const auto form = sheet_.form(token);
    const auto kind = kind_of(token);
    if ((form != Form::pronoun && form != Form::possessive_pronoun) ||
        (kind != "person" && kind != "thing" && kind != "group") || stands_for_clause(token)) {
      return;
    }
    const bool subject = texts::is_any_subject(sheet_.link(token));
    if (met_noun_) {
      at(AloneFeature::pronoun_later) += subject ? 1 : 0;
    } else if (subject) {
      mark(AloneFeature::pronoun_first);
    } else if (!in_quotation_) {
      at(AloneFeature::owner_first) += 1;
    }
  }

  /// "It is clear that …".
  [[nodiscard]] bool stands_for_clause(std::uint32_t token) const {
    const auto head = sheet_.head(token);
    if (kind_of(token) != "thing" || !texts::is_any_subject(sheet_.link(token)) ||
        !style_.line_lists.holds(LineList::expletive, low(sheet_.lemma(head)))) {
      return false;
    }
    for (auto each = token + 1; each < tokens_.past; ++each) {
      const auto link = sheet_.link(each);
      if (sheet_.head(each) == head &&
          (link == Link::clause_complement || link == Link::open_complement ||
           link == Link::adjective_complement || link == Link::clause_subject ||
           link == Link::adverbial_clause)) {
        return true;
      }
    }
    return false;
  }

  /// "This", "such plans", "another", "there".
  void read_pointer(std::uint32_t token) {
    mark(AloneFeature::adds_on, !in_quotation_ && is_listed(LineList::adds_on, token));
    const auto form = sheet_.form(token);
    if (kind_of(token) != "deictic" || is_time(sheet_, token) || form == Form::existential) {
      return;
    }
    if (sheet_.word_class(token) == WordClass::adverb) {
      mark(AloneFeature::points_there);
      return;
    }
    const auto link = sheet_.link(token);
    if (form == Form::determiner || form == Form::predeterminer || texts::is_adjective(form) ||
        texts::is_any_subject(link) || link == Link::object || link == Link::prepositional_object) {
      at(AloneFeature::points_back) += form == Form::question_determiner ? 0 : 1;
    }
  }

  /// "The island": which one?
  void read_definite(std::uint32_t token) {
    if (sheet_.word_class(token) != WordClass::noun || is_time(sheet_, token)) {
      return;
    }
    bool definite = false;
    bool described = false;  // by words before it
    bool told = false;       // by words behind it, or as the only one
    for (auto each = tokens_.first; each < tokens_.past; ++each) {
      if (sheet_.head(each) != token || each == token) {
        continue;
      }
      const auto link = sheet_.link(each);
      definite = definite || (link == Link::determiner && is_listed(LineList::the, each));
      described = described || link == Link::adjective || link == Link::compound ||
                  link == Link::noun_modifier || link == Link::number;
      told = told || link == Link::possessor || link == Link::preposition ||
             link == Link::relative_clause || link == Link::noun_clause ||
             link == Link::apposition || sheet_.form(each) == Form::superlative;
    }
    const auto lemma = low(sheet_.lemma(token));
    if (!definite || told || holds_name(sheet_, tokens_, token) || is_in_titles(lemma) ||
        kind_of(token) == "known" || style_.light_words.contains(lemma)) {
      return;
    }
    at(described ? AloneFeature::definite_noun : AloneFeature::bare_definite) += 1;
  }

  void read_subject() {
    for (auto token = tokens_.first; token < tokens_.past; ++token) {
      const auto head = sheet_.head(token);
      if (!texts::is_any_subject(sheet_.link(token)) || sheet_.link(head) != Link::root) {
        continue;
      }
      const auto form = sheet_.form(token);
      mark(AloneFeature::count_alone,
           form == Form::number || form == Form::determiner || form == Form::predeterminer);
      mark(AloneFeature::subject_named, texts::is_name(form));
      mark(AloneFeature::subject_in_titles, is_in_titles(low(sheet_.lemma(token))));
      mark(AloneFeature::subject_indefinite,
           texts::is_noun(form) && !texts::is_name(form) && !is_owned_or_definite(token));
      return;
    }
  }

  [[nodiscard]] bool is_owned_or_definite(std::uint32_t noun) const {
    for (auto each = tokens_.first; each < noun; ++each) {
      if (sheet_.head(each) == noun &&
          (sheet_.link(each) == Link::possessor || is_listed(LineList::the, each) ||
           kind_of(each) == "deictic")) {
        return true;
      }
    }
    return false;
  }

  /// People by surname alone, and by their whole name without who they are.
  void read_names() {
    double names = 0;
    for (auto token = tokens_.first; token < tokens_.past; ++token) {
      names += sheet_.word_class(token) == WordClass::name ? 1 : 0;
    }
    at(AloneFeature::names_in_it) = std::min(names, kMostNames) / kNamesOfOne;
    const auto sentence = sheet_.bytes(tokens_);
    for (const auto& mention : report_.mentions.names) {
      const auto range = mention.where.range;
      if (mention.where.field != field_ || !sentence.covers(range) ||
          mention.type != texts::NameType::person ||
          !begins_with_capital(range.in(sheet_.text()))) {
        continue;
      }
      const auto words = words_of(range.in(sheet_.text()));
      if (words.empty() || mention.role || is_described(range) ||
          is_in_titles(words.back().folded)) {
        continue;
      }
      at(words.size() == 1 ? AloneFeature::bare_surname : AloneFeature::name_without_role) += 1;
    }
  }

  /// "Driver Petra Lomm", "Petra Lomm, who drove the bus".
  [[nodiscard]] bool is_described(ByteRange name) const {
    const auto first = sheet_.token_at(name.begin);
    const auto past = sheet_.token_at(name.end - 1) + 1;
    if (first > tokens_.first && sheet_.word_class(first - 1) == WordClass::noun) {
      return true;
    }
    for (auto token = tokens_.first; token < tokens_.past; ++token) {
      const auto link = sheet_.link(token);
      const bool inside = first <= token && token < past;
      const bool of_name = first <= sheet_.head(token) && sheet_.head(token) < past;
      if ((inside && link == Link::apposition) ||
          (of_name && !inside && (link == Link::apposition || link == Link::relative_clause))) {
        return true;
      }
    }
    return false;
  }

  void read_titles() {
    const std::vector<ByteRange> ranges{sheet_.bytes(tokens_)};
    double share = 0;
    const auto terms = words_.terms(report_, field_, ranges);
    for (const auto term : terms) {
      share += words_.title_share(term);
    }
    at(AloneFeature::in_titles) = share / std::sqrt(static_cast<double>(terms.size()) + 3);
  }

  const statements::ReadReport& report_;
  Field field_;
  const texts::Sheet& sheet_;
  const HouseStyle& style_;
  const StoryWords& words_;
  std::uint32_t number_;
  texts::TokenRange tokens_;
  AloneFeatures features_{};
  bool met_noun_ = false;
  bool in_quotation_ = false;
};

}  // namespace

AloneFeatures read_alone(const statements::ReadReport& report, Field field, std::uint32_t sentence,
                         const HouseStyle& style, const StoryWords& words) {
  return AloneReader{report, field, sentence, style, words}.read();
}

}  // namespace factbox::factboxes
