#include "factboxes/lines/shortening.h"

#include <algorithm>
#include <array>

#include "factboxes/lines/cuts.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::Form;
using texts::Link;
using texts::Quotation;
using texts::Sheet;
using texts::TokenRange;
using texts::WordClass;

namespace {

constexpr std::size_t kFewestLeft = 12;  // words: less says who and what, and seldom more

bool touches_quotation(ByteRange range, std::span<const Quotation> quotations) {
  return std::ranges::any_of(quotations,
                             [&](const Quotation& one) { return one.whole.touches(range); });
}

bool is_mark(const Sheet& sheet, std::uint32_t token) {
  return sheet.word_class(token) == WordClass::punctuation || sheet.is_space(token);
}

/// A tail of the claim.
struct Tail {
  std::uint32_t first = 0;  ///< token; past its end there are marks only
  std::size_t words = 0;
  bool figure = false;
};

/// Finds the tails of one claim.
class Tails {
 public:
  Tails(const Sheet& sheet, const LongClaim& claim, const HouseStyle& style,
        std::span<const Quotation> quotations)
      : sheet_(sheet),
        claim_(claim),
        style_(style),
        quotations_(quotations),
        within_(tokens_of(sheet, claim.words)) {}

  [[nodiscard]] std::vector<Tail> find() const {
    std::vector<Tail> found;
    const auto all = words_of(claim_.words.in(sheet_.text())).size();
    for (auto token = within_.first + 1; token < within_.past; ++token) {
      const auto first = begin_of(token);
      if (!first || *first <= within_.first) {
        continue;
      }
      const ByteRange range{sheet_.range(*first).begin, claim_.words.end};
      const auto words = words_of(range.in(sheet_.text())).size();
      if (words > 0 && words + kFewestLeft <= all && !bounds(*first, range)) {
        found.push_back({*first, words, holds(*first, [&](auto each) {
                           return sheet_.form(each) == Form::number;
                         })});
      }
    }
    return found;
  }

 private:
  template <typename Test>
  [[nodiscard]] bool holds(std::uint32_t first, Test test) const {
    for (auto token = first; token < within_.past; ++token) {
      if (test(token)) {
        return true;
      }
    }
    return false;
  }

  /// The token at which the tail that `token` governs begins; none where it governs none.
  [[nodiscard]] std::optional<std::uint32_t> begin_of(std::uint32_t token) const {
    const Link link = sheet_.link(token);
    const bool clause = link == Link::adverbial_clause;
    const bool behind_comma =
        link == Link::relative_clause || link == Link::apposition || link == Link::preposition;
    if (!clause && !behind_comma && link != Link::conjunct) {
      return std::nullopt;
    }
    const auto tree = subtree(sheet_, token);
    if (tree.size() == 0 || tree.first <= within_.first || !ends_claim(tree.past)) {
      return std::nullopt;
    }
    const auto before = tree.first - 1;
    if (link == Link::conjunct) {
      return second_verb(token, before) ? std::optional{before} : std::nullopt;
    }
    const bool comma = sheet_.form(before) == Form::comma;
    if (behind_comma && !comma) {
      return std::nullopt;
    }
    // "is enough to oust them": what an infinitive says is what the verb means.
    if (clause && !comma && !has_marker(token)) {
      return std::nullopt;
    }
    return comma ? before : tree.first;
  }

  [[nodiscard]] bool has_marker(std::uint32_t clause) const {
    for (auto token = within_.first; token < clause; ++token) {
      const Link link = sheet_.link(token);
      if (sheet_.head(token) == clause && (link == Link::marker || link == Link::adverb) &&
          (sheet_.form(token) == Form::preposition ||
           sheet_.form(token) == Form::question_adverb)) {
        return true;
      }
    }
    return false;
  }

  /// "… and closed the pier": what is joined, without "not", "either" or "both" before the first.
  [[nodiscard]] bool second_verb(std::uint32_t verb, std::uint32_t before) const {
    const auto first = sheet_.head(verb);
    if (sheet_.word_class(verb) != WordClass::verb &&
        sheet_.word_class(verb) != WordClass::auxiliary) {
      return false;
    }
    if (!style_.lists(LineList::conjunction, sheet_.word(before)) || first < within_.first) {
      return false;
    }
    for (auto token = within_.first; token < verb; ++token) {
      const Link link = sheet_.link(token);
      if (sheet_.head(token) == first && (link == Link::negation || link == Link::preconjunction)) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool ends_claim(std::uint32_t past) const {
    return past >= within_.past || !holds(past, [&](auto each) { return !is_mark(sheet_, each); });
  }

  /// Whether the claim would be surer, larger or without its time if it lost the tail.
  [[nodiscard]] bool bounds(std::uint32_t first, ByteRange range) const {
    const auto words = range.in(sheet_.text());
    if (touches_quotation(range, quotations_)) {
      return true;
    }
    if (holds_cue(words, style_) && !(claim_.may_lose_cues && is_clause_of_a_noun(first))) {
      return true;
    }
    const bool phrase =
        !holds(first, [&](auto each) { return texts::has_tense(sheet_.form(each)); });
    return phrase && std::ranges::any_of(sheet_.names(), [&](const texts::MarkedName& name) {
             return (name.type == texts::NameType::date || name.type == texts::NameType::time) &&
                    name.tokens.past > first && name.tokens.first < within_.past;
           });
  }

  /// ", which may end", ", an island that may sink".
  [[nodiscard]] bool is_clause_of_a_noun(std::uint32_t first) const {
    return holds(first, [&](auto each) {
      const Link link = sheet_.link(each);
      return (link == Link::relative_clause || link == Link::apposition) &&
             sheet_.head(each) < first;
    });
  }

  const Sheet& sheet_;
  const LongClaim& claim_;
  const HouseStyle& style_;
  std::span<const Quotation> quotations_;
  TokenRange within_;
};

}  // namespace

std::optional<std::uint32_t> tail_to_cut(const Sheet& sheet, const LongClaim& claim,
                                         const HouseStyle& style,
                                         std::span<const Quotation> quotations) {
  const auto tails = Tails{sheet, claim, style, quotations}.find();
  if (tails.empty()) {
    return std::nullopt;
  }
  const auto better = [&](const Tail& one, const Tail& other) {
    const bool enough = one.words >= claim.wanted;
    if (enough != (other.words >= claim.wanted)) {
      return enough;
    }
    if (enough && one.figure != other.figure) {
      return other.figure;
    }
    return enough ? one.words < other.words : one.words > other.words;
  };
  const auto best = *std::ranges::min_element(tails, better);
  return sheet.range(best.first).begin;
}

ByteRange aside_to_cut(const Sheet& sheet, ByteRange words, const HouseStyle& style,
                       std::span<const Quotation> quotations) {
  constexpr std::array<std::string_view, 3> kDashes{" -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
  const auto text = words.in(sheet.text());
  for (const auto dash : kDashes) {
    const auto opens = text.find(dash);
    const auto closes =
        opens == std::string_view::npos ? opens : text.find(dash, opens + dash.size());
    if (closes == std::string_view::npos) {
      continue;
    }
    const ByteRange range{words.begin + static_cast<std::uint32_t>(opens),
                          words.begin + static_cast<std::uint32_t>(closes + dash.size() - 1)};
    if (!holds_cue(range.in(sheet.text()), style) && !touches_quotation(range, quotations)) {
      return range;
    }
  }
  return {};
}

}  // namespace factbox::factboxes
