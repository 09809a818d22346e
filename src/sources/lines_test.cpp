#include "sources/lines.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace factbox::sources {
namespace {

/// Gives its bytes in pieces of `size`, as pipes do.
class Dripping final : public ByteStream {
 public:
  Dripping(std::string bytes, std::size_t size) : bytes_(std::move(bytes)), size_(size) {}
  Result<std::size_t> read(std::span<char> into) override {
    const std::size_t count = bytes_.copy(into.data(), std::min(size_, into.size()), at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t size_;
  std::size_t at_ = 0;
};

std::string all_lines(const std::string& bytes, std::size_t limit, std::size_t drip) {
  Delivery delivery{"pipe", Came::from_memory, std::make_unique<Dripping>(bytes, drip)};
  Lines lines{delivery, limit};
  std::string shown;
  while (const auto line = lines.next()) {
    shown += fmt::format("{}@{}[{}]{}{} ", line->number, line->offset,
                         line->too_long ? std::to_string(line->size) : std::string{line->bytes},
                         line->too_long ? "!" : "", line->ended ? "" : "~");
  }
  return shown;
}

TEST(Lines, KnowTheirNumberAndOffset) {
  EXPECT_EQ(all_lines("ab\n\ncd\r\ne", 10, 100), "1@0[ab] 2@3[] 3@4[cd\r] 4@8[e]~ ");
  EXPECT_EQ(all_lines("ab\n", 10, 1), "1@0[ab] ");
  EXPECT_EQ(all_lines("", 10, 1), "");
  EXPECT_EQ(all_lines("\n", 10, 1), "1@0[] ");
}

TEST(Lines, LongOnesAreCountedAndNotKept) {
  EXPECT_EQ(all_lines("abcdef\ngh\nijklmn", 4, 3), "1@0[6]! 2@7[gh] 3@10[6]!~ ");
  EXPECT_EQ(all_lines("abcd\nabcde\n", 4, 100), "1@0[abcd] 2@5[5]! ");
}

TEST(Lines, AreTheSameHoweverTheBytesComeIn) {
  std::minstd_rand random{7};
  for (int round = 0; round < 200; ++round) {
    std::string bytes(random() % 60, 'a');
    for (char& c : bytes) {
      c = random() % 4 == 0 ? '\n' : 'b';
    }
    const std::string whole = all_lines(bytes, 6, 1000);
    for (std::size_t drip = 1; drip < 9; ++drip) {
      ASSERT_EQ(all_lines(bytes, 6, drip), whole) << bytes;
    }
  }
}

}  // namespace
}  // namespace factbox::sources
