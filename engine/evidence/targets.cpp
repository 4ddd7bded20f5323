#include "engine/evidence/targets.hpp"

#include <algorithm>

#include "engine/evidence/next_statement.hpp"
#include "engine/evidence/opening_words.hpp"
#include "engine/evidence/phrase_end.hpp"
#include "engine/mention/asides.hpp"

namespace demarche::evidence {

using mention::HeadMatch;
using mention::IssueMatch;
using mention::Lexis;
using mention::SentenceView;
using mention::Tag;
using mention::TurnMatch;
using program::WordRole;
using text::Token;

namespace {

// The walk to the right.
class Walk {
 public:
  Walk(const SentenceView& view, const Lexis& lexis, Blocked* blocked)
      : view_(view), lexis_(lexis), blocked_(blocked) {}

  std::vector<Target> run(std::uint32_t begin) {
    begin_ = begin;
    if (begin < view_.size()) clause_ = view_.clause_of[begin > 0 ? begin - 1 : begin];  // of the words that lead here
    if (take_pronoun(begin)) return std::move(targets_);
    std::uint32_t steps = 0;
    if (const std::uint32_t aside = mention::aside_at(view_, begin)) clause_ = view_.clause_of[begin_ = begin += aside];
    for (std::uint32_t i = begin; i < view_.size() && steps <= farthest_target;) {
      if (const std::uint32_t next = targets_.empty() ? behind_naming(view_, i) : i; next > i)
        clause_ = view_.clause_of[i = next];
      if (ends_walk(i)) break;
      if (std::uint32_t end = take_issues(i)) {
        i = end;
        steps = 0;
        prepositions_ = 0;
        continue;
      }
      if (i > begin && targets_.empty() && !turnings_.empty() && turnings_.back().end == i &&
          (take_pronoun(i) || is_object_pronoun(i)))
        break;
      std::uint32_t next = take_turning(i);
      if (next == i && stops_at_verb(i)) break;
      if (next == i && i != begin_ && begins_purpose(view_, lexis_, i)) break;
      if (names_role(i))
        std::erase_if(turnings_, [](const Turning& turning) { return turning.kind != Turning::Kind::negation; });
      if (joins(i)) {
        if (!after_join_) join_ = i;
        after_join_ = true;
      }
      drop_parallel(i);
      if (begins_second_infinitive(i) && is_behind_infinitive(view_, begin_)) break;
      if (begins_second_infinitive(i)) begin_anew();
      if (next == i && i > begin && view_.is(i, WordRole::preposition) && !view_.is(i, WordRole::instance) &&
          ++prepositions_ > most_prepositions)
        break;
      std::uint32_t width = next > i ? next - i : 1;
      if (!view_.is(i, WordRole::transparent) && !view_.is(i, WordRole::determiner)) ++steps;
      i += width;
    }
    return std::move(targets_);
  }

 private:
  // A noun phrase in a phrase in a phrase is hardly what the stance word speaks of.
  static constexpr std::uint32_t most_prepositions = 2;

  bool ends_walk(std::uint32_t i) {
    if (i > begin_ && targets_.empty() && is_turned_until(i) && joins_two_verbs(view_, i)) clause_ = view_.clause_of[i];
    if (view_.clause_of[i] != clause_) {
      // "any plan that could change the borders": the clause says what the plan is.
      if (!targets_.empty() || !restricts(i)) return true;
      clause_ = view_.clause_of[i];
      return false;
    }
    const Token& token = view_.tokens[i];
    if (token.has(Token::punctuation)) {
      std::string_view sign = view_.raw(i);
      if (sign == ";" || sign == "." || sign == "?" || sign == "!" || token.has(Token::spaced_dash)) return true;
      if (sign == ":") return i > begin_;
    }
    if (token.word != 0 && token.has(Token::punctuation) && view_.raw(i) == "," && targets_.empty() &&
        !is_list_comma(view_, i))
      return true;
    if (view_.is(i, WordRole::instance) && !targets_.empty() && is_answer()) return true;
    if (i > begin_ && begins_second_participle(view_, lexis_, begin_, i)) return true;
    // "the help it needs and to ..."
    if (i == begin_ && view_.is(i, WordRole::conjunction) && view_.is(i + 1, WordRole::preposition)) return true;
    if (i > begin_ && targets_.empty() && goes_on_beside(view_, begin_, i)) return true;
    if (targets_.empty() && is_time_of(view_, i)) return true;
    if (i > begin_ && view_.is(i, WordRole::concession)) return true;
    if (i > begin_ && targets_.empty() && asks_of_noun(i)) return true;
    const bool off_way = !is_turned_until(i) && (begins_contact_clause(view_, begin_, i) || turns_aside(view_, i));
    if (i > begin_ && targets_.empty() && (is_agent_of(view_, i) || off_way)) return true;
    // "achieve such trade without the deal": without it is another statement.
    if (targets_.empty() && view_.raw(i) == "without" && !is_turned_until(i)) return true;
    // "violated their rights by imposing sanctions": how it was done is another statement.
    if (i > begin_ && view_.raw(i) == "by" && i + 1 < view_.size() && view_.tags[i + 1] == Tag::ing) return true;
    return (is_relation(view_, i) && i != restricting_) || (i > begin_ && view_.is(i, WordRole::according));
  }

  // "the response to the invasion, including sanctions": what comes is a part of the response.
  bool is_answer() const {
    return !turnings_.empty() && turnings_.back().sign < 0 && view_.raw(turnings_.back().end - 1) == "to";
  }

  // "concerns about the missiles should not be used to ...", "the aim in the face of the enemy is to ...": the phrase
  // of the noun is over.
  bool asks_of_noun(std::uint32_t i) const {
    if (!begins_aim(view_, i) || view_.clause_of[i] != clause_ || begin_ == 0) return false;
    const HeadMatch* head = head_ending_at(view_, begin_);
    if (!head || view_.is(begin_ - 1, WordRole::complementiser)) return false;
    const auto kind = lexis_.program.stances[head->stance].entries[head->entry].kind;
    return kind == program::Entry::Kind::noun || kind == program::Entry::Kind::purpose;
  }

  OpeningWords opening() const { return {view_, lexis_, begin_}; }

  bool is_turned_until(std::uint32_t i) const { return !turnings_.empty() && turnings_.back().end >= i; }

  // A relative clause without a comma before it, on a noun that is nothing by itself.
  bool restricts(std::uint32_t i) {
    const mention::Clause& clause = view_.clauses[view_.clause_of[i]];
    if (clause.kind == mention::Clause::Kind::complement)
      return clause.begin == i && opens_demand_of_text(view_, lexis_, i);
    if (clause.kind != mention::Clause::Kind::relative || clause.begin != i || i == 0 || i > begin_ + 5) return false;
    if (view_.tokens[i - 1].has(Token::punctuation) || tells_who_is_asked(view_, i)) return false;
    restricting_ = i;
    return true;
  }

  // "... while Armenia rejects it": the issue named last before.
  bool take_pronoun(std::uint32_t begin) {
    if (!is_pronoun_alone(view_, begin)) return false;
    int last = -1;
    for (std::uint32_t m = 0; m < view_.issues.size(); ++m)
      if (view_.issues[m].end <= begin) last = static_cast<int>(m);
    if (last < 0 || is_subject_of_object(view_, view_.issues[static_cast<std::size_t>(last)].end, begin)) return false;
    Target target;
    target.match = static_cast<std::uint32_t>(last);
    target.begin = begin;
    target.end = begin + 1;
    target.sign = sign_of_pronoun(view_, lexis_, target.match, begin);
    target.turnings = turnings_;
    for (const Turning& turning : turnings_) target.sign *= turning.sign;
    take_infinitive(target);  // "a call for it to be lifted"
    targets_.push_back(std::move(target));
    return true;
  }

  // "to withdraw and reimpose", "halting and reversing": each verb turns what it speaks of for itself.
  void drop_parallel(std::uint32_t i) {
    if (!targets_.empty() || turnings_.empty() || !view_.is(i, WordRole::conjunction) || i + 1 >= view_.size()) return;
    const Tag next = view_.tags[i + 1];
    const Turning& last = turnings_.back();
    if ((next == Tag::infinitive || next == Tag::ing || next == Tag::finite) && last.kind == Turning::Kind::turn &&
        view_.tags[last.begin] == next)
      turnings_.pop_back();
  }

  bool is_object_pronoun(std::uint32_t i) const {
    return view_.raw(i) == "them" && turnings_.back().kind == Turning::Kind::turn && view_.role_lengths[i] == 1;
  }

  bool joins(std::uint32_t i) const {
    return view_.is(i, WordRole::conjunction) || view_.raw(i) == "," || view_.is(i, WordRole::instance);
  }

  // Emits the issues that begin here; returns where the longest of them ends.
  std::uint32_t take_issues(std::uint32_t i) {
    if (!targets_.empty() && !after_join_) {
      auto begins_here = [i](const IssueMatch& match) { return match.begin == i; };
      if (std::none_of(view_.issues.begin(), view_.issues.end(), begins_here)) return 0;
    }
    std::uint32_t end = 0;
    bool joined = !targets_.empty();
    for (std::uint32_t m = 0; m < view_.issues.size(); ++m) {
      const IssueMatch& match = view_.issues[m];
      if (match.begin != i) continue;
      if (joined && !after_join_ && end == 0 && match.begin >= targets_.back().end) continue;
      end = std::max(end, match.end);
      emit(m, joined);
    }
    if (end == 0) return 0;
    // Other issues inside the longest match: "the presence of foreign forces in occupied land"
    for (std::uint32_t m = 0; m < view_.issues.size(); ++m)
      if (view_.issues[m].begin > i && view_.issues[m].end <= end) emit_inner(m, i, joined);
    after_join_ = false;
    turned_since_join_ = false;
    return end;
  }

  // "denounced the interference in its internal affairs": what leads there inside the longer issue turns it, too.
  void emit_inner(std::uint32_t m, std::uint32_t outer, bool joined) {
    const std::size_t before = turnings_.size();
    const TurnMatch* turn = turn_at(view_.turns, outer);
    for (; turn && turn->end <= view_.issues[m].begin; turn = turn_at(view_.turns, turn->end))
      turnings_.push_back({Turning::Kind::turn, turn->sign, turn->begin, turn->end});
    emit(m, joined);
    turnings_.resize(before);
  }

  // "condemned the invasion, including attacks on ...": the nearest place of an issue is what the words speak of.
  bool is_reached(std::uint32_t issue) const {
    return std::any_of(targets_.begin(), targets_.end(),
                       [&](const Target& target) { return view_.issues[target.match].issue == issue; });
  }

  void emit(std::uint32_t m, bool joined) {
    const IssueMatch& match = view_.issues[m];
    if (is_reached(match.issue) || is_first_part(view_, match.end)) return;
    Target target;
    target.match = m;
    target.begin = begin_;
    target.end = match.end;
    target.turnings = turnings_;
    target.coordinated = joined;
    target.fresh = fresh_;
    target.sign = match.side;
    for (const Turning& turning : turnings_) target.sign *= turning.sign;
    if (const TurnMatch* behind = turn_behind(match.end)) {
      target.sign *= behind->sign;
      target.turnings.push_back({Turning::Kind::turn, behind->sign, behind->begin, behind->end});
      target.end = behind->end;
    } else if (begin_ > 0 && opening().says_that() && !take_predicate(target)) {
      return;
    } else if (!(begin_ > 0 && opening().demands() && take_predicate(target, true)) && !take_result(target)) {
      take_infinitive(target);
    }
    targets_.push_back(std::move(target));
  }

  // "the sanctions were lifted", "the sanctions on Mali were lifted"; what is joined may be told something else.
  const TurnMatch* turn_behind(std::uint32_t end) const {
    if (const TurnMatch* close = turn_at(view_.after_turns, end)) return close;
    const std::uint32_t at = before_predicate(view_, end);
    for (std::uint32_t t = end; t < at; ++t)
      if (view_.is(t, WordRole::conjunction) || view_.tokens[t].has(Token::punctuation)) return nullptr;
    return turn_at(view_.after_turns, at);
  }

  // "... that the embargo must be lifted", "... that the sanctions end": what is said of the issue turns it. False when
  // something else is said of it: "that the sanctions are illegal" is a judgement of its own. Of what is `demanded`
  // much may be said.
  bool take_predicate(Target& target, bool demanded = false) const {
    std::uint32_t at = before_predicate(view_, target.end);
    auto inside = [&](std::uint32_t t) {
      return t < view_.size() && view_.clause_of[t] == view_.clause_of[at > target.end ? at : target.end - 1];
    };
    int negators = 0;
    bool helped = false;
    bool is = false;
    for (; inside(at); ++at) {
      if (view_.tags[at] == Tag::auxiliary) {
        helped = true;
        is = view_.is(at, WordRole::copula);
      } else if (view_.is(at, WordRole::negator)) {
        ++negators;
      } else if (!view_.is(at, WordRole::degree_adverb) && !view_.is(at, WordRole::booster)) {
        break;
      }
    }
    if (!helped && negators == 0 && (!inside(at) || view_.tags[at] != Tag::finite))
      return !demanded && (!opening().barely_hopes() || !target.turnings.empty());
    const TurnMatch* turn = inside(at) ? turn_at(view_.turns, at) : nullptr;
    bool passive = turn && is && view_.tags[at] == Tag::participle;
    bool intransitive = turn && turn->sign < 0 && !is && ends_clause(turn->end);
    if (passive || intransitive) {
      target.sign *= turn->sign;
      target.turnings.push_back({Turning::Kind::turn, turn->sign, turn->begin, turn->end});
      target.end = turn->end;
    } else if (demanded || is || !opening().hopes()) {
      return false;
    }
    if (negators % 2 == 1) {
      target.sign = -target.sign;
      target.turnings.push_back({Turning::Kind::negation, -1, at - 1, at});
    }
    return true;
  }

  // "see the sanctions on Mali fail"
  const TurnMatch* fate_behind(std::uint32_t issue_end) const {
    constexpr std::uint32_t longest = 6;
    for (std::uint32_t at = issue_end; at < view_.size() && at < issue_end + longest; ++at) {
      if (view_.clause_of[at] != view_.clause_of[issue_end - 1] || view_.tokens[at].has(Token::punctuation)) break;
      if (view_.tags[at] == Tag::finite) return turn_at(view_.after_turns, at);
    }
    return nullptr;
  }

  // "wants the sanctions on Mali lifted": what is to come of it turns it.
  bool take_result(Target& target) const {
    const TurnMatch* turn = turn_at(view_.turns, result_behind(view_, target.end));
    if (turn && turn->end != turn->begin + 1) turn = nullptr;
    if (!turn) turn = fate_behind(target.end);
    if (!turn || turn->sign > 0) return false;
    target.sign = -target.sign;
    target.turnings.push_back({Turning::Kind::turn, turn->sign, turn->begin, turn->end});
    target.end = turn->end;
    return true;
  }

  // "asked for the sanctions to be lifted", "wants the troops to leave": what is wished of the issue turns it.
  void take_infinitive(Target& target) const {
    std::uint32_t at = behind_phrase(view_, target.end);
    const std::uint32_t aside =
        mention::aside_at(view_, at);  // "allow the deal, as a success of all, to be undermined"
    at += aside;
    if (at >= view_.size()) return;
    auto passes = [this](std::uint32_t t) {
      return view_.is(t, WordRole::degree_adverb) || view_.is(t, WordRole::booster);
    };
    const std::uint32_t clause = view_.clause_of[at > target.end ? at : target.end - 1];
    auto inside = [&](std::uint32_t t) { return t < view_.size() && view_.clause_of[t] == clause; };
    int negators = 0;
    for (; inside(at) && (view_.is(at, WordRole::negator) || passes(at)); ++at) negators += passes(at) ? 0 : 1;
    if (!inside(at) || view_.raw(at) != "to") return;
    for (++at; inside(at) && (view_.is(at, WordRole::negator) || passes(at)); ++at) negators += passes(at) ? 0 : 1;
    bool passive = inside(at) && view_.raw(at) == "be";
    if (passive)
      for (++at; inside(at) && passes(at);) ++at;
    const TurnMatch* turn = inside(at) ? turn_at(view_.turns, at) : nullptr;
    bool ends = turn && turn->sign < 0 && ends_clause(turn->end) && !view_.is(turn->end, WordRole::degree_adverb);
    if (!turn || (passive ? view_.tags[at] != Tag::participle : !ends)) return;
    target.sign *= turn->sign;
    target.turnings.push_back({Turning::Kind::turn, turn->sign, turn->begin, turn->end});
    target.end = turn->end;
    if (negators % 2 == 0) return;
    target.sign = -target.sign;
    target.turnings.push_back({Turning::Kind::negation, -1, at - 1, at});
  }

  // No object follows here.
  bool ends_clause(std::uint32_t at) const {
    return at >= view_.size() || view_.tokens[at].has(Token::punctuation) || view_.is(at, WordRole::preposition) ||
           view_.is(at, WordRole::conjunction) || view_.is(at, WordRole::degree_adverb) ||
           (view_.clause_of[at] != view_.clause_of[at - 1] && view_.raw(at) != "what");
  }

  // "defend itself against aggression and to regain ...": what turned the first aim does not turn the second.
  bool begins_second_infinitive(std::uint32_t i) const {
    if (targets_.empty() || !view_.is(i, WordRole::conjunction)) return false;
    const std::uint32_t next = i + std::max<std::uint32_t>(view_.role_lengths[i], 1);
    return next < view_.size() && view_.raw(next) == "to";
  }

  void begin_anew() {
    turnings_.clear();
    turned_since_join_ = true;
  }

  // After "and", a new turn begins anew: "the lifting of sanctions and the withdrawal of troops", "the violation of the
  // Charter and the impact of the war". Of "without easing and lifting the sanctions" only the last word is replaced.
  void renew(std::uint32_t i) {
    if (!after_join_ || turned_since_join_) return;
    if (is_second_object(i)) return;
    const bool beside = targets_.empty() && !turnings_.empty() && turnings_.back().end == join_;
    if (!beside) return begin_anew();
    turnings_.pop_back();
    turned_since_join_ = true;
  }

  // "to resist the oppression and the tyranny of ...": the verb speaks of both nouns.
  bool is_second_object(std::uint32_t i) const {
    if (!targets_.empty() || turnings_.size() != 1 || turnings_.back().kind != Turning::Kind::turn) return false;
    const Turning& verb = turnings_.back();
    const Tag tag = view_.tags[verb.begin];
    const bool verbal = tag == Tag::infinitive || tag == Tag::ing || tag == Tag::finite;
    const bool noun = (view_.tags[i] == Tag::noun || view_.tags[i] == Tag::other) && view_.raw(i - 1) != "to";
    return verbal && noun && verb.end < join_ && i <= join_ + 3;
  }

  // "rejected the remarks against Y as meddling": what it is called is said of the whole.
  bool names_role(std::uint32_t i) const {
    return i > begin_ && targets_.empty() && view_.role_lengths[i] == 1 && view_.raw(i) == "as";
  }

  // "deployed against Tehran under the banner of pressure": a person or a state is the object, not the issue.
  bool is_against_another(const TurnMatch& turn) const {
    if (view_.raw(turn.end - 1) != "against") return false;
    for (const IssueMatch& match : view_.issues)
      if (match.begin >= turn.end && view_.clause_of[match.begin] == clause_)
        return !joins_nouns(view_, turn, match.begin) && has_own_object(view_, turn.end, match.begin);
    return false;
  }

  // "against unilateralism and in favour of a multipolar world": after the conjunction a stance of its own begins.
  std::uint32_t take_fresh_stance(std::uint32_t i) {
    if (!after_join_ || targets_.empty() || turned_since_join_ || view_.tags[i] == Tag::finite) return i;
    const HeadMatch* head = view_.head_at(i);
    if (!head || lexis_.program.stances[head->stance].sign == 0) return i;
    turnings_.clear();
    turned_since_join_ = true;
    fresh_ = true;
    turnings_.push_back({Turning::Kind::stance, lexis_.program.stances[head->stance].sign, head->begin, head->end});
    return head->end;
  }

  std::uint32_t take_turning(std::uint32_t i) {
    if (std::uint32_t end = take_fresh_stance(i); end > i) return end;
    if (const TurnMatch* turn = turn_at(view_.turns, i);
        turn && !is_against_another(*turn) && !turns_a_name(view_, *turn)) {
      renew(i);
      // "end the conflict through a ceasefire": what the means serve does not turn them.
      if (turn->sign > 0 && view_.is(i, WordRole::preposition)) turnings_.clear();
      turnings_.push_back({Turning::Kind::turn, turn->sign, turn->begin, turn->end});
      return turn->end;
    }
    if (const TurnMatch* turn = targets_.empty() ? turn_of_list(view_, i) : nullptr) {
      turnings_.push_back({Turning::Kind::turn, turn->sign, turn->begin, turn->end});
      clause_ = view_.clause_of[turn->end];
      return turn->end;
    }
    const HeadMatch* head = view_.head_at(i);
    if (head && view_.tags[i] != Tag::finite) {
      int sign = lexis_.program.stances[head->stance].sign;
      auto kind = lexis_.program.stances[head->stance].entries[head->entry].kind;
      if (sign != 0 && kind != program::Entry::Kind::judgement && kind != program::Entry::Kind::purpose) {
        renew(i);
        turnings_.push_back({Turning::Kind::stance, sign, head->begin, head->end});
        return head->end;
      }
    }
    if (view_.is(i, WordRole::negator)) {
      renew(i);
      turnings_.push_back({Turning::Kind::negation, -1, i, i + view_.role_lengths[i]});
      return i + view_.role_lengths[i];
    }
    return i;
  }

  bool stops_at_verb(std::uint32_t i) {
    Tag tag = view_.tags[i];
    bool passive = tag == Tag::participle && i > 0 && view_.tags[i - 1] == Tag::auxiliary;
    bool verb = tag == Tag::finite || tag == Tag::infinitive || tag == Tag::ing || passive;
    if (!verb || view_.is(i, WordRole::chain_verb) || (view_.is(i, WordRole::noun_word) && tag != Tag::infinitive))
      return false;
    // "seeks to re-join the deal": what the verb does stands behind the hyphen.
    bool prefix = i + 2 < view_.size() && view_.raw(i + 1) == "-" && !view_.tokens[i + 2].has(Token::space_before);
    if (prefix && turn_at(view_.turns, i + 2)) return false;
    if (blocked_ && targets_.empty()) *blocked_ = {true, i};
    return true;
  }

  const SentenceView& view_;
  const Lexis& lexis_;
  Blocked* blocked_;
  std::uint32_t begin_ = 0;
  std::uint32_t clause_ = 0;
  std::uint32_t restricting_ = 0xFFFFFFFF;  // the relative word that may be passed
  std::uint32_t prepositions_ = 0;
  std::uint32_t join_ = 0;  // where the conjunction stands
  bool after_join_ = false;
  bool turned_since_join_ = false;
  bool fresh_ = false;
  std::vector<Turning> turnings_;
  std::vector<Target> targets_;
};

}  // namespace

std::vector<Target> targets_from(const SentenceView& view, const Lexis& lexis, std::uint32_t begin, Blocked* blocked) {
  return Walk(view, lexis, blocked).run(begin);
}

}  // namespace demarche::evidence
