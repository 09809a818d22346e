/// \file
/// Chains of who said it to whom, in words.
#pragma once

#include <span>
#include <string>

#include "statements/statement.h"

namespace factbox::outputs {

/// Who said it or is leaned on: name, else description, of the chain's first member that is no
/// outlet; the outlet's name where it says so itself. Empty where the chain is.
[[nodiscard]] std::string speaker_of(std::span<const statements::ChainMember> chain);

/// "speaker Anton Velkar > outlet Zelgrad Herald", from who said it to who carries it.
[[nodiscard]] std::string chain_in_words(std::span<const statements::ChainMember> chain);

/// The first verb by which a member says it; empty where none does.
[[nodiscard]] std::string verb_of(std::span<const statements::ChainMember> chain);

}  // namespace factbox::outputs
