#include "engine/holder/finder.hpp"
#include "engine/holder/phrases.hpp"
#include "engine/text/fold.hpp"

// Whom "it", "its", "the country" mean.
namespace demarche::holder {

using mention::Mention;
using program::WordRole;

// "Although it condemned the invasion, Mexico rejected ...": a pronoun of a clause that leans on the next one.
const Mention* HolderFinder::subject_to_come(std::uint32_t pronoun) const {
  if (view_.clause_of[pronoun] != 0 || view_.clauses.size() < 2 ||
      view_.clauses[0].kind != mention::Clause::Kind::subordinate)
    return nullptr;
  auto kind = view_.clauses[1].kind;
  if (kind != mention::Clause::Kind::main && kind != mention::Clause::Kind::coordinate) return nullptr;
  const Mention* subject = subject_mention(view_, 1, view_.clauses[1].end);
  bool state = subject && !subject->actors.empty() &&
               (subject->kind == Mention::Kind::actor || subject->kind == Mention::Kind::official);
  return state ? subject : nullptr;
}

// "North Korea's launch and its efforts": the owner of what it is joined to.
static const Mention* joined_owner(const mention::SentenceView& view, const Mention& pronoun) {
  if (!pronoun.possessive || pronoun.begin == 0 || !view.is(pronoun.begin - 1, WordRole::conjunction)) return nullptr;
  const Mention* owner = nullptr;
  for (const Mention& other : view.mentions) {
    if (other.begin >= pronoun.begin) break;
    const bool same_clause = view.clause_of[other.begin] == view.clause_of[pronoun.begin];
    if (same_clause && !other.actors.empty() && other.kind == Mention::Kind::actor) owner = &other;
  }
  return owner && owner->possessive && owner->begin >= first_predicate(view, view.clause_of[owner->begin]) ? owner
                                                                                                           : nullptr;
}

// "Egypt urged Israel to wait and renewed its call": behind a verb that is joined on, its subject's.
Holder HolderFinder::owner_behind_joined_verb(const Mention& pronoun) const {
  if (!pronoun.possessive) return {};
  std::uint32_t verb = pronoun.begin;
  while (verb > 0 && view_.tags[verb] != mention::Tag::finite) --verb;
  std::uint32_t before = verb;
  while (before > 0 && (before == verb || view_.is(before, WordRole::degree_adverb))) --before;
  if (before == 0 || !view_.is(before, WordRole::conjunction)) return {};
  for (const Mention& other : view_.mentions)
    if (other.begin > verb && other.begin < pronoun.begin && !other.actors.empty()) return {};
  const Holder subject = subject_of(verb);
  return subject.found() && subject.actors.size() == 1 ? subject : Holder{};
}

// "Peru's sanctions are cruel," the Ghanaian ministry said. "It added ...": the body whose words stand just before, not
// the state that they speak of.
Holder HolderFinder::body_that_spoke(const Mention& pronoun) const {
  if (discourse_.quoted_age > 0 || !discourse_.quoted.found() || !discourse_.quoted.speaker.empty()) return {};
  std::uint32_t verb = pronoun.end;
  while (verb < view_.size() && view_.is(verb, WordRole::degree_adverb)) ++verb;
  if (pronoun.begin > 1 || verb >= view_.size() || !view_.is(verb, WordRole::speech_verb)) return {};
  return discourse_.quoted;
}

// "Peru said that Chile was a friend and that it would ...": a second "that" opens what the speaker says of himself.
static bool opens_second_that(const mention::SentenceView& view, const Mention& pronoun) {
  if (pronoun.possessive || pronoun.end != pronoun.begin + 1 || pronoun.begin < 2) return false;
  return view.raw(pronoun.begin - 1) == "that" && view.is(pronoun.begin - 1, WordRole::complementiser) &&
         view.is(pronoun.begin - 2, WordRole::conjunction);
}

// "Peru said it would not sign, but added that it stood by the text", "..., adding that it would": who adds words
// speaks of himself first.
static bool opens_added_words(const mention::SentenceView& view, const Mention& pronoun) {
  if (pronoun.possessive || pronoun.end != pronoun.begin + 1 || pronoun.begin < 3) return false;
  std::uint32_t verb = pronoun.begin - 1;
  if (view.is(verb, WordRole::complementiser)) --verb;
  if (!view.is(verb, WordRole::speech_verb) || !view.raw(verb).starts_with("add")) return false;
  std::uint32_t before = verb - 1;
  while (before > 0 && view.is(before, WordRole::degree_adverb)) --before;
  return view.raw(before) == "," || view.is(before, WordRole::conjunction);
}

// "Norway told Japan's minister that it would wait": who is told holds nothing.
static bool is_told_to(const mention::SentenceView& view, const Mention& other) {
  const std::uint32_t begin = before_determiners(view, other.begin);
  return begin > 0 && view.is(begin - 1, WordRole::speech_verb) && view.tags[begin - 1] == mention::Tag::finite &&
         other.end < view.size() && view.is(other.end, WordRole::complementiser);
}

// "It rejected the curbs, Togo said", "its forces would stay, the ministry said": of itself speaks the state or the
// body that is named behind the words, where they have named no other before.
Holder HolderFinder::sayer_to_come(const Mention& pronoun) const {
  const Holder voice = voice_at(pronoun.begin);
  const bool of_state =
      view_.is(pronoun.begin, WordRole::self_reference) || view_.is(pronoun.end - 1, WordRole::self_reference);
  const bool behind = voice.found() && voice.actors.size() == 1 && (voice.speaker.empty() || of_state) &&
                      voice.begin < voice.end && voice.begin > pronoun.end && discourse_.speaking.empty();
  if (!behind) return {};
  const Mention* sayer = view_.mention_at(voice.begin);
  const bool state =
      sayer && (sayer->kind == Mention::Kind::actor || view_.is(sayer->end - 1, WordRole::seated) || of_state);
  if (!state) return {};
  bool open = discourse_.quote_open;
  if (quoted_tokens(view_, open)[pronoun.begin]) return {};
  for (const Mention& other : view_.mentions)
    if (other.begin < pronoun.begin && !other.actors.empty() && other.actors != voice.actors) return {};
  return voice;
}

// "Fiji, which thanked Peru for its help, said it would ...": whom a relative clause names, of which the pronoun is no
// part.
static bool is_told_in_passing(const mention::SentenceView& view, const Mention& other, std::uint32_t pronoun) {
  const std::uint32_t clause = view.clause_of[other.begin];
  return view.clauses[clause].kind == mention::Clause::Kind::relative && clause != view.clause_of[pronoun];
}

// "it", "its": who stands before; not the "U.S." of "the U.S. threat" where there is another.
Holder HolderFinder::state_meant(const Mention& mention) const {
  if (const Holder voice = voice_at(mention.begin);
      (opens_second_that(view_, mention) || opens_added_words(view_, mention)) && voice.found() &&
      voice.begin < voice.end && voice.end <= mention.begin && voice.how != std::string_view("first person"))
    return standing_for(voice, mention, "pronoun");
  // "The Kingdom supports ...", in a state's own speech: a part of its name, with a capital.
  const bool named =
      view_.role_lengths[mention.begin] > 1 && view_.tokens[mention.end - 1].has(text::Token::capitalised);
  if (named && discourse_.speaking.size() == 1) return standing_for(discourse_.own_voice(), mention, "own name");
  // "The EU's top diplomat said the bloc would ...": a style that opens what a state's own official says
  if (const Holder voice = voice_at(mention.begin);
      mention.end - mention.begin > 1 && voice.found() && voice.actors.size() == 1 && discourse_.speaking.empty() &&
      voice.begin < voice.end && voice.end <= mention.begin &&
      !lexis_.actors.is_style_of_others(text::fold(view_.raw(mention.end - 1)), voice.actors))
    return standing_for(voice, mention, "pronoun");
  if (const Holder sayer = sayer_to_come(mention); sayer.found()) return standing_for(sayer, mention, "pronoun");
  const Mention* state = joined_owner(view_, mention);
  if (state) return standing_for(resolve(*state), mention, "pronoun");
  if (const Holder owner = owner_behind_joined_verb(mention); owner.found())
    return standing_for(owner, mention, "pronoun");
  for (const Mention& other : view_.mentions)
    if (!(state && is_told_in_passing(view_, other, mention.begin)) && other.begin < mention.begin &&
        !other.actors.empty() && other.name_begin == other.name_end && !other.possessive &&
        (other.kind == Mention::Kind::actor || other.kind == Mention::Kind::official) &&
        !in_prepositional_phrase(view_, other) && !(state && belongs_to_noun(view_, other)) &&
        !(state && is_told_to(view_, other)) && !is_spoken_of(other, mention.begin))
      state = &other;
  if (!state && !mention.possessive) state = subject_to_come(mention.begin);
  if (!state && mention.possessive && mention.begin > 0 && has_own_noun(view_, mention.begin))
    return unresolved(mention);
  if (!state && !mention.possessive)
    if (const Holder body = body_that_spoke(mention); body.found()) return standing_for(body, mention, "pronoun");
  // "The plan was welcomed. It ...": the state that was the subject before the plan is not meant; "the bloc" may be.
  const bool fresh = state || discourse_.state_age == 0 || view_.role_lengths[mention.begin] > 1;
  if (!fresh && mention.possessive) return unresolved(mention);
  Holder holder = standing_for(state ? resolve(*state) : fresh ? discourse_.state : Holder{}, mention, "pronoun");
  const bool institution =
      discourse_.person.speaker.empty() && discourse_.person.how != std::string_view("first person");
  if (!holder.found() && !mention.possessive && institution && discourse_.person.found() &&
      discourse_.person_age == 0) {
    // "Australia's government summoned him. It also announced ..."
    holder = standing_for(discourse_.person, mention, "pronoun");
    holder.speaker.clear();
  }
  return holder;
}

// "Peru supports it, according to a statement on its website": the statement is Peru's; of whom something is demanded
// has not said so.
Holder HolderFinder::owner_of_source(std::uint32_t begin) const {
  constexpr std::uint32_t longest = 8;
  for (std::uint32_t at = begin; at < begin + longest && at < view_.size(); ++at) {
    const Mention* mention = view_.mention_at(at);
    if (view_.tokens[at].has(text::Token::punctuation) || (mention && !mention->actors.empty())) return {};
    if (!is_owned_thing(view_, at)) continue;
    bool is_person = false;
    const Holder subject = main_subject(is_person);
    const bool asked = subject.found() && subject.begin < subject.end &&
                       view_.is(first_predicate(view_, view_.clause_of[subject.begin]), WordRole::demand);
    return asked ? Holder{} : subject;
  }
  return {};
}

}  // namespace demarche::holder
