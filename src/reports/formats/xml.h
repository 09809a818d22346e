/// \file
/// XML as it comes: read as far as it can be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace factbox::reports::formats {

/// What stands next in the text.
struct XmlToken {
  enum class Kind : std::uint8_t { begin, end, text };

  Kind kind = Kind::text;
  std::string name{};  ///< of the element, as it stands, with its prefix
  std::vector<std::pair<std::string, std::string>> attributes{};  ///< values without references
  bool empty = false;      ///< of a beginning: <a/>, which has no end of its own
  std::string text{};      ///< references resolved
  bool is_data = false;    ///< of CDATA
  std::uint64_t line = 1;  ///< where it begins

  /// Empty if there is none.
  [[nodiscard]] std::string_view attribute(std::string_view called) const;
};

/// Reads XML (1.0, fifth edition) token by token, in bounded memory, and repairs what it can.
///
/// Parsers of libraries were weighed against feeds as they are: those that recover at all leave out
/// the text around what they stumble over. Here nothing is lost: an ampersand or a "<" that begins
/// nothing is itself, an undeclared entity is what HTML calls so, what isn't closed is closed by
/// its end, attributes need no quotation marks. Whether ends fit beginnings is left to the caller.
///
/// Entities that the document declares are replaced by their words, which hold no further entities,
/// and only so often as leaves the text its size; nothing outside is ever read.
class XmlReader {
 public:
  /// Appends more text to a string; false at the end.
  using More = std::function<bool(std::string&)>;

  explicit XmlReader(More more) : more_(std::move(more)) {}

  /// Puts the next token into `token`; false at the end.
  [[nodiscard]] bool next(XmlToken& token);

  /// The document makes its entities multiply, and their names are left in its text.
  [[nodiscard]] bool floods() const { return flooded_; }

 private:
  bool refill();
  bool ensure(std::size_t count);
  [[nodiscard]] std::size_t find(std::string_view words, std::size_t from, std::size_t most);
  void advance(std::size_t count);
  bool read_markup(XmlToken& token);
  bool read_tag(XmlToken& token);
  void read_doctype();
  void read_text(XmlToken& token);
  void declare(std::string_view subset);
  [[nodiscard]] std::string resolved(std::string_view words);
  [[nodiscard]] const std::string& html_letters(std::string_view reference);

  More more_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool ended_ = false;
  std::uint64_t line_ = 1;
  std::map<std::string, std::string, std::less<>> entities_;
  std::map<std::string, std::string, std::less<>> html_letters_;
  std::size_t grown_ = 0;  ///< bytes that entities have made
  bool flooded_ = false;
};

}  // namespace factbox::reports::formats
