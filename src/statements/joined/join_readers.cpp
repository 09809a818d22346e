#include "statements/joined/join_readers.h"

#include <algorithm>
#include <utility>

#include "statements/content/modality.h"
#include "statements/joined/proposed.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
using texts::Form;

namespace {

// Thresholds of the network's confidence, where each measured best (BENCHMARKS.md, "Who said
// what").
constexpr double kAdded = 0.30;          ///< for what it alone proposes
constexpr double kWithoutSource = 0.45;  ///< the same, where it names no source
constexpr double kInside = 0.40;         ///< inside what somebody says
constexpr double kAnotherHop = 0.80;     ///< the same, where that makes a chain longer
constexpr double kSure = 0.80;           ///< for its words to stand against the rules' doubts
constexpr double kUnsureVerb = 0.75;     ///< a verb of saying that the rules alone see
constexpr double kUnsureRule = 0.50;     ///< any other cue that they alone see

/// Content that is so much the same is one statement, whatever its cue.
constexpr double kSameContent = 0.8;
/// Below this a claim is too unsure for pages.
constexpr double kForPages = 0.5;
constexpr double kTrustInUnsound = 0.45;

using Index = std::int32_t;  ///< of a rule's attribution
constexpr Index kNone = -1;

std::size_t length(const std::vector<TokenRange>& ranges) {
  std::size_t tokens = 0;
  for (const TokenRange range : ranges) {
    tokens += range.size();
  }
  return tokens;
}

std::size_t common(const std::vector<TokenRange>& a, const std::vector<TokenRange>& b) {
  std::size_t tokens = 0;
  for (const TokenRange one : a) {
    for (const TokenRange other : b) {
      const Token first = std::max(one.first, other.first);
      const Token past = std::min(one.past, other.past);
      tokens += first < past ? past - first : 0;
    }
  }
  return tokens;
}

std::vector<TokenRange> words_of(const std::vector<NounPhrase>& phrases) {
  std::vector<TokenRange> words;
  words.reserve(phrases.size());
  for (const NounPhrase& phrase : phrases) {
    words.push_back(phrase.tokens);
  }
  return words;
}

/// "Closed on", cut before what belongs to it.
bool is_cut(const Reading& reading, const std::vector<TokenRange>& content) {
  const Form last = reading.form(content.back().past - 1);
  return last == Form::preposition || last == Form::determiner;
}

/// Whether others than its source stand in its part of the chain.
bool has_members(const Attribution& one) {
  return !one.carriers.empty() || !one.cited.empty() || !one.audience.empty() || one.story;
}

/// What only the network found.
struct Added {
  Attribution attribution;
  Index within = kNone;
};

/// Puts what the rules found and what the network added in one order, without what is doubtful.
class Ordering {
 public:
  Ordering(const Reading& reading, Nesting& rules, std::span<const std::uint8_t> matched,
           std::vector<Added>& added)
      : reading_(reading), rules_(rules), matched_(matched), added_(added) {}

  /// All of them in the order of their cues, as chains want them.
  Nesting in_order() {
    std::ranges::stable_sort(added_, {}, [](const Added& one) { return one.attribution.cue; });
    Nesting joined;
    std::vector<Index> place(rules_.attributions.size(), kNone);
    auto next = added_.begin();
    const auto add_until = [&](Token cue) {
      for (; next != added_.end() && next->attribution.cue < cue; ++next) {
        joined.attributions.push_back(std::move(next->attribution));
        joined.within.push_back(next->within);
      }
    };
    std::vector<std::uint8_t> unsure;
    for (std::size_t n = 0; n < rules_.attributions.size(); ++n) {
      unsure.push_back(is_unsure(n) ? 1 : 0);
    }
    for (std::size_t n = 0; n < rules_.attributions.size(); ++n) {
      if (unsure[n] != 0) {
        if (!is_told_undertaking(n)) {
          continue;
        }
        rules_.attributions[n].aside = true;
      }
      add_until(rules_.attributions[n].cue);
      place[n] = static_cast<Index>(joined.attributions.size());
      joined.attributions.push_back(std::move(rules_.attributions[n]));
      joined.within.push_back(rules_.within[n]);
    }
    add_until(kNoToken);
    for (Index& up : joined.within) {
      up = up == kNone ? kNone : place[static_cast<std::size_t>(up)];
    }
    return joined;
  }

 private:
  /// "The owner said … and claimed …": the one before it has the same words for a source.
  [[nodiscard]] bool says_more(std::size_t n) const {
    if (n == 0 || matched_[n - 1] == 0) {
      return false;
    }
    const std::vector<NounPhrase>& before = rules_.attributions[n - 1].sources;
    const std::vector<NounPhrase>& here = rules_.attributions[n].sources;
    return !here.empty() && !before.empty() && here.front().head == before.front().head;
  }

  /// Where only the rules see a cue: the network knows verbs of saying better, but it has seen few
  /// relays, little that others tell again, odd quotation marks, and little of what other rules
  /// find.
  [[nodiscard]] bool is_unsure(std::size_t n) const {
    const Attribution& one = rules_.attributions[n];
    if (matched_[n] != 0 || says_more(n)) {
      return false;
    }
    // What others think is a hop where their words come through somebody; elsewhere the network
    // knows better.
    const Index around = rules_.within[n];
    if (one.act == Act::thought && around != kNone) {
      return !has_members(rules_.attributions[static_cast<std::size_t>(around)]);
    }
    const bool plainly_said =
        one.nature.plain_saying && rules_.within[n] == kNone && !one.quotation;
    return one.confidence < (plainly_said ? kUnsureVerb : kUnsureRule);
  }

  /// "He promised to go, the paper said": a hop of the paper's, though nothing for a page.
  [[nodiscard]] bool is_told_undertaking(std::size_t n) const {
    return rules_.attributions[n].nature.kept_if_told && rules_.within[n] != kNone;
  }

  const Reading& reading_;
  Nesting& rules_;
  std::span<const std::uint8_t> matched_;  ///< by the network too; one for each of the rules'
  std::vector<Added>& added_;
};

/// Joins the two readers' attributions of one field.
class Joiner {
 public:
  Joiner(const Reading& reading, Nesting by_rules)
      : reading_(reading),
        rules_(std::move(by_rules)),
        lengths_(rules_.attributions.size(), 0),
        matched_(rules_.attributions.size(), 0),
        in_chain_(rules_.attributions.size(), 0),
        by_cue_(reading.size(), kNone),
        closest_(reading.size(), kNone),
        member_(reading.size(), 0) {
    for (Index n = 0; n < static_cast<Index>(rules_.attributions.size()); ++n) {
      note(n);
    }
    note_contents();
  }

  Nesting run(std::span<const readers::Proposal> proposals) {
    std::vector<Attribution> alone;
    for (const readers::Proposal& proposal : proposals) {
      if (proposal.cue.first < reading_.body()) {
        continue;
      }
      Attribution read = attribution_of(reading_, proposal);
      if (!read.content.empty()) {
        take(std::move(read), alone);
      }
    }
    note_contents();  // they may have been mended
    for (Attribution& read : alone) {
      add(std::move(read));
    }
    return Ordering{reading_, rules_, matched_, added_}.in_order();
  }

 private:
  Attribution& rule(Index n) { return rules_.attributions[static_cast<std::size_t>(n)]; }
  [[nodiscard]] Index around(Index n) const { return rules_.within[static_cast<std::size_t>(n)]; }

  void note(Index n) {
    const Attribution& one = rule(n);
    if (has_members(one)) {
      in_chain_[static_cast<std::size_t>(n)] = 1;
    }
    if (around(n) != kNone) {
      in_chain_[static_cast<std::size_t>(n)] = in_chain_[static_cast<std::size_t>(around(n))] = 1;
    }
    by_cue_[one.cue] = n;
    if (!one.nature.goes_on) {  // that has the cue of the quotation before it
      for (const TokenRange words : one.cue_words) {
        for (Token token = words.first; token < words.past; ++token) {
          if (by_cue_[token] == kNone) {
            by_cue_[token] = n;
          }
        }
      }
    }
    for (const NounPhrase& phrase : one.cited) {
      mark_member(phrase);
    }
    for (const Carrier& carrier : one.carriers) {
      mark_member(carrier.phrase);
    }
  }

  void mark_member(const NounPhrase& phrase) {
    std::fill(member_.begin() + phrase.tokens.first, member_.begin() + phrase.tokens.past, 1);
  }

  void note_contents() {
    std::ranges::fill(closest_, kNone);
    for (Index n = 0; n < static_cast<Index>(rules_.attributions.size()); ++n) {
      lengths_[static_cast<std::size_t>(n)] = length(rule(n).content);
      note_content(n);
    }
  }

  /// Where contents overlap, the shorter one stands.
  void note_content(Index n) {
    const std::size_t own = lengths_[static_cast<std::size_t>(n)];
    for (const TokenRange range : rule(n).content) {
      for (Token token = range.first; token < range.past; ++token) {
        Index& at = closest_[token];
        if (at == kNone || lengths_[static_cast<std::size_t>(at)] >= own) {
          at = n;
        }
      }
    }
  }

  /// Joins it with what a rule found, or leaves it with those that the network `alone` proposes.
  void take(Attribution read, std::vector<Attribution>& alone) {
    Index same = kNone;
    bool is_member = false;
    const TokenRange words = read.cue_words.front();
    for (Token token = words.first; token < words.past; ++token) {
      const Index here = by_cue_[token];
      if (here != kNone && (same == kNone || rule(here).cue == token)) {
        same = here;
      }
      is_member = is_member || member_[token] != 0;
    }
    if (same == kNone) {
      same = same_content(read.content);
    }
    if (same != kNone) {
      if (std::exchange(matched_[static_cast<std::size_t>(same)], 1) == 0) {
        merge(same, std::move(read));
      }
    } else if (!is_member) {
      alone.push_back(std::move(read));
    }
  }

  /// A rule's attribution without match whose content is nearly this one's.
  Index same_content(const std::vector<TokenRange>& content) {
    const std::size_t offered = length(content);
    for (const TokenRange range : content) {
      for (const Token token : {range.first, range.first + range.size() / 2, range.past - 1}) {
        const Index n = closest_[token];
        if (n == kNone || matched_[static_cast<std::size_t>(n)] != 0) {
          continue;
        }
        const std::size_t own = lengths_[static_cast<std::size_t>(n)];
        const double wanted = kSameContent * static_cast<double>(own + offered) / 2;
        if (static_cast<double>(std::min(own, offered)) >= wanted &&
            static_cast<double>(common(rule(n).content, content)) >= wanted) {
          return n;
        }
      }
    }
    return kNone;
  }

  void merge(Index n, Attribution read) {
    Attribution& found = rule(n);
    const bool chain = has_members(found) ||
                       (in_chain_[static_cast<std::size_t>(n)] != 0 && read.confidence < kSure);
    const bool nobody = found.sources.empty() && !found.nature.names_nobody;
    const bool other = !found.sources.empty() && !read.sources.empty() &&
                       common(words_of(found.sources), words_of(read.sources)) == 0;
    const bool new_source = !chain && !found.nature.knows_source && (nobody || other);
    // Who speaks is no part of what is said.
    const bool mixed_up = new_source && common(words_of(read.sources), found.content) != 0;
    if (found.content.empty() || mixed_up || (!chain && is_better_content(n, read))) {
      found.content = std::move(read.content);
      found.quotation = read.quotation;
    }
    if (new_source) {
      found.sources = std::move(read.sources);
    }
    found.confidence = std::max(found.confidence, (found.confidence + read.confidence) / 2);
  }

  bool is_better_content(Index n, const Attribution& read) {
    const Attribution& found = rule(n);
    if (common(words_of(found.sources), read.content) != 0) {
      return false;
    }
    if (found.nature.knows_content || is_cut(reading_, read.content) ||
        (found.quotation && !is_whole(reading_, read.content))) {
      return false;
    }
    const bool sure = read.confidence >= kSure;
    if (!sure && !is_whole(reading_, read.content) && is_whole(reading_, found.content)) {
      return false;
    }
    const std::size_t shared = common(found.content, read.content);
    const bool inside = shared == length(read.content);
    // One that speaks of other words altogether is no better reading of these.
    if ((!sure || found.quotation) &&
        2 * shared < std::min(length(found.content), length(read.content))) {
      return false;
    }
    return !(found.quotation && inside) && !takes_from_others(n, read.content);
  }

  /// Whether the content reaches into what another attribution of the rules has.
  bool takes_from_others(Index n, const std::vector<TokenRange>& content) {
    for (const TokenRange range : content) {
      for (Token token = range.first; token < range.past; ++token) {
        const Index cue = by_cue_[token];
        const Index holder = closest_[token];
        const bool foreign =
            (cue != kNone && cue != n) || (holder != kNone && holder != n && holder != around(n));
        if (foreign && common(rule(n).content, {{token, token + 1}}) == 0) {
          return true;
        }
      }
    }
    return false;
  }

  void add(Attribution read) {
    const Index within = closest_[read.cue];
    const double least = std::max(
        {kAdded, read.sources.empty() ? kWithoutSource : 0, within == kNone ? 0 : kInside});
    if (read.confidence < least) {
      return;
    }
    // Whom somebody cites is a rule's matter; and what was not said makes nobody a speaker.
    read.held = read.held || (within != kNone && read.confidence < kAnotherHop) ||
                reading_.is(read.cue, StatementList::citing_word) || is_unsaid(reading_, read);
    if (!is_sound(reading_, read)) {
      read.confidence *= kTrustInUnsound;
    }
    read.aside = read.confidence < kForPages;
    added_.push_back({std::move(read), within});
  }

  const Reading& reading_;
  Nesting rules_;
  std::vector<std::size_t> lengths_;
  std::vector<std::uint8_t> matched_;
  std::vector<std::uint8_t> in_chain_;  ///< more than a source stands between it and the reader
  std::vector<Index> by_cue_, closest_;
  std::vector<std::uint8_t> member_;  ///< tokens of those whom an attribution cites or is told by
  std::vector<Added> added_;
};

}  // namespace

Nesting join_readers(const Reading& reading, std::span<const readers::Proposal> proposals,
                     Nesting by_rules) {
  if (proposals.empty()) {
    return by_rules;
  }
  return Joiner{reading, std::move(by_rules)}.run(proposals);
}

}  // namespace factbox::statements
