#include "stories/persons.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "stories/words.h"

namespace factbox::stories {
namespace {

/// One who is named with a first name.
struct FullName {
  std::string entity;
  std::string first;  ///< first name, folded
  std::size_t reports = 0;
};

bool may_be_one(const FullName& a, const FullName& b) {
  if (a.first == b.first) return true;
  const bool initial = a.first.size() == 1 || b.first.size() == 1;
  return initial && a.first.front() == b.first.front();
}

}  // namespace

std::vector<PersonForm> join_persons(std::span<const statements::ReadReport> reports) {
  std::map<std::string, std::set<std::string>> short_forms;           // last name: entities
  std::map<std::string, std::map<std::string, FullName>> full_names;  // last name: by entity
  for (const statements::ReadReport& report : reports) {
    for (const mentions::Entity& entity : report.mentions.entities) {
      if (entity.type != "PERSON") continue;
      const auto words = split_words(entity.name, 12);
      if (words.empty()) continue;
      const std::string& last = words.back().folded;
      if (words.size() == 1) {
        short_forms[last].insert(entity.id);
        continue;
      }
      FullName& name = full_names[last][entity.id];
      name.entity = entity.id;
      name.first = words.front().folded;
      ++name.reports;
    }
  }
  std::vector<PersonForm> forms;
  for (const auto& [last, named] : full_names) {
    const auto best = std::max_element(
        named.begin(), named.end(),
        [](const auto& a, const auto& b) { return a.second.reports < b.second.reports; });
    const bool one = std::all_of(named.begin(), named.end(), [&](const auto& other) {
      return may_be_one(other.second, best->second);
    });
    if (!one) continue;
    for (const auto& [entity, name] : named) {
      if (entity != best->first) forms.push_back({entity, best->first});
    }
    const auto shorts = short_forms.find(last);
    if (shorts == short_forms.end()) continue;
    for (const std::string& entity : shorts->second) forms.push_back({entity, best->first});
  }
  std::sort(forms.begin(), forms.end());
  return forms;
}

}  // namespace factbox::stories
