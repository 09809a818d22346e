#include "outputs/chains.h"

#include <algorithm>

#include "outputs/factbox_words.h"

namespace factbox::outputs {
namespace {

using statements::ChainMember;

const std::string& shown(const ChainMember& member) {
  return member.name.empty() ? member.description : member.name;
}

}  // namespace

std::string speaker_of(std::span<const ChainMember> chain) {
  const auto found = std::find_if(chain.begin(), chain.end(), [](const ChainMember& member) {
    return member.role != statements::Role::outlet;
  });
  if (found != chain.end()) {
    return shown(*found);
  }
  return chain.empty() ? "" : shown(chain.front());
}

std::string chain_in_words(std::span<const ChainMember> chain) {
  std::string words;
  for (const auto& member : chain) {
    words += words.empty() ? "" : " > ";
    words += word_for(kRoleWords, member.role);
    words += shown(member).empty() ? "" : " " + shown(member);
  }
  return words;
}

std::string verb_of(std::span<const ChainMember> chain) {
  const auto found = std::find_if(chain.begin(), chain.end(),
                                  [](const ChainMember& member) { return !member.verb.empty(); });
  return found == chain.end() ? "" : found->verb;
}

}  // namespace factbox::outputs
