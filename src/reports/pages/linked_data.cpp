#include "reports/pages/linked_data.h"

#include <lexbor/tag/const.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/letters.h"
#include "reports/encoding.h"
#include "reports/pages/json_repair.h"

// not English in this file: HTML's names of characters.

namespace factbox::reports::pages {
namespace {

using nlohmann::json;

/// The member, or null.
const json& member(const json& object, const char* name) {
  static const json null;
  if (!object.is_object()) {
    return null;
  }
  const auto found = object.find(name);
  return found == object.end() ? null : *found;
}

/// The words of a string, or of the first string of a list.
std::string words_of(const json& value) {
  if (value.is_string()) {
    return tidy_words(without_references(value.get_ref<const std::string&>()));
  }
  if (value.is_array() && !value.empty() && value.front().is_string()) {
    return words_of(value.front());
  }
  return "";
}

/// The objects of a document that others refer to by their "@id".
class Ids {
 public:
  explicit Ids(const json& document) : document_(document) {}

  /// What stands for `value`: itself, or the named object to which it refers.
  const json& referred(const json& value) {
    const json& id = member(value, "@id");
    if (!id.is_string() || member(value, "name").is_string()) {
      return value;
    }
    if (!gathered_) {
      gather();
    }
    const auto found = by_id_.find(id.get_ref<const std::string&>());
    return found == by_id_.end() ? value : *found->second;
  }

 private:
  void gather() {
    gathered_ = true;
    std::vector<const json*> waiting{&document_};
    while (!waiting.empty()) {
      const json& value = *waiting.back();
      waiting.pop_back();
      const json& id = member(value, "@id");
      if (id.is_string() && member(value, "name").is_string()) {
        by_id_.emplace(id.get_ref<const std::string&>(), &value);
      }
      if (value.is_structured()) {
        for (const json& inside : value) {
          if (inside.is_structured()) {
            waiting.push_back(&inside);
          }
        }
      }
    }
  }

  const json& document_;
  bool gathered_ = false;
  std::unordered_map<std::string, const json*> by_id_;
};

/// A person's or a body's name, written as a string or as an object.
std::string name_of(const json& value, Ids& ids) {
  if (value.is_array()) {
    return value.empty() ? "" : name_of(value.front(), ids);
  }
  return value.is_object() ? words_of(member(ids.referred(value), "name")) : words_of(value);
}

std::vector<std::string> names_of(const json& value, Ids& ids) {
  std::vector<std::string> names;
  const auto add = [&](const json& one) {
    const json& name = member(one, "name");
    if (name.is_array()) {
      for (const json& inner : name) {
        names.push_back(words_of(inner));
      }
    } else if (!one.is_array()) {
      names.push_back(name_of(one, ids));
    }
  };
  if (value.is_array()) {
    std::ranges::for_each(value, add);
  } else {
    add(value);
  }
  std::erase(names, "");
  return names;
}

bool is_article_type(const json& type) {
  const auto says_so = [](const json& one) {
    if (!one.is_string()) {
      return false;
    }
    const auto& name = one.get_ref<const std::string&>();
    return name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report" ||
           name.ends_with("/NewsArticle");
  };
  return type.is_array() ? std::ranges::any_of(type, says_so) : says_so(type);
}

/// Whether nobody among the authors is a person.
bool are_bodies(const json& authors) {
  const auto is_body = [](const json& one) {
    const json& type = member(one, "@type");
    return type.is_string() && type.get_ref<const std::string&>().ends_with("Organization");
  };
  return authors.is_array() ? !authors.empty() && std::ranges::all_of(authors, is_body)
                            : is_body(authors);
}

/// A page's address without what leads into it.
std::string_view bare_address(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  while (address.ends_with('/')) {
    address.remove_suffix(1);
  }
  const std::size_t scheme = address.find("://");
  return scheme == std::string_view::npos ? address : address.substr(scheme + 3);
}

std::string address_of(const json& object) {
  const json& page = member(object, "mainEntityOfPage");
  std::string url = words_of(member(object, "url"));
  for (const json* other :
       {&page, &member(page, "@id"), &member(page, "url"), &member(object, "@id")}) {
    if (url.empty()) {
      url = words_of(*other);
    }
  }
  return url;
}

std::string body_of(const json& object) {
  for (const char* name : {"articleBody", "text"}) {
    const json& body = member(object, name);
    if (body.is_string()) {
      return without_references(body.get_ref<const std::string&>());
    }
  }
  return "";
}

std::vector<LinkedEntry> entries_of(const json& updates, Ids& ids) {
  std::vector<LinkedEntry> entries;
  if (!updates.is_array()) {
    return entries;
  }
  for (const json& update : updates) {
    LinkedEntry entry;
    entry.headline = words_of(member(update, "headline"));
    entry.published = words_of(member(update, "datePublished"));
    entry.modified = words_of(member(update, "dateModified"));
    entry.authors = names_of(member(update, "author"), ids);
    entry.body = body_of(update);
    entry.url = address_of(update);
    if (!entry.headline.empty() || !entry.body.empty()) {
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

LinkedArticle read_article(const json& object, Ids& ids) {
  LinkedArticle article;
  article.headline = words_of(member(object, "headline"));
  if (article.headline.empty()) {
    article.headline = words_of(member(object, "name"));
  }
  article.published = words_of(member(object, "datePublished"));
  article.modified = words_of(member(object, "dateModified"));
  for (const char* name : {"author", "creator"}) {
    if (article.authors.empty()) {
      article.authors = names_of(member(object, name), ids);
      article.by_publisher = are_bodies(member(object, name));
    }
  }
  article.publisher = name_of(member(object, "publisher"), ids);
  for (const char* name : {"sourceOrganization", "provider"}) {
    if (article.provider.empty()) {
      article.provider = name_of(member(object, name), ids);
    }
  }
  article.section = words_of(member(object, "articleSection"));
  article.lang = words_of(member(object, "inLanguage"));
  article.url = address_of(object);
  article.body = body_of(object);
  article.entries = entries_of(member(object, "liveBlogUpdate"), ids);
  const json& is_free = member(object, "isAccessibleForFree");
  article.is_free =
      !(is_free == false ||
        (is_free.is_string() &&
         in_small_letters(is_free.get_ref<const std::string&>()) == "false"));  // not English: JSON
  return article;
}

/// What the page says about itself, apart from JSON-LD, to know its own article by.
struct OwnPage {
  std::vector<std::string> addresses, titles;
};

OwnPage find_own_page(const PageTree& tree) {
  OwnPage own;
  for (std::uint32_t i = 1; i < tree.nodes().size(); ++i) {
    const std::uint16_t tag = tree.nodes()[i].tag;
    const std::string_view property =
        tag == LXB_TAG_META ? tree.attribute(i, "property") : std::string_view{};
    if (tag == LXB_TAG_LINK && tree.attribute(i, "rel") == "canonical") {
      own.addresses.emplace_back(bare_address(tree.attribute(i, "href")));
    } else if (property == "og:url") {
      own.addresses.emplace_back(bare_address(tree.attribute(i, "content")));
    } else if (property == "og:title") {
      own.titles.push_back(tidy_words(without_references(tree.attribute(i, "content"))));
    } else if (tag == LXB_TAG_TITLE || tag == LXB_TAG_H1) {
      own.titles.push_back(tidy_words(tree.text_in(i)));
    }
  }
  std::erase(own.addresses, "");
  std::erase(own.titles, "");
  return own;
}

/// How surely an article is the page's own.
int likeness(const LinkedArticle& article, const OwnPage& own, bool is_listed) {
  constexpr int kAddress = 4;
  constexpr int kTitle = 3;
  constexpr int kListed = 2;
  const bool same_address =
      std::ranges::find(own.addresses, bare_address(article.url)) != own.addresses.end();
  const bool same_title =
      !article.headline.empty() && std::ranges::any_of(own.titles, [&](const std::string& title) {
        return title.find(article.headline) != std::string::npos;
      });
  return 1 + (same_address ? kAddress : 0) + (same_title ? kTitle : 0) - (is_listed ? kListed : 0) +
         (article.published.empty() ? 0 : 1);
}

/// The article in a document, however deep, that is likelier the page's own than the best so far.
void find_article(const json& document, const OwnPage& own, LinkedArticle& best, int& most) {
  struct Waiting {
    const json* value;
    bool is_listed;
  };
  Ids ids{document};
  std::vector<Waiting> waiting{{&document, false}};
  while (!waiting.empty()) {
    const auto [value, is_listed] = waiting.back();
    waiting.pop_back();
    bool holds_article = false;
    if (value->is_object() && is_article_type(member(*value, "@type"))) {
      LinkedArticle found = read_article(*value, ids);
      holds_article = true;
      if (!found.headline.empty() || !found.published.empty()) {
        const int like = likeness(found, own, is_listed);
        if (like > most) {
          best = std::move(found);
          most = like;
        }
      }
    }
    const auto begin = static_cast<std::ptrdiff_t>(waiting.size());
    const bool is_list = member(*value, "itemListElement").is_structured();
    if (value->is_structured()) {
      for (const json& inside : *value) {
        if (inside.is_structured()) {
          waiting.push_back({&inside, is_listed || is_list || holds_article});
        }
      }
      std::reverse(waiting.begin() + begin, waiting.end());  // the first is looked at first
    }
  }
}

struct Reference {
  std::string_view name;
  std::string_view stands_for;
};

/// Those that HTML's escapers write.
constexpr std::array kReferences{
    Reference{"amp", "&"},         Reference{"quot", "\""},       Reference{"apos", "'"},
    Reference{"lt", "<"},          Reference{"gt", ">"},          Reference{"nbsp", " "},
    Reference{"ndash", "\u2013"},  Reference{"mdash", "\u2014"},  Reference{"lsquo", "\u2018"},
    Reference{"rsquo", "\u2019"},  Reference{"ldquo", "\u201c"},  Reference{"rdquo", "\u201d"},
    Reference{"hellip", "\u2026"}, Reference{"auml", "\u00e4"},   Reference{"ouml", "\u00f6"},
    Reference{"uuml", "\u00fc"},   Reference{"Auml", "\u00c4"},   Reference{"Ouml", "\u00d6"},
    Reference{"Uuml", "\u00dc"},   Reference{"szlig", "\u00df"},  Reference{"eacute", "\u00e9"},
    Reference{"egrave", "\u00e8"}, Reference{"ecirc", "\u00ea"},  Reference{"euml", "\u00eb"},
    Reference{"agrave", "\u00e0"}, Reference{"aacute", "\u00e1"}, Reference{"acirc", "\u00e2"},
    Reference{"atilde", "\u00e3"}, Reference{"ccedil", "\u00e7"}, Reference{"iacute", "\u00ed"},
    Reference{"icirc", "\u00ee"},  Reference{"iuml", "\u00ef"},   Reference{"oacute", "\u00f3"},
    Reference{"ocirc", "\u00f4"},  Reference{"otilde", "\u00f5"}, Reference{"uacute", "\u00fa"},
    Reference{"ugrave", "\u00f9"}, Reference{"ucirc", "\u00fb"},  Reference{"ntilde", "\u00f1"},
    Reference{"aring", "\u00e5"},  Reference{"aelig", "\u00e6"},  Reference{"oslash", "\u00f8"},
    Reference{"Eacute", "\u00c9"}, Reference{"Aring", "\u00c5"},  Reference{"laquo", "\u00ab"},
    Reference{"raquo", "\u00bb"},  Reference{"bdquo", "\u201e"},  Reference{"sbquo", "\u201a"},
    Reference{"euro", "\u20ac"},   Reference{"pound", "\u00a3"},  Reference{"deg", "\u00b0"},
    Reference{"middot", "\u00b7"},
};

void append_character(std::string& words, std::uint32_t c) {
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) {
    words += "\xef\xbf\xbd";
    return;
  }
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  words.append(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
}

/// Appends what the reference `name` stands for; false if it is none.
bool append_reference(std::string& words, std::string_view name) {
  if (name.starts_with('#')) {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t c = 0;
    const auto read =
        std::from_chars(digits.data(), digits.data() + digits.size(), c, hex ? 16 : 10);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) {
      return false;
    }
    append_character(words, c);
    return true;
  }
  const auto* found = std::ranges::find(kReferences, name, &Reference::name);
  if (found == kReferences.end()) {
    return false;
  }
  words += found->stands_for;
  return true;
}

}  // namespace

std::string without_references(std::string_view words) {
  constexpr std::size_t kLongestName = 10;
  std::string plain;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t sign = std::min(words.find('&', at), words.size());
    plain += words.substr(at, sign - at);
    at = sign;
    if (at == words.size()) {
      break;
    }
    const std::size_t end = words.substr(at, kLongestName).find(';');
    if (end != std::string_view::npos && append_reference(plain, words.substr(at + 1, end - 1))) {
      at += end + 1;
    } else {
      plain += words[at++];
    }
  }
  return plain;
}

LinkedArticle read_linked_article(const PageTree& tree) {
  LinkedArticle article;
  std::optional<OwnPage> own;
  int most = 0;
  for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
    if (tree.nodes()[i].tag != LXB_TAG_SCRIPT ||
        tree.attribute(i, "type").find("ld+json") == std::string_view::npos) {
      continue;
    }
    const std::string words = tree.text_in(i);
    json document = json::parse(words, nullptr, false);
    if (document.is_discarded()) {
      document = json::parse(repaired_json(words), nullptr, false);
    }
    if (!document.is_discarded()) {
      own = own ? std::move(own) : find_own_page(tree);
      find_article(document, *own, article, most);
    }
  }
  return article;
}

}  // namespace factbox::reports::pages
