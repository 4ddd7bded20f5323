#include "tests/unit/corpus/helpers.hpp"

using namespace demarche;
using namespace demarche::corpus;
using namespace demarche::corpus::testing;

TEST_CASE("a .txt is read whole, its first line is a heading") {
  auto reading = read_one("a/b.txt", "Iran opposes the corridor\n\nIran opposes the corridor, its minister said on Sunday.\n");
  REQUIRE(reading.documents.size() == 1);
  const auto& document = reading.documents[0];
  CHECK(document.id == "a/b.txt");
  CHECK(document.path == "corpus/a/b.txt");
  CHECK(document.title == "Iran opposes the corridor");
  CHECK(texts(document, document.headings) == Lines{"Iran opposes the corridor"});
  CHECK(document.body.begin == 0);
  CHECK(document.body.end == document.text.size());
  CHECK(reading.messages.empty());
}

TEST_CASE("a byte order mark lies before the body") {
  auto reading = read_one("a.txt", "\xEF\xBB\xBFHe spoke.\n");
  REQUIRE(reading.documents.size() == 1);
  CHECK(reading.documents[0].text.size() == 13);
  CHECK(reading.documents[0].body.begin == 3);
}

TEST_CASE("front matter of .md and .txt") {
  std::string text = "---\ntitle: \"A title\"\ndate: 2023-10-02\nsource: IRNA\nspeaking: [IRN, ARM]\nlang: en\nother: {a: b}\n---\nHe spoke.\n";
  for (const char* name : {"a.md", "a.txt"}) {
    auto reading = read_one(name, text);
    REQUIRE(reading.documents.size() == 1);
    const auto& document = reading.documents[0];
    CHECK(document.title == "A title");
    CHECK(to_string(*document.date) == "2023-10-02");
    CHECK(document.source == "IRNA");
    CHECK(document.language == "en");
    CHECK(document.speaking == Lines{"IRN", "ARM"});
    CHECK(read_text(document) == "He spoke.");
    CHECK(reading.messages.empty());
  }
}

TEST_CASE("broken front matter is said at its line, the text is read") {
  auto reading = read_one("a.md", "---\ntitle: A\nbad: [\n---\nHe spoke.\n");
  REQUIRE(reading.documents.size() == 1);
  CHECK(read_text(reading.documents[0]) == "He spoke.");
  REQUIRE(reading.messages.size() == 1);
  CHECK(reading.messages[0].find("corpus/a.md:3: yaml-syntax") == 0);
}

TEST_CASE("a rule in the first line of a .txt is no front matter") {
  auto reading = read_one("a.txt", "---\nHe spoke of peace.\n---\nShe spoke too.\n");
  REQUIRE(reading.documents.size() == 1);
  CHECK(read_text(reading.documents[0]) == "He spoke of peace.\nShe spoke too.");
  CHECK(reading.messages.empty());
}

TEST_CASE("Markdown: signs are skipped, headings known") {
  auto reading = read_one("a.md",
                          "# The position of Iran\n\nThe [minister](http://x/y) said so. ![p](a.png)\n\n## Corridor ##\n\n"
                          "> It is a *red line*.\n\n```\ncode here\n```\n<!-- no -->\nThe end has come for all of them.\n");
  REQUIRE(reading.documents.size() == 1);
  const auto& document = reading.documents[0];
  CHECK(read_text(document) ==
        "The position of Iran\nThe minister said so.\nCorridor ##\nIt is a red line .\nThe end has come for all of them.");
  CHECK(texts(document, document.headings) == Lines{"# The position of Iran", "## Corridor ##"});
  CHECK(document.title == "The position of Iran");
}

TEST_CASE("page numbers between hard-wrapped lines go, with the blank lines that they tore open") {
  std::string text;
  for (int i = 0; i < 6; ++i) text += "We call for the withdrawal of all of\nthe forces from that region as soon as\nthat can be done.\n";
  text += "We support the work of the International \n \n10-54965 14 \n \nCourt of Justice in all of its\nmany decisions.\n14/22 13-48408\nThank you.\n";
  auto reading = read_one("a.txt", text);
  REQUIRE(reading.documents.size() == 1);
  const auto& document = reading.documents[0];
  std::string left = read_text(document);
  CHECK(left.find("International\nCourt of Justice in all of its\nmany decisions.\nThank you.") != std::string::npos);
  CHECK(document.headings.empty());
}

TEST_CASE("hard-wrapped lines are no headings") {
  auto reading = read_one("a.txt",
                          "It gives me great pleasure at the outset\nto congratulate Mr. Ashe on his election to preside\n"
                          "over the General Assembly at its session\nand to pay tribute to his friendly country, Antigua\n"
                          "and Barbuda. I am confident of that.\nWe agree with this and\nwith that.\n");
  CHECK(reading.documents.at(0).headings.empty());
  CHECK(reading.documents.at(0).title.empty());
}

TEST_CASE("what a web page puts around an article is skipped") {
  auto reading = read_one("a.txt",
                          "Skip to content\n\nIran, Russia reaffirm opposition\n\n"
                          "Ali Bagheri has stressed the steadfast opposition of Tehran to the presence of outsiders in the region.\n\n"
                          "Share this article\n\n"
                          "He added that the countries of the region can solve their problems without any help from far away.\n\n"
                          "\xE2\x80\xBA Subscribe\n\nPlease enter your comment!\n\nThe reCAPTCHA verification period has expired.\n\n"
                          "Russia warns of new sanctions\n\nMore Articles");
  const auto& document = reading.documents.at(0);
  std::string left = read_text(document);
  CHECK(left.starts_with("Iran, Russia reaffirm opposition\nAli Bagheri"));
  CHECK(left.ends_with("from far away."));
  CHECK(left.find("Share") == std::string::npos);
  CHECK(document.title == "Iran, Russia reaffirm opposition");
}

TEST_CASE("short lines that belong to the text are kept") {
  std::string text =
      "Mr. President,\n\nWe call for the following measures, which the whole of the international community has to take now:\n\n"
      "an end to the embargo\n\nthe release of the prisoners\n\nThank you\n";
  const auto document = read_one("a.txt", text).documents.at(0);
  CHECK(document.skipped.empty());
  CHECK(document.headings.empty());
}

TEST_CASE("headings between paragraphs") {
  const auto document = read_one("a.txt",
                                 "Mr. President,\n\nWe thank the Secretary-General for his report on the work of this Organization.\n\n"
                                 "**Climate change**\n\nThe climate crisis is an existential threat to all of the small islands.\n\n"
                                 "Security Council reform\nWe support two permanent seats for Africa with all of the rights.\n")
                            .documents.at(0);
  CHECK(texts(document, document.headings) == Lines{"**Climate change**", "Security Council reform"});
  CHECK(document.title == "Climate change");
}

TEST_CASE("rules and lines of stars are skipped") {
  const auto document = read_one("a.txt", "He spoke.\n---\n* * *\n\\###\nShe spoke.\n").documents.at(0);
  CHECK(read_text(document) == "He spoke.\nShe spoke.");
}

TEST_CASE("signs of emphasis are not read, other stars and lines are") {
  auto words = [](const std::string& text) {
    auto reading = read_one("a.txt", text);
    return read_text(reading.documents.at(0));
  };
  CHECK(words("**Iran** rejects the *sanctions* and __any__ _talks_.\n") == "Iran rejects the sanctions and any talks .");
  CHECK(words("Aid for Ukraine:** Iran spoke ***\n").find('*') == std::string::npos);
  CHECK(words("5 * 3 is 15.\n").find('*') != std::string::npos);
  CHECK(words("A s***t word and the snake_case of it_all.\n").find("***") != std::string::npos);
  CHECK(words("A note*\n").find('*') != std::string::npos);
}
