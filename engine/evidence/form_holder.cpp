#include "engine/evidence/form_holder.hpp"

#include <algorithm>

#include "engine/evidence/belonging.hpp"
#include "engine/holder/phrases.hpp"

namespace demarche::evidence {

using holder::Holder;
using mention::Clause;
using mention::Tag;
using program::Slot;
using program::WordRole;

namespace {

// The construction is a statement only with the holder it names.
bool needs_holder(const program::Construction& construction) {
  return construction.forms.size() == 1 && mention::holds_slot(construction.forms.front().root, Slot::holder);
}

// An impersonal verb is the speaker's own word only where every word is: in a speech or a quote.
bool is_not_own_word(const SentenceInput& in, const Captured& c, const Candidate& candidate) {
  if (!c.is_verb()) return false;
  int voice = in.voices.voice_of[candidate.head_begin];
  bool own_words = in.is_speech || (voice >= 0 && in.voices.voices[static_cast<std::size_t>(voice)].quoted);
  // "Any occupation is condemned": the issue stands in front of a participle.
  bool passive = candidate.begin < candidate.head_begin && in.view.tags[candidate.head_begin] == Tag::participle;
  return !own_words || (in.view.tags[c.head->begin] != Tag::finite && !passive);
}

// "young people question the effectiveness of ...": the words have a subject of their own that is not who speaks.
bool belongs_to_other(const SentenceInput& in, const Captured& c, const Candidate& candidate) {
  const mention::SentenceView& view = in.view;
  const Clause& clause = view.clauses[view.clause_of[candidate.head_begin]];
  bool after_predicate = view.tags[candidate.head_begin] == Tag::finite || c.says(program::Entry::Kind::adjective);
  for (std::uint32_t t = clause.begin; t < candidate.head_begin; ++t)
    after_predicate = after_predicate || view.tags[t] == Tag::finite || view.tags[t] == Tag::ing;
  if (!after_predicate && clause.kind != Clause::Kind::participle) return false;
  Holder subject = in.holders.subject_of(candidate.head_begin);
  if (subject.outcome == Holder::Outcome::unknown) return in.holders.has_subject(candidate.head_begin);
  return subject.outcome == Holder::Outcome::nobody || !share_actor(subject, candidate.holder);
}

// "X began to enforce the sanctions, depriving ...": X tells what it did, and judges nothing.
bool is_own_result(const SentenceInput& in, const Captured& c, const Candidate& candidate) {
  const mention::SentenceView& view = in.view;
  if (!c.judgement || view.tags[c.judgement->begin] != Tag::ing) return false;
  const std::uint32_t issue = view.issues[candidate.issue_match].begin;
  if (issue >= c.judgement->begin || view.clause_of[issue] == view.clause_of[c.judgement->begin]) return false;
  for (std::uint32_t t = view.clauses[view.clause_of[issue]].begin; t < issue; ++t)
    if (view.tags[t] == Tag::finite) return share_actor(in.holders.subject_of(t), candidate.holder);
  return false;
}

// "turned down an amendment under which all would have to join": what the text asks for that is turned down, he who
// turns it down does not.
bool is_asked_by_rejected(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t demand) {
  const std::uint32_t own = view.clause_of[demand];
  if (own == 0 || !view.is(demand, WordRole::demand)) return false;
  const Clause& clause = view.clauses[own];
  const std::uint32_t last = clause.begin + std::max<std::uint32_t>(view.role_lengths[clause.begin], 1) - 1;
  // "a proposal that all should join"; not "rejected that", "stressed that"
  const bool of_noun = clause.kind == Clause::Kind::complement && clause.begin > 0 &&
                       (view.tags[clause.begin - 1] == Tag::noun || view.tags[clause.begin - 1] == Tag::other) &&
                       !view.mention_at(clause.begin - 1);
  const bool tells_more = clause.kind == Clause::Kind::relative || of_noun ||
                          (clause.kind == Clause::Kind::subordinate && view.raw(last) == "which");
  if (!tells_more) return false;
  return std::any_of(view.heads.begin(), view.heads.end(), [&](const mention::HeadMatch& head) {
    const program::Stance& stance = lexis.program.stances[head.stance];
    return stance.sign < 0 && stance.entries[head.entry].kind == program::Entry::Kind::verb &&
           view.clause_of[head.begin] + 1 == own;
  });
}

// "voted against the resolution demanding ...", "vetoed a draft, tabled by Y, calling for ...", "abstained on the text
// urging ...": what the text asks for, he who did not vote for it does not.
bool is_asked_by_text_rejected(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t verb) {
  constexpr std::uint32_t longest = 10;
  if (view.tags[verb] != Tag::ing || verb < 2) return false;
  std::uint32_t noun = verb - 1;
  if (view.raw(noun) == ",") {
    std::uint32_t open = noun;
    while (open > 1 && noun - open < longest && (open == noun || view.raw(open) != ",")) --open;
    if (view.raw(open) != "," || view.raw(open + 2) != "by") return false;
    noun = open - 1;
  }
  if (!view.is(noun, WordRole::voting)) return false;
  return std::any_of(view.heads.begin(), view.heads.end(), [&](const mention::HeadMatch& head) {
    const program::Stance& stance = lexis.program.stances[head.stance];
    if (head.begin >= noun || noun > head.end + 3 || stance.sign > 0) return false;
    return stance.entries[head.entry].kind == program::Entry::Kind::verb;
  });
}

// "The aim of Washington in keeping the sanctions is to ...": whose aim it is stands behind the noun, right after "of".
bool is_owned_by_other(const SentenceInput& in, std::uint32_t last, const Holder& holder) {
  const mention::SentenceView& view = in.view;
  for (const mention::Mention& mention : view.mentions) {
    if (mention.begin > last || view.clause_of[mention.begin] != view.clause_of[last]) continue;
    const std::uint32_t before = holder::before_determiners(view, mention.begin);
    if (before == 0 || view.raw(before - 1) != "of" || mention.actors.empty()) continue;
    return std::none_of(mention.actors.begin(), mention.actors.end(), [&](lexicon::ActorIndex actor) {
      return std::find(holder.actors.begin(), holder.actors.end(), actor) != holder.actors.end();
    });
  }
  return false;
}

// "Washington's mission is to prevent ...": whose mission it is stands before the noun.
bool is_aim_of_other(const SentenceInput& in, const Captured& c, const Candidate& candidate) {
  if (c.head || c.turn || c.judgement || candidate.begin < candidate.head_begin) return false;
  std::uint32_t at = candidate.head_begin;
  const std::string_view first = in.view.raw(at);
  if (at > 0 && in.view.is(at, WordRole::demand) && (first == "is" || first == "are")) --at;  // "is to"
  const Tag tag = in.view.tags[at];
  if (tag != Tag::noun && tag != Tag::other) return false;
  if (at < candidate.head_begin && is_owned_by_other(in, at, candidate.holder)) return true;
  const Holder owner = in.holders.possessor_before(at);
  return owner.found() && !share_actor(owner, candidate.holder);
}

// Words of stance in the voice's words that are somebody else's.
bool is_anothers(const SentenceInput& in, const program::Construction& construction, const Captured& c,
                 const Candidate& candidate) {
  if (c.is_noun()) return is_noun_of_other(in, candidate.holder, candidate.head_begin, candidate.stance_sign);
  if (is_aim_of_other(in, c, candidate)) return true;
  if (c.is_verb()) return is_in_relative(in.view, candidate.head_begin);
  bool bare_verb = c.is_bare() && construction.stances.empty() &&
                   in.view.tags[candidate.head_begin] != Tag::auxiliary &&
                   !in.view.is(candidate.head_begin, WordRole::demand);
  // Who harms a thing that the voice stands by is always another; who asks for it is not.
  bool harm = construction.gives == program::Construction::Gives::named && construction.gives_stance == "laments";
  // "the time has come to bury them": who is asked to harm a thing does the voice's will.
  if (harm && in.view.tags[candidate.head_begin] == Tag::infinitive && candidate.head_begin > 0) {
    std::uint32_t at = candidate.head_begin - 1;
    while (at > 0 && in.view.role_lengths[at] == 0) --at;
    if (in.view.is(at, WordRole::demand)) return true;
  }
  return bare_verb && !harm && candidate.end > candidate.head_end &&
         has_other_subject(in, candidate.holder, candidate.head_begin);
}

// "The Chinese side reiterated ...": in a text of several states, what one of them says is its own.
Holder side_of(const SentenceInput& in, Holder voice, std::uint32_t token) {
  if (voice.actors.size() < 2 || in.voices.voice_of[token] >= 0) return voice;
  Holder side = in.holders.subject_of(token);
  const bool one = side.found() && side.actors.size() == 1 && share_actor(side, voice);
  return one ? side : voice;
}

}  // namespace

void give_holder(Gathering& gathering, const program::Construction& construction, const Captured& c,
                 Candidate candidate) {
  const SentenceInput& in = gathering.in;
  if (c.list || c.holder) {
    candidate.holder = c.list ? *c.list : *c.holder;
    candidate.own_holder = true;
    candidate.vouched = c.list != nullptr;
    if (c.is_verb() && is_asked_by_text_rejected(in.view, in.lexis, candidate.head_begin))
      return gathering.reject(Reason::third_party, candidate);
    return gathering.finish(std::move(candidate));
  }
  if (needs_holder(construction)) return;
  candidate.holder = side_of(in, in.holders.voice_at(candidate.head_begin), candidate.head_begin);
  if (is_not_own_word(in, c, candidate)) return;
  if (c.head && !c.judgement && belongs_to_other(in, c, candidate)) return;
  if (is_own_result(in, c, candidate) || is_asked_by_rejected(in.view, in.lexis, candidate.head_begin) ||
      is_anothers(in, construction, c, candidate))
    return gathering.reject(Reason::third_party, candidate);
  gathering.finish(std::move(candidate));
}

}  // namespace demarche::evidence
