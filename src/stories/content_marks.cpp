#include "stories/content_marks.h"

#include <algorithm>

#include "stories/words.h"

namespace factbox::stories {

using texts::Link;
using texts::Sheet;
using texts::WordClass;

namespace {

constexpr int kFarthestFocus = 5;  // from "only" to what it limits

/// Reads what small words make of a statement: "only", "all of", "so far", "not".
class MarkReader {
 public:
  MarkReader(WordKeys& keys, const Sheet& sheet, const ContentTokens& tokens,
             std::optional<std::uint32_t> root, Proposition& to)
      : words_(keys), sheet_(sheet), tokens_(tokens), root_(root), to_(to) {}

  void read() {
    std::string before;
    for (const std::uint32_t token : tokens_.all()) {
      const WordClass word_class = sheet_.word_class(token);
      if (word_class == WordClass::pronoun &&
          one_of(folded_words(sheet_.lemma(token)), {"i", "we", "my", "our", "us", "me"})) {
        to_.own_voice = true;
      }
      std::string lemma = folded_words(sheet_.lemma(token));
      set_mark(words_.lexicon().mark_of(lemma), token, before == "not");  // English: before a mark
      if (!before.empty()) {
        before += ' ';
        before += lemma;
        set_mark(words_.lexicon().mark_of(before), token, false);
      }
      before = std::move(lemma);
      if (sheet_.starts_sentence(token)) {
        ++to_.sentences;
      }
    }
  }

 private:
  /// "The death toll rose to 58": what a bare number counts stands before the noun of counting.
  void read_toll(std::uint32_t token) {
    const bool noun =
        sheet_.word_class(token) == WordClass::noun && token > 0 && tokens_.holds(token - 1);
    if (!noun || sheet_.head(token - 1) != token || sheet_.link(token - 1) != Link::compound) {
      return;
    }
    for (CountedThing& counted : to_.counts) {
      if (counted.unit != 0) {
        continue;
      }
      counted.unit = counted.event = tokens_.key(token - 1);
      counted.beside.clear();
    }
  }

  void set_mark(std::optional<ClaimMark> mark, std::uint32_t token, bool denied) {
    if (!mark) {
      return;
    }
    switch (*mark) {
      case ClaimMark::running:
        to_.running = true;
        read_toll(token);
        break;
      case ClaimMark::adding:
        to_.adding = true;
        break;
      case ClaimMark::corrects:
        to_.corrects = true;
        break;
      case ClaimMark::carrier:
        to_.notice = to_.notice || misstates(token);
        break;
      case ClaimMark::limits:
        (denied ? to_.not_only : to_.only) = limited_by(token);
        break;
      case ClaimMark::whole:
        if (!denied) {
          to_.all_of = limited_by(token);
        }
        break;
      case ClaimMark::part:
        to_.part_of = limited_by(token);
        break;
    }
  }

  /// "An article misstated": it is the subject of what corrects.
  [[nodiscard]] bool misstates(std::uint32_t carrier) const {
    const std::uint32_t head = sheet_.head(carrier);
    const Link link = sheet_.link(carrier);
    return root_ == head && (link == Link::subject || link == Link::passive_subject) &&
           words_.lexicon().mark_of(folded_words(sheet_.lemma(head))) == ClaimMark::corrects;
  }

  /// What "only", "all" or "some" is said of: the next noun; none where a number comes first.
  [[nodiscard]] WordKey limited_by(std::uint32_t mark) const {
    auto at = std::ranges::upper_bound(tokens_.all(), mark);
    for (int step = 0; at != tokens_.all().end() && step < kFarthestFocus; ++at, ++step) {
      const WordClass word_class = sheet_.word_class(*at);
      if (word_class == WordClass::number || word_class == WordClass::verb) {
        return 0;
      }
      if ((word_class == WordClass::noun || word_class == WordClass::name) &&
          sheet_.link(*at) != Link::compound) {
        return tokens_.key(*at);
      }
    }
    return 0;
  }

  WordKeys& words_;
  const Sheet& sheet_;
  const ContentTokens& tokens_;
  std::optional<std::uint32_t> root_;
  Proposition& to_;
};

}  // namespace

void read_marks(const ContentView& content, std::optional<std::uint32_t> root, WordKeys& keys,
                Proposition& to) {
  MarkReader{keys, content.sheet, content.tokens, root, to}.read();
}

}  // namespace factbox::stories
