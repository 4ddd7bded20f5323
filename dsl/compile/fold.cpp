#include "dsl/compile/fold.hpp"

#include <string_view>

#include "engine/base/utf8.hpp"

namespace demarche::dsl::lowering {

namespace {
// The base letters of the precomposed Latin letters; a full stop where there is none.
constexpr char32_t latin_begin = 0xC0;
constexpr std::string_view latin =
    "aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.yaaaaaaccccccccdd..eeeeeeeeeegggggggghh.."
    "iiiiiiiii...jjkk.llllll....nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz................."
    "................oo.............uu............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg.."
    "nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................";
constexpr char32_t additional_begin = 0x1E00;
constexpr std::string_view additional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssss"
    "ssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooo"
    "oooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

char base_letter(char32_t c) {
  if (c >= latin_begin && c < latin_begin + latin.size()) return latin[c - latin_begin];
  if (c >= additional_begin && c < additional_begin + additional.size()) return additional[c - additional_begin];
  return '.';
}

// Letters that Unicode does not take apart, as newspapers transliterate them.
std::string_view plain_letter(char32_t c) {
  switch (c) {
    case 0x0131:
      return "i";
    case 0x0259:
    case 0x018F:
      return "a";
    case 0x00D8:
    case 0x00F8:
      return "o";
    case 0x0141:
    case 0x0142:
      return "l";
    case 0x0110:
    case 0x0111:
      return "d";
    case 0x00DF:
    case 0x1E9E:
      return "ss";
    default:
      return {};
  }
}

// Greek and Cyrillic capitals; Æ and Œ.
char32_t lower(char32_t c) {
  if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c == 0xC6 || c == 0xD0 || c == 0xDE) return c + 32;
  if (c == 0x152) return c + 1;
  return c;
}

bool is_mark(char32_t c) { return c >= 0x300 && c < 0x370; }
}  // namespace

bool is_word_character(char32_t c) {
  if (c < 0xAA) return false;
  if (c < 0x100) return c == 0xAA || c == 0xB5 || c == 0xBA || (c >= 0xC0 && c != 0xD7 && c != 0xF7);
  bool punctuation = (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3004) || c == 0xFEFF || c == 0xFFFD;
  return !punctuation;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
  if (c >= 0x100 && c < 0x180) return c < 0x139 || c > 0x148 ? (c % 2 == 0) != (c > 0x178) : c % 2 == 1;
  return lower(c) != c || (c >= 0x1E00 && c < 0x1F00 && c % 2 == 0) || c == 0x18F;
}

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  } else if (char base = base_letter(c); base != '.') {
    out += base;
  } else if (auto plain = plain_letter(c); !plain.empty()) {
    out += plain;
  } else if (!is_mark(c)) {
    utf8::append(out, lower(c));
  }
}

}  // namespace demarche::dsl::lowering
