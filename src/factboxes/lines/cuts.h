/// \file
/// What a claim can lose on its way to a page without losing its meaning.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "factboxes/house_style.h"
#include "texts/sheet.h"

namespace factbox::factboxes {

/// Finds the parts of a claim to cut, sorted and apart: a dateline, what ties it to the sentence
/// before ("However,"), and, only while the claim has more than `enough` words, whole dependency
/// subtrees that add and don't bound: relative clauses and appositions between commas, clauses at
/// the end ("…, saying …") that tell no number, asides in brackets.
///
/// Never cut: words in quotation marks, and subtrees that hold a word of modality or negation, a
/// figure's qualifier or a condition.
[[nodiscard]] std::vector<ByteRange> find_cuts(const texts::Sheet& sheet, ByteRange content,
                                               const HouseStyle& style, std::size_t enough = 32);

/// A range without the ranges in `cuts` (sorted and apart), and without spaces and stray marks at
/// the ends of what is left; empty remainders are left out.
[[nodiscard]] std::vector<ByteRange> without(std::string_view text, ByteRange range,
                                             const std::vector<ByteRange>& cuts);

/// The token at which, with no mark before it, another sentence begins: a small word with a capital
/// ("Pier shut The board …"); the last one where there are several, none where there is none.
[[nodiscard]] std::optional<std::uint32_t> run_on_at(const texts::Sheet& sheet, ByteRange range);

/// The tokens that begin in the range, from the first that ends behind its beginning on.
[[nodiscard]] texts::TokenRange tokens_of(const texts::Sheet& sheet, ByteRange range);

/// Whether a word of modality or negation is among the words.
[[nodiscard]] bool holds_cue(std::string_view words, const HouseStyle& style);

/// The first token and the one behind the last of the subtree under `token`, where it is one run of
/// tokens; empty where it isn't.
[[nodiscard]] texts::TokenRange subtree(const texts::Sheet& sheet, std::uint32_t token);

}  // namespace factbox::factboxes
