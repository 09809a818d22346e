#include "outputs/json_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace factbox::outputs {
namespace {

using nlohmann::json;

std::string step_into(const std::string& way, std::string_view name) {
  return way.empty() ? std::string{name} : fmt::format("{}.{}", way, name);
}

/// Goes along valid JSON without keeping any of it.
class JsonWalker {
 public:
  explicit JsonWalker(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t line() const {
    const auto here = text_.substr(0, std::min(at_, text_.size()));
    return static_cast<std::size_t>(std::count(here.begin(), here.end(), '\n')) + 1;
  }

  /// Into the object's field; false where it has none.
  bool enter_field(std::string_view name) {
    skip_blanks();
    if (peek() != '{') {
      return false;
    }
    const std::size_t start = at_++;
    while (true) {
      skip_blanks();
      if (peek() != '"') {
        at_ = start;
        return false;
      }
      const auto key = read_string();
      skip_blanks();
      ++at_;  // the colon
      skip_blanks();
      if (key == name) {
        return true;
      }
      skip_value();
      skip_blanks();
      at_ += peek() == ',' ? 1 : 0;
    }
  }

  bool enter_item(std::size_t index) {
    skip_blanks();
    if (peek() != '[') {
      return false;
    }
    const std::size_t start = at_++;
    for (std::size_t i = 0;; ++i) {
      skip_blanks();
      if (peek() == ']' || peek() == '\0') {
        at_ = start;
        return false;
      }
      if (i == index) {
        return true;
      }
      skip_value();
      skip_blanks();
      at_ += peek() == ',' ? 1 : 0;
    }
  }

 private:
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_blanks() {
    while (at_ < text_.size() &&
           std::string_view{" \t\r\n\xEF\xBB\xBF"}.find(text_[at_]) != std::string_view::npos) {
      ++at_;
    }
  }

  std::string_view read_string() {
    const std::size_t start = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') {
      at_ += text_[at_] == '\\' ? 2 : 1;
    }
    const auto words = text_.substr(start, std::min(at_, text_.size()) - start);
    ++at_;
    return words;
  }

  void skip_value() {
    std::size_t depth = 0;
    do {
      skip_blanks();
      const char c = peek();
      if (c == '"') {
        (void)read_string();
      } else if (c == '{' || c == '[') {
        ++depth;
        ++at_;
      } else if (c == '}' || c == ']') {
        --depth;
        ++at_;
      } else if (c == ',' || c == ':') {
        ++at_;
      } else {
        at_ = std::min(text_.find_first_of(",:]}{[\" \t\r\n", at_ + 1), text_.size());
      }
    } while (depth > 0 && at_ < text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

JsonAt JsonAt::field(std::string_view name) const {
  const json* found = nullptr;
  if (known() && !value_->is_object()) {
    wrong("an object is wanted");
  } else if (known()) {
    auto& asked = reading_->asked[value_];
    asked.way = way_;
    asked.names.emplace(name);
    const auto each = value_->find(name);
    found = each == value_->end() ? nullptr : &*each;
  }
  return {found, step_into(way_, name), reading_};
}

std::string JsonAt::words() const {
  if (!known()) {
    return {};
  }
  if (value_->is_string()) {
    return value_->get<std::string>();
  }
  wrong("words in quotation marks are wanted");
  return {};
}

std::string JsonAt::shown() const {
  if (!known()) {
    return {};
  }
  return value_->is_string() ? value_->get<std::string>() : value_->dump();
}

double JsonAt::number() const {
  if (!known()) {
    return 0;
  }
  if (value_->is_number()) {
    return value_->get<double>();
  }
  wrong("a number is wanted");
  return 0;
}

std::uint32_t JsonAt::count() const {
  const double value = number();
  if (value >= 0 && value <= std::numeric_limits<std::uint32_t>::max()) {
    return static_cast<std::uint32_t>(value);
  }
  wrong("a number from 0 to 4294967295 is wanted");
  return 0;
}

bool JsonAt::yes() const {
  if (known() && !value_->is_boolean()) {
    wrong("true or false is wanted");
  }
  return known() && value_->is_boolean() && value_->get<bool>();
}

std::size_t JsonAt::length() const {
  if (known() && !value_->is_array()) {
    wrong("a list is wanted");
    return 0;
  }
  return known() ? value_->size() : 0;
}

JsonAt JsonAt::item(std::size_t index) const {
  return {&(*value_)[index], fmt::format("{}[{}]", way_, index), reading_};
}

std::vector<std::string> JsonAt::all_words() const {
  return list([](const JsonAt& at) { return at.words(); });
}

std::vector<std::pair<std::string, JsonAt>> JsonAt::fields() const {
  std::vector<std::pair<std::string, JsonAt>> all;
  if (known() && !value_->is_object()) {
    wrong("an object is wanted");
  } else if (known()) {
    for (const auto& [name, value] : value_->items()) {
      all.emplace_back(name, field(name));
    }
  }
  return all;
}

void JsonAt::wrong(std::string_view why) const {
  reading_->mistakes.push_back({way_, std::string{why}});
}

std::vector<JsonMistake> unknown_fields(const JsonReading& reading) {
  std::vector<JsonMistake> unknown;
  for (const auto& [object, asked] : reading.asked) {
    for (const auto& [name, value] : object->items()) {
      if (!asked.names.contains(name)) {
        unknown.push_back({step_into(asked.way, name), "a page has no such field"});
      }
    }
  }
  std::sort(unknown.begin(), unknown.end(),
            [](const JsonMistake& a, const JsonMistake& b) { return a.way < b.way; });
  return unknown;
}

std::size_t line_of_way(std::string_view json, std::string_view way) {
  JsonWalker walker{json};
  while (!way.empty()) {
    if (way.front() == '[') {
      const auto end = way.find(']');
      std::size_t index = 0;
      for (const char c : way.substr(1, end - 1)) {
        index = index * 10 + static_cast<std::size_t>(c - '0');
      }
      if (!walker.enter_item(index)) {
        break;
      }
      way.remove_prefix(end + 1);
    } else {
      way.remove_prefix(way.front() == '.' ? 1 : 0);
      const auto end = std::min(way.find_first_of(".["), way.size());
      if (!walker.enter_field(way.substr(0, end))) {
        break;
      }
      way.remove_prefix(end);
    }
  }
  return walker.line();
}

}  // namespace factbox::outputs
