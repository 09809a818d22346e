#include "mentions/names/type_agreement.h"

#include <algorithm>

namespace factbox::mentions {

using texts::NameType;

void TypeAgreement::count(const NameSpan& span, std::string_view written) {
  if (span.known != nullptr && span.type != NameType::person) {
    return;
  }
  ++votes_[std::string{written}].by_type[span.type];
  const std::size_t space = written.rfind(' ');
  if (span.type == NameType::person && space != std::string_view::npos) {
    votes_[std::string{written.substr(space + 1)}].surname = true;
  }
}

void TypeAgreement::mend(NameSpan& span, std::string_view written) const {
  if (span.known != nullptr || span.outlet != nullptr) {
    return;
  }
  const auto found = votes_.find(written);
  if (found == votes_.end()) {
    return;
  }
  const Votes& votes = found->second;
  if (votes.surname) {
    span.type = NameType::person;
    return;
  }
  const auto own = votes.by_type.find(span.type);
  const int own_count = own == votes.by_type.end() ? 0 : own->second;
  const auto most =
      std::ranges::max_element(votes.by_type, {}, [](const auto& vote) { return vote.second; });
  if (most->second > 2 * own_count) {
    span.type = most->first;
  }
}

}  // namespace factbox::mentions
