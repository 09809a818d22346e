#include "reports/formats/markup.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "base/ascii.h"
#include "reports/encoding.h"
#include "reports/pages/blocks.h"
#include "reports/pages/page_tree.h"

namespace factbox::reports::formats {
namespace {

bool has_markup(std::string_view words) {
  return words.find_first_of("<&") != std::string_view::npos;
}

/// A letter of two or three bytes.
std::string utf8_of(std::uint32_t code) {
  constexpr std::uint32_t kTail = 0x3F;
  constexpr std::uint32_t kThree = 0x800;
  std::string letter;
  if (code < kThree) {
    letter += static_cast<char>(0xC0U | (code >> 6U));
  } else {
    letter += static_cast<char>(0xE0U | (code >> 12U));
    letter += static_cast<char>(0x80U | ((code >> 6U) & kTail));
  }
  letter += static_cast<char>(0x80U | (code & kTail));
  return letter;
}

/// Paragraphs of words without a tag.
std::vector<std::string> plain_paragraphs(std::string_view words) {
  std::vector<std::string> paragraphs;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find("\n\n"), words.size());
    auto paragraph = tidy_words(words.substr(0, end));
    if (!paragraph.empty()) {
      paragraphs.push_back(std::move(paragraph));
    }
    words.remove_prefix(std::min(end + 2, words.size()));
  }
  return paragraphs;
}

}  // namespace

std::string letters_of_references(std::string_view words) {
  const auto tree = pages::PageTree::parse(words);
  return tree ? tree->text_in(0) : std::string{words};
}

std::optional<std::string> numbered_letter(std::string_view words, std::size_t& used) {
  constexpr std::size_t kMostDigits = 8;
  if (!words.starts_with("&#") || words.size() < 3) {
    return std::nullopt;
  }
  std::size_t end = ascii::small(words[2]) == 'x' ? 3 : 2;
  const std::size_t digits = end;
  while (end < words.size() &&
         (ascii::is_digit(words[end]) || (digits == 3 && ascii::value_of_hex(words[end]) >= 0))) {
    ++end;
  }
  if (end == digits || end - digits > kMostDigits) {
    return std::nullopt;
  }
  used = end < words.size() && words[end] == ';' ? end + 1 : end;
  std::uint32_t code = 0;
  constexpr int kTen = 10;
  constexpr int kHex = 16;
  std::from_chars(words.data() + digits, words.data() + end, code, digits == 3 ? kHex : kTen);
  constexpr std::uint32_t kPlain = 0xA0;  // below it, browsers read some as signs of windows-1252
  constexpr std::uint32_t kPastPlain = 0xD800;
  if (code >= kPlain && code < kPastPlain) {
    return utf8_of(code);
  }
  return letters_of_references(std::string{words.substr(0, end)} + ';');
}

std::string words_of_markup(std::string_view html) {
  if (!has_markup(html)) {
    return tidy_words(html);
  }
  const auto tree = pages::PageTree::parse(html);
  return tidy_words(tree ? tree->text_in(0) : std::string{html});
}

std::vector<std::string> paragraphs_of_markup(std::string_view html,
                                              const pages::PageRules& rules) {
  if (html.find('<') == std::string_view::npos) {
    return plain_paragraphs(has_markup(html) ? letters_of_references(html) : std::string{html});
  }
  const auto tree = pages::PageTree::parse(html);
  if (!tree) {
    return {};
  }
  std::vector<std::string> paragraphs;
  for (pages::Block& block : pages::without_set_apart(pages::find_blocks(*tree, rules, false))) {
    if (!block.text.empty()) {
      paragraphs.push_back(std::move(block.text));
    }
  }
  return paragraphs;
}

}  // namespace factbox::reports::formats
