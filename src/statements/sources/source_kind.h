/// \file
/// What sort of source a noun phrase names.
#pragma once

#include <optional>
#include <string>

#include "statements/reading/noun_phrase.h"

namespace factbox::statements {

/// A source as its own words show it, before anything else in the report is asked.
struct SourceKind {
  std::optional<SourceClass> kind;          ///< none: the words don't tell
  const reports::Outlet* outlet = nullptr;  ///< the known outlet that it names
  std::string outlet_name;                  ///< of an outlet by its words ("The Iraqiya channel")
  Anonymity anonymous = Anonymity::named;
  bool name = false;   ///< by its name, as "Araghchi", "the Foreign Ministry of Oman"
  bool later = false;  ///< a later mention: "he", "the official", "the report"
  bool plural = false;
};

/// Reads the phrase. `he` and `the official` are later mentions; whom they mean is found by
/// SourceMemory.
[[nodiscard]] SourceKind kind_of(const Reading& reading, const NounPhrase& phrase);

/// Whether it is an outlet, the media at large, or somebody who reports for one.
[[nodiscard]] bool is_of_the_news(const SourceKind& kind);

/// The known outlet whose name stands in these tokens, the longest first; none if there is none.
[[nodiscard]] const reports::Outlet* outlet_in(const Reading& reading, TokenRange tokens);

/// Whether the words can be somebody or something that says things: not so "an ongoing
/// investigation" or "security concerns", which are reasons.
[[nodiscard]] bool can_say(const Reading& reading, const NounPhrase& phrase);

/// Whether "citing …" these words names a source: somebody or something that can say things, and
/// more than a matter such as a law or an investigation.
[[nodiscard]] bool can_be_cited(const Reading& reading, const NounPhrase& phrase);

}  // namespace factbox::statements
