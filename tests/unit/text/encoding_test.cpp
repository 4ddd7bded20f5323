#include "engine/text/encoding.hpp"

#include "engine/base/utf8.hpp"
#include "tests/catch.hpp"

using demarche::text::decode;

namespace {

std::string utf16(std::u16string_view text, bool little) {
  std::string out;
  for (char16_t unit : text) {
    char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    out += little ? low : high;
    out += little ? high : low;
  }
  return out;
}

}  // namespace

TEST_CASE("UTF-8 comes back as it is, with its mark") {
  CHECK(decode("").utf8.empty());
  CHECK_FALSE(decode("").binary);
  auto plain = decode("caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D");
  CHECK(plain.utf8 == "caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D");
  CHECK(plain.encoding == "UTF-8");
  CHECK_FALSE(plain.lossy);
  CHECK(decode("\xEF\xBB\xBFx").utf8 == "\xEF\xBB\xBFx");
}

TEST_CASE("UTF-16 with a mark and without") {
  std::u16string_view text = u"Iran\u2019s opposition to foreign troops";
  std::string expected = "Iran\xE2\x80\x99s opposition to foreign troops";
  CHECK(decode("\xFF\xFE" + utf16(text, true)).utf8 == expected);
  CHECK(decode("\xFE\xFF" + utf16(text, false)).utf8 == expected);
  CHECK(decode(utf16(text, true)).utf8 == expected);
  CHECK(decode(utf16(text, false)).encoding == "UTF-16BE");
  CHECK_FALSE(decode(utf16(text, true)).binary);
}

TEST_CASE("one-byte encodings are found") {
  auto western = decode("Le ministre des Affaires \xE9trang\xE8res a rejet\xE9 la proposition am\xE9ricaine \x96 \x93jamais\x94.");
  CHECK(western.encoding == "windows-1252");
  CHECK(western.utf8.find("\xC3\xA9trang\xC3\xA8res") != std::string::npos);
  CHECK(western.utf8.find("\xE2\x80\x9Cjamais\xE2\x80\x9D") != std::string::npos);
  auto russian = decode(
      "\xCC\xE8\xED\xE8\xF1\xF2\xF0 \xE8\xED\xEE\xF1\xF2\xF0\xE0\xED\xED\xFB\xF5 \xE4\xE5\xEB \xD0\xEE\xF1\xF1\xE8\xE8 "
      "\xE7\xE0\xFF\xE2\xE8\xEB, \xF7\xF2\xEE \xD0\xEE\xF1\xF1\xE8\xFF \xEF\xF0\xEE\xF2\xE8\xE2 \xF1\xE0\xED\xEA\xF6\xE8\xE9.");
  CHECK(russian.encoding == "windows-1251");
  CHECK(demarche::utf8::is_valid(russian.utf8));
}

TEST_CASE("UTF-8 with a few bad bytes stays UTF-8 and says so") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "caf\xC3\xA9 ";
  auto decoded = decode(text + "\xE2\x80");
  CHECK(decoded.encoding == "UTF-8");
  CHECK(decoded.lossy);
  CHECK(decoded.utf8 == text + "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("what is no text is said to be none") {
  CHECK(decode("%PDF-1.4 x").binary);
  CHECK(decode(std::string("\x89PNG\r\n\x1A\n\0\0\0", 11)).binary);
  std::string noise;
  for (int i = 0; i < 4096; ++i) noise += static_cast<char>(i * 2654435761u >> 13);
  CHECK(decode(noise).binary);
  CHECK(decode(noise).utf8.empty());
  CHECK(decode(std::string(100, '\0')).binary);
}

TEST_CASE("any bytes give well-formed UTF-8") {
  unsigned state = 1;
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (int i = 0; i < round; ++i) {
      state = state * 1664525u + 1013904223u;
      bytes += static_cast<char>(state >> 24 | (round % 3 ? 0x20 : 0));
    }
    CHECK(demarche::utf8::is_valid(decode(bytes).utf8));
  }
}
