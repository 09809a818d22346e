/// \file
/// Packed files (.gz, .zst), read as what they hold.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "sources/byte_stream.h"

namespace factbox::sources {

/// How a file is packed, by its first bytes.
enum class Packing : std::uint8_t { none, gzip, zstd };

/// What keeps a small file from unpacking into a flood.
struct UnpackOptions {
  std::uint64_t max_bytes = 8ULL << 30U;         ///< unpacked, of one file
  std::uint64_t max_ratio = 250;                 ///< unpacked to packed; text is seldom over 20
  std::uint64_t ratio_counts_from = 32U << 20U;  ///< below this many bytes any ratio passes
};

/// How many first bytes tell the packing.
inline constexpr std::size_t kPackingMagicBytes = 4;

/// The packing that a file's first bytes (kPackingMagicBytes, if it has so many) announce.
[[nodiscard]] Packing packing_of(std::string_view first_bytes);

/// The unpacked bytes of `packed`: all members of a gzip file, all frames of a zstd file.
///
/// Fails where the file is cut short, broken or floods past the limits, after all that came
/// before. Memory: one window (zstd: at most 128 MB, as the frame asks).
[[nodiscard]] std::unique_ptr<ByteStream> unpack(std::unique_ptr<ByteStream> packed,
                                                 Packing packing, const UnpackOptions& options);

}  // namespace factbox::sources
