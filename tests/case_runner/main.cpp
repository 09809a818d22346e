// Runs case files through the product's own stages.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>

#include "case_runner/case_world.h"
#include "case_runner/compare.h"
#include "case_runner/unless.h"
#include "case_runner/update.h"
#include "desk/pipeline.h"
#include "reports/read_reports.h"

namespace factbox::cases {
namespace {

struct Options {
  std::vector<std::string> paths;
  std::string only;
  bool show = false;
  bool words = false;
  bool update = false;
  std::string model = "models/en_core_web_sm-3.8.0";
  std::string data = "data";
  std::string minilm = "models/all-minilm-l6-v2-0.1.0";
};

Result<reports::ReportPtr> as_report(const CaseReport& written, std::size_t number) {
  reports::Report report;
  report.id = fmt::format("r{}", number);
  report.outlet = written.outlet;
  report.published = written.published;
  report.title = written.title;
  report.text = written.text;
  report.lang = "en";
  if (!written.published.empty()) {
    constexpr std::string_view kGuess = "about ";
    report.published_estimated = written.published.starts_with(kGuess);
    if (report.published_estimated) {
      report.published.erase(0, kGuess.size());
    }
    FB_TRY(time, read_time(report.published));
    report.published_at = time;
  }
  return std::make_shared<const reports::Report>(std::move(report));
}

/// Runs the cases of one file.
class FileRun {
 public:
  FileRun(std::string path, const Options& options, desk::ReportReader& reader,
          const desk::LanguageKnowledge& knowledge)
      : path_(std::move(path)), options_(options), reader_(reader), knowledge_(knowledge) {}

  /// Whether all cases do as they should.
  bool run() {
    std::ifstream file(path_, std::ios::binary);
    if (!file) {
      return fail(0, "can't be read");
    }
    text_.assign(std::istreambuf_iterator<char>(file), {});
    const Result<std::vector<Case>> cases = read_cases(text_);
    if (!cases) {
      return fail(0, cases.error().what);
    }
    bool good = true;
    for (const Case& one : *cases) {
      if (one.name.find(options_.only) != std::string::npos) {
        good &= run(one);
      }
    }
    if (options_.update && !rewrites_.empty()) {
      std::ofstream out(path_, std::ios::binary | std::ios::trunc);
      out << rewritten(text_, rewrites_);
      std::cout << fmt::format("{}: {} blocks rewritten\n", path_, rewrites_.size());
    }
    return good;
  }

 private:
  bool fail(std::size_t line, const std::string& why) {
    std::cout << fmt::format("{}:{}: {}\n", path_, line, why);
    return false;
  }

  const readers::MeaningReader& meanings() {
    if (!meanings_) {
      const auto sums = std::filesystem::path{options_.data} / "en" / "minilm.sha256";
      meanings_ = std::make_unique<const readers::MeaningReader>(
          readers::MeaningReader::load(options_.minilm, sums).value());
    }
    return *meanings_;
  }

  /// A case's reports and files as the product reads them; nothing where a report isn't one.
  std::optional<CaseWorld> world_of(const Case& one) {
    CaseWorld world{
        {}, {}, knowledge_, [this]() -> const readers::MeaningReader& { return meanings(); }};
    for (const CaseFile& file : one.files) {
      sources::Delivery delivery{file.name, sources::Came::from_memory,
                                 sources::stream_of(file.content)};
      world.files.push_back(reports::read_delivery(delivery, *knowledge_.reading, {}));
    }
    for (const CaseReport& written : one.reports) {
      const auto report = as_report(written, world.reports.size());
      if (!report) {
        fail(one.line, report.error().what);
        return std::nullopt;
      }
      world.reports.push_back(reader_.read(*report));
    }
    return world;
  }

  bool run(const Case& one) {
    const std::optional<CaseWorld> world = world_of(one);
    if (!world) {
      return false;
    }
    if (options_.words) {
      for (const statements::ReadReport& report : world->reports) {
        show_words(report.text);
      }
    }
    if (one.expectations.empty() && !options_.show) {
      return fail(one.line, "expects nothing");
    }
    bool met = true;
    for (const Kind& kind : kinds()) {
      if (options_.show) {
        show(one, kind, *world);
      }
      const bool asked = std::ranges::any_of(
          one.expectations, [&](const Expectation& e) { return e.what == kind.what; });
      if (asked) {
        met &= compare_kind(one, kind, *world);
        met &= absent_for_its_reason(one, kind);
      }
    }
    for (const Expectation& expectation : one.expectations) {
      const bool known = std::ranges::any_of(
          kinds(), [&](const Kind& kind) { return kind.what == expectation.what; });
      if (!known) {
        return fail(expectation.first_line,
                    fmt::format("nothing is called `{}`", expectation.what));
      }
    }
    if (!one.known_failure) {
      return met;
    }
    return met ? fail(one.line, "passes, and is marked as a known failure: take the mark away")
               : true;
  }

  bool compare_kind(const Case& one, const Kind& kind, const CaseWorld& world) {
    const std::vector<FoundBlock> found = kind.find(world);
    bool met = true;
    for (const Outcome& outcome : compare(one, kind, found)) {
      if (outcome.met) {
        continue;
      }
      met = false;
      if (options_.update && !one.known_failure) {
        rewrites_.push_back(rewrite(outcome, one, found, kind));
      }
      if (one.known_failure) {
        continue;
      }
      std::cout << fmt::format("{}:{}: {}: {}\n{}", path_, outcome.expectation->first_line,
                               one.name, outcome.why, side_by_side(outcome, one));
    }
    return met;
  }

  /// Whether every `unless` of the case brings back what is expected to be absent.
  bool absent_for_its_reason(const Case& one, const Kind& kind) {
    bool good = true;
    for (const Expectation& expectation : one.expectations) {
      for (const Unless& unless : expectation.unless) {
        if (expectation.what != kind.what) {
          continue;
        }
        const Result<Case> twin = twin_of(one, unless);
        const std::optional<CaseWorld> world = twin ? world_of(*twin) : std::nullopt;
        const bool back = world && holds(expectation, *twin, kind, kind.find(*world));
        if (back || one.known_failure) {
          good &= back;
          continue;
        }
        good =
            fail(unless.line, twin ? fmt::format("{}: there is none either way: it is absent for "
                                                 "another reason than these words",
                                                 one.name)
                                   : twin.error().what);
      }
    }
    return good;
  }

  static void show_words(const texts::Sheet& words) {
    for (std::uint32_t token = 0; token < words.size(); ++token) {
      std::cout << fmt::format("{:4} {:20} {:20} {:20} {:4} {}{}\n", token, words.word(token),
                               texts::shown(words.form(token)), texts::shown(words.link(token)),
                               words.head(token), words.lemma(token),
                               words.starts_sentence(token) ? " |" : "");
    }
  }

  static void show(const Case& one, const Kind& kind, const CaseWorld& world) {
    std::cout << fmt::format("=== {}\n", one.name);
    for (const FoundBlock& block : kind.find(world)) {
      const Expectation all{.what = std::string{kind.what}, .fields = {}, .unless = {}};
      Outcome outcome{.expectation = &all, .why = {}, .found = &block};
      std::cout << rewrite(outcome, one, {block}, kind).lines << '\n';
    }
  }

  std::string path_;
  const Options& options_;
  desk::ReportReader& reader_;
  const desk::LanguageKnowledge& knowledge_;
  std::string text_;
  std::vector<Rewrite> rewrites_;
  std::unique_ptr<const readers::MeaningReader> meanings_;
};

int run(const Options& options) {
  const auto loaded = desk::Knowledge::load({.data = options.data,
                                             .models = {},
                                             .model = options.model,
                                             .depth = desk::Depth::statements},
                                            OneByOne{});
  if (!loaded) {
    std::cerr << loaded.error().what << '\n';
    return 4;
  }
  const auto knowledge = (*loaded)->of("en");
  desk::ReportReader reader{knowledge};
  bool good = true;
  for (const std::string& path : options.paths) {
    good &= FileRun{path, options, reader, *knowledge}.run();
  }
  return good ? 0 : 1;
}

}  // namespace
}  // namespace factbox::cases

int main(int count, char** words) {
  try {
    factbox::cases::Options options;
    CLI::App program{"Runs case files.", "case_runner"};
    program.add_option("files", options.paths, "Case files")->required();
    program.add_option("--only", options.only, "Only cases whose names hold these words");
    program.add_flag("--show", options.show, "Print all that is found, as a case file has it");
    program.add_flag("--words", options.words, "Print the parse of every report");
    program.add_flag("--update", options.update, "Rewrite what is expected to what is found");
    program.add_option("--model", options.model, "Folder of the language model");
    program.add_option("--minilm", options.minilm, "Folder of MiniLM");
    program.add_option("--data", options.data, "Folder of the tables");
    CLI11_PARSE(program, count, words);
    return factbox::cases::run(options);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 4;
  }
}
