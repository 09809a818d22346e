#include "reports/pages/facts.h"

#include <lexbor/tag/const.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "base/instant.h"
#include "base/letters.h"
#include "reports/encoding.h"
#include "reports/pages/names.h"

namespace factbox::reports::pages {
namespace {

const std::string& first_said(std::initializer_list<const std::string*> candidates) {
  static const std::string kNothing;
  for (const std::string* candidate : candidates) {
    if (!candidate->empty()) {
      return *candidate;
    }
  }
  return kNothing;
}

/// All that a page's elements say, gathered in one walk.
struct Sayings {
  std::unordered_map<std::string, std::vector<std::string>> meta;  ///< by name, small letters
  std::string document_title;
  std::string headline;               ///< the first <h1> with words
  std::vector<std::string> headings;  ///< the first <h1> and <h2>
  std::string item_headline;          ///< itemprop=headline
  std::string canonical;
  std::string lang;
  std::string time_published;  ///< of a <time> or a place for dates
  std::string item_published, item_modified;
  std::vector<std::string> item_authors, link_authors, byline_authors;
  std::string printed_date;

  [[nodiscard]] std::string said(std::initializer_list<const char*> names) const {
    for (const char* name : names) {
      const auto found = meta.find(name);
      if (found != meta.end()) {
        return found->second.front();
      }
    }
    return "";
  }
};

/// A time that a machine wrote, as ISO 8601; empty if it is none.
std::string as_time(std::string_view words, const DateWords& dates) {
  const std::string tidy = tidy_words(words);
  if (read_time(tidy)) {
    return tidy;
  }
  const auto found = dates.find(tidy);
  return found ? found->iso : "";
}

class Listening {
 public:
  Listening(const PageTree& tree, const PageRules& rules, const DateWords& dates)
      : tree_(tree), rules_(rules), dates_(dates) {}

  Sayings gather() {
    for (std::uint32_t i = 1; i < tree_.nodes().size(); ++i) {
      const std::uint16_t tag = tree_.nodes()[i].tag;
      if (tag == LXB_TAG__TEXT) {
        continue;
      }
      switch (tag) {
        case LXB_TAG_META:
          hear_meta(i);
          break;
        case LXB_TAG_TITLE:
          keep(says_.document_title, tidy_words(tree_.text_in(i)));
          break;
        case LXB_TAG_H1:
        case LXB_TAG_H2:
          hear_heading(i);
          break;
        case LXB_TAG_LINK:
          if (tree_.attribute(i, "rel") == "canonical") {  // not English: HTML
            keep(says_.canonical, std::string{tree_.attribute(i, "href")});
          }
          break;
        case LXB_TAG_HTML:
          keep(says_.lang, std::string{tree_.attribute(i, "lang")});
          break;
        case LXB_TAG_TIME:
          keep(says_.time_published, as_time(tree_.attribute(i, "datetime"), dates_));
          break;
        default:
          break;
      }
      hear_item(i);
      hear_byline(i);
    }
    return std::move(says_);
  }

 private:
  static constexpr std::size_t kLongestByline = 200;

  void hear_heading(std::uint32_t node) {
    constexpr std::size_t kEnough = 20;
    std::string words = tidy_words(tree_.text_in(node));
    if (tree_.nodes()[node].tag == LXB_TAG_H1) {
      keep(says_.headline, words);
    }
    if (says_.headings.size() < kEnough) {
      says_.headings.push_back(std::move(words));
    }
  }

  static void keep(std::string& where, std::string what) {
    if (where.empty()) {
      where = std::move(what);
    }
  }

  void hear_meta(std::uint32_t node) {
    const std::string content = tidy_words(without_references(tree_.attribute(node, "content")));
    if (content.empty()) {
      return;
    }
    for (const char* name : {"property", "name", "itemprop"}) {
      const std::string_view said = tree_.attribute(node, name);
      if (!said.empty()) {
        says_.meta[in_small_letters(said)].push_back(content);
      }
    }
  }

  void hear_item(std::uint32_t node) {
    const std::string_view item = tree_.attribute(node, "itemprop");
    if (item.empty() || tree_.nodes()[node].tag == LXB_TAG_META) {
      return;
    }
    if (item == "headline") {  // not English: a property of schema.org
      keep(says_.item_headline, tidy_words(tree_.text_in(node)));
    } else if (item == "datePublished" || item == "dateModified") {
      std::string time = as_time(tree_.attribute(node, "datetime"), dates_);
      if (time.empty()) {
        time = as_time(tree_.attribute(node, "content"), dates_);
      }
      if (time.empty()) {
        time = as_time(tree_.text_in(node), dates_);
      }
      keep(item == "datePublished" ? says_.item_published : says_.item_modified, std::move(time));
    } else if (item == "author") {  // not English: a property of schema.org
      add_names(says_.item_authors, node);
    }
  }

  void hear_byline(std::uint32_t node) {
    if (tree_.attribute(node, "rel") == "author") {  // not English: HTML
      add_names(says_.link_authors, node);
      return;
    }
    const std::string_view name = tree_.attribute(node, "class");
    if (name.empty()) {
      return;
    }
    const PartSaid said = rules_.part(name);
    if (said.byline && says_.byline_authors.empty()) {
      add_names(says_.byline_authors, node);
    }
    if ((said.date || said.byline) && says_.printed_date.empty()) {
      const std::string words = short_text(node);
      if (const auto date = dates_.find(words)) {
        says_.printed_date = date->iso;
      }
    }
  }

  /// The words in a node, if they are few; else nothing.
  [[nodiscard]] std::string short_text(std::uint32_t node) const {
    std::string text;
    for (std::uint32_t i = node; i < tree_.nodes()[node].past; ++i) {
      if (!tree_.nodes()[i].text.empty()) {
        text += tree_.nodes()[i].text;
        text += ' ';
      }
      if (text.size() > 4 * kLongestByline) {
        return "";
      }
    }
    text = tidy_words(text);
    return text.size() > kLongestByline ? "" : text;
  }

  void add_names(std::vector<std::string>& names, std::uint32_t node) const {
    for (std::string& name : split_names(short_text(node), rules_)) {
      if (std::ranges::find(names, name) == names.end()) {
        names.push_back(std::move(name));
      }
    }
  }

  const PageTree& tree_;
  const PageRules& rules_;
  const DateWords& dates_;
  Sayings says_;
};

/// A title cut at its last dash: "Talks go on | The Bell".
struct CutTitle {
  std::string front, tail;
};

std::optional<CutTitle> cut_title(const std::string& title) {
  constexpr std::array<std::string_view, 8> kDashes{" | ",  " - ", " – ", " — ",
                                                    " :: ", " · ", " • ", " » "};
  std::size_t last = 0;
  std::size_t size = 0;
  for (const std::string_view dash : kDashes) {
    const std::size_t at = title.rfind(dash);
    if (at != std::string::npos && at > last) {
      last = at;
      size = dash.size();
    }
  }
  if (last == 0) {
    return std::nullopt;
  }
  return CutTitle{title.substr(0, last), title.substr(last + size)};
}

/// The title without the site's name behind it.
std::string without_site(std::string title, const std::string& site, const std::string& outlet,
                         const std::vector<std::string>& headings) {
  constexpr int kMostTails = 2;
  for (int tails = 0; tails < kMostTails; ++tails) {
    const auto cut = cut_title(title);
    if (!cut) {
      break;
    }
    const std::string tail = in_small_letters(cut->tail);
    const auto names = [&tail](const std::string& name) {
      return !name.empty() && tail.find(in_small_letters(name)) != std::string::npos;
    };
    const bool names_site =
        names(site) || names(outlet) ||
        (!site.empty() && in_small_letters(site).find(tail) != std::string::npos) ||
        std::ranges::find(headings, cut->front) != headings.end();
    if (!names_site) {
      break;
    }
    title = cut->front;
  }
  return title;
}

/// The letters and digits of a name in small letters.
std::string letters_of(std::string_view name) {
  std::string letters;
  for (const char c : in_small_letters(name)) {
    if (ascii::is_small(c) || ascii::is_digit(c)) {
      letters += c;
    }
  }
  return letters;
}

/// A site's name by the end of its page's title, where its host is called the same:
/// "Talks go on | World Ledger" on worldledger.example.
std::string site_in_title(const std::string& title, const std::string& url) {
  const auto cut = cut_title(title);
  std::string host = host_of(url);
  if (host.starts_with("www.")) {  // not English: of an address
    host.erase(0, 4);
  }
  const std::string label = letters_of(host.substr(0, host.find('.')));
  if (!cut || label.empty()) {
    return "";
  }
  std::string tail = letters_of(cut->tail);
  // English: an article before the site's name, which pages are read without words for.
  const bool same = tail == label || (tail.starts_with("the") && tail.substr(3) == label);
  return same ? cut->tail : "";
}

/// "/2019/11/18/" in an address.
std::string date_in_address(const std::string& url) {
  for (std::size_t at = url.find('/'); at != std::string::npos; at = url.find('/', at + 1)) {
    const std::string_view part = std::string_view{url}.substr(at + 1, 10);
    if (part.size() == 10 && (part[4] == '/' || part[4] == '-') && part[7] == part[4] &&
        (part.starts_with("20") || part.starts_with("19"))) {
      std::string day{part};
      std::ranges::replace(day, '/', '-');
      if (read_time(day)) {
        return day;
      }
    }
  }
  return "";
}

std::vector<std::string> find_authors(const LinkedArticle& article, const Sayings& says,
                                      const PageRules& rules) {
  const auto from = [&rules](const std::vector<std::string>& printed) {
    std::vector<std::string> names;
    for (const std::string& words : printed) {
      for (std::string& name : split_names(words, rules)) {
        if (std::ranges::find(names, name) == names.end()) {
          names.push_back(std::move(name));
        }
      }
    }
    return names;
  };
  std::vector<std::string> names = from(article.authors);
  for (const char* meta : {"author", "article:author", "dc.creator", "dcterms.creator",
                           "parsely-author", "sailthru.author", "byl"}) {
    const auto found = says.meta.find(meta);
    if (names.empty() && found != says.meta.end()) {
      names = from(found->second);
    }
  }
  for (const auto* printed : {&says.item_authors, &says.link_authors, &says.byline_authors}) {
    if (names.empty()) {
      names = *printed;
    }
  }
  return names;
}

std::string find_published(const LinkedArticle& article, const Sayings& says,
                           const DateWords& dates, const std::string& url) {
  const std::string linked = as_time(article.published, dates);
  const std::string meta = as_time(says.said({"article:published_time",
                                              "og:article:published_time",
                                              "datepublished",
                                              "article:published",
                                              "parsely-pub-date",
                                              "sailthru.date",
                                              "dc.date.issued",
                                              "dcterms.created",
                                              "dcterms.date",
                                              "dc.date",
                                              "pubdate",
                                              "publishdate",
                                              "publish-date",
                                              "publish_date",
                                              "date",
                                              "cxenseparse:recs:publishtime",
                                              "article.published",
                                              "published_time",
                                              "og:pubdate",
                                              "rnews:datepublished"}),
                                   dates);
  const std::string address = date_in_address(url);
  return first_said(
      {&linked, &meta, &says.item_published, &says.time_published, &says.printed_date, &address});
}

std::string find_outlet(const LinkedArticle& article, const Sayings& says, const Outlets& outlets,
                        const std::string& url) {
  if (const Outlet* outlet = outlets.find_by_host(host_of(url))) {
    return outlet->name;
  }
  const std::string site = says.said({"og:site_name", "application-name", "twitter:site:name"});
  const std::string titled = site_in_title(says.document_title, url);
  const std::string& name = first_said({&site, &article.publisher, &titled});
  const Outlet* outlet = outlets.find_by_name(name);
  return outlet == nullptr ? name : outlet->name;
}

bool is_address(std::string_view words) {
  return words.starts_with("http://") || words.starts_with("https://");
}

}  // namespace

PageFacts find_facts(const PageTree& tree, const LinkedArticle& article, const PageRules& rules,
                     const Outlets& outlets, const DateWords& dates, const std::string& url) {
  const Sayings says = Listening{tree, rules, dates}.gather();
  PageFacts facts;
  const std::string og_url = says.said({"og:url"});
  for (const std::string* address : {&says.canonical, &og_url, &article.url}) {
    if (facts.canonical_url.empty() && is_address(*address)) {
      facts.canonical_url = *address;
    }
  }
  const std::string& address = url.empty() ? facts.canonical_url : url;
  facts.outlet = find_outlet(article, says, outlets, address);
  const std::string meta_title = says.said({"og:title", "twitter:title", "headline", "dc.title"});
  const std::string& title = first_said(
      {&article.headline, &meta_title, &says.item_headline, &says.headline, &says.document_title});
  facts.title = without_site(title, says.said({"og:site_name"}), facts.outlet, says.headings);
  facts.published = find_published(article, says, dates, address);
  const std::string linked_modified = as_time(article.modified, dates);
  const std::string meta_modified = as_time(
      says.said({"article:modified_time", "og:updated_time", "datemodified", "lastmod"}), dates);
  facts.modified = first_said({&linked_modified, &meta_modified, &says.item_modified});
  facts.authors = find_authors(article, says, rules);
  const std::string meta_section = says.said({"article:section", "og:section", "section"});
  facts.section = first_said({&article.section, &meta_section});
  const std::string meta_lang = says.said({"og:locale", "content-language", "language"});
  facts.lang = first_said({&says.lang, &article.lang, &meta_lang});
  facts.lang = in_small_letters(facts.lang.substr(0, facts.lang.find_first_of("-_")));
  facts.is_article = !article.published.empty() ||
                     says.said({"og:type"}) == "article";  // not English: of Open Graph
  return facts;
}

}  // namespace factbox::reports::pages
