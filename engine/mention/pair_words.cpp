#include "engine/mention/pair_words.hpp"

#include <algorithm>
#include <iterator>

#include "engine/text/fold.hpp"

namespace demarche::mention {

using program::WordRole;
using text::Token;

namespace {

bool may_be_verb(const SentenceView& view, const Lexis& lexis, std::uint32_t at) {
  if (at >= view.size() || view.tokens[at].has(Token::punctuation)) return false;
  if (view.is(at, WordRole::auxiliary) || view.is(at, WordRole::speech_verb)) return true;
  const text::WordId word = view.tokens[at].word;
  return word != text::unknown_word && (lexis.word_verb_forms[word] & (form_s | form_past)) != 0 &&
         !view.is(at, WordRole::noun_word);
}

// What a subject is followed by: its verb, perhaps behind an adverb, or a comma.
bool stands_alone(const SentenceView& view, const Lexis& lexis, std::uint32_t at) {
  if (at < view.size() && view.raw(at) == ",") return true;
  while (at < view.size() && view.is(at, WordRole::degree_adverb)) ++at;
  return may_be_verb(view, lexis, at);
}

bool is_article(const Lexis& lexis, const SentenceView& view, std::uint32_t at) {
  return lexis.vocabulary.text(view.tokens[at].word) == "the";
}

}  // namespace

namespace {

PairWord pair_word(std::string_view word) {  // no list need know it
  if (word == "former") return PairWord::former;
  if (word == "latter") return PairWord::latter;
  if (word == "guest" || word == "visitor") return PairWord::guest;
  if (word == "host") return PairWord::host;
  if (word == "counterpart" || word == "colleague" || word == "interlocutor") return PairWord::counterpart;
  return PairWord::none;
}

}  // namespace

PairWord pair_word(const SentenceView& view, std::uint32_t token) { return pair_word(view.raw(token)); }

bool are_counterparts(const SentenceView& view, std::uint32_t token) {
  const std::string_view word = view.raw(token);
  return word.ends_with('s') && pair_word(word.substr(0, word.size() - 1)) == PairWord::counterpart;
}

std::uint32_t end_of_one_of_two(const SentenceView& view, const Lexis& lexis, std::uint32_t at) {
  if (at + 1 >= view.size()) return 0;
  const std::string_view word = lexis.vocabulary.text(view.tokens[at].word);
  if (word == "his" || word == "her") {
    std::uint32_t head = at + 1;
    if (view.raw(head) == "visiting" && head + 1 < view.size()) ++head;
    const PairWord what = pair_word(view, head);
    return what == PairWord::none || what == PairWord::former || what == PairWord::latter ? 0 : head + 1;
  }
  if (at == 0 || !is_article(lexis, view, at - 1)) return 0;
  const PairWord what = pair_word(view, at);
  if (what == PairWord::none || what == PairWord::counterpart) return 0;
  // "the host, Peru's foreign minister,": whoever is named behind the comma
  if (what != PairWord::former && what != PairWord::latter && view.raw(at + 1) == ",") return 0;
  return stands_alone(view, lexis, at + 1) ? at + 1 : 0;
}

bool is_number_of_two(const SentenceView& view, const Lexis& lexis, std::uint32_t at) {
  const std::string_view word = lexis.vocabulary.text(view.tokens[at].word);
  // "Iran and Oman both want it", "which both support": behind what it belongs to it adds nothing.
  const bool opens =
      at == 0 || view.tokens[at - 1].has(Token::opens_quote) || view.is(at - 1, WordRole::complementiser);
  if (word == "both")
    return opens && at + 1 < view.size() && view.raw(at + 1) != "," && stands_alone(view, lexis, at + 1);
  return word == "two" && at > 0 && is_article(lexis, view, at - 1) && at + 1 < view.size() &&
         view.raw(at + 1) != "," && stands_alone(view, lexis, at + 1);
}

bool is_number(const SentenceView& view, std::uint32_t token) {
  constexpr std::string_view words[] = {"two", "three", "four", "five", "six",     "seven", "eight", "nine",
                                        "ten", "some",  "many", "most", "several", "few",   "other", "various"};
  if (view.tokens[token].has(text::Token::number)) return true;
  return std::find(std::begin(words), std::end(words), text::fold(view.raw(token))) != std::end(words);
}

std::uint32_t end_behind_several(const SentenceView& view, std::uint32_t of) {
  if (of >= view.size() || view.raw(of) != "of") return 0;
  std::uint32_t at = of + 1;
  // "the ministers of these countries": of those named before
  const bool these = at + 1 < view.size() && view.raw(at) == "these";
  if (these && view.is(at + 1, WordRole::self_reference) && view.raw(at + 1).ends_with('s')) return at + 2;
  while (at < view.size() && view.is(at, WordRole::determiner) && !view.is(at, WordRole::joint)) ++at;
  const bool several = at < view.size() && view.is(at, WordRole::joint) && view.role_lengths[at] > 1;
  return several ? at + view.role_lengths[at] : 0;
}

}  // namespace demarche::mention
