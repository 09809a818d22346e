/// \file
/// Header fields, as HTTP (RFC 9110) and mail (RFC 5322) write them: "Name: value", a line each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace factbox::reports::formats {

/// A media type as a header gives it.
struct MediaType {
  std::string type;                                               ///< "text/html", in small letters
  std::vector<std::pair<std::string, std::string>> parameters{};  ///< names in small letters

  /// Empty where it has no such parameter.
  [[nodiscard]] std::string parameter(std::string_view name) const;
};

/// The fields of a head, names in small letters, values on one line.
class HeaderFields {
 public:
  /// Reads fields until a blank line. A line that begins with white space goes on with the one
  /// before; one without a colon is left out.
  [[nodiscard]] static HeaderFields read(std::string_view head);

  /// The first field of that name (in small letters); empty where there is none.
  [[nodiscard]] std::string_view find(std::string_view name) const;

  /// The media type that a field (content-type) gives.
  [[nodiscard]] MediaType media_type(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// Where the head ends that the words begin with: behind its blank line; npos where it has none.
[[nodiscard]] std::size_t end_of_head(std::string_view words);

}  // namespace factbox::reports::formats
