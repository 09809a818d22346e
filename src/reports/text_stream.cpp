#include "reports/text_stream.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/assert.h"
#include "reports/encoding.h"

// not English in this file: names of encodings.

namespace factbox::reports {
namespace {

constexpr std::size_t kChunk = 64U << 10U;

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using ConverterPtr = std::unique_ptr<UConverter, Close>;

ConverterPtr open(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  ConverterPtr converter{ucnv_open(charset.c_str(), &status)};
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// windows-1252's letters from 0x80 to 0x9f; 0 where it has none.
constexpr std::array<char16_t, 32> kWindowsLetters{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// A letter below U+0800 or one of three bytes.
void append_letter(std::string& text, char16_t letter) {
  constexpr unsigned kTail = 0x3F;
  const unsigned c = letter;
  if (c < 0x800) {
    text += static_cast<char>(0xC0U | (c >> 6U));
  } else {
    text += static_cast<char>(0xE0U | (c >> 12U));
    text += static_cast<char>(0x80U | ((c >> 6U) & kTail));
  }
  text += static_cast<char>(0x80U | (c & kTail));
}

void append_as_windows(std::string& text, char byte) {
  const auto value = static_cast<unsigned char>(byte);
  constexpr unsigned char kFirst = 0x80;
  constexpr unsigned char kPast = 0xA0;
  const char16_t letter = value < kPast ? kWindowsLetters.at(value - kFirst) : value;
  append_letter(text, letter == 0 ? u'\xFFFD' : letter);
}

/// Whether all these bytes could begin a letter of UTF-8 that goes on in the next portion.
bool may_go_on(std::string_view bytes) {
  constexpr std::size_t kLongest = 4;
  if (bytes.empty() || bytes.size() >= kLongest) {
    return false;
  }
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const std::size_t size = lead >= 0xF0 && lead < 0xF5 ? 4
                           : lead >= 0xE0              ? 3
                           : lead >= 0xC2              ? 2
                                                       : 1;
  return lead < 0xF5 && bytes.size() < size && std::ranges::all_of(bytes.substr(1), [](char c) {
           return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
         });
}

}  // namespace

struct TextStream::Converter {
  ConverterPtr from;
  ConverterPtr to;
  std::vector<char16_t> pivot = std::vector<char16_t>(1024);
  char16_t* pivot_source = pivot.data();
  char16_t* pivot_target = pivot.data();
  bool ended = false;
};

std::string_view wide_charset_of(std::string_view beginning) {
  struct Mark {
    std::string_view bytes;
    std::string_view charset;
  };
  // In this order: the mark of UTF-32 begins as that of UTF-16 does.
  static constexpr std::array kMarks{
      Mark{{"\xff\xfe\0\0", 4}, "utf-32le"},
      Mark{{"\0\0\xfe\xff", 4}, "utf-32be"},
      Mark{"\xff\xfe", "utf-16le"},
      Mark{"\xfe\xff", "utf-16be"},
  };
  for (const Mark& mark : kMarks) {
    if (beginning.starts_with(mark.bytes)) {
      return mark.charset;
    }
  }
  if (beginning.size() < 4) {
    return "";
  }
  const auto zero = [&](std::size_t at) { return beginning[at] == '\0'; };
  if (zero(0) && zero(1) && zero(2) && !zero(3)) {
    return "utf-32be";
  }
  if (!zero(0) && zero(1) && zero(2) && zero(3)) {
    return "utf-32le";
  }
  if (zero(0) && !zero(1) && zero(2) && !zero(3)) {
    return "utf-16be";
  }
  return !zero(0) && zero(1) && !zero(2) && zero(3) ? "utf-16le" : "";
}

TextStream::TextStream(sources::Delivery& delivery, std::string_view declared)
    : delivery_(delivery) {
  constexpr std::size_t kMark = 4;
  const std::string beginning{delivery.look_ahead(kMark)};
  const bool marked = beginning.starts_with("\xef\xbb\xbf");
  charset_ = wide_charset_of(beginning);
  if (charset_.empty() && !marked) {
    const std::string name = charset_as_read(declared);
    // What declares itself wide and is not, isn't: it couldn't have been read so far.
    charset_ = name.starts_with("utf-16") || name.starts_with("utf-32") || name == "utf8" ||
                       name == "ucs-2" || name == "utf-8"
                   ? ""
                   : name;
  }
  if (charset_.empty() && !marked) {
    constexpr std::size_t kEnough = 64U << 10U;
    charset_ = charset_by_looks(delivery.look_ahead(kEnough));
    charset_ = charset_ == "utf-8" ? "" : charset_;
    guessed_ = !charset_.empty();
  }
  if (!charset_.empty()) {
    converter_ = std::make_unique<Converter>();
    converter_->from = open(charset_);
    converter_->to = open("utf-8");
    if (converter_->from == nullptr || converter_->to == nullptr) {
      converter_.reset();
      charset_.clear();
      guessed_ = false;
    }
  }
  std::array<char, kMark> mark{};
  if (marked) {
    static_cast<void>(delivery.take(std::span{mark}.first(3)));
  }
}

TextStream::~TextStream() = default;

bool TextStream::append_to(std::string& text) {
  std::array<char, kChunk> chunk{};
  const std::size_t count = delivery_.take(chunk);
  if (converter_ == nullptr) {
    undecided_.append(chunk.data(), count);
    append_utf8(text, count == 0);
    return count > 0;
  }
  if (converter_->ended) {
    return false;
  }
  converter_->ended = count == 0;
  const char* from = chunk.data();
  std::array<char, kChunk> out{};
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    char* to = out.data();
    ucnv_convertEx(converter_->to.get(), converter_->from.get(), &to, out.data() + out.size(),
                   &from, chunk.data() + count, converter_->pivot.data(), &converter_->pivot_source,
                   &converter_->pivot_target, converter_->pivot.data() + converter_->pivot.size(),
                   0, static_cast<UBool>(count == 0), &status);
    std::string_view words{out.data(), static_cast<std::size_t>(to - out.data())};
    if (text.empty() && words.starts_with("\xef\xbb\xbf")) {
      words.remove_prefix(3);
    }
    text += words;
  }
  return count > 0;
}

void TextStream::append_utf8(std::string& text, bool at_end) {
  std::string_view bytes = undecided_;
  for (std::size_t bad = find_bad_utf8(bytes); bad != std::string_view::npos;
       bad = find_bad_utf8(bytes)) {
    text += bytes.substr(0, bad);
    bytes.remove_prefix(bad);
    if (!at_end && may_go_on(bytes)) {
      undecided_ = std::string{bytes};
      return;
    }
    append_as_windows(text, bytes[0]);
    ++mended_;
    bytes.remove_prefix(1);
  }
  text += bytes;
  undecided_.clear();
}

std::string TextStream::doubt() const {
  if (guessed_) {
    return fmt::format("encoding: not declared, or wrongly; read as {}, which its bytes look like",
                       charset_);
  }
  return mended_ == 0 ? ""
                      : fmt::format("encoding: {} byte{} no UTF-8, read as windows-1252", mended_,
                                    mended_ == 1 ? " is" : "s are");
}

}  // namespace factbox::reports
