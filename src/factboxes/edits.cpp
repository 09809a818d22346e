#include "factboxes/edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "base/letters.h"
#include "base/sha256.h"

namespace factbox::factboxes {
namespace {

std::string short_hash(std::string_view words) {
  constexpr std::size_t kShort = 16;
  return sha256_hex(words).substr(0, kShort);
}

std::map<std::string_view, std::string_view> by_id(const std::vector<AsMade::Piece>& pieces) {
  std::map<std::string_view, std::string_view> hashes;
  for (const auto& piece : pieces) {
    hashes.emplace(piece.id, piece.hash);
  }
  return hashes;
}

/// What the program made of a page, looked up by id.
class Original {
 public:
  explicit Original(const AsMade& made)
      : headings_(by_id(made.headings)), lines_(by_id(made.lines)) {}

  [[nodiscard]] bool has(const Line& line) const { return lines_.contains(line.id); }
  [[nodiscard]] bool same(const Line& line) const {
    const auto found = lines_.find(line.id);
    return found != lines_.end() && found->second == short_hash(line.text);
  }
  [[nodiscard]] bool same(const Section& section) const {
    const auto found = headings_.find(section.id);
    return found != headings_.end() && found->second == short_hash(section.heading);
  }

 private:
  std::map<std::string_view, std::string_view> headings_;
  std::map<std::string_view, std::string_view> lines_;
};

std::vector<Line*> lead_of(Factbox& page) {
  std::vector<Line*> lead;
  if (page.lead) {
    lead.push_back(&*page.lead);
  }
  for (auto& line : page.lead_more) {
    lead.push_back(&line);
  }
  return lead;
}

Line* find_line(Factbox& page, std::string_view id) {
  for (auto& section : page.sections) {
    for (auto& line : section.lines) {
      if (line.id == id) {
        return &line;
      }
    }
  }
  return nullptr;
}

/// Every line of the lead has the words that it has below; the changed ones, where they differ.
void settle_lead(Factbox& page, const Original* original, std::vector<std::string>& notes) {
  for (auto* line : lead_of(page)) {
    auto* below = find_line(page, line->id);
    if (below == nullptr || below->text == line->text) {
      continue;
    }
    const bool only_below = original != nullptr && original->same(*line);
    if (!only_below && (original == nullptr || !original->same(*below))) {
      notes.push_back(fmt::format(
          "line {} has other words in the lead than below; those of the lead are taken", line->id));
    }
    (only_below ? line->text : below->text) = only_below ? below->text : line->text;
    line->edited = below->edited = true;
  }
}

void name_lines(Factbox& page, std::vector<std::string>& notes) {
  std::set<std::string> ids;
  std::uint32_t unnamed = 0;
  for (auto& section : page.sections) {
    for (auto& line : section.lines) {
      if (!line.id.empty() && !ids.insert(line.id).second) {
        notes.push_back(
            fmt::format("two lines have the id {}; the second one gets its own", line.id));
        line.id.clear();
      }
      while (line.id.empty()) {
        auto id = fmt::format("edited-{}", ++unnamed);
        if (ids.insert(id).second) {
          line.id = std::move(id);
        }
      }
    }
  }
}

void mark(Line& line, const Original& original) {
  line.edited = line.edited || !original.same(line);
}

}  // namespace

void note_words(Factbox& page) {
  AsMade made;
  made.title = short_hash(page.title);
  for (const auto& section : page.sections) {
    made.headings.push_back({section.id, short_hash(section.heading)});
    for (const auto& line : section.lines) {
      made.lines.push_back({line.id, short_hash(line.text)});
    }
  }
  page.as_made = std::move(made);
}

Edits edits_of(const Factbox& page) {
  Edits edits;
  std::vector<std::string_view> order;
  std::set<std::string_view> here;
  const AsMade none;
  const Original original{page.as_made ? *page.as_made : none};
  for (const auto& section : page.sections) {
    edits.headings += section.edited ? 1U : 0U;
    for (const auto& line : section.lines) {
      const bool made = !page.as_made || original.has(line);
      edits.changed += line.edited && made ? 1U : 0U;
      edits.added += made ? 0U : 1U;
      order.push_back(line.id);
      here.insert(line.id);
    }
  }
  if (!page.as_made) {
    return edits;
  }
  edits.title = page.as_made->title != short_hash(page.title);
  std::vector<std::string_view> before;
  for (const auto& piece : page.as_made->lines) {
    if (here.contains(piece.id)) {
      before.push_back(piece.id);
    } else {
      ++edits.taken_out;
    }
  }
  const std::set<std::string_view> known(before.begin(), before.end());
  std::erase_if(order, [&](std::string_view id) { return !known.contains(id); });
  edits.reordered = order != before;
  return edits;
}

void note_changes(Factbox& page, const Factbox& previous) {
  std::map<std::string_view, const Line*> before;
  for (const auto& section : previous.sections) {
    for (const auto& line : section.lines) {
      before.emplace(line.id, &line);
    }
  }
  Changes changes;
  changes.since = previous.as_of;
  for (const auto& section : page.sections) {
    for (const auto& line : section.lines) {
      const auto old = before.find(line.id);
      if (old == before.end()) {
        changes.added.push_back(line.id);
        continue;
      }
      if (old->second->text != line.text) {
        (line.status == Status::corrected ? changes.corrected : changes.changed).push_back(line.id);
      }
      before.erase(old);
    }
  }
  for (const auto& section : previous.sections) {  // in the order of the page before
    for (const auto& line : section.lines) {
      if (before.erase(line.id) > 0) {
        changes.withdrawn.push_back(line.id);
      }
    }
  }
  page.changes = std::move(changes);
  const bool counted = !previous.version.empty() && previous.version.size() < 10 &&
                       std::ranges::all_of(previous.version, [](char c) {
                         return is_digit(static_cast<unsigned char>(c));
                       });
  page.version = counted ? fmt::format("{}", std::stoul(previous.version) + 1) : page.version;
}

std::vector<std::string> settle_edits(Factbox& page) {
  std::vector<std::string> notes;
  name_lines(page, notes);
  if (!page.as_made) {
    settle_lead(page, nullptr, notes);
    return notes;
  }
  const Original original{*page.as_made};
  settle_lead(page, &original, notes);
  for (auto* line : lead_of(page)) {
    mark(*line, original);
  }
  for (auto& section : page.sections) {
    section.edited = section.edited || !original.same(section);
    for (auto& line : section.lines) {
      mark(line, original);
    }
  }
  return notes;
}

}  // namespace factbox::factboxes
