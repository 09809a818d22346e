#include "outputs/rule_words.h"

#include <algorithm>
#include <array>

namespace factbox::outputs {
namespace {

constexpr RuleWords kNoRule{0, "no rule", "look into docs/rules.md"};

constexpr std::array kRules{
    RuleWords{1, "title", "shorten the title, or take the word that judges out of it"},
    RuleWords{2, "as-of line",
              "compile the page anew: its counts and its moment aren't set by hand"},
    RuleWords{3, "lead",
              "let the lead be lines of the sections, with the same words (`factbox render "
              "--format json` does that)"},
    RuleWords{4, "sections",
              "move or merge sections; mark a heading of your own with \"edited\": true"},
    RuleWords{5, "line", "cut the line, or make two of it"},
    RuleWords{6, "length", "take lines out, or compile with a smaller --length"},
    RuleWords{7, "source", "say in the line who said it, or take it out"},
    RuleWords{8, "place of attribution",
              "name the source before the claim or behind its first clause"},
    RuleWords{9, "neutral verb", "write \"said\", unless the report has the verb"},
    RuleWords{10, "tense", "keep the tense of the report"},
    RuleWords{11, "names", "write title and full name at the first mention, the surname later"},
    RuleWords{12, "chain", "name both: who reported it, and from whom it was taken"},
    RuleWords{13, "anonymous source",
              "describe the source with the report's words, no more exactly; keep "
              "it out of lead and key points"},
    RuleWords{14, "trace",
              "use the report's words; or, where they are meant to be yours, mark the line "
              "with \"edited\": true (`factbox render --format json` does that)"},
    RuleWords{15, "no merging", "make two lines of it, each with its source"},
    RuleWords{16, "modality", "put the word back: may, not, denied, if"},
    RuleWords{17, "quotation marks",
              "quote byte for byte, with […] for what is cut; or take the marks "
              "away"},
    RuleWords{18, "figures",
              "give the number with its unit and its \"at least\", as the report does"},
    RuleWords{19, "times", "print the date that the word stands for"},
    RuleWords{20, "contradictions",
              "put the sides of the contradiction one below the other, all of "
              "them"},
    RuleWords{21, "corroboration", "count origins, not outlets; mark the line as single source"},
    RuleWords{22, "unknowns", "take it out, or give the source that says so"},
    RuleWords{23, "other side", "add the reply of whom the line accuses"},
    RuleWords{24, "background", "put it last, oldest first, with years"},
    RuleWords{25, "changes",
              "list the line under \"changes\" (`factbox compile --previous` does that)"},
};

}  // namespace

const RuleWords& rule_words(std::uint32_t rule) {
  const auto found = std::find_if(kRules.begin(), kRules.end(),
                                  [&](const RuleWords& words) { return words.rule == rule; });
  return found == kRules.end() ? kNoRule : *found;
}

}  // namespace factbox::outputs
