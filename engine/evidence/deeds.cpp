#include "engine/evidence/deeds.hpp"

#include "engine/evidence/belonging.hpp"
#include "engine/evidence/verbs.hpp"

namespace demarche::evidence {

namespace {

using mention::IssueMatch;

// Words between a subject and its verb that leave the deed a deed; "could" and "might" do not.
bool is_of_verb_group(const mention::SentenceView& view, std::uint32_t t) {
  if (view.is(t, program::WordRole::hedge)) return false;
  return view.tags[t] == mention::Tag::auxiliary || view.is(t, program::WordRole::degree_adverb) ||
         view.is(t, program::WordRole::booster) || view.is(t, program::WordRole::negator) ||
         view.is(t, program::WordRole::chain_verb) || view.role_lengths[t] == 0 || view.raw(t) == "to";
}

// "Spain said it will ...": the pronoun opens the words that are reported, and the deed is the verb of these.
bool opens_own_words(const SentenceInput& in, std::uint32_t deed, const holder::Holder& subject) {
  const mention::SentenceView& view = in.view;
  const int number = in.voices.voice_of[deed];
  if (number < 0) return false;
  const holder::Voice& voice = in.voices.voices[static_cast<std::size_t>(number)];
  // In a quote "it" is another: who speaks says "we".
  if (voice.quoted || voice.verb >= subject.begin || !share_actor(voice.holder, subject)) return false;
  // "vetoed the bill, saying it would ..." gives the reason; "condemned the raid, adding it would ..." goes on.
  if (view.tags[voice.verb] == mention::Tag::ing && view.is(subject.begin, program::WordRole::pronoun_thing) &&
      view.raw(voice.verb) != "adding")
    return false;
  const std::uint32_t own = view.clause_of[subject.begin];
  const std::uint32_t says = view.clause_of[voice.verb];
  const bool reported = own == says || (own == says + 1 && view.clauses[own].kind == mention::Clause::Kind::complement);
  if (!reported || view.clause_of[deed] != own) return false;
  for (std::uint32_t t = subject.end; t < deed; ++t)
    if (!is_of_verb_group(view, t)) return false;
  return true;
}

// "In November, it reimposed ...", "Since then, it has ...": before the pronoun stands no more than a time.
bool opens_sentence(const mention::SentenceView& view, std::uint32_t pronoun) {
  constexpr std::uint32_t longest = 6;
  if (pronoun > longest || view.raw(pronoun - 1) != ",") return false;
  for (std::uint32_t t = 0; t + 1 < pronoun; ++t)
    if (view.mention_at(t) || view.tags[t] > mention::Tag::noun || view.tokens[t].has(text::Token::punctuation))
      return false;
  return true;
}

// A pronoun in the middle of a sentence may mean anybody, unless it means who says so.
bool is_guessed(const SentenceInput& in, std::uint32_t deed, const holder::Holder& subject) {
  const bool pronoun = subject.how == std::string_view("pronoun") && subject.begin > 1;
  const bool word = subject.end == subject.begin + 1;  // "the kingdom" may be another
  return pronoun && !(word && opens_sentence(in.view, subject.begin)) && !opens_own_words(in, deed, subject);
}

// "announced that it would suspend", "called for Russia to lift"; not "money to combat climate change": that is the
// object's own.
bool is_next_verb(const mention::SentenceView& view, std::uint32_t verb) {
  if (view.tags[verb - 1] == mention::Tag::auxiliary) return true;
  if (view.raw(verb - 1) != "to" || verb < 2) return false;
  return view.mention_at(verb - 2) != nullptr || view.tags[verb - 2] > mention::Tag::noun;
}

// A verb, or a noun that takes what follows for its object: "suspend", "an end to". In "stopped attacks on the Strip"
// and "released frozen funds" the words that could turn are the object.
bool governs(const mention::SentenceView& view, const mention::TurnMatch& turn) {
  if (is_next_verb(view, turn.begin)) return true;
  const bool noun = view.tags[turn.begin] == mention::Tag::other || view.tags[turn.begin] == mention::Tag::noun;
  return noun && (view.raw(turn.end - 1) == "of" || view.raw(turn.end - 1) == "to");
}

// "passed a bill terminating the sanctions": what the paper does, told right before the object.
bool says_what_paper_does(const mention::SentenceView& view, const mention::TurnMatch& turn, const IssueMatch& deed) {
  constexpr std::uint32_t longest_object = 4;
  const mention::Tag before = view.tags[turn.begin - 1];
  const bool noun = before == mention::Tag::other || before == mention::Tag::noun;
  for (std::uint32_t t = turn.end; t < deed.end; ++t)
    if (view.is(t, program::WordRole::preposition)) return false;  // "sent fighting vehicles to"
  return view.tags[turn.begin] == mention::Tag::ing && noun && deed.end - turn.end <= longest_object;
}

// "announced the lifting of the sanctions": a turn on the way from the verb of the deed to its object.
const mention::TurnMatch* turn_inside(const mention::SentenceView& view, const IssueMatch& deed) {
  const mention::TurnMatch* found = nullptr;
  for (const mention::TurnMatch& turn : view.turns) {
    // "demanded the easing or suspension of the sanctions": the two stand side by side.
    const bool beside = view.is(turn.begin - 1, program::WordRole::conjunction);
    const bool inside = turn.begin > deed.begin && turn.end < deed.end && !beside;
    if (turn.sign < 0 && inside && (governs(view, turn) || says_what_paper_does(view, turn, deed))) found = &turn;
  }
  return found;
}

// "has begun deploying weapons": the words of the deed may begin with a helping verb.
std::uint32_t verb_of(const mention::SentenceView& view, const IssueMatch& deed) {
  std::uint32_t verb = deed.begin;
  while (verb + 1 < deed.end && view.tags[verb] == mention::Tag::auxiliary) ++verb;
  const bool begins_doing = verb + 1 < deed.end && view.tags[verb + 1] == mention::Tag::ing;
  return view.tags[verb] == mention::Tag::finite && begins_doing ? verb : deed.begin;
}

void take_deed(Gathering& gathering, std::uint32_t issue_match, std::uint32_t supports) {
  const SentenceInput& in = gathering.in;
  const IssueMatch& deed = in.view.issues[issue_match];
  Candidate candidate;
  candidate.issue_match = issue_match;
  candidate.sign = deed.side;
  candidate.begin = candidate.head_begin = deed.begin;
  candidate.end = candidate.head_end = deed.end;
  candidate.kind = Kind::act;
  candidate.strength = Strength::weak;
  candidate.own_holder = true;
  candidate.holder = in.holders.subject_of(deed.begin);
  gathering.step(candidate, "issue", deed.begin, deed.end, "deed: " + in.lexis.program.issues[deed.issue].id);
  if (const mention::TurnMatch* turn = turn_inside(in.view, deed)) {
    candidate.sign = -candidate.sign;
    candidate.turnings.push_back({Turning::Kind::turn, turn->sign, turn->begin, turn->end});
    gathering.step(candidate, "turn", turn->begin, turn->end, "turns the sign");
  }
  if (supports != lexicon::none &&
      !gathering.negate(candidate, supports, {deed.begin, false, false, true, false}, nullptr))
    return;
  if (candidate.negated && !is_refused(in.view, in.lexis, deed.begin))
    return;                                                                    // a deed that was not done shows no side
  if (candidate.negated && depends_on_condition(in.view, deed.begin)) return;  // "will not return unless": would else
  if (candidate.negated) candidate.strength = Strength::plain;                 // "will not send weapons" does
  if (candidate.holder.outcome == holder::Holder::Outcome::unknown)
    return gathering.reject(Reason::no_holder, candidate);
  if (is_guessed(in, deed.begin, candidate.holder)) return;
  if (is_asked_for(in.view, in.lexis, deed.begin) && !share_actor(in.holders.voice_at(deed.begin), candidate.holder))
    return gathering.reject(Reason::third_party, candidate);
  gathering.finish(std::move(candidate));
}

}  // namespace

void find_deeds(Gathering& gathering) {
  const mention::SentenceView& view = gathering.view;
  const std::uint32_t supports = positive_stance(gathering.in.lexis.program);
  for (std::uint32_t m = 0; m < view.issues.size(); ++m) {
    const IssueMatch& deed = view.issues[m];
    if (!deed.deed || !is_done(view, verb_of(view, deed)) || is_only_possible(view, deed.begin)) continue;
    if (!is_supposed(view, gathering.in.lexis, deed.begin)) take_deed(gathering, m, supports);
  }
}

}  // namespace demarche::evidence
