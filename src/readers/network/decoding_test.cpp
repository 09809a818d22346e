#include "readers/network/decoding.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace factbox::readers {
namespace {

using language::TokenRange;

/// A letter a token: "." is surely none, "b" and "i" surely the first part and the second.
std::vector<Likelihoods> sure(std::string_view letters) {
  std::vector<Likelihoods> likely;
  for (const char letter : letters) {
    likely.push_back(
        {letter == '.' ? 0.9F : 0.05F, letter == 'b' ? 0.9F : 0.05F, letter == 'i' ? 0.9F : 0.05F});
  }
  return likely;
}

TEST(Decoding, ACueGoesOnAsLongAsTokensAreInside) {
  EXPECT_EQ(find_cues(sure("..bii.bb.i"), 0.4), (std::vector<TokenRange>{{2, 5}, {6, 7}, {7, 8}}));
  EXPECT_TRUE(find_cues({}, 0.4).empty());
}

TEST(Decoding, ACueMayBeLessLikelyThanNone) {
  EXPECT_EQ(find_cues(std::vector<Likelihoods>{{0.55F, 0.45F, 0.0F}}, 0.4).size(), 1U);
  EXPECT_TRUE(find_cues(std::vector<Likelihoods>{{0.65F, 0.35F, 0.0F}}, 0.4).empty());
  // Begins or inside: together likely enough.
  EXPECT_EQ(find_cues(std::vector<Likelihoods>{{0.5F, 0.3F, 0.2F}}, 0.4).size(), 1U);
  EXPECT_TRUE(find_cues(std::vector<Likelihoods>{{0.5F, 0.2F, 0.3F}}, 0.4).empty());
}

TEST(Decoding, KeepsTheLikeliestOfTooManyCues) {
  std::vector<Likelihoods> likely(1000, Likelihoods{0.5F, 0.5F, 0.0F});
  likely[700] = {0.1F, 0.9F, 0.0F};
  const auto cues = find_cues(likely, 0.4);
  ASSERT_EQ(cues.size(), 16U + 1000 / 8);
  EXPECT_EQ(cues.back(), (TokenRange{700, 701}));
  EXPECT_EQ(cues.front(), (TokenRange{0, 1}));
}

TEST(Decoding, MendsSmallGapsInAContent) {
  const auto parts = find_parts(sure("bb.ii.i..i...i"), {10, 24});
  EXPECT_EQ(parts.source, (std::vector<TokenRange>{{10, 12}}));
  EXPECT_EQ(parts.content, (std::vector<TokenRange>{{13, 20}, {23, 24}}));
  EXPECT_NEAR(parts.content_likelihood, 0.9, 1e-6);
}

TEST(Decoding, TakesWhatIsNearlyAsLikelyAsNone) {
  const std::vector<Likelihoods> likely{{0.55F, 0.3F, 0.15F},   // a source
                                        {0.75F, 0.25F, 0.0F},   // none
                                        {0.55F, 0.05F, 0.4F},   // content
                                        {0.65F, 0.0F, 0.35F}};  // none
  const auto parts = find_parts(likely, {0, 4});
  EXPECT_EQ(parts.source, (std::vector<TokenRange>{{0, 1}}));
  EXPECT_EQ(parts.content, (std::vector<TokenRange>{{2, 3}}));
}

TEST(Decoding, ASourceInsideAGapStays) {
  const auto parts = find_parts(sure("ib.i"), {0, 4});
  EXPECT_EQ(parts.source, (std::vector<TokenRange>{{1, 2}}));
  EXPECT_EQ(parts.content, (std::vector<TokenRange>{{0, 1}, {2, 4}}));
}

TEST(Decoding, NothingIsNoContent) {
  const auto parts = find_parts(sure("bb.."), {0, 4});
  EXPECT_TRUE(parts.content.empty());
  EXPECT_EQ(parts.content_likelihood, 0);
}

}  // namespace
}  // namespace factbox::readers
