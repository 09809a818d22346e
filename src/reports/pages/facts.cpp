#include "reports/pages/facts.h"

#include <lexbor/tag/const.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
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
  static const std::string nothing;
  for (const std::string* candidate : candidates) {
    if (!candidate->empty()) {
      return *candidate;
    }
  }
  return nothing;
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
  std::string tidy = tidy_words(words);
  if (read_time(tidy)) {
    return tidy;
  }
  const auto found = dates.find(tidy);
  return found ? found->iso : "";
}

class Listening {
 public:
  explicit Listening(const PageTree& tree) : tree_(tree) {}

  Sayings gather() {
    for (std::uint32_t i = 1; i < tree_.nodes().size(); ++i) {
      switch (tree_.nodes()[i].tag) {
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
        case LXB_TAG__TEXT:
          continue;
        default:
          break;
      }
      if (tree_.attribute(i, "itemprop") == "headline" &&  // not English: of schema.org
          tree_.nodes()[i].tag != LXB_TAG_META) {
        keep(says_.item_headline, tidy_words(tree_.text_in(i)));
      }
    }
    return std::move(says_);
  }

 private:
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

  const PageTree& tree_;
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

/// The names in `printed` that aren't the site's own; those are put into `bodies`.
std::vector<std::string> people_in(const std::vector<std::string>& printed, const PageRules& rules,
                                   const std::vector<std::string>& own_names,
                                   std::vector<std::string>& bodies) {
  std::vector<std::string> names;
  for (const std::string& words : printed) {
    for (std::string& name : split_names(words, rules)) {
      const std::string letters = letters_of(name);
      const bool is_own = std::ranges::any_of(own_names, [&](const std::string& own) {
        return !letters.empty() && letters == letters_of(own);
      });
      auto& where = is_own ? bodies : names;
      if (std::ranges::find(where, name) == where.end()) {
        where.push_back(std::move(name));
      }
    }
  }
  return names;
}

void find_authors(const LinkedArticle& article, const Sayings& says, const PageRules& rules,
                  PageFacts& facts) {
  const std::vector<std::string> own_names{facts.outlet, article.publisher,
                                           says.said({"og:site_name"})};
  std::vector<std::string> people = people_in(article.authors, rules, own_names, facts.bodies);
  (article.by_publisher && facts.bodies.empty() ? facts.bodies : facts.authors) = std::move(people);
  for (const char* meta : {"author", "article:author", "dc.creator", "dcterms.creator",
                           "parsely-author", "sailthru.author", "byl"}) {
    const auto found = says.meta.find(meta);
    if (facts.authors.empty() && found != says.meta.end()) {
      facts.authors = people_in(found->second, rules, own_names, facts.bodies);
    }
  }
  // What some show below a link in a chat: a label, and what it labels.
  for (const char* number : {"1", "2", "3"}) {
    const std::string label = says.said({("twitter:label" + std::string{number}).c_str()});
    if (facts.authors.empty() && !label.empty() && rules.without_opener(label).empty()) {
      facts.authors = people_in({says.said({("twitter:data" + std::string{number}).c_str()})},
                                rules, own_names, facts.bodies);
    }
  }
}

bool has_clock(std::string_view iso) {
  return iso.find(':') != std::string_view::npos;
}

bool has_zone(std::string_view iso) {
  const std::size_t clock = iso.find(':');
  return clock != std::string_view::npos &&
         iso.find_first_of("Z+-", clock) != std::string_view::npos;
}

/// Makes a time as exact as another one of the same day is.
void refine(std::string& time, const std::string& other) {
  constexpr std::size_t kDay = 10;
  constexpr std::size_t kMinute = 16;
  if (time.empty()) {
    time = other;
    return;
  }
  const auto same = [&](std::size_t digits) {
    return other.size() >= digits && time.size() >= digits &&
           other.compare(0, kDay, time, 0, kDay) == 0 &&
           (digits <= kDay ||
            other.compare(kDay + 1, digits - kDay - 1, time, kDay + 1, digits - kDay - 1) == 0);
  };
  if ((!has_clock(time) && has_clock(other) && same(kDay)) ||
      (has_clock(time) && !has_zone(time) && has_zone(other) && same(kMinute))) {
    time = other;
  }
}

std::string find_published(const LinkedArticle& article, const Sayings& says,
                           const DateWords& dates) {
  std::string published = as_time(article.published, dates);
  for (const char* name : {"article:published_time",
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
                           "rnews:datepublished"}) {
    refine(published, as_time(says.said({name}), dates));
  }
  return published;
}

bool is_address(std::string_view words) {
  // not English: beginnings of addresses.
  constexpr std::array<std::string_view, 3> kBegin{"http://", "https://", "www."};
  return std::ranges::any_of(kBegin,
                             [&](std::string_view begin) { return words.starts_with(begin); });
}

std::string find_outlet(const LinkedArticle& article, const Sayings& says, const PageRules& rules,
                        const Outlets& outlets, const std::string& url) {
  const auto as_known = [&outlets](const std::string& name) {
    const Outlet* outlet = outlets.find_by_name(name);
    return outlet == nullptr ? name : outlet->name;
  };
  const std::string site_name = says.said({"og:site_name"});
  if (rules.is_aggregators_host(host_of(url)) || rules.is_aggregator(site_name)) {
    for (const std::string* name : {&article.provider, &article.publisher}) {
      if (!name->empty() && !is_address(*name) && !rules.is_aggregator(*name)) {
        return as_known(*name);
      }
    }
  }
  if (const Outlet* outlet = outlets.find_by_host(host_of(url))) {
    return outlet->name;
  }
  const auto as_name = [](std::string words) { return is_address(words) ? "" : words; };
  const std::string said = says.said({"og:site_name", "application-name", "twitter:site:name"});
  const std::string site = as_name(said);
  const std::string publisher = as_name(article.publisher);
  const std::string titled = site_in_title(says.document_title, is_address(said) ? said : url);
  return as_known(first_said({&site, &publisher, &titled}));
}

/// Letters and digits alone, to compare titles.
std::string title_key(std::string_view title) {
  std::string key;
  for (const char c : in_small_letters(title)) {
    if (ascii::is_small(c) || ascii::is_digit(c) || ascii::is_beyond(c)) {
      key += c;
    }
  }
  return key;
}

/// Whether `longer` is `title` with something behind a mark: its site's name, in whatever script.
bool is_with_tail(std::string_view longer, std::string_view title) {
  constexpr std::size_t kLongestTail = 40;
  constexpr std::array<std::string_view, 7> kMarks{"|", "-", "–", "—", "：", "｜", "_"};
  if (title.empty() || !longer.starts_with(title) || longer.size() > title.size() + kLongestTail) {
    return false;
  }
  std::string_view tail = longer.substr(title.size());
  tail.remove_prefix(std::min(tail.find_first_not_of(' '), tail.size()));
  return std::ranges::any_of(kMarks, [&](std::string_view mark) { return tail.starts_with(mark); });
}

/// The title as JSON-LD has it or, where the page's first heading says what OpenGraph has, as they
/// have it; else as others have it.
std::string find_title(const LinkedArticle& article, const Sayings& says,
                       const std::string& outlet) {
  const std::string site = says.said({"og:site_name"});
  const auto cut = [&](const std::string& words) {
    return without_site(words, site, outlet, says.headings);
  };
  const std::string linked = cut(article.headline);
  const std::string meta = cut(says.said({"og:title", "twitter:title", "headline", "dc.title"}));
  const std::string item = cut(says.item_headline);
  const std::string heading = cut(says.headline);
  const std::string document = cut(says.document_title);
  const bool is_shown = !meta.empty() && title_key(meta) == title_key(heading);
  const std::string& said =
      is_shown ? meta : first_said({&linked, &meta, &item, &heading, &document});
  for (const std::string* shorter : {&linked, &heading}) {
    if (is_with_tail(said, *shorter)) {
      return *shorter;
    }
  }
  return said;
}

}  // namespace

PageFacts find_facts(const PageTree& tree, const LinkedArticle& article, const PageRules& rules,
                     const Outlets& outlets, const DateWords& dates, const std::string& url) {
  const Sayings says = Listening{tree}.gather();
  PageFacts facts;
  const std::string og_url = says.said({"og:url"});
  for (const std::string* address : {&says.canonical, &og_url, &article.url}) {
    if (facts.canonical_url.empty() && is_address(*address)) {
      facts.canonical_url = *address;
    }
  }
  facts.outlet =
      find_outlet(article, says, rules, outlets, url.empty() ? facts.canonical_url : url);
  facts.title = find_title(article, says, facts.outlet);
  facts.published = find_published(article, says, dates);
  facts.modified = as_time(article.modified, dates);
  for (const char* name : {"article:modified_time", "og:updated_time", "datemodified", "lastmod"}) {
    refine(facts.modified, as_time(says.said({name}), dates));
  }
  find_authors(article, says, rules, facts);
  const std::string meta_section = says.said({"article:section", "og:section", "section"});
  facts.section = first_said({&article.section, &meta_section});
  const std::string meta_lang = says.said({"og:locale", "content-language", "language"});
  facts.lang = first_said({&says.lang, &article.lang, &meta_lang});
  facts.lang = in_small_letters(facts.lang.substr(0, facts.lang.find_first_of("-_")));
  facts.is_free = article.is_free;
  facts.is_article = !article.published.empty() ||
                     says.said({"og:type"}) == "article";  // not English: of Open Graph
  return facts;
}

void add_visible_facts(PageFacts& facts, VisibleFacts visible) {
  refine(facts.published, visible.published);
  refine(facts.modified, visible.modified);
  if (facts.authors.empty()) {
    facts.authors = visible.authors.empty() ? facts.bodies : std::move(visible.authors);
  }
}

}  // namespace factbox::reports::pages
