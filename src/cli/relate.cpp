#include <fmt/format.h>

#include <CLI/App.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "desk/in_order.h"
#include "desk/pipeline.h"
#include "reports/report_pairs.h"
#include "sources/folder.h"
#include "stories/relate_reports.h"

namespace factbox::cli {
namespace {

std::string relate_pair(const reports::ReportPair& pair, desk::ReportReader& reader,
                        const desk::LanguageKnowledge& knowledge) {
  const auto related = stories::relate_reports(reader.read(pair.a), reader.read(pair.b),
                                               *knowledge.outlets, *knowledge.stories);
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

int relate(const InputOptions& options, Surroundings& surroundings) {
  const auto fail = [&](const Error& error) {
    surroundings.messages << "factbox: " << error.what << '\n';
    return failed;
  };
  const auto loaded = load_knowledge(surroundings, desk::Depth::statements);
  if (!loaded) {
    return fail(loaded.error());
  }
  const auto knowledge = (*loaded)->of("");
  const reports::ReadPairs read = read_all_pairs(options, *knowledge->reading);
  for (const sources::Trouble& trouble : read.troubles) {
    surroundings.messages << "factbox: " << sources::shown(trouble) << '\n';
  }
  const auto make_worker = [&] {
    return [&, reader = std::make_shared<desk::ReportReader>(knowledge)](std::size_t index) {
      return relate_pair(read.pairs[index], *reader, *knowledge);
    };
  };
  desk::in_order(read.pairs.size(), options.jobs, make_worker,
                 [&](const std::string& line) { surroundings.out << line; });
  surroundings.out.flush();
  if (!surroundings.out) {
    return fail({ErrorKind::io, "the results could not be written"});
  }
  if (!read.troubles.empty()) {
    return input_unusable;
  }
  return read.pairs.empty() ? nothing_found : done;
}

}  // namespace

std::function<int()> add_relate(CLI::App& command, Surroundings& surroundings) {
  auto options = std::make_shared<InputOptions>();
  bind_paths(command, *options);
  return [options, &surroundings] { return relate(*options, surroundings); };
}

}  // namespace factbox::cli
