/// \file
/// One field of a report, prepared for the rules.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/mentions.h"
#include "reports/report.h"
#include "statements/statement_tables.h"
#include "texts/clauses.h"
#include "texts/marks.h"
#include "texts/parts.h"
#include "texts/sheet.h"

namespace factbox::statements {

using texts::Clause;
using texts::Dateline;
using texts::kNoToken;
using texts::Mood;
using texts::Quotation;
using texts::Token;
using texts::TokenRange;
using texts::Voice;

/// A text or a title with all that rules ask of it: the parse with its children and edges,
/// sentences mended at quotation marks and paragraphs, quotations, names.
///
/// Holds references to what it was made from; lives no longer than the call that made it. All
/// questions are answered in constant time, or in time linear in what they return.
class Reading {
 public:
  Reading(const reports::Report& report, Field field, const texts::Sheet& words,
          const mentions::Mentions& mentions, const StatementTables& tables);

  [[nodiscard]] const reports::Report& report() const { return report_; }
  [[nodiscard]] Field field() const { return field_; }
  [[nodiscard]] const texts::Sheet& words() const { return words_; }
  [[nodiscard]] const mentions::Mentions& mentions() const { return mentions_; }
  [[nodiscard]] const StatementTables& tables() const { return tables_; }
  [[nodiscard]] std::string_view text() const { return words_.text(); }
  [[nodiscard]] Token size() const { return words_.size(); }

  [[nodiscard]] std::string_view word(Token token) const { return words_.word(token); }
  /// In small letters.
  [[nodiscard]] std::string_view lower(Token token) const { return words_.range(token).in(lower_); }
  /// Of a verb or noun, in small letters even where the text is in capitals.
  [[nodiscard]] std::string_view lemma(Token token) const { return words_.lemma(token); }
  [[nodiscard]] texts::Form form(Token token) const { return words_.form(token); }
  [[nodiscard]] texts::Link link(Token token) const { return words_.link(token); }
  [[nodiscard]] Token head(Token token) const { return words_.head(token); }
  [[nodiscard]] std::span<const Token> children(Token token) const {
    return words_.children(token);
  }
  /// The first child with this link; kNoToken if there is none.
  [[nodiscard]] Token child(Token token, texts::Link wanted) const {
    return words_.child(token, wanted);
  }
  /// The verb with its subject, helpers, tense …
  [[nodiscard]] Clause clause(Token verb) const { return texts::clause_of(words_, verb); }
  /// The first token of the token's subtree, and the first one after it.
  [[nodiscard]] Token left_edge(Token token) const { return left_[token]; }
  [[nodiscard]] Token right_edge(Token token) const { return right_[token]; }

  /// Sentences, mended: parted at every paragraph, and nowhere that no sentence ends.
  [[nodiscard]] std::span<const TokenRange> sentences() const { return sentences_; }
  [[nodiscard]] std::uint32_t sentence_of(Token token) const { return sentence_of_[token]; }
  /// Titles have none.
  [[nodiscard]] const Dateline& dateline() const { return dateline_; }
  /// The first token behind the dateline; the dateline is a sentence of its own.
  [[nodiscard]] Token body() const { return dateline_.tokens.past; }
  /// Whether a paragraph begins with this token.
  [[nodiscard]] bool starts_paragraph(Token token) const { return paragraph_[token] != 0; }

  [[nodiscard]] std::span<const Quotation> quotations() const { return quotations_; }
  [[nodiscard]] TokenRange tokens_of(const Quotation& quotation) const;
  /// The outermost quotation that the token stands in; -1 if none.
  [[nodiscard]] std::int32_t quotation_of(Token token) const { return quotation_of_[token]; }
  /// Whether the token is a mark that opens or closes quotations, or an odd one out.
  [[nodiscard]] bool is_quotation_mark(Token token) const;
  /// The outermost quotation that opens with this token; -1 if none.
  [[nodiscard]] std::int32_t opens(Token token) const { return opens_[token]; }
  /// The outermost quotation that closes with this token; -1 if none.
  [[nodiscard]] std::int32_t closes(Token token) const { return closes_[token]; }

  /// The mention of a name that holds this token; -1 if none.
  [[nodiscard]] std::int32_t name_at(Token token) const { return name_at_[token]; }
  /// The entity of the model's that holds this token (its type), "" if none.
  [[nodiscard]] texts::NameType entity_type(Token token) const { return types_[token]; }
  /// Whether the token belongs to a time expression.
  [[nodiscard]] bool is_time(Token token) const { return time_[token] != 0; }

  /// Whether a word, in small letters, stands on a list of statement_lists.tsv, or its lemma does.
  [[nodiscard]] bool is(Token token, StatementList list) const {
    return token < listed_.size() && listed_[token].has(list);
  }
  [[nodiscard]] bool lemma_is(Token token, StatementList list) const {
    return tables_.lists(list, lemma(token));
  }
  [[nodiscard]] bool is_word(Token token, std::string_view lower_word) const {
    return token < size() && lower(token) == lower_word;
  }
  [[nodiscard]] bool is_punct(Token token) const;
  [[nodiscard]] bool is_verb(Token token) const { return texts::is_verb(form(token)); }
  /// "said", "says", "will".
  [[nodiscard]] bool has_tense(Token token) const { return texts::has_tense(form(token)); }
  /// A verb with tense, or one with an auxiliary that has it.
  [[nodiscard]] bool is_finite(Token token) const;
  /// Whether a clause with a finite verb stands in the range.
  [[nodiscard]] bool has_finite(TokenRange range) const;

  /// The bytes of a range of tokens.
  [[nodiscard]] ByteRange bytes(TokenRange range) const { return words_.bytes(range); }
  /// Tokens without white space and without marks and commas at both ends.
  [[nodiscard]] TokenRange trimmed(TokenRange range) const;
  /// The range with the mark that ends or begins at its edge a quotation which otherwise lies in
  /// it: "was lost", not was “lost.
  [[nodiscard]] TokenRange with_marks(TokenRange range) const;

 private:
  void index_edges();
  void index_quotations();
  void index_names();
  void index_paragraphs();
  void mend_sentences();
  [[nodiscard]] bool ends_sentence(Token last) const;

  const reports::Report& report_;
  Field field_;
  const texts::Sheet& words_;
  const mentions::Mentions& mentions_;
  const StatementTables& tables_;
  std::string lower_;
  std::vector<ListsOfWord<StatementList>> listed_;
  Dateline dateline_;
  std::vector<Token> left_, right_;
  std::vector<TokenRange> sentences_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<std::uint8_t> paragraph_, time_;
  std::vector<Quotation> quotations_;
  std::vector<std::int32_t> quotation_of_, opens_, closes_, name_at_;
  std::vector<texts::NameType> types_;
};

}  // namespace factbox::statements
