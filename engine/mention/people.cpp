#include "engine/mention/people.hpp"

namespace demarche::mention {

void PeopleInDocument::introduce(const std::string& folded_surname, Introduced person) {
  auto [place, fresh] = by_surname.try_emplace(folded_surname, person);
  if (fresh) return;
  Introduced& known = place->second;
  if (known.actors.empty()) known.actors = person.actors;
  if (person.name.size() > known.name.size()) known.name = person.name;
}

const Introduced* PeopleInDocument::find(std::string_view folded_surname) const {
  auto place = by_surname.find(folded_surname);
  return place == by_surname.end() ? nullptr : &place->second;
}

const Introduced* PeopleInDocument::find_first(std::string_view folded_word) const {
  auto place = by_first.find(folded_word);
  return place == by_first.end() ? nullptr : &place->second;
}

}  // namespace demarche::mention
