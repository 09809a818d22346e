#include "cli/teller.h"

#include <fmt/format.h>

#include <ostream>

#include "desk/pick_story.h"
#include "sources/trouble.h"

namespace factbox::cli {

void Teller::progress(std::string_view what, std::size_t done, std::size_t all) {
  if (done == 0) {
    progress_.emplace(messages_, what, all);
  } else if (progress_) {
    progress_->at(done);
  }
}

void Teller::trouble(const sources::Trouble& trouble) {
  messages_ << "factbox: " << sources::shown(trouble) << '\n';
}

void Teller::doubt(const reports::Report& report, std::string_view why) {
  messages_ << sources::printable(
                   fmt::format("factbox: {}: report {}: {}", report.path, report.id, why))
            << '\n';
}

void Teller::note(std::string_view words) {
  messages_ << "factbox: " << words << '\n';
}

void Teller::picked(const desk::StoryShown& story, std::span<const desk::StoryShown> next) {
  messages_ << "factbox: the story is\n" << desk::as_line(story);
  if (!next.empty()) {
    messages_ << "factbox: next to it come\n";
  }
  for (const auto& other : next) {
    messages_ << desk::as_line(other);
  }
}

void Teller::withheld(const factboxes::Withheld& line) {
  messages_ << fmt::format("factbox: line {} withheld by rule {}: {}\n", line.finding.line,
                           line.finding.rule, line.finding.why);
}

}  // namespace factbox::cli
