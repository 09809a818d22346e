/// \file
/// What is known of bytes beside the bytes.
#pragma once

#include <cstdint>
#include <string>

namespace factbox::sources {

/// How a delivery reached us.
enum class Came : std::uint8_t { named, in_folder, by_standard_input, from_memory, inside_another };

/// Where a delivery came from, as far as whoever hands it in knows. What the bytes themselves say
/// is found by the readers of their formats.
///
/// A delivery inside another (a page of a web archive) has an envelope of its own.
struct Envelope {
  std::string path;  ///< shown in messages: of the file, also for what lies inside it
  Came came = Came::named;
  std::string address{};       ///< on the web; empty where unknown, like all that follows
  std::string outlet{};        ///< who published it
  std::string received{};      ///< when it was fetched, ISO 8601
  std::string content_type{};  ///< "text/html", in small letters, without its parameters
  std::string charset{};       ///< as the transport declares it
};

}  // namespace factbox::sources
