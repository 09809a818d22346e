#include "statements/joined/chain.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/letters.h"
#include "statements/content/cue_verb.h"

namespace factbox::statements {
using texts::Link;
using texts::NameType;

namespace {

Role role_of(const SourceKind& kind, bool own_words) {
  if (!kind.kind) {
    return Role::speaker;
  }
  switch (*kind.kind) {
    case SourceClass::outlet:
      return own_words ? Role::speaker : Role::outlet;
    case SourceClass::media:
      return Role::outlet;
    case SourceClass::reporter:
      return kind.name ? Role::outlet : Role::speaker;
    case SourceClass::document:
    case SourceClass::poll:
    case SourceClass::story:
    case SourceClass::matter:
      return Role::cited;
    case SourceClass::person:
    case SourceClass::source:
    case SourceClass::body:
    case SourceClass::time:
      break;
  }
  return Role::speaker;
}

/// "In a statement, the network said": an outlet that speaks of itself is a speaker.
bool own_words(const Reading& reading, const Attribution& attribution) {
  const TokenRange sentence = reading.sentences()[reading.sentence_of(attribution.cue)];
  // "In a statement, the army praised the guard, an agency reported": that is the army's.
  const bool behind = !attribution.content.empty() &&
                      attribution.content.front().first < attribution.clause.first &&
                      attribution.content.front().first >= sentence.first;
  for (Token token = behind ? attribution.clause.first : sentence.first;
       token < attribution.clause.past; ++token) {
    if (!reading.is(token, StatementList::own_words)) {
      continue;
    }
    if (token < attribution.clause.first + 12 &&
        reading.link(token) == Link::prepositional_object) {
      return true;
    }
  }
  return false;
}

/// Whether an outlet's own reports call it so: by its name, by the last words of that ("the
/// Herald", in the Zelgrad Herald), or by the first where these are several or an abbreviation
/// ("Channel One" of Channel One Kalvania); a first word alone may be the country that it writes
/// of.
bool is_short_for(std::string_view name, std::string_view outlet) {
  constexpr std::size_t kShortest = 4;
  for (const std::string_view article : {"the ", "The "}) {
    if (name.starts_with(article)) {
      name.remove_prefix(article.size());
    }
  }
  if (name.empty() || name == outlet) {
    return !name.empty();
  }
  if (outlet.size() <= name.size()) {
    return false;
  }
  if (outlet.ends_with(name)) {
    return name.size() >= kShortest && outlet[outlet.size() - name.size() - 1] == ' ';
  }
  return outlet.starts_with(name) && outlet[name.size()] == ' ' &&
         (name.find(' ') != std::string_view::npos || is_in_capitals(name));
}

bool same_source(const ChainMember& a, const ChainMember& b) {
  const bool same_words = a.span && b.span && a.span->begin == b.span->begin;
  return same_words || (a.role == b.role && !a.name.empty() && a.name == b.name);
}

/// "The mayor, who wrote": of a "who" the noun that it stands for.
NounPhrase with_antecedent(const Reading& reading, const NounPhrase& phrase) {
  const Token who = phrase.head;
  if (phrase.tokens.size() != 1 || !reading.is(who, StatementList::who) || who < 2) {
    return phrase;
  }
  const Token before = reading.word(who - 1) == "," ? who - 2 : who - 1;
  const Token clause = reading.head(who);
  const Token noun = reading.link(clause) == Link::relative_clause ? reading.head(clause) : before;
  const TokenRange sentence = reading.sentences()[reading.sentence_of(who)];
  if (noun < sentence.first || noun >= who || !texts::is_noun(reading.form(noun))) {
    return phrase;
  }
  return phrase_of(reading, noun, sentence.first, who);
}

/// Numbers hops from the reader's end; members that came from one step share theirs.
void number_hops(std::vector<ChainMember>& chain) {
  std::uint32_t hop = 0;
  std::uint32_t step = chain.back().hop;
  for (std::size_t left = chain.size(); left > 0; --left) {
    ChainMember& member = chain[left - 1];
    if (member.hop != step) {
      ++hop;
    }
    step = std::exchange(member.hop, hop);
  }
}

}  // namespace

Publisher publisher_of(const Reading& reading) {
  const reports::Outlets& outlets = reading.tables().outlets();
  Publisher publisher;
  publisher.outlet = reading.report().outlet;
  if (const reports::Outlet* own = outlets.find_by_name(publisher.outlet)) {
    publisher.outlet = own->name;
  }
  publisher.agency = reading.report().agency;
  if (publisher.agency.empty()) {
    publisher.agency = reading.dateline().agency;
  }
  if (const reports::Outlet* agency = outlets.find_by_name(publisher.agency)) {
    publisher.agency = agency->name;
  }
  return publisher;
}

ChainBuilder::ChainBuilder(const Reading& reading, const Nesting& nesting, Publisher publisher,
                           std::size_t longest, SourceMemory& memory)
    : reading_(reading),
      nesting_(nesting),
      publisher_(std::move(publisher)),
      longest_(longest),
      memory_(memory) {
  std::vector<Relation> relations(nesting.attributions.size());
  for (std::size_t n = 0; n < nesting.attributions.size(); ++n) {
    if (nesting.within[n] < 0) {
      continue;
    }
    const auto up = static_cast<std::size_t>(nesting.within[n]);
    const std::vector<NounPhrase>& around = nesting.attributions[up].sources;
    relations[n].in_outlet =
        !around.empty() && kind_of(reading, around.front()).kind == SourceClass::outlet;
    const Attribution& inner = nesting.attributions[n];
    relations[up].holds_another =
        relations[up].holds_another || (inner.act == Act::said && !inner.held && !inner.aside);
  }
  for (std::size_t n = 0; n < nesting.attributions.size(); ++n) {
    note_carriers(nesting.attributions[n], relations[n]);
  }
  for (std::size_t n = 0; n < nesting.attributions.size(); ++n) {
    members_.push_back(members_of(nesting.attributions[n], relations[n]));
  }
}

ChainMember ChainBuilder::member(const NounPhrase& given, const Attribution& attribution,
                                 Place place) {
  const NounPhrase phrase = with_antecedent(reading_, given);
  const KnownSource known = memory_.meet(reading_, phrase);
  ChainMember member;
  const bool own = place == Place::speaks && own_words(reading_, attribution);
  member.role = role_of(known.kind, own);
  // "It quoted the pilot": the ministry, where that is what "it" stands for.
  const bool body =
      known.kind.kind == SourceClass::body && reading_.form(phrase.head) == texts::Form::pronoun;
  const bool carries = (carries_at(reading_, phrase, place) && !body) ||
                       (place == Place::speaks && is_known_carrier(phrase));
  if (attribution.story || (carries && !own)) {
    member.role = Role::outlet;
  }
  member.span = reading_.bytes(phrase.tokens);
  member.name = known.name;
  member.description = known.description;
  member.entity = known.entity;
  member.anonymous = known.kind.anonymous;
  member.verb = attribution.verb;
  return member;
}

std::vector<ChainMember> ChainBuilder::members_of(const Attribution& attribution, Relation stands) {
  std::vector<ChainMember> members;
  if (attribution.held || is_deed(reading_, attribution.cue)) {
    return members;
  }
  std::uint32_t step = 0;
  const auto add = [&](const std::vector<NounPhrase>& phrases, bool leans, std::string_view verb,
                       Place place) {
    for (const NounPhrase& phrase : phrases) {
      ChainMember one = member(phrase, attribution, place);
      if (leans && one.role == Role::speaker) {
        one.role = Role::cited;
      }
      one.verb = verb;
      one.hop = step;
      members.push_back(std::move(one));
    }
    step += phrases.empty() ? 0 : 1;
  };
  const bool relayed = attribution.leans && (stands.in_outlet || !attribution.carriers.empty());
  add(attribution.cited, !attribution.quotes, "cite", Place::speaks);
  add(attribution.sources, relayed, attribution.verb, place_of_sources(attribution, stands));
  open_if_told_to(members, attribution);
  for (ChainMember& audience : audience_of(attribution)) {
    audience.hop = step;
    members.push_back(std::move(audience));
  }
  step += attribution.audience.empty() ? 0 : 1;
  const Place place = attribution.nature.quotes ? Place::quotes : Place::told;
  for (const Carrier& carrier : attribution.carriers) {
    ChainMember one = member(carrier.phrase, attribution, place);
    one.verb = carrier.verb;
    one.hop = step;
    members.push_back(std::move(one));
  }
  return members;
}

Place ChainBuilder::place_of_sources(const Attribution& attribution, Relation stands) const {
  const bool reports = reading_.tables().lists(StatementList::reports, attribution.verb);
  const bool cites = std::ranges::any_of(attribution.cited, [&](const NounPhrase& phrase) {
    const auto kind = kind_of(reading_, phrase).kind;
    return reports || kind == SourceClass::person || kind == SourceClass::source;
  });
  const bool tells_of =
      stands.holds_another && (reports || attribution.leans || attribution.nature.labels);
  return cites || tells_of ? Place::reports : Place::speaks;
}

bool ChainBuilder::is_known_carrier(const NounPhrase& phrase) const {
  return is_bare_name(reading_, phrase) &&
         carriers_.contains(std::string{reading_.lower(phrase.head)});
}

void ChainBuilder::note_carriers(const Attribution& attribution, Relation stands) {
  const auto note = [&](const NounPhrase& phrase, Place place) {
    if (is_bare_name(reading_, phrase) && carries_at(reading_, phrase, place)) {
      carriers_.emplace(reading_.lower(phrase.head));
    }
  };
  for (const NounPhrase& phrase : attribution.audience) {
    note(phrase, Place::told);
  }
  for (const Carrier& carrier : attribution.carriers) {
    note(carrier.phrase, attribution.nature.quotes ? Place::quotes : Place::told);
  }
  for (const NounPhrase& phrase : attribution.sources) {
    note(phrase, place_of_sources(attribution, stands));
  }
}

void ChainBuilder::open_if_told_to(std::vector<ChainMember>& sources,
                                   const Attribution& attribution) {
  const std::int32_t at =
      attribution.audience.empty() ? -1 : reading_.name_at(attribution.audience.front().head);
  if (at < 0) {
    return;
  }
  const auto& mentions = reading_.mentions();
  const std::uint32_t entity = mentions.names[static_cast<std::size_t>(at)].entity;
  if (entity >= mentions.entities.size()) {
    return;
  }
  for (ChainMember& source : sources) {
    if (source.entity == mentions.entities[entity].id) {
      source.name.clear();
      source.entity.clear();
      source.description = source.span->in(reading_.text());
      source.anonymous = Anonymity::role;
    }
  }
}

std::vector<ChainMember> ChainBuilder::audience_of(const Attribution& attribution) {
  std::vector<ChainMember> told;
  for (const NounPhrase& phrase : attribution.audience) {
    // "Told reporters" is told to everybody, and to nobody in particular.
    const SourceKind kind = kind_of(reading_, phrase);
    if (kind.kind == SourceClass::reporter && !kind.name) {
      continue;
    }
    ChainMember audience = member(phrase, attribution, Place::told);
    if (is_own_name(audience)) {
      audience.role = Role::outlet;
    }
    if (audience.role == Role::outlet) {
      told.push_back(std::move(audience));
    }
  }
  return told;
}

bool ChainBuilder::is_own_name(const ChainMember& member) const {
  const auto is_own = [&](std::string_view name) {
    return is_short_for(name, publisher_.outlet) || is_short_for(name, publisher_.agency);
  };
  if (member.name == publisher_.outlet || member.name == publisher_.agency) {
    return !member.name.empty();
  }
  if (!is_own(member.name)) {
    return false;
  }
  // "The Times", in the Coast Times, of which the text has told before that it is the Times of
  // Oster.
  const auto& entities = reading_.mentions().entities;
  const auto entity = std::ranges::find(entities, member.entity, &mentions::Entity::id);
  return entity == entities.end() || is_own(entity->name);
}

std::vector<ChainMember> ChainBuilder::own_chain() const {
  ChainMember own;
  own.role = Role::outlet;
  own.name = publisher_.outlet;
  return {own};
}

std::vector<ChainMember> ChainBuilder::chain_of(std::size_t attribution) const {
  std::vector<ChainMember> chain;
  std::uint32_t base = 0;
  auto at = static_cast<std::int32_t>(attribution);
  while (at >= 0 && chain.size() < longest_) {
    std::uint32_t steps = 0;
    for (ChainMember member : members_[static_cast<std::size_t>(at)]) {
      steps = std::max(steps, member.hop + 1);
      member.hop += base;
      const bool known = std::ranges::any_of(
          chain, [&](const ChainMember& one) { return same_source(one, member); });
      if (!known) {
        chain.push_back(std::move(member));
      }
    }
    base += steps;
    at = nesting_.within[static_cast<std::size_t>(at)];
  }
  const auto own = std::ranges::find_if(
      chain, [&](const ChainMember& one) { return one.role == Role::outlet && is_own_name(one); });
  ChainMember closing = own_chain().front();
  if (own != chain.end()) {
    closing = *own;
    closing.self = true;
    chain.erase(own);
  }
  closing.hop = base + 1;
  chain.push_back(std::move(closing));
  number_hops(chain);
  return chain;
}

}  // namespace factbox::statements
