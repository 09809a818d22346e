// How many reports a second are placed in running stories, the first thousand and the last of so
// many, and how much memory that takes:
//
//   build/release/bench/stream_bench STREAM.jsonl.gz REPORTS [DAYS]
//
// The stream is repeated until there are so many; each time its names are others and its dates go
// on where they ended. What is silent for DAYS (30) is forgotten, as whoever owns a stream does.
#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "base/letters.h"
#include "desk/knowledge.h"
#include "reports/read_reports.h"
#include "sources/folder.h"
#include "stories/story_stream.h"

namespace {

using namespace factbox;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kThousand = 1000;

/// The words with other names: each letter of a word with a capital is another one in each round.
std::string renamed(const std::string& words, std::size_t round) {
  constexpr std::size_t kLetters = 26;
  std::string out = words;
  for (std::size_t at = 0; at < out.size();) {
    std::size_t past = at;
    while (past < out.size() && is_letter(static_cast<unsigned char>(out[past]))) {
      ++past;
    }
    if (past > at + 3 && is_capital(static_cast<unsigned char>(out[at]))) {
      for (std::size_t i = at + 1; i < past; ++i) {
        const auto letter = static_cast<std::size_t>(out[i] - 'a');
        out[i] = letter < kLetters
                     ? static_cast<char>('a' + (letter + round * (1 + i - at)) % kLetters)
                     : out[i];
      }
    }
    at = std::max(past, at + 1);
  }
  return out;
}

reports::Report in_round(const reports::Report& report, std::size_t round,
                         std::chrono::seconds span) {
  reports::Report again = report;
  if (round == 0) {
    return again;
  }
  again.id += fmt::format("-{}", round);
  again.title = renamed(report.title, round);
  again.text = renamed(report.text, round);
  if (again.published_at) {
    again.published_at->first += span * round;
    again.published_at->past += span * round;
  }
  return again;
}

double megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  constexpr double kKilo = 1024;
  return static_cast<double>(usage.ru_maxrss) / kKilo;
}

int run(const std::string& path, std::size_t wanted, std::chrono::hours silent) {
  const auto loaded =
      desk::Knowledge::load({.data = "data", .depth = desk::Depth::stories}, OneByOne{});
  if (!loaded) {
    fmt::print(stderr, "stream_bench: {}\n", loaded.error().what);
    return 4;
  }
  const auto knowledge = (*loaded)->of("en");
  reports::Gathering gathered;
  reports::read_reports(sources::find_files({path}), *knowledge->reading, {}, OneByOne{}, gathered);
  auto& reports = gathered.read.reports;
  std::erase_if(reports, [](const auto& report) { return !report->published_at; });
  if (reports.empty()) {
    fmt::print(stderr, "stream_bench: {}: no report with a date\n", path);
    return 1;
  }
  std::ranges::sort(reports, [](const auto& a, const auto& b) { return earlier(*a, *b); });
  const auto span =
      std::chrono::duration_cast<std::chrono::seconds>(reports.back()->published_at->first -
                                                       reports.front()->published_at->first) +
      std::chrono::hours{24};
  stories::StoryStream stream{knowledge->stories};
  std::deque<double> rates;
  double first = 0;
  Clock::duration spent{};
  for (std::size_t done = 0; done < wanted; ++done) {
    const auto report = in_round(*reports[done % reports.size()], done / reports.size(), span);
    const auto began = Clock::now();
    stream.place(report);
    if (done % kThousand == kThousand - 1) {
      stream.forget(report.published_at->first - silent, 0);
    }
    spent += Clock::now() - began;
    if (done % kThousand == kThousand - 1) {
      const double rate = kThousand / std::chrono::duration<double>(spent).count();
      first = first == 0 ? rate : first;
      rates.push_back(rate);
      spent = {};
      constexpr std::size_t kTold = 50;
      if (rates.size() % kTold == 0) {
        fmt::print(stderr, "{} reports, {:.0f} a second, {:.0f} MB\n", done + 1, rate, megabytes());
      }
    }
  }
  if (rates.empty()) {
    return 1;
  }
  constexpr std::size_t kLast = 10;
  std::vector<double> last(rates.end() - static_cast<long>(std::min(kLast, rates.size())),
                           rates.end());
  std::ranges::sort(last);
  std::ranges::sort(rates);
  fmt::print(
      "{} reports, {} stories: first thousand {:.0f} a second, last {:.0f} (median of ten), median "
      "of all {:.0f}; "
      "{:.0f} MB at most\n",
      wanted, stream.stories().size(), first, last[last.size() / 2], rates[rates.size() / 2],
      megabytes());
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3 || count > 4) {
    fmt::print(stderr, "usage: stream_bench STREAM.jsonl.gz REPORTS [DAYS]\n");
    return 2;
  }
  constexpr int kDays = 30;
  const int days = count == 4 ? std::atoi(words[3]) : kDays;
  return run(words[1], static_cast<std::size_t>(std::atoll(words[2])),
             std::chrono::hours{24} * days);
}
