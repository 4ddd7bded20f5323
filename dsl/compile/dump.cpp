#include "dsl/compile/dump.hpp"

#include <array>
#include <string_view>

namespace demarche::dsl {

namespace {
using program::Node;

constexpr std::array slot_names{
#define DEMARCHE_SLOT(enumerator, name) std::string_view{name},
#include "engine/program/slots.def"
#undef DEMARCHE_SLOT
};
constexpr std::array role_names{
#define DEMARCHE_WORD_ROLE(enumerator, name, part, meaning) std::string_view{name},
#include "engine/program/word_roles.def"
#undef DEMARCHE_WORD_ROLE
};
constexpr std::string_view form_names[] = {"", ":base", ":s", ":ed", ":ing"};
constexpr std::string_view scope_names[] = {"clause", "sentence", "paragraph", "passage", "document"};
constexpr std::string_view strength_names[] = {"weakly", "plainly", "strongly"};
constexpr std::string_view entry_names[] = {"verb", "noun", "adjective", "judgement", "purpose"};

std::string list(const std::vector<std::string>& items, std::string_view separator) {
  std::string out;
  for (const auto& item : items) {
    if (!out.empty()) out += separator;
    out += item;
  }
  return out;
}

std::string actors(const program::ActorClass& actors) {
  std::string out = "actor";
  if (!actors.ids.empty()) out = list(actors.ids, ",");
  if (!actors.in.empty()) out += " in " + list(actors.in, ",");
  if (!actors.outside.empty()) out += " outside " + list(actors.outside, ",");
  return out;
}

void add(const Node& node, std::string& out);

void add_children(std::string_view open, const Node& node, std::string_view separator, std::string_view close,
                  std::string& out) {
  out += open;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) out += separator;
    add(node.children[i], out);
  }
  out += close;
}

void add(const Node& node, std::string& out) {
  std::string_view mark = node.possessive ? ">'s" : ">";
  switch (node.kind) {
    case Node::Kind::word:
      if (node.word_case == program::WordCase::capitalised) out += '^';
      out += list(node.forms, "/");
      return;
    case Node::Kind::sequence:
      return add_children("(", node, " ", ")", out);
    case Node::Kind::choice:
      return add_children("{", node, " | ", "}", out);
    case Node::Kind::optional:
      return add_children("", node, " ", "?", out);
    case Node::Kind::not_here:
      return add_children("not(", node, " ", ")", out);
    case Node::Kind::gap:
      out += "..";
      if (node.limit != program::unbounded_gap) out += std::to_string(node.limit);
      return;
    case Node::Kind::actor:
      out.append("<").append(actors(node.actors)).append(mark);
      return;
    case Node::Kind::issue:
      out.append("<issue ").append(list(node.issues, ",")).append(mark);
      return;
    case Node::Kind::slot:
      out.append("<").append(slot_names[static_cast<std::size_t>(node.slot)]);
      out.append(form_names[static_cast<std::size_t>(node.form)]).append(mark);
      return;
    case Node::Kind::role:
      out.append("<").append(role_names[static_cast<std::size_t>(node.role)]).append(">");
      return;
    case Node::Kind::says:
      out.append("<").append(actors(node.actors)).append(">");
      return add_children(" says[", node, " ", "]", out);
  }
}

class Dumper {
 public:
  std::string run(const program::Program& program) {
    for (const auto& group : program.groups) line("group " + group.id + " = " + list(group.members, ", "));
    for (const auto& issue : program.issues) add(issue);
    for (const auto& stance : program.stances) add(stance);
    for (const auto& turn : program.turns) add(turn);
    for (const auto& construction : program.constructions) add(construction);
    for (const auto& words : program.words) add(words);
    for (const auto& rule : program.rules) add(rule);
    for (const auto& matrix : program.matrices) add(matrix);
    for (const auto& test : program.tests) add(test);
    return std::move(out_);
  }

 private:
  void line(const std::string& text) { out_.append(text).append("\n"); }

  void pattern(const std::string& what, const program::Pattern& pattern) {
    line("  " + what + " " + pattern.source + "  =>  " + dump(pattern.root));
  }

  void conditions(const std::string& what, const std::vector<program::Condition>& list_of_conditions) {
    for (const auto& condition : list_of_conditions) {
      std::string head = what + "(";
      head.append(scope_names[static_cast<std::size_t>(condition.scope)]).append(")");
      for (const auto& p : condition.patterns) pattern(head, p);
    }
  }

  void add(const program::Issue& issue) {
    line("issue " + issue.id + (issue.title.empty() ? "" : " \"" + issue.title + "\""));
    for (const auto& p : issue.patterns) {
      pattern(std::string(p.kind == program::IssuePattern::Kind::deed ? "deed" : "about") + (p.side > 0 ? " +" : " -"),
              p.pattern);
      for (const auto& n : p.neighbours)
        pattern(std::string("  ") + (n.negated ? "not " : "") +
                    (n.side == program::Neighbour::Side::after ? "after" : "before"),
                n.pattern);
    }
    conditions("needs", issue.needs);
    conditions("after", issue.after);
    conditions("unless", issue.unless);
    if (!issue.not_in.empty()) line("  not in " + list(issue.not_in, ", "));
  }

  void add(const program::Stance& stance) {
    line("stance " + stance.id + " " + std::to_string(stance.sign) + " inverse=" + stance.inverse +
         " negated=" + stance.negated);
    for (const auto& e : stance.entries) {
      std::string what(entry_names[static_cast<std::size_t>(e.kind)]);
      if (e.strength) what.append(" ").append(strength_names[static_cast<std::size_t>(*e.strength)]);
      pattern(what, e.pattern);
    }
    for (const auto& p : stance.strong_degrees) pattern("strong", p);
    for (const auto& p : stance.weak_degrees) pattern("weak", p);
  }

  void add(const program::Turn& turn) {
    line("turn " + turn.id);
    for (const auto& p : turn.patterns) pattern("turn", p);
  }

  void add(const program::Construction& c) {
    std::string gives = c.gives == program::Construction::Gives::same      ? "same"
                        : c.gives == program::Construction::Gives::inverse ? "inverse"
                                                                           : c.gives_stance;
    if (c.strength) gives.append(" ").append(strength_names[static_cast<std::size_t>(*c.strength)]);
    line("construction " + c.id + " gives " + gives + (c.stances.empty() ? "" : " with " + list(c.stances, ", ")));
    for (const auto& p : c.forms) pattern("form", p);
  }

  void add(const program::WordList& words) {
    line("words " + std::string(role_names[static_cast<std::size_t>(words.role)]));
    for (const auto& p : words.patterns) pattern("word", p);
  }

  void add(const program::Rule& rule) {
    std::string head = (rule.ignore ? "ignore " : "rule ") + rule.id + ": " + actors(rule.actors);
    if (rule.has_except) head += " except " + actors(rule.except);
    head += " " + (rule.takes_a_side ? "takes-a-side" : rule.stance);
    head += " " + (rule.every_issue ? "every issue" : list(rule.issues, ","));
    if (rule.strength) head.append(" ").append(strength_names[static_cast<std::size_t>(*rule.strength)]);
    for (const auto& range : rule.dates) head += dates(range);
    line(head);
    conditions("when", rule.when);
    conditions("unless", rule.unless);
  }

  static std::string dates(const DateRange& range) {
    return " [" + (range.from ? to_string(*range.from) : "") + ".." + (range.to ? to_string(*range.to) : "") + "]";
  }

  void add(const program::Matrix& matrix) {
    std::vector<std::string> rows;
    for (const auto& row : matrix.rows) rows.push_back(actors(row));
    const std::string sources = list(matrix.sources, ", ");
    line("matrix " + matrix.id + ": " + list(rows, ",") + " x " + list(matrix.columns, ",") +
         (sources.empty() ? "" : (matrix.except_sources ? " sources except " : " sources ") + sources) +
         (matrix.period ? dates(*matrix.period) : "") + (matrix.keep_undated ? " undated kept" : ""));
  }

  void add(const program::Test& test) {
    line("test \"" + test.name + "\" " + list(test.speaking, ",") + (test.date ? " " + to_string(*test.date) : ""));
    line("  text " + test.text);
    for (const auto& e : test.expectations) add(e);
  }

  void add(const program::Expectation& e) {
    constexpr std::string_view kinds[] = {"expect", "expect nothing", "expect nothing else", "expect not"};
    std::string text = "  ";
    text.append(kinds[static_cast<std::size_t>(e.kind)]).append(e.todo ? " todo" : "");
    if (!e.todo_reason.empty()) text.append(" \"").append(e.todo_reason).append("\"");
    for (const auto* part : {&e.actor, &e.stance, &e.issue})
      if (!part->empty()) text.append(" ").append(*part);
    if (e.strength) text.append(" ").append(strength_names[static_cast<std::size_t>(*e.strength)]);
    if (!e.at.empty()) text.append(" at \"").append(e.at).append("\"");
    line(text);
  }

  std::string out_;
};
}  // namespace

std::string dump(const program::Node& node) {
  std::string out;
  add(node, out);
  return out;
}

std::string dump(const program::Program& program) { return Dumper().run(program); }

}  // namespace demarche::dsl
