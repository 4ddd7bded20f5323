#include "engine/evidence/settle.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/evidence/rule_words.hpp"
#include "engine/evidence/uses.hpp"

namespace demarche::evidence {

namespace {

class Settler {
 public:
  Settler(const SentenceInput& input, const RuleIndex& rules, Conditions& conditions, std::uint32_t sentence,
          std::optional<Date> day, std::vector<Rejected>& rejected)
      : in_(input), rules_(rules), conditions_(conditions), sentence_(sentence), day_(day), rejected_(rejected) {}

  Settled run(std::vector<Candidate> candidates) {
    for (const Candidate& candidate : candidates)
      for (lexicon::ActorIndex actor : candidate.holder.actors) admit(candidate, actor);
    Settled settled;
    for (auto& [key, statements] : groups_) decide(statements, settled);
    return settled;
  }

 private:
  std::uint32_t issue_of(const Candidate& candidate) const { return in_.view.issues[candidate.issue_match].issue; }

  void reject(Reason reason, const Candidate& candidate, lexicon::ActorIndex actor, std::string detail,
              std::vector<Use> uses = {}) {
    rejected_.push_back({reason, candidate.issue_match, {actor}, std::move(detail), std::move(uses)});
  }

  void admit(const Candidate& candidate, lexicon::ActorIndex actor) {
    std::uint32_t issue = issue_of(candidate);
    std::vector<std::uint32_t> asking;
    if (candidate.rule >= 0) {
      auto rule = static_cast<std::uint32_t>(candidate.rule);
      if (rules_.speaks_of_actor(rule, actor, day_) && rules_.speaks_of_day(rule, day_)) asking = {rule};
    } else {
      asking = rules_.asking(issue, actor, candidate.sign, day_);
    }
    if (asking.empty()) return reject(Reason::no_rule, candidate, actor, "");
    std::vector<Use> spared;  // trace: by the `unless` of an `ignore`
    for (std::uint32_t veto : rules_.vetoes()) {
      std::optional<lexicon::ActorIndex> named;
      std::vector<Use> uses;
      if (!rules_.speaks_of(veto, issue, actor, candidate.sign, day_) ||
          !veto_stands(in_, rules_, veto, day_, named, uses))
        continue;
      if (named && *named != actor) continue;
      if (guarded(veto, candidate, spared)) continue;
      return reject(Reason::ignored, candidate, actor, "ignore " + in_.lexis.program.rules[veto].id, std::move(uses));
    }
    for (std::uint32_t rule : asking) {
      std::vector<Use> uses;
      if (guarded(rule, candidate, uses)) {
        reject(Reason::unless_guard, candidate, actor, "unless of " + in_.lexis.program.rules[rule].id,
               std::move(uses));
        continue;
      }
      Statement statement{candidate, actor, rule};
      auto& took_part = statement.candidate.uses;
      took_part.insert(took_part.end(), spared.begin(), spared.end());
      const program::Rule& source = in_.lexis.program.rules[rule];
      if (source.strength) statement.candidate.strength = static_cast<Strength>(*source.strength);
      groups_[{actor, issue}].push_back(std::move(statement));
      return;
    }
  }

  bool guarded(std::uint32_t rule, const Candidate& candidate, std::vector<Use>& uses) {
    const auto& clause = in_.view.clauses[in_.view.clause_of[candidate.head_begin]];
    std::uint32_t begin = std::min(clause.begin, candidate.begin);
    std::uint32_t end = std::max(clause.end, candidate.end);
    const auto& guards = in_.lexis.program.rules[rule].unless;
    for (std::uint32_t g = 0; g < guards.size(); ++g) {
      if (!conditions_.holds_any(guards[g], sentence_, begin, end)) continue;
      if (in_.trace)
        uses = uses_of_condition(conditions_, guards[g], {Use::Part::rule_unless, rule, g, 0, {}, {}},
                                 {sentence_, begin, end});
      return true;
    }
    return false;
  }

  // Smaller is better.
  static auto rank(const Statement& statement) {
    const Candidate& c = statement.candidate;
    return std::tuple(c.rule < 0, c.kind == Kind::ascribed, !c.own_holder, c.kind == Kind::act, c.coordinated,
                      -static_cast<int>(c.head_end - c.head_begin), -static_cast<int>(c.end - c.begin));
  }

  // Words that leave the side open hint at none.
  bool is_hint(const Statement& statement) const {
    const int rule = statement.candidate.rule;
    return rule >= 0 && statement.candidate.sign != 0 &&
           in_.lexis.program.rules[static_cast<std::size_t>(rule)].strength == program::Strength::weak;
  }

  // "The delay in the enlargement is a mistake": the words of the hint leave out what turns them.
  static bool sees_less(const Candidate& hint, const Candidate& said) {
    if (said.strength == Strength::weak || said.kind == Kind::act || hint.begin < said.begin || hint.end > said.end)
      return false;
    return std::any_of(said.turnings.begin(), said.turnings.end(), [&](const Turning& turning) {
      return turning.kind == Turning::Kind::turn && turning.sign < 0 && turning.begin >= said.begin &&
             turning.end <= hint.begin && turning.end <= said.head_begin;
    });
  }

  // "It remained fully committed for a whole year": the words of the hint take in all that the narrator tells and what
  // follows it.
  static bool sees_more(const Candidate& hint, const Candidate& said) {
    return said.kind == Kind::narrated && hint.sign == said.sign && hint.begin <= said.begin && hint.end > said.end;
  }

  // What is known to be half a side when it is told stays one, however the words in it are counted.
  void soften(std::vector<Statement>& sorted) const {
    for (Statement& said : sorted)
      if (!is_hint(said) && std::any_of(sorted.begin(), sorted.end(), [&](const Statement& s) {
            return is_hint(s) && sees_more(s.candidate, said.candidate);
          }))
        said.candidate.strength = Strength::weak;
  }

  bool has_near(const Candidate& c, program::WordRole role) const {
    constexpr std::uint32_t near = 3;  // words before the stance word, or behind what it is about
    const std::uint32_t begin = c.head_begin > near ? c.head_begin - near : 0;
    const std::uint32_t end = std::min(in_.view.size(), std::max(c.end, c.head_end) + near);
    for (std::uint32_t t = begin; t < end; ++t)
      if (in_.view.is(t, role) && in_.view.clause_of[t] == in_.view.clause_of[c.head_begin] &&
          (t < c.head_begin || t >= c.end))
        return true;
    return false;
  }

  // "It once opposed the treaty but now supports it": of two sides in one sentence the present one is held.
  void forget_the_past(std::vector<Statement>& sorted) const {
    auto is_past = [this](const Statement& s) { return has_near(s.candidate, program::WordRole::earlier); };
    auto is_present = [this](const Statement& s) { return has_near(s.candidate, program::WordRole::at_present); };
    auto held = std::find_if(sorted.begin(), sorted.end(), is_present);
    if (held == sorted.end() && std::any_of(sorted.begin(), sorted.end(), is_past))
      held = std::find_if_not(sorted.begin(), sorted.end(), is_past);
    if (held == sorted.end()) return;
    const int sign = held->candidate.sign;
    std::erase_if(sorted, [&](const Statement& s) {
      const bool by_rule = s.candidate.rule >= 0;  // its words may well take in those of the other side
      return s.candidate.sign * sign < 0 && s.candidate.kind != Kind::ascribed && !is_present(s) &&
             (!by_rule || is_past(s));
    });
  }

  // Words that only hint at a side ("actor opposes ... weakly") give way to the best of the other statements where that
  // takes the same side, and, where it takes one outright in words of the holder's own, the other side, too.
  void forget_hints(std::vector<Statement>& sorted) const {
    auto other = std::find_if(sorted.begin(), sorted.end(), [this](const Statement& s) { return !is_hint(s); });
    if (other == sorted.end() || other->candidate.kind == Kind::ascribed) return;
    const int sign = other->candidate.sign;
    const Candidate& said = other->candidate;  // a deed says a side less outright than words do
    const bool outright = said.strength != Strength::weak && said.own_holder && said.kind != Kind::act;
    std::erase_if(sorted, [&](const Statement& s) {
      return is_hint(s) && (outright || s.candidate.sign == sign || sees_less(s.candidate, said));
    });
  }

  // A rule's own words name the state; who spoke for it another statement of the same side may know.
  static void take_speaker(Statement& best, const std::vector<Statement>& statements) {
    for (const Statement& other : statements) {
      if (!best.candidate.holder.speaker.empty()) return;
      if (other.candidate.sign == best.candidate.sign) best.candidate.holder.speaker = other.candidate.holder.speaker;
    }
  }

  void decide(std::vector<Statement>& statements, Settled& settled) {
    std::stable_sort(statements.begin(), statements.end(), [&](const Statement& a, const Statement& b) {
      if (rank(a) != rank(b)) return rank(a) < rank(b);
      return std::tie(in_.lexis.program.rules[a.rule].id, a.candidate.begin, a.candidate.construction) <
             std::tie(in_.lexis.program.rules[b.rule].id, b.candidate.begin, b.candidate.construction);
    });
    forget_the_past(statements);
    soften(statements);
    forget_hints(statements);
    Statement& best = statements.front();
    for (const Statement& other : statements) {
      auto weight = [](const Candidate& c) {
        return std::tuple(c.rule < 0, c.kind == Kind::ascribed, c.kind == Kind::act);
      };
      bool decided = weight(best.candidate) != weight(other.candidate);
      if (decided) continue;
      if (other.candidate.sign * best.candidate.sign < 0 && other.candidate.issue_match == best.candidate.issue_match &&
          rank(other) == rank(best))
        return reject(Reason::contradiction, best.candidate, best.actor, "both for and against");
      if (other.candidate.sign == best.candidate.sign && other.candidate.strength > best.candidate.strength)
        best.candidate.strength = other.candidate.strength;
    }
    take_speaker(best, statements);
    settled.statements.push_back(std::move(best));
  }

  const SentenceInput& in_;
  const RuleIndex& rules_;
  Conditions& conditions_;
  std::uint32_t sentence_;
  std::optional<Date> day_;
  std::vector<Rejected>& rejected_;
  std::map<std::pair<lexicon::ActorIndex, std::uint32_t>, std::vector<Statement>> groups_;
};

}  // namespace

Settled settle(const SentenceInput& input, const RuleIndex& rules, Conditions& conditions, std::uint32_t sentence,
               std::optional<Date> day, std::vector<Candidate> candidates, std::vector<Rejected>& rejected) {
  return Settler(input, rules, conditions, sentence, day, rejected).run(std::move(candidates));
}

double score_of(const Candidate& candidate) {
  constexpr double by_strength[] = {0.3, 0.6, 0.8};
  double score = by_strength[static_cast<std::size_t>(candidate.strength)];
  if (candidate.kind == Kind::declared) score += 0.2;
  if (candidate.mode != Mode::plain || candidate.kind == Kind::ascribed) score /= 2;
  return score;
}

}  // namespace demarche::evidence
