#include <array>

#include "statements/rules/rule.h"

namespace factbox::statements {
namespace {

constexpr std::array kRules{
    Rule{"quoted_as", &find_quoted_as},
    Rule{"said", &find_said},
    Rule{"according_to", &find_according_to},
    Rule{"denied", &find_denied},
    Rule{"asked", &find_asked},
    Rule{"hearsay", &find_hearsay},
    Rule{"headline", &find_headline},
    Rule{"undertaken", &find_undertaken},
    Rule{"called_for", &find_called_for},
    Rule{"described_as", &find_described_as},
    Rule{"noun_cue", &find_noun_cue},
    Rule{"carried", &find_carried},
    Rule{"introduced", &find_introduced},
    Rule{"remarked", &find_remarked},
};

}  // namespace

std::span<const Rule> rules() {
  return kRules;
}

}  // namespace factbox::statements
