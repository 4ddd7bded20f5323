#include <algorithm>
#include <iterator>
#include <optional>

#include "engine/holder/finder.hpp"
#include "engine/holder/phrases.hpp"
#include "engine/mention/pair_words.hpp"

// Two who are named together, and the words that later mean one of them.
namespace demarche::holder {

using mention::Mention;
using mention::PairWord;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;

namespace {

constexpr int longest = 2;  // sentences over which "the latter" and "the guest" reach back

Holder holder_of(const Mention& mention, lexicon::ActorIndex actor, std::string speaker) {
  Holder holder;
  holder.outcome = Holder::Outcome::found;
  holder.actors = {actor};
  holder.speaker = std::move(speaker);
  holder.begin = mention.begin;
  holder.end = mention.end;
  return holder;
}

bool is_one_who_meets(const SentenceView& view, const Mention& mention) {
  if (mention.possessive || mention.actors.empty()) return false;
  return mention.kind == Mention::Kind::person || mention.kind == Mention::Kind::official ||
         (mention.kind == Mention::Kind::actor && view.is(mention.end - 1, WordRole::self_reference));
}

bool begins_with_one_of(std::string_view word, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [word](std::string_view beginning) { return word.starts_with(beginning); });
}

// Who receives whom: by the verb behind the first, else by the capital in which they are.
int host_of(const SentenceView& view, const Two& two) {
  for (std::uint32_t t = two.first.end; t < view.size(); ++t) {
    if (view.tags[t] != Tag::finite) continue;
    if (begins_with_one_of(view.raw(t), {"receiv", "host", "welcom"})) return 0;
    if (begins_with_one_of(view.raw(t), {"visit", "arriv", "travel", "flew", "call"})) return 1;
    break;
  }
  for (const Mention& place : view.mentions) {
    if (!place.place || place.possessive || place.actors.size() != 1 || place.begin == 0) continue;
    if (!view.is(place.begin - 1, WordRole::preposition)) continue;
    if (place.actors == two.first.actors) return 0;
    if (place.actors == two.second.actors) return 1;
  }
  return -1;
}

struct Region {
  std::string_view adjective;
  std::string_view group;
};
constexpr Region regions[] = {{"African", "AU"},    {"Arab", "LAS"},      {"Caribbean", "CARICOM"},
                              {"Nordic", "NORDIC"}, {"Baltic", "BALTIC"}, {"European", "EU"}};

}  // namespace

Two HolderFinder::two_named() const {
  Two two;
  two.age = 0;
  for (const Mention& mention : view_.mentions) {
    if (!is_one_who_meets(view_, mention)) continue;
    // "the Polish and Slovak presidents"
    if (mention.actors.size() == 2 && !two.first.found()) {
      two.first = holder_of(mention, mention.actors[0], {});
      two.second = holder_of(mention, mention.actors[1], {});
      continue;
    }
    if (mention.actors.size() != 1) return {};
    Holder holder = holder_of(mention, mention.actors[0], name_of(view_, mention));
    auto is_the_same = [&holder](Holder& one) {
      if (one.actors != holder.actors) return false;
      if (one.speaker.empty()) one.speaker = holder.speaker;
      return true;
    };
    if (is_the_same(two.first) || is_the_same(two.second)) continue;
    if (!two.first.found()) {
      two.first = std::move(holder);
    } else if (!two.second.found()) {
      two.second = std::move(holder);
    } else {
      return {};
    }
  }
  if (two.known()) two.host = host_of(view_, two);
  return two;
}

// "the latter", "the guest", "his counterpart"
Holder HolderFinder::one_of_two(const Mention& mention) const {
  Two here = two_named();
  const bool own = here.known() && here.second.end <= mention.begin;
  const Two& two = own ? here : discourse_.two;
  std::optional<bool> second;
  const std::uint32_t last = (mention.name_begin < mention.name_end ? mention.name_begin : mention.end) - 1;
  const PairWord word = mention::pair_word(view_, last);
  const bool known = two.known() && two.age <= longest;
  if (known && word == PairWord::former) second = false;
  if (known && word == PairWord::latter) second = true;
  if (known && two.host >= 0 && word == PairWord::host) second = two.host == 1;
  if (known && two.host >= 0 && word == PairWord::guest) second = two.host == 0;
  if (known && word == PairWord::counterpart) {
    // "his counterpart": the other one than he
    Holder he = earlier_person(mention.begin);
    if (!he.found()) he = discourse_.person;
    if (he.actors == two.first.actors) second = true;
    if (he.actors == two.second.actors) second = false;
  }
  Holder holder;
  if (second) {
    holder = *second ? two.second : two.first;
  } else if (!known && word == PairWord::guest && discourse_.two.age > longest) {
    holder = discourse_.person;  // who has come is the one of whom the text speaks
  }
  holder.begin = mention.begin;
  holder.end = mention.end;
  holder.how = "one of the two";
  return holder;
}

// "Peru's president met Mali's. He, for his part, rejected it": not he of whom the words spoke last.
Holder HolderFinder::other_of_two(const Mention& pronoun, const Holder& last) const {
  const std::uint32_t at = pronoun.end;
  if (at + 3 >= view_.size() || view_.raw(at) != ",") return {};
  const bool part = view_.raw(at + 1) == "for" && view_.raw(at + 3) == "part";
  const bool turn = view_.raw(at + 1) == "in" && view_.raw(at + 2) == "turn";
  if (!part && !turn) return {};
  Two here = two_named();
  const bool own = here.known() && here.second.end <= pronoun.begin && here.first.end <= pronoun.begin;
  const Two& two = own ? here : discourse_.two;
  if (!two.known() || two.age > longest) return {};
  if (last.actors == two.first.actors) return two.second;
  return last.actors == two.second.actors ? two.first : Holder{};
}

// "the African official": the one of the two whose state lies there. Unknown with a reason when the adjective fits none
// or both; without one when there is no such adjective.
Holder HolderFinder::of_region(const Mention& mention) const {
  Holder holder;
  if (mention.begin == 0 || mention.plural) return holder;
  const std::string_view adjective = view_.raw(mention.begin - 1);
  const Region* region = std::find_if(std::begin(regions), std::end(regions),
                                      [adjective](const Region& known) { return known.adjective == adjective; });
  if (region == std::end(regions) || !discourse_.two.known() || discourse_.two.age > longest) return holder;
  auto lies_there = [&](const Holder& one) {
    return lexis_.actors.is_member(one.actors[0], region->group, std::nullopt);
  };
  const bool first = lies_there(discourse_.two.first);
  const bool second = lies_there(discourse_.two.second);
  if (first != second) holder = first ? discourse_.two.first : discourse_.two.second;
  holder.begin = mention.begin;
  holder.end = mention.end;
  holder.how = "the one of the region";
  return holder;
}

}  // namespace demarche::holder
