#include <algorithm>

#include "engine/holder/actor_lists.hpp"
#include "engine/holder/finder.hpp"
#include "engine/holder/phrases.hpp"

// News from home: a report that names no state but the one in whose capital it was written.
namespace demarche::holder {

using mention::Mention;

namespace {

const Mention* capital_in_dateline(const mention::SentenceView& view) {
  if (view.mentions.empty() || !is_dateline(view, view.mentions.front())) return nullptr;
  const Mention& first = view.mentions.front();
  return first.place && first.actors.size() == 1 ? &first : nullptr;
}

// "the law minister", "the government", "the parliament"; no commissioner, no director general.
bool is_office_of_state(const lexicon::Office& office) {
  return office.level == lexicon::OfficeLevel::government || office.level == lexicon::OfficeLevel::parliament ||
         (office.level == lexicon::OfficeLevel::head && office.id != "head-of-organisation");
}

}  // namespace

void Discourse::note_home(const mention::SentenceView& view) {
  if (const Mention* capital = capital_in_dateline(view); capital && home.empty()) home = capital->actors;
  for (const Mention& mention : view.mentions) add_unique(named, mention.actors);
}

// "KUALA LUMPUR — Law Minister Azalina Othman said ...": an office of no named state, where the text has named none but
// that of its dateline.
Holder HolderFinder::at_home(const Mention& office) const {
  const bool report = discourse_.speaking.empty() && discourse_.own_words == Discourse::OwnWords::report;
  if (!report || office.plural || office.office == lexicon::none || office.kind != Mention::Kind::official) return {};
  // "vice president of the New Welfare Party": of a body that no list knows
  if (office.end < view_.size() && view_.raw(office.end) == "of") return {};
  const bool body = view_.is(office.end - 1, program::WordRole::seated);  // "the government"
  if (!body && !is_office_of_state(lexis_.actors.offices[office.office])) return {};
  const Mention* capital = discourse_.home.empty() ? capital_in_dateline(view_) : nullptr;
  const auto& home = capital ? capital->actors : discourse_.home;
  if (home.empty() || std::any_of(discourse_.named.begin(), discourse_.named.end(),
                                  [&](lexicon::ActorIndex actor) { return actor != home[0]; }))
    return {};
  // What a lawmaker says of other states may be his own word.
  const bool lawmaker = lexis_.actors.offices[office.office].level == lexicon::OfficeLevel::parliament;
  for (const Mention& mention : view_.mentions)
    if ((lawmaker || mention.begin < office.begin) && !mention.actors.empty() && mention.actors != home) return {};
  Holder holder;
  holder.outcome = Holder::Outcome::found;
  holder.actors = home;
  holder.begin = office.begin;
  holder.end = office.end;
  holder.speaker = name_of(view_, office);
  holder.how = "office at home";
  return holder;
}

}  // namespace demarche::holder
