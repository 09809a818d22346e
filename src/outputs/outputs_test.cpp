#include "outputs/outputs.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "factboxes/edits.h"
#include "outputs/csv.h"

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

TEST(Outputs, FormsGoByWhatPeopleTypeAndByTheEndingsOfFiles) {
  for (const auto& [typed, name] :
       {std::pair{"HTML", "html"}, {"markdown", "md"}, {"Txt", "text"}}) {
    EXPECT_EQ(find_format(typed)->name, name) << typed;
  }
  for (const auto& [file, name] : {std::pair{"out/page.HTML", "html"},
                                   {"page.txt", "text"},
                                   {"a.b/page", "text"},
                                   {"", "text"},
                                   {"page.md", "md"},
                                   {"page.ninjs.json", "ninjs"},
                                   {"page.2.json", "json"}}) {
    EXPECT_EQ(find_format_of_file(file)->name, name) << file;
  }
  EXPECT_NE(find_format_of_file("page.pdf").error().what.find("--format"), std::string::npos);
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
  EXPECT_NE(
      render("md").find("at least 3 boats, according to the navy; over time: 2 (11 April 2026) → "
                        "at least 3 (12 April 2026)"),
      std::string::npos);
}

TEST(Outputs, MomentsMoveIntoTheReadersZone) {
  const auto text =
      find_format("text")->render(page(), {.timezone = Zone{std::chrono::minutes{210}}});
  EXPECT_NE(text.find("Known as of 12 April 2026, 13:30 UTC+3:30"), std::string::npos);
}

TEST(Outputs, ListsTheSourcesThatALineCitesAndCountsTheOthers) {
  const auto text = render("text");
  EXPECT_NE(text.find("[1] Harbour Post"), std::string::npos);
  EXPECT_EQ(text.find("[2]"), std::string::npos);
  EXPECT_NE(text.find("1 more report was read; no line rests on it."), std::string::npos);
  EXPECT_NE(render("html").find("<a href=\"#c2\" aria-label=\"to line 3 that cites it\">"),
            std::string::npos);
}

TEST(Outputs, WhoLentANameOnlyIsNotCited) {
  auto shown = page();
  auto& named = shown.sections[0].lines[1];
  named.evidence.push_back({"r2", Field::text, {0, 4}, "Ruiz", factboxes::Part::name});
  EXPECT_NE(find_format("text")->render(shown, {}).find("reported. [1]"), std::string::npos);
  named.corroboration = {2, 2, {"r1", "r2"}};
  EXPECT_NE(find_format("text")->render(shown, {}).find("reported. [1, 2]\n    (2 independent"),
            std::string::npos);
}

TEST(Outputs, PrintsTheLeadOnceWhereNothingDiffersFromIt) {
  auto shown = page();
  const auto count = [&](std::string_view form) {
    const auto out = find_format(form)->render(shown, {});
    std::size_t times = 0;
    for (auto at = out.find("Three boats were hit, the navy"); at != std::string::npos;
         at = out.find("Three boats were hit, the navy", at + 1)) {
      ++times;
    }
    return times;
  };
  EXPECT_EQ(count("md"), 2U);
  shown.contradictions.clear();
  EXPECT_EQ(count("md"), 1U);
  EXPECT_EQ(count("html"), 2U);  // its description, for search engines, and the page
}

TEST(Outputs, EvidenceStandsInItsSentence) {
  auto shown = page();
  auto& evidence = shown.sections[0].lines[1].evidence[0];
  evidence.sentence = ByteRange{0, 34};
  evidence.context = "Three boats were hit & sunk, so so";
  EXPECT_NE(find_format("html")->render(shown, {}).find(
                "<mark>Three boats were hit</mark> &amp; sunk, so so</p>"),
            std::string::npos);
}

TEST(Outputs, ADayIsPrintedAsADay) {
  auto shown = page();
  shown.as_of = "2026-04-12T00:00:00Z";
  shown.sources[0].published = "2026-04-12";
  EXPECT_NE(find_format("text")->render(shown, {}).find("Known as of 12 April 2026. Compiled"),
            std::string::npos);
  shown.as_of = "2026-04-14T23:59:59Z";
  shown.compiled.last = "2026-04-12T00:00:00Z";
  const auto text = find_format("text")->render(shown, {.timezone = {}, .width = 200});
  EXPECT_NE(text.find("Known as of 14 April 2026. Compiled"), std::string::npos);
  EXPECT_NE(text.find("Newest report: 12 April 2026, 2 days before."), std::string::npos);
}

TEST(Outputs, OneOutletIsNamedOnce) {
  auto shown = page();
  shown.sources[1].outlet = "Harbour Post";
  const auto text = find_format("text")->render(shown, {.timezone = {}, .width = 200});
  EXPECT_NE(text.find("Every line was reported by Harbour Post."), std::string::npos);
  EXPECT_NE(text.find("Three boats were hit, the navy said. [1]"), std::string::npos);
}

TEST(Outputs, EventsHaveTheirDatesAndTheirOrderIsSaid) {
  auto shown = page();
  shown.contradictions.clear();
  shown.lead.reset();
  shown.sections[0].id = "happened-1";
  shown.sections[0].lines[0].event = statements::StatedTime{"2026-04-11TMO", std::nullopt};
  const auto text = find_format("text")->render(shown, {.timezone = {}, .width = 200});
  EXPECT_NE(text.find("WHAT HAPPENED (OLDEST FIRST)\n  • 11 April: Three boats"),
            std::string::npos);
  EXPECT_NE(text.find("  • reported 12 April: One boat"), std::string::npos);
}

TEST(Outputs, MarkdownHasNoNeedlessBackslashes) {
  auto shown = page();
  shown.title = "FACTBOX: 20-year-old (R&D), a_b #1!";
  EXPECT_EQ(find_format("md")->render(shown, {}).find("# FACTBOX: 20-year-old (R\\&D), a_b #1!\n"),
            0U);
  shown.lead->text = "1914. A year.";
  shown.sections[0].lines[0].text = "- No list";
  const auto text = find_format("md")->render(shown, {});
  EXPECT_NE(text.find("**1914\\. A year.**"), std::string::npos);
  EXPECT_NE(text.find("- \\- No list"), std::string::npos);
}

TEST(Outputs, WhatAnEditorDidIsSaid) {
  auto shown = page();
  factboxes::note_words(shown);
  EXPECT_EQ(find_format("text")->render(shown, {}).find("Edited"), std::string::npos);
  shown.title = "FACTBOX: Boats";
  shown.sections[0].lines[0].text = "Boats were hit.";
  std::swap(shown.sections[0].lines[0], shown.sections[0].lines[1]);
  EXPECT_TRUE(factboxes::settle_edits(shown).empty());
  EXPECT_EQ(shown.lead->text, "Boats were hit.");
  const auto text = find_format("text")->render(shown, {.timezone = {}, .width = 200});
  EXPECT_NE(text.find("Edited by hand: the title, 1 line, the order of lines."), std::string::npos);
  EXPECT_NE(text.find("(edited)"), std::string::npos);
}

TEST(Outputs, SaysHowManyClaimsThereWere) {
  auto shown = page();
  shown.claims = factboxes::ClaimCounts{9, 2, {{"told_twice", 7}}};
  EXPECT_NE(find_format("md")->render(shown, {}).find(
                "\n2 of 9 claims shown; of the others, 7 told by another line.\n"),
            std::string::npos);
}

TEST(Outputs, TablesAreQuotedAndComputeNothing) {
  EXPECT_EQ(csv_row({"a", "b,c", "d\"e", "=1+2", "-3.5", "@x", ""}),
            "a,\"b,c\",\"d\"\"e\",'=1+2,-3.5,'@x,\r\n");
}

TEST(Outputs, AWordDocumentIsWellFormed) {
  const auto docx = render("docx");
  EXPECT_TRUE(docx.starts_with("PK\x03\x04"));
  EXPECT_NE(docx.find("word/document.xml"), std::string::npos);
  EXPECT_NE(docx.find("&lt;script&gt;"), std::string::npos);
  EXPECT_EQ(docx.find("javascript:"), std::string::npos);
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
