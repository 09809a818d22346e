#include "texts/clauses.h"

#include <algorithm>

namespace factbox::texts {

namespace {

constexpr std::size_t kMostChildren = 64;

void keep_first(Token& place, Token token) {
  if (place == kNoToken) {
    place = token;
  }
}

class ClauseReader {
 public:
  ClauseReader(const Sheet& sheet, Token verb) : sheet_(sheet) { clause_.verb = verb; }

  Clause read() {
    const auto children = sheet_.children(clause_.verb);
    for (const Token child : children.first(std::min(kMostChildren, children.size()))) {
      take(child);
    }
    read_finite();
    read_mood();
    clause_.perfect = is_perfect();
    return clause_;
  }

 private:
  void take(Token child) {
    switch (sheet_.link(child)) {
      case Link::subject:
      case Link::passive_subject:
        // Of several, the nearest before the verb: others belong to what the parser mixed in.
        if (clause_.subject == kNoToken || child < clause_.verb) {
          clause_.subject = child;
          clause_.subject_link = sheet_.link(child);
        }
        break;
      case Link::expletive:
      case Link::clause_subject:
      case Link::passive_clause_subject:
        keep_first(clause_.stand_in, child);
        break;
      case Link::attribute:
      case Link::adjective_complement:
      case Link::object_predicate:
        keep_first(clause_.predicate, child);
        break;
      case Link::object:
        keep_first(clause_.object, child);
        break;
      case Link::agent:
        if (clause_.agent == kNoToken) {
          clause_.agent = sheet_.child(child, Link::prepositional_object);
        }
        break;
      case Link::marker:
        keep_first(clause_.marker, child);
        break;
      case Link::negation:
        keep_first(clause_.negation, child);
        break;
      case Link::passive_auxiliary:
        clause_.voice = Voice::passive;
        add_helper(child);
        break;
      case Link::auxiliary:
        add_helper(child);
        break;
      default:
        break;
    }
  }

  void add_helper(Token helper) {
    if (count_ < clause_.helpers.size()) {
      clause_.helpers[count_++] = helper;
    }
    const Form form = sheet_.form(helper);
    const bool leads = form == Form::modal || form == Form::infinitive_mark;
    if (leads && helper < clause_.verb && sheet_.link(helper) == Link::auxiliary) {
      clause_.modal = helper;
    }
  }

  /// A helper's tense is the clause's: "has left".
  void read_finite() {
    for (std::size_t i = 0; i < count_; ++i) {
      if (has_tense(sheet_.form(clause_.helpers[i]))) {
        keep_first(clause_.finite, clause_.helpers[i]);
      }
    }
    if (has_tense(sheet_.form(clause_.verb))) {
      keep_first(clause_.finite, clause_.verb);
    }
    if (clause_.finite == kNoToken) {
      return;
    }
    const Form form = sheet_.form(clause_.finite);
    if (form != Form::modal) {
      clause_.tense = form == Form::past_verb ? VerbTense::past : VerbTense::present;
    }
  }

  void read_mood() {
    if (clause_.modal != kNoToken) {
      clause_.mood = sheet_.form(clause_.modal) == Form::modal ? Mood::modal : Mood::infinitive;
    } else if (clause_.finite != kNoToken) {
      clause_.mood = Mood::told;
    } else if (sheet_.form(clause_.verb) == Form::base_verb) {
      clause_.mood = Mood::bare;
    }
  }

  /// "Has left", "has been closed": no modal and no "to" before a participle. A form of the past
  /// there is one too, misread.
  [[nodiscard]] bool is_perfect() const {
    for (std::size_t i = 0; i < count_; ++i) {
      const Token helper = clause_.helpers[i];
      const Form form = sheet_.form(helper);
      const Form next = sheet_.form(i + 1 < count_ ? clause_.helpers[i + 1] : clause_.verb);
      if (sheet_.link(helper) == Link::auxiliary && form != Form::modal &&
          form != Form::infinitive_mark &&
          (next == Form::past_participle || next == Form::past_verb)) {
        return true;
      }
    }
    return false;
  }

  const Sheet& sheet_;
  Clause clause_;
  std::size_t count_ = 0;  ///< of helpers
};

}  // namespace

Clause clause_of(const Sheet& sheet, Token verb) {
  return ClauseReader{sheet, verb}.read();
}

}  // namespace factbox::texts
