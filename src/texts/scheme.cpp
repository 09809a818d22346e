#include "texts/scheme.h"

#include <algorithm>
#include <utility>

#include "language/labels.h"

namespace factbox::texts {

namespace {

template <class Ours>
Ours ours_of(std::span<const SchemeRow<Ours>> rows, std::string_view label) {
  const auto found = std::ranges::find(rows, label, &SchemeRow<Ours>::label);
  return found == rows.end() ? Ours::none : found->ours;
}

template <class Ours>
std::vector<Ours> all_of(std::span<const SchemeRow<Ours>> rows, const language::Labels& labels) {
  std::vector<Ours> found;
  found.reserve(labels.size());
  for (std::size_t id = 0; id < labels.size(); ++id) {
    found.push_back(ours_of(rows, labels[static_cast<language::LabelId>(id)]));
  }
  return found;
}

}  // namespace

const Scheme* scheme_of(std::string_view code) {
  return code == "en" ? &english() : nullptr;  // not English: a code
}

SheetMaker::SheetMaker(const Scheme& scheme) : scheme_(&scheme) {}

void SheetMaker::learn(const language::Labels& labels) {
  if (labels_ == &labels) {
    return;
  }
  known_ = {all_of(scheme_->links, labels), all_of(scheme_->forms, labels),
            all_of(scheme_->word_classes, labels)};
  labels_ = &labels;
}

Sheet SheetMaker::make(const language::Analysis& analysis,
                       std::shared_ptr<const std::string> text) {
  SheetParts parts;
  if (analysis.size() == 0) {
    return {std::move(text), std::move(parts)};
  }
  learn(analysis.labels());
  parts.tokens.reserve(analysis.size());
  for (std::uint32_t token = 0; token < analysis.size(); ++token) {
    const auto begin = static_cast<std::uint32_t>(parts.lemmas.size());
    parts.lemmas.append(analysis.lemma(token));
    const language::LabelNumbers labels = analysis.labels_of(token);
    parts.tokens.push_back({analysis.range(token),
                            {begin, static_cast<std::uint32_t>(parts.lemmas.size())},
                            analysis.head(token),
                            known_.links[labels.arc],
                            known_.forms[labels.tag],
                            known_.word_classes[labels.pos],
                            analysis.starts_sentence(token),
                            analysis.is_space(token)});
  }
  for (const language::EntitySpan& name : analysis.entities()) {
    parts.names.push_back({name.tokens, ours_of(scheme_->name_types, name.type)});
  }
  return {std::move(text), std::move(parts)};
}

}  // namespace factbox::texts
