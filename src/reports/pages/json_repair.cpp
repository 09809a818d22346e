#include "reports/pages/json_repair.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.h"

namespace factbox::reports::pages {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

class Repair {
 public:
  explicit Repair(std::string_view words) : words_(words) {}

  std::string run() {
    json_ = "[";
    while (at_ < words_.size()) {
      if (!skip_what_is_none()) {
        take();
      }
    }
    while (!open_.empty()) {
      close(open_.back());
    }
    drop_comma();
    return json_ + "]";
  }

 private:
  /// Marks and comments that HTML and JavaScript know, and JSON doesn't.
  bool skip_what_is_none() {
    const std::string_view rest = words_.substr(at_);
    for (const std::string_view mark : {"<![CDATA[", "]]>", "<!--", "-->"}) {
      if (rest.starts_with(mark)) {
        at_ += mark.size();
        return true;
      }
    }
    const bool is_block = rest.starts_with("/*");
    if (is_block || rest.starts_with("//")) {
      // "//<![CDATA[" stands before the JSON, sometimes on the same line.
      const std::size_t mark = rest.substr(2).find_first_not_of(" \t");
      if (!is_block && mark != std::string_view::npos &&
          (rest.substr(2 + mark).starts_with("<!") || rest.substr(2 + mark).starts_with("]]"))) {
        at_ += 2 + mark;
        return true;
      }
      const std::size_t end = is_block ? rest.find("*/") : rest.find('\n');
      at_ = end == std::string_view::npos ? words_.size() : at_ + end + (is_block ? 2 : 1);
      return true;
    }
    return false;
  }

  void take() {
    const char c = words_[at_];
    if (c == '{' || c == '[') {
      if (open_.empty() && json_.size() > 1) {
        drop_comma();
        json_ += ',';
      }
      json_ += c;
      open_ += c == '{' ? '}' : ']';
    } else if (open_.empty()) {
      // What stands between documents and around them.
    } else if (c == '}' || c == ']') {
      if (open_.back() == c) {
        close(c);
      }
    } else if (c == '"') {
      take_string();
      return;
    } else if (c != ';') {
      json_ += is_space(c) || static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    ++at_;
  }

  void drop_comma() {
    std::size_t end = json_.size();
    while (end > 0 && is_space(json_[end - 1])) {
      --end;
    }
    while (end > 0 && json_[end - 1] == ',') {
      json_.resize(--end);
      while (end > 0 && is_space(json_[end - 1])) {
        --end;
      }
    }
  }

  void close(char c) {
    drop_comma();
    json_ += c;
    open_.pop_back();
  }

  /// Whether a quotation mark at `at` can end a string: what JSON has behind strings follows.
  [[nodiscard]] bool ends_string(std::size_t at) const {
    const auto next = [this](std::size_t from) {
      while (from < words_.size() && is_space(words_[from])) {
        ++from;
      }
      return from;
    };
    const std::size_t behind = next(at + 1);
    if (behind == words_.size()) {
      return true;
    }
    const char c = words_[behind];
    if (c != ',') {
      return c == ':' || c == '}' || c == ']';
    }
    const std::size_t after = next(behind + 1);
    constexpr std::string_view kBegins = "\"{[}]-0123456789tfn/<";
    return after == words_.size() || kBegins.find(words_[after]) != std::string_view::npos;
  }

  void take_string() {
    json_ += '"';
    for (++at_; at_ < words_.size(); ++at_) {
      const char c = words_[at_];
      if (c == '"') {
        if (ends_string(at_)) {
          ++at_;
          break;
        }
        json_ += "\\\"";
      } else if (c == '\\') {
        take_escape();
      } else if (c == '\n') {
        json_ += "\\n";
      } else {
        json_ += c >= 0 && c < ' ' ? ' ' : c;
      }
    }
    json_ += '"';
  }

  /// What follows a backslash; one that JSON doesn't know is left out.
  void take_escape() {
    constexpr std::string_view kKnown = "\"\\/bfnrt";
    constexpr std::size_t kHexDigits = 4;
    const char c = at_ + 1 < words_.size() ? words_[at_ + 1] : ' ';
    const std::string_view digits = words_.substr(std::min(at_ + 2, words_.size()), kHexDigits);
    const bool is_hex =
        c == 'u' && digits.size() == kHexDigits &&
        digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    if (is_hex || kKnown.find(c) != std::string_view::npos) {
      json_ += '\\';
      json_ += c;
      ++at_;
    }
  }

  std::string_view words_;
  std::size_t at_ = 0;
  std::string json_;
  std::string open_;  ///< the marks that will close what is open
};

}  // namespace

std::string repaired_json(std::string_view words) {
  return Repair{words}.run();
}

}  // namespace factbox::reports::pages
