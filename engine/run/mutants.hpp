#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/program/program.hpp"
#include "engine/run/patterns_of.hpp"

// Rules with one thing wrong in them. A test suite that is worth its name notices.
namespace demarche::run {

enum class MutantKind : std::uint8_t {
  alternative,  // one way of a choice is dropped, wherever a phrase carries it
  line,         // one pattern of an issue, a stance, a turn or a construction is dropped
  word,         // one entry of a `words` list is dropped
  rule,         // a rule, or one of its `when`
  guard,        // a neighbour, `needs`, `after`, `unless`, `not in`, an `ignore` rule, or a `not` inside a pattern
  negation,     // a negating word is dropped; what negation makes of a stance is changed
  gap,          // `..N` is widened to 2N + 3
  sign          // a line counts for the other side
};
inline constexpr std::size_t mutant_kinds = 8;

// What a mutant changes. Patterns are told by where they were written, since the same line may stand for several.
struct MutantTarget {
  enum class Part : std::uint8_t {
    number,        // the nodes with this number: an alternative, a gap or a `not`
    pattern,       // the patterns of `pattern_part` written at `place`
    condition,     // the `item`th condition of `pattern_part`
    not_in,        // Issue::not_in
    rule,          // the whole rule
    construction,  // the whole construction
    stance         // what negation gives
  };
  Part part{};
  PatternPart pattern_part{};
  std::uint32_t owner = 0;  // as in `each_pattern`; of `number`: the number
  std::uint32_t item = 0;   // of `condition` and `not_in`
  program::Place place;     // of `pattern`
};

struct Mutant {
  MutantKind kind{};
  MutantTarget target;
  program::Place place;  // where the thing stands that is changed
  std::string owner;     // "issue sanctions"
  std::string text;      // what stands there, on one line
  std::string change;    // "dropped", "..4 widened to ..11", "counts for `supports`"
};

// A program made ready for changes, and all changes. Gaps and `not`s of its patterns are numbered too, behind the
// alternatives. The order is that of files, lines, columns, kinds.
struct MutantSet {
  program::Program program;
  std::vector<Mutant> mutants;
};

// The program must have been compiled with its alternatives (dsl::CompileInput::alternatives). Its tests are not
// copied.
MutantSet mutants_of(const program::Program& program);

// Makes the change in the program of the set, or in a part of it in which the numbers of issues, stances, turns,
// constructions, word lists and rules are the same. False when there is nothing to change.
bool apply(const Mutant& mutant, program::Program& program);

std::string_view name_of(MutantKind kind);

}  // namespace demarche::run
