#include "factboxes/people.h"

#include <gtest/gtest.h>

#include <memory>

#include "desk/knowledge.h"
#include "desk/pipeline.h"
#include "stories/compile_story.h"

namespace factbox::factboxes {
namespace {

/// The people of a story of one report.
People people_of(const std::string& text) {
  static const auto loaded = desk::Knowledge::load(
      {.data = "data", .models = "models", .depth = desk::Depth::statements}, OneByOne{});
  static const auto english = loaded.value()->of("en");
  static desk::ReportReader reader{
      {std::shared_ptr<const desk::LanguageKnowledge>{}, english.get()}};
  reports::Report report;
  report.id = "r";
  report.outlet = "Tidal Post";
  report.text = text;
  const std::vector<statements::ReadReport> reports{
      reader.read(std::make_shared<const reports::Report>(std::move(report)))};
  return {stories::compile_story(reports, *english->outlets, *english->stories), reports};
}

/// A surname that is a town's name as well means whom or what it mostly means.
TEST(People, KnowWhatAWordMostlyMeans) {
  const auto people = people_of(
      "Mayor Ina Voss flew home. Voss told reporters that the pier was safe. The ship sailed to "
      "Paris.");
  EXPECT_TRUE(people.mostly_person("voss"));
  EXPECT_FALSE(people.mostly_person("paris"));
  EXPECT_FALSE(people.mostly_person("oster"));
}

}  // namespace
}  // namespace factbox::factboxes
