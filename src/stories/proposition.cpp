#include "stories/proposition.h"

#include <algorithm>

namespace factbox::stories {

double weight_of(WordKind kind) {
  switch (kind) {
    case WordKind::name:
      return 1.4;
    case WordKind::noun:
      return 1.0;
    case WordKind::verb:
      return 0.9;
    case WordKind::adjective:
      return 0.7;
    case WordKind::other:
      return 0.3;
  }
  return 0;
}

bool Proposition::has(WordKey key) const {
  const auto at = std::lower_bound(words.begin(), words.end(), key,
                                   [](const ContentWord& w, WordKey k) { return w.key < k; });
  return at != words.end() && at->key == key;
}

}  // namespace factbox::stories
