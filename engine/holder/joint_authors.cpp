#include <algorithm>

#include "engine/holder/actor_lists.hpp"
#include "engine/holder/finder.hpp"
#include "engine/holder/phrases.hpp"

// Who "we" are where the text says so, and which of those who met "the ministers, for their part," are.
namespace demarche::holder {

using mention::Mention;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

bool parts_phrases(const SentenceView& view, std::uint32_t token) {
  return view.raw(token) == "," || view.tokens[token].has(Token::spaced_dash);
}

// Where what "we" are called ends, at the sign before the verb; 0 when no verb follows such a sign. In "the heads of
// delegation" a noun may look like a verb.
std::uint32_t end_of_apposition(const SentenceView& view, std::uint32_t begin) {
  constexpr std::uint32_t longest = 100;
  for (std::uint32_t verb = begin + 1; verb < view.size() && verb < begin + longest; ++verb) {
    if (view.tags[verb] != Tag::finite && view.tags[verb] != Tag::auxiliary) continue;
    std::uint32_t end = verb;
    while (end > begin && (view.is(end - 1, WordRole::degree_adverb) || view.is(end - 1, WordRole::booster))) --end;
    if (end > begin && parts_phrases(view, end - 1)) return end - 1;
  }
  return 0;
}

// "meeting in Lima", "gathered at the summit": what they do there names no more of them.
std::uint32_t end_of_names(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = begin; t < end; ++t) {
    const bool verb = view.tags[t] > Tag::noun && view.tags[t] != Tag::finite && !view.mention_at(t);
    if (verb || view.is(t, WordRole::relative) || view.is(t, WordRole::clause_opener)) return t;
  }
  return end;
}

}  // namespace

// "We, the foreign ministers of Peru, Chile and Togo, condemn ...", "We, the heads of delegation – Foreign Minister of
// Peru A, President B of Chile – reject ...": all who are named up to the verb.
Holder HolderFinder::joint_authors(const Mention& pronoun) const {
  Holder joint;
  std::uint32_t begin = pronoun.end + 1;
  if (pronoun.possessive || begin >= view_.size() || view_.raw(pronoun.end) != ",") return joint;
  if (!view_.is(begin, WordRole::determiner) && !view_.is(begin, WordRole::joint)) return joint;
  const std::uint32_t end = end_of_apposition(view_, begin);
  const std::uint32_t last = end_of_names(view_, begin, end);
  for (const Mention& mention : view_.mentions) {
    const bool holder = mention.kind == Mention::Kind::actor || mention.kind == Mention::Kind::official ||
                        mention.kind == Mention::Kind::person;
    if (!holder || mention.begin < begin || mention.begin >= last || mention.possessive || mention.place) continue;
    if (mention.kind == Mention::Kind::actor && mention.begin > begin && view_.tags[mention.begin - 1] == Tag::noun)
      continue;
    add_unique(joint.actors, mention.actors);
  }
  if (joint.actors.size() < 2) return {};
  std::sort(joint.actors.begin(), joint.actors.end());
  joint.outcome = Holder::Outcome::found;
  joint.begin = pronoun.begin;
  joint.end = pronoun.end;
  joint.how = "who we are";
  return joint;
}

// Those who say in the sentence who they are together.
Holder HolderFinder::authors_told() const {
  for (const Mention& mention : view_.mentions)
    if (mention.kind == Mention::Kind::first_pronoun)
      if (Holder joint = joint_authors(mention); joint.found()) return joint;
  return {};
}

// "The ministers, for their part, promised ...", "For their part, the ministers ...": those who came, without whom they
// came to.
Holder HolderFinder::without_host(const Mention& mention, Holder all) const {
  const std::uint32_t end = mention.end;
  const bool behind = end + 4 < view_.size() && view_.raw(end) == "," && view_.raw(end + 3) == "part";
  const bool before =
      mention.begin > 3 && view_.raw(mention.begin - 1) == "," && view_.raw(mention.begin - 2) == "part";
  if ((!behind && !before) || all.actors.size() < 2) return all;
  const Two& two = discourse_.two;
  const Holder& host = two.known() && two.host >= 0 ? (two.host == 0 ? two.first : two.second) : discourse_.person;
  const auto& out = discourse_.speaking.empty() ? host.actors : discourse_.speaking;
  std::vector<lexicon::ActorIndex> rest;
  for (lexicon::ActorIndex actor : all.actors)
    if (std::find(out.begin(), out.end(), actor) == out.end()) rest.push_back(actor);
  if (!rest.empty()) all.actors = std::move(rest);
  return all;
}

}  // namespace demarche::holder
