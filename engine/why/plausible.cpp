#include "engine/why/plausible.hpp"

#include <algorithm>
#include <array>

#include "engine/why/written.hpp"

namespace demarche::why {

using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

// Verbs and other words that say hardly anything by themselves, in the forms that texts have.
constexpr auto light_words = std::to_array<std::string_view>(
    {"add",   "added",   "ago",    "also",   "ask",     "asked",    "asking",  "became", "become", "began", "begin",
     "bring", "brought", "called", "came",   "come",    "comes",    "did",     "does",   "doing",  "done",  "even",
     "find",  "found",   "gave",   "get",    "give",    "given",    "gives",   "giving", "go",     "goes",  "going",
     "gone",  "got",     "held",   "hold",   "include", "keep",     "kept",    "knew",   "know",   "last",  "let",
     "made",  "make",    "makes",  "making", "matter",  "more",     "need",    "needs",  "new",    "now",   "once",
     "only",  "order",   "part",   "place",  "put",     "said",     "saw",     "say",    "saying", "says",  "see",
     "seen",  "set",     "show",   "showed", "speak",   "speaking", "spoke",   "state",  "states", "still", "take",
     "taken", "takes",   "taking", "tell",   "thing",   "things",   "time",    "told",   "took",   "turn",  "use",
     "used",  "want",    "wants",  "wanted", "way",     "went",     "work",    "two",    "three",  "four",  "five",
     "six",   "seven",   "eight",  "nine",   "ten",     "dozen",    "hundred", "year",   "years",  "today", "well"});

bool is_light(const std::string& word) {
  return std::find(light_words.begin(), light_words.end(), word) != light_words.end();
}

bool is_name(const Seen& seen, std::uint32_t t) {
  const bool known = std::any_of(seen.view.names.begin(), seen.view.names.end(),
                                 [t](const mention::NameHit& name) { return name.begin <= t && t < name.end; });
  return known || (t > 0 && seen.view.tokens[t].has(Token::capitalised) && !seen.view.tokens[t].has(Token::in_heading));
}

// Words with a job in the grammar of a sentence.
bool has_job(const Seen& seen, std::uint32_t t) {
  constexpr WordRole jobs[] = {
      WordRole::speech_verb,    WordRole::carrier,        WordRole::denial,         WordRole::accusation,
      WordRole::demand,         WordRole::auxiliary,      WordRole::copula,         WordRole::chain_verb,
      WordRole::assent,         WordRole::degree_adverb,  WordRole::booster,        WordRole::hedge,
      WordRole::pronoun_person, WordRole::pronoun_first,  WordRole::pronoun_plural, WordRole::pronoun_thing,
      WordRole::self_reference, WordRole::complementiser, WordRole::relative,       WordRole::negator,
      WordRole::conditional,    WordRole::concession,     WordRole::clause_opener,  WordRole::instance};
  return std::any_of(std::begin(jobs), std::end(jobs), [&](WordRole job) { return seen.view.is(t, job); });
}

bool says_something(const Seen& seen, std::uint32_t t) {
  if (seen.view.is(t, WordRole::transparent) || seen.view.is(t, WordRole::determiner)) return false;  // never written
  return !is_function_word(seen, t) && !is_light(seen.words[t]) && !has_job(seen, t) &&
         !seen.view.tokens[t].has(Token::number);
}

bool is_stance_word(const Seen& seen, std::uint32_t t) {
  return std::any_of(seen.view.heads.begin(), seen.view.heads.end(),
                     [t](const mention::HeadMatch& head) { return head.begin <= t && t < head.end; });
}

// "pooh-poohed" is one word: no half of it is meant.
bool cuts_word(const Seen& seen, std::uint32_t begin, std::uint32_t end) {
  const auto glue = [&seen](std::uint32_t t) {
    return t < seen.view.size() && seen.view.raw(t) == "-" && !seen.view.tokens[t].has(Token::spaced_dash);
  };
  return (begin > 0 && glue(begin - 1)) || glue(end);
}

// A word that begins an entry of another sign.
bool is_of_other_side(const Seen& seen, const mention::Lexis& lexis, int sign, std::uint32_t t) {
  bool other = false;
  for (const mention::HeadMatch& head : seen.view.heads) {
    if (head.begin != t) continue;
    const int of_head = lexis.program.stances[head.stance].sign;
    if (of_head == sign) return false;
    other = true;
  }
  return other;
}

}  // namespace

bool may_be_entry(const Seen& seen, const mention::Lexis& lexis, int sign, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t longest = 6;
  if (end - begin > longest || cuts_word(seen, begin, end)) return false;
  if (seen.view.is(end - 1, WordRole::complementiser) || seen.words[end - 1] == "that") return false;
  bool content = false;
  for (std::uint32_t t = begin; t < end; ++t) {
    if (is_name(seen, t) || is_of_other_side(seen, lexis, sign, t)) return false;
    if (seen.view.is(t, WordRole::denial) || seen.view.is(t, WordRole::accusation)) return false;
    content = content || says_something(seen, t);
  }
  return content;
}

bool may_be_turn(const Seen& seen, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end || !says_something(seen, begin) || cuts_word(seen, begin, end)) return false;
  for (std::uint32_t t = begin; t < end; ++t)
    if (is_name(seen, t) || is_stance_word(seen, t) || seen.view.is(t, WordRole::negator)) return false;
  const Tag tag = seen.view.tags[begin];
  if (tag != Tag::other && tag != Tag::noun) return true;  // a verb
  // A noun leads on by a preposition that binds it to the issue.
  static constexpr auto binding = std::to_array<std::string_view>({"of", "to", "from", "on", "against", "for"});
  return std::find(binding.begin(), binding.end(), seen.words[end - 1]) != binding.end();
}

bool may_be_issue(const Seen& seen, std::uint32_t begin, std::uint32_t end, bool deed) {
  std::uint32_t content = 0;
  bool unknown = false;
  for (std::uint32_t t = begin; t < end; ++t) {
    if (is_stance_word(seen, t) || seen.view.is(t, WordRole::negator) || seen.view.is(t, WordRole::speech_verb))
      return false;
    const Tag tag = seen.view.tags[t];
    if (tag == Tag::auxiliary || (!deed && tag == Tag::finite)) return false;
    if (!is_function_word(seen, t)) ++content;
    unknown = unknown || seen.view.tokens[t].word == text::unknown_word;
  }
  return content >= 2 || (content == 1 && unknown && !deed);
}

}  // namespace demarche::why
