#pragma once
#include <cstdint>
#include <string>
#include <vector>

// Patterns as the engine runs them: small trees in which every name is resolved and every word is inflected already.
// dsl/ emits them, engine/match compiles them to automata. They are plain values.
namespace demarche::program {

// Where in the rule files a thing was written. Line and column count from 1, columns in code points.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

// How the case of a word counts.
enum class WordCase : std::uint8_t {
  any,          // ignored
  capitalised,  // the author wrote a capital: the text must have one too, or be in ALL CAPS
};

// The places that a language pack's forms and entries leave open.
enum class Slot : std::uint8_t {
#define DEMARCHE_SLOT(enumerator, name) enumerator,
#include "engine/program/slots.def"
#undef DEMARCHE_SLOT
};

// The jobs that a language pack gives to words.
enum class WordRole : std::uint8_t {
#define DEMARCHE_WORD_ROLE(enumerator, name, part, meaning) enumerator,
#include "engine/program/word_roles.def"
#undef DEMARCHE_WORD_ROLE
};

// How many jobs there are. Sets of them are kept in 64 bits (mention::RoleBits).
constexpr unsigned word_role_count = 0
#define DEMARCHE_WORD_ROLE(enumerator, name, part, meaning) +1
#include "engine/program/word_roles.def"
#undef DEMARCHE_WORD_ROLE
    ;
static_assert(word_role_count <= 64, "a set of word roles is kept in 64 bits: merge two roles before adding another");

// The word form that a slot asks for: `<verb:ing>`.
enum class WordForm : std::uint8_t { any, base, s, ed, ing };

// A set of actors: `<IRN>`, `<actor>`, `<actor in EU>`, `<actor outside region>`. Empty `ids` and `in` mean every
// actor.
struct ActorClass {
  std::vector<std::string> ids;      // one of these
  std::vector<std::string> in;       // or a member (at the document's date) of one of these groups or regions
  std::vector<std::string> outside;  // but of none of these
  friend bool operator==(const ActorClass&, const ActorClass&) = default;
};

struct Node {
  enum class Kind : std::uint8_t {
    word,      // one token whose lower-cased text is in `forms`
    sequence,  // all children, one after the other
    choice,    // any one child
    optional,  // the child, or nothing
    gap,       // 0 to `limit` tokens (unbounded_gap: to the clause limit), never over a clause limit, a change of
               // holder, a negator or a stance word
    not_here,  // zero width: the child does not begin here
    actor,     // a mention of one of `actors`; `possessive`: its 's form, its adjective, or a pronoun resolved to it
    issue,     // a match of one of `issues` (ids; empty: of any issue)
    slot,      // a slot of the language pack, in `form`
    role,      // a word or phrase that has the job `role`: `<demand>`
    says,      // the child lies in words attributed to one of `actors` (in a rule: `<actor> says [ P ]`)
  };
  Kind kind = Kind::sequence;
  std::vector<Node> children;
  std::vector<std::string> forms;  // word: sorted, lower case, as the tokeniser cuts them
  WordCase word_case = WordCase::any;
  std::uint32_t limit = 0;
  ActorClass actors;
  bool possessive = false;
  std::vector<std::string> issues;
  Slot slot{};
  WordForm form = WordForm::any;
  WordRole role{};
  // Which alternative of the rule files this node is: a number into Program::alternatives, plus one; 0 when it is none,
  // or when the program was compiled without them. Words that stand for several alternatives say so for each form.
  std::uint32_t alternative = 0;
  std::vector<std::uint32_t> form_alternatives;  // beside `forms`, or empty

  friend bool operator==(const Node&, const Node&) = default;
};

inline constexpr std::uint32_t unbounded_gap = 0xFFFFFFFF;

struct Pattern {
  Node root;
  std::string source;  // as the author wrote it, on one line
  Place place;
  friend bool operator==(const Pattern&, const Pattern&) = default;
};

}  // namespace demarche::program
