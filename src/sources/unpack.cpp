#include "sources/unpack.h"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/assert.h"

namespace factbox::sources {
namespace {

constexpr std::size_t kPackedChunk = 64U << 10U;

Error cut_short(std::string_view format) {
  return {
      ErrorKind::malformed,
      fmt::format("the {} data breaks off here; fetch the file again (what came before is used)",
                  format)};
}

Error broken(std::string_view format, std::string_view why) {
  return {ErrorKind::malformed,
          fmt::format("the {} data is damaged from here on ({}); fetch the file again (what came "
                      "before is used)",
                      format, why)};
}

/// The packed side: hands out chunks and counts them.
class PackedInput {
 public:
  explicit PackedInput(std::unique_ptr<ByteStream> stream)
      : stream_(std::move(stream)), chunk_(kPackedChunk) {}

  /// The next chunk; empty at the end.
  Result<std::span<char>> next() {
    FB_TRY(count, stream_->read(chunk_));
    taken_ += count;
    return std::span{chunk_}.first(count);
  }

  [[nodiscard]] std::uint64_t taken() const { return taken_; }

 private:
  std::unique_ptr<ByteStream> stream_;
  std::vector<char> chunk_;
  std::uint64_t taken_ = 0;
};

/// Counts what came out against what went in.
class Flood {
 public:
  explicit Flood(const UnpackOptions& options) : options_(options) {}

  std::optional<Error> check(std::uint64_t more, std::uint64_t packed) {
    unpacked_ += more;
    if (unpacked_ > options_.max_bytes) {
      return Error{ErrorKind::too_large,
                   fmt::format("the file unpacks to more than {} MB; split it (what came before "
                               "is used)",
                               options_.max_bytes >> 20U)};
    }
    if (unpacked_ > options_.ratio_counts_from &&
        unpacked_ / std::max<std::uint64_t>(packed, 1) > options_.max_ratio) {
      return Error{
          ErrorKind::too_large,
          fmt::format("the file unpacks to more than {} times its size, as only files made "
                      "to flood a reader do; the rest of it is left out",
                      options_.max_ratio)};
    }
    return std::nullopt;
  }

 private:
  UnpackOptions options_;
  std::uint64_t unpacked_ = 0;
};

/// What the two packings share: an error waits until what came before it has been read.
class UnpackingStream : public ByteStream {
 public:
  UnpackingStream(std::unique_ptr<ByteStream> packed, const UnpackOptions& options)
      : input_(std::move(packed)), flood_(options) {}

  Result<std::size_t> read(std::span<char> into) final {
    if (!failed_ && !ended_) {
      const std::size_t count = fill(into);
      if (!failed_) {
        failed_ = flood_.check(count, input_.taken());
      }
      if (count > 0) {
        return count;
      }
    }
    if (failed_) {
      ended_ = true;
      return tl::unexpected(*std::exchange(failed_, std::nullopt));
    }
    return 0U;
  }

 protected:
  /// Fills `into` as far as it goes; says by fail() or end() why no further.
  virtual std::size_t fill(std::span<char> into) = 0;

  void fail(Error error) { failed_ = std::move(error); }
  void end() { ended_ = true; }
  [[nodiscard]] bool over() const { return failed_ || ended_; }
  PackedInput& input() { return input_; }

 private:
  PackedInput input_;
  Flood flood_;
  std::optional<Error> failed_;
  bool ended_ = false;
};

class GzipStream final : public UnpackingStream {
 public:
  GzipStream(std::unique_ptr<ByteStream> packed, const UnpackOptions& options)
      : UnpackingStream(std::move(packed), options) {
    FB_ASSERT(inflateInit2(&zlib_, kWindowBits) == Z_OK);
  }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;
  GzipStream(GzipStream&&) = delete;
  GzipStream& operator=(GzipStream&&) = delete;
  ~GzipStream() override { inflateEnd(&zlib_); }

 private:
  static constexpr int kWindowBits = 15 + 16;  // the largest window; a gzip header and no other

  std::size_t fill(std::span<char> into) override {
    zlib_.next_out = reinterpret_cast<Bytef*>(into.data());
    zlib_.avail_out = static_cast<uInt>(into.size());
    while (zlib_.avail_out > 0 && !over()) {
      if (zlib_.avail_in == 0 && !holds_back_ && !refill()) {
        break;
      }
      if (between_members_ && !begin_member()) {
        break;
      }
      const int status = inflate(&zlib_, Z_NO_FLUSH);
      holds_back_ = zlib_.avail_out == 0;
      if (status == Z_STREAM_END) {
        between_members_ = true;
      } else if (status != Z_OK && status != Z_BUF_ERROR) {
        fail(broken("gzip", zlib_.msg == nullptr ? "unknown cause" : zlib_.msg));
      }
    }
    return into.size() - zlib_.avail_out;
  }

  bool refill() {
    auto chunk = input().next();
    if (!chunk) {
      fail(std::move(chunk).error());
      return false;
    }
    if (chunk->empty()) {
      between_members_ ? end() : fail(cut_short("gzip"));
      return false;
    }
    zlib_.next_in = reinterpret_cast<Bytef*>(chunk->data());
    zlib_.avail_in = static_cast<uInt>(chunk->size());
    return true;
  }

  /// Another member may follow, or the zeros with which tapes are filled up.
  bool begin_member() {
    while (zlib_.avail_in > 0 && *zlib_.next_in == 0) {
      ++zlib_.next_in;
      --zlib_.avail_in;
    }
    if (zlib_.avail_in == 0) {
      return true;
    }
    constexpr Bytef kFirstMagicByte = 0x1f;
    if (*zlib_.next_in != kFirstMagicByte) {
      fail({ErrorKind::malformed, "bytes follow the end of the gzip data and are left out"});
      return false;
    }
    between_members_ = false;
    FB_ASSERT(inflateReset(&zlib_) == Z_OK);
    return true;
  }

  z_stream zlib_{};
  bool between_members_ = false;
  bool holds_back_ = false;  ///< zlib may still have output for which there was no room
};

class ZstdStream final : public UnpackingStream {
 public:
  ZstdStream(std::unique_ptr<ByteStream> packed, const UnpackOptions& options)
      : UnpackingStream(std::move(packed), options), zstd_(ZSTD_createDStream()) {
    FB_ASSERT(zstd_ != nullptr);
  }
  ZstdStream(const ZstdStream&) = delete;
  ZstdStream& operator=(const ZstdStream&) = delete;
  ZstdStream(ZstdStream&&) = delete;
  ZstdStream& operator=(ZstdStream&&) = delete;
  ~ZstdStream() override { ZSTD_freeDStream(zstd_); }

 private:
  std::size_t fill(std::span<char> into) override {
    ZSTD_outBuffer out{into.data(), into.size(), 0};
    while (out.pos < out.size && !over()) {
      if (in_.pos == in_.size && !holds_back_ && !refill()) {
        break;
      }
      const std::size_t status = ZSTD_decompressStream(zstd_, &out, &in_);
      if (ZSTD_isError(status) != 0U) {
        fail(broken("zstd", ZSTD_getErrorName(status)));
      } else {
        between_frames_ = status == 0;
        holds_back_ = out.pos == out.size;
      }
    }
    return out.pos;
  }

  bool refill() {
    auto chunk = input().next();
    if (!chunk) {
      fail(std::move(chunk).error());
      return false;
    }
    if (chunk->empty()) {
      between_frames_ ? end() : fail(cut_short("zstd"));
      return false;
    }
    in_ = {chunk->data(), chunk->size(), 0};
    return true;
  }

  ZSTD_DStream* zstd_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  bool between_frames_ = true;
  bool holds_back_ = false;  ///< zstd may still have output for which there was no room
};

}  // namespace

Packing packing_of(std::string_view first_bytes) {
  if (first_bytes.starts_with("\x1f\x8b")) {
    return Packing::gzip;
  }
  if (first_bytes.starts_with("\x28\xb5\x2f\xfd")) {
    return Packing::zstd;
  }
  return Packing::none;
}

std::unique_ptr<ByteStream> unpack(std::unique_ptr<ByteStream> packed, Packing packing,
                                   const UnpackOptions& options) {
  switch (packing) {
    case Packing::gzip:
      return std::make_unique<GzipStream>(std::move(packed), options);
    case Packing::zstd:
      return std::make_unique<ZstdStream>(std::move(packed), options);
    case Packing::none:
      break;
  }
  return packed;
}

}  // namespace factbox::sources
