#include "factboxes/chain_words.h"

#include <algorithm>
#include <set>

#include "factboxes/replacements.h"
#include "factboxes/words.h"
#include "stories/carriage.h"

namespace factbox::factboxes {
namespace {

using statements::Anonymity;
using statements::ChainMember;
using statements::Role;

/// The report's own outlet, where the sentence doesn't name it.
bool is_own(const ChainMember& member) {
  return member.role == Role::outlet && !member.span && !member.self;
}

/// True for the report's own outlet under whatever form of its name.
bool is_self(const ChainMember& member, const reports::Report& report,
             const reports::Outlets& outlets) {
  const auto own = outlet_of(report, outlets);
  return member.self || (member.role == Role::outlet && member.span && !own.empty() &&
                         stories::outlet_name(member.name, outlets) == own);
}

/// A small word that has its capital from the start of a sentence stands within one now.
void lower_first(std::string& words, const language::Analysis& analysis, ByteRange range) {
  const auto token = analysis.token_at(range.begin);
  if (token >= analysis.size() || words.empty()) {
    return;
  }
  const auto pos = analysis.pos(token);
  const bool name = pos == "PROPN" || (words.size() > 1 && words[1] >= 'A' && words[1] <= 'Z');
  if (analysis.starts_sentence(token) && !name && words.front() >= 'A' && words.front() <= 'Z') {
    words.front() = static_cast<char>(words.front() - 'A' + 'a');
  }
}

class ChainWriter {
 public:
  ChainWriter(const statements::ReadReport& report, const statements::Statement& statement,
              const LineLayout& layout, const WordingRules& rules)
      : report_(report), statement_(statement), layout_(layout), rules_(rules) {}

  std::optional<Wording> write() {
    Wording speakers;
    Wording outlets;
    Wording cited;
    bool other_outlet = false;
    bool self_named = false;
    std::set<std::string> named;
    for (const auto& member : statement_.chain) {
      const bool self = is_self(member, *report_.report, rules_.outlets);
      self_named = self_named || (self && named_in_hull(member));
      if (is_own(member)) {
        continue;
      }
      other_outlet = other_outlet || (member.role == Role::outlet && !self);
      if (named_in_hull(member) || self ||
          !named.insert(folded(member.name + " " + member.description)).second) {
        continue;
      }
      auto words = name(member);
      if (!words) {
        return std::nullopt;
      }
      auto& list = member.role == Role::speaker ? speakers
                   : member.role == Role::cited ? cited
                                                : outlets;
      list.push_back(frame(list.empty() ? ", " : " and "));
      list.push_back(std::move(*words));
    }
    return compose(std::move(speakers), std::move(outlets), std::move(cited), other_outlet,
                   self_named);
  }

 private:
  /// True where the words that the line shows name the member: its span stands in them (pronouns
  /// there are replaced), or its name does.
  [[nodiscard]] bool named_in_hull(const ChainMember& member) const {
    const auto& text = report_.report->of(statement_.field);
    if (member.span && layout_.hull.covers(*member.span)) {
      return true;
    }
    const auto hull = layout_.hull.in(text);
    return (!member.description.empty() && holds_phrase(hull, member.description)) ||
           (!member.name.empty() && holds_phrase(hull, member.name));
  }

  /// The member as a piece: a person's name in the form that its place wants, or the report's
  /// words.
  [[nodiscard]] std::optional<Piece> name(const ChainMember& member) const {
    if (member.anonymous == Anonymity::named || member.role == Role::outlet) {
      if (const auto person = rules_.people.of_id(member.entity)) {
        return name_of(*person, rules_.people);
      }
    }
    const auto& words = member.description.empty() ? member.name : member.description;
    if (points_elsewhere(words, rules_.style)) {
      return std::nullopt;
    }
    auto evidence = locate(*report_.report, words, Part::attribution);
    if (!evidence && member.span) {
      // An outlet's name as the table has it may stand in the report under another form.
      evidence = evidence_at(*report_.report, {statement_.field, *member.span}, Part::attribution);
      if (!holds_phrase(evidence->text, words)) {
        return std::nullopt;
      }
    }
    if (!evidence) {
      return std::nullopt;
    }
    auto shown = evidence->text;
    lower_first(shown, report_.of(evidence->field), evidence->range);
    return Piece{std::move(shown), std::move(evidence), std::nullopt};
  }

  static void append(Wording& to, Wording from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  }

  [[nodiscard]] std::optional<Wording> compose(Wording speakers, Wording outlets, Wording cited,
                                               bool other_outlet, bool self_named) const {
    Wording out;
    if (!speakers.empty()) {
      append(out, std::move(speakers));
      out.push_back(frame(" said"));
    }
    const auto own = outlet_of(*report_.report, rules_.outlets);
    const Piece own_name = frame(own.empty() ? "a report" : own);
    if (!outlets.empty()) {
      append(out, std::move(outlets));
      out.push_back(frame(" reported"));
      add_cited(out, std::move(cited));
      if (!self_named) {
        append(out, {frame(", as carried by "), own_name});
      }
      return out;
    }
    if (!self_named) {
      append(out, other_outlet ? Wording{frame(", as carried by "), own_name}
                               : Wording{frame(", "), own_name, frame(" reported")});
    }
    add_cited(out, std::move(cited));
    return out;
  }

  static void add_cited(Wording& out, Wording cited) {
    if (!cited.empty()) {
      cited.front() = frame(", citing ");
      append(out, std::move(cited));
    }
  }

  const statements::ReadReport& report_;
  const statements::Statement& statement_;
  const LineLayout& layout_;
  const WordingRules& rules_;
};

}  // namespace

std::optional<Wording> chain_words(const statements::ReadReport& report,
                                   const statements::Statement& statement, const LineLayout& layout,
                                   const WordingRules& rules) {
  return ChainWriter{report, statement, layout, rules}.write();
}

std::vector<Attribution> attribution_of(const statements::ReadReport& report,
                                        const statements::Statement& statement,
                                        const reports::Outlets& outlets) {
  std::vector<Attribution> chain;
  bool closed = false;
  for (const auto& member : statement.chain) {
    chain.push_back({member, report.report->id, statement.field});
    closed = closed || is_own(member) || member.self;
    if (is_own(member)) {
      chain.back().member.name = outlet_of(*report.report, outlets);
    }
  }
  if (!closed) {
    ChainMember own;
    own.name = outlet_of(*report.report, outlets);
    chain.push_back({std::move(own), report.report->id, statement.field});
  }
  return chain;
}

}  // namespace factbox::factboxes
