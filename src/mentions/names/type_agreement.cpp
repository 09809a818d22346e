#include "mentions/names/type_agreement.h"

#include <algorithm>

namespace factbox::mentions {

void TypeAgreement::count(const NameSpan& span, std::string_view written) {
  if (span.known != nullptr && span.type != "PERSON") {
    return;
  }
  ++votes_[std::string{written}].by_type[span.type];
  const std::size_t space = written.rfind(' ');
  if (span.type == "PERSON" && space != std::string_view::npos) {
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
    span.type = "PERSON";
    return;
  }
  const auto own = votes.by_type.find(span.type);
  const int own_count = own == votes.by_type.end() ? 0 : own->second;
  for (const auto& [type, count] : votes.by_type) {
    if (count > 2 * own_count) {
      span.type = type;
      return;
    }
  }
}

}  // namespace factbox::mentions
