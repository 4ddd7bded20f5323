#include "engine/evidence/candidates.hpp"

#include <algorithm>

#include "engine/evidence/belonging.hpp"
#include "engine/evidence/negation.hpp"
#include "engine/evidence/uses.hpp"
#include "engine/evidence/verbs.hpp"
#include "engine/mention/verb_groups.hpp"

namespace demarche::evidence {

using holder::Holder;
using mention::Clause;
using mention::HeadMatch;
using mention::IssueMatch;
using mention::Tag;
using program::Slot;
using program::WordRole;
using text::Token;

namespace {

Strength strength_of(program::Strength strength) { return static_cast<Strength>(strength); }

std::string words(const mention::SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  std::string out(view.raw(begin, end));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

// Everything that one run of one form captured.
struct Captured {
  const Holder* holder = nullptr;
  const Holder* list = nullptr;
  std::vector<const Target*> targets;
  std::vector<const Target*> goods;
  const HeadMatch* head = nullptr;
  const JudgementMatch* judgement = nullptr;
  const mention::TurnMatch* turn = nullptr;
  std::vector<Use> uses;              // trace: the form, and a judgement's words
  std::uint32_t first_predicate = 0;  // the token at which the form's own words begin
};

// "was abolished by", "have been lifted by": a deed told of what it was done to. Not what must be or will be done.
bool is_done_to(const mention::SentenceView& view, std::uint32_t verb) {
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

class Builder {
 public:
  Builder(const SentenceInput& input, std::vector<Rejected>& rejected)
      : in_(input),
        view_(input.view),
        lexis_(input.lexis),
        chart_(input.view, input.lexis, input.holders),
        rejected_(rejected) {}

  std::vector<Candidate> run() {
    match::Simulation simulation;
    for (std::uint32_t t = 0; t < view_.size(); ++t) {
      auto try_form = [&](std::uint32_t form) { run_form(form, t, simulation); };
      for (std::uint32_t form : lexis_.forms.beginning_with(view_.tokens[t].word)) try_form(form);
      if (chart_.can_begin(t))
        for (std::uint32_t form : lexis_.forms.open_patterns())
          if (chart_.can_begin(lexis_.forms.automaton(form), t)) try_form(form);
    }
    find_deeds();
    add_companions();
    for (const Blocked& block : chart_.blocked) note_block(block);
    drop_parts();
    return std::move(candidates_);
  }

 private:
  void run_form(std::uint32_t form, std::uint32_t token, match::Simulation& simulation) {
    const mention::FormOrigin& origin = lexis_.form_origins[form];
    const program::Construction& construction = lexis_.program.constructions[origin.construction];
    chart_.begin_form(construction.forms[origin.form].root);
    // Captures point into the chart's lists, which grow while forms run: they are kept as numbers until here.
    std::vector<match::Match> matches = simulation.run(lexis_.forms.automaton(form), view_.tokens, chart_, token);
    for (const match::Match& match : matches) {
      // Before anything points into the chart: it grows when it is asked again.
      std::vector<Use> uses;
      if (in_.trace) uses = uses_of_form(in_, chart_, origin, match);
      take(construction, static_cast<int>(origin.construction), match, std::move(uses));
    }
  }

  Captured captured(const match::Match& match) const {
    Captured c;
    c.first_predicate = match.begin;
    for (std::uint8_t i = 0; i < match.capture_count; ++i) {
      const match::Capture& capture = match.captures[i];
      if (capture.node->kind != program::Node::Kind::slot) continue;
      switch (capture.node->slot) {
        case Slot::holder:
          c.holder = &chart_.holders[capture.payload];
          break;
        case Slot::list:
          c.list = &chart_.holders[capture.payload];
          break;
        case Slot::target:
          c.targets.push_back(&chart_.targets[capture.payload]);
          break;
        case Slot::good:
          c.goods.push_back(&chart_.targets[capture.payload]);
          break;
        case Slot::verb:
        case Slot::noun:
        case Slot::adjective:
        case Slot::purpose:
          c.head = &view_.heads[capture.payload];
          break;
        case Slot::judgement:
          c.judgement = &chart_.judgements[capture.payload];
          break;
        case Slot::turn:
          c.turn = &view_.turns[capture.payload];
          break;
        default:
          break;
      }
    }
    return c;
  }

  static bool asks_for_holder(const program::Construction& construction) {
    return std::any_of(construction.forms.begin(), construction.forms.end(),
                       [](const program::Pattern& form) { return mention::holds_slot(form.root, Slot::holder); });
  }

  void take(const program::Construction& construction, int index, const match::Match& match, std::vector<Use> uses) {
    Captured c = captured(match);
    c.uses = std::move(uses);
    if (c.judgement) {
      c.targets.push_back(&chart_.targets[c.judgement->target]);
      for (std::uint32_t good : c.judgement->goods) c.goods.push_back(&chart_.targets[good]);
    }
    if (c.list && c.targets.empty()) companions_.push_back({index, *c.list, match.begin, c.uses});
    for (const Target* target : c.targets) take_target(construction, index, match, c, *target, false);
    for (const Target* good : c.goods) take_target(construction, index, match, c, *good, true);
  }

  void take_target(const program::Construction& construction, int index, const match::Match& match, const Captured& c,
                   const Target& target, bool is_good) {
    std::uint32_t stance = lexicon::none;
    std::optional<program::Strength> strength;
    Candidate candidate;
    candidate.head_begin = match.begin;
    candidate.head_end = match.begin + 1;
    if (c.head) {
      stance = c.head->stance;
      strength = lexis_.program.stances[stance].entries[c.head->entry].strength;
      candidate.head_begin = c.head->begin;
      candidate.head_end = c.head->end;
    } else if (c.judgement) {
      stance = c.judgement->stance;
      strength = lexis_.program.stances[stance].entries[c.judgement->entry].strength;
      candidate.head_begin = c.judgement->begin;
      candidate.head_end = c.judgement->end;
    } else if (c.turn) {
      candidate.head_begin = c.turn->begin;
      candidate.head_end = c.turn->end;
    }
    if (construction.gives == program::Construction::Gives::named || stance == lexicon::none)
      stance = construction.gives == program::Construction::Gives::named
                   ? lexis_.stance_named(construction.gives_stance)
                   : positive_stance(lexis_.program);
    if (stance == lexicon::none) return;
    if (!construction.stances.empty() && std::find(construction.stances.begin(), construction.stances.end(),
                                                   lexis_.program.stances[stance].id) == construction.stances.end())
      return;
    if (c.head && c.holder && is_verb(c) && is_loose_infinitive(view_, c.head->begin)) return;
    bool reported =
        is_verb(c) && target.begin >= c.head->end && opens_report(view_, c.head->begin, view_.issues[target.match].end);
    if (c.head && (reported || too_far(*c.head, target))) return;
    candidate.issue_match = target.match;
    candidate.construction = index;
    candidate.begin = std::min(match.begin, target.begin);
    candidate.end = std::max(match.end, target.end);
    candidate.turnings = target.turnings;
    candidate.coordinated = target.coordinated;
    candidate.sign = candidate.stance_sign = lexis_.program.stances[stance].sign;
    step(candidate, "stance", candidate.head_begin, candidate.head_end, lexis_.program.stances[stance].id);
    if (target.fresh) {
      candidate.sign = +1;  // the target brings its own stance
    } else if (!negate(candidate, stance, c)) {
      return;
    }
    candidate.sign *= target.sign;
    for (const Turning& turning : target.turnings)
      step(candidate, turning.kind == Turning::Kind::negation ? "negation" : "turn", turning.begin, turning.end,
           turning.sign < 0 ? "turns the sign" : "keeps the sign");
    if (view_.is(candidate.head_begin, WordRole::denial)) return;                   // "denied sending ..."
    if (c.turn && !c.head && is_stance_verb(view_, lexis_, c.turn->begin)) return;  // "opposes" is a stance, not a deed
    const Clause& clause = view_.clauses[view_.clause_of[match.begin]];
    bool inverted = match.begin == 0 || (clause.kind == Clause::Kind::conditional && clause.begin == match.begin);
    if (inverted && view_.is(match.begin, WordRole::demand) && view_.role_lengths[match.begin] == 1)
      return;                                                             // "Should troops be sent, ..."
    bool target_leads = view_.issues[target.match].begin <= match.begin;  // "Sanctions must go"
    if (!c.head && !c.judgement && !c.turn && !target_leads && view_.tags[match.begin] == Tag::noun)
      return;  // "the challenges", not "challenges"
    if (!c.head && !c.judgement && !c.turn && view_.tags[match.begin] == Tag::participle &&
        view_.raw(match.begin + 1) == "by")
      return;  // "heritage threatened by": the issue does it
    if (is_demanded_of_other(construction, c, candidate)) return;
    if (c.turn) {
      if (c.holder && !c.head &&
          ((!is_done(view_, c.turn->begin) && !is_done_to(view_, c.turn->begin)) || is_supposed(view_, c.turn->begin) ||
           (candidate.negated && !is_refused(view_, lexis_, c.turn->begin))))
        return;
      candidate.sign *= c.turn->sign;
      // What somebody does to an issue is a deed; what should be done to it is not.
      if (c.holder && !c.head) candidate.kind = Kind::act;
    }
    if (construction.gives == program::Construction::Gives::inverse) candidate.sign = -candidate.sign;
    if (is_good) candidate.sign = -candidate.sign;
    if (construction.strength) strength = construction.strength;
    if (strength) candidate.strength = strength_of(*strength);
    const IssueMatch& issue = view_.issues[target.match];
    step(candidate, "issue", issue.begin, issue.end,
         lexis_.program.issues[issue.issue].id + (issue.side < 0 ? ", the side against it" : ""));
    step(candidate, "construction", candidate.begin, candidate.end, construction.id);
    candidate.uses = c.uses;
    if (in_.trace && c.head) candidate.uses.push_back(use_of_head(in_, *c.head));
    if (in_.trace && c.turn) candidate.uses.push_back(use_of_turn(in_, *c.turn));
    if (c.list)
      give_list(c, candidate);
    else
      give_holder(construction, c, candidate);
  }

  // "Y should adhere to X": who asks for it is for it; of Y nothing is told.
  bool is_demanded_of_other(const program::Construction& construction, const Captured& c, const Candidate& candidate) {
    if (!c.holder || c.holder->begin >= candidate.head_begin || asks_for_possessor(construction)) return false;
    if (!mention::is_demanded(view_, candidate.head_begin)) return false;
    if (share_actor(in_.holders.voice_at(candidate.head_begin), *c.holder)) return false;
    rejected_.push_back({Reason::third_party, candidate.issue_match, c.holder->actors,
                         words(view_, candidate.head_begin, candidate.head_end)});
    return true;
  }

  static bool asks_for_possessor(const program::Construction& construction) {
    return !construction.forms.empty() && !construction.forms.front().root.children.empty() &&
           construction.forms.front().root.children.front().possessive;
  }

  // "support for A in the face of the war, including aid and sanctions": what is listed is the support.
  bool is_listed_apart(const HeadMatch& head, const Target& target) const {
    if (!target.coordinated) return false;
    if (lexis_.program.stances[head.stance].entries[head.entry].kind != program::Entry::Kind::purpose) return false;
    for (std::uint32_t t = head.end; t + 1 < view_.issues[target.match].begin; ++t)
      if (view_.raw(t) == "," && view_.is(t + 1, WordRole::instance)) return true;
    return false;
  }

  // "illegal sanctions": an adjective speaks of the noun right behind it.
  bool too_far(const HeadMatch& head, const Target& target) const {
    if (view_.raw(head.end - 1) == "against" && has_own_object(view_, head.end, view_.issues[target.match].begin))
      return true;
    if (is_listed_apart(head, target)) return true;
    constexpr std::uint32_t farthest_adjective = 3;
    bool adjective = lexis_.program.stances[head.stance].entries[head.entry].kind == program::Entry::Kind::purpose &&
                     head.end == head.begin + 1;
    return adjective && view_.issues[target.match].begin > head.end + farthest_adjective;
  }

  void step(Candidate& candidate, const char* stage, std::uint32_t begin, std::uint32_t end, std::string text) const {
    if (in_.trace) candidate.steps.push_back({stage, {begin, end}, std::move(text)});
  }

  // The stance that a negator before the stance word leaves: false when it leaves none.
  bool negate(Candidate& candidate, std::uint32_t stance, const Captured& c) {
    Negation found =
        negation_before(view_, {candidate.head_begin, is_noun(c), c.judgement != nullptr, !is_passing_noun(c)});
    bool turned = false;
    for (const Turning& turning : found.turnings) {
      bool turn = turning.kind == Turning::Kind::turn;
      step(candidate, turn ? "turn" : "negation", turning.begin, turning.end, turn ? "turns the sign" : "negated");
      if (!turn) continue;
      candidate.turnings.push_back(turning);
      candidate.sign *= turning.sign;
      turned = !turned;
    }
    // "the lack of support for X" tells nothing of who says so.
    if (turned && is_noun(c) && !c.holder) return false;
    bool negated = found.negators % 2 == 1;
    if (turned && negated) {
      // "has never stopped opposing": the two cancel each other.
      candidate.sign = -candidate.sign;
      negated = false;
    }
    if (c.holder && negates_subject(view_, c.holder->begin, candidate.head_begin)) negated = !negated;
    if (!negated) return true;
    candidate.negated = true;
    const program::Stance& original = lexis_.program.stances[stance];
    std::uint32_t left = original.negated.empty() ? lexicon::none : lexis_.stance_named(original.negated);
    if (left == lexicon::none) {
      rejected_.push_back(
          {Reason::negated_away, candidate.issue_match, {}, words(view_, candidate.head_begin, candidate.head_end)});
      return false;
    }
    candidate.sign *= lexis_.program.stances[left].sign * original.sign;
    return true;
  }

  std::optional<program::Entry::Kind> kind_of(const Captured& c) const {
    if (!c.head) return std::nullopt;
    return lexis_.program.stances[c.head->stance].entries[c.head->entry].kind;
  }
  bool is_verb(const Captured& c) const { return kind_of(c) == program::Entry::Kind::verb; }
  // "mitigate the effects of": whoever does that does not welcome them.
  bool is_passing_noun(const Captured& c) const {
    if (kind_of(c) == program::Entry::Kind::purpose) return true;  // "an end of the illegal sanctions"
    return is_noun(c) &&
           lexis_.program.stances[c.head->stance].entries[c.head->entry].strength == program::Strength::weak;
  }
  bool is_noun(const Captured& c) const { return kind_of(c) == program::Entry::Kind::noun; }

  void give_holder(const program::Construction& construction, const Captured& c, Candidate candidate) {
    if (c.holder) {
      candidate.holder = *c.holder;
      candidate.own_holder = true;
    } else if (asks_for_holder(construction) && !construction.forms.empty() && construction.forms.size() == 1) {
      return;
    } else {
      candidate.holder = in_.holders.voice_at(candidate.head_begin);
      // An impersonal verb is the speaker's own word only where every word is: in a speech or a quote.
      int voice = in_.voices.voice_of[candidate.head_begin];
      bool own_words = in_.is_speech || (voice >= 0 && in_.voices.voices[static_cast<std::size_t>(voice)].quoted);
      // "Any occupation is condemned": the issue stands in front of a participle.
      bool passive = candidate.begin < candidate.head_begin && view_.tags[candidate.head_begin] == Tag::participle;
      if (is_verb(c) && (!own_words || (view_.tags[c.head->begin] != Tag::finite && !passive))) return;
      if (c.head && !c.judgement && belongs_to_other(candidate, kind_of(c) == program::Entry::Kind::adjective)) return;
      if (is_anothers(construction, c, candidate))
        return reject(Reason::third_party, candidate, candidate.head_begin, candidate.head_end);
    }
    finish(std::move(candidate));
  }

  // Words of stance in the voice's words that are somebody else's.
  bool is_anothers(const program::Construction& construction, const Captured& c, const Candidate& candidate) const {
    if (is_noun(c)) return is_noun_of_other(in_, candidate.holder, candidate.head_begin, candidate.stance_sign);
    if (is_verb(c)) return is_in_relative(view_, candidate.head_begin);
    bool bare_verb = !c.head && !c.judgement && !c.turn && construction.stances.empty() &&
                     view_.tags[candidate.head_begin] != Tag::auxiliary &&
                     !view_.is(candidate.head_begin, WordRole::demand);
    // Who harms a thing that the voice stands by is always another; who asks for it is not.
    bool harm = construction.gives == program::Construction::Gives::named && construction.gives_stance == "laments";
    return bare_verb && !harm && candidate.end > candidate.head_end &&
           has_other_subject(in_, candidate.holder, candidate.head_begin);
  }

  void reject(Reason reason, const Candidate& candidate, std::uint32_t begin, std::uint32_t end) const {
    rejected_.push_back({reason, candidate.issue_match, candidate.holder.actors, words(view_, begin, end)});
  }

  // "young people question the effectiveness of ...": the words have a subject of their own that is not who speaks.
  bool belongs_to_other(const Candidate& candidate, bool is_adjective) const {
    const Clause& clause = view_.clauses[view_.clause_of[candidate.head_begin]];
    bool after_predicate = view_.tags[candidate.head_begin] == Tag::finite || is_adjective;
    for (std::uint32_t t = clause.begin; t < candidate.head_begin; ++t)
      after_predicate = after_predicate || view_.tags[t] == Tag::finite || view_.tags[t] == Tag::ing;
    if (!after_predicate && clause.kind != Clause::Kind::participle) return false;
    Holder subject = in_.holders.subject_of(candidate.head_begin);
    if (subject.outcome == Holder::Outcome::unknown) return in_.holders.has_subject(candidate.head_begin);
    if (subject.outcome == Holder::Outcome::nobody) return true;
    return std::none_of(subject.actors.begin(), subject.actors.end(), [&](lexicon::ActorIndex actor) {
      return std::find(candidate.holder.actors.begin(), candidate.holder.actors.end(), actor) !=
             candidate.holder.actors.end();
    });
  }

  void give_list(const Captured& c, Candidate candidate) {
    candidate.holder = *c.list;
    candidate.own_holder = true;
    candidate.vouched = true;
    finish(std::move(candidate));
  }

  void finish(Candidate candidate) {
    settle_tone(in_, candidate);
    if (is_open(view_, candidate.head_begin))
      return reject(Reason::open_question, candidate, candidate.head_begin, candidate.head_end);
    if (auto reason = settle_voice(in_, candidate))
      return reject(*reason, candidate, candidate.head_begin, candidate.head_end);
    candidates_.push_back(std::move(candidate));
  }

  // Deeds: a verb phrase of the issue itself, with its doer as the subject.
  void find_deeds() {
    const std::uint32_t supports = positive_stance(lexis_.program);
    for (std::uint32_t m = 0; m < view_.issues.size(); ++m) {
      const IssueMatch& deed = view_.issues[m];
      if (!deed.deed) continue;
      if (!is_done(view_, deed.begin) || is_supposed(view_, deed.begin)) continue;
      Candidate candidate;
      candidate.issue_match = m;
      candidate.sign = deed.side;
      candidate.begin = candidate.head_begin = deed.begin;
      candidate.end = candidate.head_end = deed.end;
      candidate.kind = Kind::act;
      candidate.strength = Strength::weak;
      candidate.own_holder = true;
      candidate.holder = in_.holders.subject_of(deed.begin);
      step(candidate, "issue", deed.begin, deed.end, "deed: " + lexis_.program.issues[deed.issue].id);
      Captured none;
      if (supports != lexicon::none && !negate(candidate, supports, none)) continue;
      if (candidate.negated && !is_refused(view_, lexis_, deed.begin))
        continue;                                                   // a deed that was not done shows no side
      if (candidate.negated) candidate.strength = Strength::plain;  // "will not send weapons" does
      if (candidate.holder.outcome == Holder::Outcome::unknown ||
          (candidate.holder.how == std::string_view("pronoun") && candidate.holder.begin > 1))
        continue;
      if (mention::is_demanded(view_, deed.begin) && !share_actor(in_.holders.voice_at(deed.begin), candidate.holder)) {
        reject(Reason::third_party, candidate, deed.begin, deed.end);
        continue;
      }
      finish(std::move(candidate));
    }
  }

  // "Mexico, supported by Brazil and Chile, opposed ...": the list holds what the main holder holds, or its inverse.
  void add_companions() {
    std::vector<Candidate> added;
    for (const auto& [construction, list, begin, uses] : companions_) {
      const Candidate* main = nullptr;
      for (const Candidate& candidate : candidates_) {
        if (!candidate.own_holder || candidate.construction == construction) continue;
        bool nearer = !main || (main->head_begin < begin && candidate.head_begin > begin);
        if (nearer) main = &candidate;
      }
      if (!main) continue;
      for (const Candidate& candidate : candidates_) {
        if (candidate.head_begin != main->head_begin || candidate.holder.actors != main->holder.actors) continue;
        Candidate companion = candidate;
        companion.construction = construction;
        companion.uses.insert(companion.uses.end(), uses.begin(), uses.end());
        companion.holder = list;
        companion.kind = Kind::narrated;
        if (lexis_.program.constructions[static_cast<std::size_t>(construction)].gives ==
            program::Construction::Gives::inverse)
          companion.sign = -companion.sign;
        if (auto reason = settle_voice(in_, companion); !reason) added.push_back(std::move(companion));
      }
    }
    for (Candidate& companion : added) candidates_.push_back(std::move(companion));
  }

  void note_block(const Blocked& block) {
    if (view_.issues.empty()) return;
    for (std::uint32_t m = 0; m < view_.issues.size(); ++m)
      if (view_.issues[m].begin > block.token) {
        rejected_.push_back(
            {Reason::unknown_turn, m, {}, "unknown turn: " + words(view_, block.token, block.token + 1)});
        return;
      }
  }

  // No word counts twice: a stance word on another's way to the same issue makes no statement of its own, unless it has
  // a holder of its own ("rejected Y's plan").
  void drop_parts() {
    auto is_part = [this](const Candidate& part) {
      return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& whole) {
        if (&whole == &part || whole.issue_match != part.issue_match) return false;
        // "called for an end of the illegal sanctions": the adjective says less than the whole does.
        bool inside = whole.own_holder && !part.own_holder && whole.begin <= part.begin && part.end <= whole.end &&
                      whole.holder.actors == part.holder.actors;
        if (inside) return true;
        bool used = std::any_of(whole.turnings.begin(), whole.turnings.end(), [&](const Turning& t) {
          return t.begin <= part.head_begin && part.head_begin < t.end;
        });
        if (!used) return false;
        // "rejected Y's plan" tells of Y's plan; "called for Y's support" does not tell of Y's support.
        bool told = whole.stance_sign < 0 || whole.head_end == whole.head_begin + 1;
        return !part.own_holder || part.holder.actors == whole.holder.actors || !told;
      });
    };
    std::vector<bool> drop;
    drop.reserve(candidates_.size());
    for (const Candidate& candidate : candidates_) drop.push_back(is_part(candidate));
    std::size_t kept = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (drop[i]) continue;
      if (kept != i) candidates_[kept] = std::move(candidates_[i]);
      ++kept;
    }
    candidates_.resize(kept);
  }

  const SentenceInput& in_;
  const mention::SentenceView& view_;
  const mention::Lexis& lexis_;
  FormChart chart_;
  struct Companion {
    int construction;
    Holder list;
    std::uint32_t begin;
    std::vector<Use> uses;
  };
  std::vector<Candidate> candidates_;
  std::vector<Companion> companions_;
  std::vector<Rejected>& rejected_;
};

}  // namespace

std::vector<Candidate> find_candidates(const SentenceInput& input, std::vector<Rejected>& rejected) {
  return Builder(input, rejected).run();
}

}  // namespace demarche::evidence
