/// \file
/// What only some speakers said.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "desk/knowledge.h"
#include "desk/listener.h"
#include "statements/read_report.h"

namespace factbox::desk {

/// Who speaks, or is cited, in a report, by all that the report calls them.
[[nodiscard]] std::vector<std::string> speakers_of(const statements::ReadReport& read);

/// Leaves in a report only what one of the speakers said or is cited for: each goes by any words in
/// a row of what the report calls him ("Velkar" is "Foreign Minister Marek Velkar"), in any
/// capitals, or by his entity's id. Whether anything is left.
bool keep_speakers(statements::ReadReport& read, const std::vector<std::string>& wanted);

/// Which of the speakers that somebody asked for were met.
class SpeakersMet {
 public:
  explicit SpeakersMet(std::vector<std::string> wanted) : wanted_(std::move(wanted)) {}

  /// Takes who speaks in one more report.
  void meet(const std::vector<std::string>& speakers);

  /// Tells the listener whom nobody met, and who is called alike. Fails as not_found, saying that,
  /// where not one was met.
  [[nodiscard]] Result<void> tell(Listener& listener) const;

 private:
  std::vector<std::string> wanted_;
  std::map<std::string, std::size_t> met_;
};

/// The reports in which one of the speakers speaks. Reads them all; fails as `SpeakersMet` says.
[[nodiscard]] Result<std::vector<reports::ReportPtr>> with_speakers(
    const std::vector<reports::ReportPtr>& reports, const std::vector<std::string>& wanted,
    const std::shared_ptr<const LanguageKnowledge>& knowledge, unsigned jobs, Listener& listener);

}  // namespace factbox::desk
