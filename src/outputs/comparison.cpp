#include "outputs/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "outputs/chains.h"
#include "outputs/readable.h"

namespace factbox::outputs {
namespace {

using Json = nlohmann::ordered_json;
using stories::Matter;
using stories::Stand;
using stories::StatementRef;

/// A statement with the report that it stands in.
struct Told {
  const statements::Statement& statement;
  const reports::Report& report;
};

Told told_of(StatementRef ref, const ComparedSides& compared) {
  const auto& read = compared.reports[ref.report];
  return {read.statements[ref.statement], *read.report};
}

std::string words_of(const Told& told) {
  const auto& text = told.report.of(told.statement.field);
  std::string words;
  for (const auto range : told.statement.content) {
    words += (words.empty() ? "" : " … ") + std::string{range.in(text)};
  }
  return words;
}

Json json_of(const std::vector<StatementRef>& refs, const ComparedSides& compared) {
  auto list = Json::array();
  for (const auto ref : refs) {
    const auto told = told_of(ref, compared);
    auto content = Json::array();
    for (const auto range : told.statement.content) {
      content.push_back({range.begin, range.end});
    }
    const auto by = speaker_of(told.statement.chain);
    list.push_back({{"report", told.report.id},
                    {"outlet", told.report.outlet},
                    {"field", told.statement.field == Field::text ? "text" : "title"},
                    {"content", content},
                    {"words", words_of(told)},
                    {"by", by.empty() ? Json() : Json(by)}});
  }
  return list;
}

std::string lines_of(std::string_view side, const std::vector<StatementRef>& refs,
                     const ComparedSides& compared) {
  std::string lines;
  for (const auto ref : refs) {
    const auto told = told_of(ref, compared);
    auto who = readable(speaker_of(told.statement.chain));
    const auto outlet = readable(told.report.outlet);
    if (!outlet.empty() && who != outlet) {
      who += (who.empty() ? "" : ", ") + outlet;
    }
    lines +=
        fmt::format("  {}{}{}{}\n", side, readable(words_of(told)), who.empty() ? "" : " — ", who);
  }
  return lines;
}

std::string matter_told(const Matter& matter, const ComparedSides& compared) {
  const bool alone = matter.stand == Stand::only_first || matter.stand == Stand::only_second;
  if (alone) {
    return lines_of("• ", matter.first, compared) + lines_of("• ", matter.second, compared);
  }
  if (matter.stand == Stand::both && matter.type.empty()) {
    return lines_of("• ", {matter.first.front()}, compared);
  }
  const auto how = matter.stand == Stand::both ? std::string{"one of them says more"} : matter.type;
  return fmt::format("• {}\n", how) + lines_of("A: ", matter.first, compared) +
         lines_of("B: ", matter.second, compared);
}

}  // namespace

std::string comparison_as_json_lines(const ComparedSides& compared) {
  std::string lines;
  for (const auto& matter : compared.matters) {
    const Json line{{"stand", stories::name_of(matter.stand)},
                    {"type", matter.type.empty() ? Json() : Json(matter.type)},
                    {"a", json_of(matter.first, compared)},
                    {"b", json_of(matter.second, compared)}};
    lines += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return lines;
}

std::string comparison_as_text(const ComparedSides& compared) {
  constexpr std::array kHeadings{std::pair{Stand::differ, "WHERE THEY DIFFER"},
                                 std::pair{Stand::both, "WHAT BOTH SAY"},
                                 std::pair{Stand::only_first, "WHAT ONLY A SAYS"},
                                 std::pair{Stand::only_second, "WHAT ONLY B SAYS"}};
  auto text = fmt::format("A: {}\nB: {}\n", readable(compared.first), readable(compared.second));
  for (const auto& [stand, heading] : kHeadings) {
    std::string below;
    std::size_t count = 0;
    for (const auto& matter : compared.matters) {
      if (matter.stand == stand) {
        below += matter_told(matter, compared);
        ++count;
      }
    }
    text += fmt::format("\n{} ({})\n{}", heading, count, below);
  }
  return text;
}

}  // namespace factbox::outputs
