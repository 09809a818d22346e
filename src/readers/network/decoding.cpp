#include "readers/network/decoding.h"

#include <algorithm>

#include "base/assert.h"

namespace factbox::readers {

namespace {

enum Part : std::uint8_t { none, first, second };  // of a cue: begins, inside; else source, content
constexpr Part kBegins = first;
constexpr Part kInside = second;
constexpr Part kSource = first;
constexpr Part kContent = second;

constexpr std::size_t kHealed = 2;  ///< tokens of a gap

/// How much a token's likelihoods weigh against each other. The network is trained on tokens, most
/// of which are neither; whole sources and contents come out right more often when what is likely
/// nearly as much as "none" is taken.
constexpr Likelihoods kWeights{1.0F, 2.2F, 1.65F};

/// Political news has one cue in 28 tokens, dialogue one in 10. A text of nothing else is no news,
/// and mustn't cost a hundred times as much.
constexpr std::size_t kTokensPerCue = 8;
constexpr std::size_t kCuesOfAnyText = 16;

void keep_likeliest(std::vector<language::TokenRange>& cues, std::span<const Likelihoods> likely,
                    std::size_t most) {
  if (cues.size() <= most) {
    return;
  }
  const auto limit = cues.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(cues.begin(), limit, cues.end(), [&](auto a, auto b) {
    const float at_a = likely[a.first][kBegins];
    const float at_b = likely[b.first][kBegins];
    return at_a != at_b ? at_a > at_b : a.first < b.first;
  });
  cues.erase(limit, cues.end());
  std::sort(cues.begin(), cues.end(), [](auto a, auto b) { return a.first < b.first; });
}

/// The first of the likeliest, weighed.
Part likeliest(Likelihoods likely) {
  for (std::size_t i = 0; i < likely.size(); ++i) {
    likely[i] *= kWeights[i];
  }
  return static_cast<Part>(std::max_element(likely.begin(), likely.end()) - likely.begin());
}

void heal(std::vector<Part>& parts) {
  std::size_t content = parts.size();  // the last token of it so far
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] != kContent) {
      continue;
    }
    if (content < i && i - content - 1 <= kHealed) {
      std::replace(parts.begin() + static_cast<std::ptrdiff_t>(content),
                   parts.begin() + static_cast<std::ptrdiff_t>(i), none, kContent);
    }
    content = i;
  }
}

std::vector<language::TokenRange> ranges_of(std::span<const Part> parts, Part wanted,
                                            std::uint32_t origin) {
  std::vector<language::TokenRange> ranges;
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    if (parts[i] != wanted) {
      continue;
    }
    if (ranges.empty() || ranges.back().past != origin + i) {
      ranges.push_back({origin + i, origin + i});
    }
    ++ranges.back().past;
  }
  return ranges;
}

double mean_likelihood(std::span<const Likelihoods> likely, std::span<const Part> parts,
                       Part wanted) {
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] != wanted) {
      continue;
    }
    sum += likely[i][wanted];
    ++count;
  }
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

}  // namespace

bool may_begin_cue(const Likelihoods& likely, double threshold) {
  return likely[kBegins] > threshold ||
         (likely[none] < 1 - threshold && likely[kInside] < likely[kBegins]);
}

std::vector<language::TokenRange> find_cues(std::span<const Likelihoods> likely, double threshold) {
  std::vector<language::TokenRange> cues;
  const auto size = static_cast<std::uint32_t>(likely.size());
  for (std::uint32_t token = 0; token < size;) {
    if (!may_begin_cue(likely[token], threshold)) {
      ++token;
      continue;
    }
    language::TokenRange cue{token, token + 1};
    while (cue.past < size && likely[cue.past][kInside] >
                                  std::max(likely[cue.past][none], likely[cue.past][kBegins])) {
      ++cue.past;
    }
    cues.push_back(cue);
    token = cue.past;
  }
  keep_likeliest(cues, likely, kCuesOfAnyText + likely.size() / kTokensPerCue);
  return cues;
}

CueParts find_parts(std::span<const Likelihoods> likely, language::TokenRange window) {
  FB_ASSERT(likely.size() == window.size());
  std::vector<Part> parts;
  parts.reserve(likely.size());
  for (const Likelihoods& each : likely) {
    parts.push_back(likeliest(each));
  }
  CueParts found;
  found.content_likelihood = mean_likelihood(likely, parts, kContent);
  found.source_likelihood = mean_likelihood(likely, parts, kSource);
  heal(parts);
  found.source = ranges_of(parts, kSource, window.first);
  found.content = ranges_of(parts, kContent, window.first);
  return found;
}

}  // namespace factbox::readers
