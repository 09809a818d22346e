#include "statements/joined/nesting.h"

#include <algorithm>

#include "statements/sources/place.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

constexpr std::size_t kMostInSentence = 64;

bool covers(const std::vector<TokenRange>& ranges, Token token) {
  return std::ranges::any_of(ranges, [&](TokenRange range) { return range.contains(token); });
}

std::uint32_t length(const Attribution& attribution) {
  std::uint32_t tokens = 0;
  for (const TokenRange range : attribution.content) {
    tokens += range.size();
  }
  return tokens;
}

/// Marks the words of cues but for their main ones: the "saying" of "quoted … as saying" is no cue
/// of its own. A quotation that goes on has the cue of the one before it, which stays.
std::vector<std::uint8_t> side_words(const Reading& reading,
                                     const std::vector<Attribution>& proposed) {
  std::vector<std::uint8_t> taken(reading.size(), 0);
  for (const Attribution& one : proposed) {
    if (one.nature.goes_on) {
      continue;
    }
    for (const TokenRange words : one.cue_words) {
      for (Token token = words.first; token < words.past; ++token) {
        if (token != one.cue) {
          taken[token] = 1;
        }
      }
    }
  }
  return taken;
}

/// One cue, one attribution.
std::vector<Attribution> settle_rivals(const Reading& reading, std::vector<Attribution> proposed) {
  std::ranges::stable_sort(proposed, [](const Attribution& a, const Attribution& b) {
    return a.cue != b.cue ? a.cue < b.cue : a.confidence > b.confidence;
  });
  const std::vector<std::uint8_t> taken = side_words(reading, proposed);
  std::vector<Attribution> kept;
  std::uint32_t sentence = UINT32_MAX;
  std::size_t in_sentence = 0;
  for (Attribution& one : proposed) {
    if (taken[one.cue] != 0 || (!kept.empty() && kept.back().cue == one.cue)) {
      continue;
    }
    const std::uint32_t own = reading.sentence_of(one.cue);
    in_sentence = own == sentence ? in_sentence + 1 : 1;
    sentence = own;
    if (in_sentence <= kMostInSentence) {
      kept.push_back(std::move(one));
    }
  }
  return kept;
}

void cut_content(const Reading& reading, Attribution& attribution, Token from) {
  std::vector<TokenRange> kept;
  for (TokenRange range : attribution.content) {
    if (range.first >= from) {
      continue;
    }
    range.past = std::min(range.past, from);
    range = reading.trimmed(range);
    while (range.size() > 0 && reading.link(range.past - 1) == Link::coordinator) {
      range = reading.trimmed({range.first, range.past - 1});
    }
    if (range.size() > 0) {
      kept.push_back(range);
    }
  }
  attribution.content = std::move(kept);
}

/// "A, X reported, while B, Y reported": where the words behind the first one's clause begin a
/// claim of their own; kNoToken where they don't.
Token second_claim(const Reading& reading, const Attribution& first, const Attribution& second) {
  const bool closed = !first.content.empty() && first.content.back().past <= first.clause.first;
  if (!closed || second.clause.first < first.clause.past) {
    return kNoToken;
  }
  Token token = first.clause.past;
  while (token < second.clause.first && reading.is_punct(token)) {
    ++token;
  }
  const bool begins =
      token < second.clause.first && token > first.clause.past &&
      (reading.link(token) == Link::coordinator || reading.is(token, StatementList::beside));
  return begins && reading.has_finite({token + 1, second.clause.first}) ? token + 1 : kNoToken;
}

void keep_from(const Reading& reading, Attribution& attribution, Token from) {
  std::vector<TokenRange> kept;
  for (const TokenRange range : attribution.content) {
    const TokenRange words = reading.trimmed({std::max(range.first, from), range.past});
    if (range.past > from && words.size() > 0) {
      kept.push_back(words);
    }
  }
  attribution.content = std::move(kept);
}

bool shares_subject(const Reading& reading, const Attribution& first, const Attribution& second) {
  if (reading.link(second.cue) != Link::conjunct || reading.quotation_of(second.cue) >= 0) {
    return false;
  }
  if (second.act != Act::said || second.rule != first.rule || first.clause.first > second.cue) {
    return false;
  }
  return reading.clause(second.cue).subject == kNoToken &&
         reading.form(first.cue) == reading.form(second.cue);
}

/// "X said A, Y reported": each covers the other's cue at first; Y's words go to the left, so X's
/// end before Y's clause. "X said A and Y said B": X's words end before Y's clause, too.
///
/// "X said A and claimed B": the parser often joins "claimed" to the verb of A; it has no subject
/// of its own, and is X's.
void part(const Reading& reading, Attribution& first, Attribution& second) {
  if (covers(second.content, first.cue)) {
    if (const Token from = second_claim(reading, first, second); from != kNoToken) {
      cut_content(reading, first, first.clause.first);
      return keep_from(reading, second, from);
    }
  }
  if (!covers(first.content, second.cue)) {
    return;
  }
  if (first.quotation && reading.quotation_of(second.cue) >= 0 &&
      reading.quotation_of(second.cue) != reading.quotation_of(first.cue)) {
    return;  // in words that the first one quotes
  }
  const bool back = covers(second.content, first.cue);
  if (shares_subject(reading, first, second)) {
    second.sources = first.sources;
    return cut_content(reading, first, second.clause.first);
  }
  const Token before = second.clause.first > 0 ? second.clause.first - 1 : 0;
  const bool apart =
      reading.word(before) == ";" || reading.word(before).starts_with("\xE2\x80\x94");
  const bool joined = apart || (reading.link(second.cue) == Link::conjunct &&
                                reading.head(second.cue) == first.cue);
  if (!back && !joined) {
    return;
  }
  cut_content(reading, first, second.clause.first);
}

bool is_outlet(const Reading& reading, const std::vector<NounPhrase>& sources) {
  return !sources.empty() && is_of_the_news(kind_of(reading, sources.front()));
}

/// "Bloomberg reports that …, according to the centre": the outlet leans on the centre, though its
/// words stand outside. The centre becomes one that Bloomberg cites.
bool turn_inward(const Reading& reading, Attribution& inner, Attribution& outer) {
  if (!outer.leans || !covers(outer.content, inner.cue) || inner.content.empty()) {
    return false;
  }
  const bool reports = !inner.sources.empty() &&
                       reading.tables().lists(StatementList::reports, inner.verb) &&
                       carries_at(reading, inner.sources.front(), Place::reports);
  if (is_outlet(reading, outer.sources) || (!is_outlet(reading, inner.sources) && !reports)) {
    return false;
  }
  if (reading.quotation_of(inner.cue) >= 0 || inner.act != Act::said) {
    return false;
  }
  inner.cited.insert(inner.cited.end(), outer.sources.begin(), outer.sources.end());
  return true;
}

/// Whether the cue stands where the words around it are said to be so: not inside a condition, a
/// relative clause or another aside.
bool in_main_line(const Reading& reading, Token cue, const Attribution& outer) {
  constexpr int kFarthest = 12;
  for (int steps = 0; steps < kFarthest; ++steps) {
    const Token up = reading.head(cue);
    if (up == cue || !covers(outer.content, cue)) {
      return true;
    }
    const Link link = reading.link(cue);
    if (link == Link::relative_clause || link == Link::noun_clause) {
      return false;
    }
    if (link == Link::adverbial_clause && reading.child(cue, Link::marker) != kNoToken) {
      return false;
    }
    cue = up;
  }
  return true;
}

/// "The rebels feared an attack", "the ministers stressed that …": somebody else, by a noun of his
/// own, holds or says it. "He believed", "we said", "the minister told me" are the speaker's tale.
bool is_somebody_else(const Reading& reading, const Attribution& inner, const Attribution& outer) {
  const auto is_own = [&](const NounPhrase& phrase) {
    const Form form = reading.form(phrase.head);
    return form == Form::pronoun || form == Form::question_pronoun;
  };
  if (inner.sources.empty() || outer.sources.empty() || inner.content.empty() ||
      inner.nature.names_nobody) {
    return false;
  }
  return std::ranges::none_of(inner.sources, is_own) &&
         std::ranges::none_of(inner.audience, is_own) && can_say(reading, inner.sources.front()) &&
         in_main_line(reading, inner.cue, outer);
}

bool is_quoted(const Reading& reading, const Attribution& inner, const Attribution& outer) {
  return outer.quotation && reading.quotation_of(inner.cue) >= 0;
}

/// What somebody holds, and what is said inside quotation marks, is a hop that no page shows: there
/// the words around it stand as they are.
bool is_shown_around(const Attribution& inner, const Attribution& outer, bool quoted) {
  return outer.act == Act::said && (inner.act == Act::thought || quoted);
}

/// Inside words that somebody says, what he says that others say or think makes a chain longer.
/// What they mean to do and what is said in an aside stays a part of his claim.
bool stays_inside(const Reading& reading, const Attribution& inner, const Attribution& outer) {
  if (outer.act != Act::said || !covers(outer.content, inner.cue)) {
    return false;
  }
  // "He promised to resign, the paper said": an outlet tells of what was said.
  const bool told = inner.nature.spoken_act && is_outlet(reading, outer.sources);
  if (inner.act == Act::intent || (inner.nature.spoken_act && !told) || inner.nature.stays_inside) {
    return true;
  }
  if (is_shown_around(inner, outer, is_quoted(reading, inner, outer))) {
    return !is_somebody_else(reading, inner, outer);
  }
  return !in_main_line(reading, inner.cue, outer);
}

/// Goes over all pairs of one sentence.
void arrange_sentence(const Reading& reading, std::vector<Attribution>& all, std::size_t first,
                      std::size_t past, std::vector<std::uint8_t>& gone) {
  for (std::size_t a = first; a < past; ++a) {
    for (std::size_t b = a + 1; b < past; ++b) {
      part(reading, all[a], all[b]);
    }
  }
  for (std::size_t a = first; a < past; ++a) {
    for (std::size_t b = first; b < past; ++b) {
      if (a == b || gone[a] != 0 || gone[b] != 0) {
        continue;
      }
      if (turn_inward(reading, all[a], all[b])) {
        gone[b] = 1;
      }
    }
  }
}

/// Two can stand in each other's words: "Ruiz told Sol that “the driver fired, according to
/// police”", where the police's words are taken for all of the sentence. The one outside quotation
/// marks, or else the first, stands around the other; without that no chain would come to its end.
void open_circles(const Reading& reading, const std::vector<Attribution>& all,
                  std::vector<std::int32_t>& within) {
  const auto size = static_cast<std::int32_t>(within.size());
  for (std::int32_t n = 0; n < size; ++n) {
    std::int32_t outermost = n;
    std::int32_t at = within[static_cast<std::size_t>(n)];
    for (std::int32_t steps = 0; at >= 0 && at != n && steps < size; ++steps) {
      const auto quoted = [&](std::int32_t one) {
        return reading.quotation_of(all[static_cast<std::size_t>(one)].cue) >= 0;
      };
      if (quoted(outermost) && !quoted(at)) {
        outermost = at;
      }
      at = within[static_cast<std::size_t>(at)];
    }
    if (at == n) {
      within[static_cast<std::size_t>(outermost)] = -1;
    }
  }
}

/// For each attribution, the one whose content it lies in most closely.
std::vector<std::int32_t> closest_of(const Reading& reading, const std::vector<Attribution>& all) {
  std::vector<std::int32_t> order(all.size());
  for (std::size_t n = 0; n < order.size(); ++n) {
    order[n] = static_cast<std::int32_t>(n);
  }
  const auto at = [&](std::int32_t n) -> const Attribution& {
    return all[static_cast<std::size_t>(n)];
  };
  // Longer contents are written first, so that what stands at a token in the end is the closest.
  std::ranges::stable_sort(
      order, [&](std::int32_t a, std::int32_t b) { return length(at(a)) > length(at(b)); });
  std::vector<std::int32_t> closest(reading.size(), -1);
  for (const std::int32_t n : order) {
    for (const TokenRange range : at(n).content) {
      std::fill(closest.begin() + range.first, closest.begin() + range.past, n);
    }
  }
  std::vector<std::int32_t> within;
  for (std::size_t n = 0; n < all.size(); ++n) {
    const std::int32_t up = closest[all[n].cue];
    within.push_back(up == static_cast<std::int32_t>(n) ? -1 : up);
  }
  open_circles(reading, all, within);
  return within;
}

void remove(std::vector<Attribution>& all, const std::vector<std::uint8_t>& gone) {
  std::size_t kept = 0;
  for (std::size_t n = 0; n < all.size(); ++n) {
    if (gone[n] != 0) {
      continue;
    }
    if (kept != n) {
      all[kept] = std::move(all[n]);
    }
    ++kept;
  }
  all.resize(kept);
}

}  // namespace

Nesting nest(const Reading& reading, std::vector<Attribution> proposed) {
  std::vector<Attribution> all = settle_rivals(reading, std::move(proposed));
  std::vector<std::uint8_t> gone(all.size(), 0);
  for (std::size_t first = 0; first < all.size();) {
    std::size_t past = first + 1;
    while (past < all.size() &&
           reading.sentence_of(all[past].cue) == reading.sentence_of(all[first].cue)) {
      ++past;
    }
    arrange_sentence(reading, all, first, past, gone);
    first = past;
  }
  remove(all, gone);
  gone.assign(all.size(), 0);
  const std::vector<std::int32_t> around = closest_of(reading, all);
  for (std::size_t n = 0; n < all.size(); ++n) {
    const std::int32_t up = around[n];
    if (up < 0) {
      continue;
    }
    const Attribution& outer = all[static_cast<std::size_t>(up)];
    gone[n] = stays_inside(reading, all[n], outer) ? 1 : 0;
    all[n].aside =
        all[n].aside || is_shown_around(all[n], outer, is_quoted(reading, all[n], outer));
  }
  remove(all, gone);
  Nesting nesting;
  nesting.within = closest_of(reading, all);
  nesting.attributions = std::move(all);
  return nesting;
}

}  // namespace factbox::statements
