#include <algorithm>

#include "engine/match/path.hpp"
#include "engine/mention/annotate.hpp"
#include "engine/mention/asides.hpp"

namespace demarche::mention {

namespace {

using program::Node;
using program::WordRole;
using text::Token;

// The token that carries the job of the phrase which this one is part of: "once" of "once again".
std::uint32_t first_of_phrase(const SentenceView& view, std::uint32_t token) {
  while (token > 0 && token < view.size() && view.role_lengths[token] == 0) --token;
  return token;
}

bool limits_clause(const SentenceView& view, std::uint32_t token) {
  const Token& t = view.tokens[token];
  if (t.has(Token::punctuation)) {
    std::string_view sign = view.raw(token);
    return sign == ";" || sign == ":" || sign == "." || sign == "?" || sign == "!" || t.has(Token::spaced_dash);
  }
  return (view.roles[token] & (role(WordRole::clause_opener) | role(WordRole::relative) | role(WordRole::negator) |
                               role(WordRole::conditional) | role(WordRole::concession))) != 0;
}

// What patterns may meet: names, and tokens that do not count.
class WordsChart : public match::Chart {
 public:
  WordsChart(const SentenceView& view, const Lexis& lexis, std::optional<Date> day)
      : view_(view), lexis_(lexis), day_(day) {}

  void hits(const Node& node, std::uint32_t token, std::vector<match::Hit>& out) const override {
    if (node.kind == Node::Kind::actor) actor_hits(view_, lexis_, node, token, day_, out);
  }
  bool stops_gap(std::uint32_t token) const override {
    return limits_clause(view_, token) || is_inflected_stance_verb(token);
  }
  bool is_transparent(std::uint32_t token) const override {
    const Token& t = view_.tokens[token];
    if (t.has(Token::opens_quote) || t.has(Token::closes_quote)) return true;
    return view_.is(token, WordRole::transparent) || view_.is(token, WordRole::determiner);
  }
  // "presence and activities of", "troops, bases and weapons": the joined word and what stands before it.
  std::uint32_t skippable_sibling(std::uint32_t token) const override {
    if (!view_.is(token, WordRole::conjunction) || view_.role_lengths[token] == 0) return 0;
    std::uint32_t at = token + view_.role_lengths[token];
    std::uint32_t words = 0;
    while (at < view_.size() && (view_.is(at, WordRole::determiner) || view_.is(at, WordRole::transparent))) ++at;
    while (at < view_.size() && words < 2 && !view_.tokens[at].has(Token::punctuation) &&
           !view_.is(at, WordRole::preposition) && !view_.is(at, WordRole::conjunction) &&
           !view_.is(at, WordRole::auxiliary)) {
      ++at;
      ++words;
    }
    // Only whole siblings: what follows must be where the pattern goes on.
    return words > 0 && at < view_.size() && view_.is(at, WordRole::preposition) ? at - token : 0;
  }

 private:
  // "has opposed nuclear weapons" has none. Base forms may be nouns: they pass.
  bool is_inflected_stance_verb(std::uint32_t token) const {
    text::WordId word = view_.tokens[token].word;
    // "but now supports it": an adverb stands before a verb.
    bool verb = !view_.is(token, WordRole::noun_word) || (token > 1 && view_.is(token - 1, WordRole::degree_adverb) &&
                                                          view_.is(token - 2, WordRole::conjunction));
    return verb && lexis_.is_stance_verb(word) && (lexis_.word_verb_forms[word] & form_base) == 0;
  }

  const SentenceView& view_;
  const Lexis& lexis_;
  std::optional<Date> day_;
};

class IssueChart final : public WordsChart {
 public:
  using WordsChart::WordsChart;
};

// Stance words may hold a noun phrase that is somebody else: "warn <someone> against".
class HeadChart final : public WordsChart {
 public:
  HeadChart(const SentenceView& view, const Lexis& lexis) : WordsChart(view, lexis, std::nullopt), head_view_(view) {}

  void hits(const Node& node, std::uint32_t token, std::vector<match::Hit>& out) const override {
    bool phrase =
        node.kind == Node::Kind::slot && (node.slot == program::Slot::someone || node.slot == program::Slot::other);
    if (!phrase) return WordsChart::hits(node, token, out);
    constexpr std::uint32_t longest_phrase = 10;
    if (token < head_view_.size() && head_view_.raw(token) == ",") return;  // "it is wrong, he warned, to lift them"
    for (std::uint32_t at = token; at < head_view_.size() && at < token + longest_phrase; ++at) {
      if (limits_clause(head_view_, at) || head_view_.tags[at] == Tag::finite ||
          head_view_.tags[at] == Tag::auxiliary || head_view_.tags[at] == Tag::infinitive || begins_turn(at) ||
          begins_gerund(at))
        return;
      out.push_back({at + 1, 0});
    }
  }
  bool is_transparent(std::uint32_t token) const override {
    std::uint32_t first = first_of_phrase(head_view_, token);
    return WordsChart::is_transparent(token) || head_view_.is(first, WordRole::booster) ||
           head_view_.is(first, WordRole::degree_adverb);
  }
  // "called, among other things, for an end to"
  std::uint32_t skippable_sibling(std::uint32_t token) const override {
    const std::uint32_t sibling = WordsChart::skippable_sibling(token);
    // "denounced the killing and called for": a verb is no second noun.
    for (std::uint32_t t = token; t < token + sibling; ++t)
      if (head_view_.tags[t] == Tag::finite || head_view_.tags[t] == Tag::ing) return 0;
    return sibling > 0 ? sibling : aside_at(head_view_, token);
  }

 private:
  // "accused Mali of stalling the implementation of the deal": what somebody does is no part of who he is; nor is what
  // is added: "condemned the violence, calling for talks".
  bool begins_gerund(std::uint32_t token) const {
    if (token == 0 || head_view_.tags[token] != Tag::ing) return false;
    std::uint32_t before = token - 1;
    if (before > 0 && head_view_.is(before, WordRole::degree_adverb)) --before;
    return head_view_.is(before, WordRole::preposition) || head_view_.is(before, WordRole::conjunction) ||
           head_view_.raw(before) == ",";
  }
  // "criticised the delay over the lifting of sanctions": the delay is nobody.
  bool begins_turn(std::uint32_t token) const {
    return std::any_of(head_view_.turns.begin(), head_view_.turns.end(), [token](const TurnMatch& turn) {
      return turn.sign < 0 && turn.begin == token && turn.end > token + 1;
    });
  }

  const SentenceView& head_view_;
};

// Keeps the longest of the matches that overlap and are alike, leftmost first.
template <typename Match, typename Alike>
void keep_leftmost_longest(std::vector<Match>& matches, Alike alike) {
  std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Match> kept;
  for (const Match& match : matches) {
    bool overlaps =
        std::any_of(kept.begin(), kept.end(), [&](const Match& k) { return alike(k, match) && match.begin < k.end; });
    if (!overlaps) kept.push_back(match);
  }
  matches = std::move(kept);
}

// Where a neighbour stands beside a match; an empty stretch when it does not.
struct Beside {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool found = false;
};

Beside find_beside(const program::Neighbour& neighbour, const SentenceView& view, const Lexis& lexis,
                   const match::Chart& chart, std::uint32_t found_begin, std::uint32_t found_end) {
  const match::Automaton& automaton = lexis.condition(neighbour.pattern);
  match::Simulation inner;
  if (neighbour.side == program::Neighbour::Side::before) {
    std::uint32_t at = found_end;
    while (at < view.size() && chart.is_transparent(at)) ++at;
    const auto end = inner.longest(automaton, view.tokens, chart, at);
    return end ? Beside{at, *end, true} : Beside{};
  }
  // A match that ends where ours begins, transparent words left out.
  std::uint32_t end = found_begin;
  while (end > 0 && chart.is_transparent(end - 1)) --end;
  for (std::uint32_t from = end > 8 ? end - 8 : 0; from < end; ++from)
    for (const match::Match& match : inner.run(automaton, view.tokens, chart, from))
      if (match.end == end) return {from, end, true};
  return {};
}

// The number of the first neighbour that is not as it should be; nothing when all are.
std::optional<std::uint32_t> misfit(const program::IssuePattern& pattern, const SentenceView& view, const Lexis& lexis,
                                    const match::Chart& chart, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t n = 0; n < pattern.neighbours.size(); ++n) {
    const program::Neighbour& neighbour = pattern.neighbours[n];
    if (find_beside(neighbour, view, lexis, chart, begin, end).found == neighbour.negated) return n;
  }
  return std::nullopt;
}

// "wants to see the deal fail": what is seen has no predicate of its own.
bool is_fate_of_seen(const SentenceView& view, std::uint32_t verb) {
  constexpr std::uint32_t longest = 10;
  return std::any_of(view.heads.begin(), view.heads.end(), [&view, verb](const HeadMatch& head) {
    if (head.end >= verb || verb - head.end > longest || view.raw(head.end - 1) != "see") return false;
    for (std::uint32_t t = head.end; t < verb; ++t)
      if (view.tags[t] == Tag::finite || view.tokens[t].has(Token::punctuation)) return false;
    return view.clause_of[head.end] == view.clause_of[verb];
  });
}

// "counter-productive" counters nothing, and a noun that looks like a verb does what nouns do.
bool is_part_of_word(const SentenceView& view, std::uint32_t begin, std::uint32_t end, bool behind_issue) {
  auto glued = [&view](std::uint32_t t) {
    return t < view.size() && view.raw(t) == "-" && !view.tokens[t].has(Token::spaced_dash);
  };
  if (glued(end)) return true;
  // "far-reaching": what the thing is like. "Non-lifting", "re-imposing" and "sanctions-lifting" are deeds.
  const bool second =
      begin > 1 && glued(begin - 1) && view.raw(begin).ends_with("ing") && !view.tokens[begin].has(Token::space_before);
  const bool named = second && std::any_of(view.issues.begin(), view.issues.end(),
                                           [begin](const IssueMatch& issue) { return issue.end + 1 == begin; });
  if (second && !named && view.raw(begin - 2).size() > 2 && view.raw(begin - 2) != "non") return true;
  if (behind_issue) return view.tags[begin] == Tag::finite && !is_fate_of_seen(view, begin);
  return end == begin + 1 && view.tags[begin] == Tag::noun;
}

// "signed an order revoking the sanctions", "the threat of use of sanctions": behind such words stands no verb.
bool is_noun_for_sure(const SentenceView& view, std::uint32_t token) {
  if (token == 0) return false;
  if (view.is(token - 1, WordRole::indefinite)) return true;
  return view.raw(token - 1) == "of" && !view.raw(token).ends_with("ing");
}

// "called for <an end> to the war" asks nobody to do anything: after an addressee, "to" is followed by a verb.
bool leads_to_verb(const SentenceView& view, const Lexis& lexis, std::uint32_t end) {
  if (view.tokens[end - 1].word != lexis.vocabulary.find("to")) return true;
  std::uint32_t next = end;
  while (next < view.size() && (view.tokens[next].has(Token::opens_quote) ||
                                (view.roles[next] & (role(WordRole::degree_adverb) | role(WordRole::booster) |
                                                     role(WordRole::negator))) != 0))
    ++next;
  return next < view.size() && (view.tags[next] == Tag::infinitive || view.tags[next] == Tag::auxiliary ||
                                view.is(next, WordRole::chain_verb));
}

bool is_hyphenated(const SentenceView& view, std::uint32_t token) {
  auto glue = [&view](std::uint32_t t) {
    return t < view.size() && view.raw(t) == "-" && !view.tokens[t].has(Token::spaced_dash);
  };
  return glue(token + 1) || (token > 0 && glue(token - 1));
}

// "protect the deal from ..." speaks of the deal, not of what comes behind "from".
bool passes_issue(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  return std::any_of(view.issues.begin(), view.issues.end(),
                     [&](const IssueMatch& match) { return match.begin > begin && match.end < end; });
}

// "the inability to agree to a truce in Mali": the words that lead to the truce, not those up to "in".
std::optional<std::uint32_t> before_issue(const SentenceView& view, const match::Automaton& automaton,
                                          const match::Chart& chart, Workspace& workspace, std::uint32_t begin,
                                          std::uint32_t end) {
  auto issue = std::find_if(view.issues.begin(), view.issues.end(), [&](const IssueMatch& match) {
    return match.begin > begin && match.begin < end && match.end >= end;
  });
  if (issue == view.issues.end()) return end;
  std::optional<std::uint32_t> shorter;
  for (const match::Match& match : workspace.simulation.run(automaton, view.tokens, chart, begin))
    if (match.end <= issue->begin && (!shorter || match.end > *shorter)) shorter = match.end;
  return shorter ? shorter : end;
}

// "the failure to reach agreement on it": of turns that begin together those that leave the issue's words whole.
void drop_overlapping(const SentenceView& view, std::vector<TurnMatch>& turns) {
  auto cuts = [&](const TurnMatch& turn) {
    return std::any_of(view.issues.begin(), view.issues.end(), [&](const IssueMatch& match) {
      return match.begin > turn.begin && match.begin < turn.end && match.end >= turn.end;
    });
  };
  std::vector<TurnMatch> whole;
  for (const TurnMatch& turn : turns)
    if (!cuts(turn)) whole.push_back(turn);
  if (whole.size() == turns.size()) return;
  std::erase_if(turns, [&](const TurnMatch& turn) {
    return cuts(turn) &&
           std::any_of(whole.begin(), whole.end(), [&](const TurnMatch& other) { return other.begin == turn.begin; });
  });
}

void find_turns(SentenceView& view, const Lexis& lexis, const match::PatternSet& set,
                const std::vector<TurnOrigin>& origins, const match::Chart& chart, Workspace& workspace,
                std::vector<TurnMatch>& out) {
  out.clear();
  for (std::uint32_t i = 0; i < view.size(); ++i)
    set.each_possible(workspace.sieve, view.tokens, i, [&](std::uint32_t pattern, std::uint32_t state) {
      auto end = workspace.simulation.longest_from(state, set.automaton(pattern), view.tokens, chart, i);
      if (end) end = before_issue(view, set.automaton(pattern), chart, workspace, i, *end);
      if (!end || is_part_of_word(view, i, *end, &set == &lexis.after_turns) || passes_issue(view, i, *end)) return;
      const TurnOrigin& origin = origins[pattern];
      out.push_back({origin.turn, origin.pattern, lexis.program.turns[origin.turn].sign, i, *end});
    });
  drop_overlapping(view, out);
  keep_leftmost_longest(out, [](const TurnMatch& a, const TurnMatch& b) { return a.begin == b.begin; });
}

}  // namespace

void find_issues(SentenceView& view, const Lexis& lexis, std::optional<Date> day, Workspace& workspace) {
  view.issues.clear();
  view.excluded.clear();
  IssueChart chart(view, lexis, day);
  auto try_pattern = [&](std::uint32_t pattern, std::uint32_t state, std::uint32_t at) {
    const auto end = workspace.simulation.longest_from(state, lexis.issues.automaton(pattern), view.tokens, chart, at);
    if (!end) return;
    const IssueOrigin& origin = lexis.issue_origins[pattern];
    const program::IssuePattern& source = lexis.program.issues[origin.issue].patterns[origin.pattern];
    if (source.kind == program::IssuePattern::Kind::deed && is_noun_for_sure(view, at)) return;
    IssueMatch found{origin.issue, origin.pattern, at,
                     *end,         source.side,    source.kind == program::IssuePattern::Kind::deed};
    if (!source.neighbours.empty())
      if (const auto guard = misfit(source, view, lexis, chart, at, *end)) {
        if (workspace.keep_excluded) view.excluded.push_back({found, false, *guard});
        return;
      }
    view.issues.push_back(found);
  };
  workspace.sieve.read(view.tokens, chart);
  auto name = view.names.begin();
  for (std::uint32_t i = 0; i < view.size(); ++i) {
    lexis.issues.each_possible(workspace.sieve, view.tokens, i,
                               [&](std::uint32_t pattern, std::uint32_t state) { try_pattern(pattern, state, i); });
    while (name != view.names.end() && name->begin < i) ++name;
    if (name == view.names.end() || name->begin != i) continue;
    for (std::uint32_t pattern : lexis.issues.open_patterns()) {
      const match::Automaton& automaton = lexis.issues.automaton(pattern);
      if (workspace.sieve.may_follow(automaton.next_of_open, name->end) && workspace.sieve.holds(automaton.needed, i))
        try_pattern(pattern, static_cast<std::uint32_t>(automaton.code.size() - 1), i);
    }
  }
  keep_leftmost_longest(view.issues, [](const IssueMatch& a, const IssueMatch& b) { return a.issue == b.issue; });
}

void drop_enclosed(SentenceView& view, const Lexis& lexis, Workspace& workspace) {
  std::erase_if(view.issues, [&](const IssueMatch& match) {
    const auto& not_in = lexis.program.issues[match.issue].not_in;
    for (const IssueMatch& other : view.issues) {
      if (other.begin > match.begin || match.end > other.end) continue;
      auto named = std::find(not_in.begin(), not_in.end(), lexis.program.issues[other.issue].id);
      if (named == not_in.end()) continue;
      if (workspace.keep_excluded)
        view.excluded.push_back({match, true, static_cast<std::uint32_t>(named - not_in.begin())});
      return true;
    }
    return false;
  });
}

void find_stance_words(SentenceView& view, const Lexis& lexis, Workspace& workspace) {
  HeadChart chart(view, lexis);
  workspace.sieve.read(view.tokens, chart);
  find_turns(view, lexis, lexis.turns, lexis.turn_origins, chart, workspace, view.turns);
  view.heads.clear();
  for (std::uint32_t i = 0; i < view.size(); ++i) {
    if (view.role_lengths[i] == 0) continue;
    lexis.heads.each_possible(workspace.sieve, view.tokens, i, [&](std::uint32_t pattern, std::uint32_t state) {
      const EntryOrigin& origin = lexis.head_origins[pattern];
      program::Entry::Kind kind = lexis.program.stances[origin.stance].entries[origin.entry].kind;
      if (kind == program::Entry::Kind::verb && (view.tags[i] == Tag::noun || is_hyphenated(view, i))) return;
      if (kind == program::Entry::Kind::noun && (view.tags[i] == Tag::finite || view.tags[i] == Tag::infinitive))
        return;
      const match::Automaton& automaton = lexis.heads.automaton(pattern);
      if (!lexis.entries[origin.stance][origin.entry].names_someone) {
        if (const auto end = workspace.simulation.longest_from(state, automaton, view.tokens, chart, i))
          view.heads.push_back({origin.stance, origin.entry, i, *end});
        return;
      }
      for (const match::Match& match : workspace.simulation.run(automaton, view.tokens, chart, i))
        if (leads_to_verb(view, lexis, match.end)) view.heads.push_back({origin.stance, origin.entry, i, match.end});
    });
  }
  std::stable_sort(view.heads.begin(), view.heads.end(), [](const HeadMatch& a, const HeadMatch& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  find_turns(view, lexis, lexis.after_turns, lexis.after_turn_origins, chart, workspace, view.after_turns);
}

std::vector<std::uint32_t> alternatives_of(const SentenceView& view, const Lexis& lexis, std::optional<Date> day,
                                           const IssueMatch& match) {
  const auto& pattern = lexis.program.issues[match.issue].patterns[match.pattern].pattern;
  return match::alternatives_taken(pattern.root, view.tokens, IssueChart(view, lexis, day), lexis.vocabulary,
                                   match.begin, match.end);
}

std::vector<std::uint32_t> alternatives_beside(const SentenceView& view, const Lexis& lexis, std::optional<Date> day,
                                               const IssueMatch& match, std::uint32_t neighbour) {
  const auto& source = lexis.program.issues[match.issue].patterns[match.pattern].neighbours[neighbour];
  IssueChart chart(view, lexis, day);
  Beside beside = find_beside(source, view, lexis, chart, match.begin, match.end);
  if (!beside.found) return {};
  return match::alternatives_taken(source.pattern.root, view.tokens, chart, lexis.vocabulary, beside.begin, beside.end);
}

std::vector<std::uint32_t> alternatives_of(const SentenceView& view, const Lexis& lexis, const HeadMatch& match) {
  return match::alternatives_taken(lexis.entries[match.stance][match.entry].before, view.tokens, HeadChart(view, lexis),
                                   lexis.vocabulary, match.begin, match.end);
}

std::vector<std::uint32_t> alternatives_of(const SentenceView& view, const Lexis& lexis, const TurnMatch& match) {
  return match::alternatives_taken(lexis.turn_words(match.turn, match.pattern), view.tokens, HeadChart(view, lexis),
                                   lexis.vocabulary, match.begin, match.end);
}

}  // namespace demarche::mention
