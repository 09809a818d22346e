#define PCRE2_CODE_UNIT_WIDTH 8
#include "language/words/pattern.h"

#include <fmt/format.h>
#include <pcre2.h>

#include <array>
#include <string>
#include <utility>

#include "base/assert.h"
#include "language/words/pattern_syntax.h"

namespace factbox::language {
namespace {

template <auto free>
struct Free {
  template <class T>
  void operator()(T* pointer) const {
    free(pointer);
  }
};

using CodePointer = std::unique_ptr<pcre2_code, Free<pcre2_code_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, Free<pcre2_compile_context_free>>;

constexpr std::size_t kFirstStackBytes = 32U << 10U;
constexpr std::size_t kMostStackBytes = 4U << 20U;
constexpr std::uint32_t kMostStepsWithoutJit = 10'000'000;

PCRE2_SPTR units(std::string_view text) {
  static constexpr std::string_view kEmpty{"", 0};
  return reinterpret_cast<PCRE2_SPTR>(text.data() != nullptr ? text.data() : kEmpty.data());
}

}  // namespace

struct PatternMemory::Room {
  std::unique_ptr<pcre2_match_data, Free<pcre2_match_data_free>> match{
      pcre2_match_data_create(1, nullptr)};
  std::unique_ptr<pcre2_match_context, Free<pcre2_match_context_free>> context{
      pcre2_match_context_create(nullptr)};
  std::unique_ptr<pcre2_jit_stack, Free<pcre2_jit_stack_free>> stack{
      pcre2_jit_stack_create(kFirstStackBytes, kMostStackBytes, nullptr)};

  Room() {
    FB_ASSERT(match && context);
    pcre2_set_match_limit(context.get(), kMostStepsWithoutJit);
    pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
  }
};

PatternMemory::PatternMemory() : room_(std::make_unique<Room>()) {}
PatternMemory::~PatternMemory() = default;
PatternMemory::PatternMemory(PatternMemory&&) noexcept = default;
PatternMemory& PatternMemory::operator=(PatternMemory&&) noexcept = default;

struct Pattern::Code {
  CodePointer pointer;

  [[nodiscard]] std::optional<Match> match(std::string_view subject, PatternMemory::Room& room,
                                           std::size_t from, std::uint32_t options) const {
    const int found =
        pcre2_match(pointer.get(), units(subject), subject.size(), from,
                    options | PCRE2_NO_UTF_CHECK, room.match.get(), room.context.get());
    if (found < 0) {
      return std::nullopt;
    }
    const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(room.match.get());
    return Match{ends[0], ends[1]};
  }
};

Pattern::Pattern(std::unique_ptr<const Code> code) : code_(std::move(code)) {}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

Result<Pattern> Pattern::compile(std::string_view python) {
  const std::string pattern = to_perl_syntax(python);
  const CompileContext context{pcre2_compile_context_create(nullptr)};
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
  int error = 0;
  PCRE2_SIZE where = 0;
  auto code = std::make_unique<Code>();
  code->pointer.reset(pcre2_compile(units(pattern), pattern.size(), PCRE2_UTF | PCRE2_UCP, &error,
                                    &where, context.get()));
  if (!code->pointer) {
    std::array<PCRE2_UCHAR, 256> message{};
    pcre2_get_error_message(error, message.data(), message.size());
    return tl::unexpected(
        Error{ErrorKind::unsupported,
              fmt::format("at byte {}: {}", where, reinterpret_cast<const char*>(message.data()))});
  }
  // Where the machine allows no code to be made at run time, PCRE2 interprets instead.
  pcre2_jit_compile(code->pointer.get(), PCRE2_JIT_COMPLETE);
  return Pattern{std::move(code)};
}

std::optional<Match> Pattern::search(std::string_view subject, PatternMemory& memory,
                                     std::size_t from, bool not_empty_at_start) const {
  return code_->match(subject, *memory.room_, from,
                      not_empty_at_start ? PCRE2_NOTEMPTY_ATSTART : 0U);
}

bool Pattern::matches_start(std::string_view subject, PatternMemory& memory) const {
  return code_->match(subject, *memory.room_, 0, PCRE2_ANCHORED).has_value();
}

}  // namespace factbox::language
