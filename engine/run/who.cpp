#include "engine/run/who.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "engine/base/utf8.hpp"
#include "engine/mention/annotate.hpp"
#include "engine/text/tokens.hpp"

namespace demarche::run {

namespace {

using lexicon::ActorIndex;
using lexicon::ActorTable;
using lexicon::none;
using lexicon::OfficeIndex;
using mention::Mention;
using mention::NameEntry;
using Kind = Meaning::Kind;

std::string_view how_of(NameEntry::Kind kind) {
  switch (kind) {
    case NameEntry::Kind::name:
      return "a name";
    case NameEntry::Kind::adjective:
      return "an adjective: only together with an office, a delegation, a government";
    case NameEntry::Kind::demonym:
      return "the people: only together with an office, a delegation, a government";
    case NameEntry::Kind::capital:
      return "a capital: the government, or only the place where something happens";
    case NameEntry::Kind::seat:
      return "a seat of power";
    case NameEntry::Kind::person:
      return "a person";
    case NameEntry::Kind::title:
      return "a title that only this actor has";
    case NameEntry::Kind::office:
      return "an office";
    case NameEntry::Kind::nobody:
      return "a name that holds an actor's name and means none";
  }
  return "";
}

class Lookup {
 public:
  Lookup(const mention::Lexis& lexis, std::optional<Date> day) : lexis_(lexis), actors_(lexis.actors), day_(day) {}

  const std::vector<std::string>& unknown() const { return unknown_; }

  std::vector<Meaning> find(const std::string& question) {
    if (const auto actor = actors_.find(question); actor != none) return {actor_of(actor, question, "an id")};
    auto found = phrase(question);
    // People type in small letters; names are known by their capitals.
    if (found.empty()) found = phrase(with_capitals(question));
    if (!found.empty()) return found;
    unknown_.clear();
    const std::string id = all_capitals(question);
    if (const auto actor = actors_.find(id); actor != none) return {actor_of(actor, id, "an id")};
    return region(question);
  }

 private:
  static std::string with_capitals(std::string text) {
    bool start = true;
    for (char& c : text) {
      if (start && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
      start = c == ' ' || c == '-';
    }
    return text;
  }
  static std::string all_capitals(std::string text) {
    for (char& c : text)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
  }

  bool holds(const DateRange& dates) const { return !day_ || dates.contains(*day_); }

  // The mention stage over the phrase, as over a sentence of a text of that day.
  std::vector<Meaning> phrase(const std::string& words) {
    unknown_.clear();
    const text::TextInput input{words, {0, static_cast<std::uint32_t>(words.size())}, {}, {}};
    const auto tokens = text::tokenise(input, lexis_.vocabulary, [](text::WordId) { return true; });
    std::vector<Meaning> found;
    for (const auto& sentence : tokens.sentences) {
      mention::SentenceView view;
      view.tokens = {tokens.tokens.data() + sentence.first, sentence.last - sentence.first};
      view.sentence = &sentence;
      view.bytes = words;
      std::vector<mention::NameHit> names;
      lexis_.names.find(view.tokens, names);
      view.names = names;
      mention::Workspace workspace(lexis_);
      mention::find_roles(view, lexis_, workspace);
      mention::PeopleInDocument people;
      people.date = day_;
      mention::find_mentions(view, lexis_, people);
      for (const Mention& mention : view.mentions) add(view, mention, found);
      note_unknown(view);
      for (const mention::NameHit& hit : names)
        if (!view.mention_at(hit.begin) && lexis_.names.entry(hit.first_entry).kind == NameEntry::Kind::nobody)
          found.push_back(nobody_of(std::string(view.raw(hit.begin, hit.end)), how_of(NameEntry::Kind::nobody)));
    }
    return found;
  }

  // Capitalised words that are part of nobody: "foreign minister of Irann".
  void note_unknown(const mention::SentenceView& view) {
    for (std::uint32_t t = 0; t < view.size(); ++t) {
      const text::Token& token = view.tokens[t];
      const bool name = token.has(text::Token::capitalised) && !token.has(text::Token::punctuation);
      const bool listed = std::any_of(view.names.begin(), view.names.end(),
                                      [&](const auto& hit) { return hit.begin <= t && t < hit.end; });
      const Mention* mention = view.mention_at(t);
      // A mention may hold a name behind an office that nobody lists; a role word alone is no name.
      if (name && !listed && (!mention || t >= mention->name_begin) && view.is_content(t) &&
          (!mention || t < mention->name_end))
        unknown_.emplace_back(view.raw(t));
    }
  }

  void add(const mention::SentenceView& view, const Mention& mention, std::vector<Meaning>& found) {
    const std::string words(view.raw(mention.begin, mention.end));
    const mention::NameHit* person = name_in(view, mention, NameEntry::Kind::person);
    const bool office = mention.office != none;
    if (office) add_office(mention, words, found);
    if (person) return add_people(*person, mention, words, found);
    if (office) return;
    if (mention.kind == Mention::Kind::actor || mention.kind == Mention::Kind::modifier)
      return add_actors(view, mention, words, found);
    if (mention.kind == Mention::Kind::nobody)
      found.push_back(nobody_of(words, "words that no government holds a position by"));
    if (mention.kind == Mention::Kind::medium)
      found.push_back(nobody_of(words, "a medium: it is quoted and holds nothing"));
    if (mention.kind == Mention::Kind::private_person && mention.person == none)
      found.push_back(nobody_of(words, "somebody who speaks for no government"));
  }

  // The name of this kind inside a mention; null when there is none.
  const mention::NameHit* name_in(const mention::SentenceView& view, const Mention& mention,
                                  NameEntry::Kind kind) const {
    for (const mention::NameHit& hit : view.names) {
      if (hit.begin < mention.begin || hit.end > mention.end) continue;
      for (std::uint32_t e = 0; e < hit.entry_count; ++e)
        if (lexis_.names.entry(hit.first_entry + e).kind == kind) return &hit;
    }
    return nullptr;
  }

  static Meaning nobody_of(const std::string& words, std::string_view how) {
    Meaning meaning;
    meaning.kind = Kind::nobody;
    meaning.words = words;
    meaning.how = how;
    meaning.takes_for = "nobody's position";
    return meaning;
  }

  void add_actors(const mention::SentenceView& view, const Mention& mention, const std::string& words,
                  std::vector<Meaning>& found) {
    for (const mention::NameHit& hit : view.names) {
      if (hit.begin < mention.begin || hit.end > mention.end) continue;
      for (std::uint32_t e = 0; e < hit.entry_count; ++e) {
        const NameEntry& entry = lexis_.names.entry(hit.first_entry + e);
        if (entry.actor == none) continue;
        found.push_back(actor_of(entry.actor, words, how_of(entry.kind)));
      }
    }
  }

  Meaning actor_of(ActorIndex index, const std::string& words, std::string_view how) const {
    const lexicon::Actor& actor = actors_.actors[index];
    Meaning meaning;
    meaning.words = words;
    meaning.id = actor.id;
    meaning.name = actor.name;
    meaning.how = how;
    meaning.takes_for = actor.id;
    for (const auto& name : actor.names) meaning.names.push_back(name.text);
    for (const OfficeIndex office : offices_by_rank()) add_holders(index, office, meaning.roles);
    for (const auto& member : actor.members) meaning.members.push_back(membership(member.member, member.dates));
    for (ActorIndex group = 0; group < actors_.actors.size(); ++group)
      for (const auto& member : actors_.actors[group].members)
        if (member.member == index) meaning.groups.push_back(membership(group, member.dates));
    return meaning;
  }

  // Heads first, then ministers, envoys and the rest.
  std::vector<OfficeIndex> offices_by_rank() const {
    std::vector<OfficeIndex> ranked(actors_.offices.size());
    std::iota(ranked.begin(), ranked.end(), OfficeIndex{0});
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](OfficeIndex a, OfficeIndex b) { return actors_.offices[a].level < actors_.offices[b].level; });
    return ranked;
  }

  DatedRole membership(ActorIndex actor, const DateRange& dates) const {
    return {actors_.actors[actor].id, actors_.actors[actor].name, "", dates, holds(dates)};
  }

  // Everybody listed in an office, in the order of time.
  void add_holders(ActorIndex actor, OfficeIndex office, std::vector<DatedRole>& roles) const {
    std::vector<DatedRole> holders;
    for (const auto& person : actors_.people) {
      if (person.actor != actor) continue;
      for (const auto& term : person.terms)
        if (term.office == office)
          holders.push_back(
              {actors_.actors[actor].id, person.name, actors_.offices[office].id, term.dates, holds(term.dates)});
    }
    std::stable_sort(holders.begin(), holders.end(),
                     [](const DatedRole& a, const DatedRole& b) { return a.dates.from < b.dates.from; });
    roles.insert(roles.end(), holders.begin(), holders.end());
  }

  void add_office(const Mention& mention, const std::string& words, std::vector<Meaning>& found) const {
    Meaning meaning;
    meaning.kind = Kind::office;
    meaning.words = words;
    meaning.office = actors_.offices[mention.office].id;
    const bool former = mention.kind == Mention::Kind::private_person;
    if (former) meaning.takes_for = "nobody's position: a former office speaks for no government";
    if (mention.actors.empty()) {
      meaning.how = "an office without its state";
      if (!former) meaning.takes_for = "the state whose office the text named last";
      for (ActorIndex actor = 0; actor < actors_.actors.size(); ++actor)
        add_holders(actor, mention.office, meaning.roles);
      found.push_back(std::move(meaning));
      return;
    }
    meaning.how = "an office";
    for (const ActorIndex actor : mention.actors) {
      Meaning one = meaning;
      one.id = actors_.actors[actor].id;
      one.name = actors_.actors[actor].name;
      add_holders(actor, mention.office, one.roles);
      if (!former) one.takes_for = office_taken_for(actor, mention.office, one);
      found.push_back(std::move(one));
    }
  }

  std::string office_taken_for(ActorIndex actor, OfficeIndex office, const Meaning& meaning) const {
    if (!day_) return meaning.id + ", and no person: the text has no date";
    const auto person = actors_.holder_of(actor, office, day_);
    if (person != none) return meaning.id + ", " + actors_.people[person].name;
    const bool several =
        std::any_of(meaning.roles.begin(), meaning.roles.end(), [](const auto& role) { return role.on_day; });
    return meaning.id + (several ? ", and no person: more than one is listed" : ", and no person: nobody is listed");
  }

  void add_people(const mention::NameHit& hit, const Mention& mention, const std::string& words,
                  std::vector<Meaning>& found) const {
    std::vector<Meaning> people;
    for (std::uint32_t e = 0; e < hit.entry_count; ++e) {
      const NameEntry& entry = lexis_.names.entry(hit.first_entry + e);
      if (entry.kind != NameEntry::Kind::person) continue;
      people.push_back(person_of(entry.person, words));
      if (mention.kind == Mention::Kind::private_person)
        people.back().takes_for = "nobody's position: in no office on that day";
      else if (std::find(mention.actors.begin(), mention.actors.end(), entry.actor) != mention.actors.end())
        people.back().takes_for = actors_.actors[entry.actor].id;
      else
        people.back().takes_for =
            "not this one, but " + (mention.actors.empty() ? "nobody" : actors_.actors[mention.actors[0]].id);
    }
    if (mention.kind == Mention::Kind::private_person && people.size() > 1)
      for (Meaning& one : people)
        one.takes_for = "nobody's position: several people, none of them alone in office on that day";
    // Those in office on that day first.
    std::stable_partition(people.begin(), people.end(), [](const Meaning& one) {
      return std::any_of(one.roles.begin(), one.roles.end(), [](const DatedRole& role) { return role.on_day; });
    });
    found.insert(found.end(), std::make_move_iterator(people.begin()), std::make_move_iterator(people.end()));
  }

  Meaning person_of(lexicon::PersonIndex index, const std::string& words) const {
    const lexicon::Person& person = actors_.people[index];
    Meaning meaning;
    meaning.kind = Kind::person;
    meaning.words = words;
    meaning.id = actors_.actors[person.actor].id;
    meaning.name = person.name;
    meaning.how = "a person of " + actors_.actors[person.actor].name;
    meaning.names = person.spellings;
    for (const auto& term : person.terms)
      meaning.roles.push_back(
          {meaning.id, person.name, actors_.offices[term.office].id, term.dates, holds(term.dates)});
    return meaning;
  }

  // A region or a group that a rule file defines: it is no actor and has members.
  std::vector<Meaning> region(const std::string& question) const {
    const auto found = actors_.regions.find(question);
    if (found == actors_.regions.end()) return {};
    Meaning meaning;
    meaning.kind = Kind::nobody;
    meaning.words = meaning.name = question;
    meaning.how = "a region, or a group that the rules define: `<actor in " + question + ">` in patterns";
    meaning.takes_for = "nobody's position";
    for (const ActorIndex actor : found->second) meaning.members.push_back(membership(actor, {}));
    return {meaning};
  }

  const mention::Lexis& lexis_;
  const ActorTable& actors_;
  std::optional<Date> day_;
  std::vector<std::string> unknown_;
};

std::vector<std::string> all_names(const ActorTable& actors) {
  std::set<std::string> names;
  for (const auto& actor : actors.actors) {
    names.insert(actor.id);
    for (const auto& name : actor.names) names.insert(name.text);
    for (const auto& [title, office] : actor.titles) names.insert(title);
  }
  for (const auto& person : actors.people) names.insert(person.spellings.begin(), person.spellings.end());
  for (const auto& office : actors.offices) names.insert(office.names.begin(), office.names.end());
  for (const auto& [region, members] : actors.regions) names.insert(region);
  return {names.begin(), names.end()};
}

// Names near to the whole question, and to its words: of "foreign minister of Irann" the last one is at fault.
std::vector<std::string> suggestions(const ActorTable& actors, const std::string& question) {
  const auto names = all_names(actors);
  std::vector<std::string> found;
  auto add = [&](const std::string& words) {
    const std::string near = nearest(words, names);
    if (!near.empty() && near != words && std::find(found.begin(), found.end(), near) == found.end())
      found.push_back(near);
  };
  add(question);
  for (std::size_t begin = 0; begin < question.size();) {
    const std::size_t space = std::min(question.find(' ', begin), question.size());
    if (space - begin > 3) add(question.substr(begin, space - begin));
    begin = space + 1;
  }
  return found;
}

}  // namespace

WhoAnswer who(const mention::Lexis& lexis, const std::string& question, std::optional<Date> day) {
  WhoAnswer answer{question, day, {}, {}, {}};
  Lookup lookup(lexis, day);
  answer.meanings = lookup.find(question);
  answer.unknown = lookup.unknown();
  if (answer.meanings.empty()) answer.suggestions = suggestions(lexis.actors, question);
  for (const auto& word : answer.unknown)
    for (const auto& near : suggestions(lexis.actors, word))
      if (!answer.meanings.empty()) answer.suggestions.push_back(near);
  return answer;
}

}  // namespace demarche::run
