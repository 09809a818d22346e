/// \file
/// How likely a reader needs other sentences to understand one: measures with names, and weights
/// that were learned.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "base/result.h"

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

/// The measures of one sentence, by AloneFeature.
using AloneFeatures = std::array<double, kAloneFeatures>;

/// As the table and the script that learns the weights call it: "bare_definite".
[[nodiscard]] std::string_view name_of(AloneFeature feature);

/// How likely a reader who knows only the page's title needs another sentence for this one.
struct AloneWeights {
  double usual = 0;  ///< where all features are 0
  AloneFeatures weights{};

  [[nodiscard]] double needs_others(const AloneFeatures& features) const;
};

/// Reads a table with a row for each feature, and one, "in_general", for a sentence without any.
[[nodiscard]] Result<AloneWeights> load_alone_weights(const std::filesystem::path& path);

}  // namespace factbox::factboxes
