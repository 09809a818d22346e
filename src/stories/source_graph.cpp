#include "stories/source_graph.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "stories/carriage.h"

namespace factbox::stories {
namespace {

class GraphMaker {
 public:
  GraphMaker(const Story& story, std::span<const statements::ReadReport> reports,
             const reports::Outlets& outlets)
      : story_{story}, reports_{reports}, outlets_{outlets} {}

  SourceGraph make() {
    for (const ReportIndex report : story_.reports) {
      publishers_.push_back(publisher(report));
      auto& outlet = made_.outlets[publishers_.back()];
      outlet.reports.push_back(report);
      ++outlet.own;
    }
    add_edges();
    for (const ReportIndex report : story_.reports) {
      add_citations(report);
    }
    for (auto& [ends, arrow] : arrows_) {
      made_.arrows.push_back(std::move(arrow));
    }
    measure_depths();
    put_in_order();
    return std::move(made_);
  }

 private:
  std::uint32_t publisher(ReportIndex report) {
    const auto& printed = *reports_[report].report;
    auto name = publisher_of(printed, outlets_);
    if (!name.empty()) {
      return named(name);
    }
    // One whose publisher is unknown is nobody else's: it stands for itself.
    made_.outlets.push_back({printed.title.empty() ? printed.id : printed.title, {}, 0, 0});
    return static_cast<std::uint32_t>(made_.outlets.size() - 1);
  }

  std::uint32_t named(const std::string& name) {
    const auto [at, added] =
        by_name_.emplace(name, static_cast<std::uint32_t>(made_.outlets.size()));
    if (added) {
      made_.outlets.push_back({name, {}, 0, 0});
    }
    return at->second;
  }

  GraphArrow& arrow(std::uint32_t from, std::uint32_t to) {
    auto& made = arrows_[{to, from}];
    made.from = from;
    made.to = to;
    return made;
  }

  void add_edges() {
    std::set<ReportIndex> resting;
    for (const OriginEdge& edge : story_.edges) {
      const auto from = publishers_[edge.report];
      const bool by_report = edge.why == OriginEdge::Why::copy && edge.rests_on;
      const auto to = by_report ? publishers_[*edge.rests_on] : named(edge.outlet);
      if (resting.insert(edge.report).second) {
        --made_.outlets[from].own;
      }
      if (from == to) {
        continue;  // its own report again
      }
      auto& made = arrow(from, to);
      auto& list = edge.why == OriginEdge::Why::copy     ? made.copies
                   : edge.why == OriginEdge::Why::credit ? made.credits
                                                         : made.echoes;
      list.push_back(edge.report);
    }
  }

  void add_citations(ReportIndex report) {
    const auto from = publishers_[report];
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;  // bytes that name one, and whom
    for (const auto& statement : reports_[report].statements) {
      const auto cited = echoed_outlet(statement, outlets_);
      if (cited.empty()) {
        continue;
      }
      const auto to = named(cited);
      for (const auto& member : statement.chain) {
        if (from != to && member.span && member.role == statements::Role::outlet &&
            outlet_name(member.name, outlets_) == cited &&
            seen.emplace(member.span->begin, to).second) {
          arrow(from, to).citations.push_back({report, statement.field, *member.span});
        }
      }
    }
  }

  /// The longest way from an outlet to one that rests on nobody, each outlet passed once.
  std::uint32_t depth_of(std::uint32_t outlet, std::set<std::uint32_t>& on_the_way) {
    if (const auto known = depths_.find(outlet); known != depths_.end()) {
      return known->second;
    }
    on_the_way.insert(outlet);
    std::uint32_t depth = 0;
    for (const auto& one : made_.arrows) {
      if (one.from == outlet && !on_the_way.contains(one.to)) {
        depth = std::max(depth, depth_of(one.to, on_the_way) + 1);
      }
    }
    on_the_way.erase(outlet);
    depths_.emplace(outlet, depth);
    return depth;
  }

  void measure_depths() {
    for (std::uint32_t i = 0; i < made_.outlets.size(); ++i) {
      std::set<std::uint32_t> on_the_way;
      made_.outlets[i].depth = depth_of(i, on_the_way);
    }
  }

  void put_in_order() {
    std::vector<std::size_t> takers(made_.outlets.size());
    for (const auto& one : made_.arrows) {
      ++takers[one.to];
    }
    std::vector<std::uint32_t> order(made_.outlets.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    const auto key = [&](std::uint32_t i) {
      const auto& outlet = made_.outlets[i];
      return std::tuple{-static_cast<long>(takers[i]), -static_cast<long>(outlet.reports.size()),
                        std::string_view{outlet.name}};
    };
    std::ranges::stable_sort(order, {}, key);
    std::vector<std::uint32_t> place(order.size());
    std::vector<GraphOutlet> sorted;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      sorted.push_back(made_.outlets[order[i]]);
    }
    made_.outlets = std::move(sorted);
    for (auto& one : made_.arrows) {
      one.from = place[one.from];
      one.to = place[one.to];
    }
    std::ranges::sort(made_.arrows, {}, [](const GraphArrow& one) {
      return std::pair{one.to, one.from};
    });
  }

  const Story& story_;
  std::span<const statements::ReadReport> reports_;
  const reports::Outlets& outlets_;
  SourceGraph made_;
  std::vector<std::uint32_t> publishers_;  // by report: its outlet
  std::map<std::string, std::uint32_t> by_name_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, GraphArrow> arrows_;
  std::map<std::uint32_t, std::uint32_t> depths_;
};

}  // namespace

SourceGraph source_graph(const Story& story, std::span<const statements::ReadReport> reports,
                         const reports::Outlets& outlets) {
  return GraphMaker{story, reports, outlets}.make();
}

}  // namespace factbox::stories
