#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/lexicon/actor_files.hpp"

// Looks up the ids of raw tables and checks what only shows when all files are known.
namespace demarche::lexicon {
namespace {

bool overlap(const DateRange& a, const DateRange& b) {
  bool a_before_b = a.to && b.from && *a.to < *b.from;
  bool b_before_a = b.to && a.from && *b.to < *a.from;
  return !a_before_b && !b_before_a;
}

std::string in_words(const DateRange& dates) {
  if (!dates.from && !dates.to) return "always";
  if (!dates.from) return "until " + to_string(*dates.to);
  return dates.to ? to_string(*dates.from) + " to " + to_string(*dates.to) : "from " + to_string(*dates.from);
}

class Resolver {
 public:
  Resolver(RawTables& raw, Diagnostics& diagnostics) : raw_(raw), diagnostics_(diagnostics) {}

  ActorTable run() {
    fill_offices();
    fill_actors();
    for (auto& actor : raw_.actors) resolve_actor(actor);
    for (Actor& actor : table_.actors) fill_styles(actor);
    fill_regions();
    fill_people();
    table_.not_actors = std::move(raw_.not_actors);
    std::sort(table_.not_actors.begin(), table_.not_actors.end());
    table_.not_actors.erase(std::unique(table_.not_actors.begin(), table_.not_actors.end()), table_.not_actors.end());
    return std::move(table_);
  }

 private:
  // Sorts by id and keeps the first of each; the others are reported.
  template <typename Raw, typename Id>
  void sort_unique(std::vector<Raw>& items, Id id_of, std::string_view what) {
    std::stable_sort(items.begin(), items.end(), [&](const Raw& a, const Raw& b) { return id_of(a) < id_of(b); });
    std::vector<Raw> kept;
    for (auto& item : items) {
      if (kept.empty() || id_of(kept.back()) != id_of(item))
        kept.push_back(std::move(item));
      else
        report_twice(id_of(item), what, kept.back().place, item.place);
    }
    items = std::move(kept);
  }

  void report_twice(const std::string& id, std::string_view what, const Place& first, const Place& again) {
    auto& diagnostic = report(diagnostics_, DiagnosticId::actor_duplicate,
                              "the " + std::string(what) + " `" + id + "` is defined twice", again);
    diagnostic.secondary.push_back({first.tree->file, first.span, "first defined here"});
    diagnostic.help = what == "actor" ? "to add names to it, write `extend: " + id + "` in place of `id:`"
                                      : "give it another id, or remove one";
  }

  void fill_offices() {
    sort_unique(
        raw_.offices, [](const RawOffice& raw) -> const std::string& { return raw.office.id; }, "office");
    for (auto& raw : raw_.offices) table_.offices.push_back(std::move(raw.office));
    for (const auto& office : table_.offices) office_ids_.push_back(office.id);
  }

  // Extensions stay in the raw list, behind the definitions.
  void fill_actors() {
    auto middle =
        std::stable_partition(raw_.actors.begin(), raw_.actors.end(), [](const RawActor& raw) { return !raw.extends; });
    std::vector<RawActor> extensions(std::make_move_iterator(middle), std::make_move_iterator(raw_.actors.end()));
    raw_.actors.erase(middle, raw_.actors.end());
    sort_unique(
        raw_.actors, [](const RawActor& raw) -> const std::string& { return raw.actor.id; }, "actor");
    for (const auto& raw : raw_.actors) {
      table_.actors.push_back(raw.actor);
      actor_ids_.push_back(raw.actor.id);
    }
    for (auto& extension : extensions) raw_.actors.push_back(std::move(extension));
  }

  ActorIndex find_actor(const std::string& id, const Place& place) {
    ActorIndex index = table_.find(id);
    if (index == none) unknown(DiagnosticId::actor_unknown_id, "actor", id, actor_ids_, place);
    return index;
  }

  OfficeIndex find_office(const std::string& id, const Place& place) {
    auto it = std::lower_bound(office_ids_.begin(), office_ids_.end(), id);
    if (it != office_ids_.end() && *it == id) return static_cast<OfficeIndex>(it - office_ids_.begin());
    unknown(DiagnosticId::office_unknown_id, "office", id, office_ids_, place);
    return none;
  }

  void unknown(DiagnosticId id, std::string_view what, const std::string& name, const std::vector<std::string>& known,
               const Place& place) {
    auto& diagnostic = report(diagnostics_, id, "there is no " + std::string(what) + " `" + name + "`", place);
    std::string meant = nearest(name, known);
    if (meant.empty()) return;
    diagnostic.help = "did you mean `" + meant + "`?";
    diagnostic.fixes.push_back({place.span, meant});
  }

  void resolve_actor(RawActor& raw) {
    ActorIndex index = raw.extends ? find_actor(raw.actor.id, raw.place) : table_.find(raw.actor.id);
    if (index == none) return;
    Actor& actor = table_.actors[index];
    if (raw.extends) {
      actor.names.insert(actor.names.end(), raw.actor.names.begin(), raw.actor.names.end());
      actor.regions.insert(actor.regions.end(), raw.actor.regions.begin(), raw.actor.regions.end());
    }
    std::set<std::pair<std::string, NameKind>> seen;
    std::erase_if(actor.names, [&](const ActorName& name) { return !seen.emplace(name.text, name.kind).second; });
    for (const auto& title : raw.titles)
      if (OfficeIndex office = find_office(title.office, title.place); office != none)
        actor.titles[title.title] = office;
    if (raw.all_states) add_all_states(actor, raw.not_members);
    for (const auto& member : raw.members) add_member(actor, member);
    if (raw.as_members) name_members(actor);
  }

  // A name of a bloc and of its members is told apart from a name that two states happen to share: see `find_mentions`.
  void name_members(const Actor& bloc) {
    for (const Membership& membership : bloc.members) {
      auto& names = table_.actors[membership.member].names;
      names.insert(names.end(), bloc.names.begin(), bloc.names.end());
    }
  }

  void add_all_states(Actor& group, const std::vector<RawMember>& exceptions) {
    std::set<ActorIndex> outside;
    for (const auto& exception : exceptions) outside.insert(find_actor(exception.id, exception.place));
    for (ActorIndex i = 0; i < table_.actors.size(); ++i)
      if (table_.actors[i].kind == ActorKind::state && !outside.contains(i)) group.members.push_back({i, {}});
  }

  void add_member(Actor& group, const RawMember& raw) {
    ActorIndex index = find_actor(raw.id, raw.place);
    if (index == none) return;
    for (const auto& other : group.members) {
      if (other.member != index || !overlap(other.dates, raw.dates)) continue;
      auto& diagnostic = report(diagnostics_, DiagnosticId::actor_overlapping_terms,
                                "`" + raw.id + "` is a member of `" + group.id + "` twice at one time", raw.place);
      diagnostic.notes.push_back("it is already a member: " + in_words(other.dates));
      return;
    }
    group.members.push_back({index, raw.dates});
  }

  // "Hashemite Kingdom of Jordan" is a kingdom.
  void fill_styles(Actor& actor) {
    for (const ActorName& name : actor.names) {
      const std::size_t end = name.text.find(" of ");
      if (end == std::string::npos || actor.kind != ActorKind::state) continue;
      const std::size_t space = name.text.rfind(' ', end - 1);
      std::string word = name.text.substr(space == std::string::npos ? 0 : space + 1);
      word.resize(word.find(' '));
      for (char& letter : word) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
      actor.styles.push_back(std::move(word));
    }
  }

  void fill_regions() {
    for (ActorIndex i = 0; i < table_.actors.size(); ++i) {
      auto& regions = table_.actors[i].regions;
      std::sort(regions.begin(), regions.end());
      regions.erase(std::unique(regions.begin(), regions.end()), regions.end());
      for (const auto& region : regions) table_.regions[region].push_back(i);
    }
  }

  // People of the same name and actor are one person: a project may add terms and spellings.
  void fill_people() {
    std::map<std::pair<ActorIndex, std::string>, std::vector<const RawPerson*>> by_name;
    for (const auto& raw : raw_.people)
      if (ActorIndex actor = find_actor(raw.actor, raw.place); actor != none)
        by_name[{actor, raw.person.name}].push_back(&raw);
    for (const auto& [key, raws] : by_name) {
      Person person;
      person.name = key.second;
      person.actor = key.first;
      person.spellings.push_back(person.name);
      for (const RawPerson* raw : raws)
        person.spellings.insert(person.spellings.end(), raw->person.spellings.begin(), raw->person.spellings.end());
      std::set<std::string> seen;
      std::erase_if(person.spellings, [&](const std::string& text) { return !seen.insert(text).second; });
      add_terms(person, raws);
      table_.people.push_back(std::move(person));
    }
  }

  void add_terms(Person& person, const std::vector<const RawPerson*>& raws) {
    std::vector<const RawTerm*> placed;
    for (const RawPerson* raw : raws) {
      for (const auto& term : raw->terms) {
        OfficeIndex office = find_office(term.office, term.office_place);
        if (office == none || overlaps_another(person, placed, office, term)) continue;
        person.terms.push_back({office, term.dates});
        placed.push_back(&term);
      }
    }
    if (std::all_of(raws.begin(), raws.end(), [](const RawPerson* raw) { return raw->terms.empty(); })) {
      report(diagnostics_, DiagnosticId::yaml_missing_key, "nothing says when " + person.name + " was in office",
             raws.front()->place)
          .help = "add `terms: [{office: minister, from: 2024-01-01}]`; only who is known already may go without";
    }
    std::stable_sort(person.terms.begin(), person.terms.end(),
                     [](const Term& a, const Term& b) { return a.dates.from < b.dates.from; });
  }

  bool overlaps_another(const Person& person, const std::vector<const RawTerm*>& placed, OfficeIndex office,
                        const RawTerm& term) {
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if (person.terms[i].office != office || !overlap(person.terms[i].dates, term.dates)) continue;
      auto& diagnostic = report(diagnostics_, DiagnosticId::actor_overlapping_terms,
                                "two terms of " + person.name + " as `" + term.office + "` overlap", term.place);
      diagnostic.secondary.push_back({placed[i]->place.tree->file, placed[i]->place.span, in_words(placed[i]->dates)});
      diagnostic.help = "both ends count: end one term on the day before the other begins";
      return true;
    }
    return false;
  }

  RawTables& raw_;
  Diagnostics& diagnostics_;
  ActorTable table_;
  std::vector<std::string> actor_ids_;
  std::vector<std::string> office_ids_;
};

}  // namespace

ActorTable resolve_actors(RawTables&& raw, Diagnostics& diagnostics) { return Resolver(raw, diagnostics).run(); }

}  // namespace demarche::lexicon
