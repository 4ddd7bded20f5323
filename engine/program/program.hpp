#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/program/pattern.hpp"

// What dsl/ emits and the engine runs: the only thing the two share. Everything is a plain value, in the order in which
// it was written, with file order removed (sorted by id), so that equal rules give equal programs.
namespace demarche::program {

// `passage`: the paragraph and the three sentences before it, in which a report of one-sentence paragraphs names what it
// speaks of.
enum class Scope : std::uint8_t { clause, sentence, paragraph, passage, document };
enum class Strength : std::uint8_t { weak, plain, strong };

// What may stand beside a match: `about P not after Q`.
struct Neighbour {
  enum class Side : std::uint8_t { after, before };  // `after Q`: Q stands directly before P
  Side side = Side::after;
  bool negated = false;
  Pattern pattern;
};

struct IssuePattern {
  enum class Kind : std::uint8_t { about, deed };
  Kind kind = Kind::about;
  int side = +1;  // -1 for `against` and `deed against`
  Pattern pattern;
  std::vector<Neighbour> neighbours;
};

// All `all` patterns must be found within the scope (`needs`), or any of them suffices (`when`, `unless`, `after`).
struct Condition {
  std::vector<Pattern> patterns;
  Scope scope = Scope::clause;
  Place place;
};

struct Issue {
  std::string id;
  std::string title;
  std::vector<IssuePattern> patterns;
  std::vector<Condition> needs;     // each must hold
  std::vector<Condition> after;     // one of these was found earlier in the document (empty: no such condition)
  std::vector<Condition> unless;    // any one excludes the match
  std::vector<std::string> not_in;  // a match inside a match of these issues does not count
  bool incomplete = false;          // a line of it had an error and was left out
  Place place;
};

struct Entry {
  enum class Kind : std::uint8_t { verb, noun, adjective, judgement, purpose };
  Kind kind = Kind::verb;
  std::optional<Strength> strength;  // `verb strong`, `noun weak`
  Pattern pattern;                   // has its <target>: the compiler adds one at the end where none was written
};

struct Stance {
  std::string id;       // "opposes"
  int sign = 0;         // +1, -1, 0
  std::string inverse;  // id of the stance with the other sign; empty for neutral
  std::string negated;  // id of the stance that negation gives; empty: nothing (a reason, not evidence)
  std::vector<Entry> entries;
  std::vector<Pattern> strong_degrees;
  std::vector<Pattern> weak_degrees;
  Place place;
};

// Words that flip or keep the sign on the way to an issue. The pattern holds one slot `issue`: where the way goes on.
struct Turn {
  std::string id;
  int sign = +1;
  std::vector<Pattern> patterns;
  Place place;
};

// How English joins holder, stance and target. `gives` speaks of the record's stance against the matched one.
struct Construction {
  enum class Gives : std::uint8_t { same, inverse, named };
  std::string id;
  std::string example;
  std::vector<Pattern> forms;
  Gives gives = Gives::same;
  std::string gives_stance;          // when `named`; also the stance of a form without a stance slot
  std::optional<Strength> strength;  // `gives inverse weakly`
  std::vector<std::string> stances;  // only with these (empty: with all)
  Place place;
};

struct Rule {
  std::string id;  // given, or made from the statement: "actor-opposes-foreign-forces-presence"
  ActorClass actors;
  ActorClass except;  // `actors except NATO`; ids and groups listed here are left out
  bool has_except = false;
  bool takes_a_side = false;  // `takes-a-side`: both directions
  std::string stance;         // else the stance's id
  bool every_issue = false;
  std::vector<std::string> issues;
  std::optional<Strength> strength;
  std::vector<Condition> when;  // replaces the constructions; any one suffices
  std::vector<Condition> unless;
  std::vector<DateRange> dates;  // empty: always
  bool ignore = false;           // `ignore NAME { ... }`: a veto
  Place place;
};

struct WordList {
  WordRole role{};
  std::vector<Pattern> patterns;
};

// A group of actors that a rule file defines: `group region = ARM, AZE, GEO`.
struct Group {
  std::string id;
  std::string title;
  std::vector<std::string> members;
  Place place;
};

struct Matrix {
  std::string id;
  std::string title;
  std::vector<ActorClass> rows;      // one after the other: an actor, a group, a class; empty: all that occur
  std::vector<std::string> columns;  // issue ids; empty: all that occur
  std::vector<std::string> sources;  // of the documents that count; empty: all
  bool except_sources = false;       // all but these
  std::optional<DateRange> period;
  bool keep_undated = false;
  Place place;
};

struct Expectation {
  enum class Kind : std::uint8_t { stance, nothing, nothing_else, absent };  // absent: `expect not ...`
  Kind kind = Kind::stance;
  bool todo = false;
  std::string todo_reason;  // `expect todo "reason" ...`; may be empty
  std::string actor;
  std::string stance;  // stance id
  std::string issue;
  std::optional<Strength> strength;
  std::string at;  // words the evidence's match must contain; may be empty
  Place place;
};

struct Test {
  std::string name;
  std::vector<std::string> speaking;
  std::optional<Date> date;
  std::string title;
  std::string source;
  std::string speaker;
  std::string text;
  std::vector<Expectation> expectations;
  std::vector<std::string> broken;  // errors inside the test, in words: with any it cannot be run
  Place place;
};

// One way of a choice (`A | B`) as the author wrote it: the unit of coverage and of mutation.
struct Alternative {
  Place place;
  std::string text;  // on one line
};

struct Program {
  std::vector<Issue> issues;
  std::vector<Stance> stances;
  std::vector<Turn> turns;
  std::vector<Construction> constructions;
  std::vector<Rule> rules;
  std::vector<WordList> words;
  std::vector<Group> groups;
  std::vector<Matrix> matrices;
  std::vector<Test> tests;
  std::vector<Alternative> alternatives;  // only when they were asked for (dsl::CompileInput::alternatives)
  std::string hash;                       // of the rule files' contents, hexadecimal
};

}  // namespace demarche::program
