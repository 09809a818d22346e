/// \file
/// The page: what is known of a story at a moment. Mirrors the JSON of `factbox compile`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_range.h"
#include "statements/statement.h"

namespace factbox::factboxes {

/// Which words of a line a piece of evidence vouches for.
enum class Part : std::uint8_t { statement, attribution, time, role, name };

/// The exact bytes of a report that a line rests on.
struct Evidence {
  std::string report;  ///< id
  Field field = Field::text;
  ByteRange range;
  std::string text;  ///< those bytes
  Part part = Part::statement;
  std::optional<ByteRange> sentence{};  ///< the report's sentence around a claim's words
  std::string context{};                ///< that sentence; empty where it isn't told
};

/// A member of a line's chain, with the report and field that its span counts in.
struct Attribution {
  statements::ChainMember member;
  std::string report;
  Field field = Field::text;
};

struct Corroboration {
  std::uint32_t origins = 0;  ///< independent ones
  std::uint32_t outlets = 0;
  std::vector<std::string> reports;
  /// The words by which other reports tell it, one of each, in the order of `reports`; copies once.
  std::vector<Evidence> tellings{};
};

enum class LineClass : std::uint8_t { statement, common_background };
enum class Status : std::uint8_t { standing, updated, corrected, withdrawn };

/// One claim, as a reader sees it, with all that it rests on.
struct Line {
  std::string id;
  std::string text;  ///< attribution and all
  LineClass line_class = LineClass::statement;
  std::string statement;                 ///< the claim alone, in the source's words
  std::vector<Attribution> attribution;  ///< from who said it to who carries it
  statements::Modality modality = statements::Modality::asserted;
  statements::Polarity polarity = statements::Polarity::positive;
  std::optional<statements::StatedTime> said;  ///< spans count in the first evidence's report
  std::optional<statements::StatedTime> event;
  double confidence = 0;
  Corroboration corroboration;
  std::vector<Evidence> evidence;
  std::string first_reported, last_reported;  ///< as printed; empty where no report has a date
  Status status = Status::standing;
  std::vector<std::string> flags;  ///< "single_source", "anonymous", "disputed", …
  bool edited = false;             ///< an editor changed the words
};

enum class SectionKind : std::uint8_t { topic, background };

struct Section {
  std::string id;
  std::string heading;
  SectionKind kind = SectionKind::topic;
  std::uint32_t order = 0;
  std::vector<Line> lines;
  bool edited = false;  ///< the heading is an editor's
};

struct ContradictionSides {
  std::string id;
  std::string about;
  std::string kind;  ///< a type of `factbox relate`: "number", "denial", "scope", …
  std::vector<std::vector<std::string>> sides;  ///< ids of lines
};

struct Person {
  struct PersonRole {
    std::string title;
    std::string of;
    std::vector<std::string> lines;      ///< that name them; none where only reports do
    std::optional<Evidence> evidence{};  ///< where the title stands
  };
  std::string entity;
  std::string name;
  std::vector<PersonRole> roles;
  std::string delegation;  ///< side or delegation; empty where none is stated
  std::uint32_t mentions = 0;
  std::string surname;  ///< by which later mentions call a person; empty: always the whole name
};

struct FigureEntry {
  struct Past {
    std::string value;  ///< as JSON shows it: a number, or "[lo,hi]"
    std::string qualifier;
    std::string as_of;
    std::string report;
  };
  double low = 0;
  std::optional<double> high;
  std::string qualifier;
  std::string unit;
  std::string of;
  std::string words;       ///< the report's: "at least 17 children"
  std::string counted_by;  ///< the body that counts, as attributed
  std::vector<std::string> lines;
  std::vector<Past> history;  ///< oldest first
};

struct TimelineEntry {
  std::string date;  ///< EDTF
  std::string line;
};

struct OriginEntry {
  std::string origin;
  std::string name;
  std::vector<std::string> reports;
};

struct Source {
  std::string report;
  std::string outlet;
  std::string title;
  std::string url;
  std::string published;
  std::string origin;
  std::string sha256;            ///< of the report's text as it came in
  std::string published_from{};  ///< "address": the day is the one that `url` holds; or empty
};

/// Where a page says that its reporter stood: set by an editor only, never by the program.
struct Dateline {
  std::string place;
  std::string date;
};

/// "Compiled from 17 reports of 9 outlets …".
struct Compiled {
  std::uint32_t reports = 0;
  std::uint32_t outlets = 0;
  std::uint32_t origins = 0;
  std::string first, last;    ///< ISO 8601; empty where no report has a date
  std::uint32_t undated = 0;  ///< reports of the story without a date, left out or not
  std::string formula;
};

struct Changes {
  std::string since;
  std::vector<std::string> added, changed, corrected, withdrawn;
};

/// How many claims there were, and why not all are on the page.
struct ClaimCounts {
  struct LeftOut {
    std::string why;  ///< "told_twice", …: a word that JSON and pages know
    std::uint32_t count = 0;
  };
  std::uint32_t found = 0;
  std::uint32_t shown = 0;
  std::vector<LeftOut> left_out;
};

/// The words that the program made, as short hashes: what differs from them was edited.
struct AsMade {
  struct Piece {
    std::string id;
    std::string hash;
  };
  std::string title;
  std::vector<Piece> headings;
  std::vector<Piece> lines;  ///< in the order of the page
};

/// The page, as a value: a pure function of the story, the moment and the options.
struct Factbox {
  std::string story;
  std::string version;
  std::string title;
  std::string as_of;  ///< empty: no report has a date
  std::string lang;
  std::optional<Dateline> dateline;
  Compiled compiled;
  std::optional<Line> lead;
  std::vector<Line> lead_more;
  std::vector<std::string> key_points;
  std::vector<Section> sections;
  std::vector<ContradictionSides> contradictions;
  std::vector<Person> people;
  std::vector<FigureEntry> figures;
  std::vector<TimelineEntry> timeline;
  std::vector<OriginEntry> origins;
  std::vector<Source> sources;
  Changes changes;
  std::optional<ClaimCounts> claims;
  std::optional<AsMade> as_made;  ///< none: another program made the page
};

}  // namespace factbox::factboxes
