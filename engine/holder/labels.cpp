#include <algorithm>

#include "engine/holder/finder.hpp"
#include "engine/holder/phrases.hpp"

// Whose words they are where no verb of speech says so: labels, standpoints, colons.
namespace demarche::holder {

using mention::Clause;
using mention::Mention;
using mention::Tag;
using program::WordRole;
using text::Token;

// "From Beijing's standpoint, ...", "For Switzerland, ...": the clause tells how the one who is named sees it.
void HolderFinder::find_standpoint(SentenceVoices& out) const {
  if (find_standpoint_behind(out)) return;
  std::uint32_t first = 0;
  while (first < view_.size() && view_.tokens[first].has(Token::punctuation)) ++first;
  if (first + 3 >= view_.size()) return;
  const std::string_view opener = lexis_.vocabulary.text(view_.tokens[first].word);
  if (opener != "for" && opener != "from" && opener != "in") return;
  std::uint32_t at = first + 1;
  while (at < view_.size() && view_.is(at, WordRole::determiner)) ++at;
  const Mention* mention = view_.mention_at(at);
  if (!mention || mention->begin != at || !mention->is_holder()) return;
  std::uint32_t end = mention->end;
  if (opener != "for") {
    if (!names_standpoint(mention->begin)) return;
    while (end < view_.size() && view_.raw(end) != ",") ++end;
  }
  if (end >= view_.size() || view_.raw(end) != "," || (opener == "for" && mention->possessive)) return;
  // "For Iran, it appears that ..."
  if (opener == "for" && view_.is(end + 1, WordRole::pronoun_thing)) return;
  Voice voice;
  voice.holder = resolve(*mention);
  voice.verb = first;
  if (!voice.holder.found()) return;
  out.voices.push_back(voice);
  assign(out, static_cast<int>(out.voices.size() - 1), end, view_.size());
}

// "The curbs must go, in Beijing's view.": behind what is said.
bool HolderFinder::find_standpoint_behind(SentenceVoices& out) const {
  constexpr std::uint32_t longest = 14;
  constexpr std::uint32_t shortest = 8;
  if (view_.size() < shortest) return false;
  std::uint32_t comma = view_.size() - 2;
  while (comma > 0 && comma + longest > view_.size() && view_.raw(comma) != ",") --comma;
  if (view_.raw(comma) != "," || (view_.raw(comma + 1) != "in" && view_.raw(comma + 1) != "from")) return false;
  std::uint32_t name = comma + 2;
  while (name < view_.size() && view_.is(name, WordRole::determiner)) ++name;
  const Mention* mention = view_.mention_at(name);
  const std::uint32_t last = view_.size() - 2;  // before the full stop
  if (!mention || mention->begin != name || !mention->is_holder()) return false;
  if (!mention->possessive && mention->end != last + 1) return false;
  if (!view_.is(last, WordRole::standpoint) || view_.raw(last + 1) != ".") return false;
  for (std::uint32_t t = mention->end; t < last; ++t)
    if (view_.tokens[t].has(Token::punctuation) || view_.tags[t] == Tag::finite) return false;
  Voice voice;
  voice.holder = resolve(*mention);
  voice.verb = comma + 1;
  if (!voice.holder.found()) return false;
  out.voices.push_back(voice);
  assign(out, static_cast<int>(out.voices.size() - 1), 0, comma);
  return true;
}

// "Beijing's standpoint,", "his government's own view,"
bool HolderFinder::names_standpoint(std::uint32_t token) const {
  constexpr std::uint32_t longest = 12;
  bool named = false;
  for (std::uint32_t at = token; at < token + longest && at < view_.size(); ++at) {
    if (view_.raw(at) == ",") return named;
    named = view_.is(at, WordRole::standpoint) || (named && view_.role_lengths[at] == 0);
  }
  return false;
}

// "Norway - Marta Moe, State Secretary: "We ..."": the state that heads the label, which `colon` ends; else null.
const Mention* HolderFinder::state_of_label(std::uint32_t& colon) const {
  constexpr std::uint32_t longest = 30;
  const Mention* state = view_.mention_at(0);
  if (!state || state->kind != Mention::Kind::actor || state->possessive || state->actors.size() != 1) return nullptr;
  if (state->end == view_.size()) return nullptr;
  if (!view_.tokens[state->end].has(Token::spaced_dash) && view_.raw(state->end) != "(") return nullptr;
  for (colon = state->end; colon + 1 < view_.size() && colon < longest; ++colon) {
    if (view_.tags[colon] == Tag::finite || view_.tags[colon] == Tag::auxiliary) return nullptr;
    if (view_.raw(colon) == ":") return view_.tokens[colon + 1].has(Token::opens_quote) ? state : nullptr;
  }
  return nullptr;
}

// "Norwegian Prime Minister Jonas Gahr Støre: ..."
void HolderFinder::find_label(SentenceVoices& out) const {
  std::uint32_t colon = 0;
  if (const Mention* state = state_of_label(colon)) {
    Voice voice;
    voice.holder = resolve(*state);
    voice.verb = colon;
    out.voices.push_back(voice);
    return assign(out, static_cast<int>(out.voices.size() - 1), colon + 1, view_.size());
  }
  // Whoever is named behind the last sign of a headline may stand far behind.
  for (std::uint32_t t = 14; t + 1 < view_.size(); ++t) {
    if (view_.raw(t) != ":" || view_.size() - t > 10) continue;
    std::uint32_t name = t + 1;
    while (name + 1 < view_.size() && view_.is(name, WordRole::determiner)) ++name;
    const Mention* tail = view_.mention_at(name);
    if (!tail || tail->begin != name || tail->end != view_.size() || !tail->is_holder()) continue;
    Voice voice;
    voice.holder = resolve(*tail);
    voice.verb = t;
    if (voice.holder.outcome == Holder::Outcome::unknown) continue;
    out.voices.push_back(voice);
    return assign(out, static_cast<int>(out.voices.size() - 1), 0, t);
  }
  for (std::uint32_t t = 1; t + 1 < view_.size() && t < 14; ++t) {
    bool dash = view_.tokens[t].has(Token::spaced_dash);
    if (view_.raw(t) != ":" && !dash) continue;
    // "Sanctions must go: Zimbabwe president"
    const Mention* tail = view_.mention_at(t + 1);
    if (tail && tail->begin == t + 1 && tail->end == view_.size() && tail->is_holder()) {
      Voice voice;
      voice.holder = resolve(*tail);
      voice.verb = t;
      if (voice.holder.outcome == Holder::Outcome::unknown) return;
      out.voices.push_back(voice);
      return assign(out, static_cast<int>(out.voices.size() - 1), 0, t);
    }
    if (dash) continue;
    const Mention* mention = view_.mention_at(t - 1);
    if (!mention) return;
    // "Japan's special envoy for Chad: ..."
    if (const Mention* office = view_.mention_at(0);
        office && office->kind == Mention::Kind::official && office->end < mention->begin &&
        view_.is(office->end, WordRole::preposition) && office->end + 4 > mention->begin)
      mention = office;
    const Holder named = joined(*mention);  // "Peru, Chile and Togo: ..."
    if (before_determiners(view_, named.found() ? named.begin : mention->begin) != 0) return;
    if (view_.tokens[t].has(Token::space_before) && is_dateline(view_, *mention)) return;
    if (named.outcome == Holder::Outcome::unknown) return;
    Voice voice;
    voice.holder = named;
    voice.verb = t;
    out.voices.push_back(voice);
    assign(out, static_cast<int>(out.voices.size() - 1), t + 1, view_.size());
    return;
  }
}

// "Lavrov had this to say: "..."", "The minister's answer was short: "..."": no verb of speech claims the quote behind
// the sign, and the clause in front of it has a subject.
void HolderFinder::find_colon(SentenceVoices& out) const {
  for (std::uint32_t colon = 2; colon + 5 < view_.size(); ++colon) {
    if (view_.raw(colon) != ":" || !view_.tokens[colon + 1].has(Token::opens_quote)) continue;
    if (out.voice_of[colon + 1] >= 0 || out.voice_of[colon + 2] >= 0) return;
    for (std::uint32_t c = view_.clause_of[colon - 1] + 1; c-- > 0;) {
      const Clause& clause = view_.clauses[c];
      const bool by_itself = clause.kind == Clause::Kind::main || clause.kind == Clause::Kind::coordinate;
      const std::uint32_t predicate = first_predicate(view_, c);
      if (!by_itself || predicate >= std::min(clause.end, colon)) continue;
      // "The envoy was met with shouts: "...""
      for (std::uint32_t t = predicate; t < std::min(clause.end, colon); ++t)
        if (view_.tags[t] == Tag::participle) return;
      Voice voice;
      voice.holder = subject_of(predicate);
      voice.verb = colon;
      if (voice.holder.outcome == Holder::Outcome::unknown) return;
      voice.quoted = true;
      out.voices.push_back(voice);
      std::uint32_t end = colon + 2;
      while (end < view_.size() && !view_.tokens[end].has(Token::closes_quote)) ++end;
      return assign(out, static_cast<int>(out.voices.size() - 1), colon + 1, end);
    }
    return;
  }
}

}  // namespace demarche::holder
