#include "cli/commands.h"

#include <array>

namespace factbox::cli {

ExitStatus exit_status_of(const Error& error) {
  switch (error.kind) {
    case ErrorKind::malformed:
    case ErrorKind::unsupported:
    case ErrorKind::too_large:
      return input_unusable;
    case ErrorKind::not_found:
      return nothing_found;
    case ErrorKind::conflict:  // an order that means several things
      return wrong_usage;
    case ErrorKind::unavailable:
    case ErrorKind::io:
      return failed;
  }
  return failed;
}

std::span<const Command> all_commands() {
  static constexpr std::array kCommands{
      Command{"compile", "Make the page of what is known from the reports of a story",
              "factbox compile reports/ --story \"ceasefire talks\" --as-of 2026-04-16\n  factbox "
              "compile reports.jsonl.gz --format html --output page.html\n  factbox "
              "compile --thorough reports/",
              &add_compile},
      Command{"render", "Print a page that was compiled before, also one edited by hand",
              "factbox compile reports/ --format json --output page.json\n  factbox render "
              "page.json --format html --output page.html",
              &add_render},
      Command{"check", "Check a page against the rules and its reports",
              "factbox compile reports/ --format json --output page.json\n  factbox check "
              "page.json reports/",
              &add_check},
      Command{"extract", "Make reports of pages and texts, as JSON Lines",
              "factbox extract pages/ > reports.jsonl\n  factbox extract note.txt --outlet "
              "\"Harbour Wire\" --published 2026-04-12",
              &add_extract},
      Command{"parse", "Print words with their tags, lemmas, heads and names",
              "echo \"The talks will go on, the minister said.\" | factbox parse --format conllu",
              &add_parse},
      Command{"analyse", "Print who said what, and the times, figures and names of each report",
              "factbox analyse reports.jsonl --words > statements.jsonl\n"
              "  factbox analyse reports.jsonl --format csv > statements.csv\n"
              "  factbox analyse reports.jsonl --format csv --table figures > figures.csv",
              &add_analyse},
      Command{"demo", "Compile the bundled sample: print its page, and write it for a browser",
              "factbox demo --output /tmp/page.html", &add_demo},
      Command{"stories", "Find the running stories in a stream of reports",
              "factbox stories --table reports/\n  factbox "
              "stories --assignments reports.jsonl.gz > assignments.jsonl",
              &add_stories},
      Command{"relate", "Tell how the claims of two reports stand to each other, pair by pair",
              "factbox relate pairs.jsonl > relations.jsonl", &add_relate},
  };
  return kCommands;
}

}  // namespace factbox::cli
