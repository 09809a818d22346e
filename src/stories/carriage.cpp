#include "stories/carriage.h"

#include <map>
#include <string_view>

#include "base/letters.h"
#include "reports/dateline.h"

namespace factbox::stories {
namespace {

/// "She told Nora", read as an outlet: the name is the person's own, not that of a reporter's
/// house.
bool is_person(const statements::ChainMember& member) {
  if (!member.entity.starts_with("person:")) {  // not English: what begins the id of one
    return false;
  }
  const auto last = member.name.substr(member.name.rfind(' ') + 1);
  return member.entity.ends_with(in_small_letters(last));
}

}  // namespace

std::string outlet_name(std::string_view name, const reports::Outlets& outlets) {
  if (const reports::Outlet* outlet = outlets.find_by_name(name)) {
    return outlet->name;
  }
  if (name.starts_with("the ") || name.starts_with("The ")) {
    name.remove_prefix(4);
  }
  if (const reports::Outlet* outlet = outlets.find_by_name(name)) {
    return outlet->name;
  }
  return std::string{name};
}

std::string publisher_of(const reports::Report& report, const reports::Outlets& outlets) {
  if (!report.outlet.empty()) {
    if (const reports::Outlet* outlet = outlets.find_by_name(report.outlet)) {
      return outlet->name;
    }
    if (const reports::Outlet* outlet = outlets.find_by_host(report.outlet)) {
      return outlet->name;
    }
    return report.outlet;
  }
  const std::string host = reports::host_of(report.url);
  const reports::Outlet* outlet = outlets.find_by_host(host);
  return outlet == nullptr ? host : outlet->name;
}

std::string credited_agency(const reports::Report& report, const reports::Outlets& outlets) {
  const std::string publisher = publisher_of(report, outlets);
  const auto is_other = [&](const std::string& agency) {
    return !agency.empty() && agency != publisher;
  };
  if (std::string agency = reports::agency_called(report.agency, outlets); is_other(agency)) {
    return agency;
  }
  if (std::string agency = reports::opening_agency(report.text, outlets); is_other(agency)) {
    return agency;
  }
  for (const std::string& author : report.authors) {
    if (std::string agency = reports::agency_called(author, outlets); is_other(agency)) {
      return agency;
    }
  }
  std::string agency = reports::closing_agency(report.text, outlets);
  return is_other(agency) ? agency : std::string{};
}

std::string echoed_outlet(const statements::Statement& statement, const reports::Outlets& outlets) {
  const statements::ChainMember* farthest = nullptr;
  for (const statements::ChainMember& member : statement.chain) {
    if (member.role != statements::Role::outlet || member.self || !member.span ||
        is_person(member)) {
      continue;
    }
    if (member.anonymous == statements::Anonymity::unnamed || member.name.empty()) {
      continue;
    }
    if (farthest == nullptr || member.hop > farthest->hop) {
      farthest = &member;
    }
  }
  return farthest == nullptr ? std::string{} : outlet_name(farthest->name, outlets);
}

std::string retold_outlet(const statements::ReadReport& report, const reports::Outlets& outlets) {
  const std::string publisher = publisher_of(*report.report, outlets);
  std::map<std::string, std::size_t> told_by;
  std::size_t statements = 0;
  bool first = true;
  for (const statements::Statement& statement : report.statements) {
    if (statement.content.empty()) {
      continue;
    }
    ++statements;
    std::string echoed = echoed_outlet(statement, outlets);
    if (echoed == publisher) {
      echoed.clear();
    }
    if (first && statement.kind != statements::Kind::plain) {
      first = false;
      if (!echoed.empty()) {
        return echoed;
      }
    }
    if (!echoed.empty()) {
      ++told_by[echoed];
    }
  }
  for (const auto& [outlet, times] : told_by) {
    if (times * 2 >= statements) {
      return outlet;
    }
  }
  return {};
}

}  // namespace factbox::stories
