#include "engine/evidence/deed_memory.hpp"

#include <algorithm>

#include "engine/evidence/belonging.hpp"
#include "engine/evidence/told.hpp"

namespace demarche::evidence {

using mention::IssueMatch;
using mention::Mention;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

// "the decision to", "the idea that", "the measures and duties": what follows says which.
bool goes_on(const SentenceView& view, std::uint32_t token) {
  if (token >= view.size()) return false;
  const std::string_view next = view.raw(token);
  // These four open the agent, a comparison, the time and the place: nothing that says which deed is meant.
  if (view.is(token, WordRole::preposition)) return next != "by" && next != "as" && next != "after" && next != "in";
  const bool glued = next == "-" && !view.tokens[token].has(Token::spaced_dash);
  return next == "(" || glued || view.is(token, WordRole::complementiser) || view.is(token, WordRole::relative);
}

// "the idea put forward by"
bool is_told_by_participle(const SentenceView& view, std::uint32_t token) {
  return token < view.size() && view.tags[token] == Tag::participle;
}

// "the measures and sanctions against Peru", "the action and exercises of the navy": another noun shares what follows.
bool is_joined(const SentenceView& view, std::uint32_t noun) {
  if (noun + 3 >= view.size() || !view.is(noun + 1, WordRole::conjunction)) return false;
  const Tag second = view.tags[noun + 2];
  const bool plain = second == Tag::other || second == Tag::noun;
  if (second != Tag::auxiliary && is_told_by_participle(view, noun + 3)) return true;
  if (plain && view.raw(noun + 3) == "of") return true;
  return std::any_of(view.issues.begin(), view.issues.end(),
                     [noun](const IssueMatch& match) { return match.begin == noun + 2; });
}

bool names(const SentenceView& view, std::uint32_t noun, const DeedMemory::Told& told) {
  if (!told.verb.empty()) return is_noun_of_verb(told.verb, view.raw(noun));
  const bool deed = view.is(noun, WordRole::deed_noun);
  const bool proposal = view.is(noun, WordRole::proposal_noun);
  switch (told.what) {
    case DeedMemory::What::deed:
    case DeedMemory::What::judged:
      return deed;
    case DeedMemory::What::decided:
      return deed || proposal;
    default:
      return proposal;
  }
}

// "This decision ..., the spokesman said, hours after Y had announced ...": a clause that tells when.
bool tells_when(const SentenceView& view, std::uint32_t token) {
  const mention::Clause& clause = view.clauses[view.clause_of[token]];
  if (clause.kind != mention::Clause::Kind::subordinate) return false;
  const std::string_view opener = view.raw(clause.begin);
  return opener == "after" || opener == "when" || opener == "as";
}

// "The bank also blocked the loan, and Spain should oppose this act": what the sentence itself told just before.
bool is_of_own_sentence(const SentenceView& view, std::uint32_t noun) {
  const std::uint32_t clause = view.clause_of[noun];
  if (clause == 0 || view.clauses[clause].kind != mention::Clause::Kind::coordinate) return false;
  const mention::Clause& before = view.clauses[clause - 1];
  for (std::uint32_t t = before.begin; t < before.end; ++t)
    if (view.tags[t] == Tag::finite && !view.is(t, WordRole::speech_verb)) return true;
  return false;
}

}  // namespace

// "Its complete abandonment": the token of the noun that tells what comes of the issue; 0 when none does.
std::uint32_t DeedMemory::behind_possessive(const SentenceView& view) const {
  std::uint32_t first = 0;
  while (first < view.size() && view.tokens[first].has(Token::punctuation)) ++first;
  if (first + 2 >= view.size()) return 0;
  const std::string_view opener = lexis_.vocabulary.text(view.tokens[first].word);
  if (opener != "its" && opener != "their") return 0;
  for (std::uint32_t noun = first + 1; noun <= first + 2 && noun + 1 < view.size(); ++noun)
    if (view.is(noun, WordRole::outcome_noun)) return view.is(noun + 1, WordRole::preposition) ? 0 : noun;
  return 0;
}

bool DeedMemory::may_take_up(const SentenceView& view) const {
  if (behind_possessive(view) > 0) return true;
  for (std::uint32_t t = 1; t < view.size(); ++t)
    if ((view.is(t, WordRole::deed_noun) || view.is(t, WordRole::proposal_noun)) && !goes_on(view, t + 1)) return true;
  return false;
}

bool DeedMemory::takes_up(const SentenceView& view, std::uint32_t noun, const Told& told) const {
  auto word = [&](std::uint32_t t) { return lexis_.vocabulary.text(view.tokens[t].word); };
  if (!names(view, noun, told) || goes_on(view, noun + 1) || is_joined(view, noun)) return false;
  if (is_told_by_participle(view, noun + 1)) return false;
  std::uint32_t t = noun;
  bool counted = false;
  for (int adjectives = 0; t > 0 && adjectives < 2 && view.is_content(t - 1) &&
                           !view.tokens[t - 1].has(Token::punctuation) && view.tags[t - 1] != Tag::finite;
       ++adjectives, --t) {
    counted = counted || view.is(t - 1, WordRole::ordinal);
    const Mention* owner = view.mention_at(t - 1);
    if (owner && !owner->actors.empty() && !told.doers.empty() && !share_actor(owner->actors, told.doers)) return false;
    if (view.is(t - 1, WordRole::selecting) || (!owner && view.tokens[t - 1].has(Token::capitalised))) return false;
  }
  // "the second step" is one of a row: each of them goes a part of the way.
  if (t == 0 || counted != (told.sign == 0)) return false;
  const std::string_view before = word(t - 1);
  if (before == "'s") {
    const Mention* owner = t > 1 ? view.mention_at(t - 2) : nullptr;
    return owner && share_actor(owner->actors, told.doers);
  }
  if (before == "the" || before == "this" || before == "these" || before == "those" || before == "such") return true;
  if (before == "that") return t == noun && (t == 1 || view.is(t - 2, WordRole::preposition));
  return lexis_.has_role(view.tokens[t - 1].word, WordRole::indefinite) && t > 1 && word(t - 2) == "such";
}

void DeedMemory::take(SentenceView& view, const Told& told) {
  for (std::uint32_t t = 1; t < view.size(); ++t) {
    if (!takes_up(view, t, told)) continue;
    const bool named = std::any_of(view.issues.begin(), view.issues.end(),
                                   [t](const IssueMatch& match) { return match.begin <= t && t < match.end; });
    if (!named && (!nouns_.empty() || !is_of_own_sentence(view, t))) nouns_.push_back(t);
  }
  for (std::uint32_t noun : nouns_) add(view, told, noun, noun + 1);
  if (!nouns_.empty()) taken_ = told;
}

void DeedMemory::add(SentenceView& view, const Told& told, std::uint32_t begin, std::uint32_t end) const {
  IssueMatch match;
  match.issue = told.issue;
  match.pattern = told.pattern;
  match.begin = begin;
  match.end = end;
  match.side = told.sign;
  auto place = std::upper_bound(view.issues.begin(), view.issues.end(), match,
                                [](const IssueMatch& a, const IssueMatch& b) { return a.begin < b.begin; });
  view.issues.insert(place, match);
}

void DeedMemory::take_up(SentenceView& view, std::uint32_t sentence) {
  taken_.reset();
  nouns_.clear();
  // The issue's own words in the sentence say what is meant.
  auto stands = [&view](const Told& told) {
    return std::any_of(view.issues.begin(), view.issues.end(),
                       [&](const IssueMatch& match) { return match.issue == told.issue; });
  };
  if (told_ && sentence <= told_->sentence + farthest && !stands(*told_)) take(view, *told_);
  if (taken_ || !named_ || named_->sentence + 1 != sentence || stands(*named_)) return;
  if (const std::uint32_t noun = behind_possessive(view)) add(view, *named_, 0, noun);
}

bool DeedMemory::take_up_own(SentenceView& view, const std::vector<Candidate>& candidates) {
  if (taken_ || view.issues.empty()) return false;
  if (!tells_when(view, view.issues[0].begin)) return false;
  Teller teller(view, lexis_);
  for (const Candidate& candidate : candidates)
    if (tells_when(view, candidate.head_begin))
      teller.add(candidate.issue_match, candidate.sign, What::deed, candidate.holder.actors);
  const auto told = teller.told();
  if (!told) return false;
  take(view, *told);
  return taken_.has_value();
}

void DeedMemory::drop_misread(const SentenceView& view, std::vector<Candidate>& candidates) const {
  if (!taken_) return;
  std::erase_if(candidates, [&](const Candidate& candidate) {
    const std::uint32_t place = view.issues[candidate.issue_match].begin;
    if (std::find(nouns_.begin(), nouns_.end(), place) == nouns_.end() || candidate.rule >= 0) return false;
    return candidate.sign == 0 ||
           (candidate.sign * taken_->sign < 0 && share_actor(candidate.holder.actors, taken_->doers));
  });
}

void DeedMemory::note(const SentenceInput& in, std::uint32_t sentence, const std::vector<Candidate>& candidates,
                      const std::vector<Rejected>& rejected) {
  // "condemned the move": the deed is still the same.
  std::optional<Told> told = taken_ ? taken_ : told_in(in, candidates, rejected);
  if (told) told->sentence = sentence;
  if (told || !in.view.issues.empty()) told_ = std::move(told);
  named_ = named_in(in.view);
  if (named_) named_->sentence = sentence;
}

}  // namespace demarche::evidence
