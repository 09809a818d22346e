/// \file
/// What is read of many files at once, handed on in the order of the files.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <variant>
#include <vector>

#include "reports/reading.h"
#include "sources/trouble.h"

namespace factbox::reports {

/// Hands on what is read of many files, one call at a time, in the order of the files.
///
/// The file whose turn it is streams. What is read of the others waits, and whoever reads them
/// waits too once all of them together hold much. So files must be begun in their order, or
/// nobody's turn comes.
class InTurn {
 public:
  InTurn(std::size_t files, ReportSink& sink) : waiting_(files), sink_(sink) {}

  void put(std::size_t file, std::variant<ReportPtr, sources::Trouble> item);

  /// Nothing more comes of this file.
  void end(std::size_t file);

 private:
  using Item = std::variant<ReportPtr, sources::Trouble>;
  struct File {
    std::vector<Item> items;
    bool ended = false;
  };

  void hand_on(Item item);
  void hand_on_all(File& file);

  std::mutex mutex_;
  std::condition_variable turned_;
  std::vector<File> waiting_;
  std::size_t turn_ = 0;   ///< of which file
  std::size_t bytes_ = 0;  ///< that wait, of all files
  ReportSink& sink_;
};

/// One file's way into it; its turn ends with this.
class Turn final : public ReportSink {
 public:
  Turn(InTurn& turns, std::size_t file) : turns_(turns), file_(file) {}
  ~Turn() override { turns_.end(file_); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  Turn(Turn&&) = delete;
  Turn& operator=(Turn&&) = delete;

  void report(ReportPtr report) override { turns_.put(file_, std::move(report)); }
  void trouble(sources::Trouble trouble) override { turns_.put(file_, std::move(trouble)); }

 private:
  InTurn& turns_;
  std::size_t file_;
};

}  // namespace factbox::reports
