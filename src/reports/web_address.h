/// \file
/// Addresses on the web, taken together.
#pragma once

#include <string>
#include <string_view>

namespace factbox::reports {

/// What `reference` means where `base` is the address of what holds it (RFC 3986, 5.2): "/a?b" in
/// "https://bell.example/x/y" is "https://bell.example/a?b". An address stays as it is; where the
/// base is none, so does the reference.
[[nodiscard]] std::string resolved_address(std::string_view base, std::string_view reference);

/// Whether it begins as an address of a page on the web does.
[[nodiscard]] bool is_web_address(std::string_view words);

}  // namespace factbox::reports
