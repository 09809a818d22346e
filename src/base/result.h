/// \file
/// The one way in which an operation says that it could not be done.
#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

namespace factbox {

enum class ErrorKind : std::uint8_t {
  malformed,    ///< bytes that are not what they should be
  unsupported,  ///< understood, and not something that we do
  too_large,    ///< over a limit that protects memory or time
  not_found,
  conflict,
  unavailable,  ///< a model, a table or a service is missing
  io
};

/// Why an operation could not be done, in words that an editor can act on:
/// what, where (file, line, byte), and the remedy.
struct Error {
  ErrorKind kind = ErrorKind::malformed;
  std::string what;
};

template <class T>
using Result = tl::expected<T, Error>;

}  // namespace factbox

/// Leaves the function with the error, or names the value.
#define FB_TRY(name, expression)                             \
  auto name##_result = (expression);                         \
  if (!name##_result) {                                      \
    return tl::unexpected(std::move(name##_result).error()); \
  }                                                          \
  auto name = *std::move(name##_result)  // NOLINT(bugprone-macro-parentheses)
