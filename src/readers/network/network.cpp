#include "readers/network/network.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "readers/minilm/minilm.h"
#include "readers/network/cue_reader.h"
#include "readers/network/decoding.h"
#include "readers/network/features.h"
#include "readers/network/token_encoder.h"
#include "readers/network/tree_path.h"

namespace factbox::readers {

namespace {

/// Tokens that are encoded at once: their rows fit in the second cache, and the context on both
/// sides that is computed twice stays a small part.
constexpr std::uint32_t kBlock = 480;
constexpr std::size_t kCueKinds = 3;  ///< none, begins, inside

}  // namespace

struct Network::Parts {
  std::optional<Minilm> minilm;  ///< of the large network
  const language::Kernels* kernels = nullptr;
  FeatureNumbers numbers;
  TokenEncoder encoder;
  language::Matrix cues;  ///< from the encoder's row to a token's cue scores
  CueReader reader;
  double threshold = 0;
};

struct Workspace::Buffers {
  Minilm::Space minilm;
  language::Floats beside;  ///< what MiniLM brings to each token
  std::vector<TokenFeatures> features;
  Tree tree;
  TokenEncoder::Space encoder;
  language::Floats scores;
  language::Floats token_rows;            ///< the reader's numbers for each token
  std::vector<std::uint32_t> cue_tokens;  ///< those that may begin a cue
  language::Floats cue_rows;              ///< the reader's numbers for each of those
  std::vector<CueToRead> cues;
  CueReader::Space reader;
  std::vector<Likelihoods> likely;
};

Workspace::Workspace() : buffers_(std::make_unique<Buffers>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

Network::Network(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

Result<Network> Network::load(const std::filesystem::path& file) {
  FB_TRY(bytes, read_trained_file(file, "scripts/train_statements.sh"));
  return read(std::move(bytes), file.string());
}

Result<Network> Network::load_large(const std::filesystem::path& file, PublishedMinilm minilm) {
  FB_TRY(bytes, read_trained_file(file, "scripts/train_statements.sh"));
  return read_large(std::move(bytes), file.string(), std::move(minilm));
}

Result<Network> Network::read(std::string bytes, std::string name) {
  FB_TRY(file, WeightsFile::read(std::move(bytes), std::move(name)));
  FB_TRY(notes, read_notes(file, kSmallKind));
  FB_TRY(parts, read_parts(file, notes));
  return Network{std::make_shared<const Parts>(std::move(parts))};
}

Result<Network> Network::read_large(std::string bytes, std::string name, PublishedMinilm minilm) {
  FB_TRY(file, WeightsFile::read(std::move(bytes), std::move(name)));
  FB_TRY(notes, read_notes(file, kLargeKind));
  FB_TRY(parts, read_parts(file, notes));
  FB_TRY(encoder, Minilm::read(std::move(minilm), file, parts.encoder.width()));
  parts.minilm = std::move(encoder);
  return Network{std::make_shared<const Parts>(std::move(parts))};
}

Result<Network::Parts> Network::read_parts(const WeightsFile& file, const TrainingNotes& notes) {
  FB_TRY(encoder, TokenEncoder::read(file, notes));
  FB_TRY(cues, read_linear(file, "cue", encoder.width(), kCueKinds));
  FB_TRY(reader, CueReader::read(file, notes, encoder.width()));
  Parts parts;
  parts.kernels = &language::best_kernels();
  parts.numbers = {NameNumbers{notes.tags}, NameNumbers{notes.labels}, NameNumbers{notes.entities},
                   static_cast<std::uint16_t>(encoder.lemma_buckets())};
  parts.encoder = std::move(encoder);
  parts.cues = std::move(cues);
  parts.reader = std::move(reader);
  parts.threshold = notes.threshold;
  return parts;
}

void Network::read_tokens(const language::Analysis& analysis, Workspace::Buffers& buffers,
                          std::vector<Likelihoods>& cues) const {
  const Parts& parts = *parts_;
  const language::Kernels& kernels = *parts.kernels;
  const std::size_t width = parts.reader.width();
  const std::size_t encoder_width = parts.encoder.width();
  cues.resize(analysis.size());
  buffers.token_rows.resize(analysis.size() * width);
  buffers.scores.resize(kBlock * parts.cues.outputs);
  const float* beside = nullptr;
  if (parts.minilm) {
    parts.minilm->read_tokens(kernels, analysis, buffers.minilm, buffers.beside);
    beside = buffers.beside.data();
  }
  buffers.cue_tokens.clear();
  buffers.cue_rows.clear();
  for (std::uint32_t first = 0; first < analysis.size(); first += kBlock) {
    const language::TokenRange part{first, std::min(first + kBlock, analysis.size())};
    const float* rows =
        parts.encoder.encode(kernels, analysis, buffers.features, beside, part, buffers.encoder);
    kernels.affine(parts.reader.token_matrix(), rows, encoder_width, part.size(),
                   buffers.token_rows.data() + first * width, width);
    kernels.affine(parts.cues, rows, encoder_width, part.size(), buffers.scores.data(),
                   parts.cues.outputs);
    for (std::uint32_t token = part.first; token < part.past; ++token) {
      const std::size_t row = token - part.first;
      cues[token] = likelihoods_of(buffers.scores.data() + row * parts.cues.outputs);
      if (!may_begin_cue(cues[token], parts.threshold)) {
        continue;
      }
      buffers.cue_tokens.push_back(token);
      buffers.cue_rows.resize(buffers.cue_rows.size() + width);
      kernels.affine(parts.reader.cue_matrix(), rows + row * encoder_width, encoder_width, 1,
                     buffers.cue_rows.data() + buffers.cue_rows.size() - width, width);
    }
  }
}

void Network::read_cues(Workspace::Buffers& buffers, std::vector<Answers::Asked>& asked) const {
  const Parts& parts = *parts_;
  buffers.cues.clear();
  auto known = buffers.cue_tokens.begin();
  for (const Answers::Asked& each : asked) {
    known = std::lower_bound(known, buffers.cue_tokens.end(), each.cue.first);
    const auto row = static_cast<std::size_t>(known - buffers.cue_tokens.begin());
    buffers.cues.push_back({each.cue.first, buffers.cue_rows.data() + row * parts.reader.width()});
  }
  for (std::size_t first = 0; first < asked.size(); first += CueReader::kCuesTogether) {
    const std::size_t past = std::min(first + CueReader::kCuesTogether, asked.size());
    parts.reader.read(*parts.kernels, std::span{buffers.cues}.subspan(first, past - first),
                      buffers.tree, buffers.token_rows.data(), buffers.reader, buffers.likely);
    auto likely = buffers.likely.begin();
    for (std::size_t i = first; i < past; ++i) {
      const auto end = likely + asked[i].window.size();
      asked[i].parts.assign(likely, end);
      likely = end;
    }
  }
}

Answers Network::ask(const language::Analysis& analysis, Workspace& workspace) const {
  Workspace::Buffers& buffers = *workspace.buffers_;
  parts_->numbers.of(analysis, buffers.features);
  buffers.tree.assign(analysis);
  Answers answers;
  read_tokens(analysis, buffers, answers.cues);
  for (const language::TokenRange cue : find_cues(answers.cues, parts_->threshold)) {
    answers.asked.push_back({cue, window_of(cue.first, analysis.size()), {}});
  }
  read_cues(buffers, answers.asked);
  return answers;
}

std::vector<Proposal> Network::propose(const language::Analysis& analysis,
                                       Workspace& workspace) const {
  std::vector<Proposal> proposals;
  const Answers answers = ask(analysis, workspace);
  for (const Answers::Asked& asked : answers.asked) {
    CueParts found = find_parts(asked.parts, asked.window);
    if (found.content.empty()) {
      continue;
    }
    const double confidence = answers.cues[asked.cue.first][1] * found.content_likelihood;
    proposals.push_back({asked.cue, std::move(found.source), std::move(found.content), confidence});
  }
  return proposals;
}

}  // namespace factbox::readers
