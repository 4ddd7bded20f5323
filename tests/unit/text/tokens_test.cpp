#include "engine/text/tokens.hpp"

#include <random>

#include "engine/base/utf8.hpp"
#include "engine/text/offsets.hpp"
#include "tests/catch.hpp"
#include "tests/unit/text/cut.hpp"

using namespace demarche;
using namespace demarche::text;
using testing::Cut;

TEST_CASE("words, signs and what belongs together") {
  struct Row {
    const char* text;
    const char* tokens;
  };
  const std::vector<Row> rows{
      {"Iran rejects it.", "iran|rejects|it|."},
      {"Iran's troops", "iran|'s|troops"},
      {"Iran\u2019s troops", "iran|'s|troops"},
      {"the states' forces", "the|states|'s|forces"},
      {"don't, can\u2019t", "do|n't|,|ca|n't"},
      {"we're they've he'll", "we|'re|they|'ve|he|'ll"},
      {"O'Brien", "o'brien"},
      {"the U.S. and the U.K", "the|u.s.|and|the|u.k."},
      {"\u00C9lys\u00E9e, T\u00FCrkiye, \u00C7avu\u015Fo\u011Flu", "elysee|,|turkiye|,|cavusoglu"},
      {"extra-regional 3+3", "extra|-|regional|3|+|3"},
      {"non\u2011proliferation \u2014 yes", "non|-|proliferation|-|yes"},
      {"co\u00ADoperation", "cooperation"},
      {"1,960 troops, 3.5 per cent", "1,960|troops|,|3.5|per|cent"},
      {"wait... or\u2026", "wait|...|or|..."},
      {"**bold** _word_ `code`", "bold|word|code"},
      {"# Heading", "heading"},
      {"no\u00A0break", "no|break"},
      {"\xEF\xBB\xBFIran", "iran"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Cut(row.text).tokens() == row.tokens);
  }
}

TEST_CASE("quotes of every shape are one sign that knows its side") {
  for (const char* text : {"\"Yes\" he said", "\u201CYes\u201D he said", "\u00ABYes\u00BB he said", "'Yes' he said", "\u2018Yes\u2019 he said"}) {
    INFO(text);
    const Cut cut(text);
    CHECK(cut.tokens() == "\"|yes|\"|he|said");
    CHECK(cut.text.tokens.at(0).has(Token::opens_quote));
    CHECK(cut.text.tokens.at(2).has(Token::closes_quote));
  }
}

TEST_CASE("flags of tokens") {
  const Cut cut("Iran, NATO 12 x\n\ny \u2014 z");
  const auto& tokens = cut.text.tokens;
  CHECK(tokens.at(0).has(Token::capitalised));
  CHECK_FALSE(tokens.at(0).has(Token::all_caps));
  CHECK(tokens.at(1).has(Token::punctuation));
  CHECK_FALSE(tokens.at(1).has(Token::space_before));
  CHECK(tokens.at(2).has(Token::all_caps));
  CHECK(tokens.at(3).has(Token::number));
  CHECK(tokens.at(5).has(Token::blank_before));
  CHECK(tokens.at(6).has(Token::spaced_dash));
}

TEST_CASE("what is skipped gives no tokens, and parts words") {
  const std::string bytes = "Iran <b>rejects</b> it";
  CHECK(Cut(bytes, {{5, 8}, {15, 19}}).tokens() == "iran|rejects|it");
  CHECK(Cut("A<b>B", {{1, 4}}).tokens() == "a|b");
}

TEST_CASE("character references read as their characters") {
  CHECK(Cut("Iran&a;s", {}, {}, {}, {{4, 7, 0x2019}}).tokens() == "iran|'s");
  CHECK(Cut("don&a;t", {}, {}, {}, {{3, 6, U'\''}}).tokens() == "do|n't");
  CHECK(Cut("&a;avu&b;oglu", {}, {}, {}, {{0, 3, 0xC7}, {6, 9, 0x15F}}).tokens() == "cavusoglu");
  const Cut quoted("&a;Iran&a; &b;&c;do", {}, {}, {}, {{0, 3, U'"'}, {7, 10, U'"'}, {11, 14, U'&'}, {14, 17, 0xA0}});
  CHECK(quoted.tokens() == "\"|iran|\"|&|do");
  CHECK(quoted.text.tokens.at(0).has(Token::opens_quote));
  CHECK(quoted.text.tokens.at(2).has(Token::closes_quote));
  CHECK(quoted.text.tokens.at(4).has(Token::space_before));
}

TEST_CASE("words that nobody asks for have no number") {
  Vocabulary vocabulary;
  const WordId iran = vocabulary.intern("iran");
  const std::string bytes = "Iran xyzzy";
  const auto text = tokenise({bytes, {0, 10}, {}, {}}, vocabulary, [](WordId) { return false; });
  CHECK(text.tokens.at(0).word == iran);
  CHECK(text.tokens.at(1).word == unknown_word);
  CHECK(vocabulary.find("xyzzy") == unknown_word);
}

TEST_CASE("a vocabulary of many words finds each") {
  Vocabulary vocabulary;
  std::vector<WordId> ids;
  for (int i = 0; i < 20000; ++i) ids.push_back(vocabulary.intern("w" + std::to_string(i)));
  for (int i = 0; i < 20000; ++i) {
    const std::string word = "w" + std::to_string(i);
    if (vocabulary.find(word) != ids[static_cast<std::size_t>(i)] || vocabulary.text(ids[static_cast<std::size_t>(i)]) != word) FAIL(word);
  }
  CHECK(vocabulary.find("w20000") == unknown_word);
  CHECK(vocabulary.intern("w7") == ids[7]);
}

TEST_CASE("code points of byte offsets") {
  std::string bytes;
  for (int i = 0; i < 700; ++i) bytes += i % 3 == 0 ? "\u00E9" : i % 3 == 1 ? "x" : "\U0001F30D";
  const OffsetMap map(bytes);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < bytes.size(); ++count) {
    if (map.code_point(static_cast<std::uint32_t>(at)) != count) FAIL(at);
    utf8::decode(bytes, at);
  }
  CHECK(map.code_points() == 700);
}

TEST_CASE("tokens of any bytes lie in order inside the text, and sentences share them out") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces{"Iran", " ", " ", "\n", "\n\n", ".", ". ", "'", "\"", "\u201C", "\u201D", "\u2019", "'s", "n't", "-", "\u2014", "U.S.",
                                        "1.", "#", "*", "(", ")", "\u00E9", "\u00AD", "\u200B", "\u00A0", "\U0001F30D", "...", "?", "!", "Mr.", ",", "\t"};
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (int i = static_cast<int>(random() % 60); i > 0; --i) bytes += pieces[random() % pieces.size()];
    const Cut cut(bytes);
    std::uint32_t at = 0;
    for (const Token& token : cut.text.tokens) {
      REQUIRE(token.span.begin >= at);
      REQUIRE(token.span.end > token.span.begin);
      at = token.span.end;
    }
    REQUIRE(at <= bytes.size());
    std::uint32_t next = 0;
    for (const Sentence& sentence : cut.text.sentences) {
      REQUIRE(sentence.first == next);
      REQUIRE(sentence.last > sentence.first);
      next = sentence.last;
    }
    REQUIRE(next == cut.text.tokens.size());
  }
}
