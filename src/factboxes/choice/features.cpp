#include "factboxes/choice/features.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "factboxes/lines/alone.h"
#include "factboxes/lines/printed_dates.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
namespace {

using statements::Anonymity;
using statements::Kind;
using statements::Modality;
using statements::Role;
using statements::Statement;
using stories::StatementRef;

constexpr double kFreshHours = 36;
constexpr double kEven = 0.5;  // as likely as not
constexpr std::chrono::hours kBeforeStory{48};

double& at(Features& features, Feature feature) {
  return features[static_cast<std::size_t>(feature)];
}

void mark(Features& features, Feature feature, bool is_so) {
  at(features, feature) = is_so ? 1 : at(features, feature);
}

bool inside(const Statement& statement, Passage where) {
  return where.field == statement.field &&
         std::any_of(statement.content.begin(), statement.content.end(),
                     [&](ByteRange content) { return content.covers(where.range); });
}

/// Moves the values to a mean of 0 and a standard deviation of 1.
template <class Get>
void standardise(std::map<StatementRef, Features>& all, const Get& get) {
  double sum = 0;
  double squares = 0;
  for (auto& each : all) {
    sum += get(each.second);
    squares += get(each.second) * get(each.second);
  }
  const double count = std::max(1.0, static_cast<double>(all.size()));
  const double mean = sum / count;
  const double spread = std::sqrt(std::max(0.0, squares / count - mean * mean));
  for (auto& each : all) {
    get(each.second) = spread > 0 ? (get(each.second) - mean) / spread : 0;
  }
}

/// True where all that stands behind a statement is its outlet.
bool is_plain(const Statement& statement) {
  return std::all_of(statement.chain.begin(), statement.chain.end(),
                     [](const auto& member) { return member.role == Role::outlet; });
}

void read_source(const Statement& statement, Features& features) {
  const auto modality = statement.modality;
  for (const auto& member : statement.chain) {
    mark(features, Feature::by_role,
         member.role != Role::outlet && member.anonymous == Anonymity::role);
  }
  mark(features, Feature::outlet_alone, is_plain(statement));
  mark(features, Feature::is_quoted, statement.kind == Kind::quote);
  mark(features, Feature::is_planned,
       modality == Modality::planned || modality == Modality::predicted);
  mark(features, Feature::is_denied,
       modality == Modality::denied || statement.polarity == statements::Polarity::negative);
  mark(features, Feature::is_asked, modality == Modality::asked);
}

}  // namespace

FeatureReader::FeatureReader(const Workbench& bench) : bench_(bench) {
  read_shared();
}

void FeatureReader::read_shared() {
  std::vector<Telling> tellings;
  std::vector<StatementRef> refs;
  for (const auto index : bench_.story.reports) {
    const auto& report = bench_.reports[index];
    for (std::uint32_t i = 0; i < report.statements.size(); ++i) {
      const auto& statement = report.statements[i];
      if (!statement.content.empty() &&
          (statement.field == Field::text || report.report->text.empty())) {
        refs.push_back({index, i});
        tellings.push_back({index, bench_.words.terms(report, statement.field, statement.content)});
      }
    }
  }
  const auto retold = find_retold(tellings, bench_.story.reports.size());
  for (std::size_t i = 0; i < refs.size(); ++i) {
    Features features{};
    const auto& terms = tellings[i].terms;
    double common = 0;
    for (const auto term : terms) {
      common += bench_.words.weight(term);
    }
    at(features, Feature::told_alike) = retold[i].alike;
    at(features, Feature::common_words) = common / std::sqrt(static_cast<double>(terms.size()) + 3);
    shared_.emplace(refs[i], features);
  }
  for (const auto feature : {Feature::told_alike, Feature::common_words}) {
    standardise(shared_, [feature](Features& each) -> double& { return at(each, feature); });
  }
}

Features FeatureReader::read(StatementRef ref) const {
  const auto found = shared_.find(ref);
  Features features = found == shared_.end() ? Features{} : found->second;
  const auto& statement = bench_.statement(ref);
  if (statement.content.empty()) {
    return features;
  }
  read_words(statement, bench_.reports[ref.report].report->of(statement.field), features);
  read_source(statement, features);
  read_place(ref, features);
  read_figures(ref, features);
  read_story(ref, features);
  read_need(ref, features);
  return features;
}

void FeatureReader::read_words(const Statement& statement, std::string_view text,
                               Features& features) const {
  const auto& style = bench_.style;
  std::string said{" "};
  for (const auto range : statement.content) {
    for (const auto& word : words_of(range.in(text))) {
      mark(features, Feature::leans_back,
           said.size() == 1 && style.leaning_words.contains(word.folded));
      said += word.folded + ' ';
    }
  }
  for (const auto& phrase : style.unknown_phrases) {
    mark(features, Feature::not_known, said.find(' ' + phrase + ' ') != std::string::npos);
  }
  mark(features, Feature::in_parts, statement.content.size() > 1);
}

void FeatureReader::read_place(StatementRef ref, Features& features) const {
  const auto& statement = bench_.statement(ref);
  const auto& analysis = bench_.reports[ref.report].of(statement.field);
  const auto token = analysis.token_at(statement.content.front().begin);
  if (token >= analysis.size()) {
    return;
  }
  const auto sentence = analysis.sentence_of(token);
  const auto whole = static_cast<double>(analysis.bytes(analysis.sentences()[sentence]).size());
  at(features, Feature::near_top) = 1.0 / (1 + sentence);
  at(features, Feature::sentences_before) = std::log1p(sentence);
  at(features, Feature::share_of_sentence) =
      std::min(1.0, static_cast<double>(statement.content.front().size()) / std::max(1.0, whole));
}

void FeatureReader::read_need(StatementRef ref, Features& features) const {
  const auto& statement = bench_.statement(ref);
  const auto& report = bench_.reports[ref.report];
  const auto& sheet = report.of(statement.field);
  const auto token = sheet.token_at(statement.content.front().begin);
  if (token < sheet.size()) {
    const auto alone =
        read_alone(report, statement.field, sheet.sentence_of(token), bench_.style, bench_.words);
    at(features, Feature::needs_others) = bench_.style.alone.likelihood(alone) - kEven;
  }
}

void FeatureReader::read_figures(StatementRef ref, Features& features) const {
  const auto& statement = bench_.statement(ref);
  const auto& figures = bench_.reports[ref.report].mentions.figures;
  mark(features, Feature::has_figure,
       std::any_of(figures.begin(), figures.end(),
                   [&](const auto& figure) { return inside(statement, figure.where); }));
}

void FeatureReader::read_story(StatementRef ref, Features& features) const {
  const auto& report = bench_.reports[ref.report];
  const auto& statement = bench_.statement(ref);
  const auto terms = bench_.words.terms(report, statement.field, statement.content);
  double in_titles = 0;
  for (const auto term : terms) {
    in_titles += bench_.words.title_share(term);
    const auto [first, past] = bench_.style.section_words.equal_range(bench_.words.word(term));
    mark(features, Feature::of_casualties,
         std::any_of(first, past, [](const auto& row) { return row.second == kCasualties; }));
  }
  at(features, Feature::in_titles) = in_titles / std::sqrt(static_cast<double>(terms.size()) + 3);
  if (const auto& published = report.report->published_at; published && bench_.as_of) {
    const auto seconds = static_cast<double>((*bench_.as_of - published->first).count());
    at(features, Feature::report_age) = 1 - std::exp(-std::max(0.0, seconds) / 3600 / kFreshHours);
  }
  if (statement.event && bench_.story.first) {
    const auto time = read_time(to_edtf(statement.event->value));
    mark(features, Feature::before_story, time && time->past + kBeforeStory <= *bench_.story.first);
  }
}

}  // namespace factbox::factboxes
