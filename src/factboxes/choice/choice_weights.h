/// \file
/// How much a statement is worth to a page: measures with names, and weights that were learned.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "factboxes/weights.h"

namespace factbox::factboxes {

/// What the choice looks at. Most are 0 or 1, or a share; `told_alike` and `common_words` tell how
/// far a statement stands out among those of its story, so that they mean the same in small and in
/// large stories. data/en/choice_weights.tsv tells what each is for.
enum class Feature : std::uint8_t {
  near_top,
  sentences_before,
  share_of_sentence,
  in_parts,
  told_alike,
  common_words,
  in_titles,
  has_figure,
  outlet_alone,
  by_role,
  is_quoted,
  leans_back,
  is_planned,
  is_denied,
  is_asked,
  not_known,
  before_story,
  report_age,
  of_casualties,
  needs_others,
};
inline constexpr std::size_t kFeatures = static_cast<std::size_t>(Feature::needs_others) + 1;

/// What an editor is likely to give for a statement (`sum`): about 3 for what a page can't do
/// without, 1 for what a good page has, 0 for what would be left out first.
using ChoiceWeights = Weights<kFeatures>;

/// The measures of one statement, by Feature.
using Features = ChoiceWeights::Measures;

/// As the table and the script that learns the weights call it: "common_words".
[[nodiscard]] std::string_view name_of(Feature feature);

/// What the choice looks at where two statements might tell one thing. `meaning_alike`, which costs
/// more than all else, is 0 until it is read.
enum class PairFeature : std::uint8_t {
  contained_share,
  shared_words,
  figures_shared,
  figures_apart,
  same_verb,
  one_mood,
  one_voice,
  meaning_alike,
};
inline constexpr std::size_t kPairFeatures =
    static_cast<std::size_t>(PairFeature::meaning_alike) + 1;

/// How likely (`likelihood`) two statements are one claim to an editor.
using RepeatWeights = Weights<kPairFeatures>;

/// The measures of two statements, by PairFeature.
using PairFeatures = RepeatWeights::Measures;

[[nodiscard]] std::string_view name_of(PairFeature feature);

/// Read data/en/choice_weights.tsv, and repeat_weights.tsv or retelling_weights.tsv, as
/// `read_weights` does.
[[nodiscard]] Result<ChoiceWeights> load_choice_weights(const std::filesystem::path& path);
[[nodiscard]] Result<RepeatWeights> load_repeat_weights(const std::filesystem::path& path);

}  // namespace factbox::factboxes
