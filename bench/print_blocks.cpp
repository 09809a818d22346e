// Prints what is seen of the blocks of pages, for scripts/learn_blocks.py: for each path on
// standard input a line of JSON with "path" and "blocks", each of which has "text" and "features".
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "reports/encoding.h"
#include "reports/pages/facts.h"
#include "reports/pages/linked_data.h"
#include "reports/pages/main_text.h"
#include "reports/reading.h"
#include "sources/folder.h"

namespace {

using namespace factbox;
using namespace factbox::reports;

nlohmann::json blocks_of(const std::string& path, const ReadingTables& tables) {
  nlohmann::json line{{"path", path}, {"blocks", nlohmann::json::array()}};
  auto delivery = sources::open_delivery({path}, {});
  auto bytes = delivery ? delivery->take_all(std::size_t{16} << 20U) : std::nullopt;
  if (!bytes) {
    return line;
  }
  const Decoded decoded = decode(*bytes, declared_charset(*bytes));
  const auto tree = pages::PageTree::parse(decoded.text);
  if (!tree) {
    return line;
  }
  const auto article = pages::read_linked_article(*tree);
  const auto facts =
      pages::find_facts(*tree, article, tables.page_rules, tables.outlets, tables.dates, "");
  for (const auto& seen : pages::see_blocks(*tree, tables.page_rules, facts.title)) {
    line["blocks"].push_back({{"text", seen.text}, {"features", seen.features}});
  }
  return line;
}

}  // namespace

int main() {
  const auto tables = load_reading_tables("data/en");
  if (!tables) {
    std::cerr << tables.error().what << "\n";
    return 1;
  }
  for (std::string path; std::getline(std::cin, path);) {
    std::cout
        << blocks_of(path, *tables).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
        << "\n";
  }
  return 0;
}
