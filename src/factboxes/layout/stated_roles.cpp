#include "factboxes/layout/stated_roles.h"

#include <algorithm>
#include <optional>

#include "factboxes/lines/cuts.h"
#include "factboxes/lines/introductions.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::Link;
using texts::NameType;
using texts::Sheet;
using texts::TokenRange;
using texts::WordClass;

namespace {

constexpr std::size_t kLongestTitle = 60;
constexpr std::uint32_t kLongestTail = 6;  // words of "of the rescue teams"
constexpr std::uint32_t kReach = 12;       // tokens behind a name in which an apposition begins

/// A title behind a name with the words that belong to it from before it: "the health" before
/// "secretary".
ByteRange with_description(const Sheet& sheet, ByteRange title, std::uint32_t from) {
  const auto last = sheet.token_at(title.end - 1);
  if (last >= sheet.size()) {
    return title;
  }
  const auto whole = sheet.bytes(noun_group(sheet, last));
  const auto words = whole.in(sheet.text());
  const bool fits = whole.begin >= from && whole.covers(title) && words.size() <= kLongestTitle &&
                    words.find_first_of("\n,;:()\"") == std::string_view::npos;
  return fits ? whole : title;
}

/// Finds the noun that says who a name is, where one stands beside it.
class ApposedNoun {
 public:
  ApposedNoun(const Sheet& sheet, ByteRange name, const HouseStyle& style)
      : sheet_(sheet),
        style_(style),
        first_(sheet.token_at(name.begin)),
        past_(sheet.token_at(name.end - 1) + 1) {}

  [[nodiscard]] std::optional<ByteRange> find() const {
    if (first_ >= sheet_.size() || past_ > sheet_.size()) {
      return std::nullopt;
    }
    if (const auto before = noun_before()) {
      return before;
    }
    return noun_behind();
  }

  /// "Petra Lomm, a driver from Oster,".
  [[nodiscard]] std::optional<ByteRange> noun_behind() const {
    const auto last = std::min(sheet_.size(), past_ + kReach);
    for (auto token = past_; token < last && !sheet_.starts_sentence(token); ++token) {
      if (sheet_.link(token) == Link::apposition && of_name(sheet_.head(token))) {
        return is_person_noun(token) ? group_of(token, kLongestTail) : std::nullopt;
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool is_person_noun(std::uint32_t token) const {
    return sheet_.word_class(token) == WordClass::noun &&
           style_.person_nouns.contains(low(sheet_.word(token)));
  }

  [[nodiscard]] bool of_name(std::uint32_t token) const { return first_ <= token && token < past_; }

  /// "Bus driver Petra Lomm"; "the driver, Petra Lomm".
  [[nodiscard]] std::optional<ByteRange> noun_before() const {
    if (first_ == 0) {
      return std::nullopt;
    }
    const auto before = first_ - 1;
    if (is_person_noun(before) && of_name(sheet_.head(before))) {
      return group_of(before, 0);
    }
    for (auto token = first_; token < past_; ++token) {
      const auto head = sheet_.head(token);
      if (sheet_.link(token) == Link::apposition && head < first_ && is_person_noun(head) &&
          first_ - head <= 2) {
        return group_of(head, 0);
      }
    }
    return std::nullopt;
  }

  /// "63-year-old mother": half a word describes nobody.
  [[nodiscard]] bool is_behind_hyphen(std::uint32_t token) const {
    const auto begin = sheet_.range(token).begin;
    return begin > 0 && sheet_.text()[begin - 1] == '-';
  }

  /// The noun with what stands before it, and a short tail; in front of a name without article.
  [[nodiscard]] std::optional<ByteRange> group_of(std::uint32_t noun, std::uint32_t tail) const {
    TokenRange group = noun_group(sheet_, noun);
    while (group.size() > 1 &&
           ((tail == 0 && sheet_.link(group.first) == Link::determiner) ||
            sheet_.word_class(group.first) == WordClass::number ||
            sheet_.word_class(group.first) == WordClass::pronoun ||
            texts::asks(sheet_.form(group.first)) || is_behind_hyphen(group.first) ||
            sheet_.word_class(group.first) == WordClass::punctuation)) {
      ++group.first;
    }
    bool tailed = false;
    const auto next = noun + 1;
    if (next < sheet_.size() && sheet_.head(next) == noun &&
        sheet_.link(next) == Link::preposition) {
      const auto more = subtree(sheet_, next);
      if (more.first == next && more.size() > 1 && more.size() <= tail) {
        group.past = more.past;
        tailed = true;
      }
    }
    if (!tailed && style_.line_lists.holds(LineList::says_little, low(sheet_.word(noun)))) {
      return std::nullopt;
    }
    const auto bytes = sheet_.bytes(group);
    const auto words = bytes.in(sheet_.text());
    const bool plain = words.find_first_of("\n,;:()\"") == std::string_view::npos;
    return plain && words.size() <= kLongestTitle ? std::optional{bytes} : std::nullopt;
  }

  const Sheet& sheet_;
  const HouseStyle& style_;
  std::uint32_t first_;
  std::uint32_t past_;
};

}  // namespace

StatedRoles::StatedRoles(const Workbench& bench) : bench_(bench) {
  for (const auto index : bench.story.reports) {
    read(bench.reports[index]);
  }
}

void StatedRoles::read(const statements::ReadReport& report) {
  for (const auto& mention : report.mentions.names) {
    if (mention.where.field != Field::text || mention.type != NameType::person ||
        mention.entity >= report.mentions.entities.size()) {
      continue;
    }
    const auto& entity = report.mentions.entities[mention.entity];
    const auto person = bench_.people.of(entity);
    if (!person) {
      continue;
    }
    const auto name = mention.where.range;
    const ApposedNoun beside{report.of(Field::text), name, bench_.style};
    if (!mention.role) {
      if (const auto noun = beside.find()) {
        add(*person, report, name, *noun, {});
      }
      continue;
    }
    const auto stated = std::find_if(entity.roles.begin(), entity.roles.end(),
                                     [&](const mentions::Entity::StatedRole& role) {
                                       return role.where == Passage{Field::text, *mention.role};
                                     });
    auto title = title_before(report, mention).value_or(*mention.role);
    if (const auto whole = beside.noun_behind(); whole && whole->covers(title)) {
      title = *whole;
    } else if (title.begin >= name.end) {
      title = with_description(report.of(Field::text), title, name.end);
    }
    if (bench_.style.line_lists.holds(LineList::says_little,
                                      last_word(title.in(report.report->text)))) {
      continue;
    }
    add(*person, report, name, title, stated == entity.roles.end() ? std::string{} : stated->of);
  }
}

void StatedRoles::add(std::uint32_t person, const statements::ReadReport& report, ByteRange name,
                      ByteRange title, const std::string& of) {
  const auto& sheet = report.of(Field::text);
  auto short_of_article = title;
  if (const auto first = sheet.token_at(title.begin); first + 1 < sheet.size() &&
                                                      sheet.link(first) == Link::determiner &&
                                                      sheet.range(first + 1).begin < title.end) {
    short_of_article.begin = sheet.range(first + 1).begin;
  }
  const auto between = std::string_view{report.report->text}.substr(title.end, 2);
  if (between == ". " && title.end + 2 == name.begin) {
    ++short_of_article.end;  // "Gov. Ira Tomm"
  }
  auto evidence = evidence_at(*report.report, {Field::text, short_of_article}, Part::role);
  auto& role = roles_[person][folded(evidence.text)];
  if (++role.count == 1) {
    role.title = evidence.text;
    role.evidence = std::move(evidence);
    if (title.begin >= name.end) {
      role.apposed = evidence_at(*report.report, {Field::text, title}, Part::role);
    }
  }
  role.of = role.of.empty() ? of : role.of;
}

std::vector<StatedRole> StatedRoles::of(std::uint32_t person) const {
  const auto found = roles_.find(person);
  if (found == roles_.end()) {
    return {};
  }
  std::vector<StatedRole> roles;
  for (const auto& [words, role] : found->second) {
    roles.push_back(role);
  }
  std::stable_sort(roles.begin(), roles.end(), [](const StatedRole& a, const StatedRole& b) {
    return std::pair{a.count, a.title.size()} > std::pair{b.count, b.title.size()};
  });
  std::vector<StatedRole> apart;
  for (auto& role : roles) {
    const bool again = std::any_of(apart.begin(), apart.end(), [&](const StatedRole& other) {
      return holds_phrase(role.title, last_word(other.title)) ||
             holds_phrase(other.title, last_word(role.title));
    });
    if (!again) {
      apart.push_back(std::move(role));
    }
  }
  return apart;
}

}  // namespace factbox::factboxes
