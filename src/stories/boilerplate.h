/// \file
/// Sentences that an outlet prints again and again, which tell nothing of what happened.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "stories/walk_numbers.h"
#include "stories/words.h"

namespace factbox::stories {

/// What outlets have printed, sentence by sentence. Memory is bounded: what wasn't met for long is
/// forgotten.
class Boilerplate {
 public:
  /// The words of a text without the sentences that its outlet has printed three times word for
  /// word, such as a footer. All of them where hardly any would be left, or where the outlet is
  /// unknown.
  [[nodiscard]] std::vector<PlainWord> without_footers(std::string_view outlet,
                                                       std::span<const PlainWord> words) const;

  /// The same, and of a sentence that was printed before with other names and figures, a template,
  /// only its names and figures.
  [[nodiscard]] std::vector<PlainWord> telling(std::string_view outlet,
                                               std::span<const PlainWord> words) const;

  /// Remembers a text. Not for copies: what is printed twice as a whole is no boilerplate.
  void remember(std::string_view outlet, std::span<const PlainWord> words);

  /// All that it remembers, on its way to bytes or back (walk_numbers.h).
  template <class Way, class Self>
  static void walk(Way& way, Self& self) {
    walk_sentences(way, self.now_);
    walk_sentences(way, self.before_);
  }

 private:
  struct Printed {
    std::uint64_t last = 0;   ///< the whole sentence, as it was met last
    std::uint32_t times = 0;  ///< it was printed; of a frame, how often the sentence changed
  };
  using Sentences = std::unordered_map<std::uint64_t, Printed>;
  using Entry = std::pair<std::uint64_t, Printed>;

  /// In the order of their keys, so that the same memory gives the same bytes.
  [[nodiscard]] static std::vector<Entry> in_order(const Sentences& sentences);
  template <class Way, class Kept>
  static void walk_sentences(Way& way, Kept& kept) {
    std::vector<Entry> entries = in_order(kept);
    way.list(entries, [&](auto& entry) {
      auto& [key, printed] = entry;
      walk_whole(way, key);
      walk_whole(way, printed.last);
      walk_whole(way, printed.times);
    });
    if constexpr (!Way::kWrites) {
      kept = Sentences{entries.begin(), entries.end()};
    }
  }

  [[nodiscard]] std::vector<PlainWord> kept(std::string_view outlet,
                                            std::span<const PlainWord> words, bool templates) const;
  [[nodiscard]] const Printed* find(std::uint64_t key) const;
  void note(std::uint64_t key, std::uint64_t sentence, bool counts_changes);

  Sentences now_;     ///< met lately
  Sentences before_;  ///< met before those
};

}  // namespace factbox::stories
