#include "cli/manual.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/letters.h"
#include "cli/help.h"

namespace factbox::cli {
namespace {

/// Words as roff prints them: no backslash, hyphen or leading full stop of ours is one of its own.
std::string plain(std::string_view words) {
  std::string escaped;
  bool line_begins = true;
  for (const char letter : words) {
    if (line_begins && (letter == '.' || letter == '\'')) {
      escaped += "\\&";
    }
    line_begins = letter == '\n';
    if (letter == '\\') {
      escaped += "\\e";
    } else if (letter == '-') {
      escaped += "\\-";
    } else if (letter == '"') {
      escaped += "\\(dq";  // else it would part the words of a macro
    } else {
      escaped += letter;
    }
  }
  return escaped;
}

/// Paragraphs; those whose lines are indented are printed as they stand.
std::string paragraphs(std::string_view words) {
  std::string told;
  bool as_it_is = false;
  for (std::size_t from = 0; from < words.size();) {
    const auto end = std::min(words.find('\n', from), words.size());
    const auto line = words.substr(from, end - from);
    const bool indented = line.starts_with(' ');
    if (!line.empty() && indented != as_it_is) {
      told += indented ? ".nf\n" : ".fi\n";
      as_it_is = indented;
    }
    told += line.empty() ? ".PP\n" : plain(line) + "\n";
    from = end + 1;
  }
  return told + (as_it_is ? ".fi\n" : "");
}

std::string options(std::string_view command, const Surroundings& surroundings) {
  std::string told;
  for (const auto& group : options_told(command, surroundings)) {
    told += fmt::format(".SH {}\n", plain(in_capitals(group.heading)));
    for (const auto& option : group.options) {
      told += fmt::format(".TP\n.B {}\n{}\n", plain(as_typed(option)), plain(option.what));
    }
  }
  return told;
}

std::string examples_of(const Command& command) {
  std::string told = ".SH EXAMPLES\n";
  for (const auto& example : command.examples) {
    told += fmt::format(".TP\n.B {}\n{}\n", plain(example.line), plain(example.gives));
  }
  return told;
}

}  // namespace

std::string manual_page(const Command* command, const Surroundings& surroundings) {
  const auto name =
      command == nullptr ? std::string{"factbox"} : fmt::format("factbox-{}", command->name);
  auto page = fmt::format(
      ".TH {} 1 \"\" \"factbox {}\" \"factbox\"\n.SH NAME\n{} \\- {}\n.SH SYNOPSIS\n",
      plain(in_capitals(name)), FACTBOX_VERSION, plain(name),
      command == nullptr ? "reports go in; the page of what is known about a story comes out"
                         : plain(command->summary));
  if (command == nullptr) {
    page += ".B factbox\nCOMMAND [OPTIONS] [PATHS]\n.SH COMMANDS\n";
    for (const auto& each : all_commands()) {
      page += fmt::format(".TP\n.BR factbox\\-{} (1)\n{}\n", each.name, plain(each.summary));
    }
    page += options("", surroundings);
  } else {
    page += fmt::format(".B factbox {}\n{}\n", command->name, plain(command->usage));
    page += examples_of(*command) + options(command->name, surroundings);
    if (*command->notes != '\0') {
      page += ".SH NOTES\n" + paragraphs(command->notes);
    }
  }
  return page + ".SH EXIT STATUS\n.nf\n" + plain(exit_statuses_told()) + ".fi\n.SH SEE ALSO\n" +
         (command == nullptr ? "factbox help COMMAND\n" : ".BR factbox (1)\n");
}

}  // namespace factbox::cli
