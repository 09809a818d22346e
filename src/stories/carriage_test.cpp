#include "stories/carriage.h"

#include <gtest/gtest.h>

#include <memory>

namespace factbox::stories {
namespace {

using statements::Anonymity;
using statements::ChainMember;
using statements::ReadReport;
using statements::Role;
using statements::Statement;

reports::Outlets known() {
  return reports::Outlets::from(
             Table::read("name\taliases\tdomains\tcountry\tagency\tfamily\n"
                         "Harbour Wire\tHW\tharbourwire.example\tXA\tyes\t\n"
                         "The Bell\t\tbell.example\tXB\tno\t\n",
                         "outlets.tsv",
                         {"name", "aliases", "domains", "country", "agency", "family"})
                 .value())
      .value();
}

reports::Report printed(std::string outlet, std::string text) {
  reports::Report report;
  report.outlet = std::move(outlet);
  report.text = std::move(text);
  return report;
}

TEST(Publisher, IsKnownByNameOrAddress) {
  reports::Report report = printed("HW", "");
  EXPECT_EQ(publisher_of(report, known()), "Harbour Wire");
  report.outlet = "bell.example";
  EXPECT_EQ(publisher_of(report, known()), "The Bell");
  report.outlet = "";
  report.url = "https://www.bell.example/1";
  EXPECT_EQ(publisher_of(report, known()), "The Bell");
  report.url = "https://gull.example/1";
  EXPECT_EQ(publisher_of(report, known()), "gull.example");
}

TEST(Credit, IsReadFromDatelineBylineFieldAndLastLine) {
  const auto agency = [](std::string text) {
    return credited_agency(printed("The Bell", std::move(text)), known());
  };
  EXPECT_EQ(agency("NORTH QUAY, April 12 (Harbour Wire) - Talks went on."), "Harbour Wire");
  EXPECT_EQ(agency("NORTH QUAY (HW) \u2014 Talks went on."), "Harbour Wire");
  EXPECT_EQ(agency("Talks went on. (Source: HW)"), "Harbour Wire");
  EXPECT_EQ(agency("Talks went on.\nHarbour Wire"), "Harbour Wire");
  EXPECT_EQ(agency("LONDON (Agencies) - Talks went on."), "");
  EXPECT_EQ(agency("The agency (HW) had a fire."), "");
  EXPECT_EQ(agency("Talks went on, the Harbour Wire said."), "");
  EXPECT_EQ(agency("("), "");
  EXPECT_EQ(agency(""), "");
  EXPECT_EQ(credited_agency(printed("HW", "NORTH QUAY (HW) - Talks."), known()), "");
  reports::Report report = printed("The Bell", "Talks went on.");
  report.authors = {"Harbour Wire"};
  EXPECT_EQ(credited_agency(report, known()), "Harbour Wire");
  report.authors = {"Ann Reed"};
  report.agency = "HW";
  EXPECT_EQ(credited_agency(report, known()), "Harbour Wire");
}

ChainMember member(Role role, std::uint32_t hop, std::string name, bool self = false) {
  ChainMember result;
  result.role = role;
  result.hop = hop;
  result.span = ByteRange{0, 1};
  result.name = std::move(name);
  result.self = self;
  return result;
}

TEST(Echo, LeadsToTheFarthestOutletOfTheChain) {
  Statement statement;
  statement.chain = {member(Role::speaker, 3, "Omar Hale"), member(Role::outlet, 2, "HW"),
                     member(Role::outlet, 1, "the Gull"), ChainMember{}};
  EXPECT_EQ(echoed_outlet(statement, known()), "Harbour Wire");
  statement.chain[1].self = true;
  EXPECT_EQ(echoed_outlet(statement, known()), "Gull");
  statement.chain[2].anonymous = Anonymity::unnamed;
  EXPECT_EQ(echoed_outlet(statement, known()), "");
}

/// "She told Nora"; but "The Gull's Nora Lund reported" leads to the Gull.
TEST(Echo, IsNoPerson) {
  Statement statement;
  statement.chain = {member(Role::outlet, 1, "Nora Lund"), ChainMember{}};
  statement.chain[0].entity = "person:nora-lund";
  EXPECT_EQ(echoed_outlet(statement, known()), "");
  statement.chain[0].name = "the Gull";
  EXPECT_EQ(echoed_outlet(statement, known()), "Gull");
}

TEST(Retelling, IsAReportWhoseNewsIsAnothers) {
  ReadReport report;
  report.report = std::make_shared<reports::Report>(printed("The Bell", "x"));
  Statement own;
  own.content = {{0, 1}};
  own.kind = statements::Kind::indirect;
  own.chain = {member(Role::speaker, 1, "Omar Hale"), ChainMember{}};
  Statement echo = own;
  echo.chain = {member(Role::outlet, 1, "HW"), ChainMember{}};
  report.statements = {echo, own, own, own};
  EXPECT_EQ(retold_outlet(report, known()), "Harbour Wire") << "the first one leads there";
  report.statements = {own, echo, echo};
  EXPECT_EQ(retold_outlet(report, known()), "Harbour Wire") << "most lead there";
  report.statements = {own, echo, own, own};
  EXPECT_EQ(retold_outlet(report, known()), "");
  report.statements = {};
  EXPECT_EQ(retold_outlet(report, known()), "");
}

}  // namespace
}  // namespace factbox::stories
