#include "engine/evidence/form_limits.hpp"

#include <algorithm>

#include "engine/evidence/belonging.hpp"
#include "engine/evidence/next_statement.hpp"
#include "engine/evidence/verbs.hpp"

namespace demarche::evidence {

using mention::Clause;
using mention::HeadMatch;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;

namespace {

constexpr std::uint32_t farthest_adjective = 3;  // tokens between an adjective and its noun

// "support for A in the face of the war, including aid and sanctions": what is listed is the support.
bool is_listed_apart(const SentenceView& view, const Captured& c, const Target& target) {
  if (!target.coordinated || !c.says(program::Entry::Kind::purpose)) return false;
  for (std::uint32_t t = c.head->end; t + 1 < view.issues[target.match].begin; ++t)
    if (view.raw(t) == "," && view.is(t + 1, WordRole::instance)) return true;
  return false;
}

// "the policy of the administration and its sanctions": behind "of" stands whose policy it is.
bool is_of_owner(const SentenceView& view, const Captured& c, std::uint32_t issue) {
  if (!c.is_noun() || view.raw(c.head->end - 1) != "of") return false;
  constexpr std::uint32_t near = 4;
  for (std::uint32_t t = c.head->end; t < issue && t < c.head->end + near; ++t) {
    const mention::Mention* mention = view.mention_at(t);
    if (!mention) continue;
    const bool owner =
        mention->kind == mention::Mention::Kind::official || mention->kind == mention::Mention::Kind::person;
    return owner && !mention->possessive && mention->end < issue && view.is(mention->end, WordRole::conjunction);
  }
  return false;
}

// "is against foreign interference and sanctions": where the words begin that lead to this target, behind the issue and
// the conjunction to which it is joined.
std::uint32_t behind_join(const SentenceView& view, const Captured& c, const Target& target) {
  std::uint32_t from = c.head->end;
  if (!target.coordinated) return from;
  for (const mention::IssueMatch& other : view.issues)
    if (other.begin >= from && other.end < view.issues[target.match].begin) from = other.end;
  if (from == c.head->end) return from;
  while (view.raw(from) == "," || view.is(from, WordRole::conjunction)) ++from;
  // "resistance against the sanctions and success in the talks": another noun leads on.
  for (std::uint32_t t = from; t < view.issues[target.match].begin; ++t) {
    const bool led = std::any_of(target.turnings.begin(), target.turnings.end(),
                                 [t](const Turning& turning) { return turning.begin <= t && t < turning.end; });
    if (view.is(t, WordRole::preposition) && !led) return c.head->end;
  }
  return from;
}

bool is_too_far(const SentenceView& view, const Captured& c, const Target& target) {
  const HeadMatch& head = *c.head;
  const std::uint32_t issue = view.issues[target.match].begin;
  if (view.raw(head.end - 1) == "against" && has_own_object(view, behind_join(view, c, target), issue)) return true;
  if (is_listed_apart(view, c, target) || is_of_owner(view, c, issue)) return true;
  // "illegal sanctions": an adjective speaks of the noun right behind it.
  bool adjective = c.says(program::Entry::Kind::purpose) && head.end == head.begin + 1;
  return adjective && issue > head.end + farthest_adjective;
}

// "re-imposed the sanctions that were eased under the deal": the deed is told of the sanctions, not of the deal.
bool is_done_to_another(const SentenceView& view, const mention::TurnMatch& turn, const mention::IssueMatch& target) {
  if (target.begin < turn.end || view.clause_of[target.begin] == view.clause_of[turn.begin]) return false;
  return std::any_of(view.issues.begin(), view.issues.end(), [&](const mention::IssueMatch& object) {
    return object.deed && object.issue != target.issue && object.begin >= turn.begin && object.begin <= turn.end &&
           object.end > turn.end && object.end < target.begin;
  });
}

// "was abolished by", "have been lifted by": a deed told of what it was done to. Not what must be or will be done.
bool is_done_to(const SentenceView& view, std::uint32_t verb) {
  if (view.tags[verb] != Tag::participle) return false;
  bool helped = false;
  for (std::uint32_t t = verb; t-- > 0;) {
    if (view.is(t, WordRole::degree_adverb) || view.is(t, WordRole::booster)) continue;
    if (view.tags[t] != Tag::auxiliary) break;
    std::string_view word = view.raw(t);
    bool done = word == "is" || word == "are" || word == "was" || word == "were" || word == "been" || word == "being" ||
                word == "has" || word == "have" || word == "had";
    if (!done) return false;
    helped = true;
  }
  return helped;
}

// "Should troops be sent, ..."
bool is_inverted_condition(const SentenceView& view, std::uint32_t token) {
  const Clause& clause = view.clauses[view.clause_of[token]];
  bool inverted = token == 0 || (clause.kind == Clause::Kind::conditional && clause.begin == token);
  return inverted && view.is(token, WordRole::demand) && view.role_lengths[token] == 1;
}

// "counter its influence through sanctions", "harmed the people through sanctions": the means is not what is countered.
bool is_means(const SentenceInput& in, const Captured& c, const Target& target) {
  const bool against = c.head ? in.lexis.program.stances[c.head->stance].sign < 0 : c.is_deed() && c.turn->sign < 0;
  if (!against || target.turnings.empty()) return false;
  const Turning& first = target.turnings.front();
  return first.kind == Turning::Kind::turn && first.sign > 0 && first.end == first.begin + 1 &&
         in.view.is(first.begin, WordRole::preposition);
}

// "Peru against EU call for sanctions": a heading without a verb, its subject right before the word.
bool is_headed_by(const SentenceView& view, const holder::Holder& holder, std::uint32_t against) {
  const Clause& clause = view.clauses[view.clause_of[against]];
  if (!view.sentence->heading && view.tokens[view.size() - 1].has(text::Token::punctuation)) return false;
  for (std::uint32_t t = clause.begin; t < clause.end; ++t)
    if (view.tags[t] == Tag::finite || view.tags[t] == Tag::auxiliary) return false;
  return holder.begin == clause.begin && holder.end == against && holder.end > holder.begin;
}

// "launched an attack against the base": only who is against a thing is meant, not what goes against it.
bool is_mere_direction(const SentenceView& view, const Captured& c) {
  const std::uint32_t at = c.head->begin;
  if (!c.says(program::Entry::Kind::adjective) || c.head->end != at + 1 || view.raw(at) != "against") return false;
  if (!c.holder || at == 0) return true;
  if (is_headed_by(view, *c.holder, at)) return false;
  std::uint32_t before = at - 1;
  while (before > 0 && (view.is(before, WordRole::degree_adverb) || view.is(before, WordRole::booster))) --before;
  if (before > 0 && view.is(before - 1, WordRole::copula)) return false;  // "is so against it"
  return !view.is(before, WordRole::copula) && !view.is(before, WordRole::conjunction) && view.raw(before) != "," &&
         !view.is(before, WordRole::negator);
}

// "stands against separatist plans aimed at undermining ...": whose aim it is says the noun before; who is against the
// plans does not share it.
bool is_anothers_aim(const SentenceInput& in, const Captured& c) {
  const SentenceView& view = in.view;
  const std::uint32_t at = c.head->begin;
  if (at == 0 || view.tags[at] != Tag::participle) return false;
  const bool noun = (view.tags[at - 1] == Tag::other || view.tags[at - 1] == Tag::noun) && !view.mention_at(at - 1) &&
                    !view.tokens[at - 1].has(text::Token::punctuation);
  if (!noun) return false;
  return std::any_of(view.heads.begin(), view.heads.end(), [&](const HeadMatch& head) {
    return head.end <= at && view.clause_of[head.begin] == view.clause_of[at] &&
           in.lexis.program.stances[head.stance].sign < 0 &&
           in.lexis.program.stances[head.stance].entries[head.entry].kind == program::Entry::Kind::verb;
  });
}

// "is scaling back its promises": right behind a verb a word that is no verb here.
bool is_particle(const SentenceView& view, std::uint32_t word) {
  if (word == 0 || view.tags[word] != Tag::other) return false;
  const Tag before = view.tags[word - 1];
  return before == Tag::finite || before == Tag::ing || before == Tag::infinitive;
}

// "After the deal was endorsed, ...": told to say when, by nobody.
bool is_mere_time(const SentenceView& view, const Captured& c) {
  const std::uint32_t at = c.head->begin;
  if (c.holder || view.tags[at] != Tag::participle) return false;
  const Clause& clause = view.clauses[view.clause_of[at]];
  if (clause.kind != Clause::Kind::subordinate || !view.is(clause.begin, WordRole::clause_opener)) return false;
  return view.is(clause.begin, WordRole::preposition) && at > 0 &&
         (view.raw(at - 1) == "was" || view.raw(at - 1) == "were");
}

// "We thank Norway for its work and call on all to ...": the next deed of whoever thanks is nothing Norway did.
bool is_done_next(const SentenceView& view, const Captured& c, const Target& target) {
  const std::uint32_t clause = view.clause_of[view.issues[target.match].begin];
  return c.list && clause > view.clause_of[c.words_begin] && view.clauses[clause].kind == Clause::Kind::coordinate;
}

// "criticised Togo's decision to oppose it": the aim is Togo's, and the words before say what is thought of it.
bool is_aim_of_another(const SentenceInput& in, const Captured& c) {
  const SentenceView& view = in.view;
  const mention::Mention* by = c.says(program::Entry::Kind::purpose) ? decided_by(view, c.head->begin) : nullptr;
  if (!by) return false;
  const std::uint32_t owner = by->begin;
  return std::any_of(view.heads.begin(), view.heads.end(), [&](const HeadMatch& head) {
    if (head.begin >= owner || in.lexis.program.stances[head.stance].sign == 0) return false;
    return head.end == owner || (head.end + 1 == owner && view.is(head.end, WordRole::preposition));
  });
}

bool asks_for_possessor(const program::Construction& construction) {
  return !construction.forms.empty() && !construction.forms.front().root.children.empty() &&
         construction.forms.front().root.children.front().possessive;
}

}  // namespace

bool is_out_of_reach(const SentenceInput& in, const Captured& c, const Target& target) {
  if (c.is_deed() && is_done_to_another(in.view, *c.turn, in.view.issues[target.match])) return true;
  if (is_means(in, c, target) || is_done_next(in.view, c, target)) return true;
  if (c.is_deed() && c.turn->end == c.turn->begin + 1 && target.begin >= c.turn->end &&
      opens_report(in.view, c.turn->begin, std::max(target.end, in.view.issues[target.match].end)))
    return true;
  if (!c.head) return false;
  if (is_mere_direction(in.view, c)) return true;
  if (is_aim_of_another(in, c)) return true;
  // "says the other has caused this by imposing sanctions": no phrase about a noun
  if (c.says(program::Entry::Kind::purpose) && in.view.tags[c.head->begin] == Tag::finite) return true;
  if (c.is_verb() && is_particle(in.view, c.head->begin)) return true;
  if (c.is_verb() && is_mere_time(in.view, c)) return true;
  if (c.is_verb() && c.holder && is_anothers_aim(in, c)) return true;
  if (c.is_verb() && c.holder && is_loose_infinitive(in.view, c.head->begin)) return true;
  const bool subject_leads = c.is_verb() && c.holder && c.holder->begin < c.head->begin && target.begin >= c.head->end;
  if (subject_leads && is_suffered(in.view, c.head->begin, c.head->end)) return true;
  bool reported = c.is_verb() && target.begin >= c.head->end &&
                  opens_report(in.view, c.head->begin, std::max(target.end, in.view.issues[target.match].end));
  return reported || is_too_far(in.view, c, target);
}

// Where words end of which an opposing verb that follows is no stance of the same holder; 0 for other words. `gerund`:
// the verb has to end in -ing.
static std::uint32_t end_of_reluctance(const SentenceInput& in, const Captured& c, int sign, bool& gerund) {
  gerund = true;
  if (c.is_deed() && c.turn->sign < 0) return c.turn->end;  // "avoided", "refrained from"
  if (!c.head || sign >= 0) return 0;
  const program::Entry& entry = in.lexis.program.stances[c.head->stance].entries[c.head->entry];
  // "warned Peru not to reject it": another is meant
  if (mention::holds_slot(entry.pattern.root, program::Slot::someone)) return 0;
  const bool state = c.says(program::Entry::Kind::adjective) || in.view.is(c.head->begin, WordRole::copula);
  gerund = state && in.view.raw(c.head->end - 1) == "of";  // "is wary of condemning it"
  return c.head->end;
}

bool is_left_unsaid(const SentenceInput& in, const Captured& c, const Target& target, int sign) {
  bool gerund = false;
  const std::uint32_t end = end_of_reluctance(in, c, sign, gerund);
  if (end == 0 || target.turnings.empty() || target.begin < end) return false;
  const Turning& outer = target.turnings.back();
  const SentenceView& view = in.view;
  if (outer.kind == Turning::Kind::negation || outer.sign > 0 ||
      view.tags[outer.begin] != (gerund ? Tag::ing : Tag::infinitive) || !view.is(outer.begin, WordRole::speech_verb))
    return false;  // "refused to throw it out": a deed
  for (std::uint32_t t = end; t < outer.begin; ++t)
    if (view.raw(t) != "to" && !view.is(t, WordRole::degree_adverb) && !view.is(t, WordRole::booster)) return false;
  return std::any_of(view.heads.begin(), view.heads.end(), [&](const HeadMatch& head) {
    const program::Stance& stance = in.lexis.program.stances[head.stance];
    return head.begin == outer.begin && stance.sign < 0 &&
           stance.entries[head.entry].kind == program::Entry::Kind::verb;
  });
}

// "an amendment under which all would have had to join the sanctions": what a paper would make them do.
static bool is_of_plan(const SentenceView& view, std::uint32_t demand) {
  if (!view.is(demand, WordRole::demand)) return false;
  const Clause& clause = view.clauses[view.clause_of[demand]];
  const std::uint32_t last = clause.begin + std::max<std::uint32_t>(view.role_lengths[clause.begin], 1) - 1;
  const bool told_of_paper = view.raw(clause.begin) == "whereby" || view.raw(last) == "which" ||
                             (last + 1 < view.size() && view.raw(last + 1) == "which");
  return told_of_paper && view.raw(clause.begin) != "which";
}

bool is_no_predicate(const SentenceInput& in, const Captured& c, const Target& target, std::uint32_t form_begin) {
  const SentenceView& view = in.view;
  if (view.is(c.words_begin, WordRole::denial)) return true;  // "denied sending ..."
  // "opposes": no deed; "protected from": of what comes behind it. "Must be signed" is both a stance and a deed.
  const bool alone = c.turn && !c.holder && c.turn->end == c.turn->begin + 1;
  if (c.turn && !c.head && !alone && is_stance_verb(view, in.lexis, c.turn->begin)) return true;
  if (is_inverted_condition(view, form_begin) || is_of_plan(view, c.words_begin)) return true;
  if (!c.is_bare()) return false;
  bool target_leads = view.issues[target.match].begin <= form_begin;  // "Sanctions must go"
  // "the challenges", not "challenges"; "the call by Y for it" says whose it is and needs no verb.
  if (!target_leads && !c.holder && view.tags[form_begin] == Tag::noun) return true;
  // "heritage threatened by": the issue does it
  return !c.holder && view.tags[form_begin] == Tag::participle && view.raw(form_begin + 1) == "by";
}

// "vowed never to give up": what one binds oneself not to do says as much as what one will not do.
static bool is_forsworn(const mention::SentenceView& view, std::uint32_t verb) {
  if (view.tags[verb] != Tag::infinitive || verb < 3 || view.raw(verb - 1) != "to") return false;
  return view.is(verb - 2, program::WordRole::negator) && view.tags[verb - 3] == Tag::finite;
}

bool is_undone(const SentenceInput& in, const Captured& c, bool negated) {
  const std::uint32_t verb = c.turn->begin;
  if (negated && is_forsworn(in.view, verb)) return false;
  // "Iran is permitted to pursue it": what is done to the holder is no deed of its.
  const bool suffers = c.holder && c.holder->begin < verb && in.view.tags[verb] == Tag::participle;
  if (!negated && is_only_possible(in.view, verb)) return true;
  return (!is_done(in.view, verb) && (suffers || !is_done_to(in.view, verb))) || is_supposed(in.view, in.lexis, verb) ||
         (negated && !is_refused(in.view, in.lexis, verb));
}

std::uint32_t participle_of_noun(const SentenceView& view, const Captured& c, const Target& target,
                                 std::uint32_t form_end) {
  if (!c.is_bare() || !c.holder || c.words_begin != view.issues[target.match].begin) return 0;
  std::uint32_t by = target.end;
  while (by < form_end && view.raw(by) != "by") ++by;
  if (by >= form_end || by == target.end || view.tags[by - 1] != Tag::participle) return 0;
  std::uint32_t first = by - 1;
  while (first > target.end && (view.is(first - 1, WordRole::degree_adverb) || view.raw(first - 1).ends_with("ly")))
    --first;
  return view.tags[first - 1] == Tag::auxiliary ? 0 : first;
}

bool is_told_of_another_noun(const SentenceView& view, const Target& target, std::uint32_t participle) {
  if (participle <= target.end || view.raw(participle - 1) == ",") return false;
  const mention::Mention* place = view.mention_at(participle - 1);
  return !place || place->kind != mention::Mention::Kind::actor;
}

bool take_noun_alone(const SentenceView& view, Target& target, std::uint32_t participle) {
  while (!target.turnings.empty()) {
    const Turning& outer = target.turnings.back();
    const Tag tag = view.tags[outer.begin];
    if (tag != Tag::infinitive && tag != Tag::ing && tag != Tag::finite) break;
    target.sign *= outer.sign;
    target.begin = std::max(target.begin, outer.end);
    target.turnings.pop_back();
  }
  const mention::IssueMatch& named = view.issues[target.match];
  const bool turned = target.sign != named.side;
  const Tag first = view.tags[named.begin];
  if (first == Tag::infinitive || first == Tag::ing || first == Tag::finite) target.sign *= named.side;
  return !turned || view.raw(participle - 1) != ",";
}

bool is_demanded_of_other(const SentenceInput& in, const program::Construction& construction, const Captured& c) {
  if (!c.holder || c.holder->begin >= c.words_begin || asks_for_possessor(construction)) return false;
  return is_asked_for(in.view, in.lexis, c.words_begin) && !share_actor(in.holders.voice_at(c.words_begin), *c.holder);
}

}  // namespace demarche::evidence
