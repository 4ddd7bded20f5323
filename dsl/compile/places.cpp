#include "dsl/compile/places.hpp"

#include <array>

namespace demarche::dsl::lowering {

namespace {
using program::Slot;

constexpr Part noun = Part::noun, verb = Part::verb, exact = Part::exact;
constexpr std::array role_parts{
#define DEMARCHE_WORD_ROLE(enumerator, name, part, meaning) part,
#include "engine/program/word_roles.def"
#undef DEMARCHE_WORD_ROLE
};

const std::vector<Slot> entry_slots{Slot::target, Slot::someone, Slot::other, Slot::good, Slot::degree, Slot::list};
const std::vector<Slot> rule_slots{Slot::issue};
const std::vector<Slot> form_slots{Slot::holder,    Slot::target,  Slot::verb,   Slot::noun,    Slot::adjective,
                                   Slot::judgement, Slot::purpose, Slot::degree, Slot::someone, Slot::other,
                                   Slot::good,      Slot::list,    Slot::turn,   Slot::issue};
}  // namespace

const Place about_place{"an issue's `about`", Part::noun, Part::noun, Part::noun, false, {Slot::self}, true};
const Place deed_place{"an issue's `deed`", Part::verb, Part::noun, Part::noun, false, {Slot::self}, true};
const Place noun_place{"a `noun` entry", Part::noun, Part::noun, Part::noun, false, entry_slots, true};
const Place verb_place{"a `verb` entry", Part::verb, Part::noun, Part::noun, false, entry_slots, true};
const Place entry_place{"an entry of a stance", Part::any, Part::any, Part::any, false, entry_slots, true};
const Place degree_place{"a `degree` line", Part::any, Part::any, Part::any, false, {}, false};
const Place turn_place{"a turn", Part::any, Part::any, Part::any, false, {Slot::issue}, true};
const Place form_place{"a `form`", Part::any, Part::any,         Part::any,       false,
                       form_slots, true,      /* issues */ true, /* roles */ true};
const Place rule_place{"a rule's `when`", Part::any, Part::any,         Part::any, false,
                       rule_slots,        true,      /* issues */ true, false,     /* says */ true};
const Place rule_guard_place{"a rule's `unless`", Part::any, Part::any,        Part::any, false,
                             rule_slots,          true,      /* issues */ true};
const Place issue_condition_place{"an issue's condition", Part::any, Part::any, Part::any, false, {Slot::self}, true};

const Place& place_of(program::Entry::Kind kind) {
  if (kind == program::Entry::Kind::verb) return verb_place;
  return kind == program::Entry::Kind::noun ? noun_place : entry_place;
}

Place words_place(program::WordRole role) {
  Place place{"a list of words", Part::exact, Part::exact, Part::exact, false, {}, false};
  switch (role_parts[static_cast<std::size_t>(role)]) {
    case Part::verb:
      place.head = Part::verb;
      break;
    case Part::noun:
      // "news agency": the last word has the plural. A list of one word has it as its head.
      place.head = Part::exact;
      place.last = Part::noun;
      place.last_differs = true;
      break;
    default:
      break;
  }
  return place;
}

}  // namespace demarche::dsl::lowering
