#include "language/words/attribute_ruler.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "language/package_file.h"

namespace factbox::language {
namespace {

PackedFile packed(const nlohmann::json& value) {
  const auto bytes = nlohmann::json::to_msgpack(value);
  return PackedFile::unpack("attribute_ruler/patterns", {bytes.begin(), bytes.end()}).value();
}

const auto kRules = nlohmann::json::parse(R"([
  {"patterns": [[{"TAG": "VBZ"}]], "attrs": {"POS": "VERB", "MORPH": "Tense=Pres"}, "index": 0},
  {"patterns": [[{"TAG": "NN"}], [{"TAG": "NNS"}]], "attrs": {"POS": "NOUN"}, "index": 0},
  {"patterns": [[{"LOWER": "let"}, {"LOWER": "'s"}]], "attrs": {"LEMMA": "us", "POS": "PRON"},
   "index": 1},
  {"patterns": [[{"LOWER": {"IN": ["is", "'s"]}, "TAG": "VBZ"}]],
   "attrs": {"LEMMA": "be", "POS": "AUX"}, "index": 0},
  {"patterns": [[{"DEP": "expl"}, {"LOWER": {"REGEX": "^(?:i|wa)s$"}}]], "attrs": {"POS": "VERB"},
   "index": 1},
  {"patterns": [[{"DEP": {"NOT_IN": ["det", ""]}, "TAG": {"IN": ["DT", "WDT"]}}]],
   "attrs": {"POS": "PRON"}, "index": 0},
  {"patterns": [[{"TAG": "_SP", "IS_SPACE": false}]], "attrs": {"POS": "X"}, "index": 0},
  {"patterns": [[{"IS_SPACE": true}]], "attrs": {"TAG": "_SP", "DEP": "dep", "MORPH": "_"},
   "index": 0},
  {"patterns": [[{"TAG": "_SP"}, {"TAG": "_SP"}, {"TAG": "NN"}]], "attrs": {"POS": "END"},
   "index": 2}
])");

class Ruler : public testing::Test {
 protected:
  void add(std::string_view word, std::string_view tag, std::string_view arc) {
    tokens_.push_back({{}, lexicon_.index_of(word), false});
    tags_.push_back(labels_.add(tag));
    arcs_.push_back(labels_.add(arc));
  }
  void apply() {
    pos_.assign(tokens_.size(), labels_.add("from before"));
    morphs_ = lemmas_ = pos_;
    ruler_.apply(tokens_, lexicon_, memory_, {tags_, arcs_, pos_, morphs_, lemmas_});
  }
  /// "TAG DEP POS MORPH LEMMA" of a token.
  [[nodiscard]] std::string shown(std::size_t token) const {
    std::string text;
    for (const auto* column : {&tags_, &arcs_, &pos_, &morphs_, &lemmas_}) {
      const auto label = labels_[(*column)[token]];
      text += text.empty() ? "" : " ";
      text += label.empty() ? "-" : label;
    }
    return text;
  }

  Labels labels_;
  AttributeRuler ruler_ = AttributeRuler::read(packed(kRules), labels_).value();
  Lexicon lexicon_{
      Norms::read(PackedFile::unpack("norms", "\x81\xablexeme_norm\x80").value()).value()};
  RulerMemory memory_;
  std::vector<Token> tokens_;
  std::vector<LabelId> tags_, arcs_, pos_, morphs_, lemmas_;
};

TEST_F(Ruler, GivesWhatRulesSay) {
  add("Talks", "NNS", "nsubj");
  add("resumes", "VBZ", "ROOT");
  add("then", "RB", "advmod");
  apply();
  EXPECT_EQ(shown(0), "NNS nsubj NOUN - -");
  EXPECT_EQ(shown(1), "VBZ ROOT VERB Tense=Pres -");
  EXPECT_EQ(shown(2), "RB advmod - - -");
}

TEST_F(Ruler, LetsTheLastRuleSpeak) {
  add("Let", "VB", "ROOT");
  add("'s", "VBZ", "nsubj");  // rule 3 as after "let", then rule 4
  add("It", "PRP", "expl");
  add("IS", "VBZ", "ROOT");  // rules 1 and 4, then 5
  apply();
  EXPECT_EQ(shown(1), "VBZ nsubj AUX Tense=Pres be");
  EXPECT_EQ(shown(3), "VBZ ROOT VERB Tense=Pres be");
}

TEST_F(Ruler, LooksAtNeighboursAsTheyWereRead) {
  add("let", "VB", "ROOT");
  add("'s", "POS", "case");
  add("\n", "CD", "");  // no rule may see the tag that another gives it
  add("\n\n", "_SP", "");
  add("end", "NN", "dobj");
  apply();
  EXPECT_EQ(shown(1), "POS case PRON - us");
  EXPECT_EQ(shown(2), "_SP dep - - -");
  EXPECT_EQ(shown(4), "NN dobj NOUN - -");
}

TEST_F(Ruler, ExcludesValues) {
  add("that", "DT", "nsubj");
  add("that", "DT", "det");
  add("that", "WDT", "");
  add("*", "_SP", "punct");
  apply();
  EXPECT_EQ(shown(0), "DT nsubj PRON - -");
  EXPECT_EQ(shown(1), "DT det - - -");
  EXPECT_EQ(shown(2), "WDT - - - -");
  EXPECT_EQ(shown(3), "_SP punct X - -");
}

/// The rules as they read: one after the other, each over the whole text.
class PlainRuler {
 public:
  PlainRuler(const Labels& labels, const Lexicon& lexicon) : labels_(labels), lexicon_(lexicon) {}

  [[nodiscard]] std::vector<std::vector<std::string>> apply(
      const std::vector<Token>& tokens, const std::vector<LabelId>& tags,
      const std::vector<LabelId>& arcs) const {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      rows.push_back({std::string{labels_[tags[i]]}, std::string{labels_[arcs[i]]}, "", "", "",
                      std::string{lexicon_.lower(tokens[i].lexeme)}});
    }
    auto changed = rows;
    for (const auto& rule : kRules) {
      for (const auto& pattern : rule["patterns"]) {
        for (std::size_t first = 0; first + pattern.size() <= rows.size(); ++first) {
          bool holds = true;
          for (std::size_t i = 0; i < pattern.size(); ++i) {
            holds = holds && fits(pattern[i], rows[first + i]);
          }
          if (!holds) {
            continue;
          }
          auto& row = changed[first + rule["index"].get<std::size_t>()];
          for (const auto& [name, value] : rule["attrs"].items()) {
            row[column(name)] = value == "_" ? "" : value.get<std::string>();
          }
        }
      }
    }
    return changed;
  }

 private:
  static std::size_t column(const std::string& name) {
    const std::vector<std::string> names{"TAG", "DEP", "POS", "MORPH", "LEMMA", "LOWER"};
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  }
  static bool fits(const nlohmann::json& condition, const std::vector<std::string>& row) {
    for (const auto& [name, value] : condition.items()) {
      if (name == "IS_SPACE") {
        if ((row[5].front() == '\n') != value.get<bool>()) {
          return false;
        }
        continue;
      }
      const std::string& found = row[column(name)];
      const auto among = [&](const nlohmann::json& list) {
        return std::find(list.begin(), list.end(), found) != list.end();
      };
      if (value.is_string() && found != value) {
        return false;
      }
      if (value.contains("IN") && !among(value["IN"])) {
        return false;
      }
      if (value.contains("NOT_IN") && among(value["NOT_IN"])) {
        return false;
      }
      if (value.contains("REGEX") && found != "is" && found != "was") {
        return false;
      }
    }
    return true;
  }

  const Labels& labels_;
  const Lexicon& lexicon_;
};

TEST_F(Ruler, SaysWhatThePlainWaySays) {
  std::mt19937 random{7};
  const auto one_of = [&](const std::vector<std::string>& list) {
    return list[std::uniform_int_distribution<std::size_t>{0, list.size() - 1}(random)];
  };
  for (int round = 0; round < 200; ++round) {
    tokens_.clear();
    tags_.clear();
    arcs_.clear();
    for (int i = 0; i < 30; ++i) {
      add(one_of({"Let", "'s", "is", "was", "that", "\n", "\n\n", "talks"}),
          one_of({"VBZ", "NN", "DT", "WDT", "_SP", "_SP"}), one_of({"expl", "det", "ROOT", ""}));
    }
    const auto expected = PlainRuler{labels_, lexicon_}.apply(tokens_, tags_, arcs_);
    apply();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      std::string row;
      for (std::size_t j = 0; j < 5; ++j) {
        row += (j > 0 ? " " : "") + (expected[i][j].empty() ? "-" : expected[i][j]);
      }
      ASSERT_EQ(shown(i), row) << expected[i][5];
    }
  }
}

TEST(AttributeRuler, RefusesWhatItCannotDo) {
  const auto refusal = [](const std::string& rules) {
    Labels labels;
    const auto ruler = AttributeRuler::read(packed(nlohmann::json::parse(rules)), labels);
    EXPECT_FALSE(ruler.has_value());
    return ruler.has_value() ? Error{} : ruler.error();
  };
  const auto rule = [](const std::string& pattern, const std::string& attributes) {
    return R"([{"patterns": [[)" + pattern + R"(]], "attrs": )" + attributes + R"(, "index": 0}])";
  };
  EXPECT_EQ(refusal("{}").kind, ErrorKind::malformed);
  EXPECT_EQ(refusal("[7]").kind, ErrorKind::malformed);
  EXPECT_EQ(refusal(rule("", "{}")).kind, ErrorKind::malformed);
  EXPECT_EQ(refusal(rule(R"({"TAG": 3})", "{}")).kind, ErrorKind::malformed);
  EXPECT_EQ(refusal(rule(R"({"TAG": {"IN": "x"}})", "{}")).kind, ErrorKind::malformed);
  EXPECT_EQ(refusal(rule(R"({"TAG": {"FUZZY": "x"}})", "{}")).kind, ErrorKind::unsupported);
  EXPECT_EQ(refusal(rule(R"({"LOWER": {"REGEX": "("}})", "{}")).kind, ErrorKind::unsupported);
  EXPECT_EQ(refusal(rule(R"({"TAG": "x"})", R"({"HEAD": "x"})")).kind, ErrorKind::unsupported);
  const auto error = refusal(rule(R"({"SHAPE": "Xx"})", "{}"));
  EXPECT_EQ(error.kind, ErrorKind::unsupported);
  EXPECT_NE(error.what.find("attribute_ruler/patterns: rule 1: it asks for SHAPE"),
            std::string::npos)
      << error.what;
}

}  // namespace
}  // namespace factbox::language
