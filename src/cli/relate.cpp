#include <fmt/format.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "base/instant.h"
#include "cli/choices.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/page_file.h"
#include "cli/result_file.h"
#include "cli/teller.h"
#include "cli/terminal.h"
#include "desk/in_order.h"
#include "desk/pipeline.h"
#include "outputs/comparison.h"
#include "outputs/factbox_json.h"
#include "reports/report_pairs.h"
#include "sources/folder.h"
#include "stories/comparison.h"
#include "stories/compile_story.h"
#include "stories/relate_reports.h"

namespace factbox::cli {
namespace {

using PairKnowledge = std::shared_ptr<const desk::LanguageKnowledge>;

struct RelateOrder {
  InputOptions inputs;
  std::string format;  ///< "text", "jsonl"; empty: text for a person at a terminal
};

/// The beginning of a file; empty where it can't be read.
std::string beginning_of(const std::string& path) {
  constexpr std::size_t kEnough = 4096;
  std::error_code why;
  if (path == "-" || std::filesystem::is_directory(path, why)) {
    return "";
  }
  auto delivery = sources::open_delivery({path, sources::Came::named, {}}, {});
  return delivery ? std::string{delivery->look_ahead(kEnough)} : "";
}

/// A file of a page of ours, as its first field says.
bool is_page(const std::string& path) {
  const auto beginning = beginning_of(path);
  const auto brace = beginning.find_first_not_of(" \t\r\n");
  const auto field = beginning.find('"');
  return brace != std::string::npos && beginning[brace] == '{' && field != std::string::npos &&
         beginning.compare(field, 9, "\"factbox\"") == 0;
}

/// A file whose first line is a pair.
bool holds_pairs(const std::string& path) {
  const auto beginning = beginning_of(path);
  const auto line = beginning.substr(0, beginning.find('\n'));
  return line.find("\"a\"") != std::string::npos && line.find("\"b\"") != std::string::npos;
}

std::string relate_pair(const reports::ReportPair& pair, desk::ReportReader& reader,
                        const desk::LanguageKnowledge& knowledge,
                        readers::PairReader::Space& space) {
  const auto first = reader.read(pair.a);
  const auto second = reader.read(pair.b);
  const auto seen =
      knowledge.pairs->read(stories::sentence_of(first), stories::sentence_of(second), space);
  const auto related =
      stories::relate_reports(first, second, *knowledge.outlets, *knowledge.stories, seen);
  nlohmann::ordered_json line;
  line["id"] = pair.id;
  line["relation"] = stories::name_of(related.relation);
  line["type"] = related.kind ? nlohmann::ordered_json(stories::name_of(*related.kind))
                              : nlohmann::ordered_json();
  line["score"] = related.score;
  return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

/// The pairs of all paths, and whether some input could not be used.
reports::ReadPairs read_all_pairs(const InputOptions& options,
                                  const reports::ReadingTables& tables) {
  const auto found =
      sources::find_files(options.paths.empty() ? std::vector<std::string>{"-"} : options.paths);
  reports::ReadPairs all;
  all.troubles = found.troubles;
  for (const sources::FoundFile& file : found.files) {
    const reports::ReadOptions reading;
    auto delivery = sources::open_delivery(file, reading.unpack);
    if (!delivery) {
      all.troubles.push_back({file.path, 0, 0, std::move(delivery).error()});
      continue;
    }
    reports::ReadPairs read = reports::read_pairs(*delivery, tables, reading);
    all.pairs.insert(all.pairs.end(), read.pairs.begin(), read.pairs.end());
    all.troubles.insert(all.troubles.end(), read.troubles.begin(), read.troubles.end());
  }
  return all;
}

/// The relation of each pair, a line each.
Result<int> relate_pairs(const RelateOrder& order, const PairKnowledge& knowledge,
                         Surroundings& surroundings) {
  const reports::ReadPairs read = read_all_pairs(order.inputs, *knowledge->reading);
  for (const sources::Trouble& trouble : read.troubles) {
    surroundings.messages << "factbox: " << sources::shown(trouble) << '\n';
  }
  const auto make_worker = [&] {
    return [&, reader = std::make_shared<desk::ReportReader>(knowledge),
            space = std::make_shared<readers::PairReader::Space>()](std::size_t index) {
      return relate_pair(read.pairs[index], *reader, *knowledge, *space);
    };
  };
  desk::in_order(read.pairs.size(), order.inputs.jobs, make_worker,
                 [&](const std::string& line) { surroundings.out << line; });
  if (auto written = write_result("", "", surroundings.out); !written) {
    return tl::unexpected(std::move(written).error());
  }
  if (!read.troubles.empty()) {
    return input_unusable;
  }
  return read.pairs.empty() ? nothing_found : done;
}

/// The lines of a page as reports of a sentence or two each, to be read like any other.
std::vector<reports::ReportPtr> reports_of(const factboxes::Factbox& page) {
  std::vector<reports::ReportPtr> reports;
  for (const auto& section : page.sections) {
    for (const auto& line : section.lines) {
      reports::Report report;
      report.id = line.id;
      report.text = line.text;
      report.published = line.first_reported;
      if (const auto time = read_time(report.published)) {
        report.published_at = *time;
      }
      reports.push_back(std::make_shared<reports::Report>(std::move(report)));
    }
  }
  return reports;
}

/// One side of a comparison: reports in files and folders, or a page.
Result<desk::TakenIn> read_side(const std::string& path, const RelateOrder& order,
                                const desk::LanguageKnowledge& knowledge, Teller& teller) {
  if (is_page(path)) {
    FB_TRY(bytes, read_page_file(path));
    auto page = outputs::read_edited_json(bytes);
    if (!page) {
      return tl::unexpected(Error{page.error().kind, path + ": " + page.error().what});
    }
    return desk::TakenIn{reports_of(page->page), page->troubled, 0};
  }
  InputOptions one = order.inputs;
  one.paths = {path};
  return read_inputs_in(knowledge, one, teller);
}

Result<int> compare(const RelateOrder& order, const PairKnowledge& knowledge, Teller& teller,
                    Surroundings& surroundings) {
  const auto& paths = order.inputs.paths;
  FB_TRY(first, read_side(paths[0], order, *knowledge, teller));
  FB_TRY(second, read_side(paths[1], order, *knowledge, teller));
  for (const auto* side : {&first, &second}) {
    if (side->reports.empty()) {
      return tl::unexpected(
          Error{ErrorKind::not_found, paths[side == &first ? 0 : 1] + ": no report to compare"});
    }
  }
  const std::set<reports::ReportPtr> of_second(second.reports.begin(), second.reports.end());
  auto all = first.reports;
  all.insert(all.end(), second.reports.begin(), second.reports.end());
  std::ranges::stable_sort(all, [](const auto& a, const auto& b) { return earlier(*a, *b); });
  const auto read = desk::read_all(all, knowledge, order.inputs.jobs, teller);
  teller.progress("joining what is told twice", 0, 0);
  const auto story = stories::compile_story(read, *knowledge->outlets, *knowledge->stories);
  std::vector<bool> is_second;
  is_second.reserve(all.size());
  for (const auto& report : all) {
    is_second.push_back(of_second.contains(report));
  }
  const auto matters = stories::compare_sides(story, read, is_second);
  teller.clear();
  const outputs::ComparedSides compared{paths[0], paths[1], matters, read};
  const bool for_a_person = order.format.empty() ? out_is_terminal() : order.format == "text";
  const auto told = for_a_person ? outputs::comparison_as_text(compared)
                                 : outputs::comparison_as_json_lines(compared);
  if (auto written = write_result(told, "", surroundings.out); !written) {
    return tl::unexpected(std::move(written).error());
  }
  if (first.troubled || second.troubled) {
    return input_unusable;
  }
  return matters.empty() ? nothing_found : done;
}

int relate(const RelateOrder& order, Surroundings& surroundings) {
  const auto fail = [&](const Error& error, int status) {
    surroundings.messages << "factbox: " << error.what << '\n';
    return status;
  };
  Teller teller{surroundings.messages, messages_are_terminal()};
  teller.progress("loading models", 0, 0);
  const auto& paths = order.inputs.paths;
  const bool two_sides = paths.size() == 2 && !holds_pairs(paths[0]);
  const auto loaded = load_knowledge(surroundings, desk::Depth::statements, {.pairs = !two_sides});
  teller.clear();
  if (!loaded) {
    return fail(loaded.error(), failed);
  }
  const auto knowledge = (*loaded)->of("");
  const auto status = two_sides ? compare(order, knowledge, teller, surroundings)
                                : relate_pairs(order, knowledge, surroundings);
  return status ? *status : fail(status.error(), exit_status_of(status.error()));
}

}  // namespace

std::function<int()> add_relate(CLI::App& command, Surroundings& surroundings) {
  auto order = std::make_shared<RelateOrder>();
  bind_paths(command, order->inputs);
  bind_choice(command, "-f,--format", order->format, {"text", "jsonl"},
              "of A and B: text, for a person (at a terminal unless you say otherwise); jsonl, a "
              "line of JSON a matter",
              surroundings);
  return [order, &surroundings] { return relate(*order, surroundings); };
}

}  // namespace factbox::cli
