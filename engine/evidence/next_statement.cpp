#include "engine/evidence/next_statement.hpp"

#include <algorithm>

namespace demarche::evidence {

using mention::HeadMatch;
using mention::Lexis;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;

namespace {

// Whether the verb that governs this token is a participle with a stance.
bool is_behind_participle(const SentenceView& view, std::uint32_t token) {
  for (std::uint32_t t = token; t-- > 0;) {
    const Tag tag = view.tags[t];
    if (tag == Tag::ing) return view.head_at(t) != nullptr;
    if (tag == Tag::finite || tag == Tag::infinitive || tag == Tag::auxiliary) return false;
  }
  return false;
}

bool is_verb_of_stance(const SentenceView& view, const Lexis& lexis, std::uint32_t token) {
  return std::any_of(view.heads.begin(), view.heads.end(), [&](const HeadMatch& head) {
    const program::Stance& stance = lexis.program.stances[head.stance];
    return head.begin == token && stance.sign != 0 && stance.entries[head.entry].kind == program::Entry::Kind::verb;
  });
}

bool has_gerund(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = std::max<std::uint32_t>(begin, 1); t < end; ++t)
    if (view.tags[t] == Tag::ing && view.is(t - 1, WordRole::preposition)) return true;
  return false;
}

}  // namespace

bool begins_second_participle(const SentenceView& view, const Lexis& lexis, std::uint32_t begin,
                              std::uint32_t conjunction) {
  if (!view.is(conjunction, WordRole::conjunction)) return false;
  std::uint32_t next = conjunction + std::max<std::uint32_t>(view.role_lengths[conjunction], 1);
  while (next < view.size() && view.is(next, WordRole::degree_adverb)) ++next;
  if (next >= view.size() || view.tags[next] != Tag::ing || has_gerund(view, begin, conjunction)) return false;
  return is_verb_of_stance(view, lexis, next) && is_behind_participle(view, begin);
}

bool goes_on_beside(const SentenceView& view, std::uint32_t begin, std::uint32_t conjunction) {
  while (begin > 0 && (view.is(begin - 1, WordRole::determiner) || view.is(begin - 1, WordRole::transparent))) --begin;
  if (begin < 2 || conjunction + 2 >= view.size() || !view.is(conjunction, WordRole::conjunction)) return false;
  return view.tags[begin - 1] == Tag::ing && view.tags[conjunction + 2] == Tag::ing &&
         view.is(conjunction + 1, WordRole::preposition) && view.raw(conjunction + 1) == view.raw(begin - 2);
}

const mention::Mention* decided_by(const SentenceView& view, std::uint32_t to) {
  if (to < 2 || view.raw(to) != "to") return nullptr;
  if (!view.is(to - 1, WordRole::deed_noun) && !view.is(to - 1, WordRole::proposal_noun)) return nullptr;
  const std::uint32_t last = view.raw(to - 2) == "'s" && to > 2 ? to - 3 : to - 2;
  const mention::Mention* owner = view.mention_at(last);
  return owner && owner->possessive ? owner : nullptr;
}

bool begins_purpose(const SentenceView& view, const Lexis& lexis, std::uint32_t token) {
  if (decided_by(view, token)) return false;
  return std::any_of(view.heads.begin(), view.heads.end(), [&](const HeadMatch& head) {
    const auto kind = lexis.program.stances[head.stance].entries[head.entry].kind;
    return head.begin == token && kind == program::Entry::Kind::purpose && head.end > token + 1;
  });
}

}  // namespace demarche::evidence
