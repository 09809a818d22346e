#include "factboxes/layout/sections.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "factboxes/layout/topics.h"

namespace factbox::factboxes {
using texts::Form;

namespace {

using statements::Kind;
using statements::Modality;
using statements::Role;

constexpr std::size_t kLongSection = 8;
constexpr std::size_t kSmallPage = 6;
constexpr std::size_t kMostSections = 9;

/// What a row of the table looks at.
struct Look {
  const Workbench& bench;
  const Draft& draft;
  const statements::Statement& statement;
  bool incident = false;

  [[nodiscard]] bool speaks_of(std::string_view kind) const {
    return std::any_of(draft.terms.begin(), draft.terms.end(), [&](Term term) {
      const auto [first, past] = bench.style.section_words.equal_range(bench.words.word(term));
      return std::any_of(first, past, [&](const auto& row) { return row.second == kind; });
    });
  }

  [[nodiscard]] bool has_speaker() const {
    return std::any_of(statement.chain.begin(), statement.chain.end(),
                       [](const auto& member) { return member.role == Role::speaker; });
  }

  [[nodiscard]] bool has_number() const {
    return std::any_of(draft.terms.begin(), draft.terms.end(), [&](Term term) {
      const auto word = bench.words.word(term);
      return word.front() >= '0' && word.front() <= '9';
    });
  }

  /// True where the verb that the claim hangs on stands in the past.
  [[nodiscard]] bool tells_past() const {
    const auto& sheet = bench.reports[draft.from.report].of(statement.field);
    for (const auto& evidence : draft.worded.evidence) {
      for (auto token = sheet.token_at(evidence.range.begin);
           token < sheet.size() && sheet.range(token).begin < evidence.range.end; ++token) {
        const Form form = sheet.form(token);
        if (texts::has_tense(form)) {
          return form == Form::past_verb;
        }
      }
    }
    return false;
  }
};

bool lies_ahead(const Look& look) {
  if (look.draft.over) {
    return false;
  }
  const auto modality = look.statement.modality;
  if (modality == Modality::planned || modality == Modality::predicted ||
      modality == Modality::conditional) {
    return true;
  }
  const auto time = read_time(look.draft.event);
  return time && look.bench.as_of && time->first > *look.bench.as_of;
}

/// A kind of section and which lines it takes. The first row that fits counts.
struct Row {
  std::string_view kind;
  bool (*takes)(const Look&);
};

constexpr std::array<Row, 11> kRows{{
    {"background", [](const Look& look) { return look.draft.background; }},
    {"disputed", [](const Look& look) { return look.draft.disputed; }},
    {"next", lies_ahead},
    {"unconfirmed",
     [](const Look& look) {
       return look.statement.modality == Modality::possible &&
              (look.draft.anonymous || !look.has_speaker());
     }},
    {kCasualties,
     [](const Look& look) {
       return look.incident && look.speaks_of(kCasualties) && look.has_number();
     }},
    {"cause", [](const Look& look) { return look.incident && look.speaks_of("cause"); }},
    {"response",
     [](const Look& look) {
       return look.incident && look.speaks_of("response") && look.statement.kind != Kind::quote;
     }},
    {"reactions",
     [](const Look& look) {
       return look.has_speaker() &&
              (look.speaks_of("reaction") || (look.incident && look.statement.kind == Kind::quote));
     }},
    {"positions",
     [](const Look& look) {
       return look.has_speaker() && !look.incident &&
              (look.statement.kind != Kind::indirect || !look.tells_past());
     }},
    {"accounts", [](const Look& look) { return look.incident && look.has_speaker(); }},
    {"happened", [](const Look&) { return true; }},
}};

class Planner {
 public:
  Planner(const Workbench& bench, const std::vector<Draft>& drafts)
      : bench_(bench), drafts_(drafts) {
    double incident = 0;
    double talks = 0;
    for (Term term = 0; term < bench.words.size(); ++term) {
      const auto [first, past] = bench.style.section_words.equal_range(bench.words.word(term));
      for (auto row = first; row != past; ++row) {
        // not English: kinds of section_words.tsv.
        incident += row->second == "incident" ? bench.words.weight(term) : 0;
        talks += row->second == "talks" ? bench.words.weight(term) : 0;  // not English: the same
      }
    }
    incident_ = incident > talks;
  }

  std::vector<SectionPlan> plan(const std::vector<std::size_t>& chosen) {
    for (const auto index : chosen) {
      groups_[kind_of(index)].push_back(index);
    }
    for (auto& [kind, lines] : groups_) {
      order_lines(kind, lines);
      part(kind, lines);
    }
    if (plans_.size() < 2 && chosen.size() >= kSmallPage) {
      part_again();
    }
    join_surplus();
    std::stable_sort(plans_.begin(), plans_.end(), [&](const SectionPlan& a, const SectionPlan& b) {
      return place_of(a.kind) < place_of(b.kind);
    });
    return std::move(plans_);
  }

 private:
  [[nodiscard]] std::string kind_of(std::size_t index) const {
    const auto& draft = drafts_[index];
    const Look look{bench_, draft, bench_.statement(draft.from), incident_};
    for (const auto& row : kRows) {
      if (row.takes(look)) {
        return std::string{row.kind};
      }
    }
    return "happened";
  }

  [[nodiscard]] const FixedHeading* fixed(std::string_view kind) const {
    const auto found = std::find_if(bench_.style.headings.begin(), bench_.style.headings.end(),
                                    [&](const FixedHeading& each) { return each.kind == kind; });
    return found == bench_.style.headings.end() ? nullptr : &*found;
  }

  [[nodiscard]] std::uint32_t place_of(std::string_view kind) const {
    const auto* heading = fixed(kind);
    return heading == nullptr ? 0 : incident_ ? heading->incident : heading->talks;
  }

  void order_lines(const std::string& kind, std::vector<std::size_t>& lines) const {
    if (kind == kDisputed) {
      return;  // chosen side by side
    }
    const bool by_event = kind == kBackground || kind == kNext;
    std::stable_sort(lines.begin(), lines.end(), [&](std::size_t a, std::size_t b) {
      const auto& first = drafts_[a];
      const auto& second = drafts_[b];
      if (by_event && first.event != second.event) {
        return first.event.empty() != second.event.empty() ? second.event.empty()
                                                           : first.event < second.event;
      }
      return first.worth > second.worth;
    });
  }

  void part(const std::string& kind, const std::vector<std::size_t>& lines,
            std::size_t enough = kLongSection) {
    std::set<std::size_t> placed;
    if (lines.size() > enough && kind != kBackground && kind != kDisputed) {
      for (auto& topic : find_topics(bench_, drafts_, lines, enough)) {
        placed.insert(topic.drafts.begin(), topic.drafts.end());
        plans_.push_back({"topic", std::move(topic.heading), std::move(topic.drafts)});
      }
    }
    SectionPlan rest{kind, fixed(kind) == nullptr ? std::string{} : fixed(kind)->heading, {}};
    for (const auto line : lines) {
      if (!placed.contains(line)) {
        rest.drafts.push_back(line);
      }
    }
    if (!rest.drafts.empty()) {
      plans_.push_back(std::move(rest));
    }
  }

  /// One section of six lines and more: parted all the same, or its last lines go to a second one.
  void part_again() {
    const auto all = std::move(plans_.front());
    plans_.clear();
    part(all.kind, all.drafts, all.drafts.size() / 2);
    if (plans_.size() < 2 && all.kind != kBackground && all.kind != kDisputed) {
      auto& whole = plans_.front();
      const auto half = static_cast<std::ptrdiff_t>(whole.drafts.size() / 2);
      const auto* other = fixed(whole.kind == kHappened ? kPositions : kHappened);
      plans_.push_back(
          {other->kind, other->heading, {whole.drafts.begin() + half, whole.drafts.end()}});
      whole.drafts.resize(static_cast<std::size_t>(half));
    }
  }

  /// More sections than a page has: the smallest topics go back to where they came from.
  void join_surplus() {
    while (plans_.size() > kMostSections) {
      auto smallest = plans_.end();
      for (auto each = plans_.begin(); each != plans_.end(); ++each) {
        const bool may_go =
            each->kind != kBackground && each->kind != kDisputed && each->kind != kHappened;
        if (may_go && (smallest == plans_.end() || each->drafts.size() < smallest->drafts.size())) {
          smallest = each;
        }
      }
      auto lines = std::move(smallest->drafts);
      plans_.erase(smallest);
      const auto home = std::find_if(plans_.begin(), plans_.end(), [](const SectionPlan& plan) {
        return plan.kind == kHappened;
      });
      if (home == plans_.end()) {
        plans_.push_back({"happened", fixed(kHappened)->heading, std::move(lines)});
      } else {
        home->drafts.insert(home->drafts.end(), lines.begin(), lines.end());
      }
    }
  }

  const Workbench& bench_;
  const std::vector<Draft>& drafts_;
  bool incident_ = false;
  std::map<std::string, std::vector<std::size_t>> groups_;
  std::vector<SectionPlan> plans_;
};

}  // namespace

std::vector<SectionPlan> plan_sections(const Workbench& bench, const std::vector<Draft>& drafts,
                                       const std::vector<std::size_t>& chosen) {
  return Planner{bench, drafts}.plan(chosen);
}

}  // namespace factbox::factboxes
