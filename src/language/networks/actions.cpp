#include "language/networks/actions.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <nlohmann/json.hpp>
#include <tuple>

namespace factbox::language {

Result<std::vector<Action>> read_actions(const PackedFile& file) {
  const auto text = file.root().find("moves");
  const auto moves = text && text->text()
                         ? nlohmann::json::parse(*text->text(), nullptr, /*allow_exceptions=*/false)
                         : nlohmann::json();
  const auto wrong = [&] {
    return tl::unexpected(file.expected(
        "JSON under \"moves\" that lists, for the number of each kind of move, labels "
        "and how often each was seen"));
  };
  if (!moves.is_object()) {
    return wrong();
  }
  std::vector<std::tuple<std::uint32_t, std::int64_t, std::string>> found;
  for (const auto& [name, labels] : moves.items()) {
    std::uint32_t kind = 0;
    const char* end = name.data() + name.size();
    if (std::from_chars(name.data(), end, kind).ptr != end || name.empty()) {
      return wrong();
    }
    if (!labels.is_object()) {
      return wrong();
    }
    for (const auto& [label, seen] : labels.items()) {
      if (!seen.is_number_integer()) {
        return wrong();
      }
      found.emplace_back(kind, seen.get<std::int64_t>(), label);
    }
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    if (std::get<0>(a) != std::get<0>(b)) {
      return std::get<0>(a) < std::get<0>(b);
    }
    return std::tie(std::get<1>(a), std::get<2>(a)) > std::tie(std::get<1>(b), std::get<2>(b));
  });
  std::vector<Action> actions;
  actions.reserve(found.size());
  for (auto& [kind, seen, label] : found) {
    actions.push_back({kind, std::move(label)});
  }
  return actions;
}

}  // namespace factbox::language
