/// \file
/// Who speaks in a transcript.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "statements/attribution.h"
#include "statements/reading/reading.h"

namespace factbox::statements {

/// The paragraphs of a text that begin with their speaker ("HADDAD: No.", "Q. Why?"), where
/// several do.
class Transcript {
 public:
  explicit Transcript(const Reading& reading);

  /// Whether a token stands in such a paragraph: what is said there isn't the outlet's own.
  [[nodiscard]] bool holds(Token token) const {
    return token < inside_.size() && inside_[token] != 0;
  }

  /// The words of those who speak more than once, each as his own: other labels before a colon
  /// ("Iran: no comment") may be headings. Too unsure for pages.
  void find(const Reading& reading, std::vector<Attribution>& found) const;

 private:
  struct Turn {
    TokenRange speaker;
    TokenRange words;  ///< up to the end of the paragraph
  };
  /// The turn that a paragraph begins; none where it names no speaker.
  [[nodiscard]] static std::optional<Turn> turn_at(const Reading& reading, Token first);

  std::vector<Turn> turns_;
  std::vector<std::uint8_t> inside_;
};

}  // namespace factbox::statements
