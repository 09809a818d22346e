#include "reports/pages/read_page.h"

#include <fmt/format.h>

#include <utility>

#include "base/sha256.h"
#include "reports/encoding.h"
#include "reports/pages/facts.h"
#include "reports/pages/linked_data.h"
#include "reports/pages/live_entries.h"
#include "reports/pages/main_text.h"
#include "reports/pages/refusals.h"

namespace factbox::reports::pages {
namespace {

constexpr std::size_t kIdDigits = 16;
constexpr std::size_t kWholeReport = 2500;  ///< bytes; with more, most of it must be there
constexpr std::size_t kLittleProse = 250;   ///< bytes; a page with less may be no report

/// The paragraphs of a text whose lines are paragraphs, or whose tags make them.
std::vector<std::string> paragraphs_of(std::string_view text, const PageRules& rules,
                                       const PageLimits& limits) {
  std::vector<std::string> lines;
  const std::size_t tag = text.find('<');
  if (tag != std::string_view::npos && text.find('>', tag) != std::string_view::npos) {
    if (const auto tree = PageTree::parse(text, limits)) {
      for (Block& block : without_set_apart(find_blocks(*tree, rules))) {
        lines.push_back(std::move(block.text));
      }
      return lines;
    }
  }
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line = tidy_words(text.substr(0, end));
    if (!line.empty()) {
      lines.push_back(std::move(line));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Report with_facts(PageFacts facts, const std::string& url) {
  Report report;
  report.title = std::move(facts.title);
  report.outlet = std::move(facts.outlet);
  report.published = std::move(facts.published);
  report.modified = std::move(facts.modified);
  report.authors = std::move(facts.authors);
  report.section = std::move(facts.section);
  report.canonical_url = std::move(facts.canonical_url);
  report.url = url.empty() ? report.canonical_url : url;
  report.lang = std::move(facts.lang);
  return report;
}

/// The reports that a live blog's entries are; what they don't say, its page does.
std::vector<Report> reports_of(std::vector<LiveEntry> entries, const Report& page,
                               const PageRules& rules, const PageLimits& limits) {
  std::vector<Report> reports;
  for (LiveEntry& entry : entries) {
    Report report = page;
    report.text = joined(paragraphs_of(entry.text, rules, limits));
    report.title = entry.title.empty() ? page.title : std::move(entry.title);
    report.published = std::move(entry.published);
    report.modified = std::move(entry.modified);
    report.authors = entry.authors.empty() ? page.authors : std::move(entry.authors);
    report.anchor = std::move(entry.anchor);
    const std::string key = page.url + (report.anchor.empty() ? report.text : report.anchor);
    report.id = sha256_hex(key).substr(0, kIdDigits);
    if (!report.text.empty() || report.title != page.title) {
      reports.push_back(std::move(report));
    }
  }
  return reports;
}

}  // namespace

Result<std::vector<Report>> read_page(std::string_view html, const std::string& url,
                                      const PageRules& rules, const Outlets& outlets,
                                      const DateWords& dates, const PageLimits& limits) {
  FB_TRY(tree, PageTree::parse(html, limits));
  LinkedArticle article = read_linked_article(tree);
  PageFacts facts = find_facts(tree, article, rules, outlets, dates, url);
  MainText main = find_main_text(tree, rules, facts.title);
  add_visible_facts(facts, find_visible_facts(tree, main, rules, dates));
  std::vector<std::string> doubts;
  if (tree.tags_left_out() > 0) {
    doubts.push_back(
        fmt::format("page: {} tags stood too deep or were never closed, and are left out (not "
                    "their text)",
                    tree.tags_left_out()));
  }
  if (auto entries = find_live_entries(tree, rules, article, main, facts.published);
      !entries.empty()) {
    Report page = with_facts(std::move(facts), url);
    page.doubts = std::move(doubts);
    if (auto reports = reports_of(std::move(entries), page, rules, limits); !reports.empty()) {
      return reports;
    }
  }
  // Some pages show their text only to those who run their scripts, and say it in JSON-LD.
  constexpr std::size_t kMuchMore = 2;
  if (article.body.size() > kMuchMore * main.prose_bytes && article.body.size() > kLittleProse) {
    main.paragraphs = paragraphs_of(article.body, rules, limits);
    main.prose_bytes = article.body.size();
    doubts.emplace_back("text: taken from the page's JSON-LD, since the page shows less");
  }
  if (const std::string why = refusal(tree, rules, facts, main); !why.empty()) {
    return tl::unexpected(
        Error{ErrorKind::unsupported,
              fmt::format("it is {}, no report; hand in the report's own page", why)});
  }
  if (!facts.is_free && main.prose_bytes < kWholeReport) {
    doubts.emplace_back(
        "text: perhaps only its beginning, since the page says that not all may read it");
  }
  std::vector<Report> reports{with_facts(std::move(facts), url)};
  reports.front().text = joined(main.paragraphs);
  reports.front().doubts = std::move(doubts);
  return reports;
}

}  // namespace factbox::reports::pages
