#include <gtest/gtest.h>

#include <array>

#include "case_runner/compare.h"
#include "case_runner/unless.h"
#include "case_runner/update.h"

namespace factbox::cases {
namespace {

constexpr std::string_view kFile = R"(# A comment.

=== A minister speaks
report Kyodo, 2026-04-12 08:30 UTC
title
    The minister speaks
    The minister of Oman said that the
    minister would go.

expect statement
    says     "the minister would go"
    by       "The minister of Oman" as role

=== Nothing
report Kyodo
    Nothing here.

    A second paragraph.

known failure: the words are too few
expect no statement
    unless   "Nothing here" reads "The minister left"
)";

FoundValue words(const Case& of, std::string_view quoted, std::string as = {}) {
  const auto at = of.reports[0].text.find(quoted);
  EXPECT_NE(at, std::string::npos);
  const ByteRange range{static_cast<std::uint32_t>(at),
                        static_cast<std::uint32_t>(at + quoted.size())};
  return {Place{0, {Field::text, range}}, {}, std::move(as), {}};
}

std::vector<FoundBlock> nothing(const CaseWorld& /*world*/) {
  return {};
}

constexpr std::array<std::string_view, 2> kChain{"by", "via"};
constexpr Kind kStatement{"statement", &nothing, kChain};

Case minister(std::string_view expect) {
  const std::string file =
      "=== One\nreport Kyodo\n    The minister said he would go, said the minister.\n" +
      std::string{expect};
  auto cases = read_cases(file);
  EXPECT_TRUE(cases) << (cases ? "" : cases.error().what);
  return cases ? cases->front() : Case{};
}

TEST(CaseFile, ReadsReportsTitlesAndParagraphs) {
  const auto cases = read_cases(kFile);
  ASSERT_TRUE(cases) << cases.error().what;
  ASSERT_EQ(cases->size(), 2U);
  const Case& first = cases->front();
  EXPECT_EQ(first.name, "A minister speaks");
  EXPECT_EQ(first.reports[0].outlet, "Kyodo");
  EXPECT_EQ(first.reports[0].published, "2026-04-12 08:30 UTC");
  EXPECT_EQ(first.reports[0].title,
            "The minister speaks The minister of Oman said that the minister would go.");
  EXPECT_EQ(first.expectations[0].fields[1].values[0].as, "role");
  const Case& second = cases->back();
  EXPECT_EQ(second.reports[0].text, "Nothing here.\n\nA second paragraph.");
  EXPECT_EQ(second.known_failure, "the words are too few");
  EXPECT_EQ(second.expectations[0].sense, Expectation::Sense::none);
  ASSERT_EQ(second.expectations[0].unless.size(), 1U);
  EXPECT_EQ(second.expectations[0].unless[0].reads, "The minister left");
  EXPECT_EQ(second.expectations[0].unless[0].line, 22U);
}

TEST(CaseFile, KeepsFilesLineByLine) {
  const auto cases = read_cases(
      "=== One\nfile page.html\n    <p>\n      one,\n\n    \n    two\n\nexpect report\n    title "
      "a\n");
  ASSERT_TRUE(cases);
  ASSERT_EQ(cases->front().files.size(), 1U);
  EXPECT_EQ(cases->front().files[0].name, "page.html");
  EXPECT_EQ(cases->front().files[0].content, "<p>\n  one,\n\n\ntwo\n");
}

TEST(CaseFile, SaysWhichLineCannotBeRead) {
  const auto stray = read_cases("=== One\nreport Kyodo\n    Words.\nexpects statement\n");
  ASSERT_FALSE(stray);
  EXPECT_NE(stray.error().what.find("line 4"), std::string::npos) << stray.error().what;
  EXPECT_FALSE(read_cases("report Kyodo\n"));
  EXPECT_FALSE(read_cases("=== One\n    words of no report\n"));
  EXPECT_FALSE(read_cases("=== One\nreport K\n    W.\nexpect statement\n    says \"W\n"));
  EXPECT_FALSE(read_cases("=== One\nreport K\n    W.\nexpect statement\n    says\n"));
}

TEST(CaseFile, RefusesWhatWouldPassForAnyReason) {
  const std::string report = "=== One\nreport K\n    W is w.\n\n";
  const auto vague = read_cases(report + "expect no statement\n");
  ASSERT_FALSE(vague);
  EXPECT_NE(vague.error().what.find("line 5"), std::string::npos) << vague.error().what;
  EXPECT_TRUE(read_cases(report + "expect no statement\n    by W\n"));
  EXPECT_TRUE(read_cases(report + "expect no statement\n    unless \"W\" reads \"He\"\n"));
  EXPECT_FALSE(read_cases(report + "expect no statement\n    unless \"W\" \"He\"\n"));
  EXPECT_FALSE(read_cases(report + "expect statement\n    unless \"W\" reads \"He\"\n"));
  EXPECT_FALSE(read_cases(report + "expect no other statement\n"));
  EXPECT_TRUE(read_cases(report + "expect statement\n    by W\n\nexpect no other statement\n"));
}

TEST(Unless, ReplacesTheWordsThatAreMeant) {
  const Case one = minister("expect statement\n    by \"The minister\"\n");
  const auto twin = twin_of(one, {"he would", 0, "she would", 1});
  ASSERT_TRUE(twin);
  EXPECT_EQ(twin->reports[0].text, "The minister said she would go, said the minister.");
  EXPECT_FALSE(twin_of(one, {"said", 0, "told", 1})) << "they stand there twice";
  const auto second = twin_of(one, {"said", 2, "told", 1});
  ASSERT_TRUE(second);
  EXPECT_EQ(second->reports[0].text, "The minister said he would go, told the minister.");
  EXPECT_FALSE(twin_of(one, {"said", 3, "told", 1}));
  EXPECT_FALSE(twin_of(one, {"nobody", 0, "told", 1}));
}

TEST(Unless, HoldsWhereSomethingIsAsTheFieldsSay) {
  const Case one = minister("expect no statement\n    says \"he would go\"\n");
  const Expectation& no = one.expectations[0];
  EXPECT_FALSE(holds(no, one, kStatement, {}));
  EXPECT_FALSE(holds(no, one, kStatement, {{{{"says", {words(one, "go")}}}}}));
  EXPECT_TRUE(holds(no, one, kStatement, {{{{"says", {words(one, "he would go")}}}}}));
}

TEST(CaseFile, ReadsEveryKindOfValueAndWritesItBack) {
  for (const char* line :
       {R"("on Sunday" = 2026-04-12)", R"("the talks"[2] as role)", R"(AP "the \"deal\" is off")",
        "nobody", "= 2026-04-12", R"("one\n\ntwo")"}) {
    const auto values = read_values(line);
    ASSERT_TRUE(values) << line;
    ASSERT_EQ(values->size(), 1U) << line;
    EXPECT_EQ(written(values->front()), line);
  }
  const auto list = read_values("AP, Daily Star");
  ASSERT_TRUE(list);
  ASSERT_EQ(list->size(), 2U);
  EXPECT_EQ((*list)[1].words, "Daily Star");
  const auto mixed = read_values(R"(nobody, "reportedly")");
  ASSERT_TRUE(mixed);
  EXPECT_EQ((*mixed)[0].words, "nobody");
  EXPECT_TRUE((*mixed)[1].quoted);
}

TEST(Compare, WordsStandAtTheEdgesOfWordsOnly) {
  const Case one = minister("");
  EXPECT_TRUE(place_of({.outlet = {}, .quoted = true, .words = "he", .as = {}, .equals = {}}, one));
  EXPECT_FALSE(
      place_of({.outlet = {}, .quoted = true, .words = "said", .as = {}, .equals = {}}, one));
  const auto second = place_of(
      {.outlet = {}, .quoted = true, .words = "said", .nth = 2, .as = {}, .equals = {}}, one);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->passage.range.begin, 31U);
}

TEST(Compare, MeetsWhatIsFoundAndNothingElse) {
  const Case one = minister(
      "expect statement\n    says \"he would go\"\n    by \"The minister\"\n"
      "expect no other statement\n");
  const FoundBlock right{
      {{"says", {words(one, "he would go")}}, {"by", {words(one, "The minister")}}}};
  EXPECT_TRUE(compare(one, kStatement, {right})[0].met);
  EXPECT_TRUE(compare(one, kStatement, {right})[1].met);
  EXPECT_FALSE(compare(one, kStatement, {})[0].met);

  FoundBlock named = right;
  named.fields[1].values[0].as = "role";
  EXPECT_FALSE(compare(one, kStatement, {named})[0].met);
  FoundBlock relayed = right;
  relayed.fields.push_back({"via", {words(one, "the minister")}});
  EXPECT_FALSE(compare(one, kStatement, {relayed})[0].met) << "a chain is compared as a whole";
  FoundBlock timed = right;
  timed.fields.push_back({"when", {words(one, "go")}});
  EXPECT_TRUE(compare(one, kStatement, {timed})[0].met) << "what isn't asked isn't compared";
  EXPECT_FALSE(compare(one, kStatement, {right, timed})[1].met) << "there is another";
}

TEST(Compare, DeniesByFields) {
  const Case one = minister("expect no statement\n    says \"he would go\"\n");
  EXPECT_TRUE(compare(one, kStatement, {})[0].met);
  EXPECT_FALSE(compare(one, kStatement, {{{{"says", {words(one, "he would go")}}}}})[0].met);
  EXPECT_TRUE(compare(one, kStatement, {{{{"says", {words(one, "go")}}}}})[0].met);
}

TEST(Compare, ShowsBothSides) {
  const Case one = minister("expect statement\n    says \"he would go\"\n");
  const std::vector<FoundBlock> found{{{{"says", {words(one, "go")}}}}};
  const auto outcomes = compare(one, kStatement, found);
  const std::string shown = side_by_side(outcomes[0], one);
  EXPECT_NE(shown.find("* says"), std::string::npos) << shown;
  EXPECT_NE(shown.find("\"he would go\""), std::string::npos) << shown;
  EXPECT_NE(shown.find("\"go\""), std::string::npos) << shown;
}

TEST(Update, KeepsTheChoiceOfFields) {
  const std::string file =
      "=== One\nreport Kyodo\n    The minister said he would go.\nexpect statement\n"
      "    says \"go\"\n\n=== Two\nreport Kyodo\n    Words.\n";
  const auto cases = read_cases(file);
  ASSERT_TRUE(cases);
  const Case& one = cases->front();
  const std::vector<FoundBlock> found{
      {{{"says", {words(one, "he would go")}}, {"mood", {{{}, "planned", {}, {}}}}}}};
  const auto outcomes = compare(one, kStatement, found);
  ASSERT_FALSE(outcomes[0].met);
  EXPECT_EQ(rewritten(file, {rewrite(outcomes[0], one, found, kStatement)}),
            "=== One\nreport Kyodo\n    The minister said he would go.\nexpect statement\n"
            "    says     \"he would go\"\n\n=== Two\nreport Kyodo\n    Words.\n");
  EXPECT_EQ(rewritten(file, {rewrite(outcomes[0], one, {}, kStatement)}),
            "=== One\nreport Kyodo\n    The minister said he would go.\nexpect no statement\n"
            "    unless   \"…\" reads \"…\"\n\n=== Two\nreport Kyodo\n    Words.\n");
}

}  // namespace
}  // namespace factbox::cases
