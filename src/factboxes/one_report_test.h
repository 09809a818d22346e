/// \file
/// For tests: the story that one report makes, read as the desk reads it.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "desk/knowledge.h"
#include "desk/pipeline.h"
#include "stories/compile_story.h"

namespace factbox::factboxes {

/// Models and tables of English, loaded once.
inline const desk::LanguageKnowledge& english_of_tests() {
  static const auto loaded = desk::Knowledge::load(
      {.data = "data", .models = "models", .depth = desk::Depth::statements}, OneByOne{});
  static const auto english = loaded.value()->of("en");
  return *english;
}

/// A report of Tidal Post, and the story of it alone.
struct OneReport {
  OneReport(std::string title, std::string text) {
    static desk::ReportReader reader{
        {std::shared_ptr<const desk::LanguageKnowledge>{}, &english_of_tests()}};
    reports::Report report;
    report.id = "r";
    report.outlet = "Tidal Post";
    report.title = std::move(title);
    report.text = std::move(text);
    reports = {reader.read(std::make_shared<const reports::Report>(std::move(report)))};
    story =
        stories::compile_story(reports, *english_of_tests().outlets, *english_of_tests().stories);
  }

  std::vector<statements::ReadReport> reports;
  stories::Story story;
};

}  // namespace factbox::factboxes
