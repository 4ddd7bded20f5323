#include "engine/evidence/companions.hpp"

#include <algorithm>

#include "engine/evidence/belonging.hpp"
#include "engine/evidence/verbs.hpp"
#include "engine/holder/phrases.hpp"

namespace demarche::evidence {

namespace {

using mention::Mention;
using mention::SentenceView;
using program::WordRole;

// "the junta, backed by Togo, ...": of whom the words in the aside are told; null when nobody's name stands before it.
const Mention* told_of(const SentenceView& view, const Companions& companions) {
  std::uint32_t at = companions.begin;
  while (at > 0 && view.raw(at - 1) == ",") --at;
  const Mention* mention = at > 0 ? view.mention_at(at - 1) : nullptr;
  const bool named = mention && mention->end == at && mention->is_holder() && !mention->possessive;
  return named && !holder::in_prepositional_phrase(view, *mention) ? mention : nullptr;
}

// The statement that the companions join: that of whom the aside is told; else the last one before them, and in front
// of all ("Backed by Togo, ...") the first.
const Candidate* joined_statement(const Gathering& gathering, const Companions& companions) {
  const Mention* of = companions.told ? nullptr : told_of(gathering.view, companions);
  const Candidate* before = nullptr;
  const Candidate* behind = nullptr;
  for (const Candidate& candidate : gathering.candidates) {
    if (!candidate.own_holder || candidate.construction == companions.construction) continue;
    // "joined Togo in calling for it": the words of the statement may hold the companions.
    const bool holds = !companions.told && candidate.head_begin <= companions.begin && candidate.end >= companions.end;
    if (!holds && candidate.head_begin >= companions.begin && candidate.head_begin < companions.end) continue;
    if (of && !share_actor(of->actors, candidate.holder.actors)) continue;
    const bool is_before = holds || candidate.head_begin < companions.begin;
    if (is_before && (!before || before->head_begin < candidate.head_begin)) before = &candidate;
    if (!is_before && !behind) behind = &candidate;
  }
  if (companions.told) return before;
  return of && behind ? behind : before ? before : behind;
}

bool is_denied_or_doubted(const SentenceView& view, std::uint32_t verb) {
  for (std::uint32_t t = verb; t-- > view.clauses[view.clause_of[verb]].begin;) {
    if (view.is(t, WordRole::negator)) return true;
    if (view.is(t, WordRole::hedge)) return true;  // "may follow suit"
    if (view.tags[t] != mention::Tag::auxiliary && !view.is(t, WordRole::degree_adverb)) return false;
  }
  return false;
}

// "if Togo follows suit", "should follow suit", "did not follow suit": nobody followed.
bool is_only_thought(const Gathering& gathering, const Companions& companions) {
  const SentenceView& view = gathering.view;
  if (!companions.told) return false;
  const std::uint32_t verb = companions.begin;
  const bool happened = view.tags[verb] == mention::Tag::finite || view.tags[verb] == mention::Tag::auxiliary;
  return !happened || is_supposed(view, gathering.in.lexis, verb) || is_asked_for(view, gathering.in.lexis, verb) ||
         is_denied_or_doubted(view, verb);
}

// "voted in favour", "abstained": on the text that the sentence tells of, or a sentence before it.
bool is_vote(const SentenceView& view, const Companions& companions) {
  for (std::uint32_t t = companions.begin; t < companions.end; ++t)
    if (view.is(t, WordRole::voting)) return true;
  return false;
}

// "rejected the sanctions backed by Togo": no comma, so what is backed is the thing and not who rejects it.
bool is_told_of_object(const SentenceView& view, const Candidate& main, const Companions& companions) {
  const std::uint32_t at = companions.begin;
  return !companions.told && !is_vote(view, companions) && at > 0 && view.tags[at] == mention::Tag::participle &&
         !view.tokens[at - 1].has(text::Token::punctuation) && view.tags[at - 1] != mention::Tag::auxiliary &&
         !told_of(view, companions) && main.head_begin < at && main.end <= at;
}

Candidate companion_of(const Candidate& candidate, const Companions& companions, const mention::Lexis& lexis) {
  Candidate companion = candidate;
  companion.construction = companions.construction;
  companion.uses.insert(companion.uses.end(), companions.uses.begin(), companions.uses.end());
  companion.holder = companions.holders;
  // "Backed by Togo, Ghana demanded": the main holder ends no list of companions.
  std::erase_if(companion.holder.actors, [&](lexicon::ActorIndex actor) {
    const auto& of_main = candidate.holder.actors;
    return std::find(of_main.begin(), of_main.end(), actor) != of_main.end();
  });
  companion.kind = Kind::narrated;
  const auto& construction = lexis.program.constructions[static_cast<std::size_t>(companions.construction)];
  if (construction.gives == program::Construction::Gives::inverse) companion.sign = -companion.sign;
  if (construction.gives == program::Construction::Gives::named)
    companion.sign *= lexis.program.stances[lexis.stance_named(construction.gives_stance)].sign;
  return companion;
}

// The vote is on a text: on one told before where no statement of the sentence stands before the vote ("Peru backed the
// treaty, Chile abstained").
bool is_on_text(const Gathering& gathering, const Companions& companions) {
  const auto& ballots = gathering.in.ballots;
  if (ballots.empty() || !is_vote(gathering.view, companions)) return false;
  const bool told_before = gathering.view.issues[ballots.front().issue_match].of_vote;
  const Candidate* statement = told_before ? joined_statement(gathering, companions) : nullptr;
  return !statement || statement->head_begin > companions.begin;
}

// What the text wants, as a statement that the votes join.
Candidate ballot_for(const Ballot& ballot, const Companions& companions) {
  Candidate text;
  text.issue_match = ballot.issue_match;
  text.sign = ballot.sign;
  text.begin = text.head_begin = companions.begin;
  text.end = text.head_end = companions.end;
  text.own_holder = true;
  return text;
}

void add_votes(Gathering& gathering, const Companions& companions, std::vector<Candidate>& added) {
  if (is_only_thought(gathering, companions)) return;
  for (const Ballot& ballot : gathering.in.ballots) {
    Candidate vote = companion_of(ballot_for(ballot, companions), companions, gathering.in.lexis);
    gathering.step(vote, "construction", companions.begin, companions.end, "a vote on the text told before");
    if (!settle_voice(gathering.in, vote)) added.push_back(std::move(vote));
  }
}

}  // namespace

void add_companions(const SentenceInput& input, Found& found, std::vector<Rejected>& rejected) {
  Gathering gathering(input, rejected);
  gathering.candidates = std::move(found.candidates);
  std::vector<Candidate> added;
  for (const Companions& companions : found.companions) {
    if (is_on_text(gathering, companions)) {
      add_votes(gathering, companions, added);
      continue;
    }
    const Candidate* main = is_only_thought(gathering, companions) ? nullptr : joined_statement(gathering, companions);
    if (!main || is_told_of_object(gathering.view, *main, companions) ||
        (companions.told && share_actor(main->holder, companions.holders)))
      continue;
    for (const Candidate& candidate : gathering.candidates) {
      if (candidate.head_begin != main->head_begin || candidate.holder.actors != main->holder.actors) continue;
      Candidate companion = companion_of(candidate, companions, gathering.in.lexis);
      if (!settle_voice(gathering.in, companion)) added.push_back(std::move(companion));
    }
  }
  // "A backed the draft, B voted against it": what it is said by the statement that it takes up.
  for (const Companions& companions : found.companions)
    if (companions.told && !added.empty())
      std::erase_if(gathering.candidates, [&](const Candidate& other) {
        return other.own_holder && other.head_begin >= companions.begin && other.end <= companions.end &&
               share_actor(other.holder, companions.holders);
      });
  for (Candidate& companion : added) gathering.candidates.push_back(std::move(companion));
  found.candidates = std::move(gathering.candidates);
}

}  // namespace demarche::evidence
