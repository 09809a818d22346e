/// \file
/// Words of the language that stories are told in, as far as placing them needs.
#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "base/table.h"

namespace factbox::stories {

/// Function words, which tell no story from another, and forms that no rule for endings joins
/// ("left", "leave"). Loaded once by the shell, then never changed.
class Lexicon {
 public:
  Lexicon() = default;

  /// Reads function_words.tsv and irregular_forms.tsv of a language's folder (data/en). Fails as
  /// unavailable or malformed, with file and line.
  [[nodiscard]] static Result<Lexicon> load(const std::filesystem::path& folder);
  [[nodiscard]] static Lexicon from(const Table& function_words, const Table& irregular_forms);

  /// Names that go by several forms, of a table whose columns are a name and, parted by |, other
  /// forms of it in each of the columns `forms`.
  void add_names(const Table& names, std::initializer_list<std::size_t> forms);

  [[nodiscard]] bool is_function_word(std::string_view folded) const;
  /// The base of an irregular form, else the word itself.
  [[nodiscard]] std::string_view base_of(std::string_view folded) const;

  /// Words that somebody looks for, cut into single words and names of several; each with all the
  /// forms that it goes by, itself first. Of names that begin at one word, the longest counts.
  [[nodiscard]] std::vector<std::vector<std::string>> name_slots(std::string_view words) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };
  std::unordered_set<std::string, Hash, std::equal_to<>> function_words_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> bases_;
  std::vector<std::vector<std::string>> names_;  ///< the forms of each, as printed
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> name_by_form_;  ///< folded
};

}  // namespace factbox::stories
