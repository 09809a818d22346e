#include <array>

#include "case_runner/expect_statement.h"
#include "case_runner/kind.h"

namespace factbox::cases {
namespace {

constexpr std::array kKinds{
    Kind{"statement", &find_statement_blocks, kChainFields},
};

}  // namespace

std::span<const Kind> kinds() {
  return kKinds;
}

}  // namespace factbox::cases
