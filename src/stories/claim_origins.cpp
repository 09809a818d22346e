#include "stories/claim_origins.h"

#include <map>
#include <set>

namespace factbox::stories {

std::vector<std::string> independent_origins(std::span<const Carrier> carriers) {
  std::set<std::string> independent;
  std::map<std::string, std::set<std::string>> has_it_from;
  for (const Carrier& carrier : carriers) {
    if (carrier.from.empty() || carrier.from == carrier.origin) {
      independent.insert(carrier.origin);
    } else {
      has_it_from[carrier.origin].insert(carrier.from);
    }
  }
  // An outlet that others name, and that is itself not known to have it from somebody, is where
  // it comes from.
  for (const auto& [outlet, sources] : has_it_from) {
    if (independent.contains(outlet)) {
      continue;
    }
    for (const std::string& source : sources) {
      if (!has_it_from.contains(source)) {
        independent.insert(source);
      }
    }
  }
  return {independent.begin(), independent.end()};
}

}  // namespace factbox::stories
