#include "engine/evidence/put_to_holder.hpp"

#include "engine/evidence/belonging.hpp"
#include "engine/evidence/verbs.hpp"

namespace demarche::evidence {

using mention::SentenceView;
using mention::Tag;
using program::WordRole;

namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};

// The word before, adverbs left out.
std::uint32_t before(const SentenceView& view, std::uint32_t token) {
  if (token == none) return none;
  while (token > 0) {
    --token;
    if (!view.is(token, WordRole::degree_adverb) && !view.is(token, WordRole::booster)) return token;
  }
  return none;
}

bool is_word(const SentenceView& view, std::uint32_t token, std::string_view word) {
  return token != none && view.raw(token) == word;
}

// "was asked", "has been told", "is believed", but not "we are called to"
bool is_told_or_thought_of(const SentenceView& view, std::uint32_t verb) {
  if (verb == none || view.tags[verb] != Tag::participle || !view.is(verb, WordRole::speech_verb)) return false;
  const std::uint32_t helper = before(view, verb);
  if (helper == none || view.tags[helper] != Tag::auxiliary || !view.is(helper, WordRole::copula)) return false;
  const std::uint32_t subject = before(view, helper);
  return subject == none || !view.is(subject, WordRole::pronoun_first);
}

// "was accused of backing it", "stood accused by Peru of backing it"
bool is_charged_with(const SentenceView& view, std::uint32_t of) {
  constexpr std::uint32_t longest = 8;
  for (std::uint32_t t = of; t > 0 && of - t < longest; --t) {
    if (view.tokens[t - 1].has(text::Token::punctuation)) return false;
    if (!view.is(t - 1, WordRole::accusation)) continue;
    const std::uint32_t helper = before(view, t - 1);
    return view.tags[t - 1] == Tag::participle && helper != none && view.tags[helper] == Tag::auxiliary;
  }
  return false;
}

// "Peru may support it", in nobody's words: a guess. "We may support it", in a minister's, is a hint.
bool is_told_by_narrator(const SentenceInput& in, std::uint32_t verb) {
  const bool reported = verb < in.voices.voice_of.size() && in.voices.voice_of[verb] >= 0;
  if (reported || in.is_speech || in.holders.voice_at(verb).found()) return false;
  for (std::uint32_t t = 0; t < verb; ++t)
    if (in.view.tags[t] == Tag::finite && in.view.is(t, WordRole::speech_verb)) return false;
  return true;
}

}  // namespace

std::optional<Reason> put_to_holder(const SentenceInput& in, const Candidate& candidate) {
  const SentenceView& view = in.view;
  const std::uint32_t verb = candidate.head_begin;
  if (candidate.rule >= 0) return std::nullopt;
  const bool infinitive = view.raw(verb) == "to";  // "was asked to oppose it": words of purpose begin with it
  if (!infinitive && (!candidate.own_holder || candidate.holder.begin >= verb)) return std::nullopt;
  const std::uint32_t last = infinitive ? verb : before(view, verb);
  if (is_word(view, last, "to")) {
    const std::uint32_t asked = before(view, last);
    if (is_word(view, asked, "yet") || is_word(view, asked, "pressure")) return Reason::open_question;
    if (is_told_or_thought_of(view, asked)) return Reason::third_party;
  }
  if (view.tags[verb] == Tag::ing && last != none) {
    if (view.is(last, WordRole::denial)) return Reason::denied;
    if (is_word(view, last, "of") && is_word(view, before(view, last), "short")) return Reason::open_question;
    if (is_word(view, last, "of") && is_charged_with(view, last)) return Reason::third_party;
  }
  const std::uint32_t helper = is_word(view, last, "well") ? before(view, last) : last;
  const bool possible = is_word(view, helper, "may") || is_word(view, helper, "might");
  if (possible && is_told_by_narrator(in, verb)) return Reason::open_question;
  return std::nullopt;
}

}  // namespace demarche::evidence
