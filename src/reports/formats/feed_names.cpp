#include "reports/formats/feed_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "reports/encoding.h"
#include "reports/text_stream.h"

// not English in this file: names of namespaces.

namespace factbox::reports::formats {
namespace {

/// What elements of a namespace are called here, whatever prefix a feed gives it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kPrefixes{{
    {"http://www.w3.org/2005/atom", ""},
    {"http://purl.org/atom/ns#", ""},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://backend.userland.com/rss", ""},
    {"http://channel.netscape.com/rdf/simple/0.9/", ""},
    {"http://www.sitemaps.org/schemas/sitemap/0.9", ""},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://purl.org/rss/1.0/modules/content/", "content"},
    {"http://search.yahoo.com/mrss", "media"},
    {"http://search.yahoo.com/mrss/", "media"},
    {"http://www.google.com/schemas/sitemap-news/0.9", "news"},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
}};

}  // namespace

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string FeedNames::usual(const std::string& name) const {
  const std::size_t colon = name.find(':');
  const std::string prefix = colon == std::string::npos ? "" : name.substr(0, colon);
  const std::string local = ascii::in_small_letters(local_name(name));
  const auto declared = prefixes_.find(prefix);
  std::string usual =
      declared == prefixes_.end() ? ascii::in_small_letters(prefix) : declared->second;
  if (usual == "atom" || usual == "rss" || usual == "a") {
    usual.clear();
  }
  return usual.empty() ? local : usual + ':' + local;
}

std::string root_of(std::string_view beginning) {
  constexpr std::size_t kMostJunk = 512;
  std::string decoded;
  if (const auto wide = wide_charset_of(beginning); !wide.empty()) {
    decoded = decode_as(beginning, wide);
    beginning = decoded;
  }
  if (beginning.find('\0') != std::string_view::npos || beginning.starts_with('{') ||
      beginning.starts_with('[') || beginning.find('<') > kMostJunk) {
    return "";
  }
  bool given = false;
  XmlReader xml{[&](std::string& text) {
    if (!given) {
      text += beginning;
    }
    return !std::exchange(given, true);
  }};
  XmlToken token;
  while (xml.next(token)) {
    if (token.kind == XmlToken::Kind::begin) {
      return ascii::in_small_letters(local_name(token.name));
    }
  }
  return "";
}

void FeedNames::declare(const XmlToken& token) {
  constexpr std::string_view kDeclares = "xmlns";
  constexpr std::size_t kMost = 256;
  for (const auto& [name, value] : token.attributes) {
    if (!name.starts_with(kDeclares) || prefixes_.size() >= kMost) {
      continue;
    }
    // Without a prefix all is of the feed: pieces of HTML say otherwise, and mean their own
    // words.
    if (name.size() <= kDeclares.size()) {
      is_atom_ = is_atom_ || ascii::in_small_letters(value).find("/atom") != std::string::npos;
      continue;
    }
    const std::string prefix = name.substr(kDeclares.size() + 1);
    const std::string space = ascii::in_small_letters(tidy_words(value));
    const auto* known =
        std::ranges::find_if(kPrefixes, [&](const auto& row) { return row.first == space; });
    if (known != kPrefixes.end()) {
      prefixes_[prefix] = known->second;
    } else {
      prefixes_.erase(prefix);
    }
  }
  is_atom_ = is_atom_ || (prefixes_.empty() && token.name == "feed");
  // Whatever a root is called, its prefix is that of the feed's own elements.
  const std::string_view root = local_name(token.name);
  if ((root == "rss" || root == "feed") && root.size() < token.name.size()) {
    prefixes_[token.name.substr(0, token.name.size() - root.size() - 1)].clear();
  }
}

}  // namespace factbox::reports::formats
