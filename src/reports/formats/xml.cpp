#include "reports/formats/xml.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "reports/formats/markup.h"

// not English in this file: XML's own words.

namespace factbox::reports::formats {
namespace {

constexpr std::size_t kLongestTag = 64U << 10U;
constexpr std::size_t kLongestPiece = 4U << 20U;     // of CDATA, a comment
constexpr std::size_t kLongestSubset = 256U << 10U;  // of a document type
constexpr std::size_t kMostGrowth = 1U << 20U;       // bytes, of all entities
constexpr std::size_t kMostAttributes = 256;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_name_start(char c) {
  return ascii::is_letter(c) || c == '_' || c == ':' || ascii::is_beyond(c);
}

bool is_name(char c) {
  return is_name_start(c) || ascii::is_digit(c) || c == '-' || c == '.';
}

std::size_t end_of_name(std::string_view words, std::size_t at) {
  while (at < words.size() && is_name(words[at])) {
    ++at;
  }
  return at;
}

std::size_t skip_space(std::string_view words, std::size_t at) {
  while (at < words.size() && is_space(words[at])) {
    ++at;
  }
  return at;
}

}  // namespace

std::string_view XmlToken::attribute(std::string_view called) const {
  for (const auto& [key, value] : attributes) {
    if (key == called) {
      return value;
    }
  }
  return "";
}

bool XmlReader::refill() {
  constexpr std::size_t kWorthMoving = 1U << 20U;
  if (ended_) {
    return false;
  }
  if (at_ > kWorthMoving || at_ * 2 > buffer_.size()) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const std::size_t before = buffer_.size();
  // A portion may end within a letter, and so bring nothing.
  while (buffer_.size() == before && !ended_) {
    ended_ = !more_(buffer_);
  }
  return buffer_.size() > before;
}

bool XmlReader::ensure(std::size_t count) {
  while (buffer_.size() - at_ < count) {
    if (!refill()) {
      return false;
    }
  }
  return true;
}

/// Where the words stand, counted from here; npos where they don't within `most` bytes.
std::size_t XmlReader::find(std::string_view words, std::size_t from, std::size_t most) {
  for (;;) {
    const std::size_t found = buffer_.find(words, at_ + from);
    if (found != std::string::npos) {
      return found - at_;
    }
    const std::size_t held = buffer_.size() - at_;
    from = std::max(from, held < words.size() ? 0 : held - words.size() + 1);
    if (held > most || !refill()) {
      return std::string::npos;
    }
  }
}

void XmlReader::advance(std::size_t count) {
  count = std::min(count, buffer_.size() - at_);
  line_ += static_cast<std::uint64_t>(
      std::count(buffer_.begin() + static_cast<std::ptrdiff_t>(at_),
                 buffer_.begin() + static_cast<std::ptrdiff_t>(at_ + count), '\n'));
  at_ += count;
}

bool XmlReader::next(XmlToken& token) {
  while (ensure(1)) {
    token = XmlToken{};
    token.line = line_;
    if (buffer_[at_] != '<') {
      read_text(token);
      return true;
    }
    ensure(9);
    if (read_markup(token)) {
      return true;
    }
  }
  return false;
}

/// What begins with "<"; false where it is nothing for the caller.
bool XmlReader::read_markup(XmlToken& token) {
  const std::string_view here = std::string_view{buffer_}.substr(at_, 16);
  const auto skip_past = [&](std::string_view end, std::size_t from) {
    const std::size_t found = find(end, from, kLongestPiece);
    advance(found == std::string::npos ? buffer_.size() - at_ : found + end.size());
    return false;
  };
  if (here.starts_with("<!--")) {
    return skip_past("-->", 4);
  }
  if (here.starts_with("<![CDATA[")) {
    constexpr std::size_t kMark = 9;
    const std::size_t found = find("]]>", kMark, kLongestPiece);
    const std::size_t end = found == std::string::npos ? buffer_.size() - at_ : found;
    token.text = buffer_.substr(at_ + kMark, end - kMark);
    token.is_data = true;
    advance(found == std::string::npos ? end : end + 3);
    return true;
  }
  if (here.starts_with("<?")) {
    return skip_past("?>", 2);
  }
  if (here.starts_with("<!")) {
    read_doctype();
    return false;
  }
  const bool begins = here.size() > 1 && is_name_start(here[1]);
  const bool ends = here.size() > 2 && here[1] == '/' && is_name_start(here[2]);
  if ((begins || ends) && read_tag(token)) {
    return true;
  }
  token.text.assign(1, '<');
  advance(1);
  return true;
}

bool XmlReader::read_tag(XmlToken& token) {
  // A ">" within quotation marks ends nothing.
  std::size_t end = 1;
  char quotation = '\0';
  bool after_sign = false;
  for (;; ++end) {
    if (end > kLongestTag || !ensure(end + 1)) {
      // The mark was never closed: the tag ends where the next ">" is.
      end = quotation == '\0' ? std::string::npos : find(">", 1, kLongestTag);
      break;
    }
    const char c = buffer_[at_ + end];
    if (quotation != '\0') {
      quotation = c == quotation ? '\0' : quotation;
    } else if ((c == '"' || c == '\'') && after_sign) {
      quotation = c;
    } else if (c == '>') {
      break;
    } else if (c == '<') {
      end = std::string::npos;  // another tag begins: this one never was one
      break;
    }
    after_sign = c == '=' || (after_sign && is_space(c));
  }
  if (end == std::string::npos) {
    return false;
  }
  const std::string tag = buffer_.substr(at_ + 1, end - 1);
  advance(end + 1);
  const bool closes = tag[0] == '/';
  std::size_t at = end_of_name(tag, closes ? 1 : 0);
  token.name = tag.substr(closes ? 1 : 0, at - (closes ? 1 : 0));
  token.kind = closes ? XmlToken::Kind::end : XmlToken::Kind::begin;
  token.empty = !closes && tag.ends_with('/');
  while (!closes && token.attributes.size() < kMostAttributes) {
    while (at < tag.size() && !is_name_start(tag[at])) {
      ++at;
    }
    if (at >= tag.size()) {
      break;
    }
    const std::size_t name_end = end_of_name(tag, at);
    std::string name = tag.substr(at, name_end - at);
    at = skip_space(tag, name_end);
    std::string value;
    if (at < tag.size() && tag[at] == '=') {
      at = skip_space(tag, at + 1);
      const bool quoted = at < tag.size() && (tag[at] == '"' || tag[at] == '\'');
      const std::size_t begin = quoted ? at + 1 : at;
      std::size_t past = quoted ? tag.find(tag[at], begin) : tag.find_first_of(" \t\r\n", begin);
      past = std::min(past, tag.size());
      value = resolved(std::string_view{tag}.substr(begin, past - begin));
      at = std::min(past + 1, tag.size());
    }
    token.attributes.emplace_back(std::move(name), std::move(value));
  }
  return true;
}

/// <!DOCTYPE …>, with the entities that it declares, or any other declaration.
void XmlReader::read_doctype() {
  std::size_t end = find(">", 2, kLongestSubset);
  const std::size_t bracket = find("[", 2, std::min(end, kLongestSubset));
  if (end != std::string::npos && bracket < end) {
    end = find("]", bracket, kLongestSubset);
    // "]" may stand in what an entity says; the subset ends with "]" and ">".
    std::size_t past = end == std::string::npos ? end : find(">", end, kLongestSubset);
    while (end != std::string::npos && past != std::string::npos &&
           skip_space(buffer_, at_ + end + 1) != at_ + past) {
      end = find("]", end + 1, kLongestSubset);
      past = end == std::string::npos ? end : find(">", end, kLongestSubset);
    }
    if (past != std::string::npos) {
      declare(std::string{buffer_.substr(at_ + bracket, end - bracket)});
    }
    end = past;
  }
  advance(end == std::string::npos ? 2 : end + 1);
}

/// <!ENTITY name "words">; those that lie outside (SYSTEM, PUBLIC) stay unknown.
void XmlReader::declare(std::string_view subset) {
  constexpr std::string_view kMark = "<!ENTITY";
  constexpr std::size_t kMostEntities = 256;
  constexpr std::size_t kLongestWords = 4096;
  for (std::size_t at = subset.find(kMark); at != std::string_view::npos;
       at = subset.find(kMark, at + 1)) {
    const std::size_t name = skip_space(subset, at + kMark.size());
    const std::size_t name_end = end_of_name(subset, name);
    const std::size_t mark = skip_space(subset, name_end);
    if (name == name_end || mark >= subset.size() ||
        (subset[mark] != '"' && subset[mark] != '\'')) {
      continue;
    }
    const std::size_t end = subset.find(subset[mark], mark + 1);
    if (end == std::string_view::npos || end - mark > kLongestWords ||
        entities_.size() >= kMostEntities) {
      continue;
    }
    entities_.emplace(subset.substr(name, name_end - name),
                      subset.substr(mark + 1, end - mark - 1));
  }
}

void XmlReader::read_text(XmlToken& token) {
  constexpr std::size_t kPortion = 256U << 10U;
  std::size_t end = find("<", 0, kPortion);
  end = end == std::string::npos ? buffer_.size() - at_ : end;
  // A reference may not be cut in two.
  const std::string_view words = std::string_view{buffer_}.substr(at_, end);
  constexpr std::size_t kLongestReference = 40;
  const std::size_t sign = words.rfind('&');
  if (at_ + end == buffer_.size() && sign != std::string_view::npos && sign > 0 &&
      words.size() - sign < kLongestReference && !ended_) {
    end = sign;
  }
  token.text = resolved(std::string_view{buffer_}.substr(at_, end));
  advance(end);
}

/// What HTML calls so: looked up once, since a page may be made of nothing else.
const std::string& XmlReader::html_letters(std::string_view reference) {
  constexpr std::size_t kMost = 4096;
  const auto known = html_letters_.find(reference);
  if (known != html_letters_.end()) {
    return known->second;
  }
  if (html_letters_.size() >= kMost) {
    html_letters_.clear();
  }
  return html_letters_.emplace(reference, letters_of_references(reference)).first->second;
}

std::string XmlReader::resolved(std::string_view words) {
  std::string made;
  made.reserve(words.size());
  for (;;) {
    const std::size_t sign = words.find('&');
    made += words.substr(0, sign);
    if (sign == std::string_view::npos) {
      return made;
    }
    words.remove_prefix(sign);
    std::size_t used = 0;
    if (auto letter = numbered_letter(words, used)) {
      made += *letter;
      words.remove_prefix(used);
      continue;
    }
    const std::size_t end = end_of_name(words, 1);
    const std::string_view name = words.substr(1, end - 1);
    const bool closed = end < words.size() && words[end] == ';';
    const auto own = closed ? entities_.find(name) : entities_.end();
    if (own != entities_.end() && grown_ + own->second.size() <= kMostGrowth) {
      grown_ += own->second.size();
      // Its own references are letters; entities in it stay as they stand.
      const std::string letters = own->second.find('&') == std::string::npos
                                      ? own->second
                                      : letters_of_references(own->second);
      flooded_ = flooded_ || std::ranges::any_of(entities_, [&](const auto& other) {
                   return letters.find(fmt::format("&{};", other.first)) != std::string::npos;
                 });
      made += letters;
    } else if (own != entities_.end()) {
      flooded_ = true;
      made += words.substr(0, end + 1);
    } else if (closed && !name.empty()) {
      made += html_letters(words.substr(0, end + 1));
    } else {
      made += words.substr(0, std::max<std::size_t>(end, 1));
      words.remove_prefix(std::max<std::size_t>(end, 1));
      continue;
    }
    words.remove_prefix(end + 1);
  }
}

}  // namespace factbox::reports::formats
