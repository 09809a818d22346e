#include "factboxes/lines/alone_weights.h"

#include <array>

namespace factbox::factboxes {
namespace {

constexpr std::array<std::string_view, kAloneFeatures> kNames{
    "pronoun_first", "owner_first",       "pronoun_later",
    "points_back",   "points_there",      "goes_on",
    "adds_on",       "bare_definite",     "definite_noun",
    "bare_surname",  "name_without_role", "count_alone",
    "opens_report",  "names_in_it",       "subject_indefinite",
    "subject_named", "subject_in_titles", "in_titles",
    "has_number",    "no_finite_verb",    "small_letter",
    "no_full_stop",  "line_break",        "odd_marks",
    "begins_quoted", "few_words",         "many_words"};

}  // namespace

std::string_view name_of(AloneFeature feature) {
  return kNames[static_cast<std::size_t>(feature)];
}

Result<AloneWeights> load_alone_weights(const std::filesystem::path& path) {
  return read_weights(path, kNames);
}

}  // namespace factbox::factboxes
