#include "cli/choices.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/letters.h"

namespace factbox::cli {

void bind_choice(CLI::App& command, const std::string& names, std::string& value,
                 const std::vector<std::string>& choices, const std::string& what,
                 Surroundings& surroundings) {
  const auto one_of_them = [choices](std::string& word) -> std::string {
    auto small = in_small_letters(word);
    if (std::ranges::count(choices, small) == 0) {
      return fmt::format("“{}” is none of {}", word, fmt::join(choices, ", "));
    }
    word = std::move(small);
    return "";
  };
  auto* option = command.add_option(names, value, what);
  auto together = fmt::format("{}", fmt::join(choices, "|"));
  constexpr std::size_t kShort = 14;
  option->type_name(together.size() <= kShort ? together : std::string{"WORD"})
      ->check(CLI::Validator{one_of_them, "", "choice"});
  surroundings.choices[option] = choices;
}

}  // namespace factbox::cli
