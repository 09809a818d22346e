#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace factbox {

void assertion_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "factbox: a mistake of the program: %s does not hold (%s:%d)\n", condition,
               file, line);
  std::abort();
}

}  // namespace factbox
