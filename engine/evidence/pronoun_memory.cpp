#include "engine/evidence/pronoun_memory.hpp"

#include <algorithm>

#include "engine/holder/phrases.hpp"

namespace demarche::evidence {

using mention::IssueMatch;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

// "it", "them" as a whole object: nothing that they own or do follows.
bool ends_phrase(const SentenceView& view, std::uint32_t token) {
  if (token >= view.size()) return true;
  const Token& next = view.tokens[token];
  if (next.has(Token::punctuation)) return !next.has(Token::opens_quote);
  // "expects it to keep its word": a state, and not what it is asked for; "wants them to be lifted" speaks of things.
  if (view.raw(token) == "to") return view.raw(std::min(token + 1, view.size() - 1)) == "be";
  return view.is(token, WordRole::conjunction) || view.is(token, WordRole::preposition);
}

// The first word of the sentence or of the quote that opens it.
bool is_first(const SentenceView& view, std::uint32_t token) {
  for (std::uint32_t t = 0; t < token; ++t)
    if (!view.tokens[t].has(Token::punctuation)) return false;
  return true;
}

// "It is clear that", "It is time to": the pronoun stands for what follows, or for people.
bool is_no_thing(const SentenceView& view, std::uint32_t pronoun) {
  for (std::uint32_t t = pronoun + 1; t < view.size(); ++t)
    if (view.is(t, WordRole::complementiser) || view.raw(t) == "to" || view.raw(t) == "for") return true;
  // "They should serve the interests of all": people. "They must be lifted" speaks of things.
  const std::uint32_t modal = pronoun + 1;
  return modal + 1 < view.size() && view.is(modal, WordRole::demand) && view.is(pronoun, WordRole::pronoun_plural) &&
         view.raw(modal + 1) != "be";
}

// The token of the noun that the words of an issue are built on.
std::uint32_t noun_of(const SentenceView& view, const IssueMatch& match) {
  for (std::uint32_t t = match.begin + 1; t < match.end; ++t)
    if (view.is(t, WordRole::preposition) && view.role_lengths[t] > 0) return t - 1;
  return match.end - 1;
}

bool is_done(const SentenceView& view, const IssueMatch& match) {
  const Tag first = view.tags[match.begin];
  return match.deed || first == Tag::finite || first == Tag::infinitive || first == Tag::ing;
}

// "an end to the war", "to lift the sanctions": "it" may mean the end.
bool is_turned(const Candidate& candidate) {
  return std::any_of(candidate.turnings.begin(), candidate.turnings.end(),
                     [](const Turning& turning) { return turning.kind != Turning::Kind::negation; });
}

}  // namespace

bool PronounMemory::is_thing(const SentenceView& view, std::uint32_t token) const {
  if (view.role_lengths[token] != 1) return false;
  const std::string_view word = lexis_.vocabulary.text(view.tokens[token].word);
  const bool many = word == "them" || word == "they";
  if (!many && word != "it") return false;
  if (is_first(view, token)) return word != "them";
  return word != "they" && ends_phrase(view, token + 1);
}

bool PronounMemory::may_take_up(const SentenceView& view) const {
  for (std::uint32_t t = 0; t < view.size(); ++t)
    if ((view.is(t, WordRole::pronoun_thing) || view.is(t, WordRole::pronoun_plural)) && is_thing(view, t)) return true;
  return false;
}

void PronounMemory::take_up(SentenceView& view, std::uint32_t sentence, bool votes) {
  taken_ = false;
  if (!known_ || known_->sentence + 1 != sentence || votes || !view.issues.empty()) return;
  // "It is happening before our eyes", in a paragraph of its own: what the text tells next.
  const bool apart = view.sentence->paragraph != known_->paragraph && !view.tokens[0].has(Token::opens_quote);
  for (std::uint32_t t = 0; t < view.size(); ++t) {
    if (!is_thing(view, t)) continue;
    // "Peru values the plan and is committed to it": what the sentence itself speaks of.
    if (is_first(view, t) ? apart || is_no_thing(view, t) : holder::has_own_noun(view, t)) continue;
    const std::string_view word = lexis_.vocabulary.text(view.tokens[t].word);
    const int sign = word == "it" ? known_->sign_of_it : known_->sign_of_them;
    if (sign == 0) continue;
    IssueMatch match;
    match.issue = known_->issue;
    match.pattern = known_->pattern;
    match.begin = t;
    match.end = t + 1;
    match.side = sign;
    view.issues.push_back(match);
    taken_ = true;
  }
}

// Whoever took this side before goes on about it; of others, a verb of stance must have the pronoun for its object. In
// "efforts to stop it" the pronoun may mean anything.
bool PronounMemory::is_kept(const SentenceView& view, const Candidate& candidate) const {
  const std::uint32_t pronoun = view.issues[candidate.issue_match].begin;
  const bool is_it = view.is(pronoun, WordRole::pronoun_thing);
  const bool is_object = candidate.head_end == pronoun;
  if (candidate.head_begin < pronoun && !is_object) return false;
  bool known = false;
  bool may_be_state = false;
  for (const Side& side : known_->sides) {
    const auto& actors = candidate.holder.actors;
    // "Peru rejects the treaty. Chile backs it": Peru, or the treaty; of one who supports it, both come to the same.
    may_be_state = may_be_state || (is_it && (known_->turned || (!side.is_person && side.sign < 0)));
    if (std::find(actors.begin(), actors.end(), side.actor) == actors.end()) continue;
    if (side.sign * candidate.sign <= 0) return false;
    known = true;
  }
  return known || (candidate.own_holder && is_object && !may_be_state);
}

void PronounMemory::drop_guessed(const SentenceView& view, std::vector<Candidate>& candidates) const {
  if (!taken_) return;
  std::erase_if(candidates, [&](Candidate& candidate) {
    candidate.strength = Strength::weak;
    // "We will provide them": who does something to "them" may do it to anything.
    return candidate.rule >= 0 || candidate.construction < 0 || candidate.kind == Kind::act ||
           !is_kept(view, candidate);
  });
}

void PronounMemory::note(const SentenceView& view, const std::vector<Statement>& statements, std::uint32_t sentence) {
  if (taken_) {  // "We reject them": still the same
    if (!statements.empty()) {
      known_->sentence = sentence;
      known_->paragraph = view.sentence->paragraph;
    }
    return;
  }
  known_.reset();
  if (view.issues.empty() || statements.empty()) return;
  const IssueMatch& last = view.issues.back();
  if (last.of_vote) return;
  for (const IssueMatch& match : view.issues)
    if (match.issue != last.issue) return;
  const bool done = is_done(view, last);
  const bool many = view.raw(done ? last.end - 1 : noun_of(view, last)).ends_with("s");
  Known known{last.issue, last.pattern, 0, 0, false, sentence, view.sentence->paragraph, {}};
  if (many) known.sign_of_them = done ? +1 : last.side;
  if (!many || done) known.sign_of_it = last.side;
  // "recognised the state": "it" is the state, or that they did so; "lifted the embargo" parts the two.
  known.turned = done && last.side < 0;
  for (const Statement& statement : statements) {
    const Candidate& told = statement.candidate;
    known.sides.push_back({statement.actor, told.sign, !told.holder.speaker.empty()});
    if (!is_turned(told)) continue;
    known.turned = true;
    known.sign_of_it = statements.size() == 1 && told.kind != Kind::act ? told.sign * told.stance_sign : 0;
  }
  known_ = std::move(known);
}

}  // namespace demarche::evidence
