#include "reports/pages/linked_data.h"

#include <lexbor/tag/const.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "reports/encoding.h"

// not English in this file: HTML's names of characters.

namespace factbox::reports::pages {
namespace {

using nlohmann::json;

/// The member, or null.
const json& member(const json& object, const char* name) {
  static const json kNull;
  if (!object.is_object()) {
    return kNull;
  }
  const auto found = object.find(name);
  return found == object.end() ? kNull : *found;
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

/// A person's or a body's name, written as a string or as an object.
std::string name_of(const json& value) {
  return value.is_object() ? words_of(member(value, "name")) : words_of(value);
}

std::vector<std::string> names_of(const json& value) {
  std::vector<std::string> names;
  const auto add = [&names](const json& one) {
    std::string name = name_of(one);
    if (!name.empty()) {
      names.push_back(std::move(name));
    }
  };
  if (value.is_array()) {
    for (const json& one : value) {
      add(one);
    }
  } else if (value.is_object() && member(value, "name").is_array()) {
    return names_of(member(value, "name"));
  } else {
    add(value);
  }
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

LinkedArticle read_article(const json& object) {
  LinkedArticle article;
  article.headline = words_of(member(object, "headline"));
  if (article.headline.empty()) {
    article.headline = words_of(member(object, "name"));
  }
  article.published = words_of(member(object, "datePublished"));
  article.modified = words_of(member(object, "dateModified"));
  article.authors = names_of(member(object, "author"));
  if (article.authors.empty()) {
    article.authors = names_of(member(object, "creator"));
  }
  article.publisher = name_of(member(object, "publisher"));
  article.section = words_of(member(object, "articleSection"));
  article.lang = words_of(member(object, "inLanguage"));
  article.url = words_of(member(object, "url"));
  if (article.url.empty()) {
    article.url = words_of(member(object, "mainEntityOfPage"));
  }
  const json& body = member(object, "articleBody");
  if (body.is_string()) {
    article.body = without_references(body.get_ref<const std::string&>());
  }
  return article;
}

/// The first article in a document, however deep; none found leaves `article` as it is.
bool find_article(const json& document, LinkedArticle& article) {
  std::vector<const json*> waiting{&document};
  while (!waiting.empty()) {
    const json& value = *waiting.back();
    waiting.pop_back();
    if (value.is_object() && is_article_type(member(value, "@type"))) {
      LinkedArticle found = read_article(value);
      if (!found.headline.empty() || !found.published.empty()) {
        article = std::move(found);
        return true;
      }
    }
    if (value.is_structured()) {
      const auto begin = static_cast<std::ptrdiff_t>(waiting.size());
      for (const json& inside : value) {
        if (inside.is_structured()) {
          waiting.push_back(&inside);
        }
      }
      std::reverse(waiting.begin() + begin, waiting.end());  // the first is looked at first
    }
  }
  return false;
}

struct Reference {
  std::string_view name;
  std::string_view stands_for;
};

/// Those that HTML's escapers write.
constexpr std::array kReferences{
    Reference{"amp", "&"},         Reference{"quot", "\""},      Reference{"apos", "'"},
    Reference{"lt", "<"},          Reference{"gt", ">"},         Reference{"nbsp", " "},
    Reference{"ndash", "\u2013"},  Reference{"mdash", "\u2014"}, Reference{"lsquo", "\u2018"},
    Reference{"rsquo", "\u2019"},  Reference{"ldquo", "\u201c"}, Reference{"rdquo", "\u201d"},
    Reference{"hellip", "\u2026"},
};

void append_character(std::string& words, std::uint32_t c) {
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) {
    words += "\xef\xbf\xbd";
    return;
  }
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, c);
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
  for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
    if (tree.nodes()[i].tag != LXB_TAG_SCRIPT ||
        tree.attribute(i, "type").find("ld+json") == std::string_view::npos) {
      continue;
    }
    // Editors paste line ends into strings, which JSON forbids; as spaces they do no harm.
    std::string words = tree.text_in(i);
    std::ranges::replace_if(
        words, [](char c) { return c >= 0 && c < ' '; }, ' ');
    const json document = json::parse(words, nullptr, false);
    if (!document.is_discarded() && find_article(document, article)) {
      break;
    }
  }
  return article;
}

}  // namespace factbox::reports::pages
