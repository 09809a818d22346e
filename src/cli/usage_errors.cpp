#include "cli/usage_errors.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <vector>

#include "cli/help.h"
#include "desk/near_names.h"

namespace factbox::cli {
namespace {

/// The words begin alike and go on otherwise: "story" and "stories".
bool one_stem(std::string_view a, std::string_view b) {
  constexpr std::size_t kStem = 4;
  return a.size() > kStem && b.size() > kStem && a.substr(0, kStem) == b.substr(0, kStem);
}

/// Names that begin so, else those that differ in few letters, else those of one stem.
std::vector<std::string> alike(std::string_view typed, const std::vector<std::string>& names) {
  std::vector<std::string> begin;
  std::vector<desk::CountedName> counted;
  for (const auto& name : names) {
    if (name.starts_with(typed) && name != typed) {
      begin.push_back(name);
    }
    counted.push_back({name, 1});
  }
  auto near = begin.empty() ? desk::near_names(typed, counted) : begin;
  if (near.empty()) {
    std::ranges::copy_if(names, std::back_inserter(near),
                         [&](const std::string& name) { return one_stem(typed, name); });
  }
  return near;
}

/// The long names of a command's options, without dashes.
std::vector<std::string> options_of(std::string_view command, const Surroundings& surroundings) {
  std::vector<std::string> names;
  for (const auto& group : options_told(command, surroundings)) {
    for (const auto& option : group.options) {
      for (const auto& name : option.names) {
        if (name.starts_with("--")) {
          names.push_back(name.substr(2));
        }
      }
    }
  }
  return names;
}

/// The commands that have an option.
std::vector<std::string> who_has(const std::string& option, const Surroundings& surroundings) {
  std::vector<std::string> names;
  for (const auto& command : all_commands()) {
    if (std::ranges::count(options_of(command.name, surroundings), option) > 0) {
      names.emplace_back(command.name);
    }
  }
  return names;
}

/// What is to be done where a command lacks an option that others have.
std::string elsewhere(std::string_view command, const std::string& option,
                      const Surroundings& surroundings) {
  if (option == "output") {
    return "; its results go to standard output: write > FILE behind the line";
  }
  const auto names = who_has(option, surroundings);
  if (names.empty()) {
    return "";
  }
  const auto by = fmt::format("; it is one of {}", fmt::join(names, ", "));
  return find_command("extract") != nullptr && std::ranges::count(names, "extract") == 1 &&
                 command != "extract"
             ? by + ": make reports by that, and give them to " + std::string{command}
             : by;
}

std::string unknown_option(std::string_view command, const std::string& word,
                           const Surroundings& surroundings) {
  const auto typed = word.substr(0, word.find('='));
  const auto name = typed == "-o" ? std::string{"output"}
                    : typed == "-f"
                        ? std::string{"format"}
                        : typed.substr(std::min(typed.find_first_not_of('-'), typed.size()));
  const auto who = command.empty() ? std::string{"factbox"} : std::string{command};
  auto told = fmt::format("{} has no option {}", who, typed);
  const auto there = elsewhere(command, name, surroundings);
  if (!there.empty()) {
    return told + there;
  }
  auto near = alike(name, options_of(command, surroundings));
  for (auto& each : near) {
    each.insert(0, "--");
  }
  return near.empty() ? told : told + "; did you mean " + desk::as_choice(near) + "?";
}

/// "--story: 1 required WORDS missing" and its like, as a person would say it.
std::string in_our_words(const std::string& why) {
  constexpr std::string_view kRequired = " required ";
  constexpr std::string_view kMissing = " missing";
  const auto required = why.find(kRequired);
  const auto missing = why.rfind(kMissing);
  if (required != std::string::npos && missing != std::string::npos && missing > required) {
    const auto from = required + kRequired.size();
    return fmt::format("{} needs {} behind it", why.substr(0, why.find(':')),
                       why.substr(from, missing - from));
  }
  constexpr std::string_view kValue = "Value ";
  constexpr std::string_view kRange = " not in range ";
  const auto value = why.find(kValue);
  if (const auto range = why.find(kRange);
      value != std::string::npos && range != std::string::npos) {
    const auto from = value + kValue.size();
    return fmt::format("{}: {} isn't from {}", why.substr(0, why.find(':')),
                       why.substr(from, range - from), why.substr(range + kRange.size()));
  }
  constexpr std::string_view kConvert = "Could not convert: ";
  const auto equals = why.find(" = ");
  if (why.starts_with(kConvert) && equals != std::string::npos) {
    return fmt::format("{} takes a number, and {} is none",
                       why.substr(kConvert.size(), equals - kConvert.size()),
                       why.substr(equals + 3));
  }
  return why;
}

}  // namespace

std::string no_such_command(std::string_view name) {
  std::vector<std::string> names;
  for (const auto& command : all_commands()) {
    names.emplace_back(command.name);
  }
  const auto near = alike(name, names);
  return fmt::format("there is no command “{}”; {}", name,
                     near.empty() ? fmt::format("there are: {}", fmt::join(names, ", "))
                                  : "did you mean " + desk::as_choice(near) + "?");
}

std::string usage_told(const CLI::ParseError& error, std::string_view command,
                       const std::vector<std::string>& unknown, const Surroundings& surroundings) {
  std::string told;
  if (error.get_exit_code() != static_cast<int>(CLI::ExitCodes::ExtrasError) || unknown.empty()) {
    told = in_our_words(error.what());
  } else if (command.empty() && !unknown.front().starts_with('-')) {
    told = no_such_command(unknown.front());
  } else if (unknown.front().starts_with('-')) {
    told = unknown_option(command, unknown.front(), surroundings);
  } else {
    told = fmt::format("{} takes nothing like “{}”", command, unknown.front());
  }
  return fmt::format("{}\nfactbox: `factbox help{}{}` tells what can be said", told,
                     command.empty() ? "" : " ", command);
}

}  // namespace factbox::cli
