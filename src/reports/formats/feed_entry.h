/// \file
/// An entry of a feed, and the report that it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/reading.h"
#include "reports/report.h"

namespace factbox::reports::formats {

/// How the words of a field are to be taken.
enum class FeedWords : std::uint8_t { plain, maybe_markup };

/// One thing that a feed says of an entry, or of itself.
struct FeedField {
  std::string name;  ///< "title", "dc:creator", "author/name": in small letters, by usual prefixes
  std::string value;
  FeedWords words = FeedWords::maybe_markup;
  std::string link;         ///< an address among its attributes (href, url), resolved
  std::string relation;     ///< of a link: "alternate"
  std::string type;         ///< of words or a link: "html", "text/html"
  bool no_address = false;  ///< a guid that says that it is none
};

/// The fields of an entry or of the feed's own head, in their order.
struct FeedFields {
  std::vector<FeedField> fields;
  std::string base;  ///< that relative addresses hang on
  std::string lang;

  /// The first field of that name that has words; null if none has.
  [[nodiscard]] const FeedField* find(std::string_view name) const;
};

/// The report that an entry is: its full content before its summary, or its headline alone. Where
/// the entry names its source, that is its outlet, and the title is freed of it ("Bridge shut -
/// Harbour Ledger"). None where it has no words at all.
[[nodiscard]] std::optional<Report> report_of_entry(const FeedFields& entry, const FeedFields& feed,
                                                    const ReadingTables& tables);

}  // namespace factbox::reports::formats
