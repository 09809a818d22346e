/// \file
/// A page in words: what the text, Markdown, HTML and Word forms all show.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "outputs/dates.h"

namespace factbox::outputs {

/// Some words of a report's sentence; `used`: the line was made from them.
struct ViewPiece {
  std::string words;
  bool used = false;
};

/// All strings are readable(); numbers of sources count from 1 in the order of `sources`.
struct ViewEvidence {
  std::uint32_t source = 0;  ///< its number; 0 where the page lists no such source
  std::string outlet;
  ViewTime published;
  std::vector<ViewPiece> pieces;  ///< the report's sentence
};

struct ViewLine {
  std::string id;
  std::string text;
  std::string mark;  ///< "Differs from the line above", on the second side of a contradiction
  /// What sets the line apart: "2 independent origins of 5 reports", "source not named". Empty for
  /// most lines, which rest on one named source.
  std::string note;
  ViewTime date;  ///< when it happened, or was reported; only where the section shows dates
  std::vector<std::uint32_t> sources;  ///< those that carry the line's claim
  std::vector<ViewEvidence> evidence;
};

struct ViewSection {
  std::string id;
  std::string heading;
  std::string order;  ///< "newest first", where the section shows dates
  bool background = false;
  std::vector<ViewLine> lines;
};

struct ViewPerson {
  std::string name;
  std::string roles;  ///< "Foreign Minister of Kavaria; chief negotiator"
  std::string delegation;
};

struct ViewFigure {
  std::string value;  ///< "at least 62 missiles"
  std::string counted_by;
  std::string history;  ///< "earlier: 50 (11 April 2026)", oldest first
  std::string line;     ///< id of the line that states it
};

struct ViewSource {
  std::uint32_t number = 0;
  std::string outlet;
  std::string title;
  std::string url;  ///< linkable(), or empty
  ViewTime published;
  std::string origin;              ///< name of the origin where it isn't the outlet itself
  std::vector<std::string> lines;  ///< ids of the lines that cite it, in the order of reading
};

/// Which words of the page its legend explains.
struct ViewLegend {
  bool disputed = false;
  bool unnamed = false;
  bool updated = false;
  bool carried = false;
  bool edited = false;
};

struct PageView {
  std::string title;
  std::string lang;
  std::string known_as_of;  ///< "Known as of", or that dates are unknown
  ViewTime moment;          ///< the moment behind it; empty where dates are unknown
  std::string formula;      ///< "Compiled from 28 reports of 12 outlets (11 independent origins)"
  std::string newest;       ///< how old the newest report is, where that is long; else empty
  std::string one_outlet;   ///< who reported every line, where it is one; its name stands here only
  std::string changes;      ///< what is new since an earlier page; empty on a first one
  std::string edited;       ///< what a person changed; empty where nobody did
  std::string claims;       ///< how many claims there were, and why not all are shown; or empty
  std::vector<ViewLine> lead;
  std::vector<ViewLine> key_points;   ///< without those that lead
  std::vector<ViewSection> sections;  ///< without the lines that lead, but for disputed ones
  std::vector<ViewPerson> people;
  std::vector<ViewFigure> figures;
  std::vector<ViewSource> sources;  ///< those that a line cites
  std::string other_sources;        ///< "34 more reports were read; no line rests on them."
  ViewLegend legend;
};

}  // namespace factbox::outputs
