#include "statements/content/modality.h"

#include <algorithm>
#include <string>

#include "statements/sources/source_clause.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

/// What a verb and the words that hang on it make of what they tell.
class VerbMood {
 public:
  explicit VerbMood(const Reading& reading) : reading_(reading) {}

  [[nodiscard]] std::span<const Token> first_children(Token token) const {
    constexpr std::size_t kMost = 64;
    const auto children = reading_.children(token);
    return children.first(std::min(kMost, children.size()));
  }

  /// Whether one of the verb's cues is as asked.
  template <class Asked>
  [[nodiscard]] bool has_cue(Token verb, Asked asked) const {
    return std::ranges::any_of(reading_.tables().cues(reading_.lemma(verb)),
                               [&](const Cue& cue) { return !cue.noun && asked(cue); });
  }

  /// "Will go", "may go", "is going to go".
  [[nodiscard]] std::optional<Modality> future_of(Token verb) const {
    const Clause clause = reading_.clause(verb);
    if (const auto found = modal(clause)) {
      return found;
    }
    const bool going = reading_.lemma_is(verb, StatementList::go) &&
                       reading_.form(verb) == Form::present_participle &&
                       reading_.child(verb, Link::open_complement) != kNoToken;
    return going ? std::optional{future_by(clause)} : std::nullopt;
  }

  [[nodiscard]] bool has_hedge(Token token, Modality mood) const {
    const auto hedges_so = [&](std::string_view word) {
      const Hedge* hedge = reading_.tables().hedge(word);
      return hedge != nullptr && hedge->mood == mood;
    };
    return hedges_so(reading_.lemma(token)) || hedges_so(reading_.lower(token));
  }

  /// "Is expected to", "expects that".
  [[nodiscard]] bool is_expected(Token verb) const {
    const bool takes = reading_.clause(verb).voice == Voice::passive ||
                       reading_.child(verb, Link::open_complement) != kNoToken ||
                       reading_.child(verb, Link::clause_complement) != kNoToken;
    return takes && has_cue(verb, [](const Cue& cue) { return cue.mood == Modality::predicted; });
  }

  [[nodiscard]] bool is_planned(Token verb) const {
    const bool plans = has_cue(verb, [](const Cue& cue) {
      return cue.takes(Frame::infinitive) && cue.mood == Modality::planned;
    });
    const Token infinitive = reading_.child(verb, Link::open_complement);
    const bool is_to = reading_.lemma_is(verb, StatementList::be) && infinitive != kNoToken &&
                       reading_.form(infinitive) == Form::base_verb;  // "is to meet the pope"
    return (plans && infinitive != kNoToken) || is_to || has_hedge(verb, Modality::planned);
  }

  [[nodiscard]] bool is_hedged(Token verb) const {
    return is_doubted(verb) || has_hedge(verb, Modality::possible) ||
           std::ranges::any_of(first_children(verb), [&](Token child) { return hedges(child); });
  }

 private:
  [[nodiscard]] bool is_agent(Token subject) const {
    if (subject == kNoToken) {
      return false;
    }
    if (reading_.form(subject) == Form::pronoun) {
      return !reading_.is(subject, StatementList::it);
    }
    const NounPhrase phrase{subject, {reading_.left_edge(subject), subject + 1}};
    const SourceKind kind = kind_of(reading_, phrase);
    if (!kind.kind) {
      return false;
    }
    return *kind.kind == SourceClass::person || *kind.kind == SourceClass::body ||
           *kind.kind == SourceClass::source || *kind.kind == SourceClass::outlet ||
           *kind.kind == SourceClass::reporter;
  }

  /// Planned where somebody does it, predicted where it just happens.
  [[nodiscard]] Modality future_by(const Clause& clause) const {
    return clause.voice == Voice::passive || is_agent(clause.subject) ? Modality::planned
                                                                      : Modality::predicted;
  }

  /// What a modal makes of its verb: "will", "may"; not "could not", which is plain fact.
  [[nodiscard]] std::optional<Modality> modal(const Clause& clause) const {
    if (reading_.is(clause.modal, StatementList::future)) {
      return future_by(clause);
    }
    const bool could =
        reading_.is(clause.modal, StatementList::could) && clause.negation == kNoToken;
    if (reading_.is(clause.modal, StatementList::may) || could) {
      return Modality::possible;
    }
    return std::nullopt;
  }

  /// "Suspects that", "is considering": the verb itself makes it possible only.
  [[nodiscard]] bool is_doubted(Token verb) const {
    if (reading_.clause(verb).voice == Voice::passive) {
      return false;
    }
    const bool clause = reading_.child(verb, Link::clause_complement) != kNoToken;
    return has_cue(verb, [&](const Cue& cue) {
      const bool doubts = cue.mood == Modality::possible ||
                          (cue.act == Act::thought && cue.takes(Frame::clause) && clause);
      return doubts && (cue.particle.empty() || reading_.is_word(verb + 1, cue.particle));
    });
  }

  /// "Probably", "is likely", "is allegedly unhappy".
  [[nodiscard]] bool hedges(Token child) const {
    const Link link = reading_.link(child);
    if (link != Link::adverb && link != Link::adjective_complement && link != Link::subject) {
      return false;
    }
    const Token adverb =
        link == Link::adjective_complement ? reading_.child(child, Link::adverb) : kNoToken;
    return has_hedge(child, Modality::possible) ||
           (adverb != kNoToken && has_hedge(adverb, Modality::possible));
  }

  const Reading& reading_;
};

/// Looks at one claim's words and the verb on top of them.
class Stance {
 public:
  Stance(const Reading& reading, const std::vector<TokenRange>& content)
      : reading_(reading), verb_(reading), content_(content), top_(top_of(reading, content)) {}

  [[nodiscard]] Modality modality() const {
    if (top_ == kNoToken) {
      return Modality::asserted;
    }
    if (is_question()) {
      return Modality::asked;
    }
    if (calls_false()) {
      return Modality::denied;
    }
    if (has_condition()) {
      return Modality::conditional;
    }
    if (const auto future = verb_.future_of(top_)) {
      return *future;
    }
    if (verb_.is_expected(top_)) {
      return Modality::predicted;
    }
    if (verb_.is_planned(top_)) {
      return Modality::planned;
    }
    if (verb_.is_hedged(top_)) {
      return Modality::possible;
    }
    return Modality::asserted;
  }

  [[nodiscard]] Polarity polarity() const {
    if (top_ == kNoToken) {
      return Polarity::positive;
    }
    for (const Token child : verb_.first_children(top_)) {
      if (reading_.link(child) == Link::negation || reading_.is(child, StatementList::never)) {
        return Polarity::negative;
      }
      const Link link = reading_.link(child);
      const bool object = link == Link::subject || link == Link::passive_subject ||
                          link == Link::attribute || link == Link::object;
      if (!object) {
        continue;
      }
      if (reading_.is(child, StatementList::nobody)) {
        return Polarity::negative;
      }
      const Token det = reading_.child(child, Link::determiner);
      if (det != kNoToken && reading_.is(det, StatementList::no)) {
        return Polarity::negative;
      }
    }
    return Polarity::positive;
  }

 private:
  [[nodiscard]] bool inside(Token token) const {
    return std::ranges::any_of(content_, [&](TokenRange range) { return range.contains(token); });
  }

  [[nodiscard]] bool is_question() const {
    if (content_.size() > 1) {
      return false;
    }
    const TokenRange words = content_.front();
    const Token last = words.past - 1;
    return reading_.is(words.first, StatementList::whether) || reading_.word(last) == "?";
  }

  /// "The claim is false": the source says that something isn't so.
  [[nodiscard]] bool calls_false() const {
    for (const Token child : verb_.first_children(top_)) {
      const Link link = reading_.link(child);
      if (link != Link::adjective_complement && link != Link::attribute &&
          link != Link::object_predicate) {
        continue;
      }
      if (verb_.has_hedge(child, Modality::denied)) {
        return true;
      }
    }
    if (reading_.child(top_, Link::negation) != kNoToken) {
      return false;
    }
    const bool of_a_claim = reading_.lemma_is(top_, StatementList::deny) ||
                            reading_.child(top_, Link::clause_complement) != kNoToken;
    return of_a_claim && verb_.has_cue(top_, [](const Cue& cue) {
      return cue.mood == Modality::denied && cue.particle.empty();
    });
  }

  /// "If …", "unless …" that the top verb depends on.
  [[nodiscard]] bool has_condition() const {
    return std::ranges::any_of(content_, [&](TokenRange range) {
      for (Token token = range.first; token < range.past; ++token) {
        if (is_condition(token) || begins_condition(token)) {
          return true;
        }
      }
      return false;
    });
  }

  /// "provided that", "as long as".
  [[nodiscard]] bool begins_condition(Token token) const {
    constexpr Token kLongest = 4;
    std::string phrase;
    for (Token next = token; next < std::min(token + kLongest, reading_.size()); ++next) {
      phrase += phrase.empty() ? "" : "_";
      phrase += reading_.lower(next);
      if (next > token && reading_.tables().lists(StatementList::condition, phrase)) {
        return inside(next);
      }
    }
    return false;
  }

  [[nodiscard]] bool is_condition(Token token) const {
    if (!reading_.is(token, StatementList::if_or_unless)) {
      return false;
    }
    const bool other = token > 0 && reading_.is(token - 1, StatementList::before_if);
    const Token clause = reading_.head(token);
    // The parser hangs some on the verb of saying: those are the claim's where its words are.
    const Token depends = reading_.head(clause);
    return !other && reading_.link(clause) == Link::adverbial_clause && inside(clause) &&
           (near_top(depends) || !inside(depends));
  }

  /// The top verb, or one joined to it or complementing it.
  [[nodiscard]] bool near_top(Token verb) const {
    constexpr int kFarthest = 3;
    for (int steps = 0; steps < kFarthest; ++steps) {
      if (verb == top_) {
        return true;
      }
      const Link link = reading_.link(verb);
      if (link != Link::conjunct && link != Link::open_complement) {
        return false;
      }
      verb = reading_.head(verb);
    }
    return false;
  }

  const Reading& reading_;
  VerbMood verb_;
  const std::vector<TokenRange>& content_;
  Token top_;
};

}  // namespace

Token top_of(const Reading& reading, const std::vector<TokenRange>& content) {
  // What is left of a sentence without its marks may be nothing, at the text's very end.
  if (content.empty() || content.front().size() == 0) {
    return kNoToken;
  }
  const std::uint32_t sentence = reading.sentence_of(content.front().first);
  Token top = kNoToken;
  for (const TokenRange range : content) {
    if (range.size() == 0 || reading.sentence_of(range.first) != sentence) {
      break;
    }
    for (Token token = range.first; token < range.past; ++token) {
      const Token up = reading.head(token);
      const bool outside = up == token || std::ranges::none_of(content, [&](TokenRange one) {
                             return one.contains(up);
                           });
      if (!outside || reading.is_punct(token)) {
        continue;
      }
      const bool better = top == kNoToken ||
                          (reading.is_finite(token) && !reading.is_finite(top)) ||
                          (reading.is_verb(token) && !reading.is_verb(top));
      if (better) {
        top = token;
      }
    }
  }
  return top;
}

bool is_whole(const Reading& reading, const std::vector<TokenRange>& content) {
  const Token top = top_of(reading, content);
  if (top == kNoToken || !reading.is_finite(top)) {
    return false;
  }
  const auto inside = [&](Token token) {
    return std::ranges::any_of(content, [&](TokenRange range) { return range.contains(token); });
  };
  const Clause clause = reading.clause(top);
  // An attribute may be a subject that stands behind its verb.
  return inside(clause.subject) || inside(clause.stand_in) ||
         inside(reading.child(top, Link::attribute));
}

Stand stand_of(const Reading& reading, const std::vector<TokenRange>& content,
               std::optional<Modality> mood, Act act) {
  if (content.empty()) {
    return {mood.value_or(Modality::asserted), Polarity::positive};
  }
  const Stance stance{reading, content};
  Stand stand{stance.modality(), stance.polarity()};
  if (mood == Modality::asked || mood == Modality::denied) {
    stand.modality = *mood;
  }
  if (mood && stand.modality == Modality::asserted) {
    stand.modality = *mood;
  }
  if (act == Act::thought && !mood && stand.modality == Modality::asserted) {
    stand.modality = Modality::possible;
  }
  return stand;
}

}  // namespace factbox::statements
