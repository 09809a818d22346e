#include "stories/proposition_reader.h"

#include <algorithm>

#include "stories/content_reader.h"
#include "stories/words.h"

namespace factbox::stories {

using statements::Statement;

Proposition PropositionReader::read(const statements::ReadReport& report,
                                    const Statement& statement, std::string_view publisher) {
  Proposition proposition;
  proposition.relays = statement.relays;
  proposition.outlet = publisher;
  // An act of speech that a sentence tells as a whole is what happened, whatever was asked or
  // denied.
  const bool acted = statement.kind == statements::Kind::plain && !statement.chain.empty() &&
                     statement.chain.front().role == statements::Role::speaker;
  proposition.modality = acted ? statements::Modality::asserted : statement.modality;
  proposition.negative = statement.polarity == statements::Polarity::negative;
  if (proposition.modality == statements::Modality::denied) {
    proposition.modality = statements::Modality::asserted;
    proposition.denial = true;
    proposition.negative = !proposition.negative;
  }
  for (const statements::ChainMember& member : statement.chain) {
    if (acted ||
        (member.role != statements::Role::speaker && member.role != statements::Role::cited)) {
      continue;
    }
    const auto words = split_words(member.name.empty() ? member.description : member.name, 12);
    for (const PlainWord& word : words) {
      proposition.voice = stable_hash(word.folded, proposition.voice + 1);
    }
    if (member.anonymous != statements::Anonymity::named) {
      break;
    }
    for (const PlainWord& word : words) {
      if (const WordKey key = keys_.of_lemma(word.folded); key != 0) {
        proposition.speaker.push_back(key);
      }
    }
    std::sort(proposition.speaker.begin(), proposition.speaker.end());
    break;
  }
  if (const auto& published = report.report->published_at) {
    proposition.published_first = published->first;
    proposition.published_past = published->past;
  }
  if (statement.event) {
    const auto& times = report.mentions.times;
    const Passage where{statement.field, statement.event->span.value_or(ByteRange{})};
    const auto at =
        std::lower_bound(times.begin(), times.end(), where,
                         [](const auto& time, const Passage& p) { return time.where < p; });
    if (at != times.end() && at->where == where) {
      proposition.event_first = at->first;
      proposition.event_past = at->past;
    }
  }
  for (const ByteRange range : statement.content) {
    for (const PlainWord& word : split_words(range.in(report.report->of(statement.field)))) {
      proposition.wording = stable_hash(word.folded, proposition.wording + 1);
    }
  }
  // What somebody holds, wants or denies is a fact about whoever does: the actor.
  proposition.own_voice = statement.act != statements::Act::said || proposition.denial;
  read_content(report, statement, keys_, proposition);
  return proposition;
}

}  // namespace factbox::stories
