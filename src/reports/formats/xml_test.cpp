#include "reports/formats/xml.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace factbox::reports::formats {
namespace {

/// The tokens as words, given so many bytes at a time.
std::string tokens_of(const std::string& text, std::size_t drip) {
  std::size_t at = 0;
  XmlReader xml{[&](std::string& more) {
    more += text.substr(at, drip);
    at = std::min(at + drip, text.size());
    return at < text.size();
  }};
  std::string told;
  bool in_text = false;
  XmlToken token;
  while (xml.next(token)) {
    if (token.kind == XmlToken::Kind::text) {
      told += (in_text ? "" : "'") + token.text;
      in_text = true;
      continue;
    }
    told += in_text ? "' " : "";
    in_text = false;
    told += token.kind == XmlToken::Kind::end ? "/" : "";
    told += token.name;
    for (const auto& [name, value] : token.attributes) {
      told += " " + name + "=[" + value + "]";
    }
    told += token.empty ? "/ " : " ";
  }
  return told + (in_text ? "'" : "");
}

std::string read(const std::string& text) {
  const std::string whole = tokens_of(text, text.size() + 1);
  EXPECT_EQ(tokens_of(text, 1), whole);
  EXPECT_EQ(tokens_of(text, 7), whole);
  return whole;
}

TEST(Xml, ReadsWhatIsWellFormed) {
  EXPECT_EQ(read("<?xml version='1.0'?><!-- a > b --><a x=\"1>2\" y='&lt;'><b/>t&amp;t&#228;</a>"),
            "a x=[1>2] y=[<] b/ 't&tä' /a ");
  EXPECT_EQ(read("<a><![CDATA[<b>&amp;]]></a>"), "a '<b>&amp;' /a ");
}

TEST(Xml, KeepsWhatIsIllFormed) {
  EXPECT_EQ(read("a & b &amp c &nosuch; <3 < x"), "'a & b &amp c &nosuch; <3 < x'");
  EXPECT_EQ(read("<a b=c d>x&eacute;"), "a b=[c] d=[] 'xé'");
  EXPECT_EQ(read("<a b=\"c>d<e>f"), "a b=[c] 'd' e 'f'");
  EXPECT_EQ(read("<a><![CDATA[cut"), "a 'cut'");
  EXPECT_EQ(read("<a <b>x"), "'<a ' b 'x'");
}

TEST(Xml, ReplacesTheEntitiesThatADocumentDeclares) {
  EXPECT_EQ(read("<!DOCTYPE a [<!ENTITY x 'y]z'><!ENTITY out SYSTEM 'f'>]><a>&x;&out;</a>"),
            "a 'y]z&out;' /a ");
}

TEST(Xml, EntitiesDontMultiply) {
  std::string text = "<!DOCTYPE a [<!ENTITY x '" + std::string(4000, 'x') + "'>]><a>";
  for (int i = 0; i < 10000; ++i) {
    text += "&x;";
  }
  bool given = false;
  XmlReader xml{[&](std::string& more) {
    more += std::exchange(given, true) ? "" : text;
    return false;
  }};
  XmlToken token;
  std::size_t size = 0;
  while (xml.next(token)) {
    size += token.text.size();
  }
  EXPECT_LT(size, 2U << 20U);
  EXPECT_TRUE(xml.floods());
}

}  // namespace
}  // namespace factbox::reports::formats
