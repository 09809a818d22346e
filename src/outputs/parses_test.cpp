#include "outputs/parses.h"

#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "language/analysis_builder.h"
#include "language/labels.h"

namespace factbox::outputs {
namespace {

using language::Analysis;

/// "Ada left.\n\nWhy?", as an engine might read it; a name of two kinds of letters to escape.
Analysis two_sentences() {
  auto labels = std::make_shared<language::Labels>();
  language::AnalysisBuilder builder(std::make_shared<const std::string>("Ada left.\n\nWhy\"?"),
                                    labels, 6);
  const auto add = [&](ByteRange range, const char* tag, const char* pos, const char* morph,
                       const char* arc, std::uint32_t head, bool starts, const char* lemma) {
    builder.add({range, labels->add(tag), labels->add(pos), labels->add(morph), labels->add(arc),
                 head, starts, tag == std::string{"_SP"}, lemma});
  };
  add({0, 3}, "NNP", "PROPN", "Number=Sing", "nsubj", 1, true, "Ada");
  add({4, 8}, "VBD", "VERB", "Tense=Past", "ROOT", 1, false, "leave");
  add({8, 9}, ".", "PUNCT", "", "punct", 1, false, ".");
  add({9, 11}, "_SP", "SPACE", "", "dep", 2, false, "\n\n");
  add({11, 15}, "WRB", "SCONJ", "", "ROOT", 4, true, "why\"");
  add({15, 16}, ".", "PUNCT", "", "punct", 4, false, "?");
  builder.add_entity({0, 2}, labels->add("PERSON"));
  return builder.take();
}

TEST(Parses, AreOneLineOfJsonAReport) {
  const Analysis analysis = two_sentences();
  const std::string line = parse_as_json_line({"a\"b", "text", analysis});
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  const auto json = nlohmann::json::parse(line);
  EXPECT_EQ(json["id"], "a\"b");
  EXPECT_FALSE(json.contains("field"));
  EXPECT_EQ(json["tokens"].size(), 6U);
  EXPECT_EQ(json["tokens"][0],
            nlohmann::json::parse(R"([0,3,"NNP","PROPN","Number=Sing","Ada",1,"nsubj",1])"));
  EXPECT_EQ(json["tokens"][3],
            nlohmann::json::parse(R"([9,11,"_SP","SPACE","","\n\n",2,"dep",0])"));
  EXPECT_EQ(json["tokens"][4][5], "why\"");
  EXPECT_EQ(json["entities"], nlohmann::json::parse(R"([[0,8,"PERSON"]])"));
}

TEST(Parses, SayWhichFieldWhereItIsTheTitle) {
  const Analysis analysis = two_sentences();
  EXPECT_EQ(nlohmann::json::parse(parse_as_json_line({"x", "title", analysis}))["field"], "title");
  EXPECT_NE(parse_as_conllu({"x", "title", analysis}).find("# field = title\n"), std::string::npos);
}

TEST(Parses, OfNothingAreEmptyLists) {
  language::AnalysisBuilder builder(std::make_shared<const std::string>(),
                                    std::make_shared<language::Labels>(), 0);
  const Analysis nothing = builder.take();
  EXPECT_EQ(parse_as_json_line({"x", "text", nothing}),
            "{\"id\":\"x\",\"tokens\":[],\"entities\":[]}\n");
  EXPECT_EQ(parse_as_conllu({"x", "text", nothing}), "# newdoc id = x\n");
}

TEST(Parses, AreConllu) {
  const Analysis analysis = two_sentences();
  EXPECT_EQ(
      parse_as_conllu({"r1", "text", analysis}),
      "# newdoc id = r1\n"
      "# sent_id = r1-1\n"
      "# text = Ada left.  \n"
      "1\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tStartByte=0|EndByte=3|NER=B-PERSON\n"
      "2\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t_\tStartByte=4|EndByte=8|SpaceAfter=No|"
      "NER=I-PERSON\n"
      "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tStartByte=8|EndByte=9|SpaceAfter=No\n"
      "4\t\\n\\n\t\\n\\n\tSPACE\t_SP\t_\t3\tdep\t_\tStartByte=9|EndByte=11|SpaceAfter=No\n"
      "\n"
      "# sent_id = r1-2\n"
      "# text = Why\"?\n"
      "1\tWhy\"\twhy\"\tSCONJ\tWRB\t_\t0\troot\t_\tStartByte=11|EndByte=15|SpaceAfter=No\n"
      "2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\tStartByte=15|EndByte=16\n"
      "\n");
}

}  // namespace
}  // namespace factbox::outputs
