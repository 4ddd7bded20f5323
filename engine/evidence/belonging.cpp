#include "engine/evidence/belonging.hpp"

#include <algorithm>

namespace demarche::evidence {

using holder::Holder;
using mention::Clause;
using mention::Mention;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

constexpr int longest_noun_phrase = 6;  // words before a noun in which its possessor is looked for

// "the United States' policy": the apostrophe alone is the sign.
bool is_possessive_sign(const SentenceView& view, std::uint32_t token) {
  const Token& t = view.tokens[token];
  return token > 0 && !t.has(Token::space_before) && (view.raw(token) == "'" || view.raw(token) == "\u2019") &&
         view.mention_at(token - 1);
}

enum class Possessor : std::uint8_t { none, marked, addressee };

// Looks to the left over adjectives, and once over "of": "Y's expressions of support".
Possessor find_possessor(const SentenceView& view, std::uint32_t noun, std::uint32_t& at) {
  bool passed_of = false;
  for (at = noun; at > 0 && noun - at < longest_noun_phrase;) {
    std::uint32_t left = at - 1;
    if (view.tokens[left].has(Token::opens_quote)) {  // "its “addiction to sanctions”"
      at = left;
      continue;
    }
    if (view.raw(left) == "your" || view.raw(left) == "Your") return Possessor::addressee;
    if (view.raw(left) == "'s" || view.raw(left) == "\u2019s" || is_possessive_sign(view, left))
      return Possessor::marked;
    if (const Mention* mention = view.mention_at(left))
      return mention->possessive || mention->kind == Mention::Kind::modifier ? Possessor::marked : Possessor::none;
    at = left;
    if (view.raw(left) == "of" && !passed_of && left > 0 && view.is_content(left - 1)) {
      passed_of = true;
      continue;
    }
    bool adjective =
        view.tags[left] == Tag::other || view.tags[left] == Tag::noun || view.tags[left] == Tag::participle;
    if (!adjective || view.tokens[left].has(Token::punctuation) || view.is(left, WordRole::preposition) ||
        view.is(left, WordRole::conjunction) || view.is(left, WordRole::determiner))
      return Possessor::none;
  }
  return Possessor::none;
}

bool opens_with(const SentenceView& view, const Clause& clause, std::string_view word) {
  std::uint32_t at = clause.begin;
  while (at < clause.end && view.tokens[at].has(Token::punctuation)) ++at;
  if (at >= clause.end || view.raw(at).size() != word.size()) return false;
  return std::equal(word.begin(), word.end(), view.raw(at).begin(), [](char a, char b) { return a == (b | 0x20); });
}

// "asked if Y would ...", "must decide by May if Y ..."
bool follows_question(const SentenceView& view, const Clause& clause) {
  constexpr std::uint32_t near = 7;
  for (std::uint32_t t = clause.begin; t > 0 && clause.begin - t < near; --t) {
    if (view.raw(t - 1) == ",") return false;
    if (view.is(t - 1, WordRole::asking)) return true;
  }
  return false;
}

}  // namespace

bool share_actor(const std::vector<lexicon::ActorIndex>& a, const std::vector<lexicon::ActorIndex>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](lexicon::ActorIndex actor) { return std::find(b.begin(), b.end(), actor) != b.end(); });
}

bool share_actor(const Holder& a, const Holder& b) { return share_actor(a.actors, b.actors); }

bool is_noun_of_other(const SentenceInput& in, const Holder& voice, std::uint32_t noun, int sign) {
  std::uint32_t at = noun;
  switch (find_possessor(in.view, noun, at)) {
    case Possessor::none:
      return false;
    case Possessor::addressee:
      return true;
    case Possessor::marked:
      break;
  }
  const Mention* mention = in.view.mention_at(at - 1);
  if (!mention && at > 1) mention = in.view.mention_at(at - 2);
  if (!mention) return true;  // "the group's support for": a possessor that no list knows
  Holder owner =
      mention->kind == Mention::Kind::modifier ? in.holders.possessor_before(at) : in.holders.resolve(*mention);
  if (owner.found()) return !share_actor(owner, voice);
  // "the world's desire for X": who calls upon the world sides with it.
  if (mention->kind == Mention::Kind::nobody && sign > 0) return false;
  // "underscored their support": in a text of one's own "they" are those who met.
  if (mention->kind == Mention::Kind::plural_pronoun && in.is_speech) return false;
  // "citing its opposition": the object of the voice's own verb
  bool pronoun = mention->kind == Mention::Kind::thing_pronoun || mention->kind == Mention::Kind::person_pronoun ||
                 mention->kind == Mention::Kind::plural_pronoun;
  Tag before = mention->begin > 0 ? in.view.tags[mention->begin - 1] : Tag::other;
  bool object = before == Tag::finite || before == Tag::ing || before == Tag::infinitive || before == Tag::participle;
  return !(pronoun && object);
}

bool is_in_relative(const SentenceView& view, std::uint32_t verb) {
  const Clause& clause = view.clauses[view.clause_of[verb]];
  // "the signing of the treaty, which will help to solve ...": behind a comma it speaks of the whole.
  bool of_whole = clause.begin > 0 && view.raw(clause.begin - 1) == "," && view.raw(clause.begin) == "which";
  return clause.kind == Clause::Kind::relative && !of_whole;
}

bool has_other_subject(const SentenceInput& in, const Holder& voice, std::uint32_t verb) {
  Holder subject = in.holders.subject_of(verb);
  if (subject.outcome == Holder::Outcome::unknown) return false;
  if (subject.outcome == Holder::Outcome::nobody) return true;
  const Mention* mention = in.view.mention_at(subject.begin);
  bool thing = mention && mention->kind == Mention::Kind::thing_pronoun;  // "It requires ..."
  return !thing && !share_actor(subject, voice);
}

// "asked whether any step that hurts the deal is wrong", "not known whether Y thinks that ...": behind the verb that
// leaves it open, up to a sign or a new statement.
bool is_left_open(const SentenceView& view, std::uint32_t token) {
  for (std::uint32_t t = token; t > 1; --t) {
    if (view.tokens[t - 1].has(Token::punctuation) && view.raw(t - 1) != "-") return false;
    if (view.raw(t - 1) == "but" || view.raw(t - 1) == "and") return false;
    if (view.raw(t - 1) != "whether") continue;
    const Tag before = view.tags[t - 2];
    const bool question = before == Tag::participle || view.raw(t - 2) == "known" || view.raw(t - 2) == "clear";
    return question && view.raw(t) != "or";
  }
  return false;
}

bool is_open(const SentenceView& view, std::uint32_t token) {
  if (is_left_open(view, token)) return true;
  // "whether Y stays or leaves": the second verb goes on with the first one's clause.
  std::uint32_t c = view.clause_of[token];
  while (c > 0 && view.clauses[c].kind == Clause::Kind::conditional &&
         view.is(view.clauses[c].begin, WordRole::conjunction))
    --c;
  const Clause& clause = view.clauses[c];
  if (clause.kind != Clause::Kind::conditional) return false;
  return opens_with(view, clause, "whether") || (opens_with(view, clause, "if") && follows_question(view, clause));
}

bool depends_on_condition(const SentenceView& view, std::uint32_t token) {
  std::uint32_t own = view.clause_of[token];
  const Clause& clause = view.clauses[own];
  bool future = false;
  for (std::uint32_t t = clause.begin; t < token; ++t)
    future = future || (view.tags[t] == Tag::auxiliary &&
                        (view.raw(t) == "will" || view.raw(t) == "would" || view.raw(t) == "'ll" ||
                         view.raw(t) == "shall" || view.raw(t) == "could"));
  auto conditional = [&](std::uint32_t c) {
    const Clause& beside = view.clauses[c];
    if (beside.kind != Clause::Kind::conditional || opens_with(view, beside, "whether")) return false;
    // "is ready to back it provided that ...", but "provided that our borders and our sovereignty are respected"
    const bool proviso = opens_with(view, beside, "provided") || opens_with(view, beside, "providing");
    return future || (proviso && (c > own || beside.begin == 0));
  };
  return (own > 0 && conditional(own - 1)) || (own + 1 < view.clauses.size() && conditional(own + 1));
}

bool is_in_quote(const mention::SentenceView& view, std::uint32_t token) {
  constexpr std::uint32_t shortest = 4;  // a word or two in quotes are no statement
  const auto& tokens = view.tokens;
  auto marks = [](const text::Token& t) { return t.has(text::Token::opens_quote) || t.has(text::Token::closes_quote); };
  std::uint32_t begin = token;
  std::uint32_t end = token;
  while (begin > 0 && !marks(tokens[begin - 1])) --begin;
  while (end < view.size() && !marks(tokens[end])) ++end;
  const bool opened = begin > 0 && tokens[begin - 1].has(text::Token::opens_quote);
  bool closed = end < view.size() && tokens[end].has(text::Token::closes_quote);
  // A mark that closes what was never opened: "The minister said, ..." may stand in front.
  for (std::uint32_t t = begin; t + 1 < end; ++t)
    closed = closed && !(view.is(t, program::WordRole::speech_verb) && view.raw(t + 1) == ",");
  return (opened || closed) && end - begin >= shortest;
}

}  // namespace demarche::evidence
