#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/evidence/record.hpp"

// What a project's rules are known to give: evidence and matrix, as somebody accepted them, to be compared with what
// the rules give now. Plain values; docs/golden.md describes the files they are kept in.
namespace demarche::golden {

// A line of a rule file that took part in a piece of evidence.
struct Use {
  std::string part;   // "rule", "when", "issue", "needs", "stance", "degree", "turn", "construction" ...
  std::string name;   // the id of the rule, issue, stance, turn or construction
  std::string file;   // as RuleTexts names it
  std::string line;   // a citation of the line
  std::string words;  // the pattern, when it goes on over several lines
  friend bool operator==(const Use&, const Use&) = default;
};

// One record, with what is needed to show it without its document.
struct Evidence {
  std::string sentence;   // on one line
  std::string matched;    // the words that matched, on one line
  evidence::Range place;  // of the sentence, code points, half-open
  evidence::Range match;  // of the words
  std::string actor;
  std::string speaker;
  std::string via;
  std::string claimant;
  std::string issue;
  evidence::Stance stance{};
  evidence::Strength strength{};
  evidence::Kind kind{};
  evidence::Mode mode{};
  bool negated = false;
  std::string rule;
  std::string construction;
  std::vector<Use> uses;
};

struct Document {
  std::string id;
  std::optional<Date> date;
  std::string text;                // a hash of the whole text, 16 hexadecimal digits
  std::vector<Evidence> evidence;  // sorted by place, actor, issue
};

// A cell of the matrix; the figures are as people read them, with four digits behind the point at most.
struct Cell {
  std::string actor;
  std::string issue;
  std::string code;  // "mixed (shifted)", "support via EU"
  std::string support;
  std::string oppose;
  std::string neutral;
  std::uint32_t records = 0;
  std::uint32_t documents = 0;
  friend bool operator==(const Cell&, const Cell&) = default;
};

// The text of a rule file, or those of its lines that took part in evidence.
struct RuleText {
  std::string file;
  bool whole = true;
  std::string hash;                            // of the whole file
  std::map<std::uint32_t, std::string> lines;  // by number from 1
};

struct Golden {
  std::string matrix;               // the id of the matrix; empty: all that occurs
  std::vector<Document> documents;  // sorted by id
  std::vector<Cell> cells;          // row by row
  std::vector<RuleText> rules;      // sorted by file
};

}  // namespace demarche::golden
