#include "reports/web_address.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"

namespace factbox::reports {
namespace {

/// How many bytes the scheme and its colon take; 0 where there is none.
std::size_t scheme_size(std::string_view words) {
  std::size_t at = 0;
  while (at < words.size() && (ascii::is_letter(words[at]) ||
                               (at > 0 && (ascii::is_digit(words[at]) || words[at] == '+' ||
                                           words[at] == '-' || words[at] == '.')))) {
    ++at;
  }
  return at > 0 && at < words.size() && words[at] == ':' ? at + 1 : 0;
}

/// A path without "." and "..".
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> parts;
  while (path.starts_with('/')) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(end);
    const bool last = path.empty();
    if (part == "..") {
      if (!parts.empty()) {
        parts.pop_back();
      }
    } else if (part != ".") {
      parts.push_back(part);
      continue;
    }
    if (last) {
      parts.emplace_back();
    }
  }
  std::string made;
  for (const std::string_view part : parts) {
    made += '/';
    made += part;
  }
  return made.empty() ? "/" : made;
}

}  // namespace

bool is_web_address(std::string_view words) {
  constexpr std::size_t kScheme = 8;
  const std::string start = ascii::in_small_letters(words.substr(0, kScheme));
  return (start.starts_with("http://") && words.size() > kScheme - 1) ||
         (start.starts_with("https://") && words.size() > kScheme);
}

std::string resolved_address(std::string_view base, std::string_view reference) {
  if (scheme_size(reference) > 0 || !is_web_address(base)) {
    return std::string{reference};
  }
  const std::size_t scheme = scheme_size(base);
  if (reference.starts_with("//")) {
    return std::string{base.substr(0, scheme)} + std::string{reference};
  }
  base = base.substr(0, base.find('#'));
  const std::size_t host_end = std::min(base.find_first_of("/?", scheme + 2), base.size());
  const std::string host{base.substr(0, host_end)};
  if (reference.empty() || reference.starts_with('#')) {
    return std::string{base} + std::string{reference};
  }
  const std::string_view path = base.substr(0, base.find('?')).substr(host_end);
  if (reference.starts_with('?')) {
    return host + (path.empty() ? "/" : std::string{path}) + std::string{reference};
  }
  const std::size_t tail = std::min(reference.find_first_of("?#"), reference.size());
  const std::string_view own = reference.substr(0, tail);
  const std::size_t slash = path.rfind('/');
  const std::string whole =
      own.starts_with('/')
          ? std::string{own}
          : (slash == std::string_view::npos ? "/" : std::string{path.substr(0, slash + 1)}) +
                std::string{own};
  return host + without_dots(whole) + std::string{reference.substr(tail)};
}

}  // namespace factbox::reports
