#include "sources/unpack.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <string>

#include "sources/delivery.h"

namespace factbox::sources {
namespace {

std::string gzip(const std::string& bytes) {
  z_stream zlib{};
  EXPECT_EQ(deflateInit2(&zlib, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY),
            Z_OK);
  std::string packed(deflateBound(&zlib, bytes.size()) + 64, '\0');
  std::string input = bytes;
  zlib.next_in = reinterpret_cast<Bytef*>(input.data());
  zlib.avail_in = static_cast<uInt>(input.size());
  zlib.next_out = reinterpret_cast<Bytef*>(packed.data());
  zlib.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&zlib, Z_FINISH), Z_STREAM_END);
  packed.resize(zlib.total_out);
  deflateEnd(&zlib);
  return packed;
}

std::string zstd(const std::string& bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  ZSTD_CCtx* zstd = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(zstd, ZSTD_c_checksumFlag, 1);
  packed.resize(ZSTD_compress2(zstd, packed.data(), packed.size(), bytes.data(), bytes.size()));
  ZSTD_freeCCtx(zstd);
  return packed;
}

struct Unpacked {
  std::string bytes;
  std::string trouble;
};

Unpacked unpacked(std::string packed, const UnpackOptions& options = {}) {
  Delivery delivery{"wire.gz", Came::from_memory, stream_of(std::move(packed)), options};
  Unpacked got;
  got.bytes = delivery.take_all(1U << 30U).value();
  if (delivery.trouble()) {
    got.trouble = shown(*delivery.trouble());
  }
  return got;
}

/// Text that packs, but not to nothing.
std::string some_text(std::size_t lines) {
  std::string text;
  for (std::size_t i = 0; i < lines; ++i) {
    text += "Line " + std::to_string(i * 7919 % 10007) + " of the harbour log.\n";
  }
  return text;
}

TEST(Unpack, PlainBytesStayAsTheyAre) {
  EXPECT_EQ(unpacked("abc").bytes, "abc");
  EXPECT_EQ(unpacked("").bytes, "");
  EXPECT_EQ(unpacked("\x1f").bytes, "\x1f");
}

TEST(Unpack, ReadsGzipAndZstd) {
  const std::string text = some_text(20'000);
  EXPECT_EQ(unpacked(gzip(text)).bytes, text);
  EXPECT_EQ(unpacked(zstd(text)).bytes, text);
  EXPECT_EQ(unpacked(gzip("")).bytes, "");
  EXPECT_EQ(unpacked(zstd("")).bytes, "");
  EXPECT_EQ(unpacked(gzip(text)).trouble, "");
  EXPECT_EQ(unpacked(zstd("")).trouble, "");
}

TEST(Unpack, ReadsSeveralMembersOneAfterAnother) {
  const std::string text = some_text(9'000);
  EXPECT_EQ(unpacked(gzip(text) + gzip("") + gzip("end")).bytes, text + "end");
  EXPECT_EQ(unpacked(zstd(text) + zstd("end")).bytes, text + "end");
  const Unpacked padded = unpacked(gzip("a") + std::string(1000, '\0'));
  EXPECT_EQ(padded.bytes, "a");
  EXPECT_EQ(padded.trouble, "");
}

TEST(Unpack, WhatCameBeforeACutIsUsedAndTheCutIsTold) {
  const std::string text = some_text(20'000);
  for (const std::string& packed : {gzip(text), zstd(text)}) {
    for (const std::size_t kept :
         {packed.size() - 1, packed.size() - 9, packed.size() / 2, std::size_t{6}}) {
      const Unpacked got = unpacked(packed.substr(0, kept));
      EXPECT_TRUE(text.starts_with(got.bytes));
      const std::size_t lines =
          static_cast<std::size_t>(std::count(got.bytes.begin(), got.bytes.end(), '\n'));
      const auto place =
          ":" + std::to_string(lines + 1) + ": byte " + std::to_string(got.bytes.size());
      EXPECT_TRUE(got.trouble.starts_with("wire.gz" + (got.bytes.empty() ? "" : place) + ": the "))
          << got.trouble;
      EXPECT_NE(got.trouble.find("breaks off here"), std::string::npos) << got.trouble;
    }
  }
  EXPECT_GT(unpacked(gzip(text).substr(0, gzip(text).size() / 2)).bytes.size(), 100'000U);
}

TEST(Unpack, ACutStandsWhereItIsWhetherTakenOrLookedAt) {
  const std::string packed = gzip(some_text(100));
  Delivery delivery{"wire.gz", Came::from_memory, stream_of(packed.substr(0, packed.size() - 12))};
  const std::size_t got = delivery.look_ahead(1U << 20U).size();
  ASSERT_TRUE(delivery.trouble());
  EXPECT_EQ(delivery.trouble()->byte, got);
}

TEST(Unpack, DamageIsTold) {
  const std::string text = some_text(20'000);
  for (std::string packed : {gzip(text), zstd(text)}) {
    packed[packed.size() / 2] = static_cast<char>(packed[packed.size() / 2] ^ 0x55);
    const Unpacked got = unpacked(packed);
    EXPECT_NE(got.trouble.find("is damaged from here on"), std::string::npos) << got.trouble;
  }
  EXPECT_NE(unpacked("\x1f\x8bnonsense").trouble.find("damaged"), std::string::npos);
}

TEST(Unpack, BytesAfterTheEndAreTold) {
  const Unpacked got = unpacked(gzip("a") + "rest");
  EXPECT_EQ(got.bytes, "a");
  EXPECT_NE(got.trouble.find("bytes follow the end"), std::string::npos) << got.trouble;
}

TEST(Unpack, AFloodIsCutAndTold) {
  UnpackOptions options;
  options.ratio_counts_from = 1U << 20U;
  for (const std::string& bomb :
       {gzip(std::string(20U << 20U, '\0')), zstd(std::string(20U << 20U, '\0'))}) {
    const Unpacked got = unpacked(bomb, options);
    EXPECT_LT(got.bytes.size(), 10U << 20U);
    EXPECT_NE(got.trouble.find("more than 250 times"), std::string::npos) << got.trouble;
  }
  options = UnpackOptions{};
  options.max_bytes = 1U << 20U;
  const Unpacked big = unpacked(gzip(some_text(100'000)), options);
  EXPECT_LT(big.bytes.size(), 2U << 20U);
  EXPECT_NE(big.trouble.find("more than 1 MB"), std::string::npos) << big.trouble;
}

}  // namespace
}  // namespace factbox::sources
