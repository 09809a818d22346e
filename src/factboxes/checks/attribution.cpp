#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/letters.h"
#include "factboxes/checks/rules.h"
#include "factboxes/words.h"

// Rules 7 to 9, 12 and 13: who said it, and that the line says so.
namespace factbox::factboxes::checks {
namespace {

using statements::Anonymity;
using statements::ChainMember;
using statements::Role;

/// The member's own words in its report, where they are a name ("the IRGC") and not "he".
std::string_view name_in_report(const CheckedPage& page, const Attribution& attribution) {
  const auto* report = page.report(attribution.report);
  const auto& span = attribution.member.span;
  if (report == nullptr || !span || span->begin > span->end ||
      span->end > report->of(attribution.field).size()) {
    return {};
  }
  const auto words = span->in(report->of(attribution.field));
  return any_letter(words.substr(std::min<std::size_t>(1, words.size())), is_capital)
             ? words
             : std::string_view{};
}

/// True where the text names the member: by its name, its description, or as its report does; of a
/// person the last name is enough.
bool names(const CheckedPage& page, std::string_view text, const Attribution& attribution) {
  const auto& member = attribution.member;
  if (const auto words = name_in_report(page, attribution);
      !words.empty() && holds_phrase(text, words)) {
    return true;
  }
  if (!member.description.empty() && holds_phrase(text, member.description)) {
    return true;
  }
  if (member.name.empty()) {
    return false;
  }
  if (holds_phrase(text, member.name)) {
    return true;
  }
  if (member.role == Role::outlet || member.anonymous != Anonymity::named) {
    return false;
  }
  const auto name = words_of(member.name);
  const auto words = folded(text);
  return std::any_of(name.begin(), name.end(), [&](const Word& word) {
    return word.folded.size() > 2 && words.find(" " + word.folded + " ") != std::string::npos;
  });
}

bool is_numeric(const Line& line) {
  return std::any_of(line.statement.begin(), line.statement.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

bool is_anonymous(const Line& line) {
  return std::any_of(line.attribution.begin(), line.attribution.end(), [](const Attribution& each) {
    return each.member.role != Role::outlet && each.member.anonymous != Anonymity::named;
  });
}

bool disputed(const CheckedPage& page, const Line& line) {
  for (const auto& contradiction : page.page().contradictions) {
    for (const auto& side : contradiction.sides) {
      if (std::find(side.begin(), side.end(), line.id) != side.end()) {
        return true;
      }
    }
  }
  return has_flag(line, "disputed");
}

bool common_background_allowed(const CheckedPage& page, const Line& line) {
  return line.line_class == LineClass::common_background && line.corroboration.origins >= 2 &&
         !disputed(page, line);
}

/// The byte behind which rule 8 wants no attribution to begin.
std::size_t latest_place(const std::string& text) {
  const auto sentences = sentences_of(text);
  const std::size_t first_end = sentences.empty() ? 0 : sentences.front().end;
  return std::max(text.size() / 2, first_end);
}

std::optional<std::size_t> first_attribution(const CheckedPage& page, const Line& line) {
  std::optional<std::size_t> first;
  const auto note = [&](std::size_t at) { first = first ? std::min(*first, at) : at; };
  for (const auto& word : words_of(line.text)) {
    if (page.style().neutral_verbs.contains(word.folded) ||
        page.style().lists(LineList::according, word.folded) ||
        page.style().loaded_verbs.contains(word.folded)) {
      note(word.range.begin);
      break;
    }
  }
  for (const auto& each : line.attribution) {
    for (const auto& name : {each.member.name, each.member.description}) {
      if (const auto at = name.empty() ? std::string::npos : line.text.find(name);
          at != std::string::npos) {
        note(at);
      }
    }
  }
  return first;
}

void check_description(const CheckedPage& page, const Line& line, const ChainMember& member,
                       Findings& findings) {
  if (member.description.empty()) {
    findings.error(13, line.id, "a source that isn't named has no description");
    return;
  }
  bool traced = false;
  for (const auto& evidence : line.evidence) {
    const auto bytes = page.replay(evidence);
    traced = traced || (bytes && holds_phrase(*bytes, member.description));
  }
  if (!traced) {
    findings.error(13, line.id,
                   fmt::format("the description \"{}\" isn't the report's", member.description));
  }
  if (!holds_phrase(line.text, member.description)) {
    findings.error(13, line.id,
                   fmt::format("the line doesn't describe its source word for word: "
                               "\"{}\"",
                               member.description));
  }
}

/// Whom the claim comes from: the chain runs from who said it outward.
bool rests_on_anonymous(const Line& line) {
  return !line.attribution.empty() && line.attribution.front().member.role != Role::outlet &&
         line.attribution.front().member.anonymous != Anonymity::named;
}

}  // namespace

void check_sources(const CheckedPage& page, Findings& findings) {
  for (const auto& placed : page.lines()) {
    const auto& line = *placed.line;
    if (line.attribution.empty()) {
      if (!common_background_allowed(page, line)) {
        findings.error(7, line.id, "the line has no source");
      }
      continue;
    }
    for (const auto& each : line.attribution) {
      const auto* source = page.source(each.report);
      if (source == nullptr || source->sha256.empty()) {
        findings.error(7, line.id,
                       fmt::format("the report \"{}\" of its attribution isn't among "
                                   "the sources",
                                   each.report));
      }
    }
    const bool must_be_said = line.corroboration.origins < 2 || is_anonymous(line) ||
                              is_numeric(line) || disputed(page, line);
    const bool said =
        std::any_of(line.attribution.begin(), line.attribution.end(),
                    [&](const Attribution& each) { return names(page, line.text, each); });
    if (must_be_said && !said) {
      findings.error(7, line.id, "the line doesn't name its source in words");
    }
  }
}

void check_attribution_place(const CheckedPage& page, Findings& findings) {
  for (const auto& placed : page.lines()) {
    const auto& line = *placed.line;
    const auto at = first_attribution(page, line);
    if (at && *at > latest_place(line.text)) {
      findings.warning(8, line.id, "the attribution comes late: behind the first sentence");
    }
  }
}

void check_verbs(const CheckedPage& page, Findings& findings) {
  for (const auto& placed : page.lines()) {
    const auto& line = *placed.line;
    std::string traced;
    for (const auto& evidence : line.evidence) {
      if (const auto bytes = page.replay(evidence)) {
        traced += folded(*bytes);
      }
    }
    for (const auto& word : words_of(line.text)) {
      if (page.style().loaded_verbs.contains(word.folded) &&
          traced.find(" " + word.folded + " ") == std::string::npos) {
        findings.error(
            9, line.id,
            fmt::format("\"{}\" isn't neutral and isn't the source's word", word.folded));
      }
    }
  }
}

void check_chains(const CheckedPage& page, Findings& findings) {
  for (const auto& placed : page.lines()) {
    const auto& line = *placed.line;
    const auto outlets =
        std::count_if(line.attribution.begin(), line.attribution.end(),
                      [](const Attribution& each) { return each.member.role == Role::outlet; });
    for (const auto& each : line.attribution) {
      const bool must = each.member.role == Role::cited || each.member.role == Role::speaker ||
                        (each.member.role == Role::outlet && outlets > 1);
      if (must && !names(page, line.text, each)) {
        findings.error(
            12, line.id,
            fmt::format("the chain's \"{}\" isn't named in the line",
                        each.member.name.empty() ? each.member.description : each.member.name));
      }
    }
    for (std::size_t i = 1; i < line.attribution.size(); ++i) {
      if (line.attribution[i].member.hop > line.attribution[i - 1].member.hop) {
        findings.error(12, line.id, "the chain doesn't run from who said it to who carries it");
        break;
      }
    }
  }
}

void check_anonymous(const CheckedPage& page, Findings& findings) {
  for (const auto& placed : page.lines()) {
    const auto& line = *placed.line;
    for (const auto& each : line.attribution) {
      if (each.member.anonymous != Anonymity::named && each.member.role != Role::outlet) {
        check_description(page, line, each.member, findings);
      }
    }
    if (is_anonymous(line) && !has_flag(line, "anonymous")) {
      findings.error(13, line.id, "a source isn't named, and the line isn't marked as anonymous");
    }
  }
  std::set<std::string_view> forward(page.page().key_points.begin(), page.page().key_points.end());
  for (std::size_t i = 0; page.page().lead && i <= page.page().lead_more.size(); ++i) {
    forward.insert(page.reading()[i]->id);
  }
  for (const auto id : forward) {
    const auto* placed = page.line(id);
    if (placed != nullptr && rests_on_anonymous(*placed->line) &&
        placed->line->corroboration.origins < 2) {
      findings.error(13, id,
                     "it rests on one unnamed source alone, and stands in the lead or the "
                     "key points");
    }
  }
}

}  // namespace factbox::factboxes::checks
