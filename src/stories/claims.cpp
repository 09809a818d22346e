#include "stories/claims.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "stories/carriage.h"
#include "stories/claim_origins.h"
#include "stories/words.h"

namespace factbox::stories {
namespace {

using statements::ReadReport;
using statements::Statement;

std::string content_bytes(const ReadReport& report, const Statement& statement) {
  std::string bytes;
  for (const ByteRange range : statement.content) {
    bytes += range.in(report.report->of(statement.field));
    bytes += '\n';
  }
  return bytes;
}

/// What two statements must share to be one claim in so many words.
std::string wording_key(const ReadReport& report, const Statement& statement) {
  std::string key = std::to_string(static_cast<int>(statement.modality)) + '/' +
                    std::to_string(static_cast<int>(statement.polarity));
  for (const PlainWord& word : split_words(content_bytes(report, statement))) {
    key += ' ';
    key += word.folded;
  }
  return key;
}

bool is_attributed(const Statement& statement) {
  return std::any_of(statement.chain.begin(), statement.chain.end(), [](const auto& member) {
    return member.role != statements::Role::outlet &&
           member.anonymous != statements::Anonymity::unnamed;
  });
}

/// An origin's name, or where it has none its number: reports whose outlets are unknown are not
/// for that one origin.
std::string key_of(const Origins& origins, std::uint32_t index) {
  const std::string& name = origins.origins[index].name;
  return name.empty() ? '#' + std::to_string(index) : name;
}

std::uint32_t origin_of_key(const std::string& key, std::vector<Origin>& origins) {
  if (key.starts_with('#')) return static_cast<std::uint32_t>(std::stoul(key.substr(1)));
  return origin_named(key, origins);
}

/// How well a statement's wording can stand for all: more is better.
int fitness(const Statement& statement) {
  return (statement.field == Field::text ? 4 : 0) + (is_attributed(statement) ? 2 : 0) +
         (statement.content.size() == 1 ? 1 : 0);
}

}  // namespace

std::vector<Claim> join_claims(std::span<const ReadReport> reports,
                               std::span<const Carriage> carriage, const reports::Outlets& outlets,
                               Origins& origins) {
  std::vector<Claim> claims;
  std::map<std::string, std::size_t> by_wording;
  for (ReportIndex r = 0; r < reports.size(); ++r) {
    for (std::uint32_t s = 0; s < reports[r].statements.size(); ++s) {
      const Statement& statement = reports[r].statements[s];
      if (statement.content.empty()) continue;
      const auto [at, added] =
          by_wording.emplace(wording_key(reports[r], statement), claims.size());
      if (added) claims.emplace_back();
      claims[at->second].statements.push_back({r, s});
    }
  }
  const auto statement_at = [&](StatementRef ref) -> const Statement& {
    return reports[ref.report].statements[ref.statement];
  };
  std::set<std::string> taken;
  for (Claim& claim : claims) {
    claim.representative = *std::max_element(
        claim.statements.begin(), claim.statements.end(), [&](StatementRef a, StatementRef b) {
          return fitness(statement_at(a)) < fitness(statement_at(b));
        });
    const StatementRef first = claim.statements.front();
    const std::string bytes = reports[first.report].report->id + '\n' +
                              content_bytes(reports[first.report], statement_at(first));
    for (std::uint64_t seed = 0; claim.id.empty() || !taken.insert(claim.id).second; ++seed) {
      claim.id = "claim-" + hex16(stable_hash(bytes, seed)).substr(0, 12);
    }
    std::vector<Carrier> carriers;
    std::set<std::string> carrying;
    for (const StatementRef ref : claim.statements) {
      carriers.push_back({key_of(origins, origins.of_report[ref.report]),
                          echoed_outlet(statement_at(ref), outlets)});
      carrying.insert(carriage[ref.report].publisher);
    }
    for (const std::string& key : independent_origins(carriers)) {
      const std::uint32_t origin = origin_of_key(key, origins.origins);
      if (!origins.origins[origin].circular) claim.origins.push_back(origin);
    }
    std::sort(claim.origins.begin(), claim.origins.end());
    claim.outlets.assign(carrying.begin(), carrying.end());
  }
  return claims;
}

}  // namespace factbox::stories
