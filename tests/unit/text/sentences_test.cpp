#include "engine/text/sentences.hpp"

#include "tests/catch.hpp"
#include "tests/unit/text/cut.hpp"

using namespace demarche::text;
using testing::Cut;
using List = std::vector<std::string>;

TEST_CASE("where sentences end") {
  struct Row {
    const char* text;
    List sentences;
  };
  const std::vector<Row> rows{
      {"Iran rejects it. Russia agrees! Why? It is so\u2026 Yes.",
       {"Iran rejects it.", "Russia agrees!", "Why?", "It is so\u2026", "Yes."}},
      {"Mr. Lavrov met Gen. Bagheri. They spoke.", {"Mr. Lavrov met Gen. Bagheri.", "They spoke."}},
      {"J. R. Smith of the U.S. spoke. He left.", {"J. R. Smith of the U.S. spoke.", "He left."}},
      {"\"It is over.\" He left.", {"It is over.\"", "He left."}},
      {"He said: \u201CIt is over.\u201D He left.", {"He said: \u201CIt is over.\u201D", "He left."}},
      {"\"Why now?\" he asked.", {"Why now?\" he asked."}},
      {"(It was late.) They left.", {"It was late.)", "They left."}},
      {"See www.un.org for more.", {"See www.un.org for more."}},
      {"It cost 3.5 million. Cheap.", {"It cost 3.5 million.", "Cheap."}},
      {"A headline without a stop\nThe text begins.", {"A headline without a stop", "The text begins."}},
      {"One\n\nTwo", {"One", "Two"}},
      {"1. The Council decides. 2. It acts.", {"1. The Council decides.", "2. It acts."}},
      {"He left. \u2018The ports must open again\u2019 The envoy also said that ships were waiting.",
       {"He left.", "The ports must open again\u2019", "The envoy also said that ships were waiting."}},
      {"\u201CThe ports must open again\u201D Ortega said.", {"The ports must open again\u201D Ortega said."}},
      {"\u201CThe ports must open again,\u201D Ortega said as he left the hall.",
       {"The ports must open again,\u201D Ortega said as he left the hall."}},
      {"", {}},
      {"...", {"..."}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Cut(row.text).sentences() == row.sentences);
  }
}

TEST_CASE("hard-wrapped lines end no sentence, empty lines do") {
  const std::string wrapped =
      "The minister said on Monday that the\ndeployment of forces from outside the\nregion benefits no one and will "
      "be\nopposed by "
      "his country.\n\nHe added that the door to the talks\nremains open.";
  const Cut cut(wrapped);
  CHECK(cut.text.hard_wrapped);
  CHECK(cut.sentences() ==
        List{"The minister said on Monday that the deployment of forces from outside the region benefits no one and "
             "will be opposed by his country.",
             "He added that the door to the talks remains open."});
  CHECK(cut.text.sentences.at(1).paragraph == cut.text.sentences.at(0).paragraph + 1);
}

TEST_CASE("one long line cut in the middle of a sentence shows that a short text is wrapped") {
  const Cut cut(
      "The minister said on Monday that the deployment of forces from outside the region\nbenefits no one.\n");
  CHECK(cut.text.hard_wrapped);
  CHECK(cut.sentences().size() == 1);
  CHECK_FALSE(Cut("A verse of few words\nthat goes on below\n").text.hard_wrapped);
  CHECK_FALSE(Cut("The minister met his guests on Monday and spoke for an hour\nThe talks go on.\n").text.hard_wrapped);
}

TEST_CASE("lines of a list are not taken for hard wrapping") {
  const Cut cut("Iran opens a consulate\nRussia condemns sanctions\nTurkey hosts the talks\nGeorgia stays away\n");
  CHECK_FALSE(cut.text.hard_wrapped);
  CHECK(cut.sentences().size() == 4);
}

TEST_CASE("a paragraph may begin without a line end") {
  const Cut cut("One two<p>Three four", {{7, 10}}, {}, {10});
  CHECK(cut.sentences() == List{"One two", "Three four"});
  CHECK(cut.text.sentences.at(1).paragraph == 1);
}

TEST_CASE("a heading is a sentence of its own") {
  const std::string bytes = "On sanctions\nWe reject them.";
  const Cut cut(bytes, {}, {{0, 12}});
  CHECK(cut.sentences() == List{"On sanctions", "We reject them."});
  CHECK(cut.text.sentences.at(0).heading);
  CHECK_FALSE(cut.text.sentences.at(1).heading);
}

TEST_CASE("a sentence without an end is cut, so that work stays bounded") {
  std::string bytes;
  for (int i = 0; i < 2000; ++i) bytes += "word ";
  const Cut cut(bytes);
  CHECK(cut.text.tokens.size() == 2000);
  for (const Sentence& sentence : cut.text.sentences) CHECK(sentence.last - sentence.first <= longest_sentence);
}
