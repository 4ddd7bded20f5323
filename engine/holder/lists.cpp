#include <algorithm>

#include "engine/holder/actor_lists.hpp"
#include "engine/holder/finder.hpp"
#include "engine/holder/phrases.hpp"

// Holders that are joined, and holders that something belongs to.
namespace demarche::holder {

using mention::Mention;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

constexpr int longest_list = 12;  // links between the names of a list

bool is_pronoun(const Mention& mention) {
  return mention.kind == Mention::Kind::first_pronoun || mention.kind == Mention::Kind::person_pronoun ||
         mention.kind == Mention::Kind::plural_pronoun || mention.kind == Mention::Kind::thing_pronoun;
}

// Where a name of a list begins, with what stands before it: "the minister", "his French counterpart Y", "Mr. Y".
std::uint32_t list_begin(const SentenceView& view, const Mention& mention) {
  std::uint32_t begin = before_determiners(view, mention.begin);
  const Mention* role = begin > 0 ? view.mention_at(begin - 1) : nullptr;
  if (!role || role->end != begin || role->actors != mention.actors || role->possessive) return begin;
  begin = before_determiners(view, role->begin);
  const bool owner =
      begin > 0 && (view.is(begin - 1, WordRole::pronoun_person) || view.is(begin - 1, WordRole::pronoun_plural));
  return owner ? begin - 1 : begin;
}

// "To Iran's capital, Tehran, Iraq's minister": the city says once more which place is meant.
bool names_place_again(const SentenceView& view, const Mention& name) {
  if (name.begin < 2 || view.raw(name.begin - 1) != ",") return false;
  return std::any_of(view.mentions.begin(), view.mentions.end(), [&](const Mention& other) {
    return other.end < name.begin && !other.actors.empty() && other.actors == name.actors &&
           in_prepositional_phrase(view, other);
  });
}

// "Without naming Israel, the minister": the name is the object of a verb.
bool is_object(const SentenceView& view, std::uint32_t begin) {
  Tag before = begin > 0 ? view.tags[begin - 1] : Tag::other;
  return before == Tag::ing || before == Tag::infinitive || before == Tag::finite;
}

// "In Qingdao, China, President Rouhani ...": the country says where the town lies.
bool says_where(const SentenceView& view, std::uint32_t begin) {
  if (begin < 2 || view.raw(begin - 1) != ",") return false;
  std::uint32_t town = begin - 2;
  while (town > 0 && view.tokens[town].has(Token::capitalised) && !view.is(town, WordRole::preposition)) --town;
  return town + 2 < begin && view.is(town, WordRole::preposition);
}

const Mention* office_named_until(const SentenceView& view, std::uint32_t comma) {
  for (const Mention& mention : view.mentions)
    if (mention.name_begin > mention.end && mention.name_end == comma) return &mention;
  return nullptr;
}

// Behind a preposition, with no more than words that describe the name between: "in northern Peru", "in Kenya's capital
// Nairobi", "in the Kazakh capital Astana".
bool ends_opening_phrase(const SentenceView& view, std::uint32_t name) {
  constexpr std::uint32_t most = 5;
  auto describes = [&](std::uint32_t t) {
    const Mention* owner = view.mention_at(t);
    if (owner)
      return (owner->possessive && owner->kind == Mention::Kind::actor) || owner->kind == Mention::Kind::modifier;
    if (view.is(t, WordRole::determiner) || view.raw(t) == "'s" || view.raw(t) == "\u2019s") return true;
    return view.is_content(t) && view.tags[t] == Tag::other && !view.tokens[t].has(Token::punctuation);
  };
  std::uint32_t at = name;
  while (at > 0 && name - at < most && describes(at - 1)) --at;
  return at > 0 && at < name && view.is(at - 1, WordRole::preposition);
}

}  // namespace

// The next mention to the left in the list that ends with `last` and of which all from `begin` on is known; null when
// the list begins there.
const Mention* HolderFinder::joined_before(const Mention& last, std::uint32_t begin) const {
  std::uint32_t link = begin - 1;
  while (link > 0 && view_.role_lengths[link] == 0) --link;  // "as well as"
  bool comma = view_.raw(link) == ",";
  if (!comma && !view_.is(link, WordRole::conjunction)) return nullptr;
  // "As for Sudan, we support ...": a pronoun is no end of a list of names.
  bool first_link = begin == list_begin(view_, last);
  if (comma && first_link && is_pronoun(last)) return nullptr;
  const bool but = view_.raw(link) == "but";
  const bool behind_comma = link > 0 && view_.raw(link - 1) == ",";
  // "... destabilise Peru and Chile, and we condemn it": the pronoun begins another clause.
  if (behind_comma && first_link && is_pronoun(last)) return nullptr;
  if (behind_comma) --link;
  std::uint32_t left_end = link;
  if (last.possessive && left_end > 0 && view_.tokens[left_end - 1].word == lexis_.vocabulary.find("'s"))
    --left_end;  // "Cuba's and Bolivia's"
  const Mention* left = left_end > 0 ? view_.mention_at(left_end - 1) : nullptr;
  // "The Omani foreign minister, Ali Said, and ...": the name behind the comma belongs to the office.
  const Mention* office = left ? nullptr : office_named_until(view_, left_end);
  if (office) left = office;
  if (!left || (left->end != left_end && !office) || left->kind == Mention::Kind::modifier ||
      (left->possessive && !last.possessive))
    return nullptr;
  // "many states, including Peru, Kenya and Fiji": they are told by name; "including Iran, Russia said" is no list.
  const std::uint32_t name = before_determiners(view_, left->begin);
  const bool instance = name > 0 && view_.is(name - 1, WordRole::instance) && !(comma && first_link);
  if (!instance && in_prepositional_phrase(view_, *left)) return nullptr;
  // "its two neighbours, India and China": the names say who they are.
  if (comma && left->kind == Mention::Kind::plural_pronoun) return nullptr;
  const std::uint32_t left_begin = before_determiners(view_, left->begin);
  // "Mr. President, Kenya rejects it": whom the speaker turns to.
  const bool addressed = left->kind == Mention::Kind::official && left->actors.empty() && left_begin == left->begin &&
                         left->name_begin == left->name_end;
  if (comma && first_link && addressed) return nullptr;
  if (comma && first_link && (says_where(view_, left_begin) || names_place_again(view_, *left))) return nullptr;
  // "... the entry of troops into northern Peru, Chile said": the phrase in front names a place.
  if (comma && first_link && ends_opening_phrase(view_, left_begin)) return nullptr;
  // "Crimea is Ukraine, Poland's president said": a whole clause stands before the comma.
  const bool said_of = comma && first_link && view_.clause_of[left_begin] != view_.clause_of[begin] &&
                       first_predicate(view_, view_.clause_of[left_begin]) < left_begin;
  if (said_of) return nullptr;
  // "Along with Germany and Italy, Turkey backed ...": a list ends with its conjunction.
  if (comma && first_link && left_begin > 0 && view_.is(left_begin - 1, WordRole::conjunction)) return nullptr;
  // "According to the Kremlin, Washington supports it"
  std::uint32_t phrase = left_begin;
  while (phrase > 0 && view_.role_lengths[phrase - 1] == 0) --phrase;
  if (phrase > 0 && view_.is(phrase - 1, WordRole::according)) return nullptr;
  // "not Georgia but Azerbaijan"
  if (but && left_begin > 0 && view_.is(left_begin - 1, WordRole::negator)) return nullptr;
  return is_object(view_, left_begin) ? nullptr : left;
}

// "Iran, Russia and Turkey oppose": the mentions that stand joined before the last one hold it too.
Holder HolderFinder::joined(const Mention& last) const {
  Holder holder = resolve(last);
  std::uint32_t begin = list_begin(view_, last);
  // "Russia and many other countries": of the others nobody can be named.
  std::uint32_t link = begin > 0 ? begin - 1 : 0;
  while (link > 0 && view_.role_lengths[link] == 0) --link;  // "along with"
  if (holder.outcome == Holder::Outcome::nobody && begin > 0 && view_.is(link, WordRole::conjunction))
    if (const Mention* left = joined_before(last, begin); left && resolve(*left).found()) return joined(*left);
  bool person = !holder.speaker.empty();
  for (int links = 0; links < longest_list && begin > 0; ++links) {
    const Mention* left = joined_before(last, begin);
    if (!left) break;
    Holder other = resolve(*left);
    if (!other.found()) break;
    add_unique(holder.actors, other.actors);
    if (holder.outcome != Holder::Outcome::found) break;
    holder.begin = std::min(holder.begin, other.begin);
    if (person) holder.speaker.clear();
    begin = list_begin(view_, *left);
  }
  add_named_beside_others(begin, holder);
  std::sort(holder.actors.begin(), holder.actors.end());
  return holder;
}

Holder HolderFinder::pair_with(const Holder& subject) const {
  if (!subject.found() || subject.actors.size() != 1) return {};
  Holder pair;
  for (const Mention& mention : view_.mentions) {
    const bool side = mention.kind == Mention::Kind::actor && view_.is(mention.end - 1, WordRole::self_reference) &&
                      !view_.tokens[mention.end - 1].has(Token::capitalised);  // no "United States"
    const bool official = mention.kind == Mention::Kind::person || mention.kind == Mention::Kind::official || side;
    if (!official || mention.possessive || mention.actors.size() != 1 || mention.actors == subject.actors) continue;
    if (pair.found() && pair.actors != mention.actors) return {};
    pair.outcome = Holder::Outcome::found;
    pair.actors = mention.actors;
  }
  if (!pair.found()) return {};
  add_unique(pair.actors, subject.actors);
  std::sort(pair.actors.begin(), pair.actors.end());
  return pair;
}

Holder HolderFinder::named_at(std::uint32_t token, std::uint32_t& end) const {
  while (token < view_.size() && (view_.is(token, WordRole::determiner) || view_.is(token, WordRole::transparent) ||
                                  view_.is(token, WordRole::former) || view_.role_lengths[token] == 0))
    ++token;
  const Mention* mention = view_.mention_at(token);
  if (!mention || mention->kind == Mention::Kind::nobody)
    if (Holder examples = examples_at(token, end); examples.found()) return examples;
  if (!mention || mention->kind == Mention::Kind::modifier) return {};
  end = mention->end;
  Holder holder = resolve(*mention);
  // The list goes on: "by Iran, Russia and China"
  const Holder first = holder;
  const std::uint32_t first_end = end;
  bool joined = false;
  for (int links = 0; links < longest_list; ++links) {
    std::uint32_t at = end;
    if (at < view_.size() && view_.raw(at) == ",") ++at;
    const bool joins = view_.is(at, WordRole::conjunction);
    if (joins) at += std::max<std::uint32_t>(view_.role_lengths[at], 1);  // "as well as"
    if (at == end) break;
    while (view_.is(at, WordRole::determiner)) ++at;
    const Mention* next = view_.mention_at(at);
    if (joins && (!next || next->kind == Mention::Kind::nobody))
      if (Holder examples = examples_at(at, end); examples.found()) {
        add_unique(holder.actors, examples.actors);
        joined = true;
        break;
      }
    // "by Iran, Russia and three other states"
    joined = joined || (joins && !next && at < view_.size() && view_.tags[at] < Tag::finite);
    if (!next || next->begin != at || next->kind == Mention::Kind::modifier || next->possessive) break;
    // "is rejected by Iran and Russia condemned it": the subject of a clause
    const bool clause = view_.clauses[view_.clause_of[end]].begin == end && next->end < view_.size() &&
                        (view_.tags[next->end] == Tag::finite || view_.tags[next->end] == Tag::auxiliary);
    if (clause) break;
    Holder other = resolve(*next);
    if (!other.found()) break;
    joined = joined || joins || other.actors == first.actors;
    add_unique(holder.actors, other.actors);
    end = next->end;
  }
  // "Due to this, added Lavrov, the White House has ...": a list ends with its conjunction.
  if (!joined && end != first_end) {
    holder = first;
    end = first_end;
  }
  std::sort(holder.actors.begin(), holder.actors.end());
  return holder;
}

namespace {

// Adjectives may stand between a possessor and its noun: "Tehran's steadfast opposition".
bool is_passed(const SentenceView& view, std::uint32_t token) {
  bool word = !view.tokens[token].has(Token::punctuation) || view.raw(token) == "-" ||
              view.tokens[token].has(Token::opens_quote);
  if (!word || view.is(token, WordRole::preposition) || view.is(token, WordRole::conjunction) ||
      view.is(token, WordRole::determiner))
    return false;
  return view.tags[token] == Tag::other || view.tags[token] == Tag::noun || view.tags[token] == Tag::participle;
}

// "U.S. support for", "EU opposition to": short names stand before nouns as they are.
bool is_short_name(const SentenceView& view, const Mention& mention) {
  return mention.kind == Mention::Kind::actor && mention.actors.size() == 1 && mention.end == mention.begin + 1 &&
         view.tokens[mention.begin].has(Token::all_caps);
}

}  // namespace

Holder HolderFinder::possessor_before(std::uint32_t noun) const {
  std::uint32_t at = noun;
  for (int words = 0; words < 4 && at > 0; ++words) {
    std::uint32_t left = at - 1;
    if (view_.tokens[left].word == lexis_.vocabulary.find("'s")) {
      const Mention* mention = left > 0 ? view_.mention_at(left - 1) : nullptr;
      return mention ? joined(*mention) : Holder{};
    }
    if (const Mention* mention = view_.mention_at(left)) {
      const bool owns = mention->possessive || mention->kind == Mention::Kind::modifier;
      if (!owns && !is_short_name(view_, *mention)) return {};
      Holder holder = resolve(*mention);
      if (mention->kind == Mention::Kind::modifier) {
        holder.actors = mention->actors;
        holder.outcome = Holder::Outcome::found;
      }
      return holder;
    }
    if (!is_passed(view_, left)) return {};
    at = left;
  }
  return {};
}

}  // namespace demarche::holder
