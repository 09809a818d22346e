#include "language/words/lexicon.h"

#include <algorithm>
#include <utility>

#include "language/package_file.h"
#include "language/words/string_ids.h"
#include "language/words/unicode.h"

namespace factbox::language {
namespace {

constexpr std::string_view kNormTable = "lexeme_norm";
constexpr char kNormFollows = '\xFF';  // no byte of UTF-8
constexpr std::size_t kLongWord = 100;
constexpr int kLongestRun = 4;
constexpr int kSuffixLetters = 3;

char32_t shape_of(char32_t code) {
  if (is_alpha(code)) {
    return is_upper(code) ? U'X' : U'x';
  }
  return is_digit(code) ? U'd' : code;
}

std::string_view last_letters(std::string_view word) {
  std::size_t begin = word.size();
  for (int i = 0; i < kSuffixLetters && begin > 0; ++i) {
    begin = code_point_before(word, begin);
  }
  return word.substr(begin);
}

bool has_letters(std::string_view word, std::size_t letters) {
  if (word.size() < letters) {
    return false;
  }
  const auto starts = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), starts)) >= letters;
}

}  // namespace

std::string word_shape(std::string_view word) {
  if (has_letters(word, kLongWord)) {
    return "LONG";
  }
  std::string shape;
  char32_t last = 0;
  int run = 0;
  for (std::size_t offset = 0; offset < word.size();) {
    const CodePoint next = code_point_at(word, offset);
    const char32_t mapped = shape_of(next.value);
    run = offset > 0 && mapped == last ? run + 1 : 1;
    last = mapped;
    if (run <= kLongestRun) {
      if (mapped == next.value) {
        shape += word.substr(offset, next.bytes);
      } else {
        shape += static_cast<char>(mapped);
      }
    }
    offset += next.bytes;
  }
  return shape;
}

Result<std::shared_ptr<const Norms>> Norms::read(const PackedFile& file) {
  const auto table = file.root().find(kNormTable);
  if (!table || !table->is_map()) {
    return tl::unexpected(file.expected("a map with the table lexeme_norm"));
  }
  auto norms = std::make_shared<Norms>();
  norms->ids_.reserve(table->size());
  for (std::size_t i = 0; i < table->size(); ++i) {
    const auto word = table->key(i).unsigned_number();
    const auto norm = table->at(i).text();
    if (!word || !norm) {
      return tl::unexpected(file.expected("lexeme_norm to map string ids to strings"));
    }
    norms->ids_.emplace(*word, string_id(*norm));
  }
  return norms;
}

std::uint64_t Norms::norm_id(std::string_view word, std::string_view lower) const {
  if (const auto found = ids_.find(string_id(word)); found != ids_.end()) {
    return found->second;
  }
  if (const std::string_view norm = base_norm(word); !norm.empty()) {
    return string_id(norm);
  }
  return string_id(lower);
}

Lexicon::Lexicon(std::shared_ptr<const Norms> norms, LexiconLimits limits)
    : norms_(std::move(norms)), limits_(limits) {}

std::uint32_t Lexicon::index_of(std::string_view word, std::string_view norm) {
  StringTable::Place place{};
  if (norm.empty()) {
    place = keys_.add(word);
  } else {
    key_.assign(word) += kNormFollows;
    key_ += norm;
    place = keys_.add(key_);
  }
  if (place.added) {
    entries_.push_back(describe(word, norm));
  }
  return place.index;
}

Lexicon::Entry Lexicon::describe(std::string_view word, std::string_view norm) {
  Entry entry;
  const std::string lower = to_lower(word);
  entry.word_size = static_cast<std::uint32_t>(word.size());
  entry.is_lower = lower == word;
  if (!entry.is_lower) {
    entry.lower_begin = lower_bytes_.size();
    entry.lower_size = static_cast<std::uint32_t>(lower.size());
    lower_bytes_ += lower;
  }
  Lexeme& lexeme = entry.lexeme;
  lexeme.norm = norm.empty() ? norms_->norm_id(word, lower) : string_id(norm);
  lexeme.prefix = string_id(word.substr(0, code_point_at(word, 0).bytes));
  lexeme.suffix = string_id(last_letters(word));
  lexeme.shape = string_id(word_shape(word));
  lexeme.is_space = is_all_space(word);
  return entry;
}

std::string_view Lexicon::word(std::uint32_t index) const {
  return keys_[index].substr(0, entries_[index].word_size);
}

std::string_view Lexicon::lower(std::uint32_t index) const {
  const Entry& entry = entries_[index];
  if (entry.is_lower) {
    return word(index);
  }
  return std::string_view{lower_bytes_}.substr(entry.lower_begin, entry.lower_size);
}

void Lexicon::make_room() {
  const std::size_t bytes =
      keys_.memory() + lower_bytes_.capacity() + entries_.capacity() * sizeof(Entry);
  if (size() <= limits_.max_words && bytes <= limits_.max_bytes) {
    return;
  }
  keys_.clear();
  entries_ = {};
  lower_bytes_ = {};
  ++generation_;
}

}  // namespace factbox::language
