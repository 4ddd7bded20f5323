#include "engine/holder/discourse.hpp"

#include <algorithm>

#include "engine/holder/phrases.hpp"

namespace demarche::holder {

Holder Discourse::own_voice() const {
  Holder holder;
  if (own_words != OwnWords::report && own_words != OwnWords::asked) {
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
  ++two.age;
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

void Discourse::note_officials(const mention::SentenceView& view) {
  using mention::Mention;
  std::vector<std::pair<lexicon::OfficeIndex, std::vector<lexicon::ActorIndex>>> named;  // in this sentence
  for (const Mention& mention : view.mentions) {
    if (mention.kind != Mention::Kind::official || mention.plural) continue;
    const lexicon::OfficeIndex office = remembered_office(view, mention);
    // "The Minister" in a state's own text
    const bool own = mention.actors.empty() && mention.name_begin == mention.name_end && speaking.size() == 1;
    if (mention.actors.empty() && (!own || office == lexicon::none)) continue;
    const auto& actors = own ? speaking : mention.actors;
    auto before = std::find_if(named.begin(), named.end(), [&](const auto& n) { return n.first == office; });
    const bool first = before == named.end();
    const bool same = first || before->second == actors;
    if (first) named.emplace_back(office, actors);
    if (first && own) continue;
    Holder who;
    if (same) {
      who.outcome = Holder::Outcome::found;
      who.actors = actors;
      who.speaker = std::string(view.raw(mention.name_begin, mention.name_end));
    }
    std::erase_if(officials, [&](const auto& known) { return known.first == office; });
    officials.emplace_back(office, who);
  }
}

const Holder* Discourse::official(lexicon::OfficeIndex office) const {
  for (const auto& [known, who] : officials)
    if (known == office) return &who;
  return nullptr;
}

}  // namespace demarche::holder
