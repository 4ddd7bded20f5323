#include "engine/mention/asides.hpp"

namespace demarche::mention {

namespace {

using program::WordRole;
using text::Token;

constexpr std::uint32_t longest = 12;  // tokens between the commas

// What an aside holds of verbs.
enum class Verbs : std::uint8_t {
  none,    // "in the strongest terms"
  saying,  // "he warned", "the minister said on Friday"
  any,     // "as did its neighbours", "and will go on opposing", "which chairs the group"
};

Verbs verbs_behind(const SentenceView& view, std::uint32_t opener) {
  if (view.is(opener, WordRole::relative) || view.is(opener, WordRole::conjunction) || view.raw(opener) == "as")
    return Verbs::any;
  return view.mention_at(opener) || view.is(opener, WordRole::determiner) || view.is(opener, WordRole::speech_verb)
             ? Verbs::saying
             : Verbs::none;
}

bool opens(const SentenceView& view, std::uint32_t at) {
  if (view.tags[at + 1] == Tag::infinitive) return false;  // "to fight it, to support the plan, to ...": a list
  return verbs_behind(view, at) != Verbs::none || view.is(at, WordRole::preposition) ||
         view.is(at, WordRole::degree_adverb) || view.is(at, WordRole::booster) || view.is(at, WordRole::instance) ||
         view.is(at, WordRole::according);
}

// The comma that closes what begins behind the one at `open`; `open` itself when none does.
std::uint32_t closing_comma(const SentenceView& view, std::uint32_t open) {
  for (std::uint32_t t = open + 1; t < view.size() && t <= open + 1 + longest; ++t) {
    if (!view.tokens[t].has(Token::punctuation)) continue;
    if (view.raw(t) == ",") return t;
    if (view.raw(t) != "-" || view.tokens[t].has(Token::spaced_dash)) return open;
  }
  return open;
}

bool is_verb(const SentenceView& view, std::uint32_t token) {
  return view.tags[token] == Tag::finite || view.tags[token] == Tag::auxiliary;
}

// "condemned — in the strongest terms — the sanctions": between two dashes behind a verb that waits for its object.
std::uint32_t aside_between_dashes(const SentenceView& view, std::uint32_t token) {
  if (!view.tokens[token].has(Token::spaced_dash) || view.tags[token - 1] == Tag::other ||
      view.tags[token - 1] == Tag::noun || view.tags[token - 1] == Tag::auxiliary)
    return 0;
  if (!opens(view, token + 1) || view.is(token + 1, WordRole::conjunction)) return 0;
  const bool any = verbs_behind(view, token + 1) == Verbs::any;
  for (std::uint32_t t = token + 1; t < view.size() && t <= token + 1 + longest; ++t) {
    if (view.tokens[t].has(Token::spaced_dash)) return t > token + 1 && t + 1 < view.size() ? t + 1 - token : 0;
    if (view.raw(t) == ";" || view.raw(t) == ":" || (!any && is_verb(view, t))) return 0;
  }
  return 0;
}

}  // namespace

std::uint32_t aside_at(const SentenceView& view, std::uint32_t token) {
  if (token == 0 || token + 3 >= view.size()) return 0;
  if (view.tokens[token].has(Token::punctuation) && view.raw(token) != ",") return aside_between_dashes(view, token);
  if (view.raw(token) != "," || !opens(view, token + 1)) return 0;
  const std::uint32_t close = closing_comma(view, token);
  if (close <= token + 1 || close + 1 >= view.size() || view.is(close + 1, WordRole::conjunction)) return 0;
  bool finite = false;
  bool says = false;
  for (std::uint32_t t = token + 1; t < close; ++t) {
    // "in a statement released on Friday": no verb of its own
    const bool reduced = view.tags[t] == Tag::finite && view.raw(t).ends_with("ed") &&
                         view.is(t + 1, WordRole::preposition) && t > token + 1;
    finite = finite || (view.tags[t] == Tag::finite && !reduced) || view.tags[t] == Tag::auxiliary;
    says = says || (view.is(t, WordRole::speech_verb) && view.tags[t] == Tag::finite);
  }
  const Verbs verbs = verbs_behind(view, token + 1);
  if (verbs == Verbs::saying ? !says : verbs == Verbs::none && finite) return 0;
  return close + 1 - token;
}

std::uint32_t apposition_at(const SentenceView& view, std::uint32_t token) {
  if (token == 0 || token + 3 >= view.size() || view.raw(token) != "," || view.tokens[token - 1].has(Token::number))
    return 0;
  const std::uint32_t first = token + 1;
  if (view.is(first, WordRole::conjunction) || view.is(first, WordRole::clause_opener)) return 0;
  if (is_verb(view, first)) return 0;
  const std::uint32_t close = closing_comma(view, token);
  if (close <= first) return 0;
  if (!view.is(first, WordRole::relative))
    for (std::uint32_t t = first; t < close; ++t)
      if (is_verb(view, t) || view.is(t, WordRole::complementiser)) return 0;
  std::uint32_t verb = close + 1;
  while (verb < view.size() && view.is(verb, WordRole::degree_adverb)) ++verb;
  return verb < view.size() && is_verb(view, verb) ? close + 1 - token : 0;
}

std::uint32_t before_apposition(const SentenceView& view, std::uint32_t noun_end) {
  constexpr std::uint32_t longest_noun = 4;
  for (std::uint32_t at = noun_end; at > 0 && noun_end - at < longest_noun; --at) {
    if (view.raw(at - 1) == ",") return at + 1 < noun_end && view.is(at, WordRole::determiner) ? at - 1 : noun_end;
    if (view.mention_at(at - 1) || view.tokens[at - 1].has(Token::punctuation)) break;
    if (view.tags[at - 1] != Tag::other && view.tags[at - 1] != Tag::noun) break;
  }
  return noun_end;
}

TrailingSubject trailing_subject(const SentenceView& view, std::uint32_t verb) {
  std::uint32_t close = verb;
  while (close > 0 && view.is(close - 1, WordRole::degree_adverb)) --close;
  if (close == 0 || view.raw(close - 1) != ",") return {};
  const std::uint32_t last = close - 1;
  std::uint32_t end = last;
  while (end > 0 && last - end <= longest && (end == last || view.raw(end) != ",")) --end;
  if (end == 0 || view.raw(end) != "," || apposition_at(view, end) != close - end) return {};
  std::uint32_t begin = end;
  while (begin > 0 && !view.tokens[begin - 1].has(Token::punctuation) && !is_verb(view, begin - 1)) --begin;
  const bool signed_off = begin > 0 && (view.raw(begin - 1) == "," || view.tokens[begin - 1].has(Token::closes_quote));
  const bool joined = view.is(begin, WordRole::conjunction);  // "..., and Laos, which chairs it, said": it goes on
  return signed_off && begin < end && !joined ? TrailingSubject{begin, end} : TrailingSubject{};
}

}  // namespace demarche::mention
