#include "case_runner/unless.h"

#include <fmt/format.h>

#include <utility>

namespace factbox::cases {
namespace {

/// Counts the places of words over several texts, and remembers the one that is asked for.
class Search {
 public:
  explicit Search(const Unless& unless) : unless_(unless) {}

  void look_through(std::string& text) {
    for (auto at = text.find(unless_.words); at != std::string::npos;
         at = text.find(unless_.words, at + 1)) {
      ++count_;
      if (count_ == unless_.nth || unless_.nth == 0) {
        text_ = &text;
        at_ = at;
      }
    }
  }

  Result<bool> replace() {
    if (text_ == nullptr || (unless_.nth == 0 && count_ > 1)) {
      return tl::unexpected(
          Error{ErrorKind::malformed,
                fmt::format("\"{}\" {}", unless_.words,
                            count_ > 1 ? "stands in the case more than once: say which, as \"…\"[2]"
                                       : "does not stand in the case, or not so often")});
    }
    text_->replace(at_, unless_.words.size(), unless_.reads);
    return true;
  }

 private:
  const Unless& unless_;
  std::string* text_ = nullptr;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

Result<Case> twin_of(const Case& of, const Unless& unless) {
  Case twin = of;
  Search search{unless};
  for (CaseReport& report : twin.reports) {
    search.look_through(report.text);
    search.look_through(report.title);
  }
  for (CaseFile& file : twin.files) {
    search.look_through(file.content);
  }
  if (const Result<bool> replaced = search.replace(); !replaced) {
    return tl::unexpected(replaced.error());
  }
  return twin;
}

}  // namespace factbox::cases
