#include "language/words/letter_pattern.h"

#include <algorithm>
#include <utility>

#include "language/words/unicode.h"

namespace factbox::language {
namespace {

constexpr char32_t kAscii = 128;

}  // namespace

LetterPattern::LetterPattern(std::vector<LetterSet> sets, std::vector<Steps> alternatives)
    : sets_(std::move(sets)), alternatives_(std::move(alternatives)) {
  const auto consumes = [](const Step& step) {
    return step.kind == Step::Kind::letter || step.kind == Step::Kind::run;
  };
  const auto first_set = [&](const Steps& steps) -> const LetterSet& {
    return sets_[std::find_if(steps.begin(), steps.end(), consumes)->sets.front()];
  };
  for (char32_t code = 0; code <= kAscii; ++code) {
    starts_.push_back(code);
  }
  for (const Steps& steps : alternatives_) {
    for (const auto& [first, last] : first_set(steps).ranges()) {
      starts_.push_back(first);
      starts_.push_back(last + 1);
    }
  }
  std::sort(starts_.begin(), starts_.end());
  starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
  for (const char32_t start : starts_) {
    auto& candidates = candidates_.emplace_back();
    for (std::uint32_t i = 0; i < alternatives_.size(); ++i) {
      if (first_set(alternatives_[i]).contains(start)) {
        candidates.push_back(i);
      }
    }
  }
  only_at_start_ = std::all_of(alternatives_.begin(), alternatives_.end(), [](const Steps& steps) {
    return steps.front().kind == Step::Kind::start;
  });
}

std::span<const std::uint32_t> LetterPattern::starting_with(char32_t code) const {
  if (code < kAscii) {
    return candidates_[code];  // starts_ has each of them
  }
  const auto after = std::upper_bound(starts_.begin() + kAscii, starts_.end(), code);
  return candidates_[static_cast<std::size_t>(after - starts_.begin()) - 1];
}

std::optional<Match> LetterPattern::search(std::string_view subject, std::size_t from) const {
  for (std::size_t at = from; at < subject.size();) {
    const CodePoint first = code_point_at(subject, at);
    for (const std::uint32_t candidate : starting_with(first.value)) {
      if (const auto end = end_of(alternatives_[candidate], subject, at)) {
        return Match{at, *end};
      }
    }
    if (only_at_start_) {
      return std::nullopt;
    }
    at += first.bytes;
  }
  return std::nullopt;
}

bool LetterPattern::stands_at(const Step& step, std::string_view subject, std::size_t at) const {
  using Kind = Step::Kind;
  if (step.kind == Kind::start) {
    return at == 0;
  }
  if (step.kind == Kind::end) {
    return at == subject.size() || subject.substr(at) == "\n";
  }
  bool found = true;
  if (step.kind == Kind::behind || step.kind == Kind::not_behind) {
    for (auto set = step.sets.rbegin(); found && set != step.sets.rend(); ++set) {
      found = at > 0;
      if (!found) {
        break;
      }
      at = code_point_before(subject, at);
      found = sets_[*set].contains(code_point_at(subject, at).value);
    }
    return found == (step.kind == Kind::behind);
  }
  for (auto set = step.sets.begin(); found && set != step.sets.end(); ++set) {
    found = at < subject.size();
    if (!found) {
      break;
    }
    const CodePoint next = code_point_at(subject, at);
    found = sets_[*set].contains(next.value);
    at += next.bytes;
  }
  return found == (step.kind == Kind::ahead);
}

std::optional<std::size_t> LetterPattern::end_of(std::span<const Step> steps,
                                                 std::string_view subject, std::size_t at) const {
  const auto letter_bytes = [&](const Step& step, std::size_t place) -> std::size_t {
    if (place >= subject.size()) {
      return 0;
    }
    const CodePoint next = code_point_at(subject, place);
    return sets_[step.sets.front()].contains(next.value) ? next.bytes : 0;
  };
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    if (step.kind == Step::Kind::letter) {
      const std::size_t bytes = letter_bytes(step, at);
      if (bytes == 0) {
        return std::nullopt;
      }
      at += bytes;
    } else if (step.kind == Step::Kind::run) {
      std::size_t end = at;
      while (const std::size_t bytes = letter_bytes(step, end)) {
        end += bytes;
      }
      const auto rest = steps.subspan(i + 1);
      for (; end > at; end = code_point_before(subject, end)) {
        if (const auto found = end_of(rest, subject, end)) {
          return found;
        }
      }
      return std::nullopt;
    } else if (!stands_at(step, subject, at)) {
      return std::nullopt;
    }
  }
  return at;
}

}  // namespace factbox::language
