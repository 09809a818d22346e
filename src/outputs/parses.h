/// \file
/// What the language engine read, for people and programs that study words.
#pragma once

#include <string>
#include <string_view>

#include "language/analysis.h"

namespace factbox::outputs {

/// Whose words an analysis is of.
struct ParsedText {
  std::string_view id;
  std::string_view field;  ///< "text", or "title" where the report has nothing else
  const language::Analysis& analysis;
};

/// One line of JSON: id, tokens as [start, end, tag, pos, morph, lemma, head, label, 0 or 1 at a
/// sentence's start], names as [start, end, type]. Offsets are bytes of the field.
[[nodiscard]] std::string parse_as_json_line(const ParsedText& parsed);

/// CoNLL-U, sentence by sentence. Tokens of white space are tokens, written as "\n", "\s" and so
/// on. MISC has byte offsets, SpaceAfter and the name that a token begins (B-) or goes on with
/// (I-).
[[nodiscard]] std::string parse_as_conllu(const ParsedText& parsed);

}  // namespace factbox::outputs
