#include "engine/evidence/called_it.hpp"

#include <algorithm>

#include "engine/evidence/belonging.hpp"
#include "engine/holder/phrases.hpp"

namespace demarche::evidence {

namespace {

using mention::IssueMatch;
using mention::Lexis;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;

bool is_behind_issue(const SentenceView& view, const Candidate& candidate) {
  return candidate.construction >= 0 && view.issues[candidate.issue_match].end <= candidate.begin;
}

// "the embargo, calling it unjust", "... and called it unjust": the words name the issue by a pronoun behind it, and go
// on with what was told of it before.
bool is_by_pronoun(const SentenceView& view, const Lexis& lexis, const Candidate& candidate) {
  if (!is_behind_issue(view, candidate)) return false;
  const std::uint32_t head = candidate.head_begin;
  if (head == 0) return false;
  if (view.tags[head] == Tag::ing) return view.raw(head - 1) == ",";
  const auto& construction = lexis.program.constructions[static_cast<std::size_t>(candidate.construction)];
  return view.tags[head] == Tag::finite && view.is(head - 1, WordRole::conjunction) &&
         construction.gives == program::Construction::Gives::named;
}

bool says_of_same(const SentenceView& view, const Candidate& one, const Candidate& other) {
  return view.issues[one.issue_match].issue == view.issues[other.issue_match].issue &&
         share_actor(one.holder, other.holder);
}

// The first word of the issue's noun phrase.
std::uint32_t begin_of_phrase(const SentenceView& view, const IssueMatch& match) {
  std::uint32_t at = holder::before_determiners(view, match.begin);
  while (at > 0) {
    const mention::Mention* owner = view.mention_at(at - 1);
    const bool adjective = owner && (owner->possessive || owner->kind == mention::Mention::Kind::modifier);
    if (!adjective) break;
    at = holder::before_determiners(view, owner->begin);
  }
  return at;
}

// "the storming of the town during the truce", "the decision to delay the truce": the issue only belongs to a noun. Of
// "called for a truce", "condemned Peru over the embargo" it is the object itself.
bool belongs_to_noun(const SentenceView& view, const IssueMatch& match) {
  std::uint32_t at = begin_of_phrase(view, match);
  if (at > 1 && view.tags[at - 1] == Tag::infinitive) --at;
  if (at < 2 || !view.is(at - 1, WordRole::preposition)) return false;
  const std::uint32_t noun = at - 2;
  const Tag tag = view.tags[noun];
  return (tag == Tag::other || tag == Tag::noun) && view.is_content(noun) && !view.mention_at(noun) &&
         !view.tokens[noun].has(text::Token::punctuation);
}

// "to lift the sanctions, calling them illegal": of many things, the issue alone.
bool is_many(const SentenceView& view, const Candidate& candidate) {
  for (std::uint32_t t = candidate.head_begin; t < candidate.end; ++t)
    if (view.is(t, WordRole::pronoun_plural))
      return view.raw(view.issues[candidate.issue_match].begin, view.issues[candidate.issue_match].end).ends_with("s");
  return false;
}

}  // namespace

void drop_misread_pronouns(const SentenceView& view, const Lexis& lexis, std::vector<Candidate>& candidates) {
  std::vector<bool> misread(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& pronoun = candidates[i];
    if (!is_by_pronoun(view, lexis, pronoun)) continue;
    // Who goes on about a thing with a participle does not contradict himself.
    bool agrees = false;
    bool contradicts = false;
    for (const Candidate& other : candidates) {
      if (is_behind_issue(view, other) || !says_of_same(view, pronoun, other)) continue;
      (other.sign * pronoun.sign > 0 ? agrees : contradicts) = true;
    }
    misread[i] =
        contradicts || (!agrees && !is_many(view, pronoun) && belongs_to_noun(view, view.issues[pronoun.issue_match]));
  }
  std::size_t at = 0;
  std::erase_if(candidates, [&](const Candidate&) { return misread[at++]; });
}

}  // namespace demarche::evidence
