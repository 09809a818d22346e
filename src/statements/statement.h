/// \file
/// Who said what in one report.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_range.h"
#include "base/instant.h"

namespace factbox::statements {

/// How the words stand: in quotation marks, partly so, reported, or the outlet's own.
enum class Kind : std::uint8_t { quote, mixed, indirect, plain };
enum class Act : std::uint8_t { said, thought, intent };
enum class Modality : std::uint8_t {
  asserted,
  denied,
  possible,
  planned,
  conditional,
  asked,
  predicted
};
enum class Polarity : std::uint8_t { positive, negative };

enum class Role : std::uint8_t {
  speaker,  ///< said it
  cited,    ///< leaned on without reported words: a document, data, an official
  outlet    ///< carried it
};
enum class Anonymity : std::uint8_t { named, role, unnamed };

/// One member of the road by which a statement reached us.
struct ChainMember {
  Role role = Role::outlet;
  std::uint32_t hop = 0;          ///< 0 nearest the reader; members in parallel share one
  std::optional<ByteRange> span;  ///< in the statement's field; none: the report's own outlet
  std::string name;               ///< who it is, resolved; empty where it can't be told
  std::string description;        ///< word for word where not named ("a senior US official")
  std::string entity;             ///< id of the mention's entity; empty where none
  Anonymity anonymous = Anonymity::named;
  std::string verb;   ///< lemma of the cue's verb, or "according to"
  bool self = false;  ///< the report's own outlet, named in the sentence
  friend bool operator==(const ChainMember&, const ChainMember&) = default;
};

/// A TIMEX3 value and the words that gave it.
struct StatedTime {
  std::string value;
  std::optional<ByteRange> span;  ///< none where it is inferred (the report's own date)
  friend bool operator==(const StatedTime&, const StatedTime&) = default;
};

/// One claim in one report, and the road by which it reached us.
///
/// "The talks will go on, Araghchi told state TV, Reuters reported", carried by Kyodo, is one
/// statement with a chain of four: Araghchi, who said it; state TV, to which he said it; Reuters,
/// which relays it; Kyodo, whose report it is. The chain runs from who said it to who carries it.
///
/// A statement owns no text: what it quotes are ranges into its report.
struct Statement {
  Field field = Field::text;
  /// What is claimed; several when split ("…", he said, "…"), and one for each of its sentences.
  /// Empty where the words stand elsewhere ("… he told Reuters.").
  std::vector<ByteRange> content;
  std::vector<ByteRange> cue;     ///< the words that attribute it
  std::vector<ByteRange> source;  ///< the words that name who says it
  Kind kind = Kind::plain;
  Act act = Act::said;
  std::vector<ChainMember> chain;
  Modality modality = Modality::asserted;
  Polarity polarity = Polarity::positive;
  /// Its words are an attribution themselves, whose claim is another statement with a longer chain
  /// ("Reuters reported that the minister said …"): pages show that one.
  bool relays = false;
  /// Only the trained network takes it for one, and nothing else speaks for it: no claim, no page.
  bool aside = false;
  std::optional<StatedTime> said;
  std::optional<StatedTime> event;
  double confidence = 0;  ///< 0 to 1; pages leave out what is below a threshold
  friend bool operator==(const Statement&, const Statement&) = default;
};

}  // namespace factbox::statements
