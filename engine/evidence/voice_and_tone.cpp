#include <algorithm>

#include "engine/evidence/belonging.hpp"
#include "engine/evidence/candidates.hpp"
#include "engine/evidence/put_to_holder.hpp"
#include "engine/evidence/questions.hpp"
#include "engine/evidence/uses.hpp"
#include "engine/evidence/verbs.hpp"
#include "engine/holder/phrases.hpp"
#include "engine/match/bare_chart.hpp"
#include "engine/mention/verb_groups.hpp"

namespace demarche::evidence {

using holder::Holder;
using mention::Clause;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

// "has not said whether", "did not say that": what was not said is nobody's.
bool is_unsaid(const mention::SentenceView& view, std::uint32_t verb) {
  for (std::uint32_t back = 1; back <= 3 && back <= verb; ++back) {
    std::uint32_t t = verb - back;
    if (view.is(t, WordRole::negator)) return true;
    if (view.tags[t] != Tag::auxiliary && !view.is(t, WordRole::degree_adverb)) return false;
  }
  return false;
}

// "does not think that sanctions help": the opinion is the holder's, turned, and no claim that is denied.
bool is_turned_at(const Candidate& candidate, std::uint32_t verb) {
  return std::any_of(candidate.turnings.begin(), candidate.turnings.end(),
                     [verb](const Turning& turning) { return turning.begin <= verb && verb < turning.end; });
}

// "asked if Kenya would support ...": nobody says that it is so.
bool is_asked_if(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t token, bool by_rule) {
  auto text = [&](std::uint32_t t) { return lexis.vocabulary.text(view.tokens[t].word); };
  const Clause& clause = view.clauses[view.clause_of[token]];
  const bool whether = text(clause.begin) == "whether" && !by_rule;  // a rule's words may mean the asking itself
  if (clause.kind != Clause::Kind::conditional || (text(clause.begin) != "if" && !whether)) return false;
  for (std::uint32_t back = 1; back <= 4 && back <= clause.begin; ++back) {
    std::string_view word = text(clause.begin - back);
    if (word == "ask" || word == "asked" || word == "asks" || word == "asking" || word == "wondered") return true;
    if (view.tokens[clause.begin - back].has(Token::punctuation)) return false;
  }
  return false;
}

// "in May 2018", "Prime Minister May": a capital inside a sentence makes a name of the word, and no hedge.
bool is_name(const mention::SentenceView& view, std::uint32_t token) {
  const bool inside = token > 0 && !view.tokens[token - 1].has(Token::opens_quote);
  return inside && view.tokens[token].has(Token::capitalised) && !view.tokens[token].has(Token::in_heading);
}

// "only if", "provided that": the condition decides the side.
bool decides_side(const mention::SentenceView& view, const mention::Lexis& lexis) {
  return std::any_of(view.clauses.begin(), view.clauses.end(), [&](const Clause& clause) {
    if (clause.kind != Clause::Kind::conditional) return false;
    std::string_view first = lexis.vocabulary.text(view.tokens[clause.begin].word);
    return first == "only" || first == "provided" || first == "providing" || first == "on";
  });
}

// "will respond unless Y honours the treaty": what Y may do tells no side of Y's.
bool is_supposed_of(const SentenceInput& in, const Candidate& candidate, const Holder& around) {
  return candidate.own_holder && candidate.rule < 0 && is_supposed(in.view, in.lexis, candidate.head_begin) &&
         !share_actor(around, candidate.holder);
}

// "The U.S. sanctions are cruel": not in the words of the United States, whoever was taken for the speaker.
bool accuses_itself(const SentenceInput& in, const Candidate& candidate) {
  constexpr std::uint32_t near = 2;  // adjectives between a possessor and its noun
  const auto& view = in.view;
  const mention::IssueMatch& match = view.issues[candidate.issue_match];
  if (candidate.own_holder || candidate.rule >= 0 || candidate.sign * match.side >= 0) return false;
  return std::any_of(view.mentions.begin(), view.mentions.end(), [&](const mention::Mention& mention) {
    const bool owns = mention.possessive || mention.kind == mention::Mention::Kind::modifier ||
                      holder::belongs_to_noun(view, mention);
    const bool leads = mention.begin <= match.begin && match.begin <= mention.end + near &&
                       view.clause_of[mention.begin] == view.clause_of[match.begin];
    return owns && leads && mention.actors == candidate.holder.actors;
  });
}

// "Armenia rejected Azerbaijan's plan for X", "Armenia opposes the plan sought by Baku": whose plan it is the text
// itself tells, not Armenia.
bool is_told_by_text(const SentenceInput& in, const Candidate& candidate, const holder::Voice& speaking) {
  const auto& view = in.view;
  const bool possessor = candidate.holder.how == std::string_view("possessor");
  if (speaking.quoted || speaking.parent >= 0 || candidate.kind == Kind::act || !(possessor || candidate.of_noun))
    return false;
  auto passes = [&view](std::uint32_t t) {
    return view.is(t, WordRole::determiner) || view.is(t, WordRole::degree_adverb);
  };
  std::uint32_t before = possessor ? candidate.holder.begin : candidate.begin;
  while (before > 0 && passes(before - 1)) --before;
  if (before == 0) return false;
  // "described Y's efforts as good": no words that are reported begin behind the verb.
  const bool takes_object = view.clause_of[before] == view.clause_of[speaking.verb] &&
                            view.tags[speaking.verb] == Tag::finite && !view.raw(speaking.verb).starts_with("sa") &&
                            !view.is(speaking.verb, WordRole::accusation) && !view.is(speaking.verb, WordRole::denial);
  if (before > speaking.verb)
    return before == speaking.verb + 1 && (takes_object || is_stance_verb(view, in.lexis, speaking.verb));
  // "Armenia turned down an Iranian plan for X, its minister said": the words in front of who says so, too.
  return std::any_of(view.heads.begin(), view.heads.end(), [&](const mention::HeadMatch& head) {
    return head.end == before && is_stance_verb(view, in.lexis, head.begin);
  });
}

// Whether words of degree begin here.
bool is_degree(const SentenceInput& in, const match::PatternSet& degrees, std::uint32_t token) {
  const auto& possible = degrees.beginning_with(in.view.tokens[token].word);
  if (possible.empty()) return false;
  match::Simulation simulation;
  const match::BareChart chart;
  return std::any_of(possible.begin(), possible.end(), [&](std::uint32_t pattern) {
    return simulation.longest(degrees.automaton(pattern), in.view.tokens, chart, token).has_value();
  });
}

// "rejects the penalty under all circumstances", "condemned the attack in the strongest terms", "backs it fully".
bool is_stressed_behind(const SentenceInput& in, const Candidate& candidate) {
  constexpr std::uint32_t longest = 12;
  const auto& view = in.view;
  const std::uint32_t begin = std::max(candidate.end, candidate.head_end);
  for (std::uint32_t t = begin; t < view.size() && t < begin + longest; ++t) {
    if (view.clause_of[t] != view.clause_of[begin - 1]) return false;
    if (view.tokens[t].has(Token::punctuation) && !view.tokens[t].has(Token::closes_quote)) return false;
    if (view.tags[t] == Tag::finite || view.tags[t] == Tag::auxiliary || view.is(t, WordRole::negator)) return false;
    if (!view.is(t, WordRole::booster)) continue;
    const std::uint32_t behind = t + view.role_lengths[t];
    bool last = behind >= view.size() || view.tokens[behind].has(Token::punctuation) ||
                view.is(behind, WordRole::conjunction) || view.is(behind, WordRole::preposition);
    if (view.role_lengths[t] > 1 || (last && view.raw(t).ends_with("ly"))) return true;
  }
  return false;
}

// "Under no circumstances will Togo join them", "Never did it ...": the denial leads the clause.
bool is_denied_first(const SentenceInput& in, const Candidate& candidate) {
  const auto& view = in.view;
  if (!candidate.negated) return false;
  std::uint32_t first = view.clauses[view.clause_of[candidate.head_begin]].begin;
  while (first < candidate.head_begin &&
         (view.tokens[first].has(Token::punctuation) || view.is(first, WordRole::complementiser)))
    ++first;
  const std::uint32_t next = first + view.role_lengths[first];
  return view.is(first, WordRole::negator) && next < candidate.head_begin && view.tags[next] == Tag::auxiliary &&
         (view.role_lengths[first] > 1 || view.raw(first) == "Never");
}

// "We are sending weapons": who tells of a deed of one's own takes a side with it; a deed that others tell says less.
bool is_own_deed(const SentenceInput& in, const Candidate& candidate) {
  if (candidate.kind != Kind::act) return false;
  if (candidate.holder.how == std::string_view("first person")) return true;
  const Holder around = in.holders.voice_at(candidate.head_begin);
  return in.is_speech && around.found() && share_actor(around, candidate.holder);
}

// "President Z insisted that ...": a column, too, tells what was said; what somebody wants is its own guess.
bool tells_words(const SentenceInput& in, const Candidate& candidate) {
  const auto& view = in.view;
  const bool that = view.is(candidate.head_end, WordRole::complementiser) ||
                    view.is(candidate.head_end - 1, WordRole::complementiser);
  return in.holders.words_are_opinion() && !candidate.holder.speaker.empty() && that &&
         view.is(candidate.head_begin, WordRole::speech_verb);
}

// "After Z's exit from the pact, what can Europe do?": a deed from which an interviewer's question starts out. Of
// "Will Z leave the pact?" nobody knows.
bool is_premise(const SentenceInput& in, const Candidate& candidate) {
  const bool deed = candidate.kind == Kind::act || candidate.rule >= 0;
  const Clause& clause = in.view.clauses[in.view.clause_of[candidate.head_begin]];
  return deed && clause.kind != Clause::Kind::conditional && !is_asked(in.view);
}

// "..., accusing Iran of pursuing X": what the accused does is the accuser's claim.
bool is_accused(const mention::SentenceView& view, const Candidate& candidate) {
  const holder::Holder& holder = candidate.holder;
  if (holder.begin >= holder.end || holder.end > candidate.head_begin || holder.begin == 0) return false;
  std::uint32_t before = holder::before_determiners(view, holder.begin);
  if (before == 0 || candidate.head_begin > holder.end + 2) return false;
  return view.is(before - 1, WordRole::accusation) && view.tags[before - 1] != Tag::noun;
}

// "its advance is “beneficial”, it seems": in a text of one's own a word or two in quotes are others', and doubted.
bool is_in_doubting_quotes(const SentenceInput& in, const Candidate& candidate) {
  constexpr std::uint32_t longest = 3;  // tokens in the quotes
  const auto& view = in.view;
  const std::string_view how = in.holders.voice_at(candidate.head_begin).how;
  if (!in.is_speech || (how != "the document's own voice" && how != "first person")) return false;
  std::uint32_t open = candidate.head_end;
  while (open > 0 && candidate.head_end - open <= longest && !view.tokens[open - 1].has(Token::opens_quote)) --open;
  if (open == 0 || !view.tokens[open - 1].has(Token::opens_quote)) return false;
  const std::uint32_t last = std::min<std::uint32_t>(view.size(), open + longest + 1);
  for (std::uint32_t t = candidate.head_end; t < last; ++t)
    if (view.tokens[t].has(Token::closes_quote)) return true;
  return false;
}

// "..., and then Z quit the pact," he said: whoever he is, what stands in his quote nobody else vouches for.
bool is_in_a_strangers_quote(const SentenceInput& in, const Candidate& candidate, const Holder& around) {
  if (around.outcome != Holder::Outcome::unknown || in.is_speech || !candidate.own_holder) return false;
  if (candidate.kind != Kind::act && candidate.rule < 0) return false;  // "Germany rejects it," a spokesman said
  return is_in_quote(in.view, candidate.head_begin);
}

// "Lima dismissed the claim that it had left the pact and condemned the curbs": behind "and" stands the next verb of
// whoever rejects the claim.
bool is_next_verb_of_denier(const SentenceInput& in, const Candidate& candidate, const holder::Voice& denial) {
  const auto& view = in.view;
  const std::uint32_t verb = candidate.head_begin;
  if (verb <= denial.verb + 1 || view.raw(verb - 1) != "and" || view.raw(denial.verb + 1) == "that") return false;
  const bool tells = view.is(verb, WordRole::accusation) || view.is(verb, WordRole::speech_verb);
  return tells && view.tags[verb] == Tag::finite && share_actor(denial.holder, candidate.holder);
}

// "Norway believes that ...", in the own words of a text that is one state's and tells of no meeting.
bool tells_for_another(const SentenceInput& in, const holder::Voice& speaking, const Holder& own) {
  if (speaking.parent >= 0 || speaking.quoted || in.holders.tells_of_meeting()) return false;
  if (!speaking.holder.speaker.empty()) return false;  // what an official said is told
  return own.found() && own.actors.size() == 1 && speaking.holder.found() && !share_actor(speaking.holder, own);
}

}  // namespace

std::optional<Reason> settle_voice(const SentenceInput& in, Candidate& candidate) {
  const auto& view = in.view;
  int voice = candidate.head_begin < in.voices.voice_of.size() ? in.voices.voice_of[candidate.head_begin] : -1;
  const holder::Voice* speaking = voice >= 0 ? &in.voices.voices[static_cast<std::size_t>(voice)] : nullptr;
  bool denied = speaking && (view.is(speaking->verb, WordRole::denial) || is_unsaid(view, speaking->verb));
  denied = denied && !is_next_verb_of_denier(in, candidate, *speaking);
  if (denied && (candidate.kind == Kind::act || !is_turned_at(candidate, speaking->verb))) return Reason::denied;
  if (is_in_doubting_quotes(in, candidate)) return Reason::denied;
  if (is_asked_if(view, in.lexis, candidate.head_begin, candidate.rule >= 0)) return Reason::open_question;
  if (auto reason = put_to_holder(in, candidate)) return reason;
  if (candidate.holder.outcome == Holder::Outcome::nobody) return Reason::nobody;
  if (!candidate.holder.found()) return Reason::no_holder;
  if (in.holders.words_are_asked() && !is_premise(in, candidate)) return Reason::nobody;
  if (in.holders.words_are_private() && !(speaking && speaking->quoted)) return Reason::nobody;
  Holder around = in.holders.voice_at(candidate.head_begin);
  if (around.outcome == Holder::Outcome::nobody && !candidate.vouched && (speaking || !tells_words(in, candidate)))
    return Reason::nobody;
  if (is_in_a_strangers_quote(in, candidate, around)) return Reason::nobody;
  if (is_supposed_of(in, candidate, around)) return Reason::open_question;
  if (accuses_itself(in, candidate)) return Reason::third_party;
  // "On behalf of the group, we condemn": who speaks for it says so of it.
  auto shares = [&candidate](const Holder& other) {
    const bool speaks_for =
        candidate.holder.via != lexicon::none && other.actors.size() == 1 && other.actors[0] == candidate.holder.via;
    return speaks_for || share_actor(other, candidate.holder);
  };
  if (speaking && candidate.own_holder && !shares(around) && is_told_by_text(in, candidate, *speaking))
    candidate.vouched = true;
  const Holder* claimant = nullptr;
  if (candidate.own_holder && !candidate.vouched && around.found() && !shares(around)) claimant = &around;
  if (!claimant && !candidate.vouched && speaking && speaking->parent >= 0) {
    const Holder& outer = in.voices.voices[static_cast<std::size_t>(speaking->parent)].holder;
    // "An analyst said Israel claims that ...": what private people say that others say
    if (outer.outcome == Holder::Outcome::nobody && outer.how != std::string_view("medium")) return Reason::nobody;
    if (outer.found() && !shares(outer)) claimant = &outer;
  }
  // "Norway believes that ..." in a speech of Kenya's: Kenya says so. A readout tells what both said.
  const Holder own = in.holders.own_voice();
  if (!claimant && !candidate.vouched && speaking && in.is_speech && tells_for_another(in, *speaking, own) &&
      !shares(own))
    claimant = &own;
  bool deed = candidate.kind == Kind::act;
  if (!claimant && candidate.own_holder && is_accused(view, candidate)) return Reason::third_party;
  if (claimant) {
    candidate.kind = Kind::ascribed;
    candidate.claimant = claimant->actors[0];
  } else if (!deed) {
    bool reported = around.found() && shares(around);
    candidate.kind = reported || in.is_speech ? Kind::declared : Kind::narrated;
  }
  if (candidate.holder.speaker.empty() && around.found() && around.actors == candidate.holder.actors)
    candidate.holder.speaker = around.speaker;
  if (in.trace)
    candidate.steps.push_back({"holder", {candidate.holder.begin, candidate.holder.end}, candidate.holder.how});
  return std::nullopt;
}

// "is committed to the full implementation of": how much of the thing is meant; "voiced its full support for", "rejects
// categorically the plan": how firmly.
static bool is_of_the_thing(const SentenceInput& in, const Candidate& candidate, std::uint32_t booster) {
  const auto& view = in.view;
  if (booster < candidate.head_end) return false;
  constexpr std::uint32_t near = 3;
  const bool leads = std::any_of(view.heads.begin(), view.heads.end(), [&](const mention::HeadMatch& head) {
    return head.begin > booster && head.begin <= booster + near;
  });
  if (leads) return false;
  const std::uint32_t next = booster + std::max<std::uint32_t>(view.role_lengths[booster], 1);
  const bool alone = next >= view.size() || view.is(next, WordRole::determiner) ||
                     view.is(next, WordRole::preposition) || next == view.issues[candidate.issue_match].begin;
  return booster > candidate.head_end || !alone;
}

void settle_tone(const SentenceInput& in, Candidate& candidate) {
  const auto& view = in.view;
  constexpr std::uint32_t near = 3;
  std::uint32_t from = candidate.head_begin > near ? candidate.head_begin - near : 0;
  // Degree words stand before the stance word or on the way to the issue: "reaffirmed its unwavering support for".
  // "imposed the harshest ever sanctions" tells how hard the deed was, not how firmly anybody holds to it.
  const std::uint32_t way = std::max(candidate.head_end + 1, view.issues[candidate.issue_match].begin);
  const std::uint32_t to = std::min(view.size(), candidate.kind == Kind::act ? candidate.head_begin : way);
  bool boosted = is_stressed_behind(in, candidate) || is_denied_first(in, candidate);
  bool hedged = false;
  for (std::uint32_t t = from; t < to; ++t) {
    if (view.clause_of[t] != view.clause_of[candidate.head_begin]) continue;
    const bool firm = view.is(t, WordRole::booster) || is_degree(in, in.lexis.strong_degrees, t);
    if (firm && !is_of_the_thing(in, candidate, t)) boosted = true;
    const bool polite = mention::asks_leave(view, view.clause_of[t]) == t;
    if ((view.is(t, WordRole::hedge) && !polite && !is_name(view, t)) || is_degree(in, in.lexis.weak_degrees, t))
      hedged = true;
    if (in.trace) add_degree_uses(in, t, candidate.uses);
  }
  const int change = (boosted ? 1 : 0) - (hedged ? 1 : 0) + (is_own_deed(in, candidate) ? 1 : 0);
  const int value = std::clamp(static_cast<int>(candidate.strength) + change, 0, 2);
  candidate.strength = static_cast<Strength>(value);
  if (view.clauses[view.clause_of[candidate.head_begin]].kind == Clause::Kind::conditional ||
      depends_on_condition(view, candidate.head_begin))
    candidate.mode = Mode::conditional;
  if (candidate.rule < 0 && candidate.mode == Mode::conditional && decides_side(view, in.lexis)) candidate.sign = 0;
  if (is_question(view)) candidate.mode = Mode::question;
  if (hedged && !boosted && candidate.mode == Mode::plain) candidate.mode = Mode::hedged;
}

}  // namespace demarche::evidence
