#include "readers/trained/weights_file.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <string>
#include <vector>

namespace factbox::readers {
namespace {

std::string file_of(const std::string& header, const std::string& data) {
  std::string bytes(8, '\0');
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<char>(header.size() >> 8 * i & 0xFFU);
  }
  return bytes + header + data;
}

std::string refusal(std::string bytes) {
  const auto file = WeightsFile::read(std::move(bytes), "w.safetensors");
  return file ? "" : file.error().what;
}

void expect_refused(std::string bytes, std::string_view why) {
  EXPECT_NE(refusal(std::move(bytes)).find(why), std::string::npos) << "expected: " << why;
}

TEST(WeightsFile, ReadsNumbersByName) {
  const std::string header = R"({"__metadata__":{"about":"x"},)"
                             R"("a":{"dtype":"F16","shape":[2,1],"data_offsets":[0,4]},)"
                             R"("b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})";
  std::string data{"\x00\x3C\x00\xC0", 4};  // 1, -2
  const float number = 0.1F;
  data.append(reinterpret_cast<const char*>(&number), 4);
  const auto file = WeightsFile::read(file_of(header, data), "w");
  ASSERT_TRUE(file) << file.error().what;
  EXPECT_EQ(file->note("about"), "x");
  EXPECT_EQ(file->note("else"), "");
  const std::size_t two_by_one[] = {2, 1};
  const std::size_t one[] = {1};
  EXPECT_EQ(file->numbers("a", two_by_one).value(), (std::vector<float>{1.0F, -2.0F}));
  EXPECT_EQ(file->numbers("b", one).value(), (std::vector<float>{0.1F}));
  const auto other_shape = file->numbers("a", one);
  ASSERT_FALSE(other_shape);
  EXPECT_NE(other_shape.error().what.find("\"a\" has the shape [2, 1], expected is [1]"),
            std::string::npos)
      << other_shape.error().what;
  EXPECT_NE(file->numbers("c", one).error().what.find("no tensor \"c\""), std::string::npos);
}

TEST(WeightsFile, RefusesWhatIsNoSuchFile) {
  expect_refused("", "cut short");
  expect_refused("short", "cut short");
  expect_refused(std::string(100, '\xFF'), "no safetensors file");
  expect_refused(file_of("{}", "").substr(0, 9), "cut short");
  expect_refused(file_of("[1]", ""), "no JSON object");
  expect_refused(file_of("{\"a\":", ""), "no JSON object");
  expect_refused(file_of(std::string(100'000, '['), ""), "no JSON object");
  expect_refused(file_of(R"({"a":1})", ""), "\"a\" is no object");
  EXPECT_EQ(refusal(file_of("{}", "")), "");
}

TEST(WeightsFile, RefusesTensorsThatDontFit) {
  const auto tensor = [](const std::string& type, const std::string& shape,
                         const std::string& offsets) {
    return file_of(R"({"a":{"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":)" +
                       offsets + "}}",
                   std::string(8, '\0'));
  };
  EXPECT_EQ(refusal(tensor("F16", "[4]", "[0,8]")), "");
  expect_refused(tensor("F16", "[4]", "[0,9]"), "outside");
  expect_refused(tensor("F16", "[4]", "[8,0]"), "outside");
  expect_refused(tensor("F16", "[4]", "[0,18446744073709551615]"), "outside");
  expect_refused(tensor("F16", "[5]", "[0,8]"), "doesn't fill");
  expect_refused(tensor("F16", "[9223372036854775807,4]", "[0,8]"), "doesn't fill");
  expect_refused(tensor("F16", "[-4]", "[0,8]"), "no shape");
  expect_refused(tensor("F16", "[1,1,1,1,4]", "[0,8]"), "no shape");
  expect_refused(tensor("F16", "[4]", "[0]"), "no shape");
}

TEST(WeightsFile, RefusesNumbersThatArentFinite) {
  const auto file = WeightsFile::read(
      file_of(R"({"a":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}})", {"\x00\x7C", 2}), "w");
  ASSERT_TRUE(file) << file.error().what;
  const std::size_t one[] = {1};
  const auto numbers = file->numbers("a", one);
  ASSERT_FALSE(numbers);
  EXPECT_NE(numbers.error().what.find("no finite number"), std::string::npos);
}

TEST(WeightsFile, LeavesNumbersOfOtherTypesAlone) {
  const auto file = WeightsFile::read(
      file_of(R"({"a":{"dtype":"I8","shape":[8],"data_offsets":[0,8]}})", std::string(8, '\0')),
      "w");
  ASSERT_TRUE(file) << file.error().what;
  const std::size_t eight[] = {8};
  const auto numbers = file->numbers("a", eight);
  ASSERT_FALSE(numbers);
  EXPECT_EQ(numbers.error().kind, ErrorKind::unsupported);
  EXPECT_NE(numbers.error().what.find("\"a\" is not of type"), std::string::npos);
}

TEST(WeightsFile, WidensHalves) {
  EXPECT_EQ(float_of_half(0x3C00), 1.0F);
  EXPECT_EQ(float_of_half(0xC000), -2.0F);
  EXPECT_EQ(float_of_half(0x7BFF), 65504.0F);
  EXPECT_EQ(float_of_half(0x0400), std::ldexp(1.0F, -14));
  EXPECT_EQ(float_of_half(0x0001), std::ldexp(1.0F, -24));
  EXPECT_EQ(float_of_half(0x8001), -std::ldexp(1.0F, -24));
  EXPECT_EQ(float_of_half(0x3555), 0.333251953125F);
  EXPECT_TRUE(std::signbit(float_of_half(0x8000)));
  EXPECT_TRUE(std::isinf(float_of_half(0x7C00)));
  EXPECT_TRUE(std::isnan(float_of_half(0x7E00)));
}

}  // namespace
}  // namespace factbox::readers
