#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.hpp"

// What the engine found in one document: evidence, and an account of what was not coded and why.
namespace demarche::evidence {

enum class Stance : std::uint8_t { support, oppose, neutral };
enum class Strength : std::uint8_t { weak, plain, strong };
enum class Mode : std::uint8_t { plain, conditional, hedged, question };
enum class Kind : std::uint8_t {
  declared,  // in the holder's own voice or reported directly
  narrated,  // told by a text that vouches for it
  act,       // a deed that shows the side
  ascribed,  // by a third party
};

// Why a sentence with an actor and an issue gave no evidence for them. Names for people are in reasons.def.
enum class Reason : std::uint8_t {
#define DEMARCHE_REASON(enumerator, name, meaning) enumerator,
#include "engine/evidence/reasons.def"
#undef DEMARCHE_REASON
};

// Half-open, Unicode code points into the document's text.
struct Range {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Range&, const Range&) = default;
  friend auto operator<=>(const Range&, const Range&) = default;
};

// One step that led to a record, for `explain` and `try`: what was decided ("holder"), where, and why in words.
struct Step {
  std::string stage;  // "issue", "stance", "turn", "negation", "target", "holder", "construction", "rule", "strength"
  Range range;
  std::string text;
};

// A piece of the rules that took part in a record or a silence: which pattern, where it matched, and which ways it
// took. The numbers are indices into the Program that read the document.
struct Use {
  enum class Part : std::uint8_t {
    issue_pattern,  // Issue::patterns
    neighbour,      // Issue::patterns[item].neighbours[pattern]: `after`, `before`, or a `not` of these that vetoed
    needs,          // Issue::needs: held (in a record), or unmet (in a silence)
    after,          // Issue::after, likewise
    issue_unless,   // Issue::unless: vetoed
    not_in,         // Issue::not_in: the match lay inside a match of that issue
    entry,          // Stance::entries, before and behind the target
    degree,         // Stance::strong_degrees (pattern 0), Stance::weak_degrees (pattern 1)
    turn,           // Turn::patterns
    form,           // Construction::forms
    when,           // Rule::when: the rule's own words
    rule_unless,    // Rule::unless: vetoed
    veto,           // Rule::when of an `ignore` that vetoed
    rule,           // the rule whose head asked for the statement
  };
  Part part{};
  std::uint32_t owner = 0;                  // the issue, stance, turn, construction or rule
  std::uint32_t item = 0;                   // the pattern, entry, form, condition or degree line of the owner
  std::uint32_t pattern = 0;                // the pattern of the condition, the neighbour of the issue's pattern
  Range range;                              // of the match; of the statement where the part has no place of its own
  std::vector<std::uint32_t> alternatives;  // numbers into Program::alternatives, plus one; ascending, each once
};

struct Record {
  std::string doc;
  std::optional<Date> date;
  std::string source;
  Range sentence_range;
  Range match;
  std::string sentence;  // as in the document, line breaks and repeated spaces as one space
  std::string actor;
  std::string speaker;   // empty when nobody is named
  std::string via;       // the actor who spoke on the holder's behalf
  std::string claimant;  // ascribed: the actor who says so
  std::string issue;
  Stance stance = Stance::support;
  Strength strength = Strength::plain;
  Kind kind = Kind::declared;
  Mode mode = Mode::plain;
  std::string rule;          // the rule's id
  std::string construction;  // the construction's id
  bool negated = false;
  double score = 0;         // 0 to 1, for sorting quotes: strength, mode and directness; not a probability
  std::vector<Step> trace;  // empty unless asked for
  std::vector<Use> uses;    // empty unless asked for
};

struct Silence {
  Range sentence_range;
  std::string actor;  // empty when no holder was found
  std::string issue;
  Reason reason{};
  std::string detail;     // "unknown turn: conflating"
  std::vector<Use> uses = {};  // the guard that vetoed; empty unless asked for
};

// All that one document gave.
struct DocumentResult {
  std::string doc;
  std::string title;
  std::optional<Date> date;
  std::string source;
  std::string url;
  std::vector<std::string> speaking;
  std::uint32_t sentences = 0;
  std::uint32_t code_points = 0;
  std::uint64_t hash = 0;  // of the document's id, metadata and text (corpus::hash_of); 0 when they are not known
  std::vector<std::string> mentioned;                               // actor ids, sorted
  std::vector<std::pair<std::string, std::string>> issue_mentions;  // (actor, issue) seen in one sentence, sorted, once
  std::vector<Record> records;                                      // sorted by start, actor, issue
  std::vector<Silence> silences;                                    // sorted by start, actor, issue
  std::vector<Use> vetoes;  // every guard that kept something from being coded; empty unless asked for
};

// Names as in evidence.jsonl.
std::string_view name_of(Stance stance);
std::string_view name_of(Strength strength);
std::string_view name_of(Mode mode);
std::string_view name_of(Kind kind);
std::string_view name_of(Reason reason);
std::string_view meaning_of(Reason reason);

}  // namespace demarche::evidence
