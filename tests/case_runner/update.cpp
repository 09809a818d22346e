#include "case_runner/update.h"

#include <fmt/format.h>

#include <algorithm>

namespace factbox::cases {
namespace {

std::string field_line(const FoundField& field, const Case& of) {
  std::string line = fmt::format("    {:9}", field.name + ' ');
  bool first = true;
  for (const FoundValue& value : field.values) {
    const CaseValue shown = as_written(value, of);
    if (!first) {
      line += shown.quoted ? " " : ", ";
    }
    line += written(shown);
    first = false;
  }
  return line + '\n';
}

bool wanted(const FoundField& field, const Expectation& expectation, const Kind& kind) {
  const auto& fields = expectation.fields;
  const auto named = [&](std::string_view name) {
    return std::ranges::any_of(fields, [&](const CaseField& one) { return one.name == name; });
  };
  if (fields.empty() || named(field.name)) {
    return true;
  }
  return std::ranges::find(kind.whole, field.name) != kind.whole.end() &&
         std::ranges::any_of(kind.whole, named);
}

std::string block(const FoundBlock& found, const Expectation& expectation, const Case& of,
                  const Kind& kind) {
  std::string lines = fmt::format("expect {}\n", kind.what);
  for (const FoundField& field : found.fields) {
    if (wanted(field, expectation, kind)) {
      lines += field_line(field, of);
    }
  }
  return lines;
}

}  // namespace

Rewrite rewrite(const Outcome& outcome, const Case& of, const std::vector<FoundBlock>& found,
                const Kind& kind) {
  const Expectation& expectation = *outcome.expectation;
  Rewrite done{expectation.first_line, expectation.past_line, {}};
  if (expectation.sense == Expectation::Sense::no_other && outcome.found != nullptr) {
    done.lines = block(*outcome.found, {.what = {}, .fields = {}, .unless = {}}, of, kind) + '\n' +
                 fmt::format("expect no other {}\n", kind.what);
  } else if (found.empty()) {
    done.lines = fmt::format("expect no {}\n    unless   \"…\" reads \"…\"\n", kind.what);
  } else if (!expectation.fields.empty() && outcome.found != nullptr) {
    done.lines = block(*outcome.found, expectation, of, kind);
  } else {
    for (const FoundBlock& one : found) {
      if (!done.lines.empty()) {
        done.lines += '\n';
      }
      done.lines += block(one, expectation, of, kind);
    }
  }
  return done;
}

std::string rewritten(std::string_view file, std::vector<Rewrite> rewrites) {
  std::ranges::sort(rewrites, {}, &Rewrite::first_line);
  std::string out;
  std::size_t number = 1;
  auto next = rewrites.begin();
  while (!file.empty()) {
    const auto end = file.find('\n');
    const std::string_view line = file.substr(0, end == std::string_view::npos ? end : end + 1);
    file.remove_prefix(line.size());
    if (next != rewrites.end() && number == next->first_line) {
      out += next->lines;
    }
    const bool replaced = next != rewrites.end() && number >= next->first_line;
    if (!replaced) {
      out += line;
    }
    if (replaced && number + 1 >= next->past_line) {
      ++next;
    }
    ++number;
  }
  return out;
}

}  // namespace factbox::cases
