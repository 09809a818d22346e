#include "factboxes/choice/choice_weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

#include "base/table.h"

namespace factbox::factboxes {
namespace {

constexpr std::array<std::string_view, kFeatures> kNames{
    "near_top",     "sentences_before", "share_of_sentence", "in_parts",     "told_alike",
    "common_words", "in_titles",        "has_figure",        "outlet_alone", "by_role",
    "is_quoted",    "leans_back",       "is_planned",        "is_denied",    "is_asked",
    "not_known",    "before_story",     "report_age",        "of_casualties"};

constexpr std::array<std::string_view, kPairFeatures> kPairNames{
    "contained_share", "shared_words", "figures_shared", "figures_apart",
    "same_verb",       "one_mood",     "one_voice",      "meaning_alike"};

constexpr std::string_view kInGeneral = "in_general";  ///< the row of what is given without any

Result<double> read_weight(const Table& table, std::size_t row) {
  const auto cell = table.row(row)[1];
  double weight = 0;
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
  if (read.ec != std::errc{} || read.ptr != cell.data() + cell.size()) {
    return tl::unexpected(table.wrong(row, fmt::format("\"{}\" is no weight (0.25, -1)", cell)));
  }
  return weight;
}

/// Reads a row for each of `names` into `weights`, and the usual value.
template <std::size_t kCount>
Result<double> read_weights(const std::filesystem::path& path,
                            const std::array<std::string_view, kCount>& names,
                            std::array<double, kCount>& weights) {
  FB_TRY(table, Table::load(path, {"feature", "weight", "why"}));
  double usual = 0;
  std::array<bool, kCount> given{};
  for (std::size_t row = 0; row < table.size(); ++row) {
    FB_TRY(weight, read_weight(table, row));
    const auto name = table.row(row)[0];
    const auto found = std::find(names.begin(), names.end(), name);
    if (name != kInGeneral && found == names.end()) {
      return tl::unexpected(
          table.wrong(row, fmt::format("the choice has no feature \"{}\"", name)));
    }
    if (name == kInGeneral) {
      usual = weight;
    } else {
      const auto index = static_cast<std::size_t>(found - names.begin());
      weights[index] = weight;
      given[index] = true;
    }
  }
  const auto missing = std::find(given.begin(), given.end(), false);
  if (missing != given.end()) {
    const auto* name = names.begin() + (missing - given.begin());
    return tl::unexpected(
        Error{ErrorKind::malformed,
              fmt::format("{}: no row for the feature \"{}\"", table.name(), *name)});
  }
  return usual;
}

}  // namespace

std::string_view name_of(Feature feature) {
  return kNames[static_cast<std::size_t>(feature)];
}

std::string_view name_of(PairFeature feature) {
  return kPairNames[static_cast<std::size_t>(feature)];
}

double ChoiceWeights::worth(const Features& features) const {
  return std::inner_product(features.begin(), features.end(), weights.begin(), usual);
}

double RepeatWeights::likelihood(const PairFeatures& features) const {
  const double sum = std::inner_product(features.begin(), features.end(), weights.begin(), usual);
  return 1 / (1 + std::exp(-sum));
}

Result<ChoiceWeights> load_choice_weights(const std::filesystem::path& path) {
  ChoiceWeights choice;
  FB_TRY(usual, read_weights(path, kNames, choice.weights));
  choice.usual = usual;
  return choice;
}

Result<RepeatWeights> load_repeat_weights(const std::filesystem::path& path) {
  RepeatWeights repeats;
  FB_TRY(usual, read_weights(path, kPairNames, repeats.weights));
  repeats.usual = usual;
  return repeats;
}

}  // namespace factbox::factboxes
