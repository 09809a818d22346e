#include "stories/boilerplate.h"

#include <algorithm>
#include <utility>

namespace factbox::stories {
namespace {

constexpr std::size_t kShortest = 4;       // words of a sentence that counts
constexpr std::size_t kFrameWords = 5;     // words of a template beside names and figures
constexpr std::uint32_t kOften = 3;        // a sentence was printed, from which on it tells nothing
constexpr std::size_t kLeft = 3;           // words that must be left
constexpr std::size_t kMemory = 200'000;   // sentences and frames, twice
constexpr std::size_t kSentences = 2'000;  // of one text

struct Sentence {
  std::span<const PlainWord> words;
  std::uint64_t whole = 0;
  std::uint64_t frame = 0;  ///< with names and figures left open
  std::size_t frame_words = 0;
};

bool is_open(const PlainWord& word) {
  const char first = word.folded.empty() ? ' ' : word.folded.front();
  return (word.capital && !word.starts_sentence) || (first >= '0' && first <= '9');
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t with) {
  return (hash ^ with) * 0x9e3779b97f4a7c15ULL + (hash >> 29U);
}

std::vector<Sentence> sentences_of(std::string_view outlet, std::span<const PlainWord> words) {
  const std::uint64_t seed = stable_hash(outlet);
  std::vector<Sentence> sentences;
  for (std::size_t begin = 0; begin < words.size() && sentences.size() < kSentences;) {
    std::size_t end = begin + 1;
    while (end < words.size() && !words[end].starts_sentence) {
      ++end;
    }
    Sentence sentence{words.subspan(begin, end - begin), seed, mixed(seed, 1), 0};
    for (const PlainWord& word : sentence.words) {
      const bool open = is_open(word);
      sentence.whole = mixed(sentence.whole, word.hash);
      sentence.frame = mixed(sentence.frame, open ? 2 : word.hash);
      sentence.frame_words += open ? 0 : 1;
    }
    sentences.push_back(sentence);
    begin = end;
  }
  return sentences;
}

bool has_frame(const Sentence& sentence) {
  return sentence.frame_words >= kFrameWords && sentence.frame_words < sentence.words.size();
}

}  // namespace

std::vector<Boilerplate::Entry> Boilerplate::in_order(const Sentences& sentences) {
  std::vector<Entry> entries{sentences.begin(), sentences.end()};
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.first < b.first; });
  return entries;
}

const Boilerplate::Printed* Boilerplate::find(std::uint64_t key) const {
  for (const Sentences* sentences : {&now_, &before_}) {
    if (const auto found = sentences->find(key); found != sentences->end()) {
      return &found->second;
    }
  }
  return nullptr;
}

std::vector<PlainWord> Boilerplate::without_footers(std::string_view outlet,
                                                    std::span<const PlainWord> words) const {
  return kept(outlet, words, true);
}

std::vector<PlainWord> Boilerplate::telling(std::string_view outlet,
                                            std::span<const PlainWord> words) const {
  return kept(outlet, words, false);
}

std::vector<PlainWord> Boilerplate::kept(std::string_view outlet, std::span<const PlainWord> words,
                                         bool templates) const {
  std::vector<PlainWord> all{words.begin(), words.end()};
  if (outlet.empty()) {
    return all;
  }
  std::vector<PlainWord> left;
  for (const Sentence& sentence : sentences_of(outlet, words)) {
    const Printed* whole = sentence.words.size() < kShortest ? nullptr : find(sentence.whole);
    if (whole != nullptr && whole->times >= kOften) {
      continue;
    }
    const Printed* frame = !templates && has_frame(sentence) ? find(sentence.frame) : nullptr;
    const bool is_template =
        frame != nullptr && (frame->times > 0 || frame->last != sentence.whole);
    std::copy_if(sentence.words.begin(), sentence.words.end(), std::back_inserter(left),
                 [&](const PlainWord& word) { return !is_template || is_open(word); });
  }
  return left.size() < kLeft ? all : left;
}

void Boilerplate::remember(std::string_view outlet, std::span<const PlainWord> words) {
  if (outlet.empty()) {
    return;
  }
  for (const Sentence& sentence : sentences_of(outlet, words)) {
    if (sentence.words.size() >= kShortest) {
      note(sentence.whole, sentence.whole, false);
    }
    if (has_frame(sentence)) {
      note(sentence.frame, sentence.whole, true);
    }
  }
}

void Boilerplate::note(std::uint64_t key, std::uint64_t sentence, bool counts_changes) {
  const Printed* known = find(key);
  Printed printed = known == nullptr ? Printed{sentence, 0} : *known;
  printed.times += !counts_changes || printed.last != sentence ? 1 : 0;
  printed.last = sentence;
  now_[key] = printed;
  if (now_.size() >= kMemory) {
    before_ = std::exchange(now_, {});
  }
}

}  // namespace factbox::stories
