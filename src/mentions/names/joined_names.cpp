#include "mentions/names/joined_names.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/letters.h"

namespace factbox::mentions {
using texts::NameType;

namespace {

/// Without accents; letters that have no plain form stay as they are.
std::string without_marks(std::string_view name) {
  const bool plain = std::ranges::all_of(name, [](char c) { return (c & 0x80) == 0; });
  if (plain) {
    return std::string{name};
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) {
    return std::string{name};
  }
  const icu::UnicodeString parted = nfd->normalize(
      icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())}), status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < parted.length(); ++i) {
    const char16_t c = parted[i];
    if (c < 0x300 || c > 0x36F) {
      kept.append(c);
    }
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  while (!name.empty()) {
    const std::size_t space = name.find_first_of(" \n\t");
    if (space != 0) {
      words.push_back(name.substr(0, space));
    }
    name.remove_prefix(space == std::string_view::npos ? name.size() : space + 1);
  }
  return words;
}

std::string_view surname_of(std::string_view name) {
  auto words = words_of(name);
  while (words.size() > 1 &&
         (words.back() == "Jr." || words.back() == "Jr" || words.back() == "Sr." ||
          words.back() == "II" || words.back() == "III")) {
    words.pop_back();
  }
  return words.empty() ? name : words.back();
}

/// "IAEA" of "International Atomic Energy Agency".
std::string initials_of(std::string_view name) {
  std::string initials;
  for (const std::string_view word : words_of(name)) {
    if (const Letter first = letter_at(word, 0); is_capital(first.code)) {
      initials += word.substr(0, first.bytes);
    }
  }
  return initials.size() >= 2 ? initials : std::string{};
}

std::string_view prefix_of(NameType type) {
  static constexpr std::pair<NameType, std::string_view> kPrefixes[] = {
      {NameType::person, "person"},    {NameType::body, "org"},
      {NameType::polity, "place"},     {NameType::location, "place"},
      {NameType::facility, "place"},   {NameType::nationality, "people"},
      {NameType::event, "event"},      {NameType::law, "law"},
      {NameType::product, "thing"},    {NameType::work, "work"},
      {NameType::language, "language"}};
  const auto found =
      std::ranges::find(kPrefixes, type, &std::pair<NameType, std::string_view>::first);
  return found == std::end(kPrefixes) ? "name" : found->second;
}

std::string kind_of(const NameSpan& span) {
  if (span.outlet != nullptr) {
    return span.outlet->agency ? "agency" : "outlet";
  }
  return span.known != nullptr ? span.known->kind : span.kind;
}

}  // namespace

std::string entity_id(NameType type, std::string_view name) {
  std::string id{prefix_of(type)};
  id += ':';
  const std::size_t start = id.size();
  for (const char c : without_marks(name)) {
    if (ascii::is_letter(c) || ascii::is_digit(c)) {
      id += ascii::small(c);
    } else if (ascii::is_beyond(c)) {
      id += c;
    } else if (c != '\'' && c != '.' && id.size() > start && id.back() != '-') {
      id += '-';
    }
  }
  while (id.size() > start && id.back() == '-') {
    id.pop_back();
  }
  return id;
}

void JoinedNames::announce(const NameSpan& span, std::string_view written) {
  if (span.type == NameType::person) {
    const std::string_view surname = surname_of(written);
    if (surname == written) {
      return;
    }
    const auto [entry, fresh] = by_surname_.emplace(surname, written);
    if (!fresh && entry->second != written && !entry->second.empty()) {
      // Two of one surname: the longer form of one name stands for both forms, else nobody.
      const bool same = entry->second.find(written.substr(0, written.find(' '))) == 0;
      entry->second = same ? std::max(entry->second, std::string{written},
                                      [](const std::string& a, const std::string& b) {
                                        return a.size() < b.size();
                                      })
                           : std::string{};
    }
    return;
  }
  if (span.type == NameType::body && span.known == nullptr) {
    if (const std::string initials = initials_of(written); !initials.empty()) {
      by_initials_.emplace(initials, written);
    }
  }
}

std::string JoinedNames::full_form(const NameSpan& span, std::string_view written) const {
  if (span.type == NameType::person) {
    const std::string_view surname = surname_of(written);
    const auto full = by_surname_.find(surname);
    const bool told = full != by_surname_.end() && !full->second.empty();
    if (span.known != nullptr &&
        (!told || surname_of(span.known->name) != surname || full->second == span.known->name)) {
      return span.known->name;
    }
    return told && surname == written ? full->second : std::string{written};
  }
  if (span.known != nullptr) {
    return span.known->name;
  }
  if (span.outlet != nullptr) {
    return span.outlet->name;
  }
  if (span.type == NameType::body) {
    const auto full = by_initials_.find(written);
    if (full != by_initials_.end()) {
      return full->second;
    }
  }
  return std::string{written};
}

std::uint32_t JoinedNames::entity_of(const NameSpan& span, std::string_view written) {
  std::string id = entity_id(span.type, full_form(span, written));
  const auto [entry, fresh] = by_id_.emplace(id, static_cast<std::uint32_t>(entities_.size()));
  if (fresh) {
    entities_.push_back({std::move(id), std::string{written}, span.type, kind_of(span), {}});
    return entry->second;
  }
  Entity& entity = entities_[entry->second];
  if (written.size() > entity.name.size()) {
    entity.name = written;
  }
  return entry->second;
}

}  // namespace factbox::mentions
