#include <algorithm>

#include "engine/holder/actor_lists.hpp"
#include "engine/holder/finder.hpp"
#include "engine/holder/phrases.hpp"

// Holders that are told as examples of others: "countries such as Peru and Fiji", "many states, including Oman".
namespace demarche::holder {

using mention::Mention;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

// Where the examples begin that these words introduce; 0 where they introduce none.
std::uint32_t behind_introduction(const SentenceView& view, std::uint32_t token) {
  const bool introduces = view.is(token, WordRole::instance) && view.role_lengths[token] > 0;
  return introduces ? token + view.role_lengths[token] : 0;
}

// The phrase before the examples may go on here: no verb, and no sign but the one that parts them from it.
bool may_go_on(const SentenceView& view, std::uint32_t token) {
  if (view.tokens[token].has(Token::punctuation)) return view.is(token + 1, WordRole::instance);
  return view.tags[token] < Tag::finite;
}

// "countries such as Peru", "other buyers like India": where the examples begin behind a noun and what describes it.
std::uint32_t examples_behind_noun(const SentenceView& view, std::uint32_t noun) {
  constexpr std::uint32_t most = 5;  // "many other major oil buyers"
  for (std::uint32_t t = noun; t < view.size() && t <= noun + most; ++t) {
    if (const std::uint32_t first = behind_introduction(view, t)) return t > noun ? first : 0;
    const Mention* name = view.mention_at(t);
    if (!may_go_on(view, t) || (name && name->kind != Mention::Kind::nobody) || view.is(t, WordRole::preposition) ||
        view.is(t, WordRole::conjunction))
      return 0;
  }
  return 0;
}

// "European countries", "many countries", "a number of states"
bool tells_of_states(const SentenceView& view, std::uint32_t token) {
  if (view.is(token, WordRole::self_reference) && view.raw(token).ends_with('s')) return true;
  return view.is(token, WordRole::nobody) && view.mention_at(token);
}

bool may_lead_to_states(const SentenceView& view, std::uint32_t token) {
  const Mention* mention = view.mention_at(token);
  if (mention && mention->kind == Mention::Kind::actor && !mention->possessive) return false;
  return !view.tokens[token].has(Token::punctuation) &&
         (!view.is(token, WordRole::preposition) || view.raw(token) == "of");
}

// "European countries in the region, including Peru and Fiji": where the examples begin of the states that a phrase
// from `begin` on tells of; 0 when it tells of others or of none.
std::uint32_t examples_of_states(const SentenceView& view, std::uint32_t begin, std::uint32_t limit) {
  constexpr std::uint32_t longest = 10;  // words of the phrase
  bool states = false;
  for (std::uint32_t t = begin; t < limit && t < begin + longest; ++t) {
    if (const std::uint32_t first = states ? behind_introduction(view, t) : 0) return first;
    states = states || tells_of_states(view, t);
    if (!may_go_on(view, t) || (!states && !may_lead_to_states(view, t))) return 0;
  }
  return 0;
}

// "China and other buyers like India": the name that stands before the "other" ones of whom `example` is one.
const Mention* named_beside_others(const SentenceView& view, std::uint32_t example) {
  constexpr int most = 4;  // words of "other major oil buyers"
  std::uint32_t at = example;
  while (at > 0 && view.role_lengths[at - 1] == 0) --at;  // "such as"
  if (at < 2 || !view.is(at - 1, WordRole::instance)) return nullptr;
  at -= view.raw(at - 2) == "," ? 2 : 1;
  for (int words = 0; words < most && at > 1; ++words) {
    --at;
    if (view.raw(at) == "other" && view.is(at - 1, WordRole::conjunction)) {
      const Mention* left = view.mention_at(at - 2);
      const bool name = left && left->end == at - 1 && left->kind != Mention::Kind::modifier && !left->possessive;
      return name && !in_prepositional_phrase(view, *left) ? left : nullptr;
    }
    const Mention* name = view.mention_at(at);
    const bool someone = name && name->kind != Mention::Kind::nobody && name->kind != Mention::Kind::modifier;
    if (view.tokens[at].has(Token::punctuation) || someone) return nullptr;
  }
  return nullptr;
}

}  // namespace

// Whom the examples name that stand behind the noun phrase from here on; they end at `end`.
Holder HolderFinder::examples_at(std::uint32_t noun, std::uint32_t& end) const {
  for (std::uint32_t first : {examples_behind_noun(view_, noun), examples_of_states(view_, noun, view_.size())}) {
    std::uint32_t last = 0;
    Holder named = first > 0 ? named_at(first, last) : Holder{};
    if (!named.found()) continue;
    end = last;
    return named;
  }
  return {};
}

// The examples from `first` on, where nothing but a sign or the verb at `limit` follows them.
Holder HolderFinder::closed_examples(std::uint32_t first, std::uint32_t limit) const {
  std::uint32_t end = 0;
  Holder named = named_at(first, end);
  const bool closed = end == limit || (end < view_.size() && view_.tokens[end].has(Token::punctuation));
  return named.found() && closed ? named : Holder{};
}

// "Several states, including Peru and Fiji, opposed": of those nobody can name, the ones who are told by name.
Holder HolderFinder::told_by_name(const Mention& group, std::uint32_t limit) const {
  for (std::uint32_t t = group.end; t < limit; ++t)
    if (const std::uint32_t first = behind_introduction(view_, t))
      if (Holder named = closed_examples(first, limit); named.found()) return named;
  return {};
}

// "A number of states, including Peru and Fiji, opposed": those who are told by name.
Holder HolderFinder::told_by_example(std::uint32_t begin, std::uint32_t limit) const {
  const std::uint32_t first = examples_of_states(view_, begin, limit);
  return first > 0 ? closed_examples(first, limit) : Holder{};
}

// The holder whose examples begin at `example` is joined to those "other" ones.
void HolderFinder::add_named_beside_others(std::uint32_t example, Holder& holder) const {
  const Mention* beside = holder.found() ? named_beside_others(view_, example) : nullptr;
  const Holder other = beside ? joined(*beside) : Holder{};
  if (!other.found()) return;
  add_unique(holder.actors, other.actors);
  holder.begin = std::min(holder.begin, other.begin);
  holder.speaker.clear();
}

}  // namespace demarche::holder
