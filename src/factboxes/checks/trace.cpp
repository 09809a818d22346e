#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include "base/letters.h"
#include "factboxes/checks/marks.h"
#include "factboxes/checks/rules.h"
#include "factboxes/words.h"

// Rules 14, 15 and 17: every word from a report, one report's words, quotations as they are.
namespace factbox::factboxes::checks {
namespace {

bool is_date_word(std::string_view word, const HouseStyle& style) {
  const bool digits =
      !word.empty() && word.size() <= 4 &&
      std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits || style.months.contains(word);
}

std::set<std::string> known_words(const CheckedPage& page, const Line& line) {
  std::set<std::string> known;
  const auto learn = [&](std::string_view text) {
    for (auto& word : words_of(text)) {
      known.insert(std::move(word.folded));
    }
  };
  for (const auto& evidence : line.evidence) {
    if (const auto bytes = page.replay(evidence)) {
      learn(*bytes);
    }
  }
  for (const auto& each : line.attribution) {
    if (const auto* source = page.source(each.report);
        source != nullptr && each.member.role == statements::Role::outlet) {
      learn(source->outlet);
    }
  }
  return known;
}

/// True where the sentence that is shown around evidence is what the report has.
bool stands_there(const CheckedPage& page, const Evidence& evidence) {
  const auto bytes = page.replay(
      {evidence.report, evidence.field, *evidence.sentence, evidence.context, evidence.part});
  return bytes && *bytes == evidence.context;
}

void replay(const CheckedPage& page, const Line& line, const Evidence& evidence,
            Findings& findings) {
  const auto bytes = page.replay(evidence);
  if (!bytes) {
    findings.error(14, line.id,
                   fmt::format("evidence at {}-{} of report \"{}\" can't be replayed: the report "
                               "isn't among those given, is another version, or is shorter",
                               evidence.range.begin, evidence.range.end, evidence.report));
  } else if (*bytes != evidence.text) {
    findings.error(14, line.id,
                   fmt::format("evidence at {}-{} of report \"{}\" isn't what stands there",
                               evidence.range.begin, evidence.range.end, evidence.report));
  } else if (evidence.sentence && !stands_there(page, evidence)) {
    findings.error(14, line.id,
                   fmt::format("the sentence shown around {}-{} of report \"{}\" isn't the "
                               "report's",
                               evidence.range.begin, evidence.range.end, evidence.report));
  }
}

void replay_evidence(const CheckedPage& page, const Line& line, Findings& findings) {
  for (const auto& evidence : line.evidence) {
    replay(page, line, evidence, findings);
  }
  for (const auto& telling : line.corroboration.tellings) {
    replay(page, line, telling, findings);
  }
}

/// The words of the statement are those of its evidence, in order, and nothing else.
void cover_statement(const CheckedPage& page, const Line& line, Findings& findings) {
  std::string covered = " ";
  for (const auto& evidence : line.evidence) {
    const auto bytes = page.replay(evidence);
    if (evidence.part == Part::statement && bytes) {
      covered += folded(*bytes).substr(1);
    }
  }
  if (folded(line.statement) != covered) {
    findings.error(14, line.id, "the statement isn't covered by its evidence word for word");
  }
  if (line.statement.empty()) {
    findings.error(14, line.id, "the line states nothing");
  }
}

/// What the text shows of the statement is in the statement's order, and leaves out only words
/// that a date or a name stands for.
void keep_order(const CheckedPage& page, const Line& line, Findings& findings) {
  std::set<std::string> replaced;
  for (const auto& evidence : line.evidence) {
    const auto bytes = page.replay(evidence);
    if (bytes && evidence.part != Part::statement && evidence.part != Part::attribution) {
      for (auto& word : words_of(*bytes)) {
        replaced.insert(std::move(word.folded));
      }
    }
  }
  std::map<std::string, std::vector<std::size_t>> places;
  const auto text = words_of(line.text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    places[text[i].folded].push_back(i);
  }
  std::size_t at = 0;
  for (const auto& word : words_of(line.statement)) {
    const auto& found = places[word.folded];
    const auto next = std::lower_bound(found.begin(), found.end(), at);
    if (next != found.end()) {
      at = *next + 1;
    } else if (!replaced.contains(word.folded)) {
      findings.error(14, line.id,
                     fmt::format("the statement's word \"{}\" is lost, or out of its order, in "
                                 "the line",
                                 word.folded));
      return;
    }
  }
}

void trace_text(const CheckedPage& page, const Line& line, Findings& findings) {
  const auto known = known_words(page, line);
  const bool dated = std::any_of(line.evidence.begin(), line.evidence.end(),
                                 [](const Evidence& each) { return each.part == Part::time; });
  for (const auto& word : words_of(line.text)) {
    const bool allowed = known.contains(word.folded) ||
                         page.style().frame_words.contains(word.folded) || word.folded == "'s" ||
                         (dated && is_date_word(word.folded, page.style()));
    if (!allowed) {
      findings.error(14, line.id, fmt::format("\"{}\" stands in no evidence", word.folded));
    }
  }
}

/// Whether the words stand in the report inside of one quotation: not over its end, where somebody
/// else goes on.
bool is_quoted_there(std::string_view text, std::span<const Quoted> quoted,
                     std::string_view words) {
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const ByteRange place{static_cast<std::uint32_t>(at),
                          static_cast<std::uint32_t>(at + words.size())};
    if (std::ranges::any_of(quoted, [&](const Quoted& one) { return one.inside.covers(place); })) {
      return true;
    }
  }
  return false;
}

/// True where the words, cut at each "[…]", stand in one of the line's reports as they are, and in
/// quotation marks.
bool stands_as_is(const CheckedPage& page, const Line& line, std::string_view words) {
  std::vector<std::string_view> pieces;
  constexpr std::string_view kCut = "[\xE2\x80\xA6]";
  while (true) {
    const auto cut = words.find(kCut);
    if (const auto piece = trimmed(words.substr(0, cut)); !piece.empty()) {
      pieces.push_back(piece);
    }
    if (cut == std::string_view::npos) {
      break;
    }
    words.remove_prefix(cut + kCut.size());
  }
  std::set<std::pair<std::string_view, Field>> places;
  for (const auto& evidence : line.evidence) {
    places.emplace(evidence.report, evidence.field);
  }
  return std::any_of(places.begin(), places.end(), [&](const auto& place) {
    const auto* report = page.report(place.first);
    if (report == nullptr) {
      return false;
    }
    const std::string_view text = report->of(place.second);
    const auto quoted = quoted_in(text);
    return std::ranges::all_of(
        pieces, [&](std::string_view piece) { return is_quoted_there(text, quoted, piece); });
  });
}

}  // namespace

void check_trace(const CheckedPage& page, Findings& findings) {
  for (const auto& placed : page.lines()) {
    replay_evidence(page, *placed.line, findings);
    if (!placed.line->edited) {
      cover_statement(page, *placed.line, findings);
      keep_order(page, *placed.line, findings);
      trace_text(page, *placed.line, findings);
    }
  }
}

void check_one_report(const CheckedPage& page, Findings& findings) {
  for (const auto& placed : page.lines()) {
    const auto& line = *placed.line;
    std::set<std::pair<std::string_view, Field>> stating;
    for (const auto& evidence : line.evidence) {
      if (evidence.part == Part::statement) {
        stating.emplace(evidence.report, evidence.field);
      }
    }
    if (stating.size() > 1) {
      findings.error(15, line.id,
                     fmt::format("its statement is put together from {} reports", stating.size()));
    }
    const auto speakers = std::count_if(
        line.attribution.begin(), line.attribution.end(), [&](const Attribution& each) {
          return each.member.role == statements::Role::speaker &&
                 each.member.hop == line.attribution.front().member.hop;
        });
    if (speakers > 1 && !quoted_in(line.text).empty()) {
      findings.error(15, line.id, fmt::format("{} speakers share one quotation", speakers));
    }
  }
}

void check_quotations(const CheckedPage& page, Findings& findings) {
  for (const auto& placed : page.lines()) {
    const auto& line = *placed.line;
    for (const Quoted& one : outermost(quoted_in(line.text))) {
      const auto words = one.inside.in(line.text);
      if (!one.closed || !one.opened) {
        findings.error(17, line.id,
                       fmt::format("a quotation has no {}", one.opened ? "end" : "beginning"));
      }
      if (!stands_as_is(page, line, words)) {
        findings.error(17, line.id, fmt::format("\"{}\" isn't what the report quotes", words));
      }
    }
  }
}

}  // namespace factbox::factboxes::checks
