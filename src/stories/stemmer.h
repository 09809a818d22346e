/// \file
/// Words cut to their stems.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace factbox::stories {

/// Finds stems by Snowball's rules for English. One a thread.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  /// "negotiations" gives "negoti", as "negotiate" does. `folded` is in small letters; acronyms in
  /// capitals stay as they are.
  [[nodiscard]] std::string stem(std::string_view folded);

 private:
  struct Close {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Close> stemmer_;
};

}  // namespace factbox::stories
