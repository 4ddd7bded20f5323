#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dsl/model/form.hpp"
#include "engine/base/date.hpp"
#include "engine/base/source.hpp"
#include "engine/base/span.hpp"
#include "engine/program/program.hpp"

// What one file says, statement by statement, with names as they were written: nothing is looked up yet.
namespace demarche::dsl::ast {

// A name that refers to something, or defines it. Empty when the author left it out.
struct Name {
  std::string text;
  Span span;
  explicit operator bool() const { return !text.empty(); }
};

using model::Form;

struct Expr {
  enum class Kind : std::uint8_t {
    word,       // a bare word, perhaps with hyphens
    text,       // a quoted string
    reference,  // <text>
    sequence,
    choice,
    optional,
    gap,         // .. or ..N
    not_here,    // not X
    says,        // <actor> says [ P ]: children are the reference and P
    possessive,  // the 's behind a reference or a bracket
    joined,      // (extra | trans)-regional: two children
  };
  Kind kind = Kind::sequence;
  Span span;
  std::string text;
  Form form = Form::open;
  std::uint32_t limit = 0;  // of a gap
  std::vector<Expr> children;
};

// `broken`: something in it was reported already; it is kept for its span and not compiled.
struct Pattern {
  Expr expr;
  Span span;
  bool broken = false;
};

struct Qualifier {
  program::Neighbour::Side side{};
  bool negated = false;
  Pattern pattern;
};

struct Condition {
  std::vector<Pattern> patterns;
  std::optional<program::Scope> scope;
  bool has_within = false;  // `within` is written, with a stretch of text that is known or not
  Span span;
};

struct Import {
  Name target;
};

struct Phrase {
  Name name;
  bool extend = false;
  Pattern pattern;
};

struct IssueLine {
  program::IssuePattern::Kind kind{};
  int side = +1;
  Pattern pattern;
  std::vector<Qualifier> qualifiers;
};

struct Issue {
  Name name;
  bool extend = false;
  std::string title;
  std::vector<IssueLine> lines;
  std::vector<Condition> needs, after, unless;
  std::vector<Name> not_in;
};

struct Entry {
  program::Entry::Kind kind{};
  std::optional<program::Strength> strength;
  Pattern pattern;
};

struct Degree {
  bool strong = true;
  Pattern pattern;
};

struct Stance {
  Name name;
  bool extend = false;
  std::optional<int> sign;
  Name inverse;
  Name negated;
  std::vector<Entry> entries;
  std::vector<Degree> degrees;
};

struct Turn {
  Name name;
  bool extend = false;
  Pattern pattern;
};

struct Construction {
  Name name;
  bool extend = false;
  std::string example;
  std::vector<Pattern> forms;
  std::optional<program::Construction::Gives> gives;
  Name gives_stance;
  std::optional<program::Strength> strength;
  std::vector<Name> stances;
};

struct Words {
  Name role;
  Pattern pattern;
};

struct Group {
  Name name;
  bool extend = false;
  std::string title;
  std::vector<Name> members;
};

// `actor opposes X, Y strongly`
struct Head {
  std::vector<Name> subjects;  // empty: every actor
  bool is_class = false;       // one subject, the text between < and >
  Name stance;                 // `takes-a-side` included
  bool every_issue = false;
  std::vector<Name> issues;
  std::optional<program::Strength> strength;
  Span span;
};

struct Rule {
  Name name;  // empty for a statement outside a block
  bool ignore = false;
  std::optional<Head> head;
  std::vector<Condition> when, unless;
  std::vector<Name> actors, except;
  std::vector<DateRange> dates;
  Span span;
};

struct Matrix {
  Name name;
  std::string title;
  std::vector<Name> rows;  // ids, and classes with their brackets: `<actor in EU>`
  std::vector<Name> columns;
  std::vector<Name> sources;  // quoted strings
  bool except_sources = false;
  std::optional<DateRange> period;
  bool keep_undated = false;
};

struct Expectation {
  program::Expectation::Kind kind{};
  bool todo = false;
  std::string todo_reason;
  Name actor, stance, issue;
  std::optional<program::Strength> strength;
  std::string at;
  Span span;
};

struct Test {
  Name name;  // a quoted string
  std::vector<Name> speaking;
  std::optional<Date> date;
  std::string title, source, speaker;
  std::optional<std::string> text;
  std::vector<Expectation> expectations;
  Span span;  // from its keyword to the end of its last line
};

struct File {
  std::shared_ptr<const SourceFile> source;
  std::vector<Import> imports;
  std::vector<Phrase> phrases;
  std::vector<Issue> issues;
  std::vector<Stance> stances;
  std::vector<Turn> turns;
  std::vector<Construction> constructions;
  std::vector<Words> words;
  std::vector<Group> groups;
  std::vector<Rule> rules;
  std::vector<Matrix> matrices;
  std::vector<Test> tests;
  std::vector<Span> statements;  // the whole of each, block included, in their order
};

}  // namespace demarche::dsl::ast
