#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/lexicon/actors.hpp"

namespace demarche::mention {

// People whom a document introduces itself: "Khalaf Khalafov, the representative of the president of Azerbaijan". Later
// a bare surname means them.
struct Introduced {
  std::vector<lexicon::ActorIndex> actors;
  std::string name;              // the fullest form met so far
  bool speaks_for_state = true;  // false for analysts, former officials
  bool once_in_office = false;   // speaks for no state now, and did
};

struct PeopleInDocument {
  std::optional<Date> date;
  std::map<std::string, Introduced, std::less<>> by_surname;  // folded surname
  std::map<std::string, Introduced, std::less<>> by_first;    // folded first word of a name of two

  void introduce(const std::string& folded_surname, Introduced person);
  const Introduced* find(std::string_view folded_surname) const;
  const Introduced* find_first(std::string_view folded_word) const;
};

}  // namespace demarche::mention
