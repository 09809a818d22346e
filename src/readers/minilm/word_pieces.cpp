#include "readers/minilm/word_pieces.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "language/words/unicode.h"

namespace factbox::readers {

namespace {

constexpr std::size_t kMostLetters = 100;  ///< of a part; a longer one is unknown as a whole
constexpr std::string_view kGoesOn = "##";

bool is_control(UChar32 code) {
  const auto kind = u_charType(code);
  return kind == U_CONTROL_CHAR || kind == U_FORMAT_CHAR || kind == U_UNASSIGNED ||
         kind == U_PRIVATE_USE_CHAR || kind == U_SURROGATE;
}

bool is_mark(UChar32 code) {
  constexpr UChar32 kAscii = 0x7F;
  return (code <= kAscii && code > ' ' && u_isalnum(code) == 0) || u_ispunct(code) != 0;
}

/// Ideographs, each a word of its own.
bool is_ideograph(UChar32 code) {
  constexpr std::pair<UChar32, UChar32> kBlocks[] = {
      {0x4E00, 0x9FFF},   {0x3400, 0x4DBF},   {0x20000, 0x2A6DF}, {0x2A700, 0x2B73F},
      {0x2B740, 0x2B81F}, {0x2B920, 0x2CEAF}, {0xF900, 0xFAFF},   {0x2F800, 0x2FA1F}};
  return std::ranges::any_of(
      kBlocks, [&](const auto& block) { return block.first <= code && code <= block.second; });
}

bool is_plain(std::string_view word) {
  return std::ranges::all_of(
      word, [](char byte) { return ascii::is_small(byte) || ascii::is_digit(byte); });
}

/// Without control characters and accents, in small letters.
icu::UnicodeString simplified(std::string_view word) {
  icu::UnicodeString kept;
  const auto whole = icu::UnicodeString::fromUTF8(
      icu::StringPiece{word.data(), static_cast<std::int32_t>(word.size())});
  for (std::int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
    const UChar32 code = whole.char32At(i);
    constexpr UChar32 kReplacement = 0xFFFD;
    const bool space = language::is_space(static_cast<char32_t>(code)) && code != 0x1C &&
                       code != 0x1D && code != 0x1E && code != 0x1F && code != 0x85;
    if (space) {
      kept.append(u' ');
    } else if (code != kReplacement && !is_control(code)) {
      kept.append(code);
    }
  }
  UErrorCode failed = U_ZERO_ERROR;
  const icu::Normalizer2* const apart = icu::Normalizer2::getNFDInstance(failed);
  const icu::UnicodeString parts = U_SUCCESS(failed) != 0 ? apart->normalize(kept, failed) : kept;
  icu::UnicodeString small;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 code = parts.char32At(i);
    if (u_charType(code) != U_NON_SPACING_MARK) {
      small.append(u_tolower(code));
    }
  }
  return small;
}

}  // namespace

Result<WordPieces> WordPieces::read(std::string_view lines, std::string_view name) {
  WordPieces words;
  for (Piece row = 0; !lines.empty(); ++row) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    words.pieces_.emplace(lines.substr(0, end), row);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  const std::pair<std::string_view, Piece*> marks[] = {
      {"[CLS]", &words.beginning_}, {"[SEP]", &words.separator_}, {"[UNK]", &words.unknown_}};
  for (const auto& [mark, place] : marks) {
    const Piece* const found = words.find(mark);
    if (found == nullptr) {
      return tl::unexpected(
          Error{ErrorKind::malformed,
                fmt::format("{}: it has no piece {}; run ./setup to fetch it again", name, mark)});
    }
    *place = *found;
  }
  return words;
}

const Piece* WordPieces::find(std::string_view piece) const {
  const auto found = pieces_.find(piece);
  return found == pieces_.end() ? nullptr : &found->second;
}

void WordPieces::cut(std::string_view word, std::vector<Piece>& pieces) const {
  if (language::is_all_space(word)) {
    pieces.push_back(separator_);
    return;
  }
  if (is_plain(word)) {
    cut_part(word, pieces);
    return;
  }
  const std::size_t before = pieces.size();
  const icu::UnicodeString letters = simplified(word);
  std::string part;
  const auto finish = [&] {
    if (!part.empty()) {
      cut_part(part, pieces);
    }
    part.clear();
  };
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 code = letters.char32At(i);
    const bool alone = is_mark(code) || is_ideograph(code);
    if (alone || code == ' ') {
      finish();
    }
    if (code != ' ') {
      icu::UnicodeString{code}.toUTF8String(part);
    }
    if (alone) {
      finish();
    }
  }
  finish();
  if (pieces.size() == before) {
    pieces.push_back(unknown_);
  }
}

void WordPieces::cut_part(std::string_view part, std::vector<Piece>& pieces) const {
  const std::size_t before = pieces.size();
  const auto letters = std::ranges::count_if(
      part, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
  std::string piece;
  for (std::size_t first = 0; first < part.size();) {
    std::size_t past = static_cast<std::size_t>(letters) > kMostLetters ? first : part.size();
    const Piece* found = nullptr;
    for (; past > first; past = language::code_point_before(part, past)) {
      piece.assign(first == 0 ? std::string_view{} : kGoesOn);
      piece.append(part.substr(first, past - first));
      if (found = find(piece); found != nullptr) {
        break;
      }
    }
    if (found == nullptr) {
      pieces.resize(before);
      pieces.push_back(unknown_);
      return;
    }
    pieces.push_back(*found);
    first = past;
  }
}

void WordPieces::cut_text(std::string_view text, std::size_t most,
                          std::vector<Piece>& pieces) const {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  for (std::size_t at = text.find_first_not_of(kBlank);
       at != std::string_view::npos && pieces.size() < most;) {
    const std::size_t past = std::min(text.find_first_of(kBlank, at), text.size());
    cut(text.substr(at, past - at), pieces);
    at = text.find_first_not_of(kBlank, past);
  }
  pieces.resize(std::min(pieces.size(), most));
}

}  // namespace factbox::readers
