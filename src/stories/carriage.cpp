#include "stories/carriage.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace factbox::stories {
namespace {

constexpr std::size_t kDatelineBytes = 160;
constexpr std::size_t kCreditBytes = 120;

std::string_view trimmed(std::string_view words) {
  constexpr std::string_view kEdges = " \t\r\n.,;:-/";
  const auto first = words.find_first_not_of(kEdges);
  if (first == std::string_view::npos) {
    return {};
  }
  return words.substr(first, words.find_last_not_of(kEdges) - first + 1);
}

std::string agency_called(std::string_view words, const reports::Outlets& outlets) {
  const reports::Outlet* outlet = outlets.find_by_name(trimmed(words));
  return outlet != nullptr && outlet->agency ? outlet->name : std::string{};
}

/// The words that stand in the first pair of brackets within `words`, if a dash follows it.
std::string_view bracketed_before_dash(std::string_view words) {
  const auto open = words.find('(');
  if (open == std::string_view::npos) {
    return {};
  }
  const auto close = words.find(')', open);
  if (close == std::string_view::npos) {
    return {};
  }
  const std::string_view after = words.substr(close + 1, 6);
  const auto sign = after.find_first_not_of(' ');
  if (sign == std::string_view::npos) {
    return {};
  }
  const std::string_view rest = after.substr(sign);
  const bool dash = rest.starts_with("-") || rest.starts_with("\u2013") ||
                    rest.starts_with("\u2014") || rest.starts_with("\u2012");
  return dash ? words.substr(open + 1, close - open - 1) : std::string_view{};
}

/// The words of a closing credit: "(Source: RT)", "Source: Xinhua", "/AFP/".
std::string_view closing_credit(std::string_view text) {
  const auto last = text.find_last_not_of(" \t\r\n)");
  if (last == std::string_view::npos) {
    return {};
  }
  const std::string_view whole = text.substr(0, last + 1);
  const std::string_view tail = whole.substr(whole.size() - std::min(kCreditBytes, whole.size()));
  for (const std::string_view mark : {"Source:", "SOURCE:", "source:", "Credit:"}) {
    const auto at = tail.rfind(mark);
    if (at != std::string_view::npos) {
      return tail.substr(at + mark.size());
    }
  }
  const auto open = tail.rfind('(');
  if (open != std::string_view::npos && tail.find_first_of(".\n", open) == std::string_view::npos) {
    return tail.substr(open + 1);
  }
  const auto line = tail.rfind('\n');
  return line == std::string_view::npos ? std::string_view{} : tail.substr(line + 1);
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
  const auto credit = [&](std::string_view words) {
    std::string agency = agency_called(words, outlets);
    return agency == publisher ? std::string{} : agency;
  };
  if (std::string agency = credit(report.agency); !agency.empty()) {
    return agency;
  }
  const std::string_view text = report.text;
  if (std::string agency = credit(bracketed_before_dash(text.substr(0, kDatelineBytes)));
      !agency.empty()) {
    return agency;
  }
  for (const std::string& author : report.authors) {
    if (std::string agency = credit(author); !agency.empty()) {
      return agency;
    }
  }
  return credit(closing_credit(text));
}

std::string echoed_outlet(const statements::Statement& statement, const reports::Outlets& outlets) {
  const statements::ChainMember* farthest = nullptr;
  for (const statements::ChainMember& member : statement.chain) {
    if (member.role != statements::Role::outlet || member.self || !member.span) {
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
