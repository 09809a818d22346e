#include "outputs/outputs.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace factbox::outputs {
namespace {

factboxes::Line line(std::string id, std::string text) {
  factboxes::Line out;
  out.id = std::move(id);
  out.statement = "Three boats were hit";
  out.text = std::move(text);
  out.corroboration = {1, 1, {"r1"}};
  out.first_reported = "2026-04-12T09:00:00Z";
  out.evidence = {{"r1", Field::text, {0, 20}, out.statement, factboxes::Part::statement}};
  return out;
}

factboxes::Factbox page() {
  factboxes::Factbox page;
  page.story = "st-1";
  page.version = "1";
  page.title = "FACTBOX: <script>alert(1)</script> boats \u202Ehit";
  page.as_of = "2026-04-12T10:00:00Z";
  page.lang = "en";
  page.compiled.formula = "Compiled from 2 reports of 2 outlets";
  const auto three = line("c1", "Three boats were hit, the navy said, Harbour Post reported.");
  const auto one =
      line("c2", "One boat was damaged, a port official said, *Coast Daily* reported.");
  page.lead = three;
  page.key_points = {"c1", "c2"};
  page.sections = {{"s1", "What happened", factboxes::SectionKind::topic, 0, {three, one}}};
  page.contradictions = {{"x1", "boats", "number", {{"c1"}, {"c2"}}}};
  page.people = {{"person:ana-ruiz", "Ana Ruiz", {{"port captain", "Lisport", {"c2"}}}, "", 2, ""}};
  page.figures = {{3,
                   std::nullopt,
                   "at least",
                   "boat",
                   "boats",
                   "at least 3 boats",
                   "the navy",
                   {"c1"},
                   {{"2", "", "2026-04-11", "r1"}, {"3", "at least", "2026-04-12", "r1"}}}};
  page.origins = {{"o1", "North Wire", {"r1"}}};
  page.sources = {{"r1", "Harbour Post", "Boats <b>hit</b>", "javascript:alert(1)",
                   "2026-04-12T09:00:00Z", "o1", "00"},
                  {"r2", "Coast Daily", "Boats", "https://coast.example/1", "", "o2", "11"}};
  return page;
}

std::string render(std::string_view name) {
  const auto format = find_format(name);
  EXPECT_TRUE(format) << name;
  return format ? format->render(page(), {}) : "";
}

TEST(Outputs, EveryFormShowsTheLineAndSaysHowOldItIs) {
  for (const auto& format : formats()) {
    const auto out = format.render(page(), {});
    EXPECT_NE(out.find("the navy said"), std::string::npos) << format.name;
    EXPECT_NE(out.find("2026"), std::string::npos) << format.name;
    EXPECT_EQ(out, format.render(page(), {})) << format.name;
  }
}

TEST(Outputs, NamesTheFormsThatThereAre) {
  const auto format = find_format("pdf");
  ASSERT_FALSE(format);
  EXPECT_NE(format.error().what.find("text, md, html"), std::string::npos);
}

TEST(Outputs, NoWordOfAReportBecomesMarkupOfThePage) {
  const auto html = render("html");
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("javascript:"), std::string::npos);
  EXPECT_EQ(html.find("\u202E"), std::string::npos);
  EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
  const auto markdown = render("md");
  EXPECT_EQ(markdown.find("<script"), markdown.find("\\<script") + 1);
  EXPECT_EQ(markdown.find("*Coast"), markdown.find("\\*Coast") + 1);
}

TEST(Outputs, TextKeepsItsWidth) {
  const auto text = find_format("text")->render(page(), {.timezone = {}, .width = 40});
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    EXPECT_LE(end - at, 44U) << text.substr(at, end - at);  // bytes; a bullet is three
    at = end + 1;
  }
}

TEST(Outputs, SidesOfAContradictionAreMarkedAndNotJudged) {
  EXPECT_NE(render("text").find("[Differs from the line above]\n  • One boat"), std::string::npos);
  EXPECT_NE(render("html").find("Differs from the line above"), std::string::npos);
}

TEST(Outputs, FiguresShowTheirHistoryOldestFirst) {
  EXPECT_NE(render("md").find("at least 3 boats, according to the navy; over time: 2 \\(11 April "
                              "2026\\) → at least 3 \\(12 April 2026\\)"),
            std::string::npos);
}

TEST(Outputs, MomentsMoveIntoTheReadersZone) {
  const auto text =
      find_format("text")->render(page(), {.timezone = Zone{std::chrono::minutes{210}}});
  EXPECT_NE(text.find("Known as of 12 April 2026, 13:30 UTC+3:30"), std::string::npos);
}

TEST(Outputs, NinjsHoldsWhatTheStandardAsksFor) {
  const auto news = nlohmann::json::parse(render("ninjs"));
  EXPECT_EQ(news.at("uri"), "urn:factbox:st-1");
  EXPECT_EQ(news.at("standard").at("version"), "3.1");
  EXPECT_EQ(news.at("versionCreated"), "2026-04-12T10:00:00Z");
  EXPECT_EQ(news.at("infoSources").size(), 2U);
  EXPECT_FALSE(news.at("infoSources")[0].contains("uri"));
}

TEST(Outputs, JsonLdSaysWhereAClaimAppeared) {
  const auto node = nlohmann::json::parse(render("jsonld"));
  EXPECT_EQ(node.at("hasPart")[0].at("hasPart")[0].at("appearance")[0].at("@id"), "#report-r1");
  EXPECT_EQ(node.at("citation")[1].at("url"), "https://coast.example/1");
}

}  // namespace
}  // namespace factbox::outputs
