#include "desk/speakers.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/letters.h"
#include "desk/in_order.h"
#include "desk/near_names.h"
#include "desk/pipeline.h"

namespace factbox::desk {
namespace {

/// Letters alike whatever their case and accents, and single spaces for all that is no letter and
/// no figure, around it too.
std::string as_words(std::string_view name) {
  const std::string alike = folded(name);
  std::string words = " ";
  for (std::size_t at = 0; at < alike.size();) {
    const auto letter = letter_at(alike, at);
    const std::size_t bytes = std::max<std::size_t>(letter.bytes, 1);
    if (is_letter(letter.code) || is_digit(letter.code)) {
      words.append(alike, at, bytes);
    } else if (words.back() != ' ') {
      words += ' ';
    }
    at += bytes;
  }
  return words.back() == ' ' ? words : words + ' ';
}

bool goes_by(std::string_view called, std::string_view wanted) {
  const auto sought = as_words(wanted);
  return sought.size() > 1 && as_words(called).find(sought) != std::string::npos;
}

bool speaks(const statements::ChainMember& member) {
  return member.role == statements::Role::speaker || member.role == statements::Role::cited;
}

/// All that a report calls a member of a chain.
std::vector<std::string> called(const statements::ChainMember& member, std::string_view text) {
  std::vector<std::string> names;
  for (const auto* name : {&member.name, &member.description}) {
    if (!name->empty()) {
      names.push_back(*name);
    }
  }
  if (member.span) {
    names.emplace_back(member.span->in(text));
  }
  return names;
}

bool is_by(const statements::Statement& statement, std::string_view text,
           const std::vector<std::string>& wanted) {
  return std::ranges::any_of(statement.chain, [&](const statements::ChainMember& member) {
    if (!speaks(member)) {
      return false;
    }
    const auto names = called(member, text);
    return std::ranges::any_of(wanted, [&](const std::string& each) {
      return (!member.entity.empty() && member.entity == each) ||
             std::ranges::any_of(names,
                                 [&](const std::string& name) { return goes_by(name, each); });
    });
  });
}

}  // namespace

std::vector<std::string> speakers_of(const statements::ReadReport& read) {
  std::vector<std::string> speakers;
  for (const auto& statement : read.statements) {
    for (const auto& member : statement.chain) {
      if (speaks(member)) {
        const auto names = called(member, read.report->of(statement.field));
        speakers.insert(speakers.end(), names.begin(), names.end());
        speakers.push_back(member.entity);
      }
    }
  }
  return speakers;
}

bool keep_speakers(statements::ReadReport& read, const std::vector<std::string>& wanted) {
  for (auto* statements : {&read.statements, &read.asides}) {
    std::erase_if(*statements, [&](const statements::Statement& each) {
      return !is_by(each, read.report->of(each.field), wanted);
    });
  }
  return !read.statements.empty();
}

void SpeakersMet::meet(const std::vector<std::string>& speakers) {
  for (const std::string& speaker : speakers) {
    ++met_[speaker];
  }
}

Result<void> SpeakersMet::tell(Listener& listener) const {
  std::vector<CountedName> names;
  for (const auto& [name, times] : met_) {
    names.push_back({name, times});
  }
  std::string all;
  std::size_t unmet = 0;
  for (const std::string& each : wanted_) {
    const bool known = std::ranges::any_of(names, [&](const CountedName& name) {
      return name.name == each || goes_by(name.name, each);
    });
    if (known) {
      continue;
    }
    const auto near = near_names(each, names);
    const auto why = fmt::format("nobody called “{}” says anything in these reports{}", each,
                                 near.empty() ? "" : "; did you mean " + as_choice(near) + "?");
    all += all.empty() ? why : "; " + why;
    ++unmet;
  }
  if (unmet > 0 && unmet == wanted_.size()) {
    return tl::unexpected(Error{ErrorKind::not_found, std::move(all)});
  }
  if (unmet > 0) {
    listener.note(all);
  }
  return {};
}

Result<std::vector<reports::ReportPtr>> with_speakers(
    const std::vector<reports::ReportPtr>& reports, const std::vector<std::string>& wanted,
    const std::shared_ptr<const LanguageKnowledge>& knowledge, unsigned jobs, Listener& listener) {
  struct Heard {
    std::vector<std::string> speakers;
    bool speaks = false;
  };
  std::vector<reports::ReportPtr> kept;
  SpeakersMet met{wanted};
  std::size_t done = 0;
  listener.progress("reports read", 0, reports.size());
  const auto make_worker = [&] {
    return [&, reader = std::make_shared<ReportReader>(knowledge)](std::size_t index) {
      auto read = reader->read(reports[index]);
      Heard heard{speakers_of(read), false};
      heard.speaks = keep_speakers(read, wanted);
      return heard;
    };
  };
  in_order(reports.size(), jobs, make_worker, [&](const Heard& heard) {
    met.meet(heard.speakers);
    if (heard.speaks) {
      kept.push_back(reports[done]);
    }
    listener.progress("reports read", ++done, reports.size());
  });
  if (auto told = met.tell(listener); !told) {
    return tl::unexpected(std::move(told).error());
  }
  return kept;
}

}  // namespace factbox::desk
