/// \file
/// The language engine: spaCy's small pipelines, natively.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "language/analysis.h"

namespace factbox::language {

struct AnalyseOptions {
  bool keep_vectors = false;  ///< keep the encoder's numbers in the analysis
  /// Longer texts are read up to the last end of a line or a word before it, and a doubt says so.
  std::size_t max_text_bytes = 2'000'000;
  /// Of more tokens (a text of nothing but marks has one a byte) the first are read, likewise.
  std::size_t max_tokens = 500'000;
};

/// A loaded pipeline: tokenizer, encoders, tagger, parser, names, rules. Immutable once loaded,
/// shared by all threads; each thread reads with a Reader of its own.
class Pipeline;

/// Loads the published package's folder (`.../en_core_web_sm-3.8.0`). Fails as unavailable where
/// it is missing (what to run), as malformed where a file is truncated or has other shapes, with
/// the file's name and what was expected. Where `sums` is given (`data/en/model.sha256`), each
/// file's hash must stand in it.
[[nodiscard]] Result<std::shared_ptr<const Pipeline>> load_pipeline(
    const std::filesystem::path& folder, const std::filesystem::path& sums = {});

/// One thread's working set. Same text, same answer, whatever was read before.
class Reader {
 public:
  explicit Reader(std::shared_ptr<const Pipeline> pipeline);
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// Reads a text. Never fails on odd prose; `text` must be valid UTF-8 and stays shared.
  [[nodiscard]] Analysis analyse(std::shared_ptr<const std::string> text,
                                 const AnalyseOptions& options = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace factbox::language
