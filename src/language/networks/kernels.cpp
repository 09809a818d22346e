#include "language/networks/kernels.h"

namespace factbox::language {

const Kernels* avx2_kernels() {
#if defined(__x86_64__)
  // An int to g++, a bool to clang.
  const bool here = static_cast<bool>(__builtin_cpu_supports("avx2")) &&
                    static_cast<bool>(__builtin_cpu_supports("fma"));
  return here ? compiled_avx2_kernels() : nullptr;
#else
  return nullptr;
#endif
}

const Kernels& best_kernels() {
  const Kernels* avx2 = avx2_kernels();
  return avx2 != nullptr ? *avx2 : portable_kernels();
}

}  // namespace factbox::language
