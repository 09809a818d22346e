#include "cli/teller.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <utility>

#include "cli/terminal.h"
#include "desk/pick_story.h"
#include "sources/trouble.h"

namespace factbox::cli {

namespace {

constexpr std::string_view kBackAndEmpty = "\r\033[K";  // to the line's beginning, and wipe it

std::string left_told(std::chrono::seconds left) {
  constexpr std::chrono::seconds kMinutes{90};
  return left < kMinutes ? fmt::format(", {} s left", left.count())
                         : fmt::format(", {} min left", left.count() / 60 + 1);
}

/// A story's line, whose title comes from outside.
std::string line_of(const desk::StoryShown& story) {
  std::string line = desk::as_line(story);
  if (line.ends_with('\n')) {
    line.pop_back();
  }
  return sources::printable(std::move(line)) + '\n';
}

}  // namespace

std::string progress_told(std::string_view what, std::size_t done, std::size_t all,
                          std::chrono::milliseconds since) {
  if (all == 0) {
    return std::string{what} + " …";
  }
  auto told = fmt::format("{}: {} of {}", what, done, all);
  constexpr std::chrono::seconds kSure{2};
  if (done > 0 && since > kSure) {
    const auto left = since * static_cast<std::int64_t>(all - std::min(done, all)) /
                      static_cast<std::int64_t>(done);
    told += left_told(std::chrono::ceil<std::chrono::seconds>(left));
  }
  return told;
}

Teller::~Teller() {
  clear();
}

void Teller::clear() {
  if (shown_) {
    messages_ << kBackAndEmpty;
    messages_.flush();
    shown_ = false;
  }
}

void Teller::progress(std::string_view what, std::size_t done, std::size_t all) {
  if (!at_terminal_) {
    return;
  }
  constexpr std::chrono::milliseconds kWait{100};
  const auto now = Clock::now();
  const bool another = what != what_;
  if (!another && shown_ && now - told_ < kWait) {
    return;
  }
  if (another) {
    what_ = what;
    began_ = now;
  }
  told_ = now;
  const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(now - began_);
  auto line = "factbox: " + progress_told(what, done, all, since);
  line.resize(std::min(line.size(), width_of_messages() - 1));
  messages_ << kBackAndEmpty << line;
  messages_.flush();
  shown_ = true;
}

void Teller::trouble(const sources::Trouble& trouble) {
  clear();
  messages_ << "factbox: " << sources::shown(trouble) << '\n';
}

void Teller::doubt(const reports::Report& report, std::string_view why) {
  clear();
  messages_ << sources::printable(
                   fmt::format("factbox: {}: report {}: {}", report.path, report.id, why))
            << '\n';
}

void Teller::note(std::string_view words) {
  clear();
  messages_ << "factbox: " << sources::printable(std::string{words}) << '\n';
}

void Teller::picked(const desk::StoryShown& story, std::span<const desk::StoryShown> next) {
  clear();
  messages_ << "factbox: the story is\n" << line_of(story);
  if (!next.empty()) {
    messages_ << "factbox: next to it come\n";
  }
  for (const auto& other : next) {
    messages_ << line_of(other);
  }
}

void Teller::withheld(const factboxes::Withheld& line) {
  clear();
  messages_ << sources::printable(fmt::format("factbox: a line withheld by rule {} ({}): {}",
                                              line.finding.rule, line.finding.why, line.text))
            << '\n';
}

}  // namespace factbox::cli
