#include "factboxes/compile.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "factboxes/choice/choose.h"
#include "factboxes/choice/draft_meanings.h"
#include "factboxes/choice/gather.h"
#include "factboxes/choice/retellings.h"
#include "factboxes/edits.h"
#include "factboxes/layout/claim_counts.h"
#include "factboxes/layout/contexts.h"
#include "factboxes/layout/event_order.h"
#include "factboxes/layout/lead.h"
#include "factboxes/layout/page_parts.h"
#include "factboxes/layout/sections.h"
#include "factboxes/layout/settle_names.h"
#include "factboxes/layout/title.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
namespace {

constexpr std::uint32_t kNamesRule = 11;
constexpr double kLikely = 0.5;        // that a reader would say: you have told me this
constexpr std::size_t kShortPage = 5;  // lines; longer ones need key points and two sections
constexpr int kMostRounds = 40;        // of withholding and choosing anew

/// Makes pages from the same drafts, round by round, with what was withheld left out.
class Compiler {
 public:
  Compiler(const Workbench& bench, const CompileTables& tables)
      : bench_(bench),
        ledger_(bench, tables.lexicon),
        drafts_(gather_drafts(bench, tables.lexicon, ledger_)),
        meanings_(drafts_, tables.meanings),
        repeats_(bench, drafts_, meanings_),
        retellings_(bench, drafts_, repeats_),
        provenance_(bench),
        roles_(bench),
        title_(title_of(bench)) {
    for (const auto& claim : bench.story.claims) {
      if (claim.superseded_by) {
        auto& status = replaces_.emplace(*claim.superseded_by, Status::updated).first->second;
        status = claim.corrected ? Status::corrected : status;
      }
    }
  }

  Factbox page(const std::set<std::uint32_t>& withheld) {
    NameSettler names{bench_.people, bench_.style, roles_};
    const auto chosen = choose(bench_, drafts_, repeats_, withheld);
    auto plans = plan_sections(bench_, drafts_, chosen);
    const auto lead = pick_lead(bench_, drafts_, plans);
    order_events(bench_, drafts_, plans);
    std::map<std::size_t, Line> lines;
    const auto settle = [&](std::size_t index) {
      if (!lines.contains(index)) {
        lines.emplace(index, line_of(index, names));
      }
    };
    if (lead.first) {
      settle(*lead.first);
    }
    std::for_each(lead.more.begin(), lead.more.end(), settle);
    for (const auto& plan : plans) {
      std::for_each(plan.drafts.begin(), plan.drafts.end(), settle);
    }
    auto page = frame_page();
    if (lead.first) {
      page.lead = lines.at(*lead.first);
    }
    for (const auto index : lead.more) {
      page.lead_more.push_back(lines.at(index));
    }
    for (const auto index : lead.key_points) {
      page.key_points.push_back(lines.at(index).id);
    }
    add_sections(page, plans, lines);
    add_contradictions(page, chosen);
    add_parts(page, plans, lines, names);
    page.claims = count_claims(
        bench_, {drafts_, chosen, withheld, [this](std::size_t index, std::size_t other) {
                   return repeats_.likelihood(index, other) >= kLikely;
                 }});
    return page;
  }

  /// The claim of a line; none where the page has no such line.
  [[nodiscard]] std::optional<std::uint32_t> claim_of(std::string_view line) const {
    for (const auto& draft : drafts_) {
      if (bench_.story.claims[draft.claim].id == line) {
        return draft.claim;
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] Line line_of(std::size_t index, NameSettler& names) {
    const auto& draft = drafts_[index];
    const auto& claim = bench_.story.claims[draft.claim];
    std::vector<const stories::Claim*> told{&claim};
    for (const auto other : retellings_.of(index)) {
      told.push_back(&bench_.story.claims[other]);
    }
    const auto& statement = bench_.statement(draft.from);
    const auto wording = names.settle(draft.worded.wording);
    Line line;
    line.id = claim.id;
    line.text = text_of(wording);
    line.statement = draft.worded.statement;
    line.attribution = draft.worded.attribution;
    line.modality = statement.modality;
    line.polarity = statement.polarity;
    line.said = statement.said;
    line.event = statement.event;
    if (draft.background) {
      line.event->value = draft.event;
    }
    line.confidence = statement.confidence;
    line.corroboration = provenance_.behind(told, draft.from);
    line.evidence = draft.worded.evidence;
    add_evidence(wording, line);
    add_times(told, line);
    if (const auto found = replaces_.find(draft.claim); found != replaces_.end()) {
      line.status = found->second;
    }
    if (draft.background && line.corroboration.origins >= 2 && !draft.disputed) {
      line.line_class = LineClass::common_background;
    }
    add_flags(draft, line);
    return line;
  }

  /// What the line adds to the claim's own words, each piece once.
  static void add_evidence(const Wording& wording, Line& line) {
    for (const auto& piece : wording) {
      if (!piece.evidence || piece.evidence->part == Part::statement) {
        continue;
      }
      const bool known =
          std::any_of(line.evidence.begin(), line.evidence.end(), [&](const Evidence& each) {
            return each.report == piece.evidence->report && each.field == piece.evidence->field &&
                   each.range == piece.evidence->range && each.part == piece.evidence->part;
          });
      if (!known) {
        line.evidence.push_back(*piece.evidence);
      }
    }
  }

  /// When it was reported first and last, by whomever.
  void add_times(std::span<const stories::Claim* const> told, Line& line) const {
    std::optional<Instant> first;
    std::optional<Instant> last;
    for (const auto* claim : told) {
      for (const auto ref : claim->statements) {
        const auto& report = *bench_.reports[ref.report].report;
        if (!report.published_at) {
          continue;
        }
        if (!first || report.published_at->first < *first) {
          first = report.published_at->first;
          line.first_reported = report.published;
        }
        if (!last || report.published_at->first > *last) {
          last = report.published_at->first;
          line.last_reported = report.published;
        }
      }
    }
  }

  static void add_flags(const Draft& draft, Line& line) {
    if (line.corroboration.origins < 2) {
      line.flags.emplace_back("single_source");
    }
    if (draft.anonymous) {
      line.flags.emplace_back("anonymous");
    }
    if (draft.disputed) {
      line.flags.emplace_back("disputed");
    }
    if (draft.worded.unresolved_time) {
      line.flags.emplace_back("unresolved_time");
    }
  }

  [[nodiscard]] Factbox frame_page() const {
    Factbox page;
    page.story = bench_.story.id;
    page.version = "1";
    page.title = title_;
    page.as_of = bench_.as_of ? to_iso(*bench_.as_of) : "";
    page.lang = "en";
    page.compiled = provenance_.compiled();
    page.origins = provenance_.origins();
    page.sources = provenance_.sources();
    return page;
  }

  static void add_sections(Factbox& page, const std::vector<SectionPlan>& plans,
                           const std::map<std::size_t, Line>& lines) {
    for (const auto& plan : plans) {
      Section section;
      section.order = static_cast<std::uint32_t>(page.sections.size() + 1);
      section.id = plan.kind + "-" + std::to_string(section.order);
      section.heading = plan.heading;
      section.kind = plan.kind == kBackground ? SectionKind::background : SectionKind::topic;
      for (const auto index : plan.drafts) {
        section.lines.push_back(lines.at(index));
      }
      page.sections.push_back(std::move(section));
    }
  }

  void add_contradictions(Factbox& page, const std::vector<std::size_t>& chosen) const {
    std::set<std::uint32_t> printed;
    for (const auto index : chosen) {
      printed.insert(drafts_[index].claim);
    }
    for (const auto& contradiction : bench_.story.contradictions) {
      ContradictionSides sides{
          contradiction.id, contradiction.about, stories::name_of(contradiction.kind), {}};
      for (const auto& side : contradiction.sides) {
        std::vector<std::string> ids;
        for (const auto claim : side) {
          if (printed.contains(claim)) {
            ids.push_back(bench_.story.claims[claim].id);
          }
        }
        if (!ids.empty()) {
          sides.sides.push_back(std::move(ids));
        }
      }
      if (sides.sides.size() == contradiction.sides.size()) {
        page.contradictions.push_back(std::move(sides));
      }
    }
  }

  void add_parts(Factbox& page, const std::vector<SectionPlan>& plans,
                 const std::map<std::size_t, Line>& lines, const NameSettler& names) const {
    std::vector<Printed> printed;
    for (const auto& plan : plans) {
      for (const auto index : plan.drafts) {
        printed.push_back({&lines.at(index), &drafts_[index]});
      }
    }
    page.people = people_of(bench_, printed, names, roles_);
    page.figures = figures_of(bench_, printed, ledger_);
    page.timeline = timeline_of(printed);
  }

  const Workbench& bench_;
  Ledger ledger_;
  std::vector<Draft> drafts_;
  DraftMeanings meanings_;
  Repeats repeats_;
  Retellings retellings_;
  Provenance provenance_;
  StatedRoles roles_;
  std::string title_;
  std::map<std::uint32_t, Status> replaces_;  ///< claims that replaced others, and how
};

std::string text_of_line(const Factbox& page, std::string_view id) {
  for (const auto& section : page.sections) {
    for (const auto& line : section.lines) {
      if (line.id == id) {
        return line.text;
      }
    }
  }
  return {};
}

Compilation compile_once(const stories::Story& story,
                         std::span<const statements::ReadReport> reports,
                         const CompileTables& tables, const CompileOptions& options) {
  const People people{story, reports};
  const StoryWords words{story, reports, tables.style};
  const Workbench bench{story,   reports, tables.outlets, tables.style,
                        options, people,  words,          moment_of(story, reports, options)};
  std::vector<reports::ReportPtr> texts;
  for (const auto index : story.reports) {
    texts.push_back(reports[index].report);
  }
  Compiler compiler{bench, tables};
  Compilation compilation;
  std::set<std::uint32_t> withheld;
  for (int round = 0; round < kMostRounds; ++round) {
    compilation.page = compiler.page(withheld);
    bool again = false;
    bool names = false;
    compilation.broken.clear();
    for (auto& finding : check(compilation.page, texts, tables.style)) {
      const auto claim =
          finding.severity == Severity::error ? compiler.claim_of(finding.line) : std::nullopt;
      // Which mention comes first changes with each line that goes: one at a time.
      if (claim && finding.rule == kNamesRule && std::exchange(names, true)) {
        continue;
      }
      if (claim && withheld.insert(*claim).second) {
        auto text = text_of_line(compilation.page, finding.line);
        compilation.withheld.push_back({std::move(finding), std::move(text)});
        again = true;
      } else if (finding.severity == Severity::error) {
        compilation.broken.push_back(std::move(finding));
      }
    }
    if (!again) {
      break;
    }
  }
  add_contexts(compilation.page, reports);
  note_words(compilation.page);
  return compilation;
}

}  // namespace

Compilation compile(const stories::Story& story, std::span<const statements::ReadReport> reports,
                    const CompileTables& tables, const CompileOptions& options) {
  auto compilation = compile_once(story, reports, tables, options);
  if (!compilation.broken.empty() && options.max_lines > kShortPage) {
    auto shorter = options;
    shorter.max_lines = kShortPage;
    auto second = compile_once(story, reports, tables, shorter);
    if (second.broken.empty()) {
      return second;
    }
  }
  return compilation;
}

}  // namespace factbox::factboxes
