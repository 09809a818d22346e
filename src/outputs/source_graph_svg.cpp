#include <fmt/format.h>

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <string>
#include <vector>

#include "base/assert.h"
#include "outputs/arrow_words.h"
#include "outputs/html_template.h"
#include "outputs/readable.h"
#include "outputs/source_graph.h"

namespace factbox::outputs {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;
using stories::GraphArrow;

// In units of the drawing, which are CSS pixels.
constexpr int kBox = 230;  // width of an outlet's box
constexpr int kBoxHeight = 44;
constexpr int kColumn = 400;  // from one box's left edge to the next one's: room for words between
constexpr int kRow = 62;
constexpr int kEdge = 24;
constexpr int kTop = 84;
constexpr int kGridColumn = 254;
constexpr int kLeastWidth = 820;
constexpr std::size_t kNameLetters = 28;
constexpr std::size_t kTitleLetters = 80;

struct Point {
  int x = 0;
  int y = 0;
};

/// Where the boxes stand: their left upper corners, by outlet.
struct Layout {
  std::vector<Point> corners;
  int width = kLeastWidth;
  int height = 0;
};

std::vector<bool> linked_outlets(const stories::SourceGraph& graph) {
  std::vector<bool> linked(graph.outlets.size());
  for (const auto& arrow : graph.arrows) {
    linked[arrow.from] = true;
    linked[arrow.to] = true;
  }
  return linked;
}

/// The mean height of those that an outlet rests on, so that arrows seldom cross (the barycentre
/// of Sugiyama, Tagawa and Toda 1981).
double height_of_sources(const stories::SourceGraph& graph, std::uint32_t outlet,
                         const Layout& layout) {
  double sum = 0;
  int count = 0;
  for (const auto& arrow : graph.arrows) {
    if (arrow.from == outlet && graph.outlets[arrow.to].depth < graph.outlets[outlet].depth) {
      sum += layout.corners[arrow.to].y;
      ++count;
    }
  }
  return count == 0 ? 0 : sum / count;
}

Layout lay_out(const stories::SourceGraph& graph) {
  Layout layout;
  layout.corners.resize(graph.outlets.size());
  const auto linked = linked_outlets(graph);
  std::uint32_t deepest = 0;
  for (const auto& outlet : graph.outlets) {
    deepest = std::max(deepest, outlet.depth);
  }
  int below = kTop;
  for (std::uint32_t depth = 0; depth <= deepest; ++depth) {
    std::vector<std::uint32_t> column;
    for (std::uint32_t i = 0; i < graph.outlets.size(); ++i) {
      if (linked[i] && graph.outlets[i].depth == depth) {
        column.push_back(i);
      }
    }
    if (depth > 0) {
      std::ranges::stable_sort(column, {}, [&](std::uint32_t outlet) {
        return height_of_sources(graph, outlet, layout);
      });
    }
    int y = kTop;
    for (const auto outlet : column) {
      const int x = kEdge + static_cast<int>(depth) * kColumn;
      layout.corners[outlet] = {x, y};
      layout.width = std::max(layout.width, x + kBox + kEdge);
      y += kRow;
    }
    below = std::max(below, y);
  }
  // Those that stand alone, in rows below.
  const int columns = (layout.width - kEdge) / kGridColumn;
  int placed = 0;
  for (std::uint32_t i = 0; i < graph.outlets.size(); ++i) {
    if (!linked[i]) {
      layout.corners[i] = {kEdge + placed % columns * kGridColumn, below + placed / columns * kRow};
      ++placed;
    }
  }
  layout.height = below + (placed + columns - 1) / columns * kRow;
  return layout;
}

/// What stands on an arrow: how often each kind of tie.
std::string short_words(const GraphArrow& arrow) {
  std::vector<std::string> kinds;
  const auto add = [&](const char* kind, std::size_t count) {
    if (count > 0) {
      kinds.push_back(fmt::format("{} {}", kind, count));
    }
  };
  add("copies", arrow.copies.size());
  add("credits", arrow.credits.size());
  add("retells", arrow.echoes.size());
  add("names", arrow.citations.size());
  return fmt::format("{}", fmt::join(kinds, " \u00B7 "));
}

data arrow_data(const TracedOrigins& traced, const GraphArrow& arrow, const Layout& layout) {
  const auto& from = traced.graph.outlets[arrow.from];
  const auto& to = traced.graph.outlets[arrow.to];
  const auto begin = layout.corners[arrow.from];
  const auto end = layout.corners[arrow.to];
  const bool leftward = from.depth > to.depth;
  // A tie within a column, or back to the right, leaves and arrives at the boxes' right edges.
  const int x1 = leftward ? begin.x : begin.x + kBox;
  const int y1 = begin.y + kBoxHeight / 2;
  const int x2 = end.x + kBox;
  const int y2 = end.y + kBoxHeight / 2 + (leftward ? 0 : 6);
  const int bend = (kColumn - kBox) / 2;
  const int c1 = leftward ? x1 - bend : std::max(x1, x2) + bend;
  const int c2 = leftward ? x2 + bend : std::max(x1, x2) + bend;
  // The point of the curve at three tenths of its way: words near its beginning seldom meet.
  const auto at = [](int a, int b, int c, int d) {
    constexpr double kWay = 0.3;
    constexpr double kRest = 1 - kWay;
    return static_cast<int>(kRest * kRest * kRest * a + 3 * kRest * kRest * kWay * b +
                            3 * kRest * kWay * kWay * c + kWay * kWay * kWay * d);
  };
  data out{data::type::object};
  out.set("words",
          fmt::format("{} <- {}: {}", readable(to.name), readable(from.name), in_words(arrow)));
  out.set("short", short_words(arrow));
  out.set("path", fmt::format("M{} {} C{} {} {} {} {} {}", x1, y1, c1, y1, c2, y2, x2, y2));
  out.set("x", std::to_string(at(x1, c1, c2, x2)));
  out.set("y", std::to_string(at(y1, y1, y2, y2) + 4));
  return out;
}

data outlet_data(const stories::GraphOutlet& outlet, Point corner) {
  constexpr int kIndent = 12;
  constexpr int kNameLine = 19;
  constexpr int kStandingLine = 36;
  data out{data::type::object};
  const auto name = readable(outlet.name);
  out.set("name", name);
  out.set("shown", shortened(name, kNameLetters));
  out.set("standing", standing_of(outlet));
  out.set("away", data{outlet.reports.empty() ? data::type::bool_true : data::type::bool_false});
  out.set("x", std::to_string(corner.x));
  out.set("y", std::to_string(corner.y));
  out.set("box", std::to_string(kBox));
  out.set("text_x", std::to_string(corner.x + kIndent));
  out.set("name_y", std::to_string(corner.y + kNameLine));
  out.set("standing_y", std::to_string(corner.y + kStandingLine));
  return out;
}

}  // namespace

std::string origins_as_svg(const TracedOrigins& traced) {
  const auto layout = lay_out(traced.graph);
  data out{data::type::object};
  const auto title = readable(traced.story.title);
  out.set("title", title);
  out.set("shown_title", shortened(title, kTitleLetters));
  out.set("summary", summary_of(traced.story, traced.graph));
  out.set("width", std::to_string(layout.width));
  out.set("height", std::to_string(layout.height));
  data arrows{data::type::list};
  for (const auto& arrow : traced.graph.arrows) {
    arrows.push_back(arrow_data(traced, arrow, layout));
  }
  out.set("arrows", arrows);
  data outlets{data::type::list};
  for (std::size_t i = 0; i < traced.graph.outlets.size(); ++i) {
    outlets.push_back(outlet_data(traced.graph.outlets[i], layout.corners[i]));
  }
  out.set("outlets", outlets);
  mustache drawing{std::string{kSourceGraphTemplate}};
  FB_ASSERT(drawing.is_valid());
  return drawing.render(out);
}

}  // namespace factbox::outputs
