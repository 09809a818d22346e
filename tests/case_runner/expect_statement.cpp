#include "case_runner/expect_statement.h"

#include <string>
#include <utility>

#include "case_runner/case_world.h"

namespace factbox::cases {
namespace {

using statements::Act;
using statements::Anonymity;
using statements::ChainMember;
using statements::Kind;
using statements::Modality;
using statements::Role;
using statements::Statement;

const char* name_of(Modality modality) {
  switch (modality) {
    case Modality::asserted:
      return "asserted";
    case Modality::denied:
      return "denied";
    case Modality::possible:
      return "possible";
    case Modality::planned:
      return "planned";
    case Modality::conditional:
      return "conditional";
    case Modality::asked:
      return "asked";
    case Modality::predicted:
      return "predicted";
  }
  return "";
}

const char* name_of(Kind kind) {
  switch (kind) {
    case Kind::quote:
      return "quote";
    case Kind::mixed:
      return "mixed";
    case Kind::indirect:
      return "indirect";
    case Kind::plain:
      return "plain";
  }
  return "";
}

const char* name_of(Act act) {
  switch (act) {
    case Act::said:
      return "said";
    case Act::thought:
      return "thought";
    case Act::intent:
      return "intent";
  }
  return "";
}

const char* name_of(Anonymity anonymity) {
  switch (anonymity) {
    case Anonymity::named:
      return "";
    case Anonymity::role:
      return "role";
    case Anonymity::unnamed:
      return "unnamed";
  }
  return "";
}

FoundValue bare(std::string words) {
  return {{}, std::move(words), {}, {}};
}

/// Turns one statement into fields.
class Teller {
 public:
  Teller(std::size_t report, const Statement& statement) : report_(report), statement_(statement) {}

  FoundBlock tell() {
    for (const ByteRange range : statement_.content) {
      add("says", words(range));
    }
    if (statement_.content.empty()) {
      add("says", bare("nothing"));
    }
    tell_chain();
    tell_time("when", statement_.said);
    tell_time("about", statement_.event);
    add("mood", bare(name_of(statement_.modality)));
    if (statement_.polarity == statements::Polarity::negative) {
      add("polarity", bare("negative"));
    }
    add("kind", bare(name_of(statement_.kind)));
    if (statement_.act != Act::said) {
      add("act", bare(name_of(statement_.act)));
    }
    return std::move(block_);
  }

 private:
  [[nodiscard]] FoundValue words(ByteRange range) const {
    return {Place{report_, {statement_.field, range}}, {}, {}, {}};
  }

  void add(const std::string& name, FoundValue value) {
    for (FoundField& field : block_.fields) {
      if (field.name == name) {
        return field.values.push_back(std::move(value));
      }
    }
    block_.fields.push_back({name, {std::move(value)}});
  }

  void tell_chain() {
    const ChainMember* before = nullptr;
    for (const ChainMember& member : statement_.chain) {
      if (!member.span) {
        continue;
      }
      FoundValue value = words(*member.span);
      value.as = name_of(member.anonymous);
      add(field_of(member, before), std::move(value));
      if (member.self) {
        add("self", words(*member.span));
      }
      const bool later = member.role == Role::speaker && !member.name.empty() && !names_it(member);
      if (later) {
        add("who", bare(member.name));
      }
      before = &member;
    }
    if (before == nullptr && statement_.kind != Kind::plain) {
      add("by", bare("nobody"));
      for (const ByteRange cue : statement_.cue) {
        add("by", words(cue));
      }
    }
  }

  /// Whether the member's own words hold the name that it was resolved to.
  [[nodiscard]] static bool names_it(const ChainMember& member) {
    return member.span->size() >= member.name.size();
  }

  static std::string field_of(const ChainMember& member, const ChainMember* before) {
    switch (member.role) {
      case Role::speaker:
        return "by";
      case Role::cited:
        return "cites";
      case Role::outlet:
        break;
    }
    return before != nullptr && before->verb == member.verb ? "to" : "via";
  }

  void tell_time(const std::string& name, const std::optional<statements::StatedTime>& time) {
    if (!time) {
      return;
    }
    FoundValue value = time->span ? words(*time->span) : FoundValue{};
    value.equals = time->value;
    add(name, std::move(value));
  }

  std::size_t report_;
  const Statement& statement_;
  FoundBlock block_;
};

}  // namespace

std::vector<FoundBlock> find_statement_blocks(const CaseWorld& world) {
  std::vector<FoundBlock> blocks;
  for (std::size_t n = 0; n < world.reports.size(); ++n) {
    for (const Statement& statement : world.reports[n].statements) {
      blocks.push_back(Teller{n, statement}.tell());
    }
  }
  return blocks;
}

}  // namespace factbox::cases
