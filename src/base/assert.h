/// \file
/// What must hold whatever the input: our mistake if not.
#pragma once

namespace factbox {

/// Says where and what on standard error, then aborts.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

}  // namespace factbox

/// Always on. Bytes from outside must never reach one.
#define FB_ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::factbox::assertion_failed(#condition, __FILE__, __LINE__))
