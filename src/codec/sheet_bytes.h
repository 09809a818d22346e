/// \file
/// The words of a text as bytes.
#pragma once

#include <memory>
#include <string>

#include "codec/byte_reader.h"
#include "codec/byte_writer.h"
#include "texts/sheet.h"

namespace factbox::codec {

/// Some six bytes a token. A lemma that is the word itself, or the word in small letters of ASCII,
/// costs nothing, and one that stood before a number.
void write_sheet(ByteWriter& writer, const texts::Sheet& sheet);

/// The sheet of `text`. Its tokens lie in it in order, from letter to letter; their heads lie in
/// their sentence and lead to a root.
[[nodiscard]] texts::Sheet read_sheet(ByteReader& reader,
                                      const std::shared_ptr<const std::string>& text);

}  // namespace factbox::codec
