/// \file
/// How likely a reader needs other sentences to understand one: measures with names, and weights
/// that were learned.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "factboxes/weights.h"

namespace factbox::factboxes {

/// What in a sentence asks for others. Most are 0 or 1, some count. data/en/alone_weights.tsv tells
/// what each is for.
enum class AloneFeature : std::uint8_t {
  pronoun_first,
  owner_first,
  pronoun_later,
  points_back,
  points_there,
  goes_on,
  adds_on,
  bare_definite,
  definite_noun,
  bare_surname,
  name_without_role,
  count_alone,
  opens_report,
  names_in_it,
  subject_indefinite,
  subject_named,
  subject_in_titles,
  in_titles,
  has_number,
  no_finite_verb,
  small_letter,
  no_full_stop,
  line_break,
  odd_marks,
  begins_quoted,
  few_words,
  many_words,
};
inline constexpr std::size_t kAloneFeatures =
    static_cast<std::size_t>(AloneFeature::many_words) + 1;

/// How likely (`likelihood`) a reader who knows only the page's title needs another sentence for
/// this one.
using AloneWeights = Weights<kAloneFeatures>;

/// The measures of one sentence, by AloneFeature.
using AloneFeatures = AloneWeights::Measures;

/// As the table and the script that learns the weights call it: "bare_definite".
[[nodiscard]] std::string_view name_of(AloneFeature feature);

/// Reads data/en/alone_weights.tsv, as `read_weights` does.
[[nodiscard]] Result<AloneWeights> load_alone_weights(const std::filesystem::path& path);

}  // namespace factbox::factboxes
