// A trained file with any bytes is refused or read; what is read answers of a text without a crash.
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/assert.h"
#include "language/analysis_builder.h"
#include "readers/network/network.h"
#include "readers/network/token_encoder.h"

namespace {

using namespace factbox;

language::Analysis small_text() {
  auto labels = std::make_shared<language::Labels>();
  const auto label = labels->add("nsubj");
  const std::size_t width = readers::TokenEncoder::kVectorWidth;
  language::AnalysisBuilder builder(std::make_shared<const std::string>("We said no"), labels, 3);
  builder.add({.range = {0, 2}, .arc = label, .head = 1, .lemma = "we"});
  builder.add({.range = {3, 7}, .arc = label, .head = 1, .lemma = "say"});
  builder.add({.range = {8, 10}, .arc = label, .head = 1, .lemma = "no"});
  builder.keep_vectors(std::vector<float>(3 * width, 0.5F), width);
  return builder.take();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const language::Analysis sample_text = small_text();
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto network = readers::Network::read(std::move(bytes), "fuzzed");
  if (!network) {
    return 0;
  }
  readers::Workspace workspace;
  for (const readers::Proposal& proposal : network->propose(sample_text, workspace)) {
    FB_ASSERT(proposal.cue.past <= sample_text.size() && !proposal.content.empty());
    for (const auto& part : {proposal.source, proposal.content}) {
      for (const language::TokenRange range : part) {
        FB_ASSERT(range.first < range.past && range.past <= sample_text.size());
      }
    }
  }
  return 0;
}
