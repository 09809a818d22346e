#include "cli/help.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

namespace factbox::cli {
namespace {

constexpr std::size_t kNames = 14;    // where what a command does begins
constexpr std::size_t kColumn = 26;   // where what an option does begins
constexpr std::size_t kWidest = 100;  // longer lines are hard to read
constexpr std::string_view kEveryCommand = "Every command";

/// The words broken into lines, each indented but for the first, which begins at `begins`.
std::string wrapped(std::string_view words, std::size_t indent, std::size_t width,
                    std::size_t begins = 0) {
  std::string lines;
  std::size_t at = begins;
  for (std::size_t from = 0; from < words.size();) {
    const auto end = std::min(words.find(' ', from), words.size());
    const auto word = words.substr(from, end - from);
    if (at > indent && at + 1 + word.size() > width) {
      lines += "\n";
      at = 0;
    }
    if (at < indent) {
      lines.append(indent - at, ' ');
      at = indent;
    } else if (at > indent) {
      lines += " ";
      ++at;
    }
    lines += word;
    at += word.size();
    from = end + 1;
  }
  return lines + "\n";
}

/// Paragraphs; lines that are indented stay as they are.
std::string paragraphs(std::string_view words, std::size_t width) {
  std::string told;
  for (std::size_t from = 0; from < words.size();) {
    const auto end = std::min(words.find('\n', from), words.size());
    const auto line = words.substr(from, end - from);
    told +=
        line.starts_with(' ') || line.empty() ? std::string{line} + "\n" : wrapped(line, 0, width);
    from = end + 1;
  }
  return told;
}

std::string told_in_lines(const OptionTold& option, std::size_t width) {
  auto line = "  " + as_typed(option);
  const bool fits = line.size() + 2 <= kColumn;
  const auto begins = fits ? line.size() : 0;
  return line + (fits ? "" : "\n") + wrapped(option.what, kColumn, width, begins);
}

OptionTold told_of(const CLI::Option& option, const Surroundings& surroundings) {
  OptionTold told;
  for (const auto& name : option.get_snames()) {
    told.names.push_back("-" + name);
  }
  for (const auto& name : option.get_lnames()) {
    told.names.push_back("--" + name);
  }
  told.value = option.get_type_size() == 0 ? "" : option.get_type_name();
  told.what = option.get_description();
  if (const auto found = surroundings.choices.find(&option); found != surroundings.choices.end()) {
    told.choices = found->second;
  }
  return told;
}

void add_options(const CLI::App& app, std::string_view heading, const Surroundings& surroundings,
                 std::vector<OptionGroup>& groups) {
  for (const auto* option : app.get_options()) {
    if (option->get_positional() || option->get_group().empty()) {
      continue;
    }
    const std::string under =
        option->get_group() == "Options" ? std::string{heading} : option->get_group();
    auto group = std::ranges::find(groups, under, &OptionGroup::heading);
    if (group == groups.end()) {
      group = groups.insert(groups.end(), OptionGroup{under, {}});
    }
    group->options.push_back(told_of(*option, surroundings));
  }
}

std::string groups_told(const std::vector<OptionGroup>& groups, std::size_t width) {
  std::string told;
  for (const auto& group : groups) {
    told += "\n" + group.heading + "\n";
    for (const auto& option : group.options) {
      told += told_in_lines(option, width);
    }
  }
  return told;
}

}  // namespace

std::vector<OptionGroup> options_told(std::string_view command, const Surroundings& surroundings) {
  std::vector<OptionGroup> groups;
  if (!command.empty()) {
    const auto* app = surroundings.program->get_subcommand_ptr(std::string{command}).get();
    add_options(*app, "Options", surroundings, groups);
    // Help is asked for in the same way of every command.
    for (auto& group : groups) {
      std::erase_if(group.options,
                    [](const auto& option) { return option.names.back() == "--help"; });
    }
    std::erase_if(groups, [](const auto& group) { return group.options.empty(); });
  }
  add_options(*surroundings.program, kEveryCommand, surroundings, groups);
  return groups;
}

std::string as_typed(const OptionTold& option) {
  return fmt::format("{}{}{}", fmt::join(option.names, ", "), option.value.empty() ? "" : " ",
                     option.value);
}

std::string exit_statuses_told() {
  return "  0  done; a doubt about a report is said and is no failure\n"
         "  1  nothing found; for check, a rule is broken\n"
         "  2  wrong usage\n"
         "  3  some input could not be used, as was said; the rest was\n"
         "  4  the machine, or what is installed on it, failed\n";
}

std::string help_of_all(const Surroundings& surroundings, std::size_t width) {
  width = std::min(width, kWidest);
  std::string told =
      "Reports go in; the page of what is known about a running story comes out.\n\n"
      "Examples\n"
      "  factbox demo                                       a page, from the bundled sample\n"
      "  factbox stories reports/ --table                   what stories your reports tell\n"
      "  factbox compile reports/ --story \"ceasefire talks\" the page of one of them\n\n"
      "Usage\n  factbox COMMAND [OPTIONS] [PATHS]\n\nCommands\n";
  for (const auto& command : all_commands()) {
    const auto name = fmt::format("  {}", command.name);
    told += name + wrapped(command.summary, kNames, width, name.size());
  }
  told += groups_told(options_told("", surroundings), width);
  told += "\nExit status\n" + exit_statuses_told() + "\n" +
          wrapped(
              "factbox help COMMAND tells the options of one. Results go to standard output, "
              "messages to standard error.",
              0, width);
  return told;
}

std::string help_of(const Command& command, const Surroundings& surroundings, std::size_t width) {
  width = std::min(width, kWidest);
  std::string told = fmt::format("{}.\n\nExamples\n", command.summary);
  for (const auto& example : command.examples) {
    told += fmt::format("  {}\n      {}\n", example.line, example.gives);
  }
  told += fmt::format("\nUsage\n  factbox {} {}\n", command.name, command.usage);
  told += groups_told(options_told(command.name, surroundings), width);
  if (*command.notes != '\0') {
    told += "\n" + paragraphs(command.notes, width);
  }
  return told;
}

}  // namespace factbox::cli
