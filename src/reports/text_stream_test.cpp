#include "reports/text_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace factbox::reports {
namespace {

/// Gives so many bytes at a time.
class Dripping final : public sources::ByteStream {
 public:
  Dripping(std::string bytes, std::size_t drip) : bytes_(std::move(bytes)), drip_(drip) {}

  Result<std::size_t> read(std::span<char> into) override {
    const std::size_t count = bytes_.copy(into.data(), std::min(drip_, into.size()), at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t drip_;
  std::size_t at_ = 0;
};

std::string text_of(std::string bytes, const std::string& declared, std::string* doubt = nullptr) {
  std::string first;
  for (const std::size_t drip : {1U, 2U, 3U, 4096U}) {
    sources::Delivery delivery{"x", sources::Came::from_memory,
                               std::make_unique<Dripping>(bytes, drip)};
    TextStream stream{delivery, declared};
    std::string text;
    while (stream.append_to(text)) {
    }
    if (!first.empty()) {
      EXPECT_EQ(text, first) << "by " << drip;
    }
    first = text;
    if (doubt != nullptr) {
      *doubt = stream.doubt();
    }
  }
  return first;
}

TEST(TextStream, KnowsWideEncodingsByMarkAndByZeros) {
  using std::string_literals::operator""s;
  EXPECT_EQ(text_of("\xff\xfe{\0\xe4\0"s, ""), "{ä");
  EXPECT_EQ(text_of("\xfe\xff\0{\0\xe4"s, ""), "{ä");
  EXPECT_EQ(text_of("{\0a\0\xe4\0"s, ""), "{aä");
  EXPECT_EQ(text_of("\0{\0a\0\xe4"s, ""), "{aä");
  EXPECT_EQ(text_of("{\0\0\0\xe4\0\0\0"s, ""), "{ä");
  EXPECT_EQ(text_of("\0\0\0{\0\0\0\xe4"s, ""), "{ä");
  EXPECT_EQ(text_of("\xef\xbb\xbf{ä", ""), "{ä");
}

TEST(TextStream, ReadsWhatIsDeclared) {
  EXPECT_EQ(text_of("caf\xe9", "iso-8859-1"), "café");
  EXPECT_EQ(text_of("\x8a\xbf", "koi8-r"), "┼©");
  EXPECT_EQ(text_of("café", "no-such-charset"), "café");
  EXPECT_EQ(text_of("café", "utf-16"), "café");
}

TEST(TextStream, SingleBytesThatAreNoUtf8AreMendedAndSaid) {
  std::string doubt;
  EXPECT_EQ(text_of("caf\xe9 \x93x\x94 déjà, déjà, déjà, déjà", "utf-8", &doubt),
            "café “x” déjà, déjà, déjà, déjà");
  EXPECT_EQ(doubt, "encoding: 3 bytes are no UTF-8, read as windows-1252");
  EXPECT_EQ(text_of("déjà, déjà, déjà, cut \xe2\x82", "", &doubt), "déjà, déjà, déjà, cut â‚");
}

}  // namespace
}  // namespace factbox::reports
