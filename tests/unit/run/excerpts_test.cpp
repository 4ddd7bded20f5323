#include "engine/run/excerpts.hpp"

#include "tests/catch.hpp"

using namespace demarche;

namespace {

// A record of the sentence that stands in the text, with these words as its match.
evidence::Record record(const std::string& text, const std::string& sentence, const std::string& match) {
  auto code_points = [&](std::size_t bytes) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < bytes; ++i) count += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 ? 1u : 0u;
    return count;
  };
  const auto at = text.find(sentence);
  const auto words = text.find(match, at);
  evidence::Record one;
  one.sentence_range = {code_points(at), code_points(at + sentence.size())};
  one.match = {code_points(words), code_points(words + match.size())};
  for (const char c : sentence)
    if (c != '\n')
      one.sentence += c;
    else
      one.sentence += ' ';
  return one;
}

corpus::Document document(const std::string& text) {
  corpus::Document one;
  one.id = "a";
  one.text = text;
  one.body = {0, static_cast<std::uint32_t>(text.size())};
  return one;
}

report::Passage passage(const corpus::Document& text, const evidence::Record& one, std::size_t around = 500) {
  evidence::DocumentResult result;
  result.doc = text.id;
  result.records = {one};
  const auto passages = run::passages_of(text, result, around);
  REQUIRE(passages.size() == 1);
  return passages[0];
}

}  // namespace

TEST_CASE("a passage is the paragraph of the sentence, without line ends") {
  const std::string text =
      "Of another.\n \nOne stands\nbefore. Iran opposes\nthe plan. Two stand \xE2\x80\x94 behind.\n\nOf a third.";
  const auto found = passage(document(text), record(text, "Iran opposes\nthe plan.", "opposes\nthe"));
  CHECK(found.before == "One stands before.");
  CHECK(found.after == "Two stand \xE2\x80\x94 behind.");
  REQUIRE(found.match);
  CHECK(found.match->start == 5);
  CHECK(found.match->end == 16);
}

TEST_CASE("the place of a match counts UTF-16 units") {
  const std::string text = "\xF0\x9F\x98\x80 \xC3\xA9t\xC3\xA9: Iran opposes it.";
  const auto found = passage(document(text), record(text, text, "opposes"));
  REQUIRE(found.match);
  CHECK(found.match->start == 13);
  CHECK(found.match->end == 20);
}

TEST_CASE("long paragraphs are cut at words; headings, breaks and markup bound them") {
  std::string text = "HEADING\n";
  for (int i = 0; i < 100; ++i) text += "w\xC3\xB6rd ";
  text += "Iran opposes it.";
  for (int i = 0; i < 100; ++i) text += " ye\xC3\xA4r";
  auto one = document(text);
  const auto cut = passage(one, record(text, "Iran opposes it.", "opposes"), 50);
  CHECK(cut.before.starts_with("\xE2\x80\xA6w\xC3\xB6rd"));
  CHECK(cut.before.size() <= 56);
  CHECK(cut.after.ends_with("ye\xC3\xA4r\xE2\x80\xA6"));
  one.headings = {{0, 7}};
  CHECK(passage(one, record(text, "Iran opposes it.", "opposes"), 2000).before.starts_with("w\xC3\xB6rd"));

  const std::string page = "<p>One.</p><p>Iran <b>opposes</b> it.</p><p>Two.</p>";
  auto html = document(page);
  html.skipped = {{0, 3}, {7, 11}, {11, 14}, {19, 22}, {29, 33}, {37, 41}, {41, 44}, {48, 52}};
  html.breaks = {3, 14, 44};
  auto sentence = record(page, "Iran <b>opposes</b> it.", "opposes");
  sentence.sentence = "Iran opposes it.";
  const auto found = passage(html, sentence);
  CHECK(found.before == "");
  CHECK(found.after == "");
  REQUIRE(found.match);
  CHECK(found.match->start == 5);
}

TEST_CASE("offsets beyond the text give an empty passage and no crash") {
  evidence::Record one;
  one.sentence_range = {90, 120};
  one.match = {95, 99};
  const auto found = passage(document("short"), one);
  CHECK_FALSE(found.match);
}
