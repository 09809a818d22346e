#include "outputs/docx.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "outputs/page_view.h"
#include "outputs/zip.h"

namespace factbox::outputs {
namespace {

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

constexpr std::string_view kContentTypes =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>)"
    R"(<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>)"
    R"(<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>)"
    R"(</Types>)";

constexpr std::string_view kPackageLinks =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>)"
    R"(<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>)"
    R"(</Relationships>)";

constexpr std::string_view kStyles =
    R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
    R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="120"/></w:pPr><w:rPr><w:sz w:val="22"/></w:rPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="280"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Lead"><w:name w:val="Lead"/><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:basedOn w:val="Normal"/><w:rPr><w:i/><w:sz w:val="18"/></w:rPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>)"
    R"(<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1A4F8B"/><w:u w:val="single"/></w:rPr></w:style>)"
    R"(</w:styles>)";

constexpr std::string_view kNumbering =
    R"(<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
    R"(<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>)"
    R"(<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="480" w:hanging="480"/></w:pPr></w:lvl></w:abstractNum>)"
    R"(<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>)"
    R"(</w:numbering>)";

/// Escapes markup, and leaves out the two code points that XML can't hold.
std::string escaped(std::string_view words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.substr(i).starts_with("\xEF\xBF\xBE") ||
        words.substr(i).starts_with("\xEF\xBF\xBF")) {
      i += 2;
      continue;
    }
    switch (words[i]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += words[i];
    }
  }
  return out;
}

/// Collects paragraphs, and the links that they have.
class Document {
 public:
  void paragraph(std::string_view style, std::string_view runs) {
    body_ += fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{}</w:p>", style, runs);
  }

  [[nodiscard]] static std::string run(std::string_view words, std::string_view form = "") {
    return fmt::format("<w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
                       form.empty() ? "" : fmt::format("<w:rPr>{}</w:rPr>", form), escaped(words));
  }

  std::string link(std::string_view url, std::string_view words) {
    links_ += fmt::format(
        "<Relationship Id=\"link{}\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" "
        "Target=\"{}\" TargetMode=\"External\"/>",
        ++count_, escaped(url));
    return fmt::format("<w:hyperlink r:id=\"link{}\">{}</w:hyperlink>", count_,
                       run(words, "<w:rStyle w:val=\"Hyperlink\"/>"));
  }

  void line(std::string_view style, const ViewLine& line) {
    std::string runs;
    if (!line.mark.empty()) {
      runs += run(line.mark + ": ", "<w:b/>");
    }
    if (!line.date.words.empty()) {
      runs += run(line.date.words + ": ", "<w:b/>");
    }
    runs += run(line.text);
    if (!line.sources.empty()) {
      runs += run(fmt::format("{}", fmt::join(line.sources, ",")),
                  "<w:vertAlign w:val=\"superscript\"/>");
    }
    if (!line.note.empty()) {
      runs += run(" (" + line.note + ")", "<w:i/><w:sz w:val=\"18\"/>");
    }
    paragraph(style, runs);
  }

  [[nodiscard]] std::string text() const {
    return fmt::format(
        "{}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
        "<w:body>{}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1304\" "
        "w:right=\"1304\" w:bottom=\"1304\" w:left=\"1304\" w:header=\"708\" w:footer=\"708\" "
        "w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
        kXml, body_);
  }

  [[nodiscard]] std::string links() const {
    return fmt::format(
        "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"styles\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
        "Target=\"styles.xml\"/><Relationship Id=\"numbering\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" "
        "Target=\"numbering.xml\"/>{}</Relationships>",
        kXml, links_);
  }

 private:
  std::string body_;
  std::string links_;
  int count_ = 0;
};

void write_ends(Document& document, const PageView& view) {
  if (!view.people.empty()) {
    document.paragraph("Heading1", Document::run("Who is who"));
  }
  for (const auto& person : view.people) {
    document.paragraph(
        "ListBullet",
        Document::run(person.name, "<w:b/>") +
            Document::run((person.roles.empty() ? "" : ": " + person.roles) +
                          (person.delegation.empty() ? "" : " (" + person.delegation + ")")));
  }
  if (!view.figures.empty()) {
    document.paragraph("Heading1", Document::run("Figures"));
  }
  for (const auto& figure : view.figures) {
    document.paragraph(
        "ListBullet",
        Document::run(figure.value +
                      (figure.counted_by.empty() ? "" : ", according to " + figure.counted_by) +
                      (figure.history.empty() ? "" : "; over time: " + figure.history)));
  }
  document.paragraph("Heading1", Document::run("Sources"));
  for (const auto& source : view.sources) {
    const auto& title = source.title.empty() ? source.url : source.title;
    document.paragraph(
        "ListNumber",
        Document::run(source.outlet + (title.empty() ? "" : ": ")) +
            (source.url.empty() ? Document::run(title) : document.link(source.url, title)) +
            Document::run(", " + source.published.words +
                          (source.origin.empty() ? "" : "; from " + source.origin)));
  }
  for (const auto& words : {view.other_sources, view.claims.empty() ? "" : view.claims + "."}) {
    if (!words.empty()) {
      document.paragraph("Note", Document::run(words));
    }
  }
}

}  // namespace

std::string render_docx(const factboxes::Factbox& page, const OutputOptions& options) {
  const PageView view = view_page(page, options);
  Document document;
  document.paragraph("Title", Document::run(view.title));
  document.paragraph("Note", Document::run(head_of(view)));
  for (const auto& words : {view.changes, view.edited}) {
    if (!words.empty()) {
      document.paragraph("Note", Document::run(words + "."));
    }
  }
  for (const auto& line : view.lead) {
    document.line("Lead", line);
  }
  if (!view.key_points.empty()) {
    document.paragraph("Heading1", Document::run("Key points"));
  }
  for (const auto& point : view.key_points) {
    document.paragraph("ListBullet", Document::run(point.text));
  }
  for (const auto& section : view.sections) {
    document.paragraph(
        "Heading1",
        Document::run(section.heading + (section.order.empty() ? "" : " (" + section.order + ")")));
    for (const auto& line : section.lines) {
      document.line("ListBullet", line);
    }
  }
  write_ends(document, view);
  ZipFile file;
  file.add("[Content_Types].xml", fmt::format("{}{}", kXml, kContentTypes));
  file.add("_rels/.rels", fmt::format("{}{}", kXml, kPackageLinks));
  file.add("docProps/core.xml",
           fmt::format("{}<cp:coreProperties "
                       "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
                       "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                       "<dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
                       kXml, escaped(view.title), escaped(view.lang)));
  file.add("word/document.xml", document.text());
  file.add("word/_rels/document.xml.rels", document.links());
  file.add("word/styles.xml", fmt::format("{}{}", kXml, kStyles));
  file.add("word/numbering.xml", fmt::format("{}{}", kXml, kNumbering));
  return std::move(file).take();
}

}  // namespace factbox::outputs
