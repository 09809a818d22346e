/// \file
/// What was handed in: bytes, from where, how they came.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "sources/byte_stream.h"
#include "sources/envelope.h"
#include "sources/trouble.h"
#include "sources/unpack.h"

namespace factbox::sources {

/// One file, pipe or piece of memory, already unpacked, to be read once from front to end.
///
/// Reading never fails: where the bytes break off (a cut gzip file, a bad disk), the delivery is at
/// its end, and trouble() says why.
class Delivery {
 public:
  /// Unpacks by the first bytes.
  Delivery(Envelope envelope, std::unique_ptr<ByteStream> content,
           const UnpackOptions& options = {});

  /// One of which no more is known than the path that messages show.
  Delivery(std::string path, Came came, std::unique_ptr<ByteStream> content,
           const UnpackOptions& options = {})
      : Delivery(Envelope{std::move(path), came}, std::move(content), options) {}

  [[nodiscard]] const Envelope& envelope() const { return envelope_; }
  [[nodiscard]] const std::string& path() const { return envelope_.path; }
  [[nodiscard]] Packing packing() const { return packing_; }

  /// The bytes that come next, up to `count`, without taking them; fewer only at the end.
  [[nodiscard]] std::string_view look_ahead(std::size_t count);

  /// The same to the end of the first line, without waiting for more of what is slow to come; up to
  /// `most` where no line ends.
  [[nodiscard]] std::string_view look_ahead_a_line(std::size_t most);

  /// Takes bytes into `into`; 0 at the end.
  std::size_t take(std::span<char> into);

  /// Takes all that is left, but no more than `limit` bytes; none if there is more.
  [[nodiscard]] std::optional<std::string> take_all(std::size_t limit);

  /// Bytes taken so far, and so the offset of the next one.
  [[nodiscard]] std::uint64_t offset() const { return offset_; }

  /// Why the bytes broke off, once they have, and where.
  [[nodiscard]] const std::optional<Trouble>& trouble() const { return trouble_; }

 private:
  std::size_t read(std::span<char> into);

  Envelope envelope_;
  Packing packing_ = Packing::none;
  std::unique_ptr<ByteStream> content_;
  std::string ahead_;  ///< looked at and not yet taken, from ahead_begin_ on
  std::size_t ahead_begin_ = 0;
  std::uint64_t offset_ = 0;
  std::uint64_t line_ends_ = 0;  ///< read so far, taken or only looked at
  std::optional<Trouble> trouble_;
};

}  // namespace factbox::sources
