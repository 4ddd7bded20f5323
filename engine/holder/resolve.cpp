#include <algorithm>

#include "engine/holder/finder.hpp"
#include "engine/holder/phrases.hpp"
#include "engine/holder/unknown_speaker.hpp"
#include "engine/mention/pair_words.hpp"
#include "engine/text/fold.hpp"

// Whom a mention means: a name itself, a pronoun or a bare role by what was said before.
namespace demarche::holder {

using mention::Mention;
using program::WordRole;

namespace {

Holder speaks_for_no_state(const Mention& mention) {
  Holder holder = unresolved(mention);
  if (mention.kind == Mention::Kind::medium) holder.how = "medium";
  holder.outcome = Holder::Outcome::nobody;
  return holder;
}

constexpr const char* of_own_state = "role of the document's own state";

// "In Moscow, the foreign ministry said": the capital that opens the sentence.
const Mention* opening_place(const mention::SentenceView& view, const Mention& office) {
  if (office.kind != Mention::Kind::official || office.office == lexicon::none) return nullptr;
  for (const Mention& mention : view.mentions) {
    if (mention.begin > 2 || mention.begin >= office.begin) return nullptr;
    if (mention.place && mention.begin > 0 && view.is(mention.begin - 1, WordRole::preposition) &&
        mention.end < view.size() && view.raw(mention.end) == ",")
      return &mention;
  }
  return nullptr;
}

// "A day after Norway left, ...", "Fiji, which thanked Norway, ...": a state that a clause beside the main one names.
bool is_told_beside(const mention::SentenceView& view, const Mention& mention) {
  using Kind = mention::Clause::Kind;
  const Kind kind = view.clauses[view.clause_of[mention.begin]].kind;
  return kind == Kind::subordinate || kind == Kind::relative || kind == Kind::conditional || kind == Kind::participle;
}

// "Mali's growth depends on it, its foreign minister said": the state that the sentence began with.
const Mention* state_of_its(const mention::SentenceView& view, const Mention& office) {
  if (office.begin == 0 || !view.is(office.begin - 1, WordRole::pronoun_thing)) return nullptr;
  const Mention* state = nullptr;
  for (const Mention& mention : view.mentions) {
    if (mention.begin >= office.begin) break;
    if (mention.kind != Mention::Kind::actor || mention.actors.size() != 1 || in_prepositional_phrase(view, mention) ||
        is_dateline(view, mention))
      continue;
    const bool beside = is_told_beside(view, mention);
    const bool fits_better = state && is_told_beside(view, *state) && !beside && !mention.possessive;
    if (!state || fits_better || (state->possessive && !mention.possessive && !beside)) state = &mention;
  }
  return state;
}

bool is_among(const std::vector<lexicon::ActorIndex>& some, const std::vector<lexicon::ActorIndex>& all) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

// "Hungary, whose foreign minister rejected ...": the name in front of the comma.
const Mention* owner_by_relative(const mention::SentenceView& view, const Mention& office) {
  if (office.begin < 2 || view.raw(office.begin - 1) != "whose") return nullptr;
  std::uint32_t at = office.begin - 1;
  if (view.raw(at - 1) == ",") --at;
  const Mention* owner = at > 0 ? view.mention_at(at - 1) : nullptr;
  return owner && owner->end == at && !owner->possessive && !owner->actors.empty() ? owner : nullptr;
}

// "the Omani people and government": the state of what the bare office is joined to.
const Mention* owner_of_joined(const mention::SentenceView& view, const Mention& office) {
  if (office.kind != Mention::Kind::official || office.name_begin != office.name_end || office.begin < 2)
    return nullptr;
  if (!view.is(office.begin - 1, WordRole::conjunction) || view.raw(office.begin - 1) == ",") return nullptr;
  const Mention* left = view.mention_at(office.begin - 2);
  const bool one = left && left->end == office.begin - 1 && left->actors.size() == 1 && !left->possessive;
  return one && left->kind == Mention::Kind::actor && view.is(left->end - 1, WordRole::self_reference) ? left : nullptr;
}

// "We, the Netherlands, are doing ...": the pronoun says itself who it is.
const Mention* told_who_we_are(const mention::SentenceView& view, const Mention& pronoun) {
  std::uint32_t at = pronoun.end;
  if (pronoun.possessive || at >= view.size() || view.raw(at) != ",") return nullptr;
  ++at;
  while (at < view.size() && view.is(at, WordRole::determiner)) ++at;
  const Mention* name = view.mention_at(at);
  const bool told = name && name->begin == at && name->kind == Mention::Kind::actor && name->actors.size() == 1 &&
                    !name->possessive && name->end < view.size() && view.raw(name->end) == ",";
  return told ? name : nullptr;
}

// "the ministry", "the government": no person.
bool is_body(const mention::SentenceView& view, const Mention& mention) {
  return view.is(mention.end - 1, WordRole::seated) && mention.name_begin == mention.name_end;
}

// "Namibia reiterates her concern": a state that the speaker calls "she".
const Mention* state_called_she(const mention::SentenceView& view, const Mention& pronoun) {
  const std::uint32_t verb = pronoun.begin - 1;
  if (pronoun.begin < 2 || view.raw(pronoun.begin) != "her" || view.tags[verb] != mention::Tag::finite) return nullptr;
  const Mention* state = view.mention_at(verb - 1);
  const bool subject = state && state->end == verb && state->kind == Mention::Kind::actor && !state->possessive;
  return subject ? state : nullptr;
}

}  // namespace

Holder HolderFinder::resolve(const Mention& mention) const {
  switch (mention.kind) {
    case Mention::Kind::medium:
    case Mention::Kind::private_person:
    case Mention::Kind::nobody:
      return speaks_for_no_state(mention);
    case Mention::Kind::person_pronoun: {
      if (const Mention* state = state_called_she(view_, mention))
        return standing_for(named(*state), mention, "pronoun");
      Holder earlier = earlier_person(mention.begin);
      if (earlier.outcome == Holder::Outcome::nobody) return earlier;
      if (!earlier.found())
        if (Holder stranger = stranger_before(mention.begin); stranger.outcome == Holder::Outcome::nobody)
          return stranger;
      const Holder& he = earlier.found() ? earlier : last_person(mention.begin);
      // "His country backed the truce, Togo's minister said."
      if (!earlier.found() && mention.end > mention.begin + 1)
        if (const Holder sayer = sayer_to_come(mention); sayer.found() && sayer.actors != he.actors)
          return standing_for(sayer, mention, "pronoun");
      if (const Holder other = other_of_two(mention, he); other.found()) return standing_for(other, mention, "pronoun");
      return standing_for(he, mention, "pronoun");
    }
    case Mention::Kind::first_pronoun:
      if (const Mention* name = told_who_we_are(view_, mention)) return standing_for(named(*name), mention, "named");
      if (const Holder joint = joint_authors(mention); joint.found()) return joint;
      if (const Holder voice = voice_at(mention.begin); voice.outcome != Holder::Outcome::unknown)
        return standing_for(voice, mention, "first person");
      return standing_for(discourse_.authors, mention, "first person");
    case Mention::Kind::thing_pronoun:
      // "The statement says": whose it was said to be, else of those who were the subject before
      if (view_.is(mention.begin, WordRole::standpoint)) {
        const Holder* author = discourse_.author_of(view_.tokens[mention.end - 1].word);
        return standing_for(author ? *author : discourse_.last, mention, "author");
      }
      if (view_.is(mention.begin, WordRole::self_reference)) return country_of_sayer(mention);
      if (view_.role_lengths[mention.begin] == 2) {
        Holder holder = state_meant(mention);
        // "the kingdom" is no republic
        const std::string style = text::fold(view_.raw(mention.end - 1));
        return lexis_.actors.is_style_of_others(style, holder.actors) ? unresolved(mention) : holder;
      }
      return state_meant(mention);
    case Mention::Kind::plural_pronoun:
      return without_host(mention, group_meant(mention));
    default:
      break;
  }
  bool role = mention.kind == Mention::Kind::official || mention.kind == Mention::Kind::person;
  return role && mention.actors.empty() ? official_meant(mention) : named(mention);
}

// "The minister said the country would ...": of whoever says so, unless another state was named between.
Holder HolderFinder::country_of_sayer(const Mention& country) const {
  const Holder voice = voice_at(country.begin);
  const bool spoken = voices_ && country.begin < voices_->voice_of.size() && voices_->voice_of[country.begin] >= 0;
  const bool told = voice.found() && voice.actors.size() == 1 && voice.begin < voice.end && voice.end <= country.begin;
  if (!told) {
    // "The country would never accept it, Togo's minister said."
    const Holder behind = sayer_to_come(country);
    return behind.found() ? standing_for(behind, country, "own country") : unresolved(country);
  }
  if (!spoken) return unresolved(country);
  const std::uint32_t verb = voices_->voices[static_cast<std::size_t>(voices_->voice_of[country.begin])].verb;
  for (const Mention& other : view_.mentions) {
    if (other.begin >= country.begin) break;
    // "The minister, speaking at a conference in Oslo, said the country ...": where or to whom he spoke
    if (other.begin < verb && is_told_beside(view_, other)) continue;
    if (other.begin >= voice.end && !other.actors.empty() && other.actors != voice.actors) return unresolved(country);
  }
  return standing_for(voice, country, "own country");
}

Holder HolderFinder::named(const Mention& mention) const {
  Holder holder = unresolved(mention);
  holder.actors = mention.actors;
  holder.speaker = name_of(view_, mention);
  // "The Russian foreign minister" behind "Lavrov said": the same man.
  if (holder.speaker.empty() && mention.kind == Mention::Kind::official && discourse_.person.found() &&
      discourse_.person.actors == holder.actors && !mention.plural)
    holder.speaker = discourse_.person.speaker;
  holder.outcome = holder.actors.empty() ? Holder::Outcome::unknown : Holder::Outcome::found;
  return holder;
}

// "The Americans must go," he said: of whom the words speak, whose speaker the pronoun is.
bool HolderFinder::is_spoken_of(const Mention& other, std::uint32_t pronoun) const {
  bool open = discourse_.quote_open;
  const std::vector<bool> quoted = quoted_tokens(view_, open);
  if (quoted[other.begin] && !quoted[pronoun]) return true;
  std::uint32_t verb = pronoun + 1;
  while (verb < view_.size() && view_.is(verb, WordRole::degree_adverb)) ++verb;
  std::uint32_t subject = 0;
  // "X accused Y of clinging to power, which, he said, ...": words of X go on behind.
  for (std::uint32_t t = verb; t < view_.size(); ++t)
    if (view_.raw(t) == ",") return false;
  return verb < view_.size() && is_speech_verb(verb) && trails(verb, {}, subject) && other.begin < subject;
}

// "Bishop Ana Ruiz, who leads the protests, denounced the draft; she opposes any treaty": nobody whom the text named
// before.
Holder HolderFinder::stranger_before(std::uint32_t pronoun) const {
  for (std::uint32_t verb = 0; verb < pronoun; ++verb)
    if (view_.tags[verb] == mention::Tag::finite)
      if (Holder stranger = unknown_name_before(view_, verb, discourse_); stranger.outcome != Holder::Outcome::unknown)
        return stranger;
  return {};
}

// Of whom the text spoke last; inside an open quote, of whom the quote did.
const Holder& HolderFinder::last_person(std::uint32_t pronoun) const {
  if (discourse_.told.outcome == Holder::Outcome::unknown) return discourse_.person;
  bool open = discourse_.quote_open;
  return quoted_tokens(view_, open)[pronoun] ? discourse_.told : discourse_.person;
}

// Whom "he" means in a sentence that has named somebody before this token; a subject before all others.
Holder HolderFinder::earlier_person(std::uint32_t before) const {
  constexpr std::uint32_t longest_body = 3;  // words: "the Norwegian authorities", no "spokesman of Peru's government"
  const Mention* best = nullptr;
  bool best_is_subject = false;
  for (const Mention& mention : view_.mentions) {
    if (mention.begin >= before) break;
    // "his Venezuelan host", "the Omani guest"
    const bool one =
        mention.kind == Mention::Kind::actor && mention::pair_word(view_, mention.end - 1) != mention::PairWord::none;
    // "Archbishop Ana Ruiz denounced it; she opposes ...": no state's
    const bool is_private = mention.kind == Mention::Kind::private_person && mention.name_begin < mention.name_end;
    const bool person =
        one || is_private || mention.kind == Mention::Kind::person || mention.kind == Mention::Kind::official;
    if (!person || mention.possessive || in_prepositional_phrase(view_, mention)) continue;
    if (is_spoken_of(mention, before)) continue;
    // "the ambassador underlined his country's support": whoever the bare role stands for; to one who speaks for a
    // state himself, "the representative and his country" are others.
    const bool stranger = !discourse_.speaking.empty();
    if (mention.actors.empty() && !is_private && (mention.plural || stranger || !resolve(mention).found())) continue;
    // "The authorities want it, he added": a body is no "he".
    const bool body = view_.is(mention.end - 1, WordRole::seated) && mention.end - mention.begin <= longest_body;
    if (mention.name_begin == mention.name_end && (mention.plural || body)) continue;
    std::uint32_t clause = view_.clause_of[mention.begin];
    bool is_subject = mention.begin < first_predicate(view_, clause);
    if (best_is_subject && !is_subject) continue;  // "Zarif told Lavrov that he ..."
    // "Orban, whom Merkel had invited, said he ...": who is named in a relative clause is told of in passing.
    const bool passing = view_.clauses[clause].kind == mention::Clause::Kind::relative;
    if (best_is_subject && passing && clause != view_.clause_of[before]) continue;
    best = &mention;
    best_is_subject = is_subject;
  }
  return best ? resolve(*best) : Holder{};
}

// In a readout those whom its title names go before two who met in a sentence.
bool HolderFinder::those_who_met(bool joint) const {
  if (!discourse_.met.found()) return false;
  return discourse_.speaking.empty() ? joint : discourse_.group.outcome == Holder::Outcome::unknown;
}

// Some sentences later "they" are others, but for those whom the title of a readout names.
bool HolderFinder::is_group_past() const {
  const auto& group = discourse_.group.actors;
  const auto& titled = discourse_.titled;
  return discourse_.group_age >= 2 && !std::is_permutation(group.begin(), group.end(), titled.begin(), titled.end());
}

// "India and Brazil said that they wanted it": the pronoun opens what several have said together.
Holder HolderFinder::own_words_of_group(std::uint32_t pronoun) const {
  if (!voices_ || pronoun >= voices_->voice_of.size() || voices_->voice_of[pronoun] < 0) return {};
  const Voice& voice = voices_->voices[static_cast<std::size_t>(voices_->voice_of[pronoun])];
  const bool opens = view_.is(pronoun - 1, WordRole::complementiser) || voice.verb + 1 == pronoun;
  return opens && !voice.quoted && voice.verb < pronoun && voice.holder.actors.size() > 1 ? voice.holder : Holder{};
}

// "they", "the two sides"
Holder HolderFinder::group_meant(const Mention& mention) const {
  if (Holder all = those_who_take_part(mention); *all.how != 0) return all;
  const Mention* several = nullptr;
  for (const Mention& other : view_.mentions)
    if (other.begin < mention.begin && other.actors.size() > 1) several = &other;
  // In the middle of a sentence "they" and "their" mean what the sentence spoke of, unless it names who.
  const bool joint = view_.is(mention.begin, WordRole::joint);
  // "At a press conference, both ministers": the subject behind a fronted phrase
  const bool fronted = mention.begin > 0 && view_.raw(mention.begin - 1) == "," &&
                       (joint || opens_with_circumstance(view_, mention.begin - 1));
  if (const Holder own = joint ? Holder{} : own_words_of_group(mention.begin); own.found())
    return standing_for(own, mention, "pronoun");
  if (!several && !fronted && mention.begin > 1 && has_own_noun(view_, mention.begin)) return unresolved(mention);
  // "New Delhi said they do not recognise ...": a state's own words about itself
  Holder voice = voice_at(mention.begin);
  if (!several && voice.found() && voice.speaker.empty() && voice.begin < voice.end && voice.end <= mention.begin)
    return standing_for(voice, mention, "pronoun");
  // "The ministers reaffirmed ...," the statement by the Group of 77 said: the tag names whose they are.
  if (!several && joint && voice.found() && voice.speaker.empty() && voice.begin >= mention.end)
    return standing_for(voice, mention, "members");
  if (!several && !joint && !those_who_met(joint) && is_group_past()) return unresolved(mention);
  const Holder& earlier = those_who_met(joint) ? discourse_.met : discourse_.group;
  Holder holder = standing_for(several ? resolve(*several) : earlier, mention, "pronoun");
  if (holder.outcome == Holder::Outcome::nobody) return holder;
  // Who speaks says "we" of himself; his "they" are others.
  if (holder.found() && holder.actors == discourse_.speaking) return {};
  if (!several && !joint && voice.found() && discourse_.speaking.empty() && is_among(voice.actors, holder.actors))
    return unresolved(mention);
  // "The two sides" are the two of whom the text has spoken; "they" may be anybody.
  if (!holder.found() && joint && discourse_.recent.size() == 2 && discourse_.speaking.empty()) {
    holder.outcome = Holder::Outcome::found;
    holder.actors = discourse_.recent;
    std::sort(holder.actors.begin(), holder.actors.end());
  }
  return holder;
}

// "The President" in a readout of the state that the text is by.
bool HolderFinder::is_own_office(const Mention& mention) const {
  if (discourse_.speaking.size() != 1 || mention.office == lexicon::none || mention.name_begin != mention.name_end ||
      mention.plural || mention.kind != Mention::Kind::official)
    return false;
  const auto& people = lexis_.actors.people;
  return lexis_.actors.offices[mention.office].level == lexicon::OfficeLevel::head &&
         std::any_of(people.begin(), people.end(), [&](const lexicon::Person& person) {
           return person.actor == discourse_.speaking[0] &&
                  std::any_of(person.terms.begin(), person.terms.end(),
                              [&](const lexicon::Term& term) { return term.office == mention.office; });
         });
}

// "the Ministry", "the Government", "the Press Secretary", "Foreign Minister X" in a text of a state's own: its own,
// where the text has named no other state's.
bool HolderFinder::is_of_own_state(const Mention& mention) const {
  if (discourse_.speaking.size() != 1 || mention.office == lexicon::none || mention.plural ||
      mention.kind != Mention::Kind::official || discourse_.official(mention.office))
    return false;
  if (mention.begin == 0) return true;
  return !view_.is(mention.begin - 1, WordRole::indefinite) && !view_.is(mention.begin - 1, WordRole::pronoun_person);
}

// "the foreign ministers": those who met or were named together. "European officials", "the heads of other states" are
// others.
Holder HolderFinder::officials_meant(const Mention& mention) const {
  // "He told the ambassador that the lawmakers would not accept it": his country's, no two who met
  if (mention.office != lexicon::none &&
      lexis_.actors.offices[mention.office].level == lexicon::OfficeLevel::parliament) {
    const Holder own = voice_at(mention.begin);
    if (own.found() && own.actors.size() == 1) return standing_for(own, mention, "roles");
  }
  const bool bare = mention.begin > 0 && view_.is(mention.begin - 1, WordRole::determiner) &&
                    !belongs_to_noun(view_, mention) && !view_.is(mention.end, WordRole::preposition) &&
                    !view_.is(mention.end, WordRole::conjunction);
  const Holder& several = those_who_met(true) ? discourse_.met : discourse_.group;
  return bare && several.found() && several.actors.size() > 1
             ? without_host(mention, standing_for(several, mention, "roles"))
             : Holder{};
}

// Whose office it is, by the words that tell it.
static Holder of_owner(Holder owner, const Mention& office, std::string name) {
  owner.begin = office.begin;
  owner.end = office.end;
  owner.speaker = std::move(name);
  return owner;
}

// Whoever was named in that office, not found where two states have one; null when nobody was.
const Holder* HolderFinder::named_in_office(const Mention& mention) const {
  if (mention.office == lexicon::none) return nullptr;
  const lexicon::OfficeIndex office = remembered_office(view_, mention);
  const Holder* known = discourse_.official(office);
  // "Chile's president spoke of Peru's. He said ... The president added": of two, the one who is spoken of.
  if (known && office == mention.office && discourse_.speaking.empty() && name_of(view_, mention).empty())
    if (const Holder* spoken_of = discourse_.person_in(office)) return spoken_of;
  return known;
}

// An office in which nobody was named: its bearer is the text's own, else whoever spoke last.
Holder HolderFinder::official_unnamed(const Mention& mention, const std::string& name) const {
  if (is_of_own_state(mention) && (!discourse_.person.found() || is_body(view_, mention) || !name.empty())) {
    Holder holder = standing_for(discourse_.own_voice(), mention, of_own_state);
    if (!name.empty()) holder.speaker = name;
    return holder;
  }
  if (!name.empty() && !may_be_same_person(discourse_.person, name)) return {};
  // "The administration" of a report is a state's of which it spoke as one, never that of whoever spoke last.
  if (discourse_.speaking.empty() && text::fold(view_.raw(mention.end - 1)) == "administration") return {};
  bool misfit = false;
  const Holder ranked = name.empty() ? official_of_rank(mention, misfit) : Holder{};
  if (misfit && !ranked.found()) return {};
  Holder holder = standing_for(ranked.found() ? ranked : discourse_.person, mention, "role");
  if (holder.found() && holder.speaker.empty()) holder.speaker = name;
  if (!holder.found() && !discourse_.speaking.empty()) holder.outcome = Holder::Outcome::unknown;
  if (!holder.found() && name.empty() && is_of_speaker(mention))
    return standing_for(voice_at(mention.begin), mention, "role");
  return holder;
}

// "Kenya's attorney general said that the government wanted ...": his own.
bool HolderFinder::is_of_speaker(const Mention& office) const {
  const Holder voice = voice_at(office.begin);
  return voice.found() && voice.begin < voice.end && voice.end < office.begin && discourse_.speaking.empty() &&
         view_.is(office.begin - 1, WordRole::determiner);
}

// "the minister", "the official": whoever was named in that office, else whoever spoke last
Holder HolderFinder::official_meant(const Mention& mention) const {
  if (mention.office == lexicon::none && mention.kind == Mention::Kind::official) return one_of_two(mention);
  if (const Holder one = of_region(mention); one.how != std::string_view()) return one;
  if (is_own_office(mention)) return standing_for(discourse_.own_voice(), mention, of_own_state);
  const std::string name = name_of(view_, mention);
  if (const Mention* owner = owner_by_relative(view_, mention)) return of_owner(resolve(*owner), mention, name);
  if (mention.plural) return officials_meant(mention);
  if (const Mention* state = state_of_its(view_, mention)) return of_owner(named(*state), mention, name);
  if (const Mention* joined = owner_of_joined(view_, mention)) return standing_for(named(*joined), mention, "role");
  const Holder* known = named_in_office(mention);
  if (known && !known->found()) {
    // Two states have one: it is the text's own, else the one of whom it spoke last.
    if (name.empty() && discourse_.speaking.size() == 1)
      return standing_for(discourse_.own_voice(), mention, of_own_state);
    known = nullptr;
  }
  if (const Mention* seat = opening_place(view_, mention); seat && !known) {
    Holder holder = of_owner(unresolved(mention), mention, name);
    holder.actors = seat->actors;
    holder.outcome = Holder::Outcome::found;
    return holder;
  }
  if (!known || !may_be_same_person(*known, name)) {
    Holder holder = official_unnamed(mention, name);
    return holder.outcome == Holder::Outcome::unknown ? at_home(mention) : holder;
  }
  Holder holder = standing_for(*known, mention, "role");
  if (holder.speaker.empty()) holder.speaker = name;
  return holder;
}

}  // namespace demarche::holder
