#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/lexicon/actors.hpp"
#include "engine/mention/lexis.hpp"

// Who a name, a role or an id means, as the reading of a text would take it: `demarche who`.
namespace demarche::run {

// One stretch of time in which somebody, or some state, was something. Both ends of `dates` count.
struct DatedRole {
  std::string id;      // of the actor, or the group
  std::string name;    // of the person, or the actor
  std::string office;  // empty for memberships
  DateRange dates;
  bool on_day = true;  // holds on the day asked for; true when no day is asked for
};

// What the words mean in one way.
struct Meaning {
  enum class Kind { actor, person, office, nobody };
  Kind kind = Kind::actor;
  std::string words;               // the part of the question that means it; an id as it was given
  std::string id;                  // the actor; empty for an office without its state, and for nobody
  std::string name;                // of the actor or the person
  std::string how;                 // why, in words: "a seat of power", "an adjective" ...
  std::string office;              // of Kind::office
  std::string takes_for;           // what a text of that day does with it, in words
  std::vector<std::string> names;  // all names of the actor, all spellings of the person
  std::vector<DatedRole> roles;    // a person's terms; an office's or an actor's office-holders
  std::vector<DatedRole> members;  // of a group
  std::vector<DatedRole> groups;   // that the actor belongs to
};

struct WhoAnswer {
  std::string question;
  std::optional<Date> day;
  std::vector<Meaning> meanings;         // empty: nobody is known by these words
  std::vector<std::string> unknown;      // capitalised words beside them that no list knows: "Irann"
  std::vector<std::string> suggestions;  // when there are no meanings, or unknown words: names that are near
};

// Looks up an actor's id, or the names and roles in a phrase. Roles are resolved by the mention stage itself.
WhoAnswer who(const mention::Lexis& lexis, const std::string& question, std::optional<Date> day);

// For a terminal; with a day only what holds on it, unless `all`.
std::string who_text(const WhoAnswer& answer, bool all);
std::string who_json(const WhoAnswer& answer);

// "2013-08-15 to 2021-08-24", "since 2024-08-21", "until 2003-03-14", "always".
std::string in_words(const DateRange& dates);

}  // namespace demarche::run
