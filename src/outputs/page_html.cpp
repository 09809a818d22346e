#include "outputs/page_html.h"

#include <fmt/format.h>

#include <kainjow/mustache.hpp>

#include "base/assert.h"
#include "outputs/html_template.h"

namespace factbox::outputs {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

/// A text that is shown, or not at all: sections of the template test for it.
void set_text(data& into, const std::string& name, const std::string& words) {
  if (words.empty()) {
    into.set(name, data{data::type::bool_false});
  } else {
    into.set(name, data{words});
  }
}

/// A list, and `has_NAME` to open what surrounds it.
void set_list(data& into, const std::string& name, const data& list) {
  into.set(name, list);
  into.set("has_" + name, data{list.is_non_empty_list()});
}

data line_data(const ViewLine& line) {
  data out{data::type::object};
  out.set("id", line.id);
  out.set("text", line.text);
  set_text(out, "mark", line.mark);
  set_text(out, "note", line.note);
  data sources{data::type::list};
  for (const auto number : line.sources) {
    sources.push_back(data{"number", std::to_string(number)});
  }
  set_list(out, "cited", sources);
  data evidence{data::type::list};
  for (const auto& each : line.evidence) {
    data piece{data::type::object};
    piece.set("words", each.words);
    set_text(piece, "outlet", each.outlet);
    set_text(piece, "number", each.source == 0 ? "" : std::to_string(each.source));
    evidence.push_back(piece);
  }
  set_list(out, "evidence", evidence);
  return out;
}

data lines_data(const std::vector<ViewLine>& lines) {
  data list{data::type::list};
  for (const auto& line : lines) {
    list.push_back(line_data(line));
  }
  return list;
}

data sections_data(const PageView& view) {
  data list{data::type::list};
  for (const auto& section : view.sections) {
    data each{data::type::object};
    each.set("id", section.id);
    each.set("heading", section.heading);
    each.set("background", data{section.background});
    each.set("lines", lines_data(section.lines));
    list.push_back(each);
  }
  return list;
}

data people_data(const PageView& view) {
  data list{data::type::list};
  for (const auto& person : view.people) {
    data each{data::type::object};
    each.set("name", person.name);
    set_text(each, "roles", person.roles);
    set_text(each, "delegation", person.delegation);
    list.push_back(each);
  }
  return list;
}

data figures_data(const PageView& view) {
  data list{data::type::list};
  for (const auto& figure : view.figures) {
    data each{data::type::object};
    each.set("value", figure.value);
    set_text(each, "counted_by", figure.counted_by);
    set_text(each, "history", figure.history);
    set_text(each, "line", figure.line);
    list.push_back(each);
  }
  return list;
}

data sources_data(const PageView& view) {
  data list{data::type::list};
  for (const auto& source : view.sources) {
    data each{data::type::object};
    each.set("number", std::to_string(source.number));
    each.set("outlet", source.outlet);
    set_text(each, "title", source.title);
    set_text(each, "url", source.url);
    each.set("published", source.published);
    set_text(each, "origin", source.origin);
    list.push_back(each);
  }
  return list;
}

}  // namespace

std::string render_html(const factboxes::Factbox& page, const OutputOptions& options) {
  const PageView view = view_page(page, options);
  data out{data::type::object};
  out.set("style", std::string{kPageStyle});
  out.set("lang", view.lang);
  out.set("title", view.title);
  out.set("known_as_of", view.known_as_of);
  out.set("formula", view.formula);
  set_text(out, "changes", view.changes);
  out.set("lead", lines_data(view.lead));
  set_list(out, "key_points", lines_data(view.key_points));
  out.set("sections", sections_data(view));
  set_list(out, "people", people_data(view));
  set_list(out, "figures", figures_data(view));
  set_list(out, "sources", sources_data(view));
  mustache page_template{std::string{kPageTemplate}};
  FB_ASSERT(page_template.is_valid());
  return page_template.render(out);
}

}  // namespace factbox::outputs
