#include "engine/evidence/form_statements.hpp"

#include <algorithm>

#include "engine/evidence/captured.hpp"
#include "engine/evidence/form_holder.hpp"
#include "engine/evidence/form_limits.hpp"
#include "engine/evidence/uses.hpp"
#include "engine/evidence/verbs.hpp"
#include "engine/holder/phrases.hpp"

namespace demarche::evidence {

using program::Construction;

namespace {

// A form that matched, and the construction it belongs to.
struct Form {
  const Construction& construction;
  int number = 0;           // into Program::constructions
  std::uint32_t begin = 0;  // tokens of the match, half open
  std::uint32_t end = 0;
};

class FormStatements {
 public:
  explicit FormStatements(Gathering& gathering)
      : gathering_(gathering),
        in_(gathering.in),
        view_(in_.view),
        lexis_(in_.lexis),
        chart_(in_.view, in_.lexis, in_.holders) {}

  FormFindings run() {
    match::Simulation simulation;
    for (std::uint32_t t = 0; t < view_.size(); ++t) {
      for (std::uint32_t form : lexis_.forms.beginning_with(view_.tokens[t].word)) run_form(form, t, simulation);
      if (!chart_.can_begin(t)) {
        if (view_.tags[t] == mention::Tag::finite) run_companions(t, simulation);
        continue;
      }
      for (std::uint32_t form : lexis_.forms.open_patterns())
        if (chart_.can_begin(lexis_.forms.automaton(form), t)) run_form(form, t, simulation);
    }
    return {std::move(companions_), std::move(chart_.blocked)};
  }

 private:
  // "abstained", "did so, too": verbs that say nothing of an issue by themselves.
  void run_companions(std::uint32_t token, match::Simulation& simulation) {
    for (std::uint32_t form : lexis_.forms.open_patterns()) {
      const mention::FormOrigin& origin = lexis_.form_origins[form];
      const program::Node& root = lexis_.program.constructions[origin.construction].forms[origin.form].root;
      if (mention::holds_slot(root, program::Slot::holder) && !mention::holds_slot(root, program::Slot::target) &&
          !mention::holds_slot(root, program::Slot::judgement))
        run_form(form, token, simulation);
    }
  }

  void run_form(std::uint32_t form, std::uint32_t token, match::Simulation& simulation) {
    const mention::FormOrigin& origin = lexis_.form_origins[form];
    const Construction& construction = lexis_.program.constructions[origin.construction];
    chart_.begin_form(construction.forms[origin.form].root);
    // Captures point into the chart's lists, which grow while forms run: they are kept as numbers until here.
    std::vector<match::Match> matches = simulation.run(lexis_.forms.automaton(form), view_.tokens, chart_, token);
    for (const match::Match& match : matches) {
      // Before anything points into the chart: it grows when it is asked again.
      std::vector<Use> uses;
      if (in_.trace) uses = uses_of_form(in_, chart_, origin, match);
      Captured c = captured(view_, lexis_, chart_, match);
      c.uses = std::move(uses);
      take({construction, static_cast<int>(origin.construction), match.begin, match.end}, c);
    }
  }

  void take(const Form& form, const Captured& c) {
    take_companions(form, c);
    for (const Target* target : c.targets) take_target(form, c, *target, false);
    for (const Target* good : c.goods) take_target(form, c, *good, true);
  }

  // A form without a target: "supported by <list>", "<holder> follow suit".
  void take_companions(const Form& form, const Captured& c) {
    const holder::Holder* holders = c.list ? c.list : c.holder;
    if (!holders || !c.targets.empty() || c.head || c.turn) return;
    const bool told = c.list == nullptr;
    if (told && !holders->found()) return;
    companions_.push_back({form.number, *holders, told, form.begin, form.end, c.uses});
  }

  // The stance that the form states, before turnings: an index into Program::stances, lexicon::none for none.
  std::uint32_t stance_of(const Construction& construction, const Captured& c) const {
    if (construction.gives == Construction::Gives::named) return lexis_.stance_named(construction.gives_stance);
    return c.stance == lexicon::none ? positive_stance(lexis_.program) : c.stance;
  }

  bool takes_stance(const Construction& construction, std::uint32_t stance) const {
    const auto& wanted = construction.stances;
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), lexis_.program.stances[stance].id) != wanted.end();
  }

  // "opposes the sanctions demanded by Peru": the verb before the noun is another's.
  bool is_behind_verb(std::uint32_t token) const {
    const std::uint32_t begin = holder::before_determiners(view_, token);
    return begin > 0 && view_.tags[begin - 1] == mention::Tag::finite;
  }

  void take_target(const Form& form, const Captured& c, Target target, bool is_good) {
    const std::uint32_t stance = stance_of(form.construction, c);
    if (stance == lexicon::none || !takes_stance(form.construction, stance)) return;
    if (is_out_of_reach(in_, c, target)) return;
    const std::uint32_t participle = participle_of_noun(view_, c, target, form.end);
    if (participle > 0 &&
        (is_told_of_another_noun(view_, target, participle) || !take_noun_alone(view_, target, participle)))
      return;
    Candidate candidate = begun(form, c, target, stance);
    const bool behind_verb = is_behind_verb(c.words_begin);
    // "rejected calls by Peru for a truce": of whose calls they are the verb says nothing.
    const bool named_behind =
        c.is_bare() && behind_verb && c.holder && c.holder->begin > c.words_begin && c.holder->end < target.begin;
    // "condemned the remarks of the minister rejecting it"
    const bool owned = c.is_verb() && c.holder && c.holder->begin > form.begin && is_behind_verb(form.begin);
    candidate.of_noun = participle > 0 || named_behind || owned;
    if (!turn(candidate, c, target, stance, (participle > 0 || named_behind) && behind_verb)) return;
    if (is_no_predicate(in_, c, target, form.begin)) return;
    if (is_demanded_of_other(in_, form.construction, c))
      return gathering_.reject(Reason::third_party, target.match, c.holder->actors,
                               words(view_, candidate.head_begin, candidate.head_end));
    if (c.is_deed() && (is_undone(in_, c, candidate.negated) || is_only_means(candidate))) return;
    weigh(candidate, form.construction, c, is_good);
    note(candidate, form.construction, c);
    give_holder(gathering_, form.construction, c, std::move(candidate));
  }

  // "will not reach its aims through sanctions": who fails by a thing has not given it up.
  bool is_only_means(const Candidate& candidate) const {
    return candidate.negated &&
           std::any_of(candidate.turnings.begin(), candidate.turnings.end(), [&](const Turning& t) {
             return t.kind == Turning::Kind::turn && view_.raw(t.begin) == "through";
           });
  }

  Candidate begun(const Form& form, const Captured& c, const Target& target, std::uint32_t stance) const {
    Candidate candidate;
    candidate.head_begin = c.words_begin;
    candidate.head_end = c.words_end;
    candidate.issue_match = target.match;
    candidate.construction = form.number;
    candidate.begin = std::min(form.begin, target.begin);
    candidate.end = std::max(form.end, target.end);
    candidate.turnings = target.turnings;
    candidate.coordinated = target.coordinated;
    candidate.sign = candidate.stance_sign = lexis_.program.stances[stance].sign;
    gathering_.step(candidate, "stance", c.words_begin, c.words_end, lexis_.program.stances[stance].id);
    return candidate;
  }

  // "Dialogue, not sanctions, is the way", "not sanctions but dialogue is": what is judged is the other of the two.
  bool is_ruled_out(const Target& target, std::uint32_t head) const {
    if (target.end >= head || !negates_subject(view_, target.begin, head)) return false;
    return view_.raw(target.end) == "," || view_.is(target.end, program::WordRole::conjunction);
  }

  // The sign after all that turns it, before the words and on the way to the target; false when no stance is left.
  // `told_of_noun`: a verb stands before the noun of which the form tells more.
  bool turn(Candidate& candidate, const Captured& c, const Target& target, std::uint32_t stance, bool told_of_noun) {
    // A form that begins with the target: what turns the issue in front of it is the target's, and turns it once.
    const bool leads = c.is_bare() && !target.turnings.empty();
    const std::uint32_t head = leads ? std::min(candidate.head_begin, target.begin) : candidate.head_begin;
    const NegationQuery query{head, c.is_noun(), c.judgement != nullptr, !c.is_passing_noun() && !told_of_noun};
    if (target.fresh) {
      candidate.sign = +1;  // the target brings its own stance
    } else if (!gathering_.negate(candidate, stance, query, c.holder)) {
      return false;
    }
    candidate.unsaid = is_left_unsaid(in_, c, target, candidate.sign);
    candidate.sign *= target.sign;
    if (is_ruled_out(target, candidate.head_begin)) {
      candidate.sign = -candidate.sign;
      candidate.negated = !candidate.negated;
      gathering_.step(candidate, "negation", target.begin, target.end, "the other of two");
    }
    for (const Turning& turning : target.turnings)
      gathering_.step(candidate, turning.kind == Turning::Kind::negation ? "negation" : "turn", turning.begin,
                      turning.end, turning.sign < 0 ? "turns the sign" : "keeps the sign");
    return true;
  }

  static void weigh(Candidate& candidate, const Construction& construction, const Captured& c, bool is_good) {
    if (c.turn) candidate.sign *= c.turn->sign;
    // What somebody does to an issue is a deed; what should be done to it is not.
    if (c.is_deed()) candidate.kind = Kind::act;
    if (construction.gives == Construction::Gives::inverse) candidate.sign = -candidate.sign;
    if (is_good) candidate.sign = -candidate.sign;
    std::optional<program::Strength> strength = construction.strength;
    if (!strength && c.entry) strength = c.entry->strength;
    if (strength) candidate.strength = static_cast<Strength>(*strength);
  }

  void note(Candidate& candidate, const Construction& construction, const Captured& c) const {
    const mention::IssueMatch& issue = view_.issues[candidate.issue_match];
    gathering_.step(candidate, "issue", issue.begin, issue.end,
                    lexis_.program.issues[issue.issue].id + (issue.side < 0 ? ", the side against it" : ""));
    gathering_.step(candidate, "construction", candidate.begin, candidate.end, construction.id);
    candidate.uses = c.uses;
    if (in_.trace && c.head) candidate.uses.push_back(use_of_head(in_, *c.head));
    if (in_.trace && c.turn) candidate.uses.push_back(use_of_turn(in_, *c.turn));
  }

  Gathering& gathering_;
  const SentenceInput& in_;
  const mention::SentenceView& view_;
  const mention::Lexis& lexis_;
  FormChart chart_;
  std::vector<Companions> companions_;
};

}  // namespace

FormFindings find_form_statements(Gathering& gathering) { return FormStatements(gathering).run(); }

}  // namespace demarche::evidence
