#include "reports/outlets.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/letters.h"

// not English in this file: codes of tables.

namespace factbox::reports {
namespace {

/// Up to this length a name in capitals is an abbreviation, whose capitals count.
constexpr std::size_t kLongestAbbreviation = 4;

bool is_abbreviation(std::string_view name) {
  return name.size() <= kLongestAbbreviation && !any_letter(name, is_small);
}

std::vector<std::string> split_list(std::string_view cell) {
  const auto parts = split_cell(cell, '|');
  return {parts.begin(), parts.end()};
}

/// The key under which a name in other capitals is kept; no printed name has a tab.
std::string folded_key(std::string_view name) {
  return "\t" + in_small_letters(name);
}

}  // namespace

namespace {

Result<Table> load_table(const std::filesystem::path& path) {
  return Table::load(path, {"name", "aliases", "domains", "country", "agency", "family"});
}

}  // namespace

Result<Outlets> Outlets::load(const std::filesystem::path& path,
                              const std::filesystem::path& more) {
  FB_TRY(table, load_table(path));
  FB_TRY(outlets, from(table));
  if (!more.empty()) {
    FB_TRY(others, load_table(more));
    if (const auto added = outlets.add_all(others); !added) {
      return tl::unexpected(added.error());
    }
  }
  return outlets;
}

Result<Outlets> Outlets::from(const Table& table) {
  Outlets outlets;
  if (const auto added = outlets.add_all(table); !added) {
    return tl::unexpected(added.error());
  }
  return outlets;
}

Result<void> Outlets::add_all(const Table& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto cells = table.row(i);
    if (cells[0].empty() || (cells[4] != "yes" && cells[4] != "no")) {
      return tl::unexpected(table.wrong(i, "name an outlet, and say yes or no under agency"));
    }
    const auto added = add(Outlet{std::string{cells[0]}, split_list(cells[1]), split_list(cells[2]),
                                  std::string{cells[3]}, cells[4] == "yes", std::string{cells[5]}});
    if (!added) {
      return tl::unexpected(table.wrong(i, added.error().what));
    }
  }
  return {};
}

Result<void> Outlets::add(Outlet outlet) {
  const std::size_t index = outlets_.size();
  const auto take = [index](auto& keys, std::string key) {
    return keys.emplace(std::move(key), index).first->second == index;
  };
  const auto twice = [](std::string_view what) {
    return tl::unexpected(Error{ErrorKind::malformed, fmt::format("\"{}\" stands twice", what)});
  };
  std::vector<std::string> names = outlet.aliases;
  names.push_back(outlet.name);
  for (const std::string& name : names) {
    if (!take(by_name_, name) || (!is_abbreviation(name) && !take(by_name_, folded_key(name)))) {
      return twice(name);
    }
  }
  for (const std::string& domain : outlet.domains) {
    if (!take(by_domain_, domain)) {
      return twice(domain);
    }
  }
  outlets_.push_back(std::move(outlet));
  return {};
}

const Outlet* Outlets::find_by_name(std::string_view name) const {
  const auto find = [&](std::string_view words) -> const Outlet* {
    auto found = by_name_.find(std::string{words});
    if (found == by_name_.end() && any_letter(words, is_capital)) {
      found = by_name_.find(folded_key(words));
    }
    return found == by_name_.end() ? nullptr : &outlets_[found->second];
  };
  if (name.starts_with("the ") || name.starts_with("The ") || name.starts_with("THE ")) {
    const std::string_view bare = name.substr(4);
    // "the wire" is no outlet: what follows the article must have a capital of its own.
    if (!any_letter(bare, is_capital) && !by_name_.contains(std::string{bare})) {
      return nullptr;
    }
    const Outlet* with_article = find(fmt::format("The {}", bare));
    return with_article != nullptr ? with_article : find(bare);
  }
  return find(name);
}

const Outlet* Outlets::find_by_host(std::string_view host) const {
  std::string small = in_small_letters(host);
  std::string_view rest = small;
  while (!rest.empty()) {
    const auto found = by_domain_.find(std::string{rest});
    if (found != by_domain_.end()) {
      return &outlets_[found->second];
    }
    const std::size_t dot = rest.find('.');
    rest = dot == std::string_view::npos ? "" : rest.substr(dot + 1);
  }
  return nullptr;
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) {
    return "";
  }
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#\\"));
  if (const std::size_t user = host.rfind('@'); user != std::string_view::npos) {
    host.remove_prefix(user + 1);
  }
  // An IPv6 address has colons of its own, in brackets.
  const std::size_t bracket = host.starts_with('[') ? host.find(']') : std::string_view::npos;
  host = host.substr(0, host.find(':', bracket == std::string_view::npos ? 0 : bracket));
  while (host.ends_with('.')) {
    host.remove_suffix(1);
  }
  return in_small_letters(host);
}

}  // namespace factbox::reports
