#include "texts/paragraphs.h"

#include <algorithm>
#include <array>

namespace factbox::texts {
namespace {

/// Bytes beside a place within which its paragraph is read.
constexpr std::size_t kWidest = 1U << 14U;
constexpr std::string_view kSpaces = " \t\r\n";
constexpr std::array<std::string_view, 5> kClosing{"\"", "'", "\xE2\x80\x9D", "\xE2\x80\x99",
                                                   "\xC2\xBB"};

bool is_blank_line(std::string_view text, std::size_t line_end) {
  const std::size_t next = text.find_first_not_of(" \t\r", line_end + 1);
  return next != std::string_view::npos && text[next] == '\n';
}

bool ends_paragraph(std::string_view text, std::size_t line_end, bool by_lines) {
  return by_lines ? ends_sentence_before(text, line_end) : is_blank_line(text, line_end);
}

}  // namespace

bool lines_are_paragraphs(std::string_view text) {
  for (std::size_t line = text.find('\n'); line != std::string_view::npos;
       line = text.find('\n', line + 1)) {
    if (is_blank_line(text, line)) {
      return false;
    }
  }
  return true;
}

bool ends_sentence_before(std::string_view text, std::size_t at) {
  auto before = text.substr(0, at);
  const auto trim = [&] { before = before.substr(0, before.find_last_not_of(kSpaces) + 1); };
  trim();
  for (const auto mark : kClosing) {
    if (before.ends_with(mark)) {
      before.remove_suffix(mark.size());
      trim();
      break;
    }
  }
  return before.ends_with('.') || before.ends_with('?') || before.ends_with('!');
}

std::size_t paragraph_begin(std::string_view text, std::size_t at, bool by_lines) {
  const std::size_t floor = at - std::min(at, kWidest);
  std::size_t line = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  while (line != std::string_view::npos && line >= floor) {
    if (ends_paragraph(text, line, by_lines)) {
      return std::min(text.find_first_not_of(kSpaces, line), at);
    }
    line = line == 0 ? std::string_view::npos : text.rfind('\n', line - 1);
  }
  std::size_t begin = floor;
  while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
    ++begin;
  }
  return begin;
}

std::size_t paragraph_end(std::string_view text, std::size_t at, bool by_lines) {
  constexpr std::size_t kLongestMark = 3;
  const std::size_t roof = std::min(text.size(), at + kWidest);
  for (std::size_t line = text.find('\n', at); line < roof; line = text.find('\n', line + 1)) {
    if (ends_paragraph(text, line, by_lines)) {
      const std::size_t next = text.find_first_not_of(kSpaces, line);
      return std::min(text.size(), std::min(next, text.size()) + kLongestMark);
    }
  }
  return roof;
}

}  // namespace factbox::texts
