/// \file
/// What the elements of feeds are called, whatever prefixes they come with.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "reports/formats/xml.h"

namespace factbox::reports::formats {

/// A name without its prefix.
[[nodiscard]] std::string_view local_name(std::string_view name);

/// The name of the first element in small letters, without prefix, in any encoding and whatever
/// stands before it, if not much; empty where none begins.
[[nodiscard]] std::string root_of(std::string_view beginning);

/// The namespaces that a feed declares, and the usual names of their elements.
///
/// What stands without a prefix is taken for the feed's own, whatever its namespace: feeds in use
/// declare wrong ones, or none.
class FeedNames {
 public:
  /// Takes what an element declares, for all that follows.
  void declare(const XmlToken& token);

  /// A name in small letters, by the usual prefix of its namespace: "dc:creator".
  [[nodiscard]] std::string usual(const std::string& name) const;

  /// The feed is Atom, where words without a type are no markup.
  [[nodiscard]] bool is_atom() const { return is_atom_; }

 private:
  std::map<std::string, std::string> prefixes_;
  bool is_atom_ = false;
};

}  // namespace factbox::reports::formats
