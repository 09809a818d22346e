/// \file
/// Prints what the desk says.
#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "desk/listener.h"

namespace factbox::cli {

/// Writes each thing that the desk says as a line on `messages`. At a terminal the last line tells
/// what is being done, how much of it is through and how long it may take yet; it is overwritten,
/// and gone when the teller is.
class Teller final : public desk::Listener {
 public:
  /// Progress is shown where `messages` goes to a terminal.
  explicit Teller(std::ostream& messages, bool at_terminal = false)
      : messages_(messages), at_terminal_(at_terminal) {}
  ~Teller() override;
  Teller(const Teller&) = delete;
  Teller& operator=(const Teller&) = delete;
  Teller(Teller&&) = delete;
  Teller& operator=(Teller&&) = delete;

  void progress(std::string_view what, std::size_t done, std::size_t all) override;
  void trouble(const sources::Trouble& trouble) override;
  void doubt(const reports::Report& report, std::string_view why) override;
  void note(std::string_view words) override;
  void picked(const desk::StoryShown& story, std::span<const desk::StoryShown> next) override;
  void withheld(const factboxes::Withheld& line) override;

  /// Takes the line of progress away, so that something else can be written there.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::ostream& messages_;
  bool at_terminal_;
  bool shown_ = false;  ///< a line of progress stands there
  std::string what_;    ///< what is being done
  Clock::time_point began_{};
  Clock::time_point told_{};
};

/// "reading who said what: 36 of 75, 8 s left"; how long it may take yet only once that can be
/// told.
[[nodiscard]] std::string progress_told(std::string_view what, std::size_t done, std::size_t all,
                                        std::chrono::milliseconds since);

}  // namespace factbox::cli
