#include "engine/evidence/told.hpp"

#include <algorithm>
#include <iterator>

namespace demarche::evidence {

using mention::IssueMatch;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using Told = DeedMemory::Told;
using What = DeedMemory::What;

namespace {

// The beginnings of verbs, and the nouns that take up what they tell; none for verbs that decide: any noun of a deed
// takes these up.
struct Family {
  std::string_view verb;
  std::string_view nouns[5];
};
constexpr Family families[] = {{"propos", {"proposal", "idea", "plan", "suggestion", "initiative"}},
                               {"suggest", {"suggestion", "idea", "proposal", "plan", ""}},
                               {"promis", {"promise", "pledge", "commitment", "", ""}},
                               {"pledg", {"pledge", "promise", "commitment", "", ""}},
                               {"vow", {"pledge", "promise", "", "", ""}},
                               {"demand", {"demand", "call", "idea", "", ""}},
                               {"call", {"call", "demand", "idea", "proposal", ""}},
                               {"urg", {"call", "idea", "", "", ""}},
                               {"decid", {}},
                               {"vote", {}},
                               {"approv", {}},
                               {"adopt", {}},
                               {"pass", {}},
                               {"order", {}}};

const Family* family_of(std::string_view word) {
  for (const Family& family : families)
    if (word.starts_with(family.verb)) return &family;
  return nullptr;
}

bool has_one_issue(const SentenceView& view) {
  return std::all_of(view.issues.begin(), view.issues.end(),
                     [&](const IssueMatch& match) { return match.issue == view.issues[0].issue; });
}

// "Several capitals have proposed that ...": the verb of a family that stands before the one issue. Of "approved a bill
// which includes sanctions" the second verb only says what is in it.
const Family* family_before(const SentenceView& view, std::uint32_t issue_begin) {
  for (std::uint32_t t = issue_begin; t-- > 0;) {
    if (view.is(t, WordRole::negator)) return nullptr;
    if (view.tags[t] != Tag::finite) continue;
    const std::string_view word = view.raw(t);
    if (const Family* family = family_of(word)) return family;
    if (!word.starts_with("includ") && !word.starts_with("contain") && view.tags[issue_begin] != Tag::finite)
      return nullptr;
  }
  return nullptr;
}

// The issue of a sentence that says no side, behind a verb that has a noun of its own.
std::optional<Told> told_by_family(const SentenceInput& in) {
  const SentenceView& view = in.view;
  if (view.issues[0].of_vote) return std::nullopt;  // of votes on a text told before
  const Family* family = family_before(view, view.issues[0].begin);
  if (!family) return std::nullopt;
  Teller teller(view, in.lexis);
  for (std::uint32_t m = 0; m < view.issues.size(); ++m)
    teller.add(m, target_as_subject(view, in.lexis, m).sign, What::decided, {},
               family->nouns[0].empty() ? std::string_view() : family->verb);
  return teller.told();
}

// In the text's own words, and not in what somebody says.
bool is_of_text(const SentenceInput& in, std::uint32_t token) { return !in.is_speech && in.voices.voice_of[token] < 0; }

// What is said to be wanted: only verbs that have nouns of their own tell a proposal.
void add_wish(Teller& proposed, const SentenceInput& in, std::uint32_t issue_match, int sign, std::uint32_t head) {
  const Family* family = family_of(in.view.raw(head));
  if (family && !family->nouns[0].empty()) proposed.add(issue_match, sign, What::proposed, {}, family->verb);
}

bool wants_holder(const Rejected& rejected) {
  return rejected.sign != 0 && (rejected.reason == Reason::no_holder || rejected.reason == Reason::nobody);
}

}  // namespace

void Teller::add(std::uint32_t issue_match, int sign, What what, const std::vector<lexicon::ActorIndex>& doers,
                 std::string_view verb) {
  const IssueMatch& match = view_.issues[issue_match];
  if (told_ && (told_->issue != match.issue || told_->sign != sign)) several_ = true;
  if (!told_) told_ = Told{match.issue, match.pattern, sign, what, 0, {}, verb};
  if (what == What::deed) told_->doers.insert(told_->doers.end(), doers.begin(), doers.end());
}

bool Teller::is_said_outright(std::uint32_t head_begin, std::uint32_t head_end) const {
  for (const mention::HeadMatch& head : view_.heads) {
    if (head.begin != head_begin || head.end != head_end) continue;
    const auto kind = lexis_.program.stances[head.stance].entries[head.entry].kind;
    if (kind == program::Entry::Kind::verb && view_.tags[head.begin] == Tag::finite) return true;
  }
  return view_.tags[head_begin] == Tag::auxiliary || view_.tags[head_begin] == Tag::finite;
}

bool is_noun_of_verb(std::string_view verb, std::string_view noun) {
  if (noun.empty()) return false;
  for (const Family& family : families)
    if (family.verb == verb)
      return std::find(std::begin(family.nouns), std::end(family.nouns), noun) != std::end(family.nouns);
  return false;
}

std::optional<Told> named_in(const SentenceView& view) {
  if (view.issues.empty() || !has_one_issue(view)) return std::nullopt;
  const IssueMatch& match = view.issues.back();
  return Told{match.issue, match.pattern, match.side, What::deed, 0, {}, {}};
}

std::optional<Told> told_in(const SentenceInput& in, const std::vector<Candidate>& candidates,
                            const std::vector<Rejected>& rejected) {
  Teller ruled(in.view, in.lexis);
  Teller deeds(in.view, in.lexis);
  Teller judged(in.view, in.lexis);
  Teller proposed(in.view, in.lexis);
  Teller decided(in.view, in.lexis);
  for (const Candidate& c : candidates) {
    if (c.rule >= 0) {
      if (c.own_holder && c.kind != Kind::declared) ruled.add(c.issue_match, c.sign, What::deed, c.holder.actors);
    } else if (c.kind == Kind::act) {
      deeds.add(c.issue_match, c.sign, What::deed, c.holder.actors);
    } else if (!c.negated && c.stance_sign != 0 && deeds.is_said_outright(c.head_begin, c.head_end)) {
      if (c.stance_sign < 0)
        judged.add(c.issue_match, -c.sign, What::judged, {});
      else if (is_of_text(in, c.head_begin))
        decided.add(c.issue_match, c.sign, What::decided, c.holder.actors);
      else
        add_wish(proposed, in, c.issue_match, c.sign, c.head_begin);
    }
  }
  for (const Rejected& r : rejected)
    if (wants_holder(r) && r.is_deed) deeds.add(r.issue_match, r.sign, What::deed, {});
  if (!ruled.empty()) return ruled.told();
  if (!deeds.empty()) return deeds.told();
  if (in.view.issues.empty() || !has_one_issue(in.view)) return std::nullopt;
  for (const Rejected& r : rejected)
    if (wants_holder(r) && r.stance_sign > 0 && deeds.is_said_outright(r.head_begin, r.head_end)) {
      if (is_of_text(in, r.head_begin))
        decided.add(r.issue_match, r.sign, What::decided, {});
      else
        add_wish(proposed, in, r.issue_match, r.sign, r.head_begin);
    }
  if (!judged.empty()) return judged.told();
  if (!decided.empty()) return decided.told();
  return proposed.empty() ? told_by_family(in) : proposed.told();
}

}  // namespace demarche::evidence
