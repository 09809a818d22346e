#include "statements/joined/acts.h"

#include <optional>
#include <utility>

#include "statements/content/cue_verb.h"
#include "statements/content/modality.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
namespace {

constexpr std::uint16_t kAnyFrame = 0xFFFF;

/// Whoever acts by words is somebody, or a body: "the memo warned" is none of theirs.
bool can_act(const Reading& reading, const NounPhrase& phrase) {
  const auto kind = kind_of(reading, phrase).kind;
  return kind == SourceClass::person || kind == SourceClass::source || kind == SourceClass::body;
}

/// The act that is the sentence's main clause; none where that tells something else.
std::optional<Attribution> act_of(const Reading& reading, TokenRange sentence) {
  const Token top = top_of(reading, {reading.trimmed(sentence)});
  if (top == kNoToken || !reading.is_verb(top) || reading.quotation_of(top) >= 0) {
    return std::nullopt;
  }
  const Cue* cue = cue_of(reading, top, kAnyFrame);
  if (cue == nullptr || cue->noun || cue->act != Act::said || !was_done(reading, top) ||
      is_deed(reading, top)) {
    return std::nullopt;
  }
  const SourceClause clause = source_clause(reading, top, false);
  if (clause.subjects.empty() || clause.borrowed_subject ||
      !can_act(reading, clause.subjects.front())) {
    return std::nullopt;
  }
  Attribution act = begin_attribution(reading, clause, *cue);
  act.rule = "acted";
  act.acted = true;
  return act;
}

}  // namespace

void add_acts(const Reading& reading, Nesting& nesting) {
  Nesting all;
  std::vector<std::int32_t> moved;
  auto next = nesting.attributions.begin();
  const auto take_until = [&](Token cue) {
    for (; next != nesting.attributions.end() && next->cue < cue; ++next) {
      moved.push_back(static_cast<std::int32_t>(all.attributions.size()));
      all.attributions.push_back(std::move(*next));
    }
  };
  for (const TokenRange sentence : reading.sentences()) {
    auto act = sentence.first < reading.body() ? std::nullopt : act_of(reading, sentence);
    if (!act) {
      continue;
    }
    take_until(act->cue);
    if (next == nesting.attributions.end() || next->cue != act->cue) {
      all.attributions.push_back(*std::move(act));
    }
  }
  take_until(kNoToken);
  all.within.assign(all.attributions.size(), -1);
  for (std::size_t n = 0; n < moved.size(); ++n) {
    const std::int32_t up = nesting.within[n];
    all.within[static_cast<std::size_t>(moved[n])] =
        up < 0 ? up : moved[static_cast<std::size_t>(up)];
  }
  nesting = std::move(all);
}

}  // namespace factbox::statements
