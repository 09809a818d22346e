/// \file
/// What the desk says while it works.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "factboxes/compile.h"
#include "reports/report.h"
#include "sources/trouble.h"

namespace factbox::desk {

/// A running story, as far as somebody needs it to choose one.
struct StoryShown {
  std::string id;
  std::string title;
  std::size_t reports = 0;
  std::size_t meant = 0;  ///< reports that words mean of it and its kin; 0: not looked for by words
};

/// Hears what whoever ordered the work should know. A program prints it, a server logs it or sends
/// it on; every call comes on the thread that ordered the work. What isn't overridden is dropped.
class Listener {
 public:
  Listener() = default;
  virtual ~Listener() = default;
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  Listener(Listener&&) = delete;
  Listener& operator=(Listener&&) = delete;

  /// What is being done ("reading who said what"), and how much of `all` is through; first with 0.
  /// Where `all` is 0, how much there is isn't known.
  virtual void progress(std::string_view /*what*/, std::size_t /*done*/, std::size_t /*all*/) {}
  /// Some input could not be used.
  virtual void trouble(const sources::Trouble& /*trouble*/) {}
  /// What a stage isn't sure of in a report.
  virtual void doubt(const reports::Report& /*report*/, std::string_view /*why*/) {}
  /// Something was left out or decided for the whole of the reports, in words.
  virtual void note(std::string_view /*words*/) {}
  /// The story that words meant, and those that came next to it.
  virtual void picked(const StoryShown& /*story*/, std::span<const StoryShown> /*next*/) {}
  /// A line was made and then withheld, since it broke a rule.
  virtual void withheld(const factboxes::Withheld& /*line*/) {}
};

}  // namespace factbox::desk
