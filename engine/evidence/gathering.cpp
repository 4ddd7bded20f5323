#include "engine/evidence/gathering.hpp"

#include <algorithm>

#include "engine/evidence/belonging.hpp"
#include "engine/evidence/questions.hpp"

namespace demarche::evidence {

std::string words(const mention::SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  std::string out(view.raw(begin, end));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

// "regretted that ...", "deplores that ...": a verb against something opens the clause.
static bool is_lamented(const SentenceInput& in, std::uint32_t token) {
  const mention::Clause& clause = in.view.clauses[in.view.clause_of[token]];
  if (clause.kind != mention::Clause::Kind::complement) return false;
  return std::any_of(in.view.heads.begin(), in.view.heads.end(), [&](const mention::HeadMatch& head) {
    const program::Stance& stance = in.lexis.program.stances[head.stance];
    return stance.sign < 0 && stance.entries[head.entry].kind == program::Entry::Kind::verb &&
           (head.end == clause.begin || head.end == clause.begin + 1);
  });
}

// "the platform, which Peru has refused to join": of a verb whose object stands before it, the verb that refuses it.
static const mention::HeadMatch* refusal_before(const SentenceInput& in, const Candidate& candidate) {
  const auto& view = in.view;
  const std::uint32_t verb = candidate.head_begin;
  if (view.issues[candidate.issue_match].end > verb || verb < 2 || view.raw(verb - 1) != "to") return nullptr;
  if (view.clauses[view.clause_of[verb]].kind != mention::Clause::Kind::relative) return nullptr;
  for (const mention::HeadMatch& head : view.heads) {
    const program::Stance& stance = in.lexis.program.stances[head.stance];
    const bool governs = head.end == verb || head.end + 1 == verb;
    if (governs && head.begin < verb && stance.sign < 0 &&
        stance.entries[head.entry].kind == program::Entry::Kind::verb)
      return &head;
  }
  return nullptr;
}

// "stopped short of calling for it": what was not said is no refusal.
static bool is_halfway(const mention::SentenceView& view, const Turning& turning) {
  if (turning.kind != Turning::Kind::negation) return false;
  const std::uint32_t end = turning.begin + view.role_lengths[turning.begin];
  for (std::uint32_t t = turning.begin; t < end; ++t)
    if (view.raw(t) == "short") return true;
  return false;
}

// "has yet to endorse it", "was asked to endorse it": nobody has done so. "We are called to" says what we want.
static bool is_not_yet(const mention::SentenceView& view, std::uint32_t verb) {
  using program::WordRole;
  auto behind_adverbs = [&view](std::uint32_t t) {
    while (t > 0 && (view.is(t - 1, WordRole::degree_adverb) || view.role_lengths[t - 1] == 0) &&
           view.raw(t - 1) != "yet")
      --t;
    return t;
  };
  // "has yet to oppose it": the words of stance may begin with "to".
  const std::uint32_t to = view.raw(verb) == "to" ? verb + 1 : behind_adverbs(verb);
  if (to < 4 || view.raw(to - 1) != "to") return false;
  const std::uint32_t before = to - 2;
  const bool yet = view.raw(before) == "yet";
  const bool asked = view.tags[before] == mention::Tag::participle && view.is(before, WordRole::speech_verb);
  const std::uint32_t helper = behind_adverbs(before) - 1;
  if ((!yet && !asked) || view.tags[helper] != mention::Tag::auxiliary) return false;
  return yet || !view.is(helper - 1, WordRole::pronoun_first);
}

void Gathering::step(Candidate& candidate, const char* stage, std::uint32_t begin, std::uint32_t end,
                     std::string text) const {
  if (in.trace) candidate.steps.push_back({stage, {begin, end}, std::move(text)});
}

bool Gathering::negate(Candidate& candidate, std::uint32_t stance, const NegationQuery& query,
                       const holder::Holder* held) {
  bool turned = false;
  Negation found = negation_before(view, query);
  if (const mention::HeadMatch* refusal = query.is_noun ? nullptr : refusal_before(in, candidate))
    found.turnings.push_back({Turning::Kind::turn, -1, refusal->begin, refusal->end});
  for (const Turning& turning : found.turnings) {
    bool turn = turning.kind == Turning::Kind::turn;
    step(candidate, turn ? "turn" : "negation", turning.begin, turning.end, turn ? "turns the sign" : "negated");
    if (!turn) continue;
    candidate.turnings.push_back(turning);
    candidate.sign *= turning.sign;
    turned = !turned;
  }
  auto is_unfinished = [this](const Turning& turning) { return is_halfway(view, turning); };
  if (is_not_yet(view, query.head_begin) || std::any_of(found.turnings.begin(), found.turnings.end(), is_unfinished)) {
    reject(Reason::negated_away, candidate.issue_match, {}, words(view, candidate.head_begin, candidate.head_end));
    return false;
  }
  // "the lack of support for X" tells nothing of who says so.
  if (turned && query.is_noun && !held) return false;
  bool negated = found.negators % 2 == 1;
  if (turned && negated) {
    // "has never stopped opposing": the two cancel each other.
    candidate.sign = -candidate.sign;
    negated = false;
  }
  const mention::TurnMatch* doubt = held || !query.is_opinion ? nullptr : doubt_before(view, candidate.begin);
  auto is_doubt = [doubt](const Turning& turning) { return turning.begin == doubt->begin; };
  if (doubt && std::none_of(candidate.turnings.begin(), candidate.turnings.end(), is_doubt)) {
    step(candidate, "negation", doubt->begin, doubt->end, "doubted");
    candidate.turnings.push_back({Turning::Kind::turn, doubt->sign, doubt->begin, doubt->end});
    negated = !negated;
  }
  // "regretted that no agreement on it was reached": who regrets that it was not done wants it.
  if (negated && query.is_noun && !held && is_lamented(in, candidate.head_begin)) negated = false;
  if (held && negates_subject(view, held->begin, candidate.head_begin)) negated = !negated;
  if (!negated) return true;
  candidate.negated = true;
  const program::Stance& original = in.lexis.program.stances[stance];
  std::uint32_t remaining = original.negated.empty() ? lexicon::none : in.lexis.stance_named(original.negated);
  if (remaining == lexicon::none) {
    reject(Reason::negated_away, candidate.issue_match, {}, words(view, candidate.head_begin, candidate.head_end));
    return false;
  }
  candidate.sign *= in.lexis.program.stances[remaining].sign * original.sign;
  return true;
}

void Gathering::reject(Reason reason, const Candidate& candidate) {
  reject(reason, candidate.issue_match, candidate.holder.actors, words(view, candidate.head_begin, candidate.head_end));
}

void Gathering::reject(Reason reason, std::uint32_t issue_match, std::vector<lexicon::ActorIndex> actors,
                       std::string detail) {
  left_.push_back({reason, issue_match, std::move(actors), std::move(detail)});
}

void Gathering::finish(Candidate candidate) {
  settle_tone(in, candidate);
  if (is_open(view, candidate.head_begin) || is_asked(view)) return reject(Reason::open_question, candidate);
  if (auto reason = settle_voice(in, candidate)) return reject(*reason, candidate);
  candidates.push_back(std::move(candidate));
}

}  // namespace demarche::evidence
