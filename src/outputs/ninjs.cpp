#include "outputs/ninjs.h"

#include <nlohmann/json.hpp>

#include "outputs/page_html.h"
#include "outputs/page_text.h"
#include "outputs/page_view.h"
#include "outputs/readable.h"

namespace factbox::outputs {
namespace {

using Json = nlohmann::ordered_json;

Json people_of(const factboxes::Factbox& page) {
  Json people = Json::array();
  for (const auto& person : page.people) {
    people.push_back(
        {{"name", readable(person.name)}, {"rel", "about"}, {"literal", readable(person.entity)}});
  }
  return people;
}

Json sources_of(const factboxes::Factbox& page) {
  Json sources = Json::array();
  for (const auto& source : page.sources) {
    const auto outlet = readable(source.outlet);
    const auto title = readable(source.title);
    sources.push_back(
        {{"name", outlet}, {"role", "report"}, {"literal", title.empty() ? outlet : title}});
    if (const auto url = linkable(source.url); !url.empty()) {
      sources.back()["uri"] = url;
    }
  }
  return sources;
}

Json sections_of(const PageView& view) {
  Json subjects = Json::array();
  for (const auto& section : view.sections) {
    subjects.push_back({{"name", section.heading}, {"rel", "section"}, {"literal", section.id}});
  }
  return subjects;
}

}  // namespace

std::string render_ninjs(const factboxes::Factbox& page, const OutputOptions& options) {
  const PageView view = view_page(page, options);
  Json news = {
      {"uri", "urn:factbox:" + page.story},
      {"standard",
       {{"name", "ninjs"},
        {"version", "3.1"},
        {"schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}}},
      {"type", "text"},
      {"representationType", "full"},
      {"profile", "factbox"},
      {"version", page.version},
      {"pubStatus", "usable"},
      {"language", view.lang},
      {"title", view.title},
      {"headlines", {{{"role", "main"}, {"contentType", "text/plain"}, {"value", view.title}}}},
      {"descriptions", Json::array()},
      {"bodies",
       {{{"role", "main"}, {"contentType", "text/html"}, {"value", render_html_fragment(view)}},
        {{"role", "plain"}, {"contentType", "text/plain"}, {"value", render_text(page, options)}}}},
      {"edNote", head_of(view)},
      {"subjects", sections_of(view)},
      {"people", people_of(page)},
      {"infoSources", sources_of(page)},
      {"genres", {{{"name", "Factbox"}, {"literal", "factbox"}}}}};
  for (const auto& line : view.lead) {
    news["descriptions"].push_back(
        {{"role", "lead"}, {"contentType", "text/plain"}, {"value", line.text}});
  }
  if (!page.as_of.empty()) {
    news["versionCreated"] = page.as_of;
    news["contentCreated"] = page.as_of;
  }
  return news.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace factbox::outputs
