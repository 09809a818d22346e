/// \file
/// Several files in one (ZIP), the same bytes every time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace factbox::outputs {

/// Packs files without compressing them and without a time: what compresses depends on the
/// library's version, and a page's bytes depend on the page alone.
class ZipFile {
 public:
  /// Less than 4 GB in all, names of plain ASCII.
  void add(std::string_view name, std::string_view bytes);

  /// The whole; add nothing after it.
  [[nodiscard]] std::string take() &&;

 private:
  std::string files_;
  std::string directory_;
  std::uint16_t count_ = 0;
};

}  // namespace factbox::outputs
