#include "reports/formats/mhtml.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "reports/formats/header_fields.h"
#include "reports/formats/transfer_coding.h"

// not English in this file: names of header fields.

namespace factbox::reports::formats {
namespace {

/// Reads a part as the page if it is one; `message` are the fields of the whole.
bool take_part(std::string_view part, const HeaderFields& message, Intake& intake) {
  const std::size_t end = end_of_head(part);
  if (end == std::string_view::npos) {
    return false;
  }
  const HeaderFields fields = HeaderFields::read(part.substr(0, end));
  const MediaType type = fields.media_type("content-type");
  if (type.type != "text/html" && type.type != "application/xhtml+xml") {
    return false;
  }
  const std::string_view letters = part.substr(end);
  const std::string coding = ascii::in_small_letters(fields.find("content-transfer-encoding"));
  std::string body = coding == "base64"             ? from_base64(letters)
                     : coding == "quoted-printable" ? from_quoted_printable(letters)
                                                    : std::string{letters};
  sources::Envelope envelope{intake.envelope().path, sources::Came::inside_another};
  const std::string_view place = fields.find("content-location");
  envelope.address = place.empty() ? message.find("snapshot-content-location") : place;
  const auto saved = intake.tables().dates.find(message.find("date"));
  envelope.received = saved ? saved->iso : "";
  envelope.content_type = type.type;
  envelope.charset = type.parameter("charset");
  sources::Delivery page{envelope, sources::stream_of(std::move(body)), intake.options().unpack};
  intake.take_inside(page, 0);
  return true;
}

}  // namespace

bool begins_as_mhtml(std::string_view beginning, std::string_view /*path*/) {
  const std::size_t end = end_of_head(beginning);
  const std::size_t colon = beginning.find(':');
  if (end == std::string_view::npos || colon == std::string_view::npos ||
      beginning.substr(0, colon).find_first_of(" \n\t<{") != std::string_view::npos) {
    return false;
  }
  const HeaderFields fields = HeaderFields::read(beginning.substr(0, end));
  return fields.media_type("content-type").type.starts_with("multipart/") &&
         !fields.find("mime-version").empty();
}

void read_mhtml(sources::Delivery& delivery, Intake& intake) {
  const std::size_t limit = intake.options().max_report_bytes;
  const auto bytes = delivery.take_all(limit);
  if (!bytes) {
    intake.trouble(1, 0,
                   {ErrorKind::too_large,
                    fmt::format("the saved page has more than {} bytes, which is all that is "
                                "allowed; save it as HTML alone",
                                limit)});
    return;
  }
  const HeaderFields message = HeaderFields::read(*bytes);
  const std::string mark = "--" + message.media_type("content-type").parameter("boundary");
  std::string_view rest = *bytes;
  for (std::size_t at = rest.find(mark); mark.size() > 2 && at != std::string_view::npos;
       at = rest.find(mark)) {
    rest.remove_prefix(at + mark.size());
    rest.remove_prefix(std::min(rest.find('\n') + 1, rest.size()));
    if (take_part(rest.substr(0, rest.find(mark)), message, intake)) {
      return;
    }
  }
  intake.trouble(1, 0, {ErrorKind::unsupported, "no part of it is a page; save the page again"});
}

}  // namespace factbox::reports::formats
