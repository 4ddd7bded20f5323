#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "dsl/model/form.hpp"
#include "engine/base/source.hpp"
#include "engine/base/span.hpp"
#include "engine/program/program.hpp"

// All files together, with every name resolved and every `extend` merged, but with words as they were written: not yet
// inflected, phrases not yet filled in. What needs no further work is held as the program's own value.
namespace demarche::dsl::model {

// Where a thing was written, for diagnostics.
struct Origin {
  std::shared_ptr<const SourceFile> file;
  Span span;
};

struct Expr {
  enum class Kind : std::uint8_t {
    word,
    text,
    phrase,
    actor,
    issue,
    slot,
    role,
    sequence,
    choice,
    optional,
    gap,
    not_here,
    says,
    possessive,
    joined,
  };
  Kind kind = Kind::sequence;
  Span span;         // in the file of its pattern
  std::string text;  // word, text
  Form form = Form::open;
  std::uint32_t limit = 0;     // gap
  std::size_t phrase = 0;      // index into Model::phrases
  program::ActorClass actors;  // actor, says
  std::string issue;           // issue: its id
  program::Slot slot{};
  program::WordForm slot_form{};
  program::WordRole role{};  // role: `<demand>`, words by the job that `words demand = ...` gives them
  std::vector<Expr> children;
};

struct Pattern {
  Expr expr;
  Origin origin;
  bool broken = false;  // an error in it was reported; it is not compiled
};

struct Phrase {
  std::string id;
  Origin origin;
  std::vector<Pattern> patterns;  // its own and those of `extend`
  bool library = false;
  bool recursive = false;
};

struct Neighbour {
  program::Neighbour value;
  Pattern pattern;
};

struct IssueLine {
  program::IssuePattern value;
  Pattern pattern;
  std::vector<Neighbour> neighbours;
};

struct Condition {
  program::Condition value;
  std::vector<Pattern> patterns;
};

struct Issue {
  program::Issue value;
  Origin origin;
  std::vector<IssueLine> lines;
  std::vector<Condition> needs, after, unless;
};

struct Entry {
  program::Entry value;
  Pattern pattern;
};

struct Stance {
  program::Stance value;
  Origin origin;
  bool has_sign = false;
  std::vector<Entry> entries;
  std::vector<Pattern> strong_degrees, weak_degrees;
};

struct Turn {
  program::Turn value;
  Origin origin;
  std::vector<Pattern> patterns;
};

struct Construction {
  program::Construction value;
  Origin origin;
  std::vector<Pattern> forms;
};

struct Words {
  program::WordRole role{};
  std::vector<Pattern> patterns;
};

struct Rule {
  program::Rule value;
  Origin origin;
  std::vector<Condition> when, unless;
};

struct Test {
  program::Test value;
  Origin origin;
  Span span;  // all of it; `origin` is its name
};

struct Model {
  std::vector<Phrase> phrases;  // sorted by id, as are the next ones
  std::vector<Issue> issues;
  std::vector<Stance> stances;
  std::vector<Turn> turns;
  std::vector<Construction> constructions;
  std::vector<Words> words;  // one a role, in the order of word_roles.def
  std::vector<program::Group> groups;
  std::vector<Rule> rules;
  std::vector<program::Matrix> matrices;
  std::vector<Test> tests;
};

}  // namespace demarche::dsl::model
