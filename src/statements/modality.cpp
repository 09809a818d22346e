#include "statements/modality.h"

#include <algorithm>
#include <array>

#include "statements/source_clause.h"
#include "statements/source_kind.h"

namespace factbox::statements {
namespace {

constexpr std::array<std::string_view, 5> kNobody{"no", "nobody", "none", "nothing", "neither"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// Looks at one claim's words and the verb on top of them.
class Stance {
 public:
  Stance(const Reading& reading, const std::vector<TokenRange>& content)
      : reading_(reading), content_(content), top_(top_of(reading, content)) {}

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
    if (const auto future = future_of(top_)) {
      return *future;
    }
    if (is_expected(top_)) {
      return Modality::predicted;
    }
    if (is_planned(top_)) {
      return Modality::planned;
    }
    if (is_hedged(top_)) {
      return Modality::possible;
    }
    return Modality::asserted;
  }

  [[nodiscard]] Polarity polarity() const {
    if (top_ == kNoToken) {
      return Polarity::positive;
    }
    for (const Token child : first_children(top_)) {
      if (reading_.label(child) == "neg" || reading_.is_word(child, "never")) {
        return Polarity::negative;
      }
      const std::string_view label = reading_.label(child);
      const bool object =
          label == "nsubj" || label == "nsubjpass" || label == "attr" || label == "dobj";
      if (!object) {
        continue;
      }
      if (among(kNobody, reading_.lower(child))) {
        return Polarity::negative;
      }
      const Token det = reading_.child(child, "det");
      if (det != kNoToken && reading_.is_word(det, "no")) {
        return Polarity::negative;
      }
    }
    return Polarity::positive;
  }

 private:
  [[nodiscard]] bool inside(Token token) const {
    return std::ranges::any_of(
        content_, [&](TokenRange range) { return range.first <= token && token < range.past; });
  }

  [[nodiscard]] std::span<const Token> first_children(Token token) const {
    constexpr std::size_t kMost = 64;
    const auto children = reading_.children(token);
    return children.first(std::min(kMost, children.size()));
  }

  [[nodiscard]] bool is_question() const {
    if (content_.size() > 1) {
      return false;
    }
    const TokenRange words = content_.front();
    const Token last = words.past - 1;
    return reading_.is_word(words.first, "whether") || reading_.word(last) == "?";
  }

  /// "The claim is false": the source says that something isn't so.
  [[nodiscard]] bool calls_false() const {
    for (const Token child : first_children(top_)) {
      const std::string_view label = reading_.label(child);
      if (label != "acomp" && label != "attr" && label != "oprd") {
        continue;
      }
      const Hedge* hedge = reading_.tables().hedge(reading_.lemma(child));
      if (hedge != nullptr && hedge->mood == Modality::denied) {
        return true;
      }
    }
    if (reading_.child(top_, "neg") != kNoToken) {
      return false;
    }
    for (const Cue& cue : reading_.tables().cues(reading_.lemma(top_))) {
      const bool of_a_claim = cue.lemma == "deny" || reading_.child(top_, "ccomp") != kNoToken;
      if (cue.mood == Modality::denied && !cue.noun && cue.particle.empty() && of_a_claim) {
        return true;
      }
    }
    return false;
  }

  /// "If …", "unless …" that the top verb depends on.
  [[nodiscard]] bool has_condition() const {
    for (const TokenRange range : content_) {
      for (Token token = range.first; token < range.past; ++token) {
        const bool unless = reading_.is_word(token, "unless");
        if (!unless && !reading_.is_word(token, "if")) {
          continue;
        }
        if (token > 0 &&
            (reading_.is_word(token - 1, "as") || reading_.is_word(token - 1, "even"))) {
          continue;
        }
        const Token clause = reading_.head(token);
        if (reading_.label(clause) != "advcl" || !inside(clause)) {
          continue;
        }
        if (near_top(reading_.head(clause))) {
          return true;
        }
      }
    }
    return false;
  }

  /// The top verb, or one joined to it or complementing it.
  [[nodiscard]] bool near_top(Token verb) const {
    constexpr int kFarthest = 3;
    for (int steps = 0; steps < kFarthest; ++steps) {
      if (verb == top_) {
        return true;
      }
      const std::string_view label = reading_.label(verb);
      if (label != "conj" && label != "xcomp") {
        return false;
      }
      verb = reading_.head(verb);
    }
    return false;
  }

  [[nodiscard]] bool is_agent(Token subject) const {
    if (subject == kNoToken) {
      return false;
    }
    if (reading_.tag(subject) == "PRP") {
      return !reading_.is_word(subject, "it");
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

  [[nodiscard]] Token subject(Token verb) const {
    const Token active = reading_.child(verb, "nsubj");
    return active != kNoToken ? active : reading_.child(verb, "nsubjpass");
  }

  /// "Will go": planned where somebody does it, predicted where it just happens.
  [[nodiscard]] std::optional<Modality> future_of(Token verb) const {
    for (const Token child : first_children(verb)) {
      if (child > verb) {
        break;
      }
      if (reading_.label(child) != "aux") {
        continue;
      }
      const std::string_view word = reading_.lower(child);
      if (word == "will" || word == "'ll" || word == "shall" || word == "would" ||
          word == "\xE2\x80\x99ll") {
        const bool passive = reading_.child(verb, "auxpass") != kNoToken;
        return passive || is_agent(subject(verb)) ? Modality::planned : Modality::predicted;
      }
      const bool could_not = word == "could" && reading_.child(verb, "neg") != kNoToken;
      if (word == "may" || word == "might" || (word == "could" && !could_not)) {
        return Modality::possible;
      }
    }
    if (reading_.lemma(verb) == "go" && reading_.tag(verb) == "VBG" &&
        reading_.child(verb, "xcomp") != kNoToken) {
      return is_agent(subject(verb)) ? Modality::planned : Modality::predicted;
    }
    return std::nullopt;
  }

  /// "Is expected to", "is likely to".
  [[nodiscard]] bool is_expected(Token verb) const {
    for (const Cue& cue : reading_.tables().cues(reading_.lemma(verb))) {
      if (cue.mood != Modality::predicted || cue.noun) {
        continue;
      }
      if (is_passive(reading_, verb) || reading_.child(verb, "xcomp") != kNoToken ||
          reading_.child(verb, "ccomp") != kNoToken) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_planned(Token verb) const {
    if (reading_.child(verb, "xcomp") != kNoToken) {
      for (const Cue& cue : reading_.tables().cues(reading_.lemma(verb))) {
        if (cue.takes(Frame::infinitive) && cue.mood == Modality::planned) {
          return true;
        }
      }
    }
    const Hedge* hedge = reading_.tables().hedge(reading_.lemma(verb));
    return hedge != nullptr && hedge->mood == Modality::planned;
  }

  [[nodiscard]] bool is_hedged(Token verb) const {
    for (const Cue& cue : reading_.tables().cues(reading_.lemma(verb))) {
      const bool doubts =
          (cue.mood == Modality::possible && !is_passive(reading_, verb)) ||
          (cue.act == Act::thought && cue.takes(Frame::clause) && !is_passive(reading_, verb) &&
           reading_.child(verb, "ccomp") != kNoToken);
      const bool whole = cue.particle.empty() || reading_.is_word(verb + 1, cue.particle);
      if (!cue.noun && doubts && whole) {
        return true;
      }
    }
    for (const Token child : first_children(verb)) {
      const std::string_view label = reading_.label(child);
      if (label != "advmod" && label != "acomp" && label != "nsubj") {
        continue;
      }
      const Hedge* hedge = reading_.tables().hedge(reading_.lower(child));
      if (hedge != nullptr && hedge->mood == Modality::possible) {
        return true;
      }
      // "Is allegedly unhappy".
      const Token adverb = label == "acomp" ? reading_.child(child, "advmod") : kNoToken;
      const Hedge* below =
          adverb == kNoToken ? nullptr : reading_.tables().hedge(reading_.lower(adverb));
      if (below != nullptr && below->mood == Modality::possible) {
        return true;
      }
    }
    const Hedge* hedge = reading_.tables().hedge(reading_.lemma(verb));
    return hedge != nullptr && hedge->mood == Modality::possible;
  }

  const Reading& reading_;
  const std::vector<TokenRange>& content_;
  Token top_;
};

}  // namespace

Token top_of(const Reading& reading, const std::vector<TokenRange>& content) {
  if (content.empty()) {
    return kNoToken;
  }
  const std::uint32_t sentence = reading.sentence_of(content.front().first);
  Token top = kNoToken;
  for (const TokenRange range : content) {
    if (reading.sentence_of(range.first) != sentence) {
      break;
    }
    for (Token token = range.first; token < range.past; ++token) {
      const Token up = reading.head(token);
      const bool outside = up == token || std::ranges::none_of(content, [&](TokenRange one) {
                             return one.first <= up && up < one.past;
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
  constexpr std::size_t kMost = 64;
  const auto children = reading.children(top);
  return std::ranges::any_of(children.first(std::min(kMost, children.size())), [&](Token child) {
    const std::string_view label = reading.label(child);
    const bool subject = label == "nsubj" || label == "nsubjpass" || label == "expl" ||
                         label == "csubj" || label == "csubjpass" || label == "attr";
    return subject && std::ranges::any_of(content, [&](TokenRange range) {
             return range.first <= child && child < range.past;
           });
  });
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
