#include "codec/sheet_bytes.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/assert.h"
#include "base/letters.h"

namespace factbox::codec {

namespace {

using texts::Form;
using texts::Link;
using texts::MarkedName;
using texts::NameType;
using texts::SheetParts;
using texts::SheetToken;
using texts::WordClass;

// A token's first byte. What its two bits can't say follows as a number.
constexpr unsigned kGap = 0;     // bytes since the token before: 0, 1, 2, or more
constexpr unsigned kLemma = 2;   // see LemmaIs
constexpr unsigned kHead = 4;    // see HeadIs
constexpr unsigned kStarts = 6;  // a sentence
constexpr unsigned kSpace = 7;   // the token is white space
constexpr std::uint8_t kTwoBits = 3;

enum class LemmaIs : std::uint8_t { word, small_word, seen, written };
enum class HeadIs : std::uint8_t { itself, next, before, away };

/// "Minister" is "minister": of ASCII alone, so that reading back never asks Unicode's tables.
void append_small(std::string& small, std::string_view word) {
  constexpr unsigned char kAscii = 0x80;
  for (const char c : word) {
    const auto code = static_cast<unsigned char>(c);
    small.push_back(code < kAscii && is_capital(code) ? static_cast<char>(code - U'A' + U'a') : c);
  }
}

class SheetWriter {
 public:
  SheetWriter(ByteWriter& writer, const texts::Sheet& sheet) : writer_(writer), sheet_(sheet) {}

  void write() {
    writer_.number(sheet_.size());
    for (std::uint32_t token = 0; token < sheet_.size(); ++token) {
      write_token(token);
    }
    writer_.number(sheet_.names().size());
    for (const MarkedName& name : sheet_.names()) {
      writer_.number(name.tokens.first);
      writer_.number(name.tokens.size());
      writer_.choice(name.type, NameType::work);
    }
  }

 private:
  void write_token(std::uint32_t token) {
    const SheetToken& one = sheet_.parts().tokens[token];
    FB_ASSERT(one.range.begin >= end_);
    const std::uint32_t gap = one.range.begin - end_;
    const auto short_gap = static_cast<std::uint8_t>(std::min<std::uint32_t>(gap, kTwoBits));
    const auto [lemma, seen] = how_lemma(token);
    const HeadIs head = how_head(token, one.head);
    writer_.byte(static_cast<std::uint8_t>(
        (static_cast<unsigned>(short_gap) << kGap) | (static_cast<unsigned>(lemma) << kLemma) |
        (static_cast<unsigned>(head) << kHead) | (one.starts_sentence ? 1U << kStarts : 0U) |
        (one.is_space ? 1U << kSpace : 0U)));
    if (short_gap == kTwoBits) {
      writer_.number(gap - kTwoBits);
    }
    writer_.number(one.range.size());
    if (lemma == LemmaIs::written) {
      writer_.whole(sheet_.lemma(token));
    } else if (lemma == LemmaIs::seen) {
      writer_.number(seen);
    }
    if (head == HeadIs::away) {
      writer_.signed_number(std::int64_t{one.head} - std::int64_t{token});
    }
    writer_.choice(one.link, Link::unclear);
    writer_.choice(one.form, Form::space);
    writer_.choice(one.word_class, WordClass::space);
    end_ = one.range.end;
  }

  std::pair<LemmaIs, std::uint32_t> how_lemma(std::uint32_t token) {
    const auto lemma = sheet_.lemma(token);
    if (lemma == sheet_.word(token)) {
      return {LemmaIs::word, 0};
    }
    small_.clear();
    append_small(small_, sheet_.word(token));
    if (lemma == small_) {
      return {LemmaIs::small_word, 0};
    }
    // What is long is written again, so that bytes can't ask for more memory than they are worth.
    if (lemma.size() > kLongestRemembered) {
      return {LemmaIs::written, 0};
    }
    const auto [seen, is_new] = seen_.emplace(lemma, static_cast<std::uint32_t>(seen_.size()));
    return {is_new ? LemmaIs::written : LemmaIs::seen, seen->second};
  }

  static HeadIs how_head(std::uint32_t token, std::uint32_t head) {
    if (head == token) {
      return HeadIs::itself;
    }
    if (head == token + 1) {
      return HeadIs::next;
    }
    return head + 1 == token ? HeadIs::before : HeadIs::away;
  }

  ByteWriter& writer_;
  const texts::Sheet& sheet_;
  std::uint32_t end_ = 0;
  std::string small_;
  std::unordered_map<std::string_view, std::uint32_t> seen_;
};

class SheetReader {
 public:
  SheetReader(ByteReader& reader, std::string_view text) : reader_(reader), text_(text) {}

  SheetParts read() {
    const std::size_t size = reader_.count();
    parts_.tokens.reserve(std::min(size, text_.size()));
    for (std::size_t token = 0; token < size && reader_.sound(); ++token) {
      read_token(static_cast<std::uint32_t>(token), static_cast<std::uint32_t>(size));
    }
    const std::size_t names = reader_.count();
    for (std::size_t n = 0; n < names && reader_.sound(); ++n) {
      read_name();
    }
    return std::move(parts_);
  }

 private:
  void read_token(std::uint32_t token, std::uint32_t size) {
    SheetToken one;
    const std::uint8_t first = reader_.byte();
    const auto bits = [&](unsigned at) {
      return static_cast<std::uint8_t>((first >> at) & kTwoBits);
    };
    std::uint64_t gap = bits(kGap);
    if (gap == kTwoBits) {
      gap += std::min<std::uint64_t>(reader_.number(), text_.size());
    }
    const std::uint64_t length = reader_.number();
    const std::uint64_t begin = end_ + gap;
    reader_.require(begin <= text_.size() && length > 0 && length <= text_.size() - begin,
                    "a word outside of the text");
    if (!reader_.sound()) {
      return;
    }
    one.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
    reader_.require(on_letter(text_, one.range.begin) && on_letter(text_, one.range.end),
                    "a word that ends inside of a letter");
    one.lemma = read_lemma(static_cast<LemmaIs>(bits(kLemma)), one.range.in(text_));
    one.head = read_head(static_cast<HeadIs>(bits(kHead)), token, size);
    reader_.choice(one.link, Link::unclear);
    reader_.choice(one.form, Form::space);
    reader_.choice(one.word_class, WordClass::space);
    one.starts_sentence = ((first >> kStarts) & 1U) != 0;
    one.is_space = ((first >> kSpace) & 1U) != 0;
    end_ = one.range.end;
    parts_.tokens.push_back(one);
  }

  ByteRange read_lemma(LemmaIs how, std::string_view word) {
    std::string& lemmas = parts_.lemmas;
    const auto begin = static_cast<std::uint32_t>(lemmas.size());
    if (how == LemmaIs::word) {
      lemmas.append(word);
    } else if (how == LemmaIs::small_word) {
      append_small(lemmas, word);
    } else if (how == LemmaIs::written) {
      std::string written;
      reader_.whole(written);
      lemmas.append(written);
      if (written.size() <= kLongestRemembered) {
        seen_.push_back({begin, static_cast<std::uint32_t>(lemmas.size())});
      }
    } else {
      const std::uint64_t seen = reader_.number();
      reader_.require(seen < seen_.size(), "a lemma that didn't stand before");
      if (reader_.sound()) {
        // Appending may move the bytes that are read.
        const ByteRange before = seen_[static_cast<std::size_t>(seen)];
        lemmas.append(lemmas, before.begin, before.size());
      }
    }
    return {begin, static_cast<std::uint32_t>(lemmas.size())};
  }

  std::uint32_t read_head(HeadIs how, std::uint32_t token, std::uint32_t size) {
    std::int64_t away = how == HeadIs::itself ? 0 : how == HeadIs::next ? 1 : -1;
    if (how == HeadIs::away) {
      away = reader_.signed_number();
    }
    const std::int64_t farthest = size;
    reader_.require(away >= -farthest && away <= farthest, "a head that isn't there");
    const std::int64_t head = std::int64_t{token} + (reader_.sound() ? away : 0);
    reader_.require(head >= 0 && head < farthest, "a head that isn't there");
    return reader_.sound() ? static_cast<std::uint32_t>(head) : token;
  }

  void read_name() {
    MarkedName name;
    const std::uint64_t first = reader_.number();
    const std::uint64_t size = reader_.number();
    const std::uint64_t tokens = parts_.tokens.size();
    reader_.require(first < tokens && size > 0 && size <= tokens - first, "a name without words");
    reader_.choice(name.type, NameType::work);
    if (reader_.sound()) {
      name.tokens = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + size)};
      parts_.names.push_back(name);
    }
  }

  ByteReader& reader_;
  std::string_view text_;
  std::uint32_t end_ = 0;
  SheetParts parts_;
  std::vector<ByteRange> seen_;
};

/// Whether every head leads to a root without leaving its sentence: rules climb by them.
bool heads_lead_to_roots(const texts::Sheet& sheet) {
  std::vector<std::uint32_t> walked(sheet.size(), 0);
  for (const texts::TokenRange sentence : sheet.sentences()) {
    for (std::uint32_t token = sentence.first; token < sentence.past; ++token) {
      std::uint32_t at = token;
      while (walked[at] == 0) {
        walked[at] = token + 1;
        if (!sentence.contains(sheet.head(at))) {
          return false;
        }
        at = sheet.head(at);
      }
      if (walked[at] == token + 1 && sheet.head(at) != at) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace

void write_sheet(ByteWriter& writer, const texts::Sheet& sheet) {
  SheetWriter{writer, sheet}.write();
}

texts::Sheet read_sheet(ByteReader& reader, const std::shared_ptr<const std::string>& text) {
  SheetParts parts = SheetReader{reader, *text}.read();
  if (!reader.sound()) {
    return {};
  }
  texts::Sheet sheet{text, std::move(parts)};
  reader.require(heads_lead_to_roots(sheet), "heads that run in a circle");
  return sheet;
}

}  // namespace factbox::codec
