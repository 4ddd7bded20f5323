#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/corpus/document.hpp"
#include "engine/evidence/record.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/program/program.hpp"

// Why a text did not give what was expected of it, and what would change that; why it gave what was not expected.
namespace demarche::why {

// Where an expectation failed, in the order in which a text is read; `met`: it did not.
enum class Stage : std::uint8_t {
#define DEMARCHE_STAGE(enumerator, name, meaning) enumerator,
#include "engine/why/stages.def"
#undef DEMARCHE_STAGE
};
std::string_view name_of(Stage stage);
std::string_view meaning_of(Stage stage);

// What should have been found.
struct Wanted {
  std::string actor;   // id
  std::string stance;  // id of the rules: "opposes"
  std::string issue;   // id
  std::optional<program::Strength> strength;
  std::string at;  // words that the match must hold; may be empty
};

// The pattern that came nearest, and where it failed.
struct Nearest {
  std::string what;  // "about", "verb", "form", "turn" ...: the keyword of its line
  std::string of;    // the issue, stance, turn or construction it belongs to
  std::string pattern;
  program::Place place;  // line 0: unknown
  std::string
      element;      // the part of the pattern that failed, as written; empty when only words stood between its parts
  std::string met;  // the word or words of the text that it met instead; empty: there was nothing
  std::uint32_t edits = 0;  // words to change, to put in or to leave out
};

// A change of the rules.
struct Edit {
  std::string statement;  // a statement that can stand in any rule file: "extend stance opposes { verb lash out at }"
  std::string in_place;  // the same as a change of the pattern at `place`: "unilateral (sanctions | restrictions)"; may
                         // be empty
  program::Place place;
  bool from_nearest = false;  // made after the nearest pattern
  bool is_statement = true;   // false: `statement` says the change in words (of a guard, the actor file, the test)
};

// One thing that was missing, and what was done about it before the next was looked for.
struct Missing {
  Stage stage = Stage::issue;
  std::string reason;     // in plain words, without a full stop
  evidence::Range range;  // of the text, code points: what the reason speaks of; empty when it speaks of all
  std::optional<Nearest> nearest;
  std::optional<Edit> edit;  // verified: with it, and the edits before it, this is missing no longer
};

struct WhyNot {
  std::vector<Missing> missing;  // the first is why the expectation failed; empty: it did not fail
  // True when the text was read again with all the edits, and the expectation was met.
  bool verified = false;
  Stage stage() const { return missing.empty() ? Stage::met : missing.front().stage; }
};

// Why a record is there that should not be.
struct WhyFound {
  std::vector<std::string> proof;  // one step a line: stance, turns, issue, construction, holder, rule
  std::optional<Edit> guard;  // verified: the text was read again with it; the record was gone and all others stood
};

// For people: a few lines without indentation and without colours.
std::vector<std::string> lines(const WhyNot& why);
std::vector<std::string> lines(const WhyFound& why);

// Answers both questions for the texts of one rule set. Immutable after construction, callable from many threads. The
// program and the actors must outlive it. Making one costs some milliseconds, an answer up to a tenth of a second.
class Reasoner {
 public:
  Reasoner(const program::Program& program, const lexicon::ActorTable& actors);
  ~Reasoner();
  Reasoner(const Reasoner&) = delete;

  WhyNot why_not(const corpus::Document& document, const Wanted& wanted) const;
  // `record` is one that the engine finds in the document with these rules.
  WhyFound why_found(const corpus::Document& document, const evidence::Record& record) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace demarche::why
