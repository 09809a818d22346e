// What is kept of read reports is all that a page needs.
#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <string>

#include "codec/read_report.h"
#include "desk/intake.h"
#include "desk/page.h"
#include "desk/pipeline.h"
#include "outputs/analysis_json.h"
#include "outputs/factbox_json.h"

namespace factbox::desk {
namespace {

constexpr const char* kMinilm = "models/all-minilm-l6-v2-0.1.0";
constexpr std::size_t kMostBytesPerByte = 6;

std::shared_ptr<const Knowledge> load(const KnowledgeOrder& order) {
  auto loaded = Knowledge::load(order, OneByOne{});
  EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().what);
  return loaded ? *loaded : nullptr;
}

/// The bundled reports, read once.
const std::vector<statements::ReadReport>& sample() {
  static const auto ours = [] {
    const auto knowledge = load({.data = "data", .models = "models", .depth = Depth::statements});
    Listener nobody;
    auto taken = take_in(
        {.paths = {"samples/talks"}, .reading = {}, .narrowing = {}, .language = std::nullopt},
        knowledge->reading(), nobody);
    return read_all(taken.value().reports, knowledge->of("en"), 2, nobody);
  }();
  return ours;
}

std::vector<statements::ReadReport> kept() {
  std::vector<statements::ReadReport> read;
  for (const auto& one : sample()) {
    auto again = codec::decode(codec::encode(one, stages_of_reading()));
    EXPECT_TRUE(again) << one.report->id << ": " << again.error().what;
    read.push_back(*std::move(again));
  }
  return read;
}

TEST(KeptReports, AreThoseThatWereRead) {
  const auto again = kept();
  ASSERT_GT(again.size(), 10U);
  std::size_t text = 0;
  std::size_t bytes = 0;
  for (std::size_t n = 0; n < again.size(); ++n) {
    const auto& one = sample()[n];
    EXPECT_EQ(*one.report, *again[n].report);
    EXPECT_EQ(one.text.parts(), again[n].text.parts());
    EXPECT_EQ(one.title.parts(), again[n].title.parts());
    EXPECT_EQ(one.mentions, again[n].mentions);
    EXPECT_EQ(one.statements, again[n].statements);
    EXPECT_EQ(one.asides, again[n].asides);
    EXPECT_EQ(one.doubts, again[n].doubts);
    EXPECT_EQ(outputs::analysis_json(one), outputs::analysis_json(again[n]));
    text += one.report->text.size() + one.report->title.size();
    bytes += codec::encode(one, stages_of_reading()).size();
  }
  EXPECT_LT(bytes, text * kMostBytesPerByte) << "bytes for a byte of text";
}

TEST(KeptReports, MakeTheSamePageWithoutTheEngine) {
  const auto tables = load({.data = "data", .minilm = kMinilm, .reads = false});
  ASSERT_NE(tables, nullptr);
  EXPECT_EQ(tables->of("en")->language, nullptr);
  EXPECT_EQ(tables->of("en")->network, nullptr);
  const auto all = load({.data = "data", .models = "models", .minilm = kMinilm});
  std::vector<reports::ReportPtr> reports;
  for (const auto& one : sample()) {
    reports.push_back(one.report);
  }
  Listener nobody;
  for (const char* as_of : {"", "2026-04-15"}) {
    PageOrder order;
    if (const auto moment = read_time(as_of)) {
      order.as_of = *moment;
    }
    const auto fresh = page_of(order, reports, *all, nobody);
    const auto again = page_of_read(order, kept(), *tables, nobody);
    ASSERT_EQ(fresh.has_value(), again.has_value()) << as_of;
    if (fresh) {
      EXPECT_EQ(outputs::write_factbox_json(fresh->page), outputs::write_factbox_json(again->page));
    }
  }
}

TEST(KeptReports, TellThroughWhichStagesTheyCame) {
  const auto bytes = codec::encode(sample()[0], stages_of_reading());
  EXPECT_EQ(codec::stages_of(bytes).value(), stages_of_reading());
}

}  // namespace
}  // namespace factbox::desk
