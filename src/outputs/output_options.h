/// \file
/// How a page is printed, in whatever form.
#pragma once

#include <cstddef>

#include "base/zone.h"

namespace factbox::outputs {

struct OutputOptions {
  Zone timezone;           ///< in which pages print times
  std::size_t width = 88;  ///< columns of the text form
};

}  // namespace factbox::outputs
