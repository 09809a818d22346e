#include "texts/clauses.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace factbox::texts {
namespace {

struct Row {
  std::string word;
  Token head;
  Link link;
  Form form;
};

Sheet sheet_of(const std::vector<Row>& rows) {
  std::string text;
  SheetParts parts;
  for (const Row& row : rows) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += row.word;
    const auto end = static_cast<std::uint32_t>(text.size());
    parts.tokens.push_back({.range = {begin, end},
                            .lemma = {},
                            .head = row.head,
                            .link = row.link,
                            .form = row.form,
                            .starts_sentence = parts.tokens.empty()});
    text += ' ';
  }
  return {std::make_shared<const std::string>(std::move(text)), std::move(parts)};
}

TEST(Clauses, TellsWhoDidWhatToWhom) {
  const Sheet sheet = sheet_of({{"Divers", 1, Link::subject, Form::plural_noun},
                                {"found", 1, Link::root, Form::past_verb},
                                {"the", 3, Link::determiner, Form::determiner},
                                {"anchor", 1, Link::object, Form::noun}});
  EXPECT_EQ(clause_of(sheet, 1), (Clause{.verb = 1,
                                         .subject = 0,
                                         .object = 3,
                                         .finite = 1,
                                         .subject_link = Link::subject,
                                         .tense = VerbTense::past,
                                         .mood = Mood::told}));
}

TEST(Clauses, ReadsAPassiveWithItsAgentAndNegation) {
  const Sheet sheet = sheet_of({{"Piers", 3, Link::passive_subject, Form::plural_noun},
                                {"were", 3, Link::passive_auxiliary, Form::past_verb},
                                {"not", 3, Link::negation, Form::adverb},
                                {"closed", 3, Link::root, Form::past_participle},
                                {"by", 3, Link::agent, Form::preposition},
                                {"police", 4, Link::prepositional_object, Form::noun}});
  const Clause clause = clause_of(sheet, 3);
  EXPECT_EQ(clause.subject, 0U);
  EXPECT_EQ(clause.subject_link, Link::passive_subject);
  EXPECT_EQ(clause.agent, 5U);
  EXPECT_EQ(clause.negation, 2U);
  EXPECT_EQ(clause.finite, 1U);
  EXPECT_EQ(clause.tense, VerbTense::past);
  EXPECT_EQ(clause.voice, Voice::passive);
  EXPECT_EQ(clause.mood, Mood::told);
  EXPECT_FALSE(clause.perfect);
}

TEST(Clauses, TellsModalsFromInfinitives) {
  const Sheet sheet = sheet_of({{"They", 2, Link::subject, Form::pronoun},
                                {"may", 2, Link::auxiliary, Form::modal},
                                {"want", 2, Link::root, Form::base_verb},
                                {"to", 4, Link::auxiliary, Form::infinitive_mark},
                                {"leave", 2, Link::open_complement, Form::base_verb}});
  const Clause want = clause_of(sheet, 2);
  EXPECT_EQ(want.mood, Mood::modal);
  EXPECT_EQ(want.modal, 1U);
  EXPECT_EQ(want.tense, VerbTense::none);
  const Clause leave = clause_of(sheet, 4);
  EXPECT_EQ(leave.mood, Mood::infinitive);
  EXPECT_EQ(leave.finite, kNoToken);
  EXPECT_EQ(leave.subject, kNoToken);
}

TEST(Clauses, TellsThePerfectFromThePassive) {
  const Sheet sheet = sheet_of({{"’ve", 1, Link::auxiliary, Form::present_verb},
                                {"left", 1, Link::root, Form::past_participle},
                                {"is", 3, Link::passive_auxiliary, Form::third_person_verb},
                                {"closed", 3, Link::root, Form::past_participle},
                                {"had", 6, Link::auxiliary, Form::past_verb},
                                {"been", 6, Link::passive_auxiliary, Form::past_participle},
                                {"sold", 6, Link::root, Form::past_participle},
                                {"did", 8, Link::auxiliary, Form::past_verb},
                                {"go", 8, Link::root, Form::base_verb},
                                {"go", 9, Link::root, Form::base_verb}});
  EXPECT_TRUE(clause_of(sheet, 1).perfect);
  EXPECT_FALSE(clause_of(sheet, 3).perfect);
  EXPECT_TRUE(clause_of(sheet, 6).perfect);
  EXPECT_EQ(clause_of(sheet, 6).tense, VerbTense::past);
  EXPECT_FALSE(clause_of(sheet, 8).perfect);
  EXPECT_EQ(clause_of(sheet, 9).mood, Mood::bare);
}

TEST(Clauses, TakesTheNearestSubjectBeforeTheVerb) {
  const Sheet sheet = sheet_of({{"agency", 2, Link::subject, Form::noun},
                                {"Corvus", 2, Link::subject, Form::name},
                                {"said", 2, Link::root, Form::past_verb},
                                {"he", 2, Link::subject, Form::pronoun},
                                {"added", 4, Link::root, Form::past_verb},
                                {"Holm", 4, Link::subject, Form::name}});
  EXPECT_EQ(clause_of(sheet, 2).subject, 1U);
  EXPECT_EQ(clause_of(sheet, 4).subject, 5U);
}

TEST(Clauses, TakesTheNearestModalToo) {
  const Sheet sheet = sheet_of({{"We", 4, Link::subject, Form::pronoun},
                                {"must", 4, Link::auxiliary, Form::modal},
                                {"and", 4, Link::coordinator, Form::coordinator},
                                {"will", 4, Link::auxiliary, Form::modal},
                                {"find", 4, Link::root, Form::base_verb}});
  EXPECT_EQ(clause_of(sheet, 4).modal, 3U);
}

TEST(Clauses, KnowsWhatStandsForASubject) {
  const Sheet sheet = sheet_of({{"There", 1, Link::expletive, Form::existential},
                                {"is", 1, Link::root, Form::third_person_verb},
                                {"hope", 1, Link::attribute, Form::noun},
                                {"Leaving", 4, Link::clause_subject, Form::present_participle},
                                {"was", 4, Link::root, Form::past_verb},
                                {"hard", 4, Link::adjective_complement, Form::adjective}});
  EXPECT_EQ(clause_of(sheet, 1).stand_in, 0U);
  EXPECT_EQ(clause_of(sheet, 1).predicate, 2U);
  EXPECT_TRUE(clause_of(sheet, 4).has_subject());
  EXPECT_EQ(clause_of(sheet, 4).predicate, 5U);
}

TEST(Clauses, LooksAtNoMoreThanAFewOfAnEndlessList) {
  std::vector<Row> rows{{"said", 0, Link::root, Form::past_verb}};
  for (int i = 0; i < 100'000; ++i) {
    rows.push_back({"was", 0, Link::auxiliary, Form::past_verb});
  }
  rows.push_back({"he", 0, Link::subject, Form::pronoun});
  const Clause clause = clause_of(sheet_of(rows), 0);
  EXPECT_EQ(clause.helpers.back(), 4U);
  EXPECT_EQ(clause.subject, kNoToken);
}

}  // namespace
}  // namespace factbox::texts
