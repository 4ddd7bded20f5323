#include "engine/holder/discourse.hpp"

namespace demarche::holder {

Holder Discourse::own_voice() const {
  Holder holder;
  if (own_words != OwnWords::report) {
    holder.outcome = Holder::Outcome::nobody;
    holder.how = "words of somebody private";
    return holder;
  }
  if (speaking.empty()) return holder;
  holder.outcome = Holder::Outcome::found;
  holder.actors = speaking;
  holder.speaker = document_speaker;
  holder.how = "the document's own voice";
  return holder;
}

void Discourse::note_opinion() {
  if (speaking.empty() && own_words == OwnWords::report) own_words = OwnWords::opinion;
}

void Discourse::note_subject(const Holder& holder, bool is_person) {
  ++state_age;
  ++group_age;
  ++person_age;
  // "An analyst said ... He added ...", "Analysts said ... They ...": private people are remembered, too.
  if (holder.outcome == Holder::Outcome::nobody) {
    person = holder;
    group = holder;
    person_age = group_age = 0;
    return;
  }
  if (!holder.found()) return;
  if (group.outcome == Holder::Outcome::nobody) group = {};
  if (holder.actors.size() > 1) {
    group = holder;
    group_age = 0;
    met = {};
  } else if (is_person) {
    person = holder;
    person_age = 0;
  } else {
    state = holder;
    state_age = 0;
  }
  for (lexicon::ActorIndex actor : holder.actors) {
    std::erase(recent, actor);
    recent.insert(recent.begin(), actor);
  }
  while (recent.size() > 4) recent.pop_back();
}

void Discourse::note_official(lexicon::OfficeIndex office, const Holder& holder) {
  for (auto& [known, who] : officials)
    if (known == office) {
      who = holder;
      return;
    }
  officials.emplace_back(office, holder);
}

const Holder* Discourse::official(lexicon::OfficeIndex office) const {
  for (const auto& [known, who] : officials)
    if (known == office) return &who;
  return nullptr;
}

}  // namespace demarche::holder
