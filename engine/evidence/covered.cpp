#include "engine/evidence/covered.hpp"

#include <algorithm>

namespace demarche::evidence {

namespace {

// "condemned the aggression against Y, including strikes on Y's ports": the place of the issue that stands nearest is
// what the stance word speaks of; on the way to the next one words may turn it.
bool is_nearer(const mention::SentenceView& view, const Candidate& near, const Candidate& far) {
  const mention::IssueMatch& first = view.issues[near.issue_match];
  const mention::IssueMatch& second = view.issues[far.issue_match];
  return first.issue == second.issue && first.begin >= near.head_end && first.end <= second.begin &&
         near.head_begin == far.head_begin && near.head_end == far.head_end && near.construction == far.construction &&
         near.holder.actors == far.holder.actors;
}

// "continued to oppose the measures", "remained firm in its opposition to them": what carries the stance word on to its
// object makes no deed of the stance. "Continued its adherence to the deal" tells of a deed.
bool is_said_by_part(const Candidate& whole, const Candidate& part) {
  const bool noun = part.holder.how == std::string_view("possessor");
  if (noun && whole.head_end == whole.head_begin + 1) return false;
  // "stopped opposing it", "avoided rejecting it": the deed turns the stance word.
  if (std::any_of(part.turnings.begin(), part.turnings.end(), [&whole](const Turning& t) {
        return t.sign < 0 && t.begin <= whole.head_begin && whole.head_begin < t.end;
      }))
    return false;
  return whole.kind == Kind::act && part.kind != Kind::act && part.own_holder && whole.sign == part.sign &&
         part.holder.actors == whole.holder.actors;
}

// The whole says what the part says, and more.
bool covers(const Candidate& whole, const Candidate& part) {
  if (whole.issue_match != part.issue_match) return false;
  // "called for an end of the illegal sanctions": the adjective says less than the whole does.
  bool inside = whole.own_holder && !part.own_holder && whole.begin <= part.begin && part.end <= whole.end &&
                whole.holder.actors == part.holder.actors;
  if (inside) return true;
  bool used = std::any_of(whole.turnings.begin(), whole.turnings.end(),
                          [&](const Turning& t) { return t.begin <= part.head_begin && part.head_begin < t.end; });
  if (!used) return false;
  if (is_said_by_part(whole, part)) return false;
  if (part.vouched) return false;  // "thanked Y for its vote": both of them, by the words of the text
  // "rejected Y's plan" tells of Y's plan; "called for Y's support" does not tell of Y's support.
  bool told = whole.stance_sign < 0 || whole.head_end == whole.head_begin + 1;
  return !part.own_holder || part.holder.actors == whole.holder.actors || !told;
}

}  // namespace

void drop_covered(const mention::SentenceView& view, std::vector<Candidate>& candidates) {
  std::vector<bool> covered;
  covered.reserve(candidates.size());
  for (const Candidate& part : candidates)
    covered.push_back(part.unsaid || std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
                        return &other != &part && (covers(other, part) || is_nearer(view, other, part));
                      }));
  std::size_t kept = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (covered[i]) continue;
    if (kept != i) candidates[kept] = std::move(candidates[i]);
    ++kept;
  }
  candidates.resize(kept);
}

}  // namespace demarche::evidence
