#include <array>

#include "case_runner/expect_claim.h"
#include "case_runner/expect_line.h"
#include "case_runner/expect_mention.h"
#include "case_runner/expect_report.h"
#include "case_runner/expect_statement.h"
#include "case_runner/expect_story.h"
#include "case_runner/kind.h"

namespace factbox::cases {
namespace {

constexpr std::array kKinds{
    Kind{"statement", &find_statement_blocks, kChainFields},
    Kind{"claim", &find_claim_blocks},
    Kind{"story", &find_story_blocks},
    Kind{"change", &find_change_blocks},
    Kind{"line", &find_line_blocks},
    Kind{"page", &find_page_blocks},
    Kind{"time", &find_time_blocks},
    Kind{"figure", &find_figure_blocks},
    Kind{"name", &find_name_blocks},
    Kind{"report", &find_report_blocks},
    Kind{"trouble", &find_trouble_blocks},
};

}  // namespace

std::span<const Kind> kinds() {
  return kKinds;
}

}  // namespace factbox::cases
