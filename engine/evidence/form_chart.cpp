#include "engine/evidence/form_chart.hpp"

#include <algorithm>

#include "engine/evidence/relative_objects.hpp"

namespace demarche::evidence {

using mention::HeadMatch;
using mention::Tag;
using program::Node;
using program::Slot;
using program::WordForm;
using program::WordRole;
using text::Token;

namespace {

constexpr std::uint32_t longest_tail = 12;    // tokens between an issue and the words that judge it
constexpr std::uint32_t longest_phrase = 10;  // tokens of an addressee

program::Entry::Kind kind_of(Slot slot) {
  switch (slot) {
    case Slot::noun:
      return program::Entry::Kind::noun;
    case Slot::adjective:
      return program::Entry::Kind::adjective;
    case Slot::purpose:
      return program::Entry::Kind::purpose;
    default:
      return program::Entry::Kind::verb;
  }
}

// "condemns and rejects the measures", "voted for and Japan voted against the resolution": what the joined words of
// stance speak of, the first speaks of too. Where nothing is shared: the token itself.
std::uint32_t behind_shared(const mention::SentenceView& view, std::uint32_t token) {
  if (!view.is(token, WordRole::conjunction) || view.role_lengths[token] == 0) return token;
  constexpr std::uint32_t farthest = 6;  // a subject may stand between
  std::uint32_t at = token + view.role_lengths[token];
  for (std::uint32_t end = std::min(view.size(), at + farthest); at < end; ++at) {
    for (const HeadMatch& head : view.heads)
      if (head.begin == at) return head.end;  // the longest stands first
    if (view.tokens[at].has(Token::punctuation) || view.tags[at] == Tag::finite) return token;
    if (std::any_of(view.issues.begin(), view.issues.end(), [at](const auto& issue) { return issue.begin == at; }))
      return token;
  }
  return token;
}

// "The sanctions," said the president, "must be lifted": where the words go on behind who says them, or the token
// itself.
std::uint32_t behind_attribution(const mention::SentenceView& view, std::uint32_t token) {
  constexpr std::uint32_t longest = 16;
  if (token + 3 >= view.size() || (!view.tokens[token].has(Token::closes_quote) && view.raw(token) != ","))
    return token;
  std::uint32_t at = token;
  while (at < view.size() && view.tokens[at].has(Token::punctuation)) ++at;
  bool says = false;
  for (std::uint32_t end = std::min(view.size(), at + longest); at < end; ++at) {
    says =
        says || view.is(at, WordRole::remark) || (view.is(at, WordRole::speech_verb) && view.tags[at] == Tag::finite);
    if (!view.tokens[at].has(Token::opens_quote) && view.raw(at) != ",") {
      if (view.tokens[at].has(Token::punctuation) && view.raw(at) != "-") return token;
      continue;
    }
    if (!says) return token;
    while (at < view.size() && view.tokens[at].has(Token::punctuation)) ++at;
    bool predicate = at < view.size() && (view.tags[at] == Tag::finite || view.tags[at] == Tag::auxiliary);
    return predicate ? at : token;
  }
  return token;
}

}  // namespace

bool FormChart::can_begin(std::uint32_t token) const {
  auto begins = [token](const auto& list) {
    return std::any_of(list.begin(), list.end(), [token](const auto& item) { return item.begin == token; });
  };
  return begins(view_.heads) || begins(view_.issues) || begins(view_.turns) || view_.is(token, WordRole::demand) ||
         view_.is(token, WordRole::carrier) || view_.is(token, WordRole::copula);
}

bool FormChart::can_begin(const match::Automaton& form, std::uint32_t token) const {
  return std::any_of(form.starts.begin(), form.starts.end(), [&](std::uint32_t state) {
    const match::Instruction& first = form.code[state];
    if (first.op == match::Instruction::Op::word) return match::accepts(first, view_.tokens[token]);
    return first.op != match::Instruction::Op::span || may_meet(*first.node, token);
  });
}

bool FormChart::may_meet(const Node& node, std::uint32_t token) const {
  auto begins = [token](const auto& item) { return item.begin == token; };
  auto begins_with = [&](program::Entry::Kind kind) {
    return std::any_of(view_.heads.begin(), view_.heads.end(), [&](const HeadMatch& head) {
      return head.begin == token && lexis_.program.stances[head.stance].entries[head.entry].kind == kind;
    });
  };
  if (node.kind == Node::Kind::role) return view_.is(token, node.role) && view_.role_lengths[token] > 0;
  if (node.kind != Node::Kind::slot) return true;
  switch (node.slot) {
    case Slot::verb:
    case Slot::noun:
    case Slot::adjective:
    case Slot::purpose:
      return begins_with(kind_of(node.slot)) && has_form(token, node.form);
    case Slot::judgement:
      return std::any_of(view_.issues.begin(), view_.issues.end(), begins) ||
             begins_with(program::Entry::Kind::judgement);
    case Slot::turn:
      return std::any_of(view_.turns.begin(), view_.turns.end(), begins) && has_form(token, node.form);
    case Slot::issue:
      return std::any_of(view_.issues.begin(), view_.issues.end(), begins);
    default:
      return true;
  }
}

bool FormChart::has_form(std::uint32_t token, WordForm form) const {
  if (form == WordForm::any) return true;
  text::WordId word = view_.tokens[token].word;
  std::uint8_t forms = word < lexis_.word_verb_forms.size() ? lexis_.word_verb_forms[word] : 0;
  Tag tag = view_.tags[token];
  switch (form) {
    case WordForm::ing:
      return (forms & mention::form_ing) != 0 || lexis_.vocabulary.text(word).ends_with("ing");
    case WordForm::ed:
      return tag == Tag::participle || (forms & (mention::form_past | mention::form_participle)) != 0 ||
             lexis_.vocabulary.text(word).ends_with("ed");
    case WordForm::s:
      return (forms & mention::form_s) != 0;
    case WordForm::base:
      return (forms & mention::form_base) != 0 || tag == Tag::infinitive;
    case WordForm::any:
      break;
  }
  return true;
}

void FormChart::hits(const Node& node, std::uint32_t token, std::vector<match::Hit>& out) const {
  if (node.kind == Node::Kind::actor) return mention::actor_hits(view_, lexis_, node, token, std::nullopt, out);
  if (node.kind == Node::Kind::issue || (node.kind == Node::Kind::slot && node.slot == Slot::issue))
    return mention::issue_hits(view_.issues, lexis_, node, token, out);
  if (node.kind == Node::Kind::role) {
    if (token < view_.size() && (view_.roles[token] & mention::role(node.role)) != 0 && view_.role_lengths[token] > 0)
      out.push_back({token + view_.role_lengths[token], 0});
    return;
  }
  if (node.kind != Node::Kind::slot) return;
  switch (node.slot) {
    case Slot::holder:
    case Slot::list:
      return holder_hits(node, token, out);
    case Slot::target:
    case Slot::good:
      return target_hits(node, token, out);
    case Slot::verb:
    case Slot::noun:
    case Slot::adjective:
    case Slot::purpose:
      return head_hits(node, token, out);
    case Slot::judgement:
      return judgement_hits(token, out);
    case Slot::turn:
      return turn_hits(node, token, out);
    case Slot::someone:
    case Slot::other:
      return phrase_hits(token, out);
    case Slot::degree:
      if (token < view_.size() && may_be_degree(token)) out.push_back({token + 1, 0});
      return;
    default:
      return;
  }
}

// A degree word, or any adjective in its place: "a clear violation", "a principled policy".
bool FormChart::may_be_degree(std::uint32_t token) const {
  if (view_.is(token, WordRole::booster) || view_.is(token, WordRole::hedge)) return true;
  constexpr mention::RoleBits never =
      mention::role(WordRole::negator) | mention::role(WordRole::preposition) | mention::role(WordRole::conjunction);
  Tag tag = view_.tags[token];
  return (tag == Tag::other || tag == Tag::noun || tag == Tag::participle) && (view_.roles[token] & never) == 0 &&
         !view_.tokens[token].has(Token::punctuation);
}

void FormChart::holder_hits(const Node& node, std::uint32_t token, std::vector<match::Hit>& out) const {
  auto give = [&](holder::Holder holder, std::uint32_t end) {
    if (holder.outcome == holder::Holder::Outcome::unknown) return;
    holders.push_back(std::move(holder));
    out.push_back({end, static_cast<std::uint32_t>(holders.size() - 1)});
  };
  if (node.possessive) {
    holder::Holder holder = holders_finder_.possessor_before(token);
    holder.how = "possessor";
    return give(std::move(holder), token);
  }
  if (&node == first_ && node.slot == Slot::holder) {
    if (token >= view_.size()) return;
    auto known = subject_holders_.find(token);
    if (known != subject_holders_.end()) {
      out.push_back({token, known->second});
      return;
    }
    holder::Holder holder = holders_finder_.subject_of(token);
    if (holder.how[0] == 'n') holder.how = "subject";
    std::size_t before = holders.size();
    give(std::move(holder), token);
    if (holders.size() > before) subject_holders_[token] = static_cast<std::uint32_t>(before);
    return;
  }
  std::uint32_t end = 0;
  holder::Holder holder = holders_finder_.named_at(token, end);
  give(std::move(holder), end);
}

const std::vector<std::uint32_t>& FormChart::targets_at(std::uint32_t token) const {
  auto [place, fresh] = walks_.try_emplace(token);
  if (!fresh) return place->second;
  Blocked block;
  for (Target& target : targets_from(view_, lexis_, behind_shared(view_, token), &block)) {
    place->second.push_back(static_cast<std::uint32_t>(targets.size()));
    targets.push_back(std::move(target));
  }
  if (place->second.empty())
    for (const auto& [issue, of_deed] : antecedents(view_, token)) {
      place->second.push_back(static_cast<std::uint32_t>(targets.size()));
      targets.push_back(target_as_subject(view_, lexis_, issue));
      // "quit the deal, which the EU supports": the deal, and not that it was quit
      const Tag first = view_.tags[view_.issues[issue].begin];
      const bool done = first == Tag::finite || first == Tag::infinitive || first == Tag::ing;
      if (done && !of_deed) targets.back().sign *= view_.issues[issue].side;
    }
  if (place->second.empty() && block.by_verb) blocked.push_back(block);
  return place->second;
}

const std::vector<std::uint32_t>& FormChart::subjects_at(std::uint32_t token) const {
  auto [place, fresh] = subjects_.try_emplace(token);
  if (!fresh) return place->second;
  for (std::uint32_t m = 0; m < view_.issues.size(); ++m) {
    if (view_.issues[m].begin != token || is_first_part(view_, view_.issues[m].end)) continue;
    place->second.push_back(static_cast<std::uint32_t>(targets.size()));
    targets.push_back(target_as_subject(view_, lexis_, m));
  }
  return place->second;
}

void FormChart::second_predicates(std::uint32_t begin, std::uint32_t end, std::vector<std::uint32_t>& places) const {
  bool passed = false;
  for (std::uint32_t t = begin; t < end; ++t) {
    bool predicate = view_.tags[t] == Tag::finite || view_.tags[t] == Tag::auxiliary;
    if (predicate && passed && view_.tags[t - 1] != Tag::auxiliary) places.push_back(t);
    const bool passive = view_.tags[t] == Tag::participle && view_.tags[t - 1] == Tag::auxiliary;
    passed = passed || view_.tags[t] == Tag::finite || passive;
  }
}

// "Due to the sanctions, it was necessary ...": a clause with a subject of its own says nothing of what stands before
// it. Nor does what is joined to a whole clause: "must ease the sanctions and this is urgent"; "sanctions and threats
// are useless" has one subject.
bool FormChart::begins_other_statement(std::uint32_t token, std::uint32_t issue_end) const {
  const mention::Clause& clause = view_.clauses[view_.clause_of[token]];
  if (clause.begin != token || clause.kind == mention::Clause::Kind::relative) return false;
  const bool joined = token == issue_end && view_.is(token, WordRole::conjunction);
  if (joined && !follows_verb(issue_end)) return false;
  std::uint32_t first = token;
  while (first < clause.end && (view_.tokens[first].has(Token::punctuation) || view_.is(first, WordRole::conjunction) ||
                                view_.is(first, WordRole::degree_adverb) || view_.is(first, WordRole::booster) ||
                                view_.is(first, WordRole::negator)))
    ++first;
  // "must prevent the sanctions and remain committed": a second predicate of who must
  if (joined && first < clause.end && view_.tags[first] == Tag::finite) return true;
  return first < clause.end && view_.tags[first] != Tag::finite && view_.tags[first] != Tag::auxiliary &&
         view_.tags[first] != Tag::ing;
}

// Whether a verb stands in the clause before the issue that ends here.
bool FormChart::follows_verb(std::uint32_t issue_end) const {
  for (std::uint32_t t = view_.clauses[view_.clause_of[issue_end - 1]].begin; t < issue_end; ++t)
    if (view_.tags[t] == Tag::finite || view_.tags[t] == Tag::infinitive || view_.tags[t] == Tag::auxiliary)
      return true;
  return false;
}

// The places at which the predicate of an issue can begin: words that belong to the issue's phrase may lie between.
std::vector<std::uint32_t> FormChart::tail_ends(std::uint32_t from) const {
  std::vector<std::uint32_t> ends;
  bool predicate = false;
  for (std::uint32_t at = from; at <= view_.size() && at <= from + longest_tail; ++at) {
    if (at < view_.size() && view_.clauses[view_.clause_of[at]].kind == mention::Clause::Kind::relative &&
        view_.clauses[view_.clause_of[at]].begin == at && at > 0) {
      // "a solution that lets both live in peace is essential": the predicate comes behind the relative clause, or is
      // the second of it when no comma parts them.
      std::uint32_t behind = view_.clauses[view_.clause_of[at]].end;
      // "the sanctions, which are rejected by Zimbabwe, were renewed"
      if (at <= from + 1 && at + 1 < behind && view_.tags[at + 1] == Tag::auxiliary) ends.push_back(at + 1);
      second_predicates(at, behind, ends);
      from += behind - at;
      at = behind;
      if (at >= view_.size()) break;
    }
    if (std::uint32_t behind = behind_attribution(view_, at); behind > at) {
      from += behind - at;
      at = behind;
    }
    if (at < view_.size() && at >= from && begins_other_statement(at, from)) break;
    // "violates its borders by prolonging the stay": a means, and no second predicate; "sanctions, by dividing us, ..."
    // are.
    const bool means =
        at > 1 && at < view_.size() && view_.tags[at] == Tag::ing && view_.is(at - 1, WordRole::preposition);
    const bool gerund = means && view_.raw(at - 2) != ",";
    if (!gerund) ends.push_back(at);
    if (at == view_.size()) break;
    Tag tag = view_.tags[at];
    // "will never", "continues to be": helping verbs belong to the predicate that follows.
    if (tag == Tag::auxiliary || view_.is(at, WordRole::chain_verb)) {
      predicate = true;
      continue;
    }
    if (tag == Tag::finite) break;
    if (predicate && !view_.is(at, WordRole::degree_adverb) && !view_.is(at, WordRole::booster) &&
        !view_.is(at, WordRole::negator) && view_.raw(at) != "to" && view_.role_lengths[at] != 0)
      break;
    const Token& token = view_.tokens[at];
    std::string_view sign = token.has(Token::punctuation) ? view_.raw(at) : std::string_view{};
    if (sign == ";" || sign == ":" || sign == "." || sign == "?") break;
    // "sanctions imposed after the war must go": a preposition opens no clause.
    const bool opens = !view_.is(at, WordRole::preposition) || is_relation(view_, at);
    if ((opens && view_.is(at, WordRole::clause_opener)) || view_.is(at, WordRole::complementiser)) break;
  }
  return ends;
}

void FormChart::target_hits(const Node& node, std::uint32_t token, std::vector<match::Hit>& out) const {
  if (token >= view_.size()) return;
  if (&node != first_) {
    // What a relative clause is told of stands before it.
    for (std::uint32_t target : targets_at(token)) out.push_back({std::max(targets[target].end, token), target});
    return;
  }
  for (std::uint32_t target : subjects_at(token)) {
    if (is_object_in_relative(view_, targets[target]) || is_in_time_phrase(view_, targets[target])) continue;
    for (std::uint32_t end : tail_ends(targets[target].end)) out.push_back({end, target});
  }
}

void FormChart::head_hits(const Node& node, std::uint32_t token, std::vector<match::Hit>& out) const {
  program::Entry::Kind kind = kind_of(node.slot);
  for (std::uint32_t h = 0; h < view_.heads.size(); ++h) {
    const HeadMatch& head = view_.heads[h];
    if (head.begin != token) continue;
    if (lexis_.program.stances[head.stance].entries[head.entry].kind != kind) continue;
    if (!has_form(token, node.form)) continue;
    out.push_back({head.end, h});
  }
}

// "countries sanctioned by the Union": the countries are the subject.
bool FormChart::is_told_of_noun_before(std::uint32_t token) const {
  return view_.tags[token] == Tag::participle && view_.is(token + 1, WordRole::preposition);
}

void FormChart::judgement_hits(std::uint32_t token, std::vector<match::Hit>& out) const {
  match::Simulation simulation;
  auto give = [&](std::uint32_t stance, std::uint32_t entry, std::uint32_t target, std::uint32_t begin,
                  const match::Match& match) {
    JudgementMatch judgement{stance, entry, target, begin, match.end, {}};
    for (std::uint8_t i = 0; i < match.capture_count; ++i)
      if (match.captures[i].node->kind == Node::Kind::slot && match.captures[i].node->slot == Slot::good)
        judgement.goods.push_back(match.captures[i].payload);
    judgements.push_back(std::move(judgement));
    out.push_back({match.end, static_cast<std::uint32_t>(judgements.size() - 1)});
  };
  for (std::uint32_t target : subjects_at(token)) {
    if (is_complement(view_, targets[target]) || is_beside_point(view_, lexis_, targets[target])) continue;
    if (is_object_in_relative(view_, targets[target]) || is_told_of_noun_before(token)) continue;
    for (std::uint32_t at : tail_ends(targets[target].end)) {
      if (at >= view_.size()) continue;
      // "..., with severe costs", "... to remedy the harm": no predicates
      bool noun = view_.tags[at] == Tag::noun || view_.tags[at] == Tag::infinitive;
      if (noun && at > targets[target].end) continue;
      for (std::uint32_t pattern : lexis_.judgements.beginning_with(view_.tokens[at].word)) {
        const auto& matches = simulation.run(lexis_.judgements.automaton(pattern), view_.tokens, *this, at);
        const auto& origin = lexis_.judgement_origins[pattern];
        for (const match::Match& match : matches) give(origin.stance, origin.entry, target, at, match);
      }
    }
  }
  for (const HeadMatch& head : view_.heads) {
    if (head.begin != token) continue;
    const auto& parts = lexis_.entries[head.stance][head.entry];
    if (lexis_.program.stances[head.stance].entries[head.entry].kind != program::Entry::Kind::judgement) continue;
    const std::vector<std::uint32_t> reached = targets_at(head.end);
    for (std::uint32_t target : reached) {
      if (!parts.has_after) {
        match::Match whole;
        whole.end = head.end;
        give(head.stance, head.entry, target, head.begin, whole);
        continue;
      }
      for (std::uint32_t at : tail_ends(targets[target].end)) {
        const auto& matches = simulation.run(parts.after_automaton, view_.tokens, *this, at);
        for (const match::Match& match : matches) give(head.stance, head.entry, target, head.begin, match);
      }
    }
  }
}

void FormChart::turn_hits(const Node& node, std::uint32_t token, std::vector<match::Hit>& out) const {
  for (std::uint32_t t = 0; t < view_.turns.size(); ++t)
    if (view_.turns[t].begin == token && has_form(token, node.form)) out.push_back({view_.turns[t].end, t});
}

void FormChart::phrase_hits(std::uint32_t token, std::vector<match::Hit>& out) const {
  for (std::uint32_t at = token; at < view_.size() && at < token + longest_phrase; ++at) {
    if (stops_gap(at) || view_.tags[at] == Tag::finite || view_.tags[at] == Tag::auxiliary) return;
    out.push_back({at + 1, 0});
  }
}

bool FormChart::stops_gap(std::uint32_t token) const {
  const Token& t = view_.tokens[token];
  if (t.has(Token::punctuation)) {
    std::string_view sign = view_.raw(token);
    if (sign == ";" || sign == ":" || sign == "." || sign == "?" || sign == "!") return true;
  }
  if (view_.is(token, WordRole::clause_opener) || view_.is(token, WordRole::relative) ||
      view_.is(token, WordRole::negator))
    return true;
  return std::any_of(view_.heads.begin(), view_.heads.end(),
                     [token](const HeadMatch& head) { return head.begin == token; });
}

bool FormChart::is_transparent(std::uint32_t token) const {
  const Token& t = view_.tokens[token];
  if (t.has(Token::opens_quote) || t.has(Token::closes_quote)) return true;
  if (t.word == possessive_) return true;
  if (const mention::Mention* mention = view_.mention_at(token);
      mention && (mention->possessive || mention->kind == mention::Mention::Kind::modifier))
    return true;
  std::uint32_t first = token;  // "once" of "once again"
  while (first > 0 && view_.role_lengths[first] == 0) --first;
  return view_.is(token, WordRole::transparent) || view_.is(token, WordRole::determiner) ||
         view_.is(first, WordRole::booster) || view_.is(first, WordRole::degree_adverb);
}

}  // namespace demarche::evidence
