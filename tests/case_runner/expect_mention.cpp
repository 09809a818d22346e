#include "case_runner/expect_mention.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "base/instant.h"
#include "case_runner/case_world.h"

namespace factbox::cases {
namespace {

using mentions::Bound;
using mentions::TimexType;

const char* name_of(TimexType type) {
  switch (type) {
    case TimexType::date:
      return "date";
    case TimexType::time:
      return "time";
    case TimexType::duration:
      return "duration";
    case TimexType::set:
      return "set";
  }
  return "";
}

const char* name_of(Bound bound) {
  switch (bound) {
    case Bound::equal:
      return "";
    case Bound::about:
      return "~";
    case Bound::above:
      return ">";
    case Bound::below:
      return "<";
    case Bound::up:
      return "up";
    case Bound::down:
      return "down";
  }
  return "";
}

/// Collects the fields of one mention; empty words make no field.
class Block {
 public:
  explicit Block(std::size_t report) : report_(report) {}

  void add(std::string name, std::string words) {
    if (!words.empty()) {
      fields_.fields.push_back({std::move(name), {{{}, std::move(words), {}, {}}}});
    }
  }
  void add(std::string name, Passage passage, std::string equals = {}) {
    fields_.fields.push_back(
        {std::move(name), {{Place{report_, passage}, {}, {}, std::move(equals)}}});
  }
  [[nodiscard]] FoundBlock done() { return std::move(fields_); }

 private:
  std::size_t report_;
  FoundBlock fields_;
};

std::string value_of(const mentions::Figure& figure) {
  return figure.high ? fmt::format("{} to {}", figure.low, *figure.high)
                     : fmt::format("{}", figure.low);
}

/// The country or body of a role that stands at `role`.
std::string owner_of(const mentions::Entity& entity, Passage role) {
  for (const auto& stated : entity.roles) {
    if (stated.where == role) {
      return stated.of;
    }
  }
  return {};
}

/// Tells all mentions of one sort, report by report.
template <class Tell>
std::vector<FoundBlock> all_of(const CaseWorld& world, Tell tell) {
  std::vector<FoundBlock> blocks;
  for (std::size_t n = 0; n < world.reports.size(); ++n) {
    tell(world.reports[n].mentions, n, blocks);
  }
  return blocks;
}

}  // namespace

std::vector<FoundBlock> find_time_blocks(const CaseWorld& world) {
  return all_of(world, [](const mentions::Mentions& mentions, std::size_t n, auto& blocks) {
    for (const mentions::TimeMention& time : mentions.times) {
      Block block(n);
      block.add("words", time.where, time.value);
      block.add("type", name_of(time.type));
      if (time.first) {
        block.add("from", to_iso(*time.first));
      }
      if (time.past) {
        block.add("until", to_iso(*time.past));
      }
      blocks.push_back(block.done());
    }
  });
}

std::vector<FoundBlock> find_figure_blocks(const CaseWorld& world) {
  return all_of(world, [](const mentions::Mentions& mentions, std::size_t n, auto& blocks) {
    for (const mentions::Figure& figure : mentions.figures) {
      Block block(n);
      block.add("words", figure.where);
      block.add("value", value_of(figure));
      block.add("qualifier", figure.qualifier);
      block.add("bound", name_of(figure.bound));
      block.add("unit", figure.unit);
      if (figure.of_range) {
        block.add("of", Passage{figure.where.field, *figure.of_range});
      }
      blocks.push_back(block.done());
    }
  });
}

std::vector<FoundBlock> find_name_blocks(const CaseWorld& world) {
  return all_of(world, [](const mentions::Mentions& mentions, std::size_t n, auto& blocks) {
    for (const mentions::NameMention& name : mentions.names) {
      const mentions::Entity& entity = mentions.entities[name.entity];
      Block block(n);
      block.add("words", name.where);
      block.add("type", std::string{texts::shown(name.type)});
      block.add("kind", name.kind.empty() ? entity.kind : name.kind);
      block.add("entity", entity.id);
      if (name.role) {
        const Passage role{name.where.field, *name.role};
        block.add("role", role);
        block.add("of", owner_of(entity, role));
      }
      blocks.push_back(block.done());
    }
  });
}

}  // namespace factbox::cases
