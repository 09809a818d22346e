// Reads any bytes as a file of a language package: networks, lists of moves, norms, rules, lemmas.
// Whatever isn't one is refused with the file's name. The first byte says as which file.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/assert.h"
#include "language/labels.h"
#include "language/networks/actions.h"
#include "language/networks/encoder.h"
#include "language/networks/network_file.h"
#include "language/networks/scorer.h"
#include "language/networks/tagger.h"
#include "language/package_file.h"
#include "language/words/attribute_ruler.h"
#include "language/words/lemmatizer.h"
#include "language/words/lexicon.h"

namespace {

using namespace factbox::language;

template <class T>
void check(const factbox::Result<T>& result) {
  if (!result) {
    FB_ASSERT(result.error().what.find("file fuzzed") != std::string::npos ||
              result.error().what.find("tagger/cfg") != std::string::npos);
  }
}

void read_network(PackedFile file, std::uint8_t kind) {
  const auto network = NetworkFile::of(std::move(file));
  check(network);
  if (!network) {
    return;
  }
  Labels labels;
  if (kind == 0) {
    check(Encoder::read(*network));
  }
  if (kind == 1) {
    check(Tagger::read(*network, R"({"labels":["A","B"]})", 16, labels));
  }
  if (kind == 2) {
    check(Scorer::read(*network, 3, 16, 4));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  const std::uint8_t kind = data[0] % 8;
  auto file =
      PackedFile::unpack("fuzzed", std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  check(file);
  if (!file) {
    return 0;
  }
  Labels labels;
  switch (kind) {
    case 3:
      check(read_actions(*file));
      break;
    case 4:
      check(Norms::read(*file));
      break;
    case 5:
      check(AttributeRuler::read(*file, labels));
      break;
    case 6:
      check(Lemmatizer::read(*file, BaseForms::english));
      break;
    default:
      read_network(std::move(*file), kind);
  }
  return 0;
}
