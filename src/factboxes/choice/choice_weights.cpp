#include "factboxes/choice/choice_weights.h"

#include <array>

namespace factbox::factboxes {
namespace {

constexpr std::array<std::string_view, kFeatures> kNames{
    "near_top",     "sentences_before", "share_of_sentence", "in_parts",      "told_alike",
    "common_words", "in_titles",        "has_figure",        "outlet_alone",  "by_role",
    "is_quoted",    "leans_back",       "is_planned",        "is_denied",     "is_asked",
    "not_known",    "before_story",     "report_age",        "of_casualties", "needs_others"};

constexpr std::array<std::string_view, kPairFeatures> kPairNames{
    "contained_share", "shared_words", "figures_shared", "figures_apart",
    "same_verb",       "one_mood",     "one_voice",      "meaning_alike"};

}  // namespace

std::string_view name_of(Feature feature) {
  return kNames[static_cast<std::size_t>(feature)];
}

std::string_view name_of(PairFeature feature) {
  return kPairNames[static_cast<std::size_t>(feature)];
}

Result<ChoiceWeights> load_choice_weights(const std::filesystem::path& path) {
  return read_weights(path, kNames);
}

Result<RepeatWeights> load_repeat_weights(const std::filesystem::path& path) {
  return read_weights(path, kPairNames);
}

}  // namespace factbox::factboxes
