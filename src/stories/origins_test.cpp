#include "stories/origins.h"

#include <gtest/gtest.h>

#include <string>

#include "stories/claim_origins.h"

namespace factbox::stories {
namespace {

const std::string kDispatch =
    "Envoys of the two islands met behind closed doors in the harbour town for a third day, a "
    "mediator said, and will go on talking about the ferry line until a text is agreed. Nobody "
    "would say how far apart they stand, but the two flags were taken down before sunset.";

Carriage report_by(std::string publisher, std::string_view text) {
  static int number = 0;
  return {std::to_string(++number), std::move(publisher), {}, {}, shingle(split_words(text))};
}

/// The name of each report's origin, in order.
std::vector<std::string> names(const Origins& origins) {
  std::vector<std::string> all;
  for (const std::uint32_t index : origins.of_report) {
    all.push_back(origins.origins[index].name);
  }
  return all;
}

using Names = std::vector<std::string>;

TEST(TraceOrigins, ACopyGoesBackToTheEarliest) {
  const std::vector<Carriage> reports = {report_by("Harbour Wire", kDispatch),
                                         report_by("The Bell", "NORTH QUAY - " + kDispatch),
                                         report_by("Islander", "Ferries ran on time all day.")};
  const Origins origins = trace_origins(reports);
  EXPECT_EQ(names(origins), (Names{"Harbour Wire", "Harbour Wire", "Islander"}));
  ASSERT_EQ(origins.edges.size(), 1U);
  EXPECT_EQ(origins.edges[0].report, 1U);
  EXPECT_EQ(origins.edges[0].rests_on, 0U);
  EXPECT_EQ(origins.edges[0].why, OriginEdge::Why::copy);
  EXPECT_EQ(origins.own_work, (std::vector<bool>{true, false, true}));
}

TEST(TraceOrigins, AnAgencyThatIsCreditedIsKeptByName) {
  std::vector<Carriage> reports = {report_by("The Bell", kDispatch),
                                   report_by("Islander", "A ferry was late.")};
  reports[0].credits = "Harbour Wire";
  const Origins origins = trace_origins(reports);
  EXPECT_EQ(names(origins), (Names{"Harbour Wire", "Islander"}));
  EXPECT_EQ(origins.edges[0].why, OriginEdge::Why::credit);
  EXPECT_FALSE(origins.edges[0].rests_on);
}

TEST(TraceOrigins, ALaterCopyTellsWhoseCopyTheEarlierWas) {
  std::vector<Carriage> reports = {report_by("The Bell", kDispatch),
                                   report_by("Islander", kDispatch)};
  reports[1].credits = "Harbour Wire";
  EXPECT_EQ(names(trace_origins(reports)), (Names{"Harbour Wire", "Harbour Wire"}));
}

TEST(TraceOrigins, AnOutletThatOnlyRetellsLeadsFurther) {
  std::vector<Carriage> reports = {report_by("The Bell", "The talks failed, a source said."),
                                   report_by("Islander", "The talks are said to have failed."),
                                   report_by("Gull", "They failed, the Islander reported.")};
  reports[1].retells = "The Bell";
  reports[2].retells = "Islander";
  EXPECT_EQ(names(trace_origins(reports)), (Names{"The Bell", "The Bell", "The Bell"}));
}

TEST(TraceOrigins, TwoThatRetellEachOtherAreNoOrigin) {
  std::vector<Carriage> reports = {report_by("Islander", "The talks failed, the Gull reported."),
                                   report_by("Gull", "They failed, the Islander reported.")};
  reports[0].retells = "Gull";
  reports[1].retells = "Islander";
  const Origins origins = trace_origins(reports);
  ASSERT_EQ(origins.origins.size(), 1U);
  EXPECT_TRUE(origins.origins[0].circular);
}

TEST(TraceOrigins, AnOutletWithWorkOfItsOwnIsAnOriginThoughItRetellsElsewhere) {
  std::vector<Carriage> reports = {report_by("Islander", "Our reporter saw the ferry leave."),
                                   report_by("Islander", "The talks failed, the Gull reported."),
                                   report_by("Gull", "They failed, the Islander reported.")};
  reports[1].retells = "Gull";
  reports[2].retells = "Islander";
  EXPECT_EQ(names(trace_origins(reports)), (Names{"Islander", "Islander", "Islander"}));
}

TEST(TraceOrigins, ReportsOfUnknownOutletsStandAlone) {
  const std::vector<Carriage> reports = {report_by("", "A ferry was late."),
                                         report_by("", "The harbour was closed."),
                                         report_by("", "A ferry was late.")};
  EXPECT_EQ(trace_origins(reports).origins.size(), 3U) << "four words may be anybody's";
}

TEST(IndependentOrigins, AnEchoAddsNothing) {
  const std::vector<Carrier> carriers = {{"Harbour Wire", ""}, {"The Bell", "Harbour Wire"}};
  EXPECT_EQ(independent_origins(carriers), (Names{"Harbour Wire"}));
}

TEST(IndependentOrigins, AnOutletThatIsOnlyNamedCounts) {
  const std::vector<Carrier> carriers = {{"Gull", "The Bell"}, {"Islander", "The Bell"}};
  EXPECT_EQ(independent_origins(carriers), (Names{"The Bell"}));
}

TEST(IndependentOrigins, CircularCitingIsNone) {
  const std::vector<Carrier> carriers = {{"Gull", "Islander"}, {"Islander", "Gull"}};
  EXPECT_TRUE(independent_origins(carriers).empty());
}

TEST(IndependentOrigins, AChainLeadsToItsEnd) {
  const std::vector<Carrier> carriers = {{"Gull", "Islander"}, {"Islander", "The Bell"}};
  EXPECT_EQ(independent_origins(carriers), (Names{"The Bell"}));
}

}  // namespace
}  // namespace factbox::stories
