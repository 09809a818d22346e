#include "factboxes/lines/chain_words.h"

#include <algorithm>
#include <set>

#include "factboxes/lines/source_words.h"
#include "factboxes/words.h"
#include "stories/carriage.h"

namespace factbox::factboxes {
namespace {

using statements::Anonymity;
using statements::ChainMember;
using statements::Role;

/// What a page calls a report whose outlet nobody knows.
constexpr std::string_view kUnknownOutlet = "a report";

/// The report's own outlet, where the sentence doesn't name it.
bool is_own(const ChainMember& member) {
  return member.role == Role::outlet && !member.span && !member.self;
}

class ChainWriter {
 public:
  ChainWriter(const statements::ReadReport& report, const statements::Statement& statement,
              const LineLayout& layout, const WordingRules& rules)
      : report_(report),
        statement_(statement),
        layout_(layout),
        rules_(rules),
        chain_(settled_chain(report, statement, rules.outlets)) {}

  std::optional<Wording> write() {
    bool other_outlet = false;
    bool self_named = false;
    for (const auto& member : chain_) {
      if (is_own(member) || member.self) {
        self_named = self_named || (member.self && named_in_hull(member));
        continue;
      }
      other_outlet = other_outlet || member.role == Role::outlet;
      if (!named_in_hull(member) && !add(member)) {
        return std::nullopt;
      }
    }
    return compose(other_outlet, self_named);
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

  /// Adds whom the hull doesn't name, once. False where no words of the report name it.
  bool add(const ChainMember& member) {
    if (!named_.insert(folded(member.name + " " + member.description)).second) {
      return true;
    }
    auto words = name(member);
    if (!words) {
      return false;
    }
    auto& list = member.role == Role::speaker ? speakers_
                 : member.role == Role::cited ? cited_
                                              : outlets_;
    // Members in parallel are one source; else each has it from the one before.
    const bool parallel = hop_ == member.hop || member.role != Role::speaker;
    list.push_back(frame(list.empty() ? ", " : parallel ? " and " : " said, "));
    hop_ = member.hop;
    list.push_back(std::move(*words));
    return true;
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
    if (member.role != Role::outlet) {
      shown = within_sentence(std::move(shown), report_.of(evidence->field), evidence->range);
    }
    return Piece{std::move(shown), std::move(evidence), std::nullopt};
  }

  static void append(Wording& to, Wording from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  }

  [[nodiscard]] Wording compose(bool other_outlet, bool self_named) {
    Wording out;
    if (!speakers_.empty()) {
      append(out, std::move(speakers_));
      out.push_back(frame(" said"));
    }
    const auto own = outlet_of(*report_.report, rules_.outlets);
    const Piece own_name = frame(own.empty() ? kUnknownOutlet : own);
    if (!outlets_.empty()) {
      append(out, std::move(outlets_));
      out.push_back(frame(" reported"));
      add_cited(out, std::move(cited_));
      if (!self_named) {
        append(out, {frame(", as carried by "), own_name});
      }
      return out;
    }
    if (!self_named) {
      append(out, other_outlet
                      ? Wording{frame(", as carried by "), own_name}
                      : Wording{frame(", "), own_name, frame(own.empty() ? " said" : " reported")});
    }
    add_cited(out, std::move(cited_));
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
  std::vector<ChainMember> chain_;
  Wording speakers_, outlets_, cited_;  ///< that are added behind the hull
  std::set<std::string> named_;
  std::optional<std::uint32_t> hop_;  ///< of the member added last
};

}  // namespace

std::optional<Wording> chain_words(const statements::ReadReport& report,
                                   const statements::Statement& statement, const LineLayout& layout,
                                   const WordingRules& rules) {
  return ChainWriter{report, statement, layout, rules}.write();
}

std::vector<ChainMember> settled_chain(const statements::ReadReport& report,
                                       const statements::Statement& statement,
                                       const reports::Outlets& outlets) {
  auto chain = statement.chain;
  const auto own = outlet_of(*report.report, outlets);
  bool self = false;
  for (auto& member : chain) {
    const bool person = member.entity.starts_with("person:");
    if (member.role == Role::speaker && !person && outlets.find_by_name(member.name) != nullptr) {
      member.role = Role::outlet;
    }
    member.self = member.self || (member.role == Role::outlet && member.span && !own.empty() &&
                                  stories::outlet_name(member.name, outlets) == own);
    self = self || member.self;
  }
  if (self) {
    std::erase_if(chain, is_own);
  } else if (std::none_of(chain.begin(), chain.end(), is_own)) {
    chain.emplace_back();
  }
  if (!self) {
    const auto last = std::find_if(chain.begin(), chain.end(), is_own);
    last->name = own;
    last->description = own.empty() ? std::string{kUnknownOutlet} : last->description;
  }
  return chain;
}

std::vector<Attribution> attribution_of(const statements::ReadReport& report,
                                        const statements::Statement& statement,
                                        const reports::Outlets& outlets) {
  std::vector<Attribution> attribution;
  for (auto& member : settled_chain(report, statement, outlets)) {
    attribution.push_back({std::move(member), report.report->id, statement.field});
  }
  return attribution;
}

}  // namespace factbox::factboxes
