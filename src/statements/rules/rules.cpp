#include <array>

#include "statements/rules/rule.h"

// not English in this file: names of rules.

namespace factbox::statements {
namespace {

constexpr std::array kRules{
    Rule{"quoted_as", &find_quoted_as, {.quotes = true}},
    Rule{"said", &find_said, {.plain_saying = true}},
    Rule{"according_to", &find_according_to},
    Rule{"denied", &find_denied, {.knows_content = true}},
    Rule{"asked", &find_asked, {.knows_content = true, .spoken_act = true}},
    Rule{"hearsay",
         &find_hearsay,
         {.knows_content = true, .names_nobody = true, .stays_inside = true}},
    Rule{"headline", &find_headline, {.knows_content = true, .labels = true}},
    Rule{"undertaken", &find_undertaken, {.spoken_act = true, .kept_if_told = true}},
    Rule{"called_for", &find_called_for, {.spoken_act = true}},
    Rule{"described_as", &find_described_as, {.spoken_act = true}},
    Rule{"noun_cue", &find_noun_cue, {.knows_content = true, .stays_inside = true}},
    Rule{"carried", &find_carried},
    Rule{"introduced", &find_introduced},
    Rule{"inverted", &find_inverted, {.knows_content = true, .knows_source = true}},
    Rule{"credited", &find_credited, {.knows_source = true}},
    Rule{"remarked", &find_remarked},
    Rule{"held_by", &find_held_by},
};

}  // namespace

std::span<const Rule> rules() {
  return kRules;
}

}  // namespace factbox::statements
