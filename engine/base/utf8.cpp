#include "engine/base/utf8.hpp"

namespace demarche::utf8 {

namespace {
constexpr char32_t replacement = 0xFFFD;

// The length a lead byte announces; 0 for a byte that cannot lead.
int announced_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

// Decodes strictly; returns the number of bytes used, 0 when ill-formed.
int decode_strict(std::string_view text, std::size_t at, char32_t& out) {
  auto lead = static_cast<unsigned char>(text[at]);
  int length = announced_length(lead);
  if (length == 0 || at + static_cast<std::size_t>(length) > text.size()) return 0;
  if (length == 1) {
    out = lead;
    return 1;
  }
  char32_t value = lead & (0xFFu >> (length + 1));
  for (int i = 1; i < length; ++i) {
    if (!is_continuation(text[at + static_cast<std::size_t>(i)])) return 0;
    value = (value << 6) | (static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)]) & 0x3Fu);
  }
  bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return 0;
  out = value;
  return length;
}
}  // namespace

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (char byte : text) count += !is_continuation(byte);
  return count;
}

char32_t decode(std::string_view text, std::size_t& at) {
  char32_t value = replacement;
  int used = decode_strict(text, at, value);
  at += used == 0 ? 1 : static_cast<std::size_t>(used);
  return value;
}

void append(std::string& out, char32_t c) {
  auto byte = [&out](char32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

bool is_valid(std::string_view text, std::size_t* bad_at) {
  std::size_t at = 0;
  char32_t ignored = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    int used = decode_strict(text, at, ignored);
    if (used == 0) {
      if (bad_at) *bad_at = at;
      return false;
    }
    at += static_cast<std::size_t>(used);
  }
  return true;
}

}  // namespace demarche::utf8
