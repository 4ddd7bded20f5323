#include "engine/evidence/deeds.hpp"

#include "engine/evidence/belonging.hpp"
#include "engine/evidence/verbs.hpp"
#include "engine/mention/verb_groups.hpp"

namespace demarche::evidence {

namespace {

using mention::IssueMatch;

void take_deed(Gathering& gathering, std::uint32_t issue_match, std::uint32_t supports) {
  const SentenceInput& in = gathering.in;
  const IssueMatch& deed = in.view.issues[issue_match];
  Candidate candidate;
  candidate.issue_match = issue_match;
  candidate.sign = deed.side;
  candidate.begin = candidate.head_begin = deed.begin;
  candidate.end = candidate.head_end = deed.end;
  candidate.kind = Kind::act;
  candidate.strength = Strength::weak;
  candidate.own_holder = true;
  candidate.holder = in.holders.subject_of(deed.begin);
  gathering.step(candidate, "issue", deed.begin, deed.end, "deed: " + in.lexis.program.issues[deed.issue].id);
  if (supports != lexicon::none &&
      !gathering.negate(candidate, supports, {deed.begin, false, false, true, false}, nullptr))
    return;
  if (candidate.negated && !is_refused(in.view, in.lexis, deed.begin))
    return;                                                     // a deed that was not done shows no side
  if (candidate.negated) candidate.strength = Strength::plain;  // "will not send weapons" does
  bool guessed = candidate.holder.how == std::string_view("pronoun") && candidate.holder.begin > 1;
  if (candidate.holder.outcome == holder::Holder::Outcome::unknown || guessed) return;
  if (mention::is_demanded(in.view, deed.begin) && !share_actor(in.holders.voice_at(deed.begin), candidate.holder))
    return gathering.reject(Reason::third_party, candidate);
  gathering.finish(std::move(candidate));
}

}  // namespace

void find_deeds(Gathering& gathering) {
  const mention::SentenceView& view = gathering.view;
  const std::uint32_t supports = positive_stance(gathering.in.lexis.program);
  for (std::uint32_t m = 0; m < view.issues.size(); ++m) {
    const IssueMatch& deed = view.issues[m];
    if (deed.deed && is_done(view, deed.begin) && !is_supposed(view, deed.begin)) take_deed(gathering, m, supports);
  }
}

}  // namespace demarche::evidence
