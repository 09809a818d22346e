#include "outputs/parses.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>

namespace factbox::outputs {

namespace {

using language::Analysis;
using language::EntitySpan;
using language::TokenRange;

bool plain_in_json(char byte) {
  return static_cast<unsigned char>(byte) >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F;
}

void append_json(std::string& line, std::string_view text) {
  if (std::all_of(text.begin(), text.end(), plain_in_json)) {
    line.append(1, '"').append(text).append(1, '"');
  } else {
    line += nlohmann::json(text).dump();
  }
}

/// Text in one line of CoNLL-U: its line ends and tabs as blanks.
std::string in_one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

/// A token as a column of CoNLL-U. Blanks and line ends would end the column, so that they are
/// written as its SpacesAfter writes them.
std::string in_one_column(std::string_view text) {
  std::string column;
  for (const char c : text) {
    switch (c) {
      case ' ':
        column += "\\s";
        break;
      case '\n':
        column += "\\n";
        break;
      case '\r':
        column += "\\r";
        break;
      case '\t':
        column += "\\t";
        break;
      default:
        column += c;
    }
  }
  return column.empty() ? "_" : column;
}

std::string_view or_none(std::string_view text) {
  return text.empty() ? "_" : text;
}

/// Whether text goes on behind a token without a blank.
bool no_space_after(const Analysis& analysis, std::uint32_t token) {
  const std::uint32_t end = analysis.range(token).end;
  return end < analysis.text().size() && analysis.text()[end] != ' ';
}

class ConlluWriter {
 public:
  explicit ConlluWriter(const Analysis& analysis) : analysis_(analysis) {}

  void write(TokenRange sentence, std::string& out) {
    for (std::uint32_t token = sentence.first; token < sentence.past; ++token) {
      const std::uint32_t head = analysis_.head(token);
      const bool root = head == token || head < sentence.first || head >= sentence.past;
      fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n",
                     token - sentence.first + 1, in_one_column(analysis_.word(token)),
                     in_one_column(analysis_.lemma(token)), or_none(analysis_.pos(token)),
                     or_none(analysis_.tag(token)), or_none(analysis_.morph(token)),
                     root ? 0 : head - sentence.first + 1,
                     root ? "root" : or_none(analysis_.label(token)), misc_of(token));
    }
    out += '\n';
  }

 private:
  std::string misc_of(std::uint32_t token) {
    const auto range = analysis_.range(token);
    auto misc = fmt::format("StartByte={}|EndByte={}", range.begin, range.end);
    if (no_space_after(analysis_, token)) {
      misc += "|SpaceAfter=No";
    }
    const auto entities = analysis_.entities();
    while (entity_ < entities.size() && entities[entity_].tokens.past <= token) {
      ++entity_;
    }
    if (entity_ < entities.size() && entities[entity_].tokens.first <= token) {
      const EntitySpan& entity = entities[entity_];
      misc += fmt::format("|NER={}-{}", entity.tokens.first == token ? 'B' : 'I', entity.type);
    }
    return misc;
  }

  const Analysis& analysis_;
  std::size_t entity_ = 0;  ///< the first that hasn't ended
};

}  // namespace

std::string parse_as_json_line(const ParsedText& parsed) {
  const Analysis& analysis = parsed.analysis;
  std::string line;
  constexpr std::size_t kBytesPerToken = 64;
  line.reserve(analysis.size() * kBytesPerToken);
  line += "{\"id\":";
  append_json(line, parsed.id);
  if (parsed.field != "text") {
    line += ",\"field\":";
    append_json(line, parsed.field);
  }
  line += ",\"tokens\":[";
  for (std::uint32_t token = 0; token < analysis.size(); ++token) {
    const auto range = analysis.range(token);
    fmt::format_to(std::back_inserter(line), "{}[{},{}", token == 0 ? "" : ",", range.begin,
                   range.end);
    for (const std::string_view text :
         {analysis.tag(token), analysis.pos(token), analysis.morph(token), analysis.lemma(token)}) {
      line += ',';
      append_json(line, text);
    }
    fmt::format_to(std::back_inserter(line), ",{},", analysis.head(token));
    append_json(line, analysis.label(token));
    line += analysis.starts_sentence(token) ? ",1]" : ",0]";
  }
  line += "],\"entities\":[";
  bool first = true;
  for (const EntitySpan& entity : analysis.entities()) {
    const auto bytes = analysis.bytes(entity.tokens);
    fmt::format_to(std::back_inserter(line), "{}[{},{},", first ? "" : ",", bytes.begin, bytes.end);
    append_json(line, entity.type);
    line += ']';
    first = false;
  }
  line += "]}\n";
  return line;
}

std::string parse_as_conllu(const ParsedText& parsed) {
  const Analysis& analysis = parsed.analysis;
  std::string out = fmt::format("# newdoc id = {}\n", in_one_line(parsed.id));
  if (parsed.field != "text") {
    out += fmt::format("# field = {}\n", parsed.field);
  }
  ConlluWriter writer(analysis);
  std::size_t number = 0;
  for (const TokenRange sentence : analysis.sentences()) {
    out += fmt::format("# sent_id = {}-{}\n# text = {}\n", in_one_line(parsed.id), ++number,
                       in_one_line(analysis.bytes(sentence).in(analysis.text())));
    writer.write(sentence, out);
  }
  return out;
}

}  // namespace factbox::outputs
