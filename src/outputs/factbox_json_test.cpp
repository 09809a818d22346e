#include "outputs/factbox_json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace factbox::outputs {
namespace {

using factboxes::Factbox;
using factboxes::Line;

Line a_line() {
  Line line;
  line.id = "c1";
  line.text =
      "The ferry to Oster will stay in port, Harbour Master Ina Voss said, Tidal Post reported.";
  line.statement = "The ferry to Oster will stay in port";
  line.attribution.resize(2);
  line.attribution[0].member.role = statements::Role::speaker;
  line.attribution[0].member.hop = 1;
  line.attribution[0].member.span = ByteRange{38, 61};
  line.attribution[0].member.name = "Ina Voss";
  line.attribution[0].member.verb = "say";
  line.attribution[0].report = "r1";
  line.attribution[1].member.name = "Tidal Post";
  line.attribution[1].report = "r1";
  line.modality = statements::Modality::planned;
  line.event = statements::StatedTime{"2031-02-03", ByteRange{3, 9}};
  line.confidence = 0.75;
  line.corroboration = {1, 1, {"r1"}};
  line.evidence = {{"r1",
                    Field::text,
                    {0, 36},
                    "The ferry to Oster will stay in port",
                    factboxes::Part::statement}};
  line.first_reported = "2031-02-02T10:00:00+01:00";
  line.flags = {"single_source"};
  return line;
}

Factbox a_page() {
  Factbox page;
  page.story = "s1";
  page.version = "1";
  page.title = "FACTBOX: the Oster ferry";
  page.as_of = "2031-02-02T09:00:00Z";
  page.lang = "en";
  page.compiled = {1, 1, 1, "2031-02-02T09:00:00Z", "2031-02-02T09:00:00Z", 0, "Compiled from …"};
  page.lead = a_line();
  page.sections.resize(1);
  page.sections[0].id = "what";
  page.sections[0].heading = "What happened";
  page.sections[0].lines = {a_line()};
  page.contradictions = {{"x1", "ferry", "denial", {{"c1"}, {"c2"}}}};
  page.people = {
      {"person:ina-voss", "Ina Voss", {{"Harbour Master", "Oster", {"c1"}}}, "", 2, "Voss"}};
  page.figures.resize(1);
  page.figures[0].low = 12;
  page.figures[0].high = 120;
  page.figures[0].unit = "people";
  page.figures[0].lines = {"c1"};
  page.figures[0].history = {{"[12,120]", "", "2031-02-02T09:00:00Z", "r1"}};
  page.timeline = {{"2031-02-03", "c1"}};
  page.origins = {{"o1", "Tidal Post", {"r1"}}};
  page.sources = {{"r1", "Tidal Post", "Ferry stays", "", "2031-02-02T10:00:00+01:00", "o1", "ab"}};
  return page;
}

TEST(FactboxJson, ReadsBackWhatItWrote) {
  const auto written = write_factbox_json(a_page());
  const auto read = read_factbox_json(written);
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ(write_factbox_json(*read), written);
  EXPECT_EQ(read->lead->attribution[0].member.span, (ByteRange{38, 61}));
  EXPECT_EQ(read->figures[0].high, 120);
}

TEST(FactboxJson, HasTheFieldsOfTheContract) {
  const auto json = nlohmann::json::parse(write_factbox_json(a_page()));
  EXPECT_EQ(json["figures"][0]["value"].dump(), "[12,120]");
  EXPECT_EQ(json["factbox"], 1);
  EXPECT_TRUE(json["dateline"].is_null());
  const auto& line = json["sections"][0]["lines"][0];
  EXPECT_EQ(line["class"], "statement");
  EXPECT_EQ(line["modality"], "planned");
  EXPECT_EQ(line["event"]["span"], nlohmann::json::array({3, 9}));
  EXPECT_EQ(line["evidence"][0]["part"], "statement");
  EXPECT_EQ(line["attribution"][0]["role"], "speaker");
  EXPECT_FALSE(line["attribution"][0].contains("self"));
  EXPECT_FALSE(line.contains("edited"));
  EXPECT_EQ(json["figures"][0]["value"], nlohmann::json::array({12, 120}));
  EXPECT_EQ(json["figures"][0]["history"][0]["value"], nlohmann::json::array({12, 120}));
  EXPECT_EQ(json["contradictions"][0]["sides"][1]["lines"][0], "c2");
}

TEST(FactboxJson, NamesTheFieldThatIsWrong) {
  auto json = nlohmann::json::parse(write_factbox_json(a_page()));
  json["sections"][0]["lines"][0]["evidence"][0]["start"] = "zero";
  const auto read = read_factbox_json(json.dump());
  ASSERT_FALSE(read);
  EXPECT_EQ(
      read.error().what,
      "line 1: the page's JSON, at sections[0].lines[0].evidence[0].start: a number is wanted");
}

TEST(FactboxJson, ReadsOnBesideWhatIsWrong) {
  auto text = write_factbox_json(a_page());
  const auto at = text.find("\"planned\"");
  text.replace(at, 9, "\"sure\"");
  text.replace(text.find("\"lang\""), 6, "\"tongue\"");
  const auto read = read_edited_json(text);
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->troubled);
  ASSERT_EQ(read->notes.size(), 2U);
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(at), '\n');
  EXPECT_EQ(
      read->notes[0].find("line " + std::to_string(line) + ": lead.modality: \"sure\" is none"), 0U)
      << read->notes[0];
  EXPECT_NE(read->notes[1].find("tongue: a page has no such field"), std::string::npos);
  EXPECT_EQ(read->page.lead->text, a_line().text);
}

TEST(FactboxJson, KeepsTheSentenceAroundEvidence) {
  auto page = a_page();
  auto& evidence = page.sections[0].lines[0].evidence[0];
  evidence.sentence = ByteRange{0, 41};
  evidence.context = "The ferry to Oster will stay in port, sir";
  const auto read = read_factbox_json(write_factbox_json(page));
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ(read->sections[0].lines[0].evidence[0].context, evidence.context);
  evidence.context = "It will stay";
  EXPECT_FALSE(read_factbox_json(write_factbox_json(page)));
}

TEST(FactboxJson, RefusesWhatIsNoPage) {
  EXPECT_EQ(read_factbox_json("{\"factbox\":1").error().kind, ErrorKind::malformed);
  EXPECT_EQ(read_factbox_json("[1]").error().kind, ErrorKind::malformed);
  EXPECT_EQ(read_factbox_json("{\"factbox\":2}").error().kind, ErrorKind::unsupported);
  EXPECT_FALSE(read_factbox_json(std::string(200'000, '[')));
  EXPECT_EQ(read_factbox_json("[5e99999]").error().kind, ErrorKind::malformed);
}

TEST(FactboxJson, TakesAnEmptyPage) {
  const auto read = read_factbox_json("{\"factbox\":1,\"lead\":null,\"as_of\":null}");
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->lead);
  EXPECT_EQ(read->as_of, "");
}

}  // namespace
}  // namespace factbox::outputs
