#include "engine/holder/discourse.hpp"

#include <algorithm>

#include "engine/holder/phrases.hpp"

namespace demarche::holder {

bool may_be_same_person(const Holder& known, const std::string& name) {
  if (name.empty() || known.speaker.empty()) return true;
  std::string_view last = name;
  if (std::size_t blank = last.rfind(' '); blank != std::string_view::npos) last.remove_prefix(blank + 1);
  return known.speaker.find(last) != std::string::npos;
}

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

void Discourse::note_voice(const Holder& holder) {
  quoted = holder;
  quoted.begin = quoted.end = 0;
  quoted_age = -1;
  // "..., Lindqvist said. He added ...": no other than Lindqvist.
  if (holder.how == std::string_view("unknown name")) person = quoted;
}

void Discourse::note_subject(const Holder& holder, bool is_person, bool in_quote) {
  ++quoted_age;
  if (!quote_open) told = {};
  ++state_age;
  ++group_age;
  ++person_age;
  ++two.age;
  // "An analyst said ... He added ...", "Analysts said ... They ...": private people are remembered, too.
  if (in_quote && holder.outcome != Holder::Outcome::unknown && is_person && holder.actors.size() < 2) {
    told = holder;
    return;
  }
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

// Everybody named with an office, and everybody whom the lexicon knows in one.
void Discourse::note_ranks(const mention::SentenceView& view, const lexicon::ActorTable& table) {
  using mention::Mention;
  for (const Mention& mention : view.mentions) {
    const bool one = mention.kind == Mention::Kind::official || mention.kind == Mention::Kind::person;
    if (!one || mention.plural || mention.actors.size() != 1) continue;
    Holder who;
    who.outcome = Holder::Outcome::found;
    who.actors = mention.actors;
    who.speaker = name_of(view, mention);
    auto note = [&](lexicon::OfficeIndex office) {
      if (office == lexicon::none) return;
      std::erase_if(ranks, [&](const auto& known) {
        return known.first == office && known.second.actors == who.actors && known.second.speaker == who.speaker;
      });
      ranks.emplace_back(office, who);
    };
    note(mention.office);
    if (mention.office != lexicon::none && !who.speaker.empty()) told_offices.emplace_back(mention.office, who);
    if (mention.person == lexicon::none) continue;
    for (const lexicon::Term& term : table.people[mention.person].terms) note(term.office);
  }
}

void Discourse::note_officials(const mention::SentenceView& view, const lexicon::ActorTable& table) {
  using mention::Mention;
  note_ranks(view, table);
  std::vector<std::pair<lexicon::OfficeIndex, std::vector<lexicon::ActorIndex>>> here;  // in this sentence
  for (const Mention& mention : view.mentions) {
    if (mention.kind != Mention::Kind::official || mention.plural) continue;
    const lexicon::OfficeIndex office = remembered_office(view, mention);
    // "The Minister" in a state's own text
    const bool own = mention.actors.empty() && mention.name_begin == mention.name_end && speaking.size() == 1;
    if (mention.actors.empty() && (!own || office == lexicon::none)) continue;
    const auto& actors = own ? speaking : mention.actors;
    auto before = std::find_if(here.begin(), here.end(), [&](const auto& n) { return n.first == office; });
    const bool first = before == here.end();
    const bool same = first || before->second == actors;
    if (first) here.emplace_back(office, actors);
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

void Discourse::note_papers(const mention::SentenceView& view, const Holder& author) {
  constexpr std::uint32_t longest_description = 2;  // "a strongly worded statement"
  for (std::uint32_t t = 1; t < view.size(); ++t) {
    if (!view.is(t, program::WordRole::standpoint)) continue;
    std::uint32_t at = t;
    while (at > 1 && t - at < longest_description && view.is_content(at - 1)) --at;
    if (!view.is(at - 1, program::WordRole::indefinite)) continue;
    const text::WordId paper = view.tokens[t].word;
    std::erase_if(papers, [paper](const auto& known) { return known.first == paper; });
    // "76 politicians published a statement", "a statement by the club": nobody's who is known
    const bool of_other = t + 1 < view.size() && (view.raw(t + 1) == "by" || view.raw(t + 1) == "from");
    if (author.found() && !of_other) papers.emplace_back(paper, author);
  }
}

const Holder* Discourse::author_of(text::WordId paper) const {
  for (const auto& [word, author] : papers)
    if (word == paper) return &author;
  return nullptr;
}

const Holder* Discourse::person_in(lexicon::OfficeIndex office) const {
  if (!person.found() || person.actors.size() != 1 || person.speaker.empty()) return nullptr;
  const bool is_told = std::any_of(told_offices.begin(), told_offices.end(), [&](const auto& known) {
    return known.first == office && known.second.actors == person.actors &&
           (known.second.speaker.ends_with(person.speaker) || person.speaker.ends_with(known.second.speaker));
  });
  return is_told ? &person : nullptr;
}

const Holder* Discourse::official(lexicon::OfficeIndex office) const {
  for (const auto& [known, who] : officials)
    if (known == office) return &who;
  return nullptr;
}

}  // namespace demarche::holder
