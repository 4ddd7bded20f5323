#include <algorithm>
#include <initializer_list>

#include "engine/holder/actor_lists.hpp"
#include "engine/holder/finder.hpp"
#include "engine/holder/phrases.hpp"

// Who takes part in the meetings that a text tells of: later words speak of them as "the participants".
namespace demarche::holder {

using mention::Mention;
using mention::SentenceView;
using program::WordRole;

namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
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
  while (t < view.size() && !view.is(t, WordRole::relative) && view.raw(t) != ";" &&
         view.tags[t] != mention::Tag::finite && view.tags[t] != mention::Tag::infinitive)
    ++t;
  return t;
}

// "was chaired, on behalf of the EU's envoy, by Y and attended by ...": who is named between belongs to the meeting.
std::uint32_t chaired_from(const SentenceView& view, std::uint32_t attended) {
  for (std::uint32_t t = 0; t < attended; ++t)
    if (is_one_of(view.raw(t), {"chaired", "co-chaired", "hosted", "moderated"})) return t;
  return attended;
}

bool ends_before_verb(const SentenceView& view, std::uint32_t end) {
  return end < view.size() && view.tags[end] >= mention::Tag::finite;
}

// "held a trilateral meeting", "the talks between Mali and Chad were held in Lomé"
bool is_held(const SentenceView& view, std::uint32_t held) {
  constexpr std::uint32_t near = 4;
  const bool passive = is_one_of(view.raw(held - 1), {"was", "were", "been"});
  const std::uint32_t begin = passive ? 0 : held + 1;
  const std::uint32_t end = passive ? held : std::min(view.size(), held + 1 + near);
  for (std::uint32_t t = begin; t < end; ++t)
    if (is_one_of(view.raw(t), {"talks", "meeting", "meetings", "negotiations", "summit", "session"})) return true;
  return false;
}

bool tells_of_meeting(const SentenceView& view) {
  for (std::uint32_t t = 1; t + 1 < view.size(); ++t) {
    if (is_one_of(view.raw(t), {"attended", "met", "gathered", "convened", "participated"})) return true;
    if (is_one_of(view.raw(t), {"took", "taken"}) && view.raw(t + 1) == "part") return true;
    if (view.raw(t) == "held" && is_held(view, t)) return true;
  }
  return false;
}

}  // namespace

Meeting HolderFinder::meeting_told(const Holder& subject, bool is_person) const {
  Meeting meeting{two_named(), is_person ? pair_with(subject) : Holder{}, {}};
  Holder& gathered = meeting.gathered;
  for (std::uint32_t t = 0; t + 2 < view_.size(); ++t) {
    if (view_.raw(t) == "attended" && view_.raw(t + 1) == "by")
      add_named(view_, chaired_from(view_, t), end_of_list(view_, t + 2), gathered);
    // "Chad's minister met his counterparts from Mali, Niger and Togo"
    if (view_.raw(t) != "counterparts" || !is_one_of(view_.raw(t + 1), {"from", "of"}) || !subject.found()) continue;
    std::uint32_t end = 0;
    const Holder others = named_at(t + 2, end);
    if (!others.found() || !tells_of_meeting(view_)) continue;
    add_unique(gathered.actors, subject.actors);
    add_unique(gathered.actors, others.actors);
  }
  if (gathered.actors.empty() && subject.actors.size() > 1 && tells_of_meeting(view_)) {
    add_unique(gathered.actors, subject.actors);
    // "Envoys from Mali, Chad and Niger met": the first name stands behind the preposition.
    std::uint32_t end = 0;
    for (std::uint32_t t = 0; t + 1 < view_.size(); ++t)
      if (is_one_of(view_.raw(t), {"from", "of", "between"}))
        if (const Holder list = named_at(t + 1, end); list.found() && ends_before_verb(view_, end))
          add_unique(gathered.actors, list.actors);
  }
  if (gathered.actors.size() < 2) gathered.actors.clear();
  gathered.outcome = gathered.actors.empty() ? Holder::Outcome::unknown : Holder::Outcome::found;
  std::sort(gathered.actors.begin(), gathered.actors.end());
  return meeting;
}

void Discourse::note_meeting(const Meeting& meeting) {
  if (meeting.two.known()) two = meeting.two;
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
  for (std::uint32_t t = behind + 1; t < end; ++t)
    if (is_one_of(view.raw(t), {"meeting", "talks", "summit", "conference", "negotiations", "session", "commission"}))
      return true;
  return std::any_of(view.issues.begin(), view.issues.end(),
                     [&](const mention::IssueMatch& issue) { return issue.begin > behind && issue.begin < end; });
}

// "All participants", "JCPOA participants": those who take part in what the text told of. No holder, and a reason, for
// those who take part in something else; no reason where the words speak of nobody who takes part.
Holder HolderFinder::those_who_take_part(const Mention& mention) const {
  Holder holder;
  if (!view_.is(mention.begin, WordRole::joint) || view_.raw(mention.end - 1).substr(1) != "articipants") return holder;
  const bool meant = take_part_in_meeting(view_, mention.end);
  if (meant && !discourse_.gathered.found()) return holder;
  if (meant) holder = discourse_.gathered;
  holder.begin = mention.begin;
  holder.end = mention.end;
  holder.how = "those who take part";
  return holder;
}

}  // namespace demarche::holder
