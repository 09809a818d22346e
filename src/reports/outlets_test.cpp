#include "reports/outlets.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace factbox::reports {
namespace {

constexpr std::string_view kTable =
    "name\taliases\tdomains\tcountry\tagency\tfamily\n"
    "# a comment\n"
    "Harbour Wire\tHW|Harbour News Agency\tharbourwire.example|hw.example\tXA\tyes\t\n"
    "The Morning Post\tMorning Post\tmorning.example\tXB\tno\tPost House\n"
    "The Bell\t\tbell.example\tXB\tno\tPost House\n"
    "qpa\t\tqpa.example\tXC\tyes\t\n";

Result<Outlets> read_table(std::string_view rows) {
  FB_TRY(table, Table::read(std::string{rows}, "outlets.tsv",
                            {"name", "aliases", "domains", "country", "agency", "family"}));
  return Outlets::from(table);
}

Outlets known() {
  return read_table(kTable).value();
}

std::string name_of(const Outlet* outlet) {
  return outlet == nullptr ? "" : outlet->name;
}

TEST(Outlets, AreFoundByNameAndAlias) {
  const Outlets outlets = known();
  EXPECT_EQ(name_of(outlets.find_by_name("Harbour Wire")), "Harbour Wire");
  EXPECT_EQ(name_of(outlets.find_by_name("HW")), "Harbour Wire");
  EXPECT_EQ(name_of(outlets.find_by_name("HARBOUR NEWS AGENCY")), "Harbour Wire");
  EXPECT_EQ(name_of(outlets.find_by_name("qpa")), "qpa");
  EXPECT_TRUE(outlets.find_by_name("HW")->agency);
  EXPECT_EQ(outlets.find_by_name("HW")->country, "XA");
  EXPECT_EQ(outlets.find_by_name("Morning Post")->family, "Post House");
}

TEST(Outlets, CapitalsTellNamesFromWords) {
  const Outlets outlets = known();
  EXPECT_EQ(outlets.find_by_name("hw"), nullptr);
  EXPECT_EQ(outlets.find_by_name("Hw"), nullptr);
  EXPECT_EQ(outlets.find_by_name("harbour wire"), nullptr);
  EXPECT_EQ(outlets.find_by_name("the bell"), nullptr);
  EXPECT_EQ(outlets.find_by_name(""), nullptr);
  EXPECT_EQ(outlets.find_by_name("The "), nullptr);
}

TEST(Outlets, AnArticleIsTakenButNotMadeUp) {
  const Outlets outlets = known();
  EXPECT_EQ(name_of(outlets.find_by_name("the Harbour Wire")), "Harbour Wire");
  EXPECT_EQ(name_of(outlets.find_by_name("the Morning Post")), "The Morning Post");
  EXPECT_EQ(name_of(outlets.find_by_name("the Bell")), "The Bell");
  EXPECT_EQ(outlets.find_by_name("Bell"), nullptr);
}

TEST(Outlets, AreFoundByHost) {
  const Outlets outlets = known();
  EXPECT_EQ(name_of(outlets.find_by_host("www.harbourwire.example")), "Harbour Wire");
  EXPECT_EQ(name_of(outlets.find_by_host("EN.HW.example")), "Harbour Wire");
  EXPECT_EQ(outlets.find_by_host("example"), nullptr);
  EXPECT_EQ(outlets.find_by_host("notharbourwire.example"), nullptr);
  EXPECT_EQ(outlets.find_by_host(""), nullptr);
}

TEST(Outlets, ABrokenTableSaysWhere) {
  const auto no_agency = read_table("name\taliases\tdomains\tcountry\tagency\tfamily\nBell\t\n");
  ASSERT_FALSE(no_agency);
  EXPECT_EQ(no_agency.error().kind, ErrorKind::malformed);
  EXPECT_TRUE(no_agency.error().what.starts_with("outlets.tsv, line 2: "));
  EXPECT_FALSE(read_table(std::string{kTable} + "HW\t\t\tXA\tno\t\n"));
  EXPECT_FALSE(read_table(std::string{kTable} + "X\t\thw.example\tXA\tno\t\n"));
  EXPECT_EQ(Outlets::load("no/such/table.tsv").error().kind, ErrorKind::unavailable);
}

TEST(Outlets, TheTableInTheTreeIsSound) {
  const auto outlets = Outlets::load("data/en/outlets.tsv");
  ASSERT_TRUE(outlets) << outlets.error().what;
  EXPECT_GT(outlets->all().size(), 250U);
  for (const Outlet& outlet : outlets->all()) {
    EXPECT_EQ(outlet.country.size(), 2U) << outlet.name;
    EXPECT_FALSE(outlet.domains.empty()) << outlet.name;
    EXPECT_EQ(outlets->find_by_name(outlet.name), &outlet);
    for (const std::string& alias : outlet.aliases) {
      EXPECT_EQ(outlets->find_by_name(alias), &outlet) << alias;
    }
    for (const std::string& domain : outlet.domains) {
      EXPECT_EQ(outlets->find_by_host("www." + domain), &outlet) << domain;
    }
  }
  EXPECT_EQ(name_of(outlets->find_by_name("the BBC")), "BBC");
  EXPECT_EQ(name_of(outlets->find_by_name("AFP")), "Agence France-Presse");
  EXPECT_EQ(outlets->find_by_name("time"), nullptr);
}

TEST(HostOf, ReadsAddresses) {
  EXPECT_EQ(host_of("https://www.Bell.example:8080/a?b#c"), "www.bell.example");
  EXPECT_EQ(host_of("http://user@bell.example"), "bell.example");
  EXPECT_EQ(host_of("https://[::1]:80/x"), "[::1]");
  EXPECT_EQ(host_of("bell.example/x"), "");
  EXPECT_EQ(host_of(""), "");
}

TEST(Outlets, AUsersOwnTableStandsBesideOurs) {
  const auto folder = std::filesystem::temp_directory_path();
  const auto path = folder / "factbox_more_outlets.tsv";
  std::ofstream{path} << "name\taliases\tdomains\tcountry\tagency\tfamily\n"
                         "Harbour Post\tThe Post of the Harbour\tharbour.example\tXC\tno\t\n";
  const auto outlets = Outlets::load("data/en/outlets.tsv", path);
  ASSERT_TRUE(outlets) << outlets.error().what;
  ASSERT_NE(outlets->find_by_host("www.harbour.example"), nullptr);
  EXPECT_NE(outlets->find_by_name("Reuters"), nullptr);
  EXPECT_FALSE(Outlets::load("data/en/outlets.tsv", "data/en/outlets.tsv"));
  std::filesystem::remove(path);
}

TEST(OutletsOfTheProgram, HousesOfOneAbbreviationAreToldApartByTheirAddresses) {
  const auto ours = Outlets::load("data/en/outlets.tsv");
  ASSERT_TRUE(ours) << ours.error().what;
  EXPECT_GE(ours->all().size(), 400U);
  EXPECT_EQ(ours->find_by_host("www.abc.es")->country, "ES");
  EXPECT_EQ(ours->find_by_host("abcnews.go.com")->country, "US");
  EXPECT_EQ(ours->find_by_host("www.abc.net.au")->country, "AU");
  EXPECT_EQ(ours->find_by_name("ABC"), nullptr);
  EXPECT_EQ(ours->find_by_name("The Nation"), nullptr);
}

}  // namespace
}  // namespace factbox::reports
