#include "stories/story_stream.h"

#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "stories/story_search.h"

namespace factbox::stories {
namespace {

std::shared_ptr<const Lexicon> lexicon() {
  static const auto ours = [] {
    Lexicon words = Lexicon::load("data/en").value();
    words.add_names(Table::read("name\taliases\nNorthern Isles\tNI|Norther|Northers\n", "names.tsv",
                                {"name", "aliases"})
                        .value(),
                    {1});
    return std::make_shared<const Lexicon>(std::move(words));
  }();
  return ours;
}

reports::ReportPtr report_of(std::string title, std::string text, const std::string& day = {}) {
  auto report = std::make_shared<reports::Report>();
  report->id = title + day;
  report->title = std::move(title);
  report->text = std::move(text);
  if (!day.empty()) {
    report->published = day;
    report->published_at = read_time(day).value();
  }
  return report;
}

/// Two stories about the same two states and the same two ministers.
std::vector<reports::ReportPtr> neighbours() {
  return {
      report_of(
          "Ferry talks open in Quay Town",
          "Envoys of Arland and Borland opened talks on the ferry line in Quay Town, Minister "
          "Hale said. Minister Ostrow called the ferry timetable the hardest question.",
          "2026-03-01"),
      report_of("Lighthouse fire kills two",
                "A fire in the lighthouse on the border of Arland and Borland killed two keepers. "
                "Minister Hale and Minister Ostrow promised an inquiry into the blaze.",
                "2026-03-01"),
      report_of("No deal yet on ferry line",
                "The second round of ferry talks between Arland and Borland ended without a "
                "timetable, Minister Ostrow said in Quay Town. Envoys meet again on Friday.",
                "2026-03-03"),
      report_of("Inquiry begins into lighthouse blaze",
                "Investigators from Arland and Borland began to question keepers of the lighthouse "
                "after the fire. Minister Hale said that the inquiry would take weeks.",
                "2026-03-04"),
      report_of("Envoys agree on ferry timetable",
                "Talks in Quay Town brought a ferry timetable, envoys of Borland and Arland said. "
                "Minister Hale will sign for the ferry line on Monday.",
                "2026-03-07"),
      report_of("Keepers warned of lighthouse fire",
                "Keepers had warned of a fire in the lighthouse, the inquiry of Arland and Borland "
                "heard. Minister Ostrow called the blaze avoidable.",
                "2026-03-08"),
  };
}

std::vector<std::uint32_t> placed(const std::vector<reports::ReportPtr>& reports) {
  StoryStream stream{lexicon()};
  std::vector<std::uint32_t> stories;
  stories.reserve(reports.size());
  for (const auto& report : reports) {
    stories.push_back(stream.place(*report).story);
  }
  return stories;
}

TEST(StoryStream, KeepsNeighboursWithTheSameNamesApart) {
  EXPECT_EQ(placed(neighbours()), (std::vector<std::uint32_t>{0, 1, 0, 1, 0, 1}));
}

TEST(StoryStream, AStoryKnowsItsReportsTimesAndHeadline) {
  StoryStream stream{lexicon()};
  for (const auto& report : neighbours()) {
    (void)stream.place(*report);
  }
  ASSERT_EQ(stream.stories().size(), 2U);
  const RunningStory& ferry = stream.stories()[0];
  EXPECT_EQ(ferry.reports, (std::vector<std::uint32_t>{0, 2, 4}));
  EXPECT_EQ(to_iso_day(*ferry.first), "2026-03-01");
  EXPECT_EQ(to_iso_day(*ferry.last), "2026-03-07");
  EXPECT_NE(ferry.title.find("erry"), std::string::npos);
  StoryStream begun{lexicon()};
  (void)begun.place(*neighbours()[0]);
  EXPECT_EQ(begun.stories()[0].id, ferry.id) << "the id stays when others join";
}

TEST(StoryStream, TheSameWordsYearsLaterAreAnotherStory) {
  auto reports = neighbours();
  auto later = std::make_shared<reports::Report>(*reports[2]);
  later->text += " Snow fell on the pier.";
  later->published_at = read_time("2029-03-01").value();
  reports.push_back(later);
  StreamOptions no_copies;
  no_copies.copies.shared = 1000;
  StoryStream stream{lexicon(), no_copies};
  for (const auto& report : reports) {
    (void)stream.place(*report);
  }
  EXPECT_EQ(stream.placements().back().story, 2U);
}

TEST(StoryStream, UndatedReportsAreJoinedByWordsAlone) {
  auto reports = neighbours();
  for (auto& report : reports) {
    auto undated = std::make_shared<reports::Report>(*report);
    undated->published_at.reset();
    report = undated;
  }
  EXPECT_EQ(placed(reports), (std::vector<std::uint32_t>{0, 1, 0, 1, 0, 1}));
  EXPECT_FALSE([&] {
    StoryStream stream{lexicon()};
    (void)stream.place(*reports[0]);
    return stream.stories()[0].first.has_value();
  }());
}

TEST(StoryStream, HeadlinesAloneAreReports) {
  EXPECT_EQ(placed({report_of("Ferry talks open in Quay Town", ""),
                    report_of("Two die in lighthouse fire", ""),
                    report_of("Ferry talks stall in Quay Town", ""),
                    report_of("Lighthouse fire: two dead", "")}),
            (std::vector<std::uint32_t>{0, 1, 0, 1}));
}

TEST(StoryStream, ACopyHasItsOriginAndItsStory) {
  const auto reports = neighbours();
  StoryStream stream{lexicon()};
  for (const auto& report : reports) {
    (void)stream.place(*report);
  }
  const Placement copy =
      stream.place(*report_of("Ministers speak", "QUAY TOWN - " + reports[4]->text, "2026-03-08"));
  EXPECT_EQ(copy.origin, 4U);
  EXPECT_EQ(copy.story, 0U);
}

TEST(StoryStream, EmptyReportsAndOneWordManyTimesDoNoHarm) {
  StoryStream stream{lexicon()};
  (void)stream.place(*report_of("", ""));
  (void)stream.place(*report_of("the of and", "... !!!"));
  std::string repeated;
  for (int i = 0; i < 100000; ++i) {
    repeated += "drone ";
  }
  (void)stream.place(*report_of("", repeated));
  EXPECT_EQ(stream.placements().size(), 3U);
}

/// Reports drawn from many made-up stories; each story has words of its own.
std::vector<reports::ReportPtr> made_up(std::size_t stories, std::size_t reports_each) {
  std::mt19937 random{5};
  std::vector<reports::ReportPtr> reports;
  for (std::size_t i = 0; i < stories * reports_each; ++i) {
    const std::string story = std::to_string(random() % stories);
    std::string text;
    for (int k = 0; k < 60; ++k) {
      text += random() % 2 == 0 ? "topic" + story + "x" + std::to_string(random() % 12)
                                : "common" + std::to_string(random() % 2000);
      text += ' ';
    }
    reports.push_back(report_of("Report " + std::to_string(i), text));
  }
  return reports;
}

TEST(StoryStream, FindsManyStoriesAgain) {
  const auto reports = made_up(60, 8);
  StoryStream stream{lexicon()};
  for (const auto& report : reports) {
    (void)stream.place(*report);
  }
  EXPECT_GE(stream.stories().size(), 55U);
  EXPECT_LE(stream.stories().size(), 100U);
}

TEST(StoryStream, FiveHundredCopiesOfOneAreOneStoryOfOneOrigin) {
  StoryStream stream{lexicon()};
  const auto reports = neighbours();
  for (int i = 0; i < 500; ++i) {
    auto copy = std::make_shared<reports::Report>(*reports[0]);
    copy->id += std::to_string(i);
    copy->outlet = "Outlet " + std::to_string(i % 7);
    (void)stream.place(*copy);
  }
  (void)stream.place(*reports[1]);
  EXPECT_EQ(stream.stories()[0].reports.size(), 500U);
  EXPECT_EQ(stream.placements()[499].origin, 0U);
  EXPECT_EQ(stream.placements()[500].story, 1U);
  EXPECT_TRUE(stream.events().empty());
}

TEST(StoryStream, GoesOnWhereItsMemoryWasKept) {
  const auto reports = made_up(20, 12);
  StoryStream whole{lexicon()};
  StoryStream first{lexicon()};
  StoryStream second{lexicon()};
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (i == reports.size() / 2) {
      ASSERT_TRUE(second.restore(first.snapshot()));
      EXPECT_EQ(second.snapshot(), first.snapshot());
    }
    (void)whole.place(*reports[i]);
    (void)(i < reports.size() / 2 ? first : second).place(*reports[i]);
  }
  ASSERT_EQ(second.stories().size(), whole.stories().size());
  for (std::size_t i = 0; i < whole.stories().size(); ++i) {
    EXPECT_EQ(second.stories()[i].id, whole.stories()[i].id);
    EXPECT_EQ(second.stories()[i].reports, whole.stories()[i].reports);
  }
  EXPECT_EQ(second.snapshot(), whole.snapshot());
}

TEST(StoryStream, RefusesWhatIsNoMemoryOfIt) {
  StoryStream stream{lexicon()};
  for (const auto& report : neighbours()) {
    (void)stream.place(*report);
  }
  const std::string bytes = stream.snapshot();
  EXPECT_FALSE(stream.restore(""));
  EXPECT_FALSE(stream.restore(std::string_view{bytes}.substr(0, bytes.size() - 1)));
  std::string altered = bytes;
  altered[altered.size() / 2] = static_cast<char>(altered[altered.size() / 2] ^ 1);
  EXPECT_FALSE(stream.restore(altered));
  EXPECT_EQ(stream.snapshot(), bytes) << "and stays as it was";
}

TEST(StoryStream, ForgetsStoriesThatAreOver) {
  StoryStream stream{lexicon()};
  const auto reports = neighbours();
  (void)stream.place(*reports[0]);
  (void)stream.place(*reports[1]);
  (void)stream.place(*reports[3]);
  const std::size_t bytes = stream.snapshot().size();
  stream.forget(read_time("2026-03-03").value().first, 0);
  EXPECT_LT(stream.snapshot().size(), bytes);
  EXPECT_EQ(stream.stories()[0].reports.size(), 1U) << "what was told stays told";
  EXPECT_EQ(stream.place(*reports[2]).story, 2U) << "the ferry talks were forgotten";
  EXPECT_EQ(stream.place(*reports[5]).story, 1U);
}

TEST(FindStory, TakesTheStoryThatHoldsTheWords) {
  const auto reports = neighbours();
  StoryStream stream{lexicon()};
  for (const auto& report : reports) {
    (void)stream.place(*report);
  }
  const auto find = [&](std::string_view words) {
    return find_story(words, stream.stories(), reports, lexicon());
  };
  EXPECT_EQ(find("ferry talks").taken, 0U);
  EXPECT_EQ(find("the lighthouse fires").taken, 1U) << "by stem, without function words";
  EXPECT_EQ(find("talking ferries").taken, 0U);
  EXPECT_EQ(find(stream.stories()[1].id).taken, 1U) << "an id that exists wins";
  const StorySearch half = find("lighthouse strike vote");
  EXPECT_FALSE(half.taken) << "one word of three is too little";
  ASSERT_EQ(half.nearest.size(), 1U);
  EXPECT_EQ(half.nearest[0].story, 1U);
  EXPECT_TRUE(find("submarine").nearest.empty());
  EXPECT_TRUE(find("").nearest.empty());
  EXPECT_TRUE(find("the").nearest.empty());
}

/// One event told of where it struck and of its victims, a long story around it, and another.
std::vector<reports::ReportPtr> cut_in_two() {
  return {
      report_of("Avalanche buries Kolm valley hotel",
                "An avalanche buried the Hotel Firn in the Kolm valley. Rescuers dug through snow.",
                "2031-02-03"),
      report_of("Rescuers search Hotel Firn after Kolm avalanche",
                "Rescuers searched the Hotel Firn in the Kolm valley after the avalanche.",
                "2031-02-04"),
      report_of("Choir mourns eleven singers lost in Kolm avalanche",
                "The choir of Sankt Orban lost eleven singers, families said at a mass in the "
                "cathedral of the city. The avalanche came while they slept.",
                "2031-02-05"),
      report_of("Hotel prices rise in the Kolm valley",
                "Guests pay more for a room in the Kolm valley this winter, a survey found.",
                "2030-11-20")};
}

TEST(FindStory, TakesReportsOfOneEventFromTheStoriesThatItWasCutInto) {
  const auto reports = cut_in_two();
  const std::vector<RunningStory> stories = {
      {"a", "Avalanche", {0, 1}, reports[0]->published_at->first, reports[1]->published_at->first},
      {"b", "Choir", {2}, reports[2]->published_at->first, reports[2]->published_at->first},
      {"c", "Prices", {3}, reports[3]->published_at->first, reports[3]->published_at->first}};
  const auto search = find_story("Kolm avalanche", stories, reports, lexicon());
  EXPECT_EQ(search.taken, 0U);
  EXPECT_EQ(search.reports, (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST(FindStory, TakesNoReportOfAnotherWinterOrWithoutOneOfTheWords) {
  auto reports = cut_in_two();
  reports[2] = report_of("Choir mourns eleven singers lost in Kolm avalanche",
                         "The avalanche came while they slept.", "2029-02-05");
  reports.push_back(report_of("Avalanche, avalanche, avalanche",
                              "An avalanche closed the road to Sund: an avalanche of mud.",
                              "2031-02-04"));
  const auto day = [&](std::size_t report) { return reports[report]->published_at->first; };
  const std::vector<RunningStory> stories = {{"a", "Avalanche", {0, 1}, day(0), day(1)},
                                             {"b", "Choir", {2}, day(2), day(2)},
                                             {"c", "Prices", {3}, day(3), day(3)},
                                             {"d", "Mud", {4}, day(4), day(4)}};
  const auto search = find_story("Kolm avalanche", stories, reports, lexicon());
  EXPECT_EQ(search.taken, 0U);
  EXPECT_EQ(search.reports, (std::vector<std::uint32_t>{0, 1}));
}

TEST(FindStory, FollowsToTheNextRoundAndNotToTheMatch) {
  const std::vector<reports::ReportPtr> reports = {
      report_of("Kalvania and Tarsenia open ferry talks in Lisport",
                "Envoys of Kalvania and Tarsenia opened talks on the ferry line in Lisport.",
                "2031-03-01"),
      report_of("Ferry talks of Kalvania and Tarsenia end in Lisport",
                "The talks of the envoys of Kalvania and Tarsenia on the ferry line ended.",
                "2031-03-03"),
      report_of("Envoys name Brenna for next round",
                "Envoys of Kalvania and Tarsenia will hold the next talks on the ferry line in "
                "Brenna, the capital.",
                "2031-03-05"),
      report_of("Next round of talks in Brenna put off",
                "Kalvania and Tarsenia put off the talks on the ferry line, envoys in Brenna said.",
                "2031-03-09"),
      report_of("Coach talks of a hard match",
                "The coach rested his goalkeeper and two strikers before the cup match of Kalvania "
                "against Tarsenia, with a penalty shootout in mind.",
                "2031-03-03")};
  const auto day = [&](std::size_t report) { return reports[report]->published_at->first; };
  const std::vector<RunningStory> stories = {{"a", "Talks", {0, 1}, day(0), day(1)},
                                             {"b", "Next round", {2, 3}, day(2), day(3)},
                                             {"c", "Match", {4}, day(4), day(4)}};
  const auto search = find_story("Kalvania Tarsenia ferry talks", stories, reports, lexicon());
  EXPECT_EQ(search.taken, 0U);
  EXPECT_EQ(search.reports, (std::vector<std::uint32_t>{0, 1, 2, 3}));
}

TEST(StoryStream, KeepsManyCopiesInOneStoryOfOneOrigin) {
  StoryStream stream{lexicon()};
  const auto dispatch = report_of(
      "Ferry talks open in Lisport",
      "Envoys of Kalvania and Tarsenia opened talks on the ferry line in Lisport on Monday "
      "after a winter in which the harbor had been closed to ships of both countries.",
      "2031-03-01");
  for (int copy = 0; copy < 500; ++copy) {
    (void)stream.place(*dispatch);
  }
  EXPECT_EQ(stream.placements().back().story, stream.placements().front().story);
  EXPECT_EQ(stream.placements().back().origin, 0U);
  EXPECT_TRUE(stream.events().empty());
}

TEST(FindStory, LeavesOutWhatTheWordsDontMean) {
  const auto reports = cut_in_two();
  const std::vector<RunningStory> one = {{"a", "Kolm", {0, 1, 2, 3}, {}, {}}};
  const auto search = find_story("Kolm avalanche", one, reports, lexicon());
  EXPECT_EQ(search.reports, (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_EQ(find_story("a", one, reports, lexicon()).reports.size(), 4U) << "by its id the whole";
}

TEST(FindStory, KnowsNamesByAnyOfTheirForms) {
  const std::vector<reports::ReportPtr> reports = {
      report_of("Norther envoys leave", "Envoys left the table."),
      report_of("Harvest festival begins", "Bands played in the rain.")};
  StoryStream stream{lexicon()};
  for (const auto& report : reports) {
    (void)stream.place(*report);
  }
  const auto find = [&](std::string_view words) {
    return find_story(words, stream.stories(), reports, lexicon()).taken;
  };
  EXPECT_EQ(find("northern isles leaving"), 0U);
  EXPECT_EQ(find("ni envoys"), 0U);
}

TEST(Lexicon, JoinsIrregularFormsAndKnowsFunctionWords) {
  EXPECT_EQ(lexicon()->base_of("shot"), "shoot");
  EXPECT_EQ(lexicon()->base_of("ferry"), "ferry");
  EXPECT_TRUE(lexicon()->is_function_word("the"));
  EXPECT_FALSE(lexicon()->is_function_word("ferry"));
  EXPECT_EQ(Lexicon::load("no/such/folder").error().kind, ErrorKind::unavailable);
}

}  // namespace
}  // namespace factbox::stories
