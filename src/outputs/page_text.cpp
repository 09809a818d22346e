#include "outputs/page_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/letters.h"

namespace factbox::outputs {
namespace {

std::size_t columns(std::string_view words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

/// Builds the text form, a paragraph at a time.
class TextPage {
 public:
  explicit TextPage(std::size_t width) : width_(std::max<std::size_t>(width, 20)) {}

  void paragraph(std::string_view words, std::string_view first = "", std::string_view rest = "") {
    std::string line{first};
    std::size_t used = columns(first);
    bool empty = true;
    for (std::size_t at = 0; at < words.size();) {
      const auto end = std::min(words.find(' ', at), words.size());
      const auto word = words.substr(at, end - at);
      const auto wide = columns(word);
      if (!empty && used + 1 + wide > width_) {
        text_ += line + "\n";
        line = rest;
        used = columns(rest);
        empty = true;
      }
      if (!empty) {
        line += ' ';
        ++used;
      }
      line += word;
      used += wide;
      empty = false;
      at = end + 1;
    }
    text_ += line + "\n";
  }

  void heading(std::string_view words) {
    gap();
    paragraph(in_capitals(words));
  }

  void gap() { text_ += "\n"; }

  void line(const ViewLine& line) {
    if (!line.mark.empty()) {
      paragraph("[" + line.mark + "]", "    ", "    ");
    }
    paragraph(
        (line.date.words.empty() ? "" : line.date.words + ": ") + line.text + references(line),
        "  • ", "    ");
    if (!line.note.empty()) {
      paragraph("(" + line.note + ")", "    ", "    ");
    }
  }

  static std::string references(const ViewLine& line) {
    return line.sources.empty() ? "" : fmt::format(" [{}]", fmt::join(line.sources, ", "));
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::size_t width_;
  std::string text_;
};

void write_ends(TextPage& text, const PageView& view) {
  if (!view.people.empty()) {
    text.heading("Who is who");
    for (const auto& person : view.people) {
      text.paragraph(person.name + (person.roles.empty() ? "" : " — " + person.roles) +
                         (person.delegation.empty() ? "" : " [" + person.delegation + "]"),
                     "  • ", "    ");
    }
  }
  if (!view.figures.empty()) {
    text.heading("Figures");
    for (const auto& figure : view.figures) {
      text.paragraph(figure.value +
                         (figure.counted_by.empty() ? "" : " — according to " + figure.counted_by) +
                         (figure.history.empty() ? "" : " (over time: " + figure.history + ")"),
                     "  • ", "    ");
    }
  }
  text.heading("Sources");
  for (const auto& source : view.sources) {
    text.paragraph(
        fmt::format("{}{}. {}{}{}", source.outlet, source.title.empty() ? "" : ": " + source.title,
                    source.published.words, source.origin.empty() ? "" : ". From: " + source.origin,
                    source.url.empty() ? "" : " " + source.url),
        fmt::format("{:>4} ", fmt::format("[{}]", source.number)), "     ");
  }
  if (!view.other_sources.empty()) {
    text.paragraph(view.other_sources);
  }
  if (!view.claims.empty()) {
    text.paragraph(view.claims + ".");
  }
}

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || (byte & 0x80U) != 0;
}

/// True where CommonMark could take the character for markup: "_" in a word and a lone "&" or "<"
/// mean nothing to it.
bool marks_up(std::string_view words, std::size_t at) {
  const char before = at == 0 ? ' ' : words[at - 1];
  const char behind = at + 1 < words.size() ? words[at + 1] : ' ';
  switch (words[at]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '~':
      return true;
    case '_':
      return !is_word(before) || !is_word(behind);
    case '<':
      return is_word(behind) || behind == '/' || behind == '!' || behind == '?';
    case '&':
      return is_word(behind) || behind == '#';
    default:
      return false;
  }
}

/// True where a line that begins so would be a heading, a quotation, a list or a rule.
bool opens_block(std::string_view words) {
  const auto digits = std::min(words.find_first_not_of("0123456789"), words.size());
  const bool numbered =
      digits > 0 && digits < words.size() && (words[digits] == '.' || words[digits] == ')');
  return numbered || (!words.empty() &&
                      std::string_view{"#>+-="}.find(words.front()) != std::string_view::npos);
}

/// Escapes what CommonMark could take for markup, and nothing else.
std::string escaped(std::string_view words) {
  std::string out;
  std::size_t at = 0;
  if (opens_block(words)) {
    at = std::min(words.find_first_not_of("0123456789"), words.size());
    out.append(words.substr(0, at));
    out += '\\';
    out += words[at++];
  }
  for (; at < words.size(); ++at) {
    if (marks_up(words, at)) {
      out += '\\';
    }
    out += words[at];
  }
  return out;
}

std::string markdown_references(const ViewLine& line) {
  std::string out;
  for (const auto source : line.sources) {
    out += fmt::format(" [\\[{}\\]](#source-{})", source, source);
  }
  return out;
}

std::string markdown_note(const ViewLine& line) {
  return line.note.empty() ? "" : fmt::format("  \n  *{}*", escaped(line.note));
}

std::string markdown_people(const PageView& view) {
  std::string out;
  if (!view.people.empty()) {
    out += "\n## Who is who\n\n";
    for (const auto& person : view.people) {
      out +=
          fmt::format("- **{}**{}{}\n", escaped(person.name),
                      person.roles.empty() ? "" : ": " + escaped(person.roles),
                      person.delegation.empty() ? "" : " \\[" + escaped(person.delegation) + "\\]");
    }
  }
  return out;
}

std::string markdown_figures(const PageView& view) {
  std::string out;
  if (!view.figures.empty()) {
    out += "\n## Figures\n\n";
    for (const auto& figure : view.figures) {
      out += fmt::format(
          "- {}{}{}\n", escaped(figure.value),
          figure.counted_by.empty() ? "" : ", according to " + escaped(figure.counted_by),
          figure.history.empty() ? "" : "; over time: " + escaped(figure.history));
    }
  }
  return out;
}

std::string markdown_sources(const PageView& view) {
  std::string out = "\n## Sources\n\n";
  for (const auto& source : view.sources) {
    const std::string title = source.title.empty() ? "" : escaped(source.title);
    const std::string shown =
        source.url.empty()
            ? title
            : fmt::format("[{}](<{}>)", title.empty() ? "report" : title, source.url);
    out += fmt::format("{}. <a id=\"source-{}\"></a>{}{}{}, {}{}\n", source.number, source.number,
                       escaped(source.outlet), shown.empty() ? "" : ": ", shown,
                       escaped(source.published.words),
                       source.origin.empty() ? "" : "; from " + escaped(source.origin));
  }
  if (!view.other_sources.empty()) {
    out += fmt::format("\n{}\n", view.other_sources);
  }
  if (!view.claims.empty()) {
    out += fmt::format("\n{}.\n", view.claims);
  }
  return out;
}

}  // namespace

std::string render_text(const factboxes::Factbox& page, const OutputOptions& options) {
  const PageView view = view_page(page, options);
  TextPage text{options.width};
  text.paragraph(view.title);
  text.paragraph(head_of(view));
  if (!view.changes.empty()) {
    text.paragraph(view.changes);
  }
  if (!view.edited.empty()) {
    text.paragraph(view.edited + ".");
  }
  text.gap();
  for (const auto& line : view.lead) {
    text.paragraph(line.text + TextPage::references(line));
    if (!line.note.empty()) {
      text.paragraph("(" + line.note + ")");
    }
  }
  if (!view.key_points.empty()) {
    text.heading("Key points");
    for (const auto& line : view.key_points) {
      text.paragraph(line.text, "  • ", "    ");
    }
  }
  for (const auto& section : view.sections) {
    text.heading(section.heading + (section.order.empty() ? "" : " (" + section.order + ")"));
    for (const auto& line : section.lines) {
      text.line(line);
    }
  }
  write_ends(text, view);
  return text.take();
}

std::string render_markdown(const factboxes::Factbox& page, const OutputOptions& options) {
  const PageView view = view_page(page, options);
  std::string out = fmt::format("# {}\n\n*{}*\n", escaped(view.title), escaped(head_of(view)));
  if (!view.changes.empty()) {
    out += fmt::format("\n*{}*\n", escaped(view.changes));
  }
  if (!view.edited.empty()) {
    out += fmt::format("\n*{}.*\n", escaped(view.edited));
  }
  for (const auto& line : view.lead) {
    out += fmt::format("\n**{}**{}{}\n", escaped(line.text), markdown_references(line),
                       markdown_note(line));
  }
  if (!view.key_points.empty()) {
    out += "\n## Key points\n\n";
    for (const auto& line : view.key_points) {
      out += fmt::format("- {}\n", escaped(line.text));
    }
  }
  for (const auto& section : view.sections) {
    out += fmt::format("\n## {}{}\n\n", escaped(section.heading),
                       section.order.empty() ? "" : " (" + section.order + ")");
    for (const auto& line : section.lines) {
      out +=
          fmt::format("- {}{}{}{}{}\n", line.mark.empty() ? "" : "**" + escaped(line.mark) + ":** ",
                      line.date.words.empty() ? "" : "**" + escaped(line.date.words) + "** ",
                      escaped(line.text), markdown_references(line), markdown_note(line));
    }
  }
  return out + markdown_people(view) + markdown_figures(view) + markdown_sources(view);
}

}  // namespace factbox::outputs
