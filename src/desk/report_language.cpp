#include "desk/report_language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <fmt/format.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <map>

namespace factbox::desk {
namespace {

constexpr std::size_t kEnough = 2000;  // bytes that show a language
constexpr int kFewest = 60;            // bytes of letters that can
constexpr int kMostly = 75;            // percent of them, where a text cites others

/// A code in its shortest form: "en" of "en-GB" and "eng"; empty for what is none.
std::string short_code(const std::string& lang) {
  const auto locale = icu::Locale::createCanonical(lang.c_str());
  const std::string code = locale.getLanguage();
  constexpr std::size_t kLongestCode = 3;
  const bool is_code = locale.isBogus() == 0 && code.size() >= 2 && code.size() <= kLongestCode;
  return is_code && code != "und" && code != "mul" && code != "zxx" ? code : "";
}

std::string name_of(const std::string& code) {
  icu::UnicodeString name;
  icu::Locale{code.c_str()}.getDisplayLanguage(icu::Locale::getEnglish(), name);
  std::string words;
  name.toUTF8String(words);
  return words;
}

/// The beginning of a text, to the end of a letter.
std::string_view beginning_of(std::string_view text) {
  std::size_t end = std::min(text.size(), kEnough);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return text.substr(0, end);
}

std::string detect(const reports::Report& report) {
  const auto words = report.title + "\n" + std::string{beginning_of(report.text)};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<double, 3> scores{};
  CLD2::ExtDetectLanguageSummary(words.data(), static_cast<int>(words.size()), true, &hints, 0,
                                 languages.data(), percents.data(), scores.data(), nullptr, &bytes,
                                 &reliable);
  const bool sure = reliable && bytes >= kFewest && percents[0] >= kMostly &&
                    languages[0] != CLD2::UNKNOWN_LANGUAGE;
  return sure ? short_code(CLD2::LanguageCode(languages[0])) : "";
}

}  // namespace

std::string language_of(const reports::Report& report) {
  auto given = short_code(report.lang);
  return given.empty() ? detect(report) : given;
}

std::size_t leave_out_other_languages(std::vector<reports::ReportPtr>& reports,
                                      const Language& known, Listener& listener) {
  std::map<std::string, std::size_t> others;
  const auto left_out = std::erase_if(reports, [&](const reports::ReportPtr& report) {
    const auto code = language_of(*report);
    if (code.empty() || code == known.code) {
      return false;
    }
    ++others[code];
    return true;
  });
  if (left_out > 0) {
    std::vector<std::pair<std::size_t, std::string>> counted;
    counted.reserve(others.size());
    for (const auto& [code, count] : others) {
      counted.emplace_back(count, name_of(code));
    }
    std::ranges::stable_sort(counted, std::ranges::greater{},
                             [](const auto& each) { return each.first; });
    std::string which;
    for (const auto& [count, name] : counted) {
      which += fmt::format("{}{} in {}", which.empty() ? "" : ", ", count, name);
    }
    listener.note(
        fmt::format("{} in {} and {} left out: {}",
                    left_out == 1 ? "1 report isn't" : fmt::format("{} reports aren't", left_out),
                    known.name, left_out == 1 ? "was" : "were", which));
  }
  return left_out;
}

}  // namespace factbox::desk
