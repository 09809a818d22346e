#include "cli/page_file.h"

#include <utility>

#include "sources/byte_stream.h"

namespace factbox::cli {

Result<std::string> read_page_file(const std::string& path) {
  constexpr std::size_t kLargestPage = 64U << 20U;
  constexpr std::size_t kPiece = 1U << 16U;
  auto stream = sources::standard_input();
  if (path != "-") {
    FB_TRY(file, sources::open_file(path));
    stream = std::move(file);
  }
  std::string bytes;
  std::string piece(kPiece, '\0');
  while (true) {
    FB_TRY(count, stream->read(piece));
    if (count == 0) {
      return bytes;
    }
    bytes.append(piece, 0, count);
    if (bytes.size() > kLargestPage) {
      return tl::unexpected(Error{ErrorKind::too_large, path + ": more than 64 MB; no page is"});
    }
  }
}

}  // namespace factbox::cli
