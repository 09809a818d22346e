#include "statements/joined/chain.h"

#include <algorithm>
#include <utility>

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
  for (std::size_t n = 0; n < nesting.attributions.size(); ++n) {
    const std::int32_t up = nesting.within[n];
    const bool in_outlet =
        up >= 0 && !nesting.attributions[static_cast<std::size_t>(up)].sources.empty() &&
        kind_of(reading, nesting.attributions[static_cast<std::size_t>(up)].sources.front()).kind ==
            SourceClass::outlet;
    members_.push_back(members_of(nesting.attributions[n], in_outlet));
  }
}

ChainMember ChainBuilder::member(const NounPhrase& given, const Attribution& attribution) {
  const NounPhrase phrase = with_antecedent(reading_, given);
  const KnownSource known = memory_.meet(reading_, phrase);
  ChainMember member;
  member.role = role_of(known.kind, own_words(reading_, attribution));
  if (attribution.story) {
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

std::vector<ChainMember> ChainBuilder::members_of(const Attribution& attribution, bool in_outlet) {
  std::vector<ChainMember> members;
  if (attribution.held) {
    return members;
  }
  std::uint32_t step = 0;
  const auto add = [&](const std::vector<NounPhrase>& phrases, bool leans, std::string_view verb) {
    for (const NounPhrase& phrase : phrases) {
      ChainMember one = member(phrase, attribution);
      if (leans && one.role == Role::speaker) {
        one.role = Role::cited;
      }
      one.verb = verb;
      one.hop = step;
      members.push_back(std::move(one));
    }
    step += phrases.empty() ? 0 : 1;
  };
  const bool relayed = attribution.leans && (in_outlet || !attribution.carriers.empty());
  add(attribution.cited, !attribution.quotes, "cite");
  add(attribution.sources, relayed, attribution.verb);
  open_if_told_to(members, attribution);
  if (std::optional<ChainMember> audience = audience_of(attribution)) {
    audience->hop = step++;
    members.push_back(*std::move(audience));
  }
  for (const Carrier& carrier : attribution.carriers) {
    ChainMember one = member(carrier.phrase, attribution);
    const Token head = carrier.phrase.head;
    const bool relays =
        !attribution.nature.quotes && reading_.tables().lists(StatementList::cites, carrier.verb) &&
        texts::is_name(reading_.form(head)) && reading_.entity_type(head) != NameType::person &&
        reading_.tables().source_noun(reading_.lemma(head)) == nullptr;
    if (one.role == Role::speaker && relays) {
      one.role = Role::outlet;  // "sources cited by Chipworld": who cites is read
    }
    if (one.role == Role::cited && attribution.nature.quotes) {
      one.role = Role::outlet;  // "the report quoted the police as saying"
    }
    one.verb = carrier.verb;
    one.hop = step;
    members.push_back(std::move(one));
  }
  return members;
}

void ChainBuilder::open_if_told_to(std::vector<ChainMember>& sources,
                                   const Attribution& attribution) {
  const std::int32_t at = attribution.audience ? reading_.name_at(attribution.audience->head) : -1;
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

std::optional<ChainMember> ChainBuilder::audience_of(const Attribution& attribution) {
  if (!attribution.audience) {
    return std::nullopt;
  }
  // "Told reporters" is told to everybody, and to nobody in particular.
  const SourceKind kind = kind_of(reading_, *attribution.audience);
  if (kind.kind == SourceClass::reporter && !kind.name) {
    return std::nullopt;
  }
  ChainMember audience = member(*attribution.audience, attribution);
  return audience.role == Role::outlet ? std::optional{std::move(audience)} : std::nullopt;
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
  const auto is_own = [&](const ChainMember& one) {
    if (one.role != Role::outlet || one.name.empty()) {
      return false;
    }
    return one.name == publisher_.outlet || one.name == publisher_.agency;
  };
  const auto own = std::ranges::find_if(chain, is_own);
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
