/// \file
/// Who publishes: the table of outlets that the program knows.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/table.h"

namespace factbox::reports {

/// One news organisation: a paper, a broadcaster, an agency.
struct Outlet {
  std::string name;                  ///< as pages print it: "Associated Press"
  std::vector<std::string> aliases;  ///< "AP", "AP News"
  std::vector<std::string> domains;  ///< "apnews.com"; subdomains are meant too
  std::string country;               ///< ISO 3166 code of its seat: "US"
  bool agency = false;               ///< others carry its copy
  std::string family;                ///< the house whose outlets carry one another's copy; or empty
};

/// The outlets of data/en/outlets.tsv. Loaded once, then never changed; what the look-ups return
/// lives as long as the table.
class Outlets {
 public:
  /// An empty table: knows nobody.
  Outlets() = default;

  /// Fails as unavailable where the file is missing, as malformed where a row has other columns
  /// or a name or a domain stands twice, with file and line.
  /// The outlets of `more`, a user's own table of the same form, are known beside them.
  [[nodiscard]] static Result<Outlets> load(const std::filesystem::path& path,
                                            const std::filesystem::path& more = {});

  /// The outlets of a table with the columns name, aliases, domains, country, agency, family.
  [[nodiscard]] static Result<Outlets> from(const Table& table);

  /// The outlet that goes by `name`, with or without "the" before it; none if unknown.
  ///
  /// Capitals count for short ones in capitals ("AP" is one, "ap" none); else "PRESS TV" is
  /// "Press TV". Words in small letters name nobody: "time" isn't "Time". The article is not
  /// made up: "the BBC" is found, and "Times" isn't "The Times".
  [[nodiscard]] const Outlet* find_by_name(std::string_view name) const;

  /// The outlet whose domain `host` is or lies under ("www.", "en." before it); none if unknown.
  [[nodiscard]] const Outlet* find_by_host(std::string_view host) const;

  [[nodiscard]] std::span<const Outlet> all() const { return outlets_; }

 private:
  /// Fails as malformed where another outlet has a name or a domain of it.
  Result<void> add(Outlet outlet);
  Result<void> add_all(const Table& table);

  std::vector<Outlet> outlets_;
  std::unordered_map<std::string, std::size_t> by_name_;  ///< as printed and, where long, folded
  std::unordered_map<std::string, std::size_t> by_domain_;
};

/// The host of a web address, in small letters and without port: "www.bbc.co.uk"; empty if the
/// address has none.
[[nodiscard]] std::string host_of(std::string_view url);

}  // namespace factbox::reports
