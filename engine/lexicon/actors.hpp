#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.hpp"

// Who can hold a position: states, organisations, blocs; their names, offices and people in office. Filled from YAML by
// read_lexicon.hpp; plain tables afterwards.
namespace demarche::lexicon {

using ActorIndex = std::uint32_t;   // into ActorTable::actors
using PersonIndex = std::uint32_t;  // into ActorTable::people
using OfficeIndex = std::uint32_t;  // into ActorTable::offices
inline constexpr std::uint32_t none = 0xFFFFFFFF;

enum class ActorKind : std::uint8_t { state, organisation, bloc };

// What kind of word names an actor.
enum class NameKind : std::uint8_t {
  name,       // Iran, the Islamic Republic of Iran
  adjective,  // Iranian
  demonym,    // Iranians
  capital,    // Tehran: a metonym, also a place
  seat,       // the Kremlin
};

struct ActorName {
  std::string text;  // as written in the data
  NameKind kind = NameKind::name;
};

struct Membership {
  ActorIndex member = none;
  DateRange dates;
};

struct Actor {
  std::string id;  // ISO 3166-1 alpha-3, or the group's id
  ActorKind kind = ActorKind::state;
  std::string name;
  std::vector<ActorName> names;
  std::vector<std::string> regions;
  std::map<std::string, OfficeIndex> titles;  // titles that only this actor has: "Supreme Leader"
  std::vector<Membership> members;            // of organisations and blocs
  std::vector<std::string> styles;            // what its names say it is, small letters: kingdom of "Kingdom of Bhutan"
};

enum class OfficeLevel : std::uint8_t { head, government, envoy, parliament, military, spokesperson, official };

struct Office {
  std::string id;
  std::vector<std::string> names;  // lower case, singular
  OfficeLevel level = OfficeLevel::official;
};

struct Term {
  OfficeIndex office = none;
  DateRange dates;
};

struct Person {
  std::string name;
  std::vector<std::string> spellings;  // with `name` itself
  ActorIndex actor = none;
  std::vector<Term> terms;

  // True when the person holds some office on that day; on an unknown day (nullopt) always.
  bool in_office(std::optional<Date> day) const;
};

struct ActorTable {
  std::vector<Actor> actors;    // sorted by id
  std::vector<Person> people;   // sorted by actor, name
  std::vector<Office> offices;  // sorted by id
  std::map<std::string, std::vector<ActorIndex>> regions;  // region id -> actors, sorted
  std::vector<std::string> not_actors;  // names that hold an actor's name and are none: "Latin America"; sorted

  // `none` when there is no such actor.
  ActorIndex find(std::string_view id) const;
  // True when `member` belongs to the group or region `group` on that day (unknown day: ever).
  bool is_member(ActorIndex member, std::string_view group, std::optional<Date> day) const;
  bool is_group(std::string_view id) const;
  // True when some actor is styled so, and none of these: "the kingdom" is not said of a republic.
  bool is_style_of_others(std::string_view word, const std::vector<ActorIndex>& these) const;
  // The person in that office of that actor on that day: `none` without a day, or when nobody or more than one is known.
  PersonIndex holder_of(ActorIndex actor, OfficeIndex office, std::optional<Date> day) const;
};

}  // namespace demarche::lexicon
