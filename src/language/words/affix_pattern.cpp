#include "language/words/affix_pattern.h"

#include <utility>

#include "language/words/letter_pattern_reader.h"

namespace factbox::language {

Result<AffixPattern> AffixPattern::compile(std::string_view python) {
  AffixPattern affix;
  affix.letters_ = read_letter_pattern(python);
  if (affix.letters_) {
    return affix;
  }
  FB_TRY(pattern, Pattern::compile(python));
  affix.pattern_ = std::move(pattern);
  return affix;
}

}  // namespace factbox::language
