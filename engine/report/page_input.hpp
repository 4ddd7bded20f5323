#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/position/matrix.hpp"
#include "engine/report/provenance.hpp"

// What the one-file report is made of.
namespace demarche::report {

// What stands around the sentence of a record, on one line, and where in the sentence the words are that the record
// rests on.
struct Passage {
  std::string before;
  std::string after;
  std::optional<evidence::Range> match;  // UTF-16 units of the sentence, half open
};
using Passages = std::map<std::string, std::vector<Passage>>;  // by document; as many as it has records

// A rule or construction as somebody wrote it.
struct Statement {
  std::string id;
  std::string place;  // "library:english/actions.stance:12"
  std::string text;
};

// When an actor belongs to a group whose position it shows where it has none of its own.
struct GroupMember {
  std::string group;
  std::string member;
  std::vector<DateRange> when;
};

struct PageInput {
  std::string title;
  Provenance provenance;
  std::vector<Statement> rules;
  std::vector<Statement> constructions;
  std::vector<GroupMember> members;                           // of the groups that have evidence, by group
  Passages passages;                                          // empty: the texts are not at hand
  std::function<std::string(const std::string&)> actor_name;  // of an id that is no row
};

}  // namespace demarche::report
