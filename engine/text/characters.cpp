#include "engine/text/characters.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

#include "engine/base/utf8.hpp"

namespace demarche::text {

namespace {

// Letters that ICU does not take apart into a base letter and a mark.
char32_t plain_letter(char32_t c) {
  switch (c) {
    case 0x0259:
    case 0x018F:
      return U'a';  // Azerbaijani schwa, as newspapers transliterate it
    case 0x0131:
      return U'i';  // Turkish dotless i
    case 0x00F8:
      return U'o';
    case 0x0142:
      return U'l';
    case 0x0111:
      return U'd';
    default:
      return c;
  }
}

std::string fold(char32_t c) {
  static const icu::Normalizer2* decomposer = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKDInstance(status);
  }();
  icu::UnicodeString folded(static_cast<UChar32>(c));
  folded.foldCase();
  if (decomposer) {
    UErrorCode status = U_ZERO_ERROR;
    folded = decomposer->normalize(folded, status);
  }
  std::string out;
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    UChar32 part = folded.char32At(i);
    if (u_charType(part) == U_NON_SPACING_MARK) continue;
    utf8::append(out, plain_letter(static_cast<char32_t>(part)));
  }
  return out;
}

}  // namespace

bool is_letter_or_mark(char32_t c) {
  auto point = static_cast<UChar32>(c);
  return u_isalnum(point) || u_charType(point) == U_NON_SPACING_MARK || u_charType(point) == U_COMBINING_SPACING_MARK;
}

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }

void append_folded(std::string& out, char32_t c) {
  // The Latin blocks are what European names are written in; the rest is rare enough for ICU each time.
  constexpr char32_t first = 0x80;
  constexpr char32_t last = 0x250;
  static const std::array<std::string, last - first> latin = [] {
    std::array<std::string, last - first> table;
    for (char32_t i = first; i < last; ++i) table[i - first] = fold(i);
    return table;
  }();
  if (c >= first && c < last) {
    out += latin[c - first];
  } else {
    out += fold(c);
  }
}

}  // namespace demarche::text
