#include "language/labels.h"

namespace factbox::language {

LabelId Labels::add(std::string_view name) {
  if (const auto known = ids_.find(name); known != ids_.end()) {
    return known->second;
  }
  if (names_.size() > kMax) {
    return kNone;
  }
  const auto id = static_cast<LabelId>(names_.size());
  ids_.emplace(names_.emplace_back(name), id);
  return id;
}

LabelId Labels::find(std::string_view name) const {
  const auto known = ids_.find(name);
  return known == ids_.end() ? kNone : known->second;
}

}  // namespace factbox::language
