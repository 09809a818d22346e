#include "reports/formats/header_fields.h"

#include <algorithm>

#include "base/ascii.h"

namespace factbox::reports::formats {
namespace {

std::string_view trimmed(std::string_view words) {
  const std::size_t begin = words.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos
             ? std::string_view{}
             : words.substr(begin, words.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

std::string MediaType::parameter(std::string_view name) const {
  for (const auto& [key, value] : parameters) {
    if (key == name) {
      return value;
    }
  }
  return "";
}

HeaderFields HeaderFields::read(std::string_view head) {
  constexpr std::size_t kMost = 256;
  HeaderFields read;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 1, head.size()));
    const std::string_view words = trimmed(line);
    if (words.empty()) {
      break;
    }
    const std::size_t colon = line.find(':');
    if ((line[0] == ' ' || line[0] == '\t') && !read.fields_.empty()) {
      read.fields_.back().second += ' ';
      read.fields_.back().second += words;
    } else if (colon != std::string_view::npos && read.fields_.size() < kMost) {
      read.fields_.emplace_back(ascii::in_small_letters(trimmed(line.substr(0, colon))),
                                trimmed(line.substr(colon + 1)));
    }
  }
  return read;
}

std::string_view HeaderFields::find(std::string_view name) const {
  const auto found =
      std::ranges::find_if(fields_, [name](const auto& field) { return field.first == name; });
  return found == fields_.end() ? std::string_view{} : std::string_view{found->second};
}

MediaType HeaderFields::media_type(std::string_view name) const {
  std::string_view words = find(name);
  MediaType type;
  std::size_t end = std::min(words.find(';'), words.size());
  type.type = ascii::in_small_letters(trimmed(words.substr(0, end)));
  while (end < words.size()) {
    words.remove_prefix(end + 1);
    const std::size_t sign = words.find('=');
    if (sign == std::string_view::npos) {
      break;
    }
    const std::string_view value = trimmed(words.substr(sign + 1));
    const bool quoted = value.starts_with('"');
    const std::size_t begin = quoted ? words.find('"', sign) + 1 : sign + 1;
    const std::size_t past = std::min(words.find(quoted ? '"' : ';', begin), words.size());
    type.parameters.emplace_back(ascii::in_small_letters(trimmed(words.substr(0, sign))),
                                 trimmed(words.substr(begin, past - begin)));
    end = std::min(words.find(';', past), words.size());
  }
  return type;
}

std::size_t end_of_head(std::string_view words) {
  const std::size_t by_web = words.find("\r\n\r\n");
  const std::size_t plain = words.substr(0, by_web).find("\n\n");
  if (plain != std::string_view::npos) {
    return plain + 2;
  }
  return by_web == std::string_view::npos ? by_web : by_web + 4;
}

}  // namespace factbox::reports::formats
