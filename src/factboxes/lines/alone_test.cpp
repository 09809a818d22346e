#include "factboxes/lines/alone.h"

#include <gtest/gtest.h>

#include <memory>

#include "desk/knowledge.h"
#include "desk/pipeline.h"
#include "stories/compile_story.h"

namespace factbox::factboxes {
namespace {

/// The features of one sentence of a report with this text, and what the weights make of them.
class AloneTest : public ::testing::Test {
 protected:
  void read(const std::string& text) {
    static const auto loaded = desk::Knowledge::load(
        {.data = "data", .models = "models", .depth = desk::Depth::statements}, OneByOne{});
    static const auto english = loaded.value()->of("en");
    static desk::ReportReader reader{
        {std::shared_ptr<const desk::LanguageKnowledge>{}, english.get()}};
    reports::Report report;
    report.id = "r";
    report.outlet = "Tidal Post";
    report.title = "Oster closes its pier";
    report.text = text;
    reports_ = {reader.read(std::make_shared<const reports::Report>(std::move(report)))};
    const auto story = stories::compile_story(reports_, *english->outlets, *english->stories);
    const StoryWords words{story, reports_, english->style};
    features_ = read_alone(reports_[0], Field::text, 1, english->style, words);
    needs_others_ = english->style.alone.likelihood(features_);
  }

  [[nodiscard]] double at(AloneFeature feature) const {
    return features_[static_cast<std::size_t>(feature)];
  }

  std::vector<statements::ReadReport> reports_;
  AloneFeatures features_{};
  double needs_others_ = 0;
};

TEST_F(AloneTest, AsksWhoAndWhich) {
  read("A storm hit Oster. He had the island searched by divers.");
  EXPECT_EQ(at(AloneFeature::pronoun_first), 1);
  EXPECT_EQ(at(AloneFeature::bare_definite), 1);
  EXPECT_EQ(at(AloneFeature::opens_report), 0);
  const auto needs = needs_others_;

  read("A storm hit Oster. Divers from Sund searched the pier of Oster for two days.");
  EXPECT_EQ(at(AloneFeature::pronoun_first), 0);
  EXPECT_EQ(at(AloneFeature::bare_definite), 0) << "a title names the pier";
  EXPECT_EQ(at(AloneFeature::subject_indefinite), 1);
  EXPECT_LT(needs_others_, needs);
}

TEST_F(AloneTest, AsksWhatWasBefore) {
  read("A storm hit Oster. However, such plans were dropped there.");
  EXPECT_EQ(at(AloneFeature::goes_on), 1);
  EXPECT_EQ(at(AloneFeature::points_back), 1);
  EXPECT_EQ(at(AloneFeature::points_there), 1);
  EXPECT_EQ(at(AloneFeature::few_words), 1);
}

TEST_F(AloneTest, KnowsWhatGoesOnFromWhatBegins) {
  read("A storm hit Oster. Divers searched the pier.");
  EXPECT_EQ(at(AloneFeature::goes_on), 0);
  EXPECT_EQ(at(AloneFeature::small_letter), 0);

  read("A storm hit Oster.\n\nand then the divers of Sund searched the pier.");
  EXPECT_EQ(at(AloneFeature::small_letter), 1);
}

/// "It is clear that …" speaks of no thing.
TEST_F(AloneTest, AsksForNoThingBehindAnEmptyIt) {
  read("A storm hit Oster. It is clear that divers of Sund will search the pier.");
  EXPECT_EQ(at(AloneFeature::pronoun_first), 0);
  read("A storm hit Oster. It is the worst of all years.");
  EXPECT_EQ(at(AloneFeature::pronoun_first), 1);
}

/// A name tells which one a thing is.
TEST_F(AloneTest, KnowsAThingByItsName) {
  read("A storm hit Oster. Divers searched the Halvik bridge.");
  EXPECT_EQ(at(AloneFeature::definite_noun), 0);
  read("A storm hit Oster. Divers searched the wooden bridge.");
  EXPECT_EQ(at(AloneFeature::definite_noun), 1);
}

TEST_F(AloneTest, AsksWhoSomebodyIs) {
  read("A storm hit Oster. Petra Lomm, who drove the bus, left Halvik.");
  EXPECT_EQ(at(AloneFeature::name_without_role), 0);
  read("A storm hit Oster. Petra Lomm left Halvik.");
  EXPECT_EQ(at(AloneFeature::name_without_role), 1);
}

}  // namespace
}  // namespace factbox::factboxes
