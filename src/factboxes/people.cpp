#include "factboxes/people.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/letters.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::Link;
using texts::NameType;
using texts::WordClass;

namespace {

bool is_person(const mentions::Entity& entity) {
  return entity.type == NameType::person;
}

/// Names are words of letters; what has dashes or figures between them is something else.
bool is_plain_name(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         name.find("\xE2\x80\x93") == std::string_view::npos &&
         name.find(" - ") == std::string_view::npos &&
         name.find_first_of("\n\",:;()") == std::string_view::npos &&
         name.find("\xE2\x80\x9C") == std::string_view::npos &&
         name.find("\xE2\x80\x9D") == std::string_view::npos && words_of(name).size() <= 6;
}

/// True where all words of one name stand in the other; an initial stands for its name.
bool is_variant(std::string_view a, std::string_view b) {
  auto fewer = words_of(a);
  auto more = words_of(b);
  if (fewer.size() > more.size()) {
    std::swap(fewer, more);
  }
  const auto has = [&](const Word& word) {
    return std::any_of(more.begin(), more.end(), [&](const Word& other) {
      return word.folded == other.folded ||
             (word.folded.size() == 1 && other.folded.starts_with(word.folded)) ||
             (other.folded.size() == 1 && word.folded.starts_with(other.folded));
    });
  };
  // "Muhammad Javad Zarif" is "Mohammad Javad Zarif": of three words one may be spelt otherwise.
  // "Ain al-Assad" is not "Bashar al-Assad".
  const auto is_like = [&](const Word& word) {
    return has(word) || std::any_of(more.begin(), more.end(), [&](const Word& other) {
             return word.folded.front() == other.folded.front() &&
                    std::none_of(fewer.begin(), fewer.end(),
                                 [&](const Word& each) { return each.folded == other.folded; });
           });
  };
  const auto shared = std::count_if(fewer.begin(), fewer.end(), has);
  return shared == std::ssize(fewer) || (shared >= 2 && std::ssize(fewer) - shared <= 1 &&
                                         std::all_of(fewer.begin(), fewer.end(), is_like));
}

/// Letters to put in, take out or change to make one word the other; no more than 3 are told.
std::size_t distance(std::string_view a, std::string_view b) {
  constexpr std::size_t kMany = 3;
  if (a.size() > b.size() + kMany || b.size() > a.size() + kMany) {
    return kMany;
  }
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = std::exchange(row[0], i);
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const auto changed = diagonal + (a[i - 1] == b[k - 1] ? 0 : 1);
      diagonal = std::exchange(row[k], std::min({changed, row[k] + 1, row[k - 1] + 1}));
    }
  }
  return std::min(kMany, row.back());
}

/// "Emmanuel" and "Emanuel"; not "Martin" and "Martina", "Maria" and "Mario".
bool is_spelling_of(std::string_view a, std::string_view b, std::size_t least) {
  constexpr std::size_t kLong = 7;
  if (a == b) {
    return true;
  }
  const auto shorter = std::min(a.size(), b.size());
  const std::size_t most = shorter >= kLong ? 2 : 1;
  return shorter >= least && a.front() == b.front() && a.back() == b.back() &&
         distance(a, b) <= most;
}

/// True where only spaces lie between the two.
bool adjoins(std::string_view text, ByteRange before, ByteRange after) {
  if (before.end > after.begin) {
    return false;
  }
  const auto between = text.substr(before.end, after.begin - before.end);
  return between.size() <= 2 && between.find_first_not_of(' ') == std::string_view::npos;
}

bool has_capital(const texts::Sheet& sheet, std::uint32_t token) {
  return begins_with_capital(sheet.word(token));
}

/// Within the name of somebody else: "lawyer Lena Brandt Captain Petra Lomm".
bool in_person(const texts::Sheet& sheet, std::uint32_t token) {
  const auto names = sheet.names();
  return std::any_of(names.begin(), names.end(), [&](const texts::MarkedName& each) {
    return each.type == NameType::person && each.tokens.first <= token && token < each.tokens.past;
  });
}

/// The first byte of the words that describe a title from before it: "EU foreign policy chief",
/// "Iranian Deputy Foreign Minister".
std::uint32_t with_description(const texts::Sheet& sheet, ByteRange title) {
  constexpr int kMostWords = 5;
  constexpr std::uint32_t kLongestPrefix = 8;
  auto first = sheet.token_at(title.begin);
  for (int count = 0; count < kMostWords && first > 0; ++count) {
    const auto before = first - 1;
    const Link link = sheet.link(before);
    const WordClass word_class = sheet.word_class(before);
    const bool describes =
        (link == Link::compound || link == Link::adjective || link == Link::noun_modifier) &&
        (word_class == WordClass::noun || word_class == WordClass::name ||
         word_class == WordClass::adjective) &&
        sheet.head(before) > before && sheet.range(sheet.head(before)).begin < title.end + 40;
    // "… in grief Parliament Speaker …": a small noun before capitals ends a heading.
    const bool of_heading =
        word_class == WordClass::noun && !has_capital(sheet, before) && has_capital(sheet, first);
    if (!describes || of_heading || in_person(sheet, before) ||
        !adjoins(sheet.text(), sheet.range(before), sheet.range(first))) {
      break;
    }
    first = before;
  }
  const auto begin = std::min(title.begin, sheet.range(first).begin);
  if (begin > 0 && sheet.text()[begin - 1] == '-') {
    const auto word =
        words_of(sheet.text()
                     .substr(0, begin - 1)
                     .substr(begin - 1 - std::min<std::uint32_t>(begin - 1, kLongestPrefix)));
    if (!word.empty() &&
        word.back().folded == "ex") {  // English: people are told apart before any table
      return begin - 1 - word.back().range.size();  // "Ex-Foreign Minister": not one any more
    }
    if (begin < title.begin) {
      return std::min(title.begin, sheet.range(first + 1).begin);
      // "right-wing lawmaker": half a word describes nobody
    }
  }
  return begin;
}

}  // namespace

bool is_other_spelling(std::string_view a, std::string_view b) {
  constexpr std::size_t kFirst = 6;
  constexpr std::size_t kLast = 5;
  const auto one = words_of(a);
  const auto other = words_of(b);
  return one.size() >= 2 && one.size() == other.size() &&
         is_spelling_of(one.front().folded, other.front().folded, kFirst) &&
         is_spelling_of(one.back().folded, other.back().folded, kLast);
}

Evidence evidence_at(const reports::Report& report, Passage where, Part part) {
  return {report.id, where.field, where.range, std::string{where.range.in(report.of(where.field))},
          part};
}

std::optional<ByteRange> title_before(const statements::ReadReport& report,
                                      const mentions::NameMention& mention) {
  const auto& text = report.report->of(mention.where.field);
  if (!mention.role || !adjoins(text, *mention.role, mention.where.range)) {
    return std::nullopt;
  }
  return ByteRange{with_description(report.of(mention.where.field), *mention.role),
                   mention.role->end};
}

People::People(const stories::Story& story, std::span<const statements::ReadReport> reports) {
  for (const auto index : story.reports) {
    learn(reports[index]);
  }
  join_variants();
  settle_titles();
  settle_surnames();
}

void People::learn(const statements::ReadReport& report) {
  for (const auto& mention : report.mentions.names) {
    if (mention.entity >= report.mentions.entities.size()) {
      continue;
    }
    const auto& entity = report.mentions.entities[mention.entity];
    const auto words = words_of(mention.where.range.in(report.report->of(mention.where.field)));
    if (words.size() == 1) {
      ++(is_person(entity) ? short_mentions_ : other_mentions_)[words.front().folded];
    }
    if (is_person(entity) && words_of(entity.name).size() >= 2 && is_plain_name(entity.name)) {
      learn_mention(report, mention, words.size() >= 2);
    }
  }
}

std::uint32_t People::number_of(const mentions::Entity& entity) {
  const auto [found, fresh] =
      by_entity_.emplace(entity.id, static_cast<std::uint32_t>(people_.size()));
  if (fresh) {
    by_last_word_[last_word(entity.name)].push_back(found->second);
    people_.emplace_back();
    people_.back().entity = entity.id;
    titles_.emplace_back();
  }
  return found->second;
}

void People::learn_mention(const statements::ReadReport& report,
                           const mentions::NameMention& mention, bool in_full) {
  const auto number = number_of(report.mentions.entities[mention.entity]);
  auto& person = people_[number];
  ++person.mentions;
  if (!in_full || mention.where.field != Field::text) {
    return;
  }
  auto full = evidence_at(*report.report, mention.where, Part::name);
  if (const auto title = title_before(report, mention)) {
    auto words = evidence_at(*report.report, {mention.where.field, *title}, Part::role);
    auto& use = titles_[number][folded(words.text)];
    if (++use.count == 1) {
      use.title = std::move(words);
      use.full = full;
    }
  }
  if (person.name.empty()) {
    person.name = full.text;
    person.full = std::move(full);
  }
}

/// The title that most reports have, and the name as it stands with it.
void People::settle_titles() {
  for (std::size_t i = 0; i < people_.size(); ++i) {
    const TitleUse* most = nullptr;
    for (const auto& [words, use] : titles_[i]) {
      if (most == nullptr || use.count > most->count ||
          (use.count == most->count && words.size() > folded(most->title.text).size())) {
        most = &use;
      }
    }
    if (most != nullptr && !people_[i].name.empty()) {
      people_[i].title = most->title;
      people_[i].full = most->full;
      people_[i].name = most->full.text;
    }
  }
}

/// "Javad Zarif" and "Mohammad Javad Zarif" are one where all words of the one stand in the other,
/// and two spellings of one name.
void People::join_variants() {
  for (auto& [word, bearing] : by_last_word_) {
    std::sort(bearing.begin(), bearing.end(), [&](std::uint32_t a, std::uint32_t b) {
      return people_[a].mentions > people_[b].mentions;
    });
    std::vector<std::uint32_t> apart;
    for (const auto each : bearing) {
      const auto same = std::find_if(apart.begin(), apart.end(), [&](std::uint32_t other) {
        return is_variant(people_[each].name, people_[other].name);
      });
      if (same == apart.end()) {
        apart.push_back(each);
      } else {
        join(each, *same);
      }
    }
    bearing = apart;
  }
  join_spellings();
}

void People::join(std::uint32_t each, std::uint32_t into) {
  people_[into].mentions += people_[each].mentions;
  for (auto& [words, use] : titles_[each]) {
    const auto count = use.count;
    titles_[into].emplace(words, use).first->second.count += count;
  }
  people_[each].name.clear();
  for (auto& [entity, person] : by_entity_) {
    person = person == each ? into : person;
  }
}

void People::join_spellings() {
  std::map<std::uint32_t, std::uint32_t> joined;
  std::map<std::pair<char, char>, std::vector<std::uint32_t>> by_letters;
  for (auto& [word, bearing] : by_last_word_) {
    for (const auto each : bearing) {
      const auto& name = people_[each].name;
      if (name.empty() || word.empty()) {
        continue;
      }
      auto& alike = by_letters[{words_of(name).front().folded.front(), word.front()}];
      const auto same = std::find_if(alike.begin(), alike.end(), [&](std::uint32_t other) {
        return is_other_spelling(name, people_[other].name);
      });
      if (same == alike.end()) {
        alike.push_back(each);
        continue;
      }
      auto less = each;
      if (people_[each].mentions > people_[*same].mentions) {
        std::swap(less, *same);
      }
      join(less, *same);
      joined.emplace(less, *same);
    }
  }
  for (auto& [word, bearing] : by_last_word_) {
    for (auto& each : bearing) {
      for (auto into = joined.find(each); into != joined.end(); into = joined.find(each)) {
        each = into->second;
      }
    }
  }
}

void People::settle_surnames() {
  for (auto& person : people_) {
    if (person.name.empty()) {
      continue;
    }
    const auto words = words_of(person.name);
    const Word* best = nullptr;
    std::uint32_t most = 0;
    for (const auto& word : words) {
      const auto found = short_mentions_.find(word.folded);
      if (found != short_mentions_.end() && found->second >= most) {
        most = found->second;
        best = &word;
      }
    }
    if (best != nullptr) {
      person.surname = best->range.in(person.name);
    }
  }
}

bool People::mostly_person(const std::string& word) const {
  const auto person = short_mentions_.find(word);
  const auto other = other_mentions_.find(word);
  return person != short_mentions_.end() &&
         (other == other_mentions_.end() || person->second >= other->second);
}

std::optional<std::uint32_t> People::by_surname(const std::string& word) const {
  std::optional<std::uint32_t> found;
  if (const auto bearing = by_last_word_.find(word); bearing != by_last_word_.end()) {
    for (const auto person : bearing->second) {
      if (!found || people_[person].mentions > people_[*found].mentions) {
        found = person;
      }
    }
    // Two who are named much alike can't be told apart by the surname.
    for (const auto person : bearing->second) {
      if (person != *found && 5 * people_[person].mentions > people_[*found].mentions) {
        return std::nullopt;
      }
    }
  }
  return found && !people_[*found].name.empty() ? found : std::nullopt;
}

std::optional<std::uint32_t> People::of(const mentions::Entity& entity) const {
  return is_person(entity) ? of_id(entity.id) : std::nullopt;
}

std::optional<std::uint32_t> People::of_id(std::string_view entity) const {
  std::optional<std::uint32_t> found;
  if (const auto known = by_entity_.find(entity); known != by_entity_.end()) {
    found = known->second;
  } else if (entity.starts_with("person:")) {
    found = by_surname(last_word(entity.substr(entity.find(':') + 1)));
  }
  return found && !people_[*found].name.empty() ? found : std::nullopt;
}

}  // namespace factbox::factboxes
