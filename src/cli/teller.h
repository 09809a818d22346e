/// \file
/// Prints what the desk says.
#pragma once

#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/result_file.h"
#include "desk/listener.h"

namespace factbox::cli {

/// Writes each thing that the desk says as a line on `messages`; how far a long work is, once it
/// has taken a second.
class Teller final : public desk::Listener {
 public:
  explicit Teller(std::ostream& messages) : messages_(messages) {}

  void progress(std::string_view what, std::size_t done, std::size_t all) override;
  void trouble(const sources::Trouble& trouble) override;
  void doubt(const reports::Report& report, std::string_view why) override;
  void note(std::string_view words) override;
  void picked(const desk::StoryShown& story, std::span<const desk::StoryShown> next) override;
  void withheld(const factboxes::Withheld& line) override;

 private:
  std::ostream& messages_;
  std::optional<Progress> progress_;
};

}  // namespace factbox::cli
