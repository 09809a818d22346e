/// \file
/// What an outlet published, freed of markup.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_range.h"
#include "base/instant.h"

namespace factbox::reports {

/// One report as the outlet published it. Never changed once made.
///
/// `title` and `text` are valid UTF-8. What came as JSON stands here byte for byte, since
/// others count offsets in it too; what we extract from pages is NFC.
struct Report {
  std::string id;      ///< as given, or 16 hex digits of the SHA-256 of url, else of text
  std::string url;     ///< empty where unknown, like all that follows
  std::string outlet;  ///< as given, or known by the url's host
  std::string title;
  std::string text;
  std::string lang;
  std::string published;                    ///< as the source printed it
  std::optional<PrintedTime> published_at;  ///< none: the report is undated
  bool published_estimated = false;         ///< somebody's guess, days from the truth perhaps
  std::string published_from;               ///< "address": by the day that `url` holds
  std::vector<std::string> authors;         ///< as printed, one a name
  std::string dateline;                     ///< place, as printed ("MUSCAT")
  std::string agency;                       ///< whose copy the credit line says it is
  std::string section;
  std::string canonical_url;
  std::string modified;
  std::string anchor;  ///< of a live blog's entry
  std::string fetched;
  std::string sha256;               ///< of the bytes that it was extracted from; empty for JSON
  std::string path;                 ///< of the file that it came from, for messages
  std::vector<std::string> doubts;  ///< what the reader of its bytes was not sure of

  [[nodiscard]] const std::string& of(Field field) const {
    return field == Field::text ? text : title;
  }
  friend bool operator==(const Report&, const Report&) = default;
};

using ReportPtr = std::shared_ptr<const Report>;

/// The order in which reports are read: by (published, id, text), undated ones last, so that
/// the order of files never matters.
[[nodiscard]] bool earlier(const Report& a, const Report& b);

}  // namespace factbox::reports
