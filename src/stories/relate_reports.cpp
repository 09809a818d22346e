#include "stories/relate_reports.h"

#include <algorithm>
#include <vector>

#include "stories/carriage.h"
#include "stories/proposition_reader.h"

namespace factbox::stories {
namespace {

/// The whole of a report, as if it were one statement of its outlet.
Proposition whole_of(const statements::ReadReport& report, std::string_view publisher,
                     PropositionReader& reader) {
  statements::Statement whole;
  whole.field = report.report->text.empty() ? Field::title : Field::text;
  whole.content = {{0, static_cast<std::uint32_t>(report.report->of(whole.field).size())}};
  return reader.read(report, whole, publisher);
}

std::vector<Proposition> propositions_of(const statements::ReadReport& report,
                                         std::string_view publisher, PropositionReader& reader) {
  std::vector<Proposition> propositions;
  for (const statements::Statement& statement : report.statements) {
    if (statement.content.empty() || statement.relays) {
      continue;
    }
    propositions.push_back(reader.read(report, statement, publisher));
  }
  if (propositions.empty()) {
    propositions.push_back(whole_of(report, publisher, reader));
  }
  return propositions;
}

}  // namespace

Related relate_reports(const statements::ReadReport& first, const statements::ReadReport& second,
                       const reports::Outlets& outlets, const Lexicon& lexicon) {
  PropositionReader reader{lexicon};
  const std::string one = publisher_of(*first.report, outlets);
  const std::string other = publisher_of(*second.report, outlets);
  Related related =
      relate(propositions_of(first, one, reader), propositions_of(second, other, reader));
  // The words around the claims tell of the matter too.
  const double whole =
      compare(whole_of(first, one, reader), whole_of(second, other, reader)).one_matter();
  related.score = (related.score + whole) / 2;
  return related;
}

}  // namespace factbox::stories
