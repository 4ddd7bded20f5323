#include <algorithm>

#include "engine/holder/actor_lists.hpp"
#include "engine/holder/finder.hpp"
#include "engine/holder/phrases.hpp"
#include "engine/mention/pair_words.hpp"

// Who takes part in the meetings that a text tells of: later words speak of them as "the participants".
namespace demarche::holder {

using mention::Mention;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;

namespace {

// "was chaired", "was jointly co-chaired": no list of verbs need know the word.
bool is_in_passive(const SentenceView& view, std::uint32_t token) {
  constexpr std::uint32_t near = 4;
  constexpr auto between = mention::role(WordRole::degree_adverb) | mention::role(WordRole::abbreviation);  // "co-"
  for (std::uint32_t t = token; t > 0 && token - t < near; --t) {
    if (view.is(t - 1, WordRole::copula)) return true;
    if (!view.is_content(t - 1, between)) return false;
  }
  return false;
}

// "attended", "met", "was chaired".
bool is_done_at_meeting(const SentenceView& view, std::uint32_t token) {
  return view.is(token, WordRole::meeting) && (view.tags[token] > Tag::noun || is_in_passive(view, token));
}

// "the talks", "a summit": what those who come together hold, attend or take part in.
bool names_meeting(const SentenceView& view, std::uint32_t token) {
  return view.is(token, WordRole::meeting) && !is_done_at_meeting(view, token);
}

bool names_meeting_within(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = begin; t < end; ++t)
    if (names_meeting(view, t)) return true;
  return false;
}

// "attended by diplomats from Mali, Chad and Niger", "chaired by Fiji's ambassador": those named from here to `end`.
void add_named(const SentenceView& view, std::uint32_t begin, std::uint32_t end, Holder& gathered) {
  for (const Mention& mention : view.mentions) {
    const bool holder = mention.kind == Mention::Kind::actor || mention.kind == Mention::Kind::official ||
                        mention.kind == Mention::Kind::person;
    const bool within = mention.begin >= begin && mention.begin < end;
    if (holder && within && !mention.place) add_unique(gathered.actors, mention.actors);
  }
}

// Where what is told of those who attend ends: "..., who condemned", "; later", "at the level of".
std::uint32_t end_of_list(const SentenceView& view, std::uint32_t begin) {
  std::uint32_t t = begin;
  while (t < view.size() && !view.is(t, WordRole::relative) && view.raw(t) != ";" && view.tags[t] != Tag::finite &&
         view.tags[t] != Tag::infinitive)
    ++t;
  return t;
}

// "was chaired, on behalf of the EU's envoy, by Y and attended by ...": who is named between belongs to the meeting.
std::uint32_t chaired_from(const SentenceView& view, std::uint32_t attended) {
  std::uint32_t first = 0;
  while (first < attended && !is_done_at_meeting(view, first)) ++first;
  return first;
}

bool ends_before_verb(const SentenceView& view, std::uint32_t end) {
  return end < view.size() && view.tags[end] >= Tag::finite;
}

// "held a trilateral meeting", "the talks between Mali and Chad were held in Lomé"
bool is_held(const SentenceView& view, std::uint32_t held) {
  constexpr std::uint32_t near = 4;
  if (view.is(held - 1, WordRole::copula)) return names_meeting_within(view, 0, held);
  return names_meeting_within(view, held + 1, std::min(view.size(), held + 1 + near));
}

// The two verbs that tell of a meeting only with their noun are told by their words: no list knows what verbs carry.
bool tells_of_meeting(const SentenceView& view) {
  for (std::uint32_t t = 1; t + 1 < view.size(); ++t) {
    if (is_done_at_meeting(view, t)) return true;
    if ((view.raw(t) == "took" || view.raw(t) == "taken") && view.raw(t + 1) == "part") return true;
    if (view.raw(t) == "held" && is_held(view, t)) return true;
  }
  return false;
}

// The prepositions in front of those who come: "envoys from Chad", "the ministers of Chad", "talks between Chad".
bool leads_to_those_who_come(std::string_view word) { return word == "from" || word == "of" || word == "between"; }

// "The commission was attended by Mali, Chad and Niger"
void add_those_attending(const SentenceView& view, Holder& gathered) {
  for (std::uint32_t t = 0; t + 2 < view.size(); ++t)
    if (is_done_at_meeting(view, t) && view.raw(t + 1) == "by")
      add_named(view, chaired_from(view, t), end_of_list(view, t + 2), gathered);
}

// "Chad's minister met his counterparts from Mali, Niger and Togo"
void add_counterparts(const SentenceView& view, const HolderFinder& finder, const Holder& subject, Holder& gathered) {
  if (!subject.found() || !tells_of_meeting(view)) return;
  for (std::uint32_t t = 0; t + 2 < view.size(); ++t) {
    if (!mention::are_counterparts(view, t) || !leads_to_those_who_come(view.raw(t + 1))) continue;
    std::uint32_t end = 0;
    const Holder others = finder.named_at(t + 2, end);
    if (!others.found()) continue;
    add_unique(gathered.actors, subject.actors);
    add_unique(gathered.actors, others.actors);
  }
}

// "Mali and Chad held talks"; of "Envoys from Mali, Chad and Niger met" the first name stands behind the preposition.
void add_joined_subject(const SentenceView& view, const HolderFinder& finder, const Holder& subject, Holder& gathered) {
  if (subject.actors.size() < 2 || !tells_of_meeting(view)) return;
  add_unique(gathered.actors, subject.actors);
  std::uint32_t end = 0;
  for (std::uint32_t t = 0; t + 1 < view.size(); ++t)
    if (leads_to_those_who_come(view.raw(t)))
      if (const Holder list = finder.named_at(t + 1, end); list.found() && ends_before_verb(view, end))
        add_unique(gathered.actors, list.actors);
}

// All who take part in the meeting that the sentence tells of; not found for fewer than two.
Holder gathered_told(const SentenceView& view, const HolderFinder& finder, const Holder& subject) {
  Holder gathered;
  add_those_attending(view, gathered);
  add_counterparts(view, finder, subject, gathered);
  if (gathered.actors.empty()) add_joined_subject(view, finder, subject, gathered);
  if (gathered.actors.size() < 2) return {};
  gathered.outcome = Holder::Outcome::found;
  std::sort(gathered.actors.begin(), gathered.actors.end());
  return gathered;
}

}  // namespace

Meeting HolderFinder::meeting_told(const Holder& subject, bool is_person) const {
  return {two_named(), is_person ? pair_with(subject) : Holder{}, gathered_told(view_, *this, subject), authors_told()};
}

void Discourse::note_meeting(const Meeting& meeting) {
  if (meeting.two.known()) two = meeting.two;
  if (meeting.authors.found()) {
    authors = meeting.authors;
    authors.begin = authors.end = 0;
  }
  // Of a state's own text only a readout of whom it met itself.
  if (meeting.pair.found() && holds_all(meeting.pair.actors, speaking)) met = meeting.pair;
  if (!meeting.gathered.found()) return;
  gathered = meeting.gathered;
  if (!speaking.empty()) return;
  group = gathered;  // "The meeting was attended by Mali, Chad and Niger. The ministers ..."
  group_age = 0;
}

// "participants in the talks", "participants of the deal", and not "participants in a poll"
bool take_part_in_meeting(const SentenceView& view, std::uint32_t behind) {
  if (behind >= view.size() || !view.is(behind, WordRole::preposition)) return true;
  constexpr std::uint32_t near = 4;
  const std::uint32_t end = std::min(view.size(), behind + 1 + near);
  if (names_meeting_within(view, behind + 1, end)) return true;
  return std::any_of(view.issues.begin(), view.issues.end(),
                     [&](const mention::IssueMatch& issue) { return issue.begin > behind && issue.begin < end; });
}

// "All participants", "JCPOA participants": those who take part in what the text told of. No holder, and a reason, for
// those who take part in something else; no reason where the words speak of nobody who takes part.
Holder HolderFinder::those_who_take_part(const Mention& mention) const {
  Holder holder;
  const bool who_come = lexis_.has_role(view_.tokens[mention.end - 1].word, WordRole::meeting);
  if (!who_come || !view_.is(mention.begin, WordRole::joint)) return holder;
  const bool meant = take_part_in_meeting(view_, mention.end);
  if (meant && !discourse_.gathered.found()) return holder;
  if (meant) holder = discourse_.gathered;
  holder.begin = mention.begin;
  holder.end = mention.end;
  holder.how = "those who take part";
  return holder;
}

}  // namespace demarche::holder
