/// \file
/// Reading values out of JSON that somebody may have edited: every mistake is noted with the way to
/// it, and reading goes on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "outputs/factbox_words.h"

namespace factbox::outputs {

/// Something wrong in the JSON: the way to it ("sections[2].lines[0].text") and why.
struct JsonMistake {
  std::string way;
  std::string why;
};

/// What is learnt while reading one JSON text.
struct JsonReading {
  struct Asked {
    std::string way;
    std::set<std::string, std::less<>> names;
  };
  std::vector<JsonMistake> mistakes;
  std::map<const nlohmann::json*, Asked> asked;  ///< the objects read, and the fields asked for
};

/// A value in the JSON and the way to it. Where it isn't what is wanted, that is noted and an empty
/// value given, so that callers read straight down.
class JsonAt {
 public:
  JsonAt(const nlohmann::json* value, std::string way, JsonReading* reading)
      : value_(value), way_(std::move(way)), reading_(reading) {}

  [[nodiscard]] bool known() const { return value_ != nullptr && !value_->is_null(); }
  [[nodiscard]] JsonAt field(std::string_view name) const;
  [[nodiscard]] std::string words() const;
  /// A number or a range as JSON shows it; words stay words.
  [[nodiscard]] std::string shown() const;
  [[nodiscard]] double number() const;
  [[nodiscard]] std::uint32_t count() const;
  [[nodiscard]] bool yes() const;

  template <class Read>
  [[nodiscard]] auto list(Read read) const -> std::vector<decltype(read(std::declval<JsonAt>()))> {
    std::vector<decltype(read(std::declval<JsonAt>()))> values;
    for (std::size_t i = 0; i < length(); ++i) {
      values.push_back(read(item(i)));
    }
    return values;
  }

  [[nodiscard]] std::vector<std::string> all_words() const;

  /// The fields of an object whose names are data, in the order of their names.
  [[nodiscard]] std::vector<std::pair<std::string, JsonAt>> fields() const;

  template <class Value, std::size_t count>
  [[nodiscard]] Value one_of(const Words<Value, count>& words_for, Value otherwise) const {
    const auto word = words();
    if (word.empty()) {
      return otherwise;
    }
    std::string all;
    for (const auto& [value, name] : words_for) {
      if (name == word) {
        return value;
      }
      all += (all.empty() ? "" : ", ") + std::string{name};
    }
    wrong("\"" + word + "\" is none of the words known here: " + all);
    return otherwise;
  }

  void wrong(std::string_view why) const;

 private:
  /// Of a list; 0, noted where it is something else.
  [[nodiscard]] std::size_t length() const;
  [[nodiscard]] JsonAt item(std::size_t index) const;

  const nlohmann::json* value_;
  std::string way_;
  JsonReading* reading_;
};

/// The fields that nobody asked for in the objects read, as mistakes: misspelt perhaps.
[[nodiscard]] std::vector<JsonMistake> unknown_fields(const JsonReading& reading);

/// The line (from 1) of the JSON text on which the value at a way stands; that of the innermost
/// value on the way where it doesn't. Cost: linear in the text.
[[nodiscard]] std::size_t line_of_way(std::string_view json, std::string_view way);

}  // namespace factbox::outputs
