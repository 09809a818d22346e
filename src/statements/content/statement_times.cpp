#include "statements/content/statement_times.h"

#include <algorithm>

#include "statements/content/modality.h"

namespace factbox::statements {
using texts::Link;

namespace {

bool is_moment(const mentions::TimeMention& mention) {
  return mention.type == mentions::TimexType::date || mention.type == mentions::TimexType::time;
}

/// The mentions of moments inside the bytes; times are in the order of the text.
std::vector<const mentions::TimeMention*> within(const Reading& reading, ByteRange bytes) {
  std::vector<const mentions::TimeMention*> found;
  const auto& times = reading.mentions().times;
  auto at = std::ranges::lower_bound(times, Passage{reading.field(), {bytes.begin, bytes.begin}},
                                     {}, &mentions::TimeMention::where);
  for (;
       at != times.end() && at->where.field == reading.field() && at->where.range.begin < bytes.end;
       ++at) {
    if (is_moment(*at) && bytes.covers(at->where.range)) {
      found.push_back(&*at);
    }
  }
  return found;
}

/// Whether the time hangs on the verb itself, not on a clause below it.
bool goes_with(const Reading& reading, const mentions::TimeMention& mention, Token top) {
  constexpr int kFarthest = 8;
  Token token = reading.words().token_at(mention.where.range.begin);
  for (int steps = 0; steps < kFarthest; ++steps) {
    if (token == top) {
      return true;
    }
    const Link link = reading.link(token);
    if (link == Link::relative_clause || link == Link::adverbial_clause ||
        link == Link::noun_clause || link == Link::clause_complement) {
      return false;
    }
    if (reading.head(token) == token) {
      return false;
    }
    token = reading.head(token);
  }
  return false;
}

/// Whether the time hangs on one of the cue's words.
bool goes_with_cue(const Reading& reading, const mentions::TimeMention& mention,
                   const Attribution& attribution) {
  if (goes_with(reading, mention, attribution.cue)) {
    return true;
  }
  return std::ranges::any_of(attribution.cue_words, [&](TokenRange words) {
    return goes_with(reading, mention, words.past - 1);
  });
}

StatedTime stated(const mentions::TimeMention& mention) {
  return {mention.value, mention.where.range};
}

}  // namespace

std::optional<StatedTime> said_time(const Reading& reading, const Attribution& attribution) {
  if (attribution.clause.size() == 0) {
    return std::nullopt;
  }
  const TokenRange sentence = reading.sentences()[reading.sentence_of(attribution.cue)];
  for (const mentions::TimeMention* mention : within(reading, reading.bytes(sentence))) {
    const Token token = reading.words().token_at(mention->where.range.begin);
    const auto holds = [&](TokenRange range) { return range.contains(token); };
    const bool elsewhere = std::ranges::any_of(attribution.content, holds) ||
                           std::ranges::any_of(attribution.sources, [&](const NounPhrase& one) {
                             return holds(one.tokens);
                           });
    if (!elsewhere && goes_with_cue(reading, *mention, attribution)) {
      return stated(*mention);
    }
  }
  return std::nullopt;
}

std::optional<StatedTime> event_time(const Reading& reading,
                                     const std::vector<TokenRange>& content) {
  const Token top = top_of(reading, content);
  if (top == kNoToken) {
    return std::nullopt;
  }
  std::vector<const mentions::TimeMention*> all;
  for (const TokenRange range : content) {
    for (const mentions::TimeMention* mention : within(reading, reading.bytes(range))) {
      if (goes_with(reading, *mention, top)) {
        return stated(*mention);
      }
      all.push_back(mention);
    }
  }
  if (all.size() == 1) {
    return stated(*all.front());
  }
  return std::nullopt;
}

}  // namespace factbox::statements
