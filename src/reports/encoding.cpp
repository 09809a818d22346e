#include "reports/encoding.h"

#include <fmt/format.h>
#include <uchardet/uchardet.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "base/ascii.h"
#include "base/assert.h"

// not English in this file: names of encodings.

namespace factbox::reports {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct DeleteDetector {
  void operator()(uchardet* detector) const { uchardet_delete(detector); }
};

/// The bytes by a charset of ICU; none if it knows no such charset.
std::optional<std::string> by_charset(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter{ucnv_open(charset.c_str(), &status)};
  if (U_FAILURE(status) || charset.empty()) {
    return std::nullopt;
  }
  const icu::UnicodeString text{bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), status};
  if (U_FAILURE(status)) {
    return std::nullopt;
  }
  std::string decoded;
  text.toUTF8String(decoded);
  return decoded;
}

/// Each broken place replaced; says how many there were.
std::string replace_broken(std::string_view bytes, std::size_t& broken) {
  std::string good;
  good.reserve(bytes.size());
  broken = 0;
  for (std::size_t at = find_bad_utf8(bytes); at != std::string_view::npos;
       at = find_bad_utf8(bytes)) {
    good += bytes.substr(0, at);
    good += kReplacement;
    ++broken;
    std::size_t next = at + 1;
    while (next < bytes.size() && U8_IS_TRAIL(bytes[next])) {
      ++next;
    }
    bytes.remove_prefix(next);
  }
  good += bytes;
  return good;
}

std::string guess(std::string_view bytes) {
  constexpr std::size_t kEnough = 256U << 10U;
  const std::unique_ptr<uchardet, DeleteDetector> detector{uchardet_new()};
  if (uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kEnough)) != 0) {
    return "";
  }
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

/// UTF-8 with few broken places, replaced by now, is UTF-8 all the same.
bool is_mostly_utf8(std::string_view repaired, std::size_t broken) {
  constexpr std::size_t kFew = 1000;
  const auto foreign = static_cast<std::size_t>(
      std::ranges::count_if(repaired, [](char c) { return U8_IS_LEAD(c); }));
  return broken * 2 < foreign && broken < kFew;
}

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};

/// In this order: that of UTF-32 begins as that of UTF-16 does.
constexpr std::array kMarks{
    Mark{{"\xff\xfe\0\0", 4}, "utf-32le"}, Mark{{"\0\0\xfe\xff", 4}, "utf-32be"},
    Mark{"\xef\xbb\xbf", "utf-8"},         Mark{"\xff\xfe", "utf-16le"},
    Mark{"\xfe\xff", "utf-16be"},
};

// ICU's macro converts as C does.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
/// The character at `at`, which moves behind it; negative where the bytes are no UTF-8.
UChar32 next_character(std::string_view bytes, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT(bytes, at, bytes.size(), c);
  return c;
}
#pragma GCC diagnostic pop

bool is_invisible(UChar32 c) {
  if (c < 0) {
    return false;  // broken, and marked as such
  }
  const auto kind = u_charType(c);
  // Persian words need their non-joiners (U+200C, U+200D).
  return kind == U_CONTROL_CHAR || kind == U_SURROGATE || kind == U_UNASSIGNED ||
         (kind == U_FORMAT_CHAR && c != 0x200C && c != 0x200D);
}

}  // namespace

std::string charset_as_read(std::string_view charset) {
  std::string name = ascii::in_small_letters(charset);
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii") {
    return "windows-1252";
  }
  if (name == "iso-8859-9") {
    return "windows-1254";
  }
  if (name == "gb2312" || name == "gbk") {
    return "gb18030";
  }
  return name == "uhc" ? "windows-949" : name;
}

std::string charset_by_looks(std::string_view beginning) {
  if (find_bad_utf8(beginning) == std::string_view::npos) {
    return "";
  }
  std::size_t broken = 0;
  const std::string repaired = replace_broken(beginning, broken);
  return is_mostly_utf8(repaired, broken) ? "" : charset_as_read(guess(beginning));
}

std::string decode_as(std::string_view bytes, std::string_view charset) {
  std::string text = by_charset(bytes, std::string{charset}).value_or("");
  return text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text;
}

std::size_t find_bad_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    if (U8_IS_SINGLE(bytes[at])) {
      ++at;
    } else if (next_character(bytes, at) < 0) {
      return begin;
    }
  }
  return std::string_view::npos;
}

Decoded decode(std::string_view bytes, std::string_view declared) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) {
      bytes.remove_prefix(mark.bytes.size());
      if (mark.charset != "utf-8") {
        return {by_charset(bytes, std::string{mark.charset}).value_or(""), ""};
      }
      declared = mark.charset;
      break;
    }
  }
  const std::string charset = charset_as_read(declared);
  const bool says_utf8 = charset.empty() || charset == "utf-8" || charset == "utf8";
  const std::size_t bad = find_bad_utf8(bytes);
  if (bad == std::string_view::npos) {
    const bool is_ascii = std::ranges::all_of(bytes, [](char c) { return U8_IS_SINGLE(c); });
    return {std::string{bytes}, says_utf8 || is_ascii
                                    ? ""
                                    : fmt::format("encoding: declared as {}, read as UTF-8, which "
                                                  "its bytes are",
                                                  charset.substr(0, 40))};
  }
  if (!says_utf8) {
    if (auto text = by_charset(bytes, charset)) {
      return {*std::move(text), ""};
    }
  }
  std::size_t broken = 0;
  std::string repaired = replace_broken(bytes, broken);
  if (is_mostly_utf8(repaired, broken)) {
    return {std::move(repaired),
            fmt::format("encoding: {} place{} no UTF-8 and marked \xef\xbf\xbd", broken,
                        broken == 1 ? " is" : "s are")};
  }
  const std::string guessed = charset_as_read(guess(bytes));
  if (auto text = by_charset(bytes, guessed)) {
    return {*std::move(text),
            fmt::format("encoding: {}, read as {}, which its bytes look like",
                        charset.empty() ? "not declared"
                                        : fmt::format("declared as {}", charset.substr(0, 40)),
                        guessed)};
  }
  auto text = by_charset(bytes, "windows-1252");
  FB_ASSERT(text.has_value());
  return {*std::move(text), "encoding: unknown, read as windows-1252"};
}

std::string declared_charset(std::string_view html) {
  constexpr std::size_t kFarEnough = 4096;
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789-_:";
  const std::string head = ascii::in_small_letters(html.substr(0, kFarEnough));
  for (const std::string_view word : {"charset", "encoding"}) {
    for (std::size_t at = head.find(word); at != std::string::npos; at = head.find(word, at + 1)) {
      std::size_t sign = head.find_first_not_of(" \t\r\n", at + word.size());
      if (sign == std::string::npos || head[sign] != '=') {
        continue;
      }
      sign = head.find_first_not_of(" \t\r\n\"'", sign + 1);
      if (sign == std::string::npos) {
        continue;
      }
      const std::size_t end = head.find_first_not_of(kLetters, sign);
      if (end != sign) {
        return head.substr(sign, end == std::string::npos ? end : end - sign);
      }
    }
  }
  return "";
}

std::string tidy_words(std::string_view words) {
  std::string tidy;
  tidy.reserve(words.size());
  bool space_due = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const UChar32 c = next_character(words, at);
    if (u_isUWhiteSpace(c)) {
      space_due = !tidy.empty();
      continue;
    }
    if (is_invisible(c)) {
      continue;
    }
    if (space_due) {
      tidy += ' ';
      space_due = false;
    }
    tidy += c < 0 ? kReplacement : words.substr(begin, at - begin);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  FB_ASSERT(U_SUCCESS(status));
  std::string composed;
  icu::StringByteSink<std::string> sink{&composed};
  nfc->normalizeUTF8(0, tidy, sink, nullptr, status);
  FB_ASSERT(U_SUCCESS(status));
  return composed;
}

}  // namespace factbox::reports
