/// \file
/// From a model's labels to links and forms of our own.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "texts/sheet.h"

namespace factbox::texts {

/// One label of a model and what we call it.
template <class Ours>
struct SchemeRow {
  std::string_view label;
  Ours ours;
};

/// What the labels of a language's model mean to us. A language is one such table, in
/// `<language>/scheme.cpp`; a label without a row is none of ours, and no rule asks for it.
struct Scheme {
  std::span<const SchemeRow<Link>> links;
  std::span<const SchemeRow<Form>> forms;
  std::span<const SchemeRow<WordClass>> word_classes;
  std::span<const SchemeRow<NameType>> name_types;
};

/// ClearNLP's labels, Penn's tags and OntoNotes' kinds, as spaCy's English pipelines give them.
[[nodiscard]] const Scheme& english();

/// The scheme of a language by its code ("en"); null where there is none.
[[nodiscard]] const Scheme* scheme_of(std::string_view code);

/// Turns analyses into sheets by a scheme. Remembers what a label came to: one a thread.
class SheetMaker {
 public:
  explicit SheetMaker(const Scheme& scheme);

  [[nodiscard]] Sheet make(const language::Analysis& analysis,
                           std::shared_ptr<const std::string> text);

 private:
  struct Known {
    std::vector<Link> links;
    std::vector<Form> forms;
    std::vector<WordClass> word_classes;
  };
  void learn(const language::Labels& labels);

  const Scheme* scheme_;
  const language::Labels* labels_ = nullptr;  ///< whose numbers `known_` counts in
  Known known_;
};

}  // namespace factbox::texts
