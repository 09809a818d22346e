#include "outputs/page_html.h"

#include <kainjow/mustache.hpp>

#include "base/assert.h"
#include "outputs/html_template.h"

namespace factbox::outputs {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;
using kainjow::mustache::partial;

constexpr std::size_t kLongPage = 12;  // lines, from which on a page has contents

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

void set_flag(data& into, const std::string& name, bool flag) {
  into.set(name, data{flag ? data::type::bool_true : data::type::bool_false});
}

void set_time(data& into, const std::string& name, const ViewTime& time) {
  set_text(into, name, time.words);
  set_text(into, name + "_iso", time.iso);
}

/// A date that breaks before its day at most: "reported" above "17 April".
std::string unbroken(const std::string& date) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  std::string out;
  for (std::size_t i = 0; i < date.size(); ++i) {
    const bool inside = date[i] == ' ' && i > 0 && date[i - 1] >= '0' && date[i - 1] <= '9';
    out += inside || (date[i] == ' ' && date.find(' ') < i) ? kNoBreak : date.substr(i, 1);
  }
  return out;
}

data pieces_data(const ViewEvidence& evidence) {
  data list{data::type::list};
  for (const auto& piece : evidence.pieces) {
    data each{data::type::object};
    each.set("words", piece.words);
    set_flag(each, "used", piece.used);
    list.push_back(each);
  }
  return list;
}

data line_data(const ViewLine& line) {
  data out{data::type::object};
  out.set("id", line.id);
  out.set("text", line.text);
  set_text(out, "mark", line.mark);
  set_text(out, "note", line.note);
  set_time(out, "date", {unbroken(line.date.words), line.date.iso});
  data sources{data::type::list};
  for (const auto number : line.sources) {
    sources.push_back(data{"number", std::to_string(number)});
  }
  set_list(out, "cited", sources);
  data evidence{data::type::list};
  for (const auto& each : line.evidence) {
    data piece{data::type::object};
    piece.set("pieces", pieces_data(each));
    set_text(piece, "outlet", each.outlet);
    set_time(piece, "published", each.published);
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
    set_text(each, "order", section.order);
    set_flag(each, "background", section.background);
    set_flag(each, "dated", !section.lines.front().date.words.empty());
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
    set_time(each, "published", source.published);
    set_text(each, "origin", source.origin);
    data back{data::type::list};
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      data link{data::type::object};
      link.set("id", source.lines[i]);
      link.set("count", std::to_string(i + 1));
      back.push_back(link);
    }
    set_list(each, "back", back);
    list.push_back(each);
  }
  return list;
}

bool is_long(const PageView& view) {
  std::size_t lines = 0;
  for (const auto& section : view.sections) {
    lines += section.lines.size();
  }
  return lines >= kLongPage;
}

}  // namespace

std::string render_html_fragment(const PageView& view) {
  data out{data::type::object};
  out.set("line", data{partial{[] { return std::string{kLineTemplate}; }}});
  out.set("title", view.title);
  out.set("known_as_of", view.known_as_of);
  set_time(out, "moment", view.moment);
  out.set("formula", view.formula);
  set_text(out, "newest", view.newest);
  set_text(out, "one_outlet", view.one_outlet);
  set_text(out, "changes", view.changes);
  set_text(out, "edited", view.edited);
  set_text(out, "claims", view.claims);
  set_list(out, "lead", lines_data(view.lead));
  set_list(out, "key_points", lines_data(view.key_points));
  set_flag(out, "contents", is_long(view));
  out.set("sections", sections_data(view));
  set_list(out, "people", people_data(view));
  set_list(out, "figures", figures_data(view));
  out.set("sources", sources_data(view));
  set_text(out, "other_sources", view.other_sources);
  set_flag(out, "legend_disputed", view.legend.disputed);
  set_flag(out, "legend_unnamed", view.legend.unnamed);
  set_flag(out, "legend_updated", view.legend.updated);
  set_flag(out, "legend_carried", view.legend.carried);
  set_flag(out, "legend_edited", view.legend.edited);
  mustache body_template{std::string{kBodyTemplate}};
  FB_ASSERT(body_template.is_valid());
  return body_template.render(out);
}

std::string render_html(const factboxes::Factbox& page, const OutputOptions& options) {
  const PageView view = view_page(page, options);
  data out{data::type::object};
  out.set("style", std::string{kPageStyle});
  out.set("lang", view.lang);
  out.set("title", view.title);
  set_text(out, "description", view.lead.empty() ? view.formula : view.lead.front().text);
  out.set("body", render_html_fragment(view));
  mustache page_template{std::string{kPageTemplate}};
  FB_ASSERT(page_template.is_valid());
  return page_template.render(out);
}

}  // namespace factbox::outputs
