#include "outputs/page_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace factbox::outputs {
namespace {

std::size_t columns(std::string_view words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string upper(std::string_view ascii_or_more) {
  std::string out{ascii_or_more};
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return out;
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
    paragraph(upper(words));
  }

  void gap() { text_ += "\n"; }

  void line(const ViewLine& line) {
    if (!line.mark.empty()) {
      paragraph("[" + line.mark + "]", "    ", "    ");
    }
    paragraph(line.text + " " + references(line), "  • ", "    ");
    paragraph(line.note, "      ", "      ");
  }

  static std::string references(const ViewLine& line) {
    return fmt::format("[{}]", fmt::join(line.sources, ", "));
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
                    source.published, source.origin.empty() ? "" : ". From: " + source.origin,
                    source.url.empty() ? "" : " " + source.url),
        fmt::format("{:>4} ", fmt::format("[{}]", source.number)), "     ");
  }
}

/// Escapes what CommonMark could take for markup.
std::string escaped(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (std::string_view{"\\`*_{}[]<>()#+-!|~&"}.find(c) != std::string_view::npos) {
      out += '\\';
    }
    out += c;
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
                       escaped(source.published),
                       source.origin.empty() ? "" : "; from " + escaped(source.origin));
  }
  return out;
}

}  // namespace

std::string render_text(const factboxes::Factbox& page, const OutputOptions& options) {
  const PageView view = view_page(page, options);
  TextPage text{options.width};
  text.paragraph(view.title);
  text.paragraph(view.known_as_of);
  text.paragraph(view.formula);
  if (!view.changes.empty()) {
    text.paragraph(view.changes);
  }
  text.gap();
  for (const auto& line : view.lead) {
    text.paragraph(line.text + " " + TextPage::references(line));
  }
  if (!view.key_points.empty()) {
    text.heading("Key points");
    for (const auto& line : view.key_points) {
      text.paragraph(line.text, "  • ", "    ");
    }
  }
  for (const auto& section : view.sections) {
    text.heading(section.heading);
    for (const auto& line : section.lines) {
      text.line(line);
    }
  }
  write_ends(text, view);
  return text.take();
}

std::string render_markdown(const factboxes::Factbox& page, const OutputOptions& options) {
  const PageView view = view_page(page, options);
  std::string out = fmt::format("# {}\n\n*{}. {}*\n", escaped(view.title),
                                escaped(view.known_as_of), escaped(view.formula));
  if (!view.changes.empty()) {
    out += fmt::format("\n*{}*\n", escaped(view.changes));
  }
  for (const auto& line : view.lead) {
    out += fmt::format("\n**{}**{}\n", escaped(line.text), markdown_references(line));
  }
  if (!view.key_points.empty()) {
    out += "\n## Key points\n\n";
    for (const auto& line : view.key_points) {
      out += fmt::format("- {}\n", escaped(line.text));
    }
  }
  for (const auto& section : view.sections) {
    out += fmt::format("\n## {}\n\n", escaped(section.heading));
    for (const auto& line : section.lines) {
      out += fmt::format("- {}{}{}  \n  *{}*\n",
                         line.mark.empty() ? "" : "**" + escaped(line.mark) + ":** ",
                         escaped(line.text), markdown_references(line), escaped(line.note));
    }
  }
  if (!view.people.empty()) {
    out += "\n## Who is who\n\n";
    for (const auto& person : view.people) {
      out +=
          fmt::format("- **{}**{}{}\n", escaped(person.name),
                      person.roles.empty() ? "" : ": " + escaped(person.roles),
                      person.delegation.empty() ? "" : " \\[" + escaped(person.delegation) + "\\]");
    }
  }
  if (!view.figures.empty()) {
    out += "\n## Figures\n\n";
    for (const auto& figure : view.figures) {
      out += fmt::format(
          "- {}{}{}\n", escaped(figure.value),
          figure.counted_by.empty() ? "" : ", according to " + escaped(figure.counted_by),
          figure.history.empty() ? "" : "; over time: " + escaped(figure.history));
    }
  }
  return out + markdown_sources(view);
}

}  // namespace factbox::outputs
