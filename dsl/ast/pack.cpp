#include "dsl/ast/pattern.hpp"
#include "dsl/ast/statements.hpp"

// The statements of a language pack that have a block: stance and construction.
namespace demarche::dsl::ast {

namespace {
void read_sign(Line& line, Stance& stance) {
  auto sign = line.raw();
  if (sign == "+") stance.sign = +1;
  if (sign == "-" || sign == "\u2212" || sign == "\u2013") stance.sign = -1;
  if (sign == "0") stance.sign = 0;
  if (!stance.sign) {
    line.context().report(DiagnosticId::bad_value, "the sign of a stance is `+`, `-` or `0`", line.here()).help =
        "`+` for support, `-` for opposition, `0` for taking no side";
    stance.sign = 0;  // one message is enough
  }
  if (!line.at_end()) line.skip();
  line.expect_end();
}

void read_inverse(Line& line, Stance& stance) {
  stance.inverse = line.name("a stance");
  line.expect_end();
}

void read_negated(Line& line, Stance& stance) {
  stance.negated = line.name("a stance or `nothing`");
  line.expect_end();
}

template <program::Entry::Kind kind>
void read_entry(Line& line, Stance& stance) {
  Entry entry;
  entry.kind = kind;
  if (line.skip_word("strong"))
    entry.strength = program::Strength::strong;
  else if (line.skip_word("weak"))
    entry.strength = program::Strength::weak;
  entry.pattern = rest_as_pattern(line);
  stance.entries.push_back(std::move(entry));
}

void read_degree(Line& line, Stance& stance) {
  Degree degree;
  degree.strong = line.word() != "weak";
  if (line.word() != "strong" && line.word() != "weak") {
    line.context().report(DiagnosticId::bad_strength, "`degree` needs `strong` or `weak`", line.here()).help =
        "write `degree strong steadfast | vehement`";
  } else {
    line.skip();
  }
  degree.pattern = rest_as_pattern(line);
  stance.degrees.push_back(std::move(degree));
}

constexpr LineReader<Stance> stance_readers[] = {
    {"sign", read_sign, true},
    {"inverse", read_inverse, true},
    {"negated", read_negated, true},
    {"verb", read_entry<program::Entry::Kind::verb>},
    {"noun", read_entry<program::Entry::Kind::noun>},
    {"adjective", read_entry<program::Entry::Kind::adjective>},
    {"judgement", read_entry<program::Entry::Kind::judgement>},
    {"purpose", read_entry<program::Entry::Kind::purpose>},
    {"degree", read_degree},
};

void read_form(Line& line, Construction& construction) { construction.forms.push_back(rest_as_pattern(line)); }

void read_gives(Line& line, Construction& construction) {
  Name what = line.name("`same`, `inverse` or a stance");
  if (what.text == "same")
    construction.gives = program::Construction::Gives::same;
  else if (what.text == "inverse")
    construction.gives = program::Construction::Gives::inverse;
  else if (what)
    construction.gives = program::Construction::Gives::named;
  if (construction.gives == program::Construction::Gives::named) construction.gives_stance = what;
  construction.strength = line.adverb();
  if (!construction.strength && !line.at_end()) {
    auto& diagnostic =
        line.context().report(DiagnosticId::bad_strength, quoted(line.raw()) + " is not a strength", line.here());
    suggest(diagnostic, line.word(), {"weakly", "plainly", "strongly"});
    diagnostic.notes.push_back("a strength is weakly, plainly or strongly");
    line.rest();
  }
}

void read_with(Line& line, Construction& construction) {
  for (auto& name : line.names("a stance")) construction.stances.push_back(std::move(name));
  line.expect_end();
}

constexpr LineReader<Construction> construction_readers[] = {
    {"form", read_form}, {"gives", read_gives, true}, {"with", read_with, true}};
}  // namespace

void read_stance(Item& item, File& file) {
  Stance stance;
  stance.extend = item.extend;
  stance.name = item.header.name("the name of the stance");
  item.header.expect_end();
  require_block(item, "stance opposes { ... }");
  read_lines(item, stance_readers, "a stance", stance);
  if (stance.name) file.stances.push_back(std::move(stance));
}

void read_construction(Item& item, File& file) {
  Construction construction;
  construction.extend = item.extend;
  construction.name = item.header.name("the name of the construction");
  construction.example = optional_title(item.header);
  item.header.expect_end();
  require_block(item, "construction passive \"It was rejected by Baku.\" { form <target> be <verb:ed> by <holder> }");
  read_lines(item, construction_readers, "a construction", construction);
  if (construction.name) file.constructions.push_back(std::move(construction));
}

}  // namespace demarche::dsl::ast
