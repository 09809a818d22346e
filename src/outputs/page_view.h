/// \file
/// A page in words: what the text, Markdown and HTML forms all show.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "factboxes/factbox.h"
#include "outputs/outputs.h"

namespace factbox::outputs {

/// All strings are readable(); numbers of sources count from 1 in the order of `sources`.
struct ViewEvidence {
  std::uint32_t source = 0;  ///< its number; 0 where the page has no such source
  std::string outlet;
  std::string words;
};

struct ViewLine {
  std::string id;
  std::string text;
  std::string mark;  ///< "Differs from the line above", on the second side of a contradiction
  std::string note;  ///< "2 independent origins of 5 reports", "single source; anonymous source"
  std::vector<std::uint32_t> sources;
  std::vector<ViewEvidence> evidence;
};

struct ViewSection {
  std::string id;
  std::string heading;
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
  std::string published;
  std::string origin;  ///< name of the origin where it isn't the outlet itself
};

struct PageView {
  std::string title;
  std::string lang;
  std::string known_as_of;
  std::string formula;
  std::string changes;  ///< what is new since an earlier page; empty on a first one
  std::vector<ViewLine> lead;
  std::vector<ViewLine> key_points;
  std::vector<ViewSection> sections;
  std::vector<ViewPerson> people;
  std::vector<ViewFigure> figures;
  std::vector<ViewSource> sources;
};

[[nodiscard]] PageView view_page(const factboxes::Factbox& page, const OutputOptions& options);

}  // namespace factbox::outputs
