#include "engine/import/corpus_words.hpp"

#include "engine/base/utf8.hpp"
#include "engine/import/coded.hpp"
#include "engine/text/characters.hpp"

namespace demarche::import {

namespace {

bool joins(char32_t c) { return c == '-' || c == '\''; }

void add(std::string_view word, std::set<std::string>& words) {
  while (!word.empty() && joins(static_cast<unsigned char>(word.back()))) word.remove_suffix(1);
  if (!word.empty()) words.insert(lower_ascii(word));
}

}  // namespace

void add_words(std::string_view text, std::set<std::string>& words) {
  std::size_t begin = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = utf8::decode(text, at);
    const bool letter = text::is_letter_or_mark(c) || (c >= '0' && c <= '9');
    if (letter && !inside) begin = from;
    if (!letter && inside && !joins(c)) add(text.substr(begin, from - begin), words);
    inside = letter || (inside && joins(c));
  }
  if (inside) add(text.substr(begin), words);
}

}  // namespace demarche::import
