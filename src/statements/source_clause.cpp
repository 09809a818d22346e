#include "statements/source_clause.h"

#include <algorithm>

namespace factbox::statements {
namespace {

bool is_noun(const Reading& reading, Token token) {
  const std::string_view tag = reading.tag(token);
  return tag.starts_with("NN") || tag == "PRP" || tag == "CD" || tag == "DT" || tag == "WP" ||
         reading.entity_type(token).size() > 0;
}

bool is_relative(const Reading& reading, Token token) {
  return reading.is_word(token, "who") || reading.is_word(token, "which") ||
         reading.is_word(token, "that");
}

Token own_subject(const Reading& reading, Token verb) {
  constexpr std::size_t kMost = 64;  // a subject stands among the first; some lists have no end
  const auto children = reading.children(verb);
  Token subject = kNoToken;
  for (const Token child : children.first(std::min(kMost, children.size()))) {
    const std::string_view label = reading.label(child);
    if (label != "nsubj" && label != "nsubjpass") {
      continue;
    }
    // Of several, the nearest before the verb: others belong to what the parser mixed in.
    if (subject == kNoToken || child < verb) {
      subject = child;
    }
  }
  return subject;
}

/// The noun right before or right after a verb that the parser left without a subject.
Token neighbour(const Reading& reading, Token verb, bool& inverted) {
  if (verb > 0 && is_noun(reading, verb - 1) && !reading.is_time(verb - 1)) {
    inverted = false;
    return verb - 1;
  }
  if (verb + 1 < reading.size() && verb > 0 && reading.is_punct(verb - 1)) {
    for (const Token child : reading.children(verb)) {
      const std::string_view label = reading.label(child);
      const bool fits = label == "dobj" || label == "attr" || label == "dep" || label == "npadvmod";
      if (child > verb && fits && reading.left_edge(child) == verb + 1 && !reading.is_time(child) &&
          is_noun(reading, child)) {
        inverted = true;
        return child;
      }
    }
  }
  return kNoToken;
}

/// "…, director of the site says.": the words between the last comma and a verb that ends the
/// sentence, where the parser took another noun for the subject.
Token subject_by_commas(const Reading& reading, Token verb, const NounPhrase& taken) {
  const TokenRange sentence = reading.sentences()[reading.sentence_of(verb)];
  for (Token token = verb + 1; token < sentence.past; ++token) {
    if (!reading.is_punct(token) && !reading.is_time(token)) {
      return kNoToken;
    }
  }
  Token comma = verb;
  while (comma > sentence.first && reading.word(comma - 1) != ",") {
    --comma;
  }
  if (comma == sentence.first || taken.tokens.past >= comma || taken.tokens.first >= comma) {
    return kNoToken;
  }
  if (comma == verb || reading.has_finite({comma, verb})) {
    return kNoToken;
  }
  for (Token token = comma; token < verb; ++token) {
    if (reading.tag(token) == "IN" || reading.tag(token) == "CC") {
      return kNoToken;
    }
    const bool last = token + 1 == verb || reading.tag(token + 1) == "IN";
    if (reading.tag(token).starts_with("NN") && last) {
      return token;
    }
  }
  return kNoToken;
}

bool may_follow(const Reading& reading, Token child, Token verb) {
  const std::string_view label = reading.label(child);
  if (label == "prt" || label == "npadvmod" || label == "prep" || label == "agent") {
    return true;
  }
  if (label == "advmod" || label == "dative") {
    return true;
  }
  return reading.is_time(child) && child > verb && label != "ccomp";
}

/// Where the phrase may end at the latest: before a comma, a quotation or what is reported.
Token complement_start(const Reading& reading, Token verb) {
  for (const Token child : reading.children(verb)) {
    const std::string_view label = reading.label(child);
    if (child > verb && (label == "ccomp" || label == "xcomp" || label == "advcl")) {
      return std::max(reading.left_edge(child), verb + 1);
    }
  }
  return kNoToken;
}

void add_cue_words(const Reading& reading, Token verb, SourceClause& clause) {
  Token first = verb;
  while (first > 0) {
    const std::string_view label = reading.label(first - 1);
    const bool own = reading.head(first - 1) == verb;
    if (!own || (label != "aux" && label != "auxpass" && label != "neg" && label != "advmod")) {
      break;
    }
    --first;
  }
  Token past = verb + 1;
  const Token particle = reading.child(verb, "prt");
  if (particle == past) {
    ++past;
  }
  clause.cue_words.push_back({first, past});
}

}  // namespace

bool is_passive(const Reading& reading, Token verb) {
  return reading.child(verb, "auxpass") != kNoToken;
}

bool is_negated(const Reading& reading, Token verb) {
  return reading.child(verb, "neg") != kNoToken;
}

Token modal_of(const Reading& reading, Token verb) {
  for (const Token child : reading.children(verb)) {
    if (reading.label(child) != "aux" || child > verb) {
      continue;
    }
    if (reading.tag(child) == "MD" || reading.tag(child) == "TO") {
      return child;
    }
  }
  return kNoToken;
}

Subject subject_of(const Reading& reading, Token verb) {
  constexpr int kFarthest = 6;
  Token at = verb;
  for (int steps = 0; steps < kFarthest; ++steps) {
    const Token own = own_subject(reading, at);
    const std::string_view label = reading.label(at);
    if (own != kNoToken && is_relative(reading, own) && label == "relcl") {
      return {reading.head(at), at != verb, false};
    }
    if (own != kNoToken) {
      return {own, at != verb, at == verb && own > verb};
    }
    if (at == verb) {
      bool inverted = false;
      const bool joined =
          label == "conj" || label == "advcl" || label == "xcomp" || label == "pcomp";
      const Token near =
          joined && reading.tag(verb) == "VBG" ? kNoToken : neighbour(reading, verb, inverted);
      const bool describes = label == "acl" && near != kNoToken && near == reading.head(at);
      if (near != kNoToken && !describes && reading.has_tense(verb)) {
        return {near, false, inverted};
      }
    }
    if (label == "acl" || label == "relcl") {
      return {reading.head(at), at != verb, false};
    }
    if (label != "conj" && label != "advcl" && label != "xcomp" && label != "pcomp" &&
        label != "prep" && label != "ccomp") {
      break;
    }
    if (label == "ccomp" && reading.tag(at) != "VBG") {
      break;
    }
    at = reading.head(at);
  }
  return {};
}

Token past_circumstances(const Reading& reading, Token verb, Token from) {
  const Token limit = complement_start(reading, verb);
  Token at = from;
  for (const Token child : reading.children(verb)) {
    if (child < at || child < verb) {
      continue;
    }
    if (reading.left_edge(child) != at || !may_follow(reading, child, verb)) {
      if (reading.left_edge(child) > at || child >= limit) {
        break;
      }
      continue;
    }
    const Token past = reading.right_edge(child);
    if (limit != kNoToken && past > limit) {
      break;
    }
    at = past;
  }
  while (at < reading.size() && reading.is_time(at) && (limit == kNoToken || at < limit)) {
    ++at;
  }
  return at;
}

SourceClause source_clause(const Reading& reading, Token verb, bool told) {
  SourceClause clause{.verb = verb,
                      .main = verb,
                      .subjects = {},
                      .audience = {},
                      .tokens = {verb, verb + 1},
                      .cue_words = {}};
  add_cue_words(reading, verb, clause);
  clause.tokens = clause.cue_words.front();
  const Subject subject = subject_of(reading, verb);
  clause.inverted = subject.inverted;
  clause.borrowed_subject = subject.borrowed;
  const TokenRange sentence = reading.sentences()[reading.sentence_of(verb)];
  Token at = clause.tokens.past;
  if (subject.head != kNoToken && subject.head >= sentence.first && subject.head < sentence.past) {
    const bool before = subject.head < verb;
    const Token past = before ? verb : sentence.past;
    clause.subjects =
        parallel_phrases(reading, subject.head, before ? sentence.first : verb + 1, past);
    if (before && !subject.borrowed) {
      const Token nearer = subject_by_commas(reading, verb, clause.subjects.front());
      if (nearer != kNoToken) {
        const Token first = reading.left_edge(nearer);
        clause.subjects = {{nearer, {first, verb}}};
      }
      clause.tokens.first = std::min(clause.tokens.first, clause.subjects.front().tokens.first);
    } else if (!before) {
      at = std::max(at, clause.subjects.back().tokens.past);
    }
  }
  if (told) {
    for (const Token child : reading.children(verb)) {
      const std::string_view label = reading.label(child);
      if (child < verb || (label != "dobj" && label != "dative") || reading.left_edge(child) > at) {
        continue;
      }
      if (reading.is_time(child) || child == subject.head) {
        continue;
      }
      clause.audience = phrase_of(reading, child, verb + 1, sentence.past);
      at = std::max(at, clause.audience->tokens.past);
      break;
    }
  }
  clause.tokens.past = std::min(past_circumstances(reading, verb, at), sentence.past);
  return clause;
}

}  // namespace factbox::statements
