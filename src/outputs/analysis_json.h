/// \file
/// One line of `factbox analyse`: what was read in a report.
#pragma once

#include <cstdint>
#include <string>

#include "statements/read_report.h"

namespace factbox::outputs {

/// Whether offsets stand alone or with the words that they point to.
enum class Analysed : std::uint8_t { offsets, words };

/// The report's statements, entities, times and figures as INTERFACE has them, without a line end.
/// Offsets are bytes of the field that each names.
[[nodiscard]] std::string analysis_json(const statements::ReadReport& read,
                                        Analysed what = Analysed::offsets);

}  // namespace factbox::outputs
