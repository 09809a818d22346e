/// \file
/// One name, one type in a report.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "mentions/names/name_spans.h"
#include "mentions/phrases.h"

namespace factbox::mentions {

/// Counts what the mentions of a name were taken for, then mends those that stand alone against
/// most: a surname is a person's where the full name is one, and a name that is a place five times
/// is one the sixth time too. What tables know isn't touched.
class TypeAgreement {
 public:
  void count(const NameSpan& span, std::string_view written);
  void mend(NameSpan& span, std::string_view written) const;

 private:
  struct Votes {
    std::map<texts::NameType, int> by_type;
    bool surname = false;
  };
  std::unordered_map<std::string, Votes, WordHash, std::equal_to<>> votes_;
};

}  // namespace factbox::mentions
