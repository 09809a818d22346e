#include "reports/formats/warc.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "reports/formats/header_fields.h"

// not English in this file: names of header fields.

namespace factbox::reports::formats {
namespace {

constexpr std::string_view kVersion = "WARC/";
constexpr std::size_t kLongestHead = 256U << 10U;
constexpr std::size_t kChunk = 256U << 10U;

/// A delivery's bytes, a record's at a time.
class Records {
 public:
  explicit Records(sources::Delivery& delivery) : delivery_(delivery), chunk_(kChunk) {}

  [[nodiscard]] std::uint64_t offset() const { return offset_; }
  [[nodiscard]] std::string_view held() const { return std::string_view{buffer_}.substr(at_); }

  /// Has at least so many bytes at hand, if there are; says how many.
  std::size_t hold(std::size_t count) {
    while (buffer_.size() - at_ < count) {
      if (at_ > 0) {
        buffer_.erase(0, at_);
        at_ = 0;
      }
      const std::size_t got = delivery_.take(chunk_);
      if (got == 0) {
        break;
      }
      buffer_.append(chunk_.data(), got);
    }
    return buffer_.size() - at_;
  }

  void skip(std::uint64_t count) {
    offset_ += count;
    const auto here = std::min<std::uint64_t>(count, buffer_.size() - at_);
    at_ += static_cast<std::size_t>(here);
    count -= here;
    while (count > 0) {
      const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(count, kChunk));
      const std::size_t got = delivery_.take(std::span{chunk_}.first(wanted));
      if (got == 0) {
        return;
      }
      count -= got;
    }
  }

  /// Goes to the next record's beginning; false at the end.
  bool go_to_record() {
    for (;;) {
      if (hold(kVersion.size()) < kVersion.size()) {
        skip(held().size());
        return false;
      }
      if (held().starts_with(kVersion)) {
        return true;
      }
      // Blank lines part records; after a damaged one, whatever comes is passed over.
      const std::size_t next = held().find("WARC/", 1);
      skip(next == std::string_view::npos ? held().size() - (kVersion.size() - 1) : next);
    }
  }

  /// The head at hand; empty where it has no end.
  std::string_view head() {
    constexpr std::size_t kStep = 4096;
    for (std::size_t wanted = kStep;; wanted *= 2) {
      const std::size_t count = hold(wanted);
      const std::size_t end = end_of_head(held());
      if (end != std::string_view::npos) {
        return held().substr(0, end);
      }
      if (count < wanted || wanted > kLongestHead) {
        return "";
      }
    }
  }

 private:
  sources::Delivery& delivery_;
  std::vector<char> chunk_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t offset_ = 0;
};

std::uint64_t number_in(std::string_view words) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(words.data(), words.data() + words.size(), number);
  return read.ec == std::errc{} ? number : 0;
}

/// The address of a record, which some write in angle brackets.
std::string address_of(const HeaderFields& record) {
  std::string_view address = record.find("warc-target-uri");
  if (address.starts_with('<') && address.ends_with('>')) {
    address = address.substr(1, address.size() - 2);
  }
  return std::string{address};
}

/// Whether the head of an answer says that it is a page: status 200, HTML.
bool is_page(std::string_view head, const MediaType& type) {
  const std::size_t space = head.find(' ');
  return head.starts_with("HTTP/") && space != std::string_view::npos &&
         head.substr(space + 1).starts_with("200") &&
         (type.type == "text/html" || type.type == "application/xhtml+xml");
}

/// An answer's page, at the record's byte of the archive.
void take_page(const HeaderFields& record, std::string_view block, std::uint64_t byte,
               Intake& intake) {
  const std::size_t end = end_of_head(block);
  const std::string_view head = block.substr(0, end);
  const HeaderFields fields = HeaderFields::read(head);
  const MediaType type = fields.media_type("content-type");
  sources::Envelope envelope{intake.envelope().path, sources::Came::inside_another};
  envelope.address = address_of(record);
  envelope.received = record.find("warc-date");
  envelope.content_type = type.type;
  envelope.charset = type.parameter("charset");
  std::string body{block.substr(std::min(end, block.size()))};
  if (ascii::in_small_letters(fields.find("transfer-encoding")).find("chunked") !=
      std::string::npos) {
    body = without_chunks(std::move(body));
  }
  // A packed body is known by its first bytes, whatever the head says.
  sources::Delivery page{envelope, sources::stream_of(std::move(body)), intake.options().unpack};
  intake.take_inside(page, byte);
}

}  // namespace

std::string without_chunks(std::string body) {
  constexpr int kHex = 16;
  std::string whole;
  std::string_view rest = body;
  while (!rest.empty()) {
    std::uint64_t size = 0;
    const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), size, kHex);
    const std::size_t line = rest.find('\n');
    if (read.ec != std::errc{} || line == std::string_view::npos) {
      return whole.empty() ? body : whole;
    }
    rest.remove_prefix(line + 1);
    if (size == 0) {
      break;
    }
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(size, rest.size()));
    whole += rest.substr(0, count);
    rest.remove_prefix(count);
    rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
  }
  return whole;
}

bool begins_as_warc(std::string_view beginning, std::string_view /*path*/) {
  return beginning.starts_with(kVersion);
}

void read_warc(sources::Delivery& delivery, Intake& intake) {
  const std::uint64_t limit = intake.options().max_page_bytes;
  Records records{delivery};
  std::size_t pages = 0;
  while (records.go_to_record()) {
    const std::uint64_t byte = records.offset();
    const std::string_view head = records.head();
    if (head.empty()) {
      if (!delivery.trouble()) {
        intake.trouble(0, byte,
                       {ErrorKind::malformed,
                        "the archive breaks off within a record; fetch it again (what came before "
                        "is used)"});
      }
      return;
    }
    const HeaderFields record = HeaderFields::read(head);
    const std::uint64_t size = number_in(record.find("content-length"));
    records.skip(head.size());
    if (record.find("warc-type") != "response") {
      records.skip(size);
      continue;
    }
    const std::string answer{records.head()};
    if (!is_page(answer, HeaderFields::read(answer).media_type("content-type"))) {
      records.skip(size);
      continue;
    }
    ++pages;
    if (size > limit) {
      intake.trouble(0, byte,
                     {ErrorKind::too_large,
                      fmt::format("{}: the page has {} bytes, and {} are allowed; is it one page?",
                                  address_of(record), size, limit)});
      records.skip(size);
      continue;
    }
    const auto wanted = static_cast<std::size_t>(size);
    const bool whole = records.hold(wanted) >= wanted;
    take_page(record, records.held().substr(0, wanted), byte, intake);
    records.skip(size);
    if (!whole && !delivery.trouble()) {
      intake.trouble(0, byte,
                     {ErrorKind::malformed,
                      "the archive breaks off within this record; fetch it again (what came before "
                      "is used)"});
    }
  }
  if (pages == 0 && !delivery.trouble()) {
    intake.trouble(0, 0,
                   {ErrorKind::unsupported,
                    "the archive holds no page: no answer with status 200 that is HTML"});
  }
}

}  // namespace factbox::reports::formats
