#include "engine/evidence/rule_words.hpp"

#include <algorithm>

#include "engine/evidence/belonging.hpp"
#include "engine/evidence/verbs.hpp"
#include "engine/holder/phrases.hpp"
#include "engine/match/path.hpp"
#include "engine/text/fold.hpp"

namespace demarche::evidence {

using program::Node;
using program::WordRole;
using text::Token;

namespace {

// Whose words a token's are. "The US wants regime change" tells what it wants; the words are those of who tells it.
holder::Holder sayer_at(const SentenceInput& in, std::uint32_t token) {
  int voice = token < in.voices.voice_of.size() ? in.voices.voice_of[token] : -1;
  while (voice >= 0) {
    const holder::Voice& speaking = in.voices.voices[static_cast<std::size_t>(voice)];
    const std::uint32_t verb = speaking.verb;
    bool wants = std::any_of(in.view.heads.begin(), in.view.heads.end(), [&](const mention::HeadMatch& head) {
      return head.begin == verb && in.lexis.program.stances[head.stance].sign > 0;
    });
    bool reports = in.view.is(verb, WordRole::assent) || speaking.quoted || verb > token ||
                   in.view.clause_of[verb] != in.view.clause_of[token];
    if (!wants || reports) return speaking.holder;
    if (speaking.parent < 0) return {};
    voice = speaking.parent;
  }
  return in.holders.voice_at(token);
}

// A rule's own words may name issues, actors, and words that somebody says.
class RuleChart final : public match::Chart {
 public:
  RuleChart(const SentenceInput& in, const RuleIndex& rules, std::uint32_t rule, std::optional<Date> day)
      : in_(in), rules_(rules), rule_(rule), day_(day) {}

  void hits(const Node& node, std::uint32_t token, std::vector<match::Hit>& out) const override {
    switch (node.kind) {
      case Node::Kind::actor:
        if (token == 0 && opens_dateline()) return;
        return mention::actor_hits(in_.view, in_.lexis, node, token, day_, out);
      case Node::Kind::issue:
        return issue_hits(node, token, out);
      case Node::Kind::slot:
        if (node.slot == program::Slot::issue || node.slot == program::Slot::self) issue_hits(node, token, out);
        return;
      case Node::Kind::says:
        return says_hits(node, token, out);
      default:
        return;
    }
  }
  // "TEHRAN – Norway praised it": where the report was written, and nobody who does something.
  bool opens_dateline() const {
    const mention::Mention* first = in_.view.mention_at(0);
    return first && holder::is_dateline(in_.view, *first);
  }
  bool stops_gap(std::uint32_t token) const override {
    std::string_view sign = in_.view.raw(token);
    if (changes_holder(token)) return true;
    return sign == ";" || sign == "." || sign == "?" || sign == "!" || in_.view.is(token, WordRole::negator);
  }
  bool is_transparent(std::uint32_t token) const override {
    const Token& t = in_.view.tokens[token];
    return t.has(Token::opens_quote) || t.has(Token::closes_quote) || in_.view.is(token, WordRole::determiner) ||
           in_.view.is(token, WordRole::transparent);
  }
  std::uint32_t skippable_sibling(std::uint32_t) const override { return 0; }

  // False when the words cannot begin here, told without asking who speaks.
  bool can_begin(const match::Automaton& automaton, std::uint32_t token) const {
    return std::any_of(automaton.starts.begin(), automaton.starts.end(), [&](std::uint32_t state) {
      const match::Instruction& first = automaton.code[state];
      if (first.op == match::Instruction::Op::word) return match::accepts(first, in_.view.tokens[token]);
      return first.op != match::Instruction::Op::span || may_meet(*first.node, token);
    });
  }

 private:
  // "X upheld the principle, and Y praised ...": a clause beside the one of which somebody tells.
  bool changes_holder(std::uint32_t token) const {
    const mention::Clause& clause = in_.view.clauses[in_.view.clause_of[token]];
    return token > 0 && clause.begin == token && clause.kind == mention::Clause::Kind::coordinate &&
           in_.voices.voice_of[token - 1] != in_.voices.voice_of[token];
  }

  bool may_meet(const Node& node, std::uint32_t token) const {
    auto begins = [token](const auto& item) { return item.begin == token; };
    switch (node.kind) {
      case Node::Kind::actor:
        return std::any_of(in_.view.names.begin(), in_.view.names.end(), begins);
      case Node::Kind::slot:
        if (node.slot != program::Slot::issue && node.slot != program::Slot::self) return true;
        [[fallthrough]];
      case Node::Kind::issue:
        return std::any_of(in_.view.issues.begin(), in_.view.issues.end(), begins);
      case Node::Kind::says:
        return can_begin(rules_.inside(node), token);
      default:
        return true;
    }
  }

  void issue_hits(const Node& node, std::uint32_t token, std::vector<match::Hit>& out) const {
    for (std::uint32_t m = 0; m < in_.view.issues.size(); ++m) {
      const auto& match = in_.view.issues[m];
      const std::string& id = in_.lexis.program.issues[match.issue].id;
      // A bare <issue> is any issue of the rule's head.
      bool of_head = in_.lexis.program.rules[rule_].every_issue ||
                     std::binary_search(rules_.issues_of(rule_).begin(), rules_.issues_of(rule_).end(), match.issue);
      bool wanted =
          node.issues.empty() ? of_head : std::find(node.issues.begin(), node.issues.end(), id) != node.issues.end();
      if (match.begin == token && wanted && !match.of_vote) out.push_back({match.end, m});
    }
  }

  // The bracket lies in words that are the actor's own.
  void says_hits(const Node& node, std::uint32_t token, std::vector<match::Hit>& out) const {
    if (token >= in_.view.size()) return;
    holder::Holder voice = sayer_at(in_, token);
    bool fits = voice.found() && std::any_of(voice.actors.begin(), voice.actors.end(), [&](lexicon::ActorIndex actor) {
                  return mention::in_class(in_.lexis.actors, actor, node.actors, day_);
                });
    if (!fits) return;
    match::Simulation simulation;
    for (const match::Match& match : simulation.run(rules_.inside(node), in_.view.tokens, *this, token)) {
      // The issue inside the bracket is what the statement is about.
      std::uint32_t issue = no_issue;
      for (std::uint8_t i = 0; i < match.capture_count; ++i)
        if (match.captures[i].node->kind == Node::Kind::issue || match.captures[i].node->kind == Node::Kind::slot)
          issue = match.captures[i].payload;
      out.push_back({match.end, issue});
    }
  }

  const SentenceInput& in_;
  const RuleIndex& rules_;
  std::uint32_t rule_;
  std::optional<Date> day_;

 public:
  static constexpr std::uint32_t no_issue = 0xFFFFFFFF;
};

// "Amid protests in Oslo, the law of Peru imposed ...": another state is named between the opening phrase and `end`.
// "In Norway, the government imposed ..." is told of Norway.
bool opens_before_another(const mention::SentenceView& view, const mention::Mention& place, std::uint32_t end) {
  const bool verb = std::any_of(view.tags.begin(), view.tags.begin() + place.begin, [](mention::Tag tag) {
    return tag == mention::Tag::finite || tag == mention::Tag::auxiliary;
  });
  if (verb || view.raw(place.end) != "," || view.is(place.end + 1, WordRole::conjunction)) return false;
  for (const mention::Mention& other : view.mentions) {
    if (other.begin < place.begin && !other.actors.empty()) return false;  // "The U.S., under its president, has ..."
    if (other.begin <= place.end) continue;
    if (other.begin >= end) return false;
    const bool role = other.kind == mention::Mention::Kind::official || other.kind == mention::Mention::Kind::person;
    if (role && other.actors.empty()) return false;
    if (!other.actors.empty()) return other.actors != place.actors;
  }
  return false;
}

// "Peru, speaking at a conference in Oslo, imposed ...": where something happened, and no subject of the verb.
bool names_only_circumstance(const mention::SentenceView& view, const match::Match& match) {
  const mention::Mention* place = view.mention_at(match.begin);
  if (!place || place->begin != match.begin || place->possessive || place->end + 1 >= view.size()) return false;
  if (!holder::in_prepositional_phrase(view, *place)) return false;
  const auto kind = view.clauses[view.clause_of[match.begin]].kind;
  if (kind != mention::Clause::Kind::participle && kind != mention::Clause::Kind::relative)
    return opens_before_another(view, *place, match.end);
  if (view.raw(place->end) != "," && !view.tokens[place->end].has(Token::spaced_dash)) return false;
  std::uint32_t next = place->end + 1;
  while (next < view.size() && view.is(next, WordRole::degree_adverb)) ++next;
  return next < view.size() && (view.tags[next] == mention::Tag::finite || view.tags[next] == mention::Tag::auxiliary);
}

bool negated_before(const mention::SentenceView& view, std::uint32_t token) {
  for (std::uint32_t back = 1; back <= 4 && back <= token; ++back) {
    std::uint32_t t = token - back;
    if (view.is(t, WordRole::negator)) return true;
    if (view.tokens[t].has(Token::punctuation)) return false;
  }
  return false;
}

// "Should Kenya leave the pact, Togo would follow", "were Togo to sign it": a condition without its "if", which the
// rules cannot see. What somebody does there is only supposed, and its "should" asks for nothing; "had Togo signed it"
// says that it did not.
bool is_only_supposed(const mention::SentenceView& view, const Candidate& candidate) {
  const mention::Clause& clause = view.clauses[view.clause_of[candidate.begin]];
  if (clause.kind != mention::Clause::Kind::conditional || candidate.end > clause.end) return false;
  std::uint32_t first = clause.begin;
  while (first < candidate.begin && view.tokens[first].has(Token::punctuation)) ++first;
  const bool inverted = view.tags[first] == mention::Tag::auxiliary && text::fold(view.raw(first)) != "had";
  return inverted && (candidate.own_holder || candidate.begin == first);
}

// By the marks of the sentence: a voice may speak in quotes and be told of beside them. A sentence without any may be
// the middle of a quote.
bool stands_in_quote(const mention::SentenceView& view, std::uint32_t token, const holder::Voice& voice) {
  for (std::uint32_t t = 0; t < view.size(); ++t)
    if (view.tokens[t].has(Token::opens_quote) || view.tokens[t].has(Token::closes_quote))
      return is_in_quote(view, token);
  return voice.quoted;
}

struct Finder {
  const SentenceInput& in;
  const RuleIndex& rules;
  std::optional<Date> day;

  Use use_of(std::uint32_t number, const OwnPattern& own, const RuleChart& chart, const match::Match& match) const {
    const program::Rule& rule = in.lexis.program.rules[number];
    const program::Pattern& pattern = rule.when[own.condition].patterns[own.place];
    return {
        rule.ignore ? Use::Part::veto : Use::Part::when,
        number,
        own.condition,
        own.place,
        {match.begin, match.end},
        match::alternatives_taken(pattern.root, in.view.tokens, chart, in.lexis.vocabulary, match.begin, match.end)};
  }

  // The list of holders that the name stands in, from its first name on; `begin` and `end` are set round it.
  holder::Holder list_around(const mention::Mention& name, std::uint32_t& begin, std::uint32_t& end) const {
    begin = name.begin;
    const holder::Holder from_here = in.holders.named_at(begin, end);
    for (const mention::Mention& first : in.view.mentions) {
      if (first.begin >= name.begin) break;
      if (first.kind != name.kind || first.possessive) continue;
      std::uint32_t wider_end = 0;
      const holder::Holder wider = in.holders.named_at(first.begin, wider_end);
      if (!wider.found() || wider_end != std::max(end, name.end)) continue;
      begin = first.begin;
      end = wider_end;
      return wider;
    }
    return from_here;
  }

  // "Three parties – namely Mali, Chad and Niger – have ...": the aside is over.
  std::uint32_t behind_dash(std::uint32_t end) const {
    const bool sign = end < in.view.size() && in.view.tokens[end].has(Token::punctuation);
    return sign ? end + 1 : end;
  }

  // "imposed by the US, the EU and Japan", "Russia and China voiced their support": who does it is the whole list.
  std::vector<lexicon::ActorIndex> listed_with(const mention::Mention& name) const {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    const holder::Holder list = list_around(name, begin, end);
    if (!list.found() || end - begin <= name.end - name.begin || name.possessive) return name.actors;
    begin = holder::before_determiners(in.view, begin);
    const bool agents = begin > 0 && in.view.raw(begin - 1) == "by";
    const std::uint32_t verb = in.view.raw(begin - (begin > 0)) == "namely" ? behind_dash(end) : end;
    const bool subjects = verb < in.view.size() &&
                          (in.view.tags[verb] == mention::Tag::finite || in.view.tags[verb] == mention::Tag::auxiliary);
    return agents || subjects ? list.actors : name.actors;
  }

  // "The E3" speaks as its members: all of them hold what one of them would.
  std::vector<lexicon::ActorIndex> actors_named(const match::Capture& capture) const {
    const mention::Mention* name = in.view.mention_at(capture.begin);
    const bool whole = name && name->kind == mention::Mention::Kind::actor && name->begin == capture.begin &&
                       (name->end == capture.end || name->end + 1 == capture.end);
    std::vector<lexicon::ActorIndex> actors = whole ? listed_with(*name) : std::vector<lexicon::ActorIndex>{};
    if (std::find(actors.begin(), actors.end(), capture.payload) == actors.end()) return {capture.payload};
    std::erase_if(actors, [&](lexicon::ActorIndex actor) {
      return !mention::in_class(in.lexis.actors, actor, capture.node->actors, day);
    });
    return actors;
  }

  // Calls `visit` for the longest match at each place.
  template <typename Visit>
  void each_match(std::uint32_t number, Visit visit) const {
    RuleChart chart(in, rules, number, day);
    match::Simulation simulation;
    for (const OwnPattern& own : rules.own_patterns(number)) {
      if (!in.patterns.holds(own)) continue;
      for (std::uint32_t t = 0; t < in.view.size(); ++t) {
        if (own.opening != match::Opening::anything && (own.opening & match::word_bit(in.view.tokens[t].word)) == 0)
          continue;
        if (!chart.can_begin(*own.automaton, t)) continue;
        auto matches = simulation.run(*own.automaton, in.view.tokens, chart, t);
        if (matches.empty()) continue;
        const match::Match match = matches[0];
        const bool from_actor = match.capture_count > 0 && match.captures[0].begin == t &&
                                match.captures[0].node->kind == Node::Kind::actor;
        if (from_actor && !in.lexis.program.rules[number].ignore && names_only_circumstance(in.view, match)) continue;
        visit(match, in.trace ? use_of(number, own, chart, match) : Use{});
        if (match.end > t) t = match.end - 1;  // words that are all optional may take none
      }
    }
  }

  // "He criticised them for failing to act after Washington quit the deal": a deed in passing is a fact of the text,
  // too, and no claim, unless it is what is said, or stands in a quote or in a text of the speaker's own.
  bool is_presupposed(std::uint32_t begin) const {
    const int index = in.voices.voice_of[begin];
    if (index < 0) return !in.is_speech && !is_in_quote(in.view, begin);
    const holder::Voice& voice = in.voices.voices[static_cast<std::size_t>(index)];
    if (stands_in_quote(in.view, begin, voice)) return false;
    auto says_that = [this](std::uint32_t t) {  // behind "said on Monday" it is taken for a pointing word
      return in.view.is(t, program::WordRole::complementiser) || in.view.raw(t) == "that";
    };
    std::uint32_t before = begin;
    while (before > 0 && in.view.is(before - 1, program::WordRole::determiner) && !says_that(before - 1)) --before;
    return before > 0 && !says_that(before - 1) && before - 1 != voice.verb;
  }

  // "The Chinese side reiterated ...": in a text of several states, what one of them says is its own.
  holder::Holder side_of(holder::Holder voice, std::uint32_t token) const {
    if (voice.actors.size() < 2 || in.voices.voice_of[token] >= 0) return voice;
    holder::Holder side = in.holders.subject_of(token);
    const bool one = side.found() && side.actors.size() == 1 &&
                     std::find(voice.actors.begin(), voice.actors.end(), side.actors[0]) != voice.actors.end();
    return one ? side : voice;
  }

  // Told so by the text: whoever is only named may be in office on its day.
  bool is_called_former(std::uint32_t token) const {
    const mention::Mention* name = in.view.mention_at(token);
    if (!name || name->kind != mention::Mention::Kind::private_person || !name->once_in_office) return false;
    const std::uint32_t end = std::max(name->end, name->outer_end);
    for (std::uint32_t t = name->begin - std::min<std::uint32_t>(name->begin, 2); t < end; ++t)
      if (in.view.is(t, WordRole::former)) return true;
    return false;
  }

  void take(std::uint32_t r, const match::Match& match, Use use, std::vector<Candidate>& out,
            std::vector<Rejected>& rejected) const {
    const program::Rule& rule = in.lexis.program.rules[r];
    Candidate candidate;
    candidate.rule = static_cast<int>(r);
    candidate.begin = candidate.head_begin = match.begin;
    candidate.end = candidate.head_end = match.end;
    candidate.sign = rules.sign_of(r).value_or(+1);
    std::uint32_t issue_match = RuleChart::no_issue;
    for (std::uint8_t i = 0; i < match.capture_count; ++i) {
      const match::Capture& capture = match.captures[i];
      if (capture.node->kind == Node::Kind::actor && !candidate.own_holder) {
        candidate.holder.outcome = holder::Holder::Outcome::found;
        candidate.holder.actors = actors_named(capture);
        candidate.holder.begin = capture.begin;
        candidate.holder.end = capture.end;
        candidate.holder.how = "named in the rule's words";
        candidate.own_holder = true;
      } else if (capture.node->kind != Node::Kind::actor && capture.payload != RuleChart::no_issue) {
        issue_match = capture.payload;
      }
    }
    if (issue_match == RuleChart::no_issue) {
      // The rule's words stand for the issue themselves: any match of an issue of the head in the sentence serves as
      // its place.
      for (std::uint32_t m = 0; m < in.view.issues.size(); ++m) {
        const auto& wanted = rules.issues_of(r);
        if (std::binary_search(wanted.begin(), wanted.end(), in.view.issues[m].issue)) issue_match = m;
      }
    }
    if (issue_match == RuleChart::no_issue) return;
    candidate.issue_match = issue_match;
    if (!candidate.own_holder) candidate.holder = side_of(sayer_at(in, match.begin), in.view.issues[issue_match].begin);
    if (!candidate.holder.found()) candidate.holder = in.holders.subject_of(match.begin);
    // "hailed by former president Ek as a success": what he did in office was the state's deed, what he says is not.
    if (candidate.own_holder && rule.strength != program::Strength::weak && is_called_former(candidate.holder.begin)) {
      rejected.push_back({Reason::nobody, issue_match, candidate.holder.actors, "out of office"});
      return;
    }
    if (negated_before(in.view, match.begin)) {
      rejected.push_back({Reason::negated_away, issue_match, candidate.holder.actors, "the rule's words are negated"});
      return;
    }
    if (is_only_supposed(in.view, candidate) || is_left_open(in.view, candidate.end - 1)) {
      rejected.push_back({Reason::open_question, issue_match, candidate.holder.actors, "it is a condition"});
      return;
    }
    std::uint32_t verb = candidate.holder.end;
    while (verb < in.view.size() && in.view.tags[verb] == mention::Tag::other) ++verb;  // "immediately restore"
    if (candidate.own_holder && verb < in.view.size() && is_subjunctive(in.view, in.lexis, verb)) {
      rejected.push_back({Reason::third_party, issue_match, candidate.holder.actors, "it is asked to"});
      return;
    }
    candidate.vouched = candidate.own_holder && rule.strength == program::Strength::weak && is_presupposed(match.begin);
    settle_tone(in, candidate);
    if (rule.strength) candidate.strength = static_cast<Strength>(*rule.strength);
    if (auto reason = settle_voice(in, candidate)) {
      rejected.push_back({*reason, issue_match, candidate.holder.actors, "words of rule " + rule.id});
      return;
    }
    if (in.trace) candidate.steps.push_back({"rule", {match.begin, match.end}, "the rule's own words"});
    if (in.trace) candidate.uses.push_back(std::move(use));
    out.push_back(std::move(candidate));
  }
};

}  // namespace

std::vector<Candidate> find_rule_words(const SentenceInput& in, const RuleIndex& rules, std::optional<Date> day,
                                       std::vector<Rejected>& rejected) {
  std::vector<Candidate> out;
  Finder finder{in, rules, day};
  for (std::uint32_t r : rules.worded())
    if (rules.may_speak_of(r, in.view))
      finder.each_match(
          r, [&](const match::Match& match, Use use) { finder.take(r, match, std::move(use), out, rejected); });
  return out;
}

bool veto_stands(const SentenceInput& in, const RuleIndex& rules, std::uint32_t rule, std::optional<Date> day,
                 std::optional<lexicon::ActorIndex>& actor, std::vector<Use>& uses) {
  bool stands = in.lexis.program.rules[rule].when.empty();
  Finder{in, rules, day}.each_match(rule, [&](const match::Match& match, Use use) {
    stands = true;
    if (in.trace) uses.push_back(std::move(use));
    for (std::uint8_t i = 0; i < match.capture_count; ++i)
      if (match.captures[i].node->kind == Node::Kind::actor) actor = match.captures[i].payload;
  });
  return stands;
}

}  // namespace demarche::evidence
