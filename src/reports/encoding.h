/// \file
/// From the bytes of pages and texts to UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace factbox::reports {

/// Text in UTF-8, and what had to be guessed for it.
struct Decoded {
  std::string text;   ///< valid UTF-8, without byte order mark
  std::string doubt;  ///< a sentence; empty if nothing was guessed
};

/// Decodes bytes whose author declared `declared` (a charset's name, or empty).
///
/// A byte order mark tells; else bytes that are valid UTF-8 are it; else the declaration, if ICU
/// knows it; else what uchardet takes them for; else windows-1252. Places that are still broken
/// become U+FFFD. Whatever isn't plain is said as a doubt.
[[nodiscard]] Decoded decode(std::string_view bytes, std::string_view declared);

/// A charset's name as browsers read it: in small letters, and the larger charset for those that it
/// contains ("latin1" is windows-1252).
[[nodiscard]] std::string charset_as_read(std::string_view charset);

/// The charset that a beginning looks like, where it is no UTF-8 with a few broken places; empty
/// where it is, or looks like nothing.
[[nodiscard]] std::string charset_by_looks(std::string_view beginning);

/// The bytes by a charset of ICU's, without byte order mark; empty if it knows no such charset.
[[nodiscard]] std::string decode_as(std::string_view bytes, std::string_view charset);

/// The charset that a page's first bytes declare (<meta charset>, http-equiv, <?xml encoding>);
/// empty if none.
[[nodiscard]] std::string declared_charset(std::string_view html);

/// The offset of the first byte that is no UTF-8; npos if all of it is.
[[nodiscard]] std::size_t find_bad_utf8(std::string_view bytes);

/// Words as a report of ours holds them: in NFC; white space of any kind and length is one space;
/// control, direction and other invisible characters are gone; nothing at the ends.
[[nodiscard]] std::string tidy_words(std::string_view words);

}  // namespace factbox::reports
