/// \file
/// The twin of a case that expects something to be absent: the same with other words, where it is
/// there.
#pragma once

#include "base/result.h"
#include "case_runner/case_file.h"

namespace factbox::cases {

/// The case with the words of `unless` replaced in its reports, titles or files. Fails as malformed
/// where they don't stand there, or more than once without saying which.
[[nodiscard]] Result<Case> twin_of(const Case& of, const Unless& unless);

}  // namespace factbox::cases
