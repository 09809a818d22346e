#include "stories/content_counts.h"

#include <algorithm>
#include <optional>

#include "stories/words.h"

namespace factbox::stories {

using texts::Link;
using texts::Sheet;
using texts::WordClass;

namespace {

constexpr int kFarthestHead = 12;

/// "Out of 15 members" counts those whom another figure is a part of.
bool is_whole_of_others(const Sheet& sheet, const ContentTokens& tokens, std::uint32_t number) {
  // English: two words that no list of this stage has.
  const bool of = number >= 2 && folded_words(sheet.word(number - 1)) == "of";
  // English: as above.
  return of && tokens.holds(number - 2) && folded_words(sheet.word(number - 2)) == "out";
}

/// Reads the figures of one statement.
class CountReader {
 public:
  CountReader(const ContentView& content, WordKeys& keys, Proposition& to)
      : words_(keys),
        report_(content.report),
        statement_(content.statement),
        sheet_(content.sheet),
        tokens_(content.tokens),
        to_(to) {}

  void read() {
    each_within(report_.mentions.figures, statement_, [&](const mentions::Figure& figure) {
      CountedThing counted;
      counted.low = figure.low;
      counted.high = figure.high.value_or(figure.low);
      counted.bound = figure.bound;
      // English: a qualifier that its bound doesn't tell from "more than".
      counted.at_least = folded_words(figure.qualifier) == "at least";
      std::optional<std::uint32_t> number;
      tokens_.each_of(figure.where, [&](std::uint32_t t) {
        if (sheet_.word_class(t) == WordClass::number && !number) {
          number = t;
        }
        tokens_.skip(t);
      });
      if (!figure.unit.empty()) {
        const std::string unit = folded_words(figure.unit);
        const auto space = unit.rfind(' ');
        counted.unit = words_.of_lemma(space == std::string::npos ? unit : unit.substr(space + 1));
      }
      counted.people = figure.unit.empty() || one_of(figure.unit, {"people", "person", "other"});
      if (number && is_whole_of_others(sheet_, tokens_, *number)) {
        return;
      }
      if (number) {
        hang(*number, counted);
      }
      to_.counts.push_back(std::move(counted));
    });
  }

 private:
  /// What a number hangs on: the nearest verb above it, or a noun of happening ("deaths").
  void hang(std::uint32_t number, CountedThing& counted) {
    std::uint32_t at = number;
    for (int step = 0; step < kFarthestHead; ++step) {
      const std::uint32_t head = sheet_.head(at);
      if (head == at || !tokens_.holds(head)) {
        break;
      }
      at = head;
      const WordKey key = tokens_.key(at);
      if (sheet_.word_class(at) == WordClass::verb) {
        if (key == 0) {
          continue;
        }
        counted.event = key;
        break;
      }
      if (key != 0 && key != counted.unit) {
        counted.beside.push_back(key);
      }
    }
    for (const std::uint32_t token : tokens_.all()) {
      if (sheet_.head(token) == sheet_.head(number) && token != number &&
          one_of(sheet_.link(token), {Link::adjective, Link::compound, Link::noun_modifier}) &&
          tokens_.key(token) != 0) {
        counted.beside.push_back(tokens_.key(token));
      }
    }
    std::sort(counted.beside.begin(), counted.beside.end());
  }

  WordKeys& words_;
  const statements::ReadReport& report_;
  const statements::Statement& statement_;
  const Sheet& sheet_;
  ContentTokens& tokens_;
  Proposition& to_;
};

}  // namespace

void read_counts(const ContentView& content, WordKeys& keys, Proposition& to) {
  CountReader{content, keys, to}.read();
}

}  // namespace factbox::stories
