#include "statements/reading/reading.h"

#include <algorithm>
#include <array>

#include "base/letters.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;
using texts::NameType;
using texts::WordClass;

namespace {

bool is_end_mark(std::string_view word) {
  return word == "." || word == "?" || word == "!" || word == "..." || word == "\xE2\x80\xA6" ||
         word == "?!" || word == "!?" || word == "...." || word == "!!" || word == "??";
}

}  // namespace

Reading::Reading(const reports::Report& report, Field field, const texts::Sheet& words,
                 const mentions::Mentions& mentions, const StatementTables& tables)
    : report_(report),
      field_(field),
      words_(words),
      mentions_(mentions),
      tables_(tables),
      lower_(in_small_letters(words.text())) {
  listed_.reserve(size());
  for (Token token = 0; token < size(); ++token) {
    listed_.push_back(tables.lists_of(lower(token)));
  }
  index_edges();
  index_quotations();
  index_names();
  index_paragraphs();
  if (field == Field::text) {
    dateline_ = texts::dateline_of(words);
  }
  mend_sentences();
}

void Reading::index_edges() {
  const Token n = size();
  // Edges grow from the leaves upward: a token hands its own on once all its children have.
  left_.resize(n);
  right_.resize(n);
  std::vector<Token> waiting(n);
  std::vector<Token> ready;
  for (Token token = 0; token < n; ++token) {
    left_[token] = token;
    right_[token] = token + 1;
    waiting[token] = static_cast<Token>(children(token).size());
    if (waiting[token] == 0) {
      ready.push_back(token);
    }
  }
  while (!ready.empty()) {
    const Token token = ready.back();
    ready.pop_back();
    const Token up = head(token);
    if (up == token) {
      continue;
    }
    left_[up] = std::min(left_[up], left_[token]);
    right_[up] = std::max(right_[up], right_[token]);
    if (--waiting[up] == 0) {
      ready.push_back(up);
    }
  }
}

void Reading::index_quotations() {
  quotations_ = texts::find_quotations(text());
  quotation_of_.assign(size(), -1);
  opens_.assign(size(), -1);
  closes_.assign(size(), -1);
  for (std::size_t n = 0; n < quotations_.size(); ++n) {
    const Quotation& one = quotations_[n];
    if (one.depth > 0) {
      continue;
    }
    const TokenRange range = tokens_of(one);
    const auto index = static_cast<std::int32_t>(n);
    for (Token token = range.first; token < range.past; ++token) {
      quotation_of_[token] = index;
    }
    if (range.size() == 0) {
      continue;
    }
    opens_[range.first] = index;
    closes_[range.past - 1] = index;
  }
}

void Reading::index_names() {
  name_at_.assign(size(), -1);
  time_.assign(size(), 0);
  types_.assign(size(), {});
  for (const texts::MarkedName& entity : words_.names()) {
    for (Token token = entity.tokens.first; token < entity.tokens.past; ++token) {
      types_[token] = entity.type;
      time_[token] = entity.type == NameType::date || entity.type == NameType::time ? 1 : 0;
    }
  }
  for (std::size_t n = 0; n < mentions_.names.size(); ++n) {
    const Passage where = mentions_.names[n].where;
    if (where.field != field_) {
      continue;
    }
    for (Token token = words_.token_at(where.range.begin);
         token < size() && words_.range(token).begin < where.range.end; ++token) {
      name_at_[token] = static_cast<std::int32_t>(n);
    }
  }
  for (const mentions::TimeMention& mention : mentions_.times) {
    if (mention.where.field != field_) {
      continue;
    }
    for (Token token = words_.token_at(mention.where.range.begin);
         token < size() && words_.range(token).begin < mention.where.range.end; ++token) {
      time_[token] = 1;
    }
  }
}

bool Reading::ends_sentence(Token last) const {
  while (last > 0 && (is_quotation_mark(last) || word(last) == ")" || words_.is_space(last))) {
    --last;
  }
  return is_end_mark(word(last)) || word(last).ends_with('.');
}

void Reading::index_paragraphs() {
  paragraph_.assign(size(), 0);
  for (Token token = 0; token < size(); ++token) {
    paragraph_[token] = texts::begins_paragraph(words_, token) ? 1 : 0;
  }
}

void Reading::mend_sentences() {
  constexpr Token kLongest = 200;  // without any end mark, the parser's sentences stand
  constexpr Token kCap = 600;      // and where it finds none either, rules still need an end
  sentence_of_.assign(size(), 0);
  Token first = 0;
  for (Token token = 0; token < size(); ++token) {
    const bool splits = words_.starts_sentence(token) && token > first &&
                        (ends_sentence(token - 1) || token - first > kLongest);
    const bool ends = paragraph_[token] != 0 || token == body() || token - first >= kCap;
    if (token > first && (ends || splits)) {
      // A closing mark that the parser puts at the start of the next sentence ends this one.
      const bool closing = closes_[token] >= 0 && opens_[token] < 0 && paragraph_[token] == 0;
      const Token past = closing ? token + 1 : token;
      sentences_.push_back({first, past});
      first = past;
    }
  }
  if (first < size()) {
    sentences_.push_back({first, size()});
  }
  for (std::uint32_t n = 0; n < sentences_.size(); ++n) {
    for (Token token = sentences_[n].first; token < sentences_[n].past; ++token) {
      sentence_of_[token] = n;
    }
  }
}

TokenRange Reading::tokens_of(const Quotation& quotation) const {
  const Token first = words_.token_at(quotation.whole.begin);
  Token past = quotation.whole.end == 0 ? 0 : words_.token_at(quotation.whole.end - 1);
  if (past < size() && words_.range(past).begin < quotation.whole.end) {
    ++past;
  }
  return {first, std::max(first, past)};
}

bool Reading::is_quotation_mark(Token token) const {
  return texts::is_quotation_mark(word(token));
}

bool Reading::is_punct(Token token) const {
  const WordClass kind = words_.word_class(token);
  return kind == WordClass::punctuation || kind == WordClass::space || is_quotation_mark(token);
}

bool Reading::is_finite(Token token) const {
  return has_tense(token) || (is_verb(token) && clause(token).finite != kNoToken);
}

bool Reading::has_finite(TokenRange range) const {
  for (Token token = range.first; token < range.past; ++token) {
    if (has_tense(token)) {
      return true;
    }
  }
  return false;
}

TokenRange Reading::with_marks(TokenRange range) const {
  if (range.past < size() && is_quotation_mark(range.past) && closes_[range.past] >= 0) {
    const TokenRange words = tokens_of(quotations_[static_cast<std::size_t>(closes_[range.past])]);
    range.past += words.first >= range.first && words.first < range.past ? 1U : 0U;
  }
  if (range.first > 0 && is_quotation_mark(range.first - 1) && opens_[range.first - 1] >= 0) {
    const TokenRange words =
        tokens_of(quotations_[static_cast<std::size_t>(opens_[range.first - 1])]);
    range.first -= words.past <= range.past ? 1U : 0U;
  }
  return range;
}

TokenRange Reading::trimmed(TokenRange range) const {
  const auto loose = [this](Token token) {
    if (words_.is_space(token) || is_quotation_mark(token)) {
      return true;
    }
    const std::string_view mark = word(token);
    return mark == "," || mark == ";" || mark == ":" || mark == "." || mark == "-" ||
           mark == "--" || mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94";
  };
  while (range.first < range.past && loose(range.first)) {
    ++range.first;
  }
  while (range.first < range.past && loose(range.past - 1)) {
    --range.past;
  }
  return range;
}

}  // namespace factbox::statements
