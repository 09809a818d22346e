#include "statements/content/placement.h"

#include <algorithm>

#include "base/letters.h"
#include "statements/content/modality.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

/// What stands on both sides of a source clause.
struct Sides {
  bool left_adjacent = false;
  std::int32_t left_quote = -1;
  Token left_past = 0;
  bool right_joined = false;
  bool right_comma = false;
  std::int32_t right_quote = -1;
  Token right_first = kNoToken;
  Token complement = kNoToken;
  bool clean = true;
};

/// Looks to both sides of one source clause.
class SideFinder {
 public:
  SideFinder(const Reading& reading, const SourceClause& clause, TokenRange sentence)
      : reading_(reading), clause_(clause), sentence_(sentence) {}

  Sides find() {
    look_left();
    look_right();
    return sides_;
  }

 private:
  void find_complement() {
    for (const Token child : reading_.children(clause_.verb)) {
      if (child > clause_.verb && reading_.link(child) == Link::clause_complement) {
        sides_.complement = child;
        return;
      }
    }
  }

  [[nodiscard]] Token skip_space(Token at) const {
    while (at < sentence_.past && reading_.words().is_space(at)) {
      ++at;
    }
    return at;
  }

  void look_left() {
    // "…, adding that": what hangs on another verb points to the right only.
    if (clause_.borrowed_subject && reading_.form(clause_.verb) == Form::present_participle) {
      return;
    }
    // A verb that the parser joined to a subject before the sentence has nothing on its left here.
    Token at = std::max(clause_.tokens.first, sentence_.first);
    while (at > sentence_.first && reading_.words().is_space(at - 1)) {
      --at;
    }
    if (at == sentence_.first) {
      // `"Will you go?" he asked`: the quotation is a sentence of its own.
      if (at == 0 || reading_.starts_paragraph(at)) {
        return;
      }
      while (at > 0 && reading_.words().is_space(at - 1)) {
        --at;
      }
      sides_.left_quote = at > 0 ? reading_.closes(at - 1) : -1;
      sides_.left_adjacent = sides_.left_quote >= 0;
      sides_.left_past = at;
      return;
    }
    const Token before = at - 1;
    sides_.left_past = before;
    const std::string_view mark = reading_.word(before);
    sides_.left_quote = reading_.closes(before);
    if (sides_.left_quote < 0 && mark == "," && before > sentence_.first) {
      sides_.left_quote = reading_.closes(before - 1);
    }
    sides_.left_adjacent = sides_.left_quote >= 0 || mark == "," || is_dash(mark) ||
                           reading_.is_quotation_mark(before);
  }

  void look_right() {
    find_complement();
    Token at = skip_space(clause_.tokens.past);
    if (at >= sentence_.past) {
      return;
    }
    sides_.right_comma = reading_.word(at) == ",";
    const bool colon = reading_.word(at) == ":";
    if (sides_.right_comma || colon) {
      at = skip_space(at + 1);
    }
    const bool that = at < sentence_.past && reading_.is(at, StatementList::that);
    if (that) {
      ++at;
    }
    sides_.right_first = at;
    sides_.right_quote = at < sentence_.past ? reading_.opens(at) : -1;
    const bool direct = sides_.complement != kNoToken &&
                        reading_.left_edge(sides_.complement) <= at + 1 && !sides_.right_comma;
    const bool quoted = sides_.right_quote >= 0 && (!sides_.right_comma || sides_.left_quote < 0);
    sides_.right_joined = that || direct || colon || quoted;
    if (!sides_.right_joined) {
      look_further_right(at);
    }
  }

  /// Words that don't stand right behind the clause.
  void look_further_right(Token at) {
    // A long circumstance may stand between: "said in an interview after the talks that …".
    if (!sides_.right_comma && sides_.complement != kNoToken) {
      sides_.right_first = std::max(reading_.left_edge(sides_.complement), at);
      sides_.right_joined = sides_.right_first < sentence_.past;
      if (reading_.is(sides_.right_first, StatementList::that)) {
        ++sides_.right_first;
      }
      sides_.right_quote = sides_.right_joined && sides_.right_first < sentence_.past
                               ? reading_.opens(sides_.right_first)
                               : -1;
      sides_.clean = false;
      return;
    }
    // "Reuters reported, according to …, Clinton tried": only a comma parts them.
    const bool opens_sentence =
        clause_.tokens.first <= sentence_.first + 2 && !sides_.left_adjacent;
    if (sides_.right_comma && opens_sentence && sides_.right_first < sentence_.past &&
        reading_.has_finite({sides_.right_first, sentence_.past})) {
      sides_.right_joined = !is_aside(sides_.right_first) ||
                            reading_.is(sides_.right_first, StatementList::according);
      sides_.clean = false;
    }
  }

  [[nodiscard]] bool is_aside(Token first) const {
    const Form form = reading_.form(first);
    return form == Form::present_participle || form == Form::preposition ||
           form == Form::question_adverb || form == Form::coordinator ||
           form == Form::question_determiner;
  }

  const Reading& reading_;
  const SourceClause& clause_;
  TokenRange sentence_;
  Sides sides_;
};

/// "…, adding that", "… but declined to": the source clause goes on, its words don't.
bool parts(const Reading& reading, Token at) {
  const Link link = reading.link(at);
  const Token left = reading.left_edge(at);
  if (link == Link::adverbial_clause || link == Link::noun_clause) {
    Token before = left;
    while (before > 0 && reading.is_quotation_mark(before - 1)) {
      --before;
    }
    return reading.form(at) == Form::present_participle && before > 0 &&
           reading.word(before - 1) == ",";
  }
  if (link != Link::conjunct || !reading.is_verb(at)) {
    return false;
  }
  if (!reading.clause(at).has_subject()) {
    return reading.has_tense(at);  // "… but couldn't go" goes on with what was said
  }
  return !reading.tables().cues(reading.lemma(at)).empty();
}

Token cut_before(const Reading& reading, Token at, Token first) {
  while (at > first + 1 &&
         (reading.is_punct(at - 1) || reading.link(at - 1) == Link::coordinator)) {
    --at;
  }
  return at;
}

/// Takes what a source clause says from one of its sides, or from both.
class Placer {
 public:
  Placer(const Reading& reading, const SourceClause& clause, Shapes shapes)
      : reading_(reading),
        clause_(clause),
        shapes_(shapes),
        sentence_(reading.sentences()[reading.sentence_of(clause.verb)]),
        sides_(SideFinder{reading, clause, sentence_}.find()) {}

  Placement run() {
    placed_.clean = placed_.clean && sides_.clean;
    if (sides_.right_joined && take_right()) {
      if (sides_.left_quote >= 0 && sides_.right_quote >= 0) {
        take_left();
      }
    } else if (sides_.left_adjacent && interrupted()) {
      take_both();
    } else if (sides_.left_adjacent && take_left()) {
      if (sides_.right_quote >= 0) {
        take_right();
      }
    } else if (sides_.right_quote >= 0) {
      take_right();
    }
    std::ranges::sort(placed_.content, {}, &TokenRange::first);
    return std::move(placed_);
  }

 private:
  /// "The deal, he said, is dead": no clause before it, and one goes on behind it.
  [[nodiscard]] bool interrupted() const {
    if (sides_.left_quote >= 0 || !sides_.right_comma || sides_.right_first >= sentence_.past) {
      return false;
    }
    const TokenRange left{sentence_.first, sides_.left_past};
    const TokenRange right{sides_.right_first, sentence_.past};
    return !is_claim(left) && is_claim(right) && shapes_.clause;
  }

  void take_both() {
    const Token first = left_start();
    add(reading_.trimmed({first, sides_.left_past}));
    add(reading_.trimmed({sides_.right_first, right_end(sides_.right_first)}));
    placed_.clean = false;
  }

  /// Whether the words make a main clause: with tense, and not only in an aside ("Because it
  /// rained, …", "Unlike what happened then, …").
  [[nodiscard]] bool is_claim(TokenRange words) const {
    if (!reading_.has_finite(words)) {
      return false;
    }
    const Token top = top_of(reading_, {words});
    const Link link = reading_.link(top);
    if (link == Link::preposition || link == Link::marker || link == Link::adverb ||
        link == Link::noun_adverb) {
      return false;
    }
    const Token mark = reading_.child(top, Link::marker);
    return link != Link::adverbial_clause || mark == kNoToken || mark < words.first;
  }

  /// Where the words before the clause begin: not before a semicolon, an "and", a dateline.
  [[nodiscard]] Token left_start() const {
    Token first = sentence_.first;
    for (Token at = sides_.left_past; at > sentence_.first; --at) {
      if (reading_.word(at - 1) == ";") {
        first = at;
        break;
      }
    }
    while (first < sides_.left_past &&
           (reading_.is_punct(first) || reading_.link(first) == Link::coordinator)) {
      ++first;
    }
    return first;
  }

  bool take_left() {
    if (sides_.left_quote >= 0) {
      return take_left_quotation();
    }
    if (!shapes_.clause) {
      return false;
    }
    const TokenRange words = reading_.trimmed({left_start(), sides_.left_past});
    const bool attached = attached_left();
    if (words.size() == 0 || (!is_claim(words) && !attached)) {
      return false;
    }
    placed_.clean &= attached;
    add(words);
    return true;
  }

  /// Whether the parse, too, hangs the clause on what stands before it.
  [[nodiscard]] bool attached_left() const {
    const Token verb = clause_.main;
    if (reading_.head(verb) < clause_.tokens.first && reading_.is_verb(reading_.head(verb))) {
      return true;
    }
    return std::ranges::any_of(reading_.children(verb), [&](Token child) {
      return child < clause_.tokens.first &&
             (reading_.link(child) == Link::clause_complement || is_misread_clause(child));
    });
  }

  /// "Two of the tanks leaked, the regulator said": the parser may take "leaked" for a participle
  /// and "two" for a second subject of "said".
  [[nodiscard]] bool is_misread_clause(Token subject) const {
    const Link link = reading_.link(subject);
    const Token participle =
        link == Link::subject ? reading_.child(subject, Link::noun_clause) : kNoToken;
    return participle != kNoToken && reading_.form(participle) == Form::past_participle &&
           reading_.clause(participle).agent == kNoToken && clause_.subjects.size() == 1 &&
           clause_.subjects.front().head != subject;
  }

  bool take_left_quotation() {
    const Quotation& quotation = reading_.quotations()[static_cast<std::size_t>(sides_.left_quote)];
    TokenRange words = reading_.tokens_of(quotation);
    if (words.first > sentence_.first) {
      const TokenRange before = reading_.trimmed({left_start(), words.first});
      const bool whole = before.size() == 0 || stands_alone(words);
      if (!whole) {
        if (!shapes_.clause) {
          return false;
        }
        add(reading_.trimmed({before.first, sides_.left_past}));
        placed_.mixed = true;
        return true;
      }
    }
    placed_.quotation = true;
    add(reading_.trimmed(words));
    return true;
  }

  /// A quotation that is a sentence by itself: with a capital and a verb.
  [[nodiscard]] bool stands_alone(TokenRange quotation) const {
    const TokenRange words = reading_.trimmed(quotation);
    if (words.size() < 3 || !reading_.has_finite(words)) {
      return false;
    }
    return begins_with_capital(reading_.word(words.first)) && quotation.first > 0 &&
           (reading_.is_punct(quotation.first - 1) || reading_.form(words.first) != Form::name);
  }

  bool take_right() {
    if (sides_.right_first >= sentence_.past) {
      return false;
    }
    const Token end = right_end(sides_.right_first);
    if (sides_.right_quote >= 0) {
      const TokenRange words =
          reading_.tokens_of(reading_.quotations()[static_cast<std::size_t>(sides_.right_quote)]);
      const TokenRange rest = reading_.trimmed({words.past, std::max(end, words.past)});
      if (words.past >= sentence_.past || rest.size() == 0 || stands_alone(words) ||
          !shapes_.clause) {
        placed_.quotation = true;
        add(reading_.trimmed(words));
        return true;
      }
    }
    if (!shapes_.clause) {
      return false;
    }
    TokenRange words = reading_.trimmed({sides_.right_first, end});
    if (words.size() == 0 || (!reading_.has_finite(words) && sides_.complement == kNoToken)) {
      return false;
    }
    if (reading_.form(words.first) == Form::possessive_ending) {
      return false;
    }
    words.past = with_quotation(words);
    const std::int32_t opening = reading_.quotation_of(words.first);
    if (opening >= 0) {  // not in the middle of a quotation
      const TokenRange marks =
          reading_.tokens_of(reading_.quotations()[static_cast<std::size_t>(opening)]);
      words.first = std::max(marks.first, clause_.tokens.past);
      words = reading_.trimmed(words);
    }
    placed_.mixed = sides_.right_quote >= 0;
    add(words);
    return true;
  }

  /// A quotation that begins inside the words and runs on over the end of the sentence.
  [[nodiscard]] Token with_quotation(TokenRange words) const {
    const std::int32_t last = reading_.quotation_of(words.past - 1);
    if (last < 0) {
      return words.past;
    }
    const TokenRange quotation =
        reading_.tokens_of(reading_.quotations()[static_cast<std::size_t>(last)]);
    if (quotation.first < words.first || quotation.past <= sentence_.past) {
      return words.past;
    }
    return reading_.trimmed({words.first, quotation.past}).past;
  }

  /// Where words that begin at `first` end, if nothing else does.
  [[nodiscard]] Token right_end(Token first) const {
    const Token verb = clause_.main;
    Token limit = sentence_.past;
    const Token edge =
        std::max(reading_.right_edge(verb),
                 sides_.complement == kNoToken ? 0 : reading_.right_edge(sides_.complement));
    const bool inside = reading_.head(verb) != verb &&
                        reading_.link(verb) != Link::clause_complement &&
                        reading_.link(verb) != Link::parataxis;
    if (inside && edge > first) {
      limit = std::min(limit, edge);
    }
    for (Token at = first + 1; at < limit; ++at) {
      if (reading_.quotation_of(at) >= 0) {
        continue;
      }
      if (reading_.is(at, StatementList::according) && reading_.is(at + 1, StatementList::to)) {
        return cut_before(reading_, at, first);
      }
      if (reading_.word(at) == ")" && reading_.is_word(clause_.tokens.first - 1, "(")) {
        return at;
      }
      if (reading_.head(at) != verb || reading_.left_edge(at) <= first) {
        continue;
      }
      if (parts(reading_, at)) {
        return cut_before(reading_, reading_.left_edge(at), first);
      }
    }
    return limit;
  }

  void add(TokenRange words) {
    for (const TokenRange part : by_sentence(reading_, words)) {
      placed_.content.push_back(part);
    }
  }

  const Reading& reading_;
  const SourceClause& clause_;
  Shapes shapes_;
  TokenRange sentence_;
  Sides sides_;
  Placement placed_;
};

}  // namespace

std::vector<TokenRange> quoted_words(const Reading& reading, std::int32_t quotation) {
  return by_sentence(reading,
                     reading.tokens_of(reading.quotations()[static_cast<std::size_t>(quotation)]));
}

std::vector<TokenRange> by_sentence(const Reading& reading, TokenRange range) {
  std::vector<TokenRange> parts;
  range = reading.trimmed(range);
  while (range.size() > 0) {
    const Token past =
        std::min(range.past, reading.sentences()[reading.sentence_of(range.first)].past);
    const TokenRange part = reading.trimmed({range.first, past});
    if (part.size() > 0) {
      parts.push_back(part);
    }
    range = reading.trimmed({past, range.past});
  }
  return parts;
}

Placement place_content(const Reading& reading, const SourceClause& clause, Shapes shapes) {
  return Placer{reading, clause, shapes}.run();
}

}  // namespace factbox::statements
