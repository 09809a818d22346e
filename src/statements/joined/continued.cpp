#include "statements/joined/continued.h"

#include <algorithm>
#include <utility>

#include "base/letters.h"
#include "statements/content/placement.h"

namespace factbox::statements {
namespace {

constexpr std::int32_t kNobody = -1;
/// How sure it stays that the speaker goes on in another paragraph: marks that each paragraph opens
/// anew until one closes say so, a new quotation doesn't.
constexpr double kRunsOn = 0.95;
constexpr double kGoesOn = 0.7;

/// Goes through the quotations in order, and remembers who spoke last.
class Continuation {
 public:
  Continuation(const Reading& reading, std::vector<Attribution>& attributions)
      : reading_(reading),
        attributions_(attributions),
        speaker_(reading.size(), kNobody),
        owner_(reading.size(), kNobody) {
    for (std::size_t n = 0; n < attributions.size(); ++n) {
      for (const TokenRange range : attributions[n].content) {
        std::fill(owner_.begin() + range.first, owner_.begin() + range.past,
                  static_cast<std::int32_t>(n));
      }
      // Speakers only: an outlet's "according to" doesn't go on talking.
      const Attribution& one = attributions[n];
      if (one.act != Act::said || one.leans || one.sources.empty()) {
        continue;
      }
      speaker_[one.cue] = static_cast<std::int32_t>(n);
    }
  }

  void run() {
    run_back();
    const Quotation* before = nullptr;
    for (const Quotation& quotation : reading_.quotations()) {
      if (quotation.depth > 0) {
        continue;
      }
      const bool runs_on = before != nullptr && before->continues;
      before = &quotation;
      const TokenRange range = reading_.tokens_of(quotation);
      hear_until(range.first);
      const TokenRange words = reading_.trimmed(range);
      const bool clause = words.size() >= 4 && reading_.has_finite(words);
      if (words.size() == 0 || owner_[words.first] != kNobody) {
        continue;
      }
      if (!clause && !is_sentence(quotation, range) && !resumes(words)) {
        continue;
      }
      take(quotation, words, runs_on ? kRunsOn : kGoesOn);
    }
  }

 private:
  /// “One paragraph. / “And the next,” she said: what runs on to words of hers is hers.
  void run_back() {
    const Quotation* next = nullptr;
    for (auto at = reading_.quotations().rbegin(); at != reading_.quotations().rend(); ++at) {
      if (at->depth > 0) {
        continue;
      }
      const Quotation* after = std::exchange(next, &*at);
      const TokenRange words = reading_.trimmed(reading_.tokens_of(*at));
      if (!at->continues || after == nullptr || words.size() == 0 ||
          owner_[words.first] != kNobody) {
        continue;
      }
      const TokenRange behind = reading_.trimmed(reading_.tokens_of(*after));
      const auto owner = behind.size() == 0 ? kNobody : owner_[behind.first];
      if (owner != kNobody && attributions_[static_cast<std::size_t>(owner)].quotation) {
        const auto added = go_on(attributions_[static_cast<std::size_t>(owner)], words, kRunsOn);
        std::fill(owner_.begin() + words.first, owner_.begin() + words.past, added);
      }
    }
  }

  /// Gives the words to the speaker of an attribution, as one that goes on; returns its index.
  std::int32_t go_on(const Attribution& speaker, TokenRange words, double sureness) {
    Attribution next = speaker;
    next.rule = "continued";
    next.nature = {.goes_on = true};
    next.cue = words.first;
    next.clause = {words.first, words.first};
    next.content = by_sentence(reading_, words);
    next.confidence = speaker.confidence * sureness;
    attributions_.push_back(std::move(next));
    return static_cast<std::int32_t>(attributions_.size() - 1);
  }

  /// Listens to who speaks up to here.
  void hear_until(Token past) {
    for (; heard_ < past; ++heard_) {
      if (reading_.starts_paragraph(heard_)) {
        ++paragraph_;
      }
      if (speaker_[heard_] == kNobody) {
        continue;
      }
      last_ = speaker_[heard_];
      last_paragraph_ = paragraph_;
    }
  }

  void take(const Quotation& quotation, TokenRange words, double sureness) {
    if (last_ == kNobody) {
      return;
    }
    const Token first = reading_.tokens_of(quotation).first;
    const bool begins = first < reading_.size() && reading_.starts_paragraph(first);
    const std::uint32_t own = paragraph_ + (begins ? 1 : 0);
    Attribution& last = attributions_[static_cast<std::size_t>(last_)];
    if (own == last_paragraph_) {
      if (last.content.empty() || (last.quotation && follows(last, first))) {
        append(last, words);
      }
      return;
    }
    const bool whole_sentences = quotation.opened && begins;
    if (!whole_sentences || own != last_paragraph_ + 1 || !last.quotation) {
      return;
    }
    last_ = go_on(last, words, sureness);
    last_paragraph_ = own;
  }

  /// "Drive with care." by itself in quotation marks.
  [[nodiscard]] bool is_sentence(const Quotation& quotation, TokenRange range) const {
    TokenRange sentence = reading_.sentences()[reading_.sentence_of(range.first)];
    while (sentence.size() > 1 && reading_.words().is_space(sentence.past - 1)) {
      --sentence.past;  // the end of the paragraph
    }
    const std::uint32_t behind = quotation.closed ? 2 : 1;
    const std::string_view last = range.size() >= 2 ? reading_.word(range.past - behind) : "";
    return range.first == sentence.first && range.past >= sentence.past &&
           (last == "." || last == "!" || last == "?");
  }

  /// “They looked,” she said, “at the wrong pier.”: the same sentence goes on.
  [[nodiscard]] bool resumes(TokenRange words) const {
    if (last_ == kNobody || attributions_[static_cast<std::size_t>(last_)].content.empty()) {
      return false;
    }
    const Attribution& last = attributions_[static_cast<std::size_t>(last_)];
    const Token end = last.content.back().past;
    return last.quotation && end < words.first && reading_.word(end) == "," &&
           is_small(letter_at(reading_.word(words.first), 0).code) &&
           reading_.sentence_of(end) == reading_.sentence_of(words.first);
  }

  /// Whether nothing but the source clause stands between its words and this quotation.
  [[nodiscard]] bool follows(const Attribution& last, Token first) const {
    const Token end = std::max(last.content.back().past, last.clause.past);
    const auto sentence = reading_.sentence_of(end == 0 ? 0 : end - 1);
    return first >= end && reading_.sentence_of(first) <= sentence + 1;
  }

  void append(Attribution& last, TokenRange words) {
    for (const TokenRange part : by_sentence(reading_, words)) {
      last.content.push_back(part);
    }
    last.quotation = true;
    std::ranges::sort(last.content, {}, &TokenRange::first);
  }

  const Reading& reading_;
  std::vector<Attribution>& attributions_;
  std::vector<std::int32_t> speaker_;
  std::vector<std::int32_t> owner_;  ///< by token: the attribution whose words it is among
  Token heard_ = 0;
  std::uint32_t paragraph_ = 0;
  std::int32_t last_ = kNobody;
  std::uint32_t last_paragraph_ = 0;
};

}  // namespace

void continue_quotations(const Reading& reading, std::vector<Attribution>& attributions) {
  Continuation{reading, attributions}.run();
}

}  // namespace factbox::statements
