/// \file
/// Reports written as JSON objects, whether one a line or in one document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reports/reading.h"
#include "sources/delivery.h"

namespace factbox::reports::formats {

/// The words after a byte order mark and white space.
[[nodiscard]] std::string_view without_bom_and_space(std::string_view words);

/// JSON text read character by character, which knows at each where it stands in its delivery.
class JsonText {
 public:
  /// One line of a delivery.
  JsonText(std::string_view line, std::uint64_t number, std::uint64_t offset)
      : at_(line.data()), end_(line.data() + line.size()), line_(number), byte_(offset) {}

  /// What is left of a delivery; ends early (too_long()) after `max_report_bytes` since the last
  /// start_of_report().
  JsonText(sources::Delivery& delivery, std::size_t max_report_bytes);

  /// Whether a character is left.
  [[nodiscard]] bool more() { return at_ != end_ || refill(); }
  [[nodiscard]] char current() const { return *at_; }
  void advance() {
    if (*at_ == '\n') {
      ++line_;
    }
    last_ = *at_;
    ++at_;
    ++byte_;
  }

  void start_of_report() { report_start_ = byte_; }

  [[nodiscard]] std::uint64_t line() const { return line_; }
  [[nodiscard]] std::uint64_t byte() const { return byte_; }  ///< of the current character
  [[nodiscard]] char last() const { return last_; }           ///< the character before it
  [[nodiscard]] bool too_long() const { return too_long_; }
  /// The bytes broke off, as the delivery says; not the document itself.
  [[nodiscard]] bool broken_off() const {
    return delivery_ != nullptr && delivery_->trouble().has_value();
  }

 private:
  bool refill();

  const char* at_ = nullptr;
  const char* end_ = nullptr;
  std::uint64_t line_ = 1;
  std::uint64_t byte_ = 0;
  char last_ = '\0';
  sources::Delivery* delivery_ = nullptr;
  std::vector<char> chunk_;
  std::size_t max_report_bytes_ = 0;
  std::uint64_t report_start_ = 0;
  bool too_long_ = false;
};

/// Reads one object, which must be all that the text holds, into `intake`: the report, or the
/// trouble with it.
void read_json_report(JsonText& text, Intake& intake);

/// Reads objects, one after another or in arrays, until the end or the first broken place.
void read_json_reports(JsonText& text, Intake& intake);

}  // namespace factbox::reports::formats
