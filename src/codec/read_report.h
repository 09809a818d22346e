/// \file
/// A read report as bytes: what a store keeps and a message carries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "codec/envelope.h"
#include "statements/read_report.h"

namespace factbox::codec {

/// Raise the version with every change of the form (docs/read-report-format.md), and of the enums
/// whose numbers stand in it: those of texts/links.h, of mentions and of statements.
inline constexpr Kind kReadReport{"FBRR", "read report", 1};

/// Through which versions of the stages a report was read. Whoever keeps it makes it anew where
/// one of them has a higher version now.
struct StageVersions {
  std::uint32_t reports = 0;
  std::uint32_t language = 0;
  std::uint32_t mentions = 0;
  std::uint32_t statements = 0;
  friend bool operator==(const StageVersions&, const StageVersions&) = default;
};

/// The report, its words, what it mentions and who says what in it, as one value of bytes
/// (docs/read-report-format.md). The same report gives the same bytes.
[[nodiscard]] std::string encode(const statements::ReadReport& read, const StageVersions& stages);

/// What encode() was given, whole: a page compiled from it is the same, byte for byte. Needs no
/// engine, no model and no table.
///
/// Fails as unsupported where the bytes are of another version, and as malformed where they were
/// cut short, altered, or say what can't be; whoever made them, every place lies in its text.
[[nodiscard]] Result<statements::ReadReport> decode(std::string_view bytes);

/// The stages alone, which costs no more than the checksum.
[[nodiscard]] Result<StageVersions> stages_of(std::string_view bytes);

}  // namespace factbox::codec
