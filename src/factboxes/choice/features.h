/// \file
/// Reads what tells how much a statement is worth to the page of its story.
#pragma once

#include <map>
#include <vector>

#include "factboxes/choice/choice_weights.h"
#include "factboxes/choice/retold.h"
#include "factboxes/workbench.h"
#include "stories/story.h"

namespace factbox::factboxes {

/// Reads the features of a story's statements. Refers to the workbench.
class FeatureReader {
 public:
  explicit FeatureReader(const Workbench& bench);

  [[nodiscard]] Features read(stories::StatementRef ref) const;

 private:
  void read_shared();
  void read_words(const statements::Statement& statement, std::string_view text,
                  Features& features) const;
  void read_place(stories::StatementRef ref, Features& features) const;
  void read_figures(stories::StatementRef ref, Features& features) const;
  void read_story(stories::StatementRef ref, Features& features) const;
  void read_need(stories::StatementRef ref, Features& features) const;

  const Workbench& bench_;
  /// `told_alike` and `common_words` of each statement, in standard deviations from the story's
  /// mean.
  std::map<stories::StatementRef, Features> shared_;
};

}  // namespace factbox::factboxes
