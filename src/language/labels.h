/// \file
/// The names that a model gives: tags, parts of speech, morphology, arcs, kinds of names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>

namespace factbox::language {

/// A number for a label within one pipeline.
using LabelId = std::uint16_t;

/// All labels of a pipeline, each once, numbered in the order in which they were added; 0 is "".
/// Filled while the pipeline loads, constant from then on, shared by its analyses.
class Labels {
 public:
  static constexpr LabelId kNone = 0;
  static constexpr std::size_t kMax = UINT16_MAX;

  Labels() { (void)add(""); }

  /// The label's number; adds it where it is new, up to kMax. Past that it gives kNone, and the
  /// loader refuses the package.
  LabelId add(std::string_view name);
  /// The label's number, or 0 where no part of the pipeline gives it.
  [[nodiscard]] LabelId find(std::string_view name) const;
  [[nodiscard]] std::string_view operator[](LabelId id) const { return names_[id]; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  std::deque<std::string> names_;  ///< a deque: names stay where they are
  std::map<std::string_view, LabelId> ids_;
};

}  // namespace factbox::language
