#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/result_file.h"

namespace factbox::cli {
namespace {

std::string command_names() {
  std::string names;
  for (const auto& command : all_commands()) {
    names += names.empty() ? command.name : fmt::format(" {}", command.name);
  }
  return names;
}

/// All options of a command as they are typed, parted by spaces.
std::string options_of(const Command& command, const Surroundings& surroundings) {
  std::string names;
  for (const auto& group : options_told(command.name, surroundings)) {
    for (const auto& option : group.options) {
      names += fmt::format("{}{}", names.empty() ? "" : " ", fmt::join(option.names, " "));
    }
  }
  return names;
}

/// A case of bash for each option behind which one of few words stands.
std::string choices_of(const Command& command, const Surroundings& surroundings) {
  std::string cases;
  for (const auto& group : options_told(command.name, surroundings)) {
    for (const auto& option : group.options) {
      if (option.choices.empty()) {
        continue;
      }
      for (const auto& name : option.names) {
        cases += fmt::format("    {}:{}) words=\"{}\" ;;\n", command.name, name,
                             fmt::join(option.choices, " "));
      }
    }
  }
  return cases;
}

std::string for_bash(const Surroundings& surroundings) {
  std::string cases;
  std::string choices;
  for (const auto& command : all_commands()) {
    cases +=
        fmt::format("    {}) words=\"{}\" ;;\n", command.name, options_of(command, surroundings));
    choices += choices_of(command, surroundings);
  }
  return "# bash completion for factbox\n_factbox() {\n"
         "  local typed=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= "
         "words=\n"
         "  local i\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case ${COMP_WORDS[i]} in -*) ;; *) command=${COMP_WORDS[i]}; break ;; esac\n"
         "  done\n"
         "  case $command:$before in\n" +
         choices +
         "    completion:completion) words=\"bash zsh fish\" ;;\n"
         "    help:help) words=\"" +
         command_names() +
         "\" ;;\n"
         "  esac\n"
         "  if [[ -n $words ]]; then COMPREPLY=($(compgen -W \"$words\" -- \"$typed\")); return; "
         "fi\n"
         "  case $command in\n"
         "    \"\") words=\"" +
         command_names() + "\" ;;\n" + cases +
         "  esac\n"
         "  if [[ $typed == -* || -z $command ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$words\" -- \"$typed\"))\n"
         "  else\n"
         "    COMPREPLY=($(compgen -f -- \"$typed\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _factbox factbox\n";
}

/// Words in single quotation marks, for a shell.
std::string in_quotes(std::string_view words) {
  std::string safe = "'";
  for (const char letter : words) {
    safe += letter == '\'' ? std::string{"’"} : std::string(1, letter);
  }
  return safe + "'";
}

/// What an option does, without what zsh would take for its own marks.
std::string for_brackets(std::string_view words) {
  std::string safe;
  for (const char letter : words) {
    safe += letter == '[' || letter == ']' || letter == ':' ? ' ' : letter;
  }
  return safe;
}

/// Whether the value of an option is a path, which shells complete by themselves.
bool takes_path(std::string_view value) {
  return value.ends_with("FILE") || value.ends_with("DIR") || value.ends_with(".json");
}

std::string for_zsh(const Surroundings& surroundings) {
  std::string cases;
  std::string commands;
  for (const auto& command : all_commands()) {
    commands +=
        fmt::format("    {}\n", in_quotes(fmt::format("{}:{}", command.name, command.summary)));
    cases += fmt::format("    {})\n      _arguments", command.name);
    for (const auto& group : options_told(command.name, surroundings)) {
      for (const auto& option : group.options) {
        for (const auto& name : option.names) {
          const auto value = option.value.empty() ? std::string{}
                             : option.choices.empty()
                                 ? fmt::format(":{}:{}", for_brackets(option.value),
                                               takes_path(option.value) ? "_files" : " ")
                                 : fmt::format(":{}:({})", for_brackets(option.value),
                                               fmt::join(option.choices, " "));
          cases += " \\\n        " +
                   in_quotes(fmt::format("*{}[{}]{}", name, for_brackets(option.what), value));
        }
      }
    }
    cases += " \\\n        '*:file:_files' ;;\n";
  }
  return "#compdef factbox\n_factbox() {\n  local -a commands\n  commands=(\n" + commands +
         "  )\n  if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
         "  local command=$words[2]\n  shift words; (( CURRENT-- ))\n  case $command in\n" +
         cases +
         "  esac\n}\n"
         "if [[ $funcstack[1] == _factbox ]]; then _factbox; else compdef _factbox factbox; fi\n";
}

std::string for_fish(const Surroundings& surroundings) {
  std::string lines = "# fish completion for factbox\n";
  for (const auto& command : all_commands()) {
    lines += fmt::format("complete -c factbox -n __fish_use_subcommand -f -a {} -d {}\n",
                         command.name, in_quotes(command.summary));
    for (const auto& group : options_told(command.name, surroundings)) {
      for (const auto& option : group.options) {
        lines +=
            fmt::format("complete -c factbox -n '__fish_seen_subcommand_from {}'", command.name);
        for (const auto& name : option.names) {
          lines += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        }
        lines += option.value.empty() ? "" : takes_path(option.value) ? " -r -F" : " -x";
        lines += option.choices.empty()
                     ? ""
                     : " -a " + in_quotes(fmt::format("{}", fmt::join(option.choices, " ")));
        lines += " -d " + in_quotes(option.what) + "\n";
      }
    }
  }
  return lines;
}

int print(const std::string& shell, Surroundings& surroundings) {
  const auto script = shell == "bash"  ? for_bash(surroundings)
                      : shell == "zsh" ? for_zsh(surroundings)
                                       : for_fish(surroundings);
  return write_result(script, "", surroundings.out) ? done : failed;
}

}  // namespace

std::function<int()> add_completion(CLI::App& command, Surroundings& surroundings) {
  auto shell = std::make_shared<std::string>();
  command.add_option("SHELL", *shell, "Which shell")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  return [shell, &surroundings] { return print(*shell, surroundings); };
}

}  // namespace factbox::cli
