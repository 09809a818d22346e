#include "factboxes/lines/alone.h"

#include <gtest/gtest.h>

#include "factboxes/one_report_test.h"

namespace factbox::factboxes {
namespace {

/// The features of one sentence of a report with this text, and what the weights make of them.
class AloneTest : public ::testing::Test {
 protected:
  void read(const std::string& text) {
    const OneReport one("Oster closes its pier", text);
    const auto& style = english_of_tests().style;
    const StoryWords words{one.story, one.reports, style};
    features_ = read_alone(one.reports[0], Field::text, 1, style, words);
    needs_others_ = style.alone.likelihood(features_);
  }

  [[nodiscard]] double at(AloneFeature feature) const {
    return features_[static_cast<std::size_t>(feature)];
  }

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
