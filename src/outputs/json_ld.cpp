#include "outputs/json_ld.h"

#include <map>
#include <nlohmann/json.hpp>

#include "outputs/page_view.h"
#include "outputs/readable.h"

namespace factbox::outputs {
namespace {

using Json = nlohmann::ordered_json;

std::string report_node(const std::string& report) {
  return "#report-" + report;
}

Json article(const factboxes::Source& source) {
  Json node = {{"@type", "NewsArticle"},
               {"@id", report_node(source.report)},
               {"publisher", {{"@type", "Organization"}, {"name", readable(source.outlet)}}}};
  if (!source.title.empty()) {
    node["headline"] = readable(source.title);
  }
  if (const auto url = linkable(source.url); !url.empty()) {
    node["url"] = url;
  }
  if (!source.published.empty()) {
    node["datePublished"] = source.published;
  }
  return node;
}

/// Who said it: the members of the chain that are named, outlets aside.
Json authors(const factboxes::Line& line) {
  Json out = Json::array();
  for (const auto& each : line.attribution) {
    const auto& member = each.member;
    if (member.role == statements::Role::outlet || member.name.empty()) {
      continue;
    }
    const bool person = member.entity.starts_with("person:");
    out.push_back({{"@type", person ? "Person" : "Organization"}, {"name", readable(member.name)}});
  }
  return out;
}

Json claim(const factboxes::Line& line) {
  Json node = {{"@type", "Claim"},
               {"@id", "#" + line.id},
               {"text", readable(line.text)},
               {"abstract", readable(line.statement)}};
  if (Json by = authors(line); !by.empty()) {
    node["author"] = std::move(by);
  }
  if (!line.first_reported.empty()) {
    node["datePublished"] = line.first_reported;
  }
  Json appears = Json::array();
  for (const auto& report : line.corroboration.reports) {
    appears.push_back({{"@id", report_node(report)}});
  }
  node["appearance"] = std::move(appears);
  return node;
}

}  // namespace

std::string render_json_ld(const factboxes::Factbox& page, const OutputOptions& options) {
  const PageView view = view_page(page, options);
  Json node = {{"@context", "https://schema.org"},
               {"@type", "Report"},
               {"@id", "urn:factbox:" + page.story},
               {"headline", view.title},
               {"inLanguage", view.lang},
               {"version", page.version},
               {"description", head_of(view)}};
  if (!page.as_of.empty()) {
    node["dateModified"] = page.as_of;
  }
  if (!view.lead.empty()) {
    node["abstract"] = view.lead.front().text;
  }
  Json parts = Json::array();
  for (const auto& section : page.sections) {
    Json lines = Json::array();
    for (const auto& line : section.lines) {
      lines.push_back(claim(line));
    }
    parts.push_back({{"@type", "CreativeWork"},
                     {"@id", "#" + section.id},
                     {"name", readable(section.heading)},
                     {"hasPart", std::move(lines)}});
  }
  node["hasPart"] = std::move(parts);
  Json mentions = Json::array();
  for (const auto& person : page.people) {
    Json each = {{"@type", "Person"}, {"name", readable(person.name)}};
    if (!person.roles.empty()) {
      each["jobTitle"] = readable(person.roles.front().title);
    }
    mentions.push_back(std::move(each));
  }
  node["mentions"] = std::move(mentions);
  Json citations = Json::array();
  for (const auto& source : page.sources) {
    citations.push_back(article(source));
  }
  node["citation"] = std::move(citations);
  return node.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace factbox::outputs
