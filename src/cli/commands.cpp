#include "cli/commands.h"

#include <algorithm>
#include <iterator>

namespace factbox::cli {
namespace {

constexpr const char* kReportsNote =
    "REPORTS are files (JSON Lines, HTML, plain text; packed as .gz or .zst too), folders of them, "
    "or - for standard input. docs/text-files.md tells how a text says its outlet and date.";

constexpr const char* kTimesNote =
    "REPORTS are files (JSON Lines, HTML, plain text; packed as .gz or .zst too), folders of them, "
    "or - for standard input. docs/text-files.md tells how a text says its outlet and date.\n\n"
    "TIME is a moment, a day, a month or a year: 2026-04-16, 2026-04-16T13:45Z, \"16 April 2026\", "
    "\"16 April 2026, 13:45 UTC\", \"April 2026\", now, today, yesterday.";

/// What makes and reads pages.
std::vector<Command> of_pages() {
  return {
      {"stories",
       "Find the running stories in reports",
       "[OPTIONS] REPORTS...",
       {{"factbox stories reports/ --table", "what there is to choose from, for people"},
        {"factbox stories reports.jsonl.gz > stories.jsonl", "a line of JSON a story"},
        {"factbox stories reports.jsonl.gz --assignments > placed.jsonl",
         "a line a report: the story and the origin it was given as it came"}},
       kTimesNote,
       &add_stories},
      {"compile",
       "Make the page of what is known of a story from its reports",
       "[OPTIONS] REPORTS...",
       {{"factbox compile reports/ --story \"ceasefire talks\"", "the page, printed"},
        {"factbox compile reports/ --story \"ceasefire talks\" -o page.html",
         "the same for a browser"},
        {"factbox compile reports/ --story \"ceasefire talks\" --as-of \"16 April 2026\"",
         "as it was known at the end of that day"},
        {"factbox compile reports/ --story story-17706f245b8f -o page.json",
         "by the id that stories prints for the same reports; to be edited, checked and rendered"}},
       kTimesNote,
       &add_compile},
      {"check",
       "Check a page against the rules and its reports",
       "[OPTIONS] PAGE.json REPORTS...",
       {{"factbox check page.json reports/", "which lines break a rule, and what to do"},
        {"factbox check new.json reports/ --previous old.json",
         "and whether the new page says what has changed"},
        {"factbox check --lists", "the closed lists that the rules go by"}},
       "PAGE.json is a page as `factbox compile -o page.json` wrote it and perhaps somebody edited "
       "it. Each rule is told in docs/rules.md. Exit status 1 where a page breaks one.",
       &add_check},
      {"render",
       "Print a page that was compiled before, also one edited by hand",
       "[OPTIONS] PAGE.json",
       {{"factbox render page.json -o page.html", "for a browser; the page says what was edited"},
        {"factbox render page.json -f md", "as Markdown, printed"},
        {"factbox render - -f docx -o page.docx < page.json", "from standard input, for Word"}},
       "docs/page.md tells how a page is edited. What can't be read in it is said with its line; "
       "the rest is rendered all the same.",
       &add_render},
      {"trace",
       "Show the exact words that a page's lines rest on, or who cites whom in a story",
       "[OPTIONS] PAGE.json | --origins [STORY] REPORTS...",
       {{"factbox trace page.json --line \"ferry sank\"",
         "the lines with these words, and the reports' sentences behind them"},
        {"factbox trace --origins \"ferry talks\" reports/",
         "which outlets copy, credit and cite which others, and in what words"},
        {"factbox trace --origins reports/ --story \"ferry talks\" -o graph.svg",
         "the same as a drawing, for a browser"}},
       "PAGE.json is a page as `factbox compile -o page.json` wrote it; `factbox check` holds it "
       "against its reports. STORY is words or an id, as for `factbox compile --story`.\n\nTIME is "
       "a moment, a day, a month or a year: 2026-04-16, 2026-04-16T13:45Z, \"16 April 2026\".",
       &add_trace}};
}

/// What tells of reports.
std::vector<Command> of_reports() {
  return {
      {"analyse",
       "Print who said what, and the times, figures and names of each report",
       "[OPTIONS] REPORTS...",
       {{"factbox analyse reports/ --format csv > statements.csv",
         "a row a statement: outlet, date, words, speaker, chain …"},
        {"factbox analyse reports/ --format csv --table figures > figures.csv",
         "the same of figures; also names, times"},
        {"factbox analyse reports.jsonl --words > analysed.jsonl", "a line of JSON a report"}},
       kTimesNote,
       &add_analyse},
      {"relate",
       "Tell what two reports, sets of reports or pages say alike, alone and against each other",
       "[OPTIONS] A B | PAIRS",
       {{"factbox relate morning.jsonl evening.jsonl",
         "what both say, what only one says, where they differ"},
        {"factbox relate old.json new.json", "the same of two pages"},
        {"factbox relate pairs.jsonl > relations.jsonl",
         "pair by pair: same, entails, update, contradiction or different"}},
       "A and B are files or folders of reports, or pages as `factbox compile -o page.json` wrote "
       "them.\n\nPAIRS is a file of JSON Lines, a pair each: {\"id\": \"1\", \"a\": REPORT, \"b\": "
       "REPORT}, each report a sentence or a few. A line comes out for each: {\"id\": \"1\", "
       "\"relation\": \"contradiction\", \"type\": \"number\", \"score\": 0.8}.\n\nBoth go by the "
       "code "
       "that joins claims on a page: docs/formats.md.",
       &add_relate}};
}

/// What prepares, and what helps.
std::vector<Command> of_the_rest() {
  return {
      {"extract",
       "Make reports of pages and texts, as JSON Lines",
       "[OPTIONS] REPORTS...",
       {{"factbox extract pages/ > reports.jsonl", "clean text, title, outlet, date, authors"},
        {"factbox extract feed.xml crawl.warc.gz > reports.jsonl",
         "feeds, wires (NewsML-G2, ninjs), archives: one report after another"},
        {"factbox extract note.txt --outlet \"Harbour Wire\" --published \"12 April 2026\"",
         "what the file itself doesn't say"}},
       "A text file may say its title, outlet and date, author and address in the lines above the "
       "text (docs/text-files.md):\n\n  Talks go on in Muscat\n  Harbour Wire, 12 April 2026, "
       "08:30 "
       "UTC\n  By Ann Lee\n  https://harbourwire.example/talks\n\n  The talks go on, officials "
       "said.",
       &add_extract},
      {"parse",
       "Print words with their tags, lemmas, heads and names",
       "[OPTIONS] REPORTS...",
       {{"echo \"The talks will go on, the minister said.\" | factbox parse --format conllu",
         "a line a word"},
        {"factbox parse reports.jsonl > words.jsonl", "a line of JSON a report"}},
       kReportsNote,
       &add_parse},
      {"demo",
       "Compile the bundled sample: print its page, and write it for a browser",
       "[OPTIONS]",
       {{"factbox demo -o /tmp/page.html", "the page of a story of our own invention"}},
       "",
       &add_demo},
      {"doctor",
       "Look for what is missing or broken on this machine",
       "[OPTIONS]",
       {{"factbox doctor", "a line for each thing that is looked at, and what to do about it"}},
       "Exit status 4 where something keeps the program from its work.",
       &add_doctor},
      {"settings",
       "Show every setting, what is in force, and where that comes from",
       "[OPTIONS]",
       {{"factbox settings", "a line a setting"},
        {"FACTBOX_TIMEZONE=Europe/Paris factbox settings", "what a variable changes"}},
       "What is typed behind a command counts before a variable of the environment, and that "
       "before "
       "what the program finds or takes by itself.",
       &add_settings},
      {"completion",
       "Print what makes a shell complete commands and options",
       "bash|zsh|fish",
       {{"source <(factbox completion bash)", "for this shell; in ~/.bashrc, for all"},
        {"factbox completion zsh > ~/.zfunc/_factbox", "a folder of your fpath"},
        {"factbox completion fish > ~/.config/fish/completions/factbox.fish", ""}},
       "",
       &add_completion},
      {"help",
       "Tell what the program or one of its commands does",
       "[COMMAND]",
       {{"factbox help compile", "examples and options of one command"},
        {"factbox help --man compile | man -l -", "the same as a manual page"}},
       "",
       &add_help}};
}

}  // namespace

ExitStatus exit_status_of(const Error& error) {
  switch (error.kind) {
    case ErrorKind::malformed:
    case ErrorKind::unsupported:
    case ErrorKind::too_large:
      return input_unusable;
    case ErrorKind::not_found:
      return nothing_found;
    case ErrorKind::conflict:  // an order that means several things, or nothing
      return wrong_usage;
    case ErrorKind::unavailable:
    case ErrorKind::io:
      return failed;
  }
  return failed;
}

std::span<const Command> all_commands() {
  static const std::vector<Command> commands_of_ours = [] {
    auto all = of_pages();
    std::ranges::move(of_reports(), std::back_inserter(all));
    std::ranges::move(of_the_rest(), std::back_inserter(all));
    return all;
  }();
  return commands_of_ours;
}

const Command* find_command(std::string_view name) {
  const auto commands = all_commands();
  const auto found =
      std::ranges::find_if(commands, [&](const Command& command) { return name == command.name; });
  return found == commands.end() ? nullptr : &*found;
}

}  // namespace factbox::cli
