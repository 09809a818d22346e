/// \file
/// The trained reader of who said what.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "language/analysis.h"
#include "readers/minilm/published.h"
#include "readers/network/likelihoods.h"

namespace factbox::readers {

class WeightsFile;
struct TrainingNotes;

/// What the network holds likely of a text, before anything is decided.
struct Answers {
  struct Asked {
    language::TokenRange cue;
    language::TokenRange window;     ///< the tokens that were asked about
    std::vector<Likelihoods> parts;  ///< for each of them: none, source, content
  };
  std::vector<Likelihoods> cues;  ///< for each token: none, begins a cue, inside a cue
  std::vector<Asked> asked;       ///< for each cue
};

/// An attribution as the network reads it: single, whatever lies inside it or around it.
struct Proposal {
  language::TokenRange cue;
  std::vector<language::TokenRange> source;   ///< empty where nobody is named
  std::vector<language::TokenRange> content;  ///< never empty
  double confidence = 0;                      ///< 0 to 1: how likely source and content are right
};

/// One thread's memory to work in.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

 private:
  friend class Network;
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

/// A convolutional network over what the parser knows of each token. It marks cues, then is asked
/// of each cue for its source and its content. There are two: a small one, and a large one that has
/// MiniLM beside the parser, is right more often and takes some forty times as long (BENCHMARKS.md,
/// "Who said what").
///
/// Immutable, shared by all threads. The same text gives the same answer, whatever was read
/// before. Time is linear in the text, whatever stands in it.
class Network {
 public:
  /// Loads the trained file (data/en/statements.safetensors). Fails as unavailable where it can't
  /// be read, as malformed or unsupported where it isn't what is expected, saying what.
  [[nodiscard]] static Result<Network> load(const std::filesystem::path& file);
  /// The same from the file's bytes; `name` is what messages call it.
  [[nodiscard]] static Result<Network> read(std::string bytes, std::string name);
  /// Loads the large one (data/en/statements_large.safetensors) and what MiniLM's publishers gave
  /// out. Fails as load() does.
  [[nodiscard]] static Result<Network> load_large(const std::filesystem::path& file,
                                                  PublishedMinilm minilm);
  [[nodiscard]] static Result<Network> read_large(std::string bytes, std::string name,
                                                  PublishedMinilm minilm);

  /// What the network holds likely. The analysis must have kept the encoder's vectors.
  [[nodiscard]] Answers ask(const language::Analysis& analysis, Workspace& workspace) const;
  /// The attributions of a text, in the order of their cues, from what ask() answers.
  [[nodiscard]] std::vector<Proposal> propose(const language::Analysis& analysis,
                                              Workspace& workspace) const;

 private:
  struct Parts;
  explicit Network(std::shared_ptr<const Parts> parts);
  static Result<Parts> read_parts(const WeightsFile& file, const TrainingNotes& notes);
  void read_tokens(const language::Analysis& analysis, Workspace::Buffers& buffers,
                   std::vector<Likelihoods>& cues) const;
  void read_cues(Workspace::Buffers& buffers, std::vector<Answers::Asked>& asked) const;

  std::shared_ptr<const Parts> parts_;
};

}  // namespace factbox::readers
