#include "engine/run/mutants.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace demarche::run {

using program::Node;
using program::Place;
using Part = MutantTarget::Part;

namespace {

constexpr const char* role_names[] = {
#define DEMARCHE_WORD_ROLE(enumerator, name, part, meaning) name,
#include "engine/program/word_roles.def"
#undef DEMARCHE_WORD_ROLE
};

program::Program without_tests(const program::Program& from) {
  program::Program copy;
  copy.issues = from.issues;
  copy.stances = from.stances;
  copy.turns = from.turns;
  copy.constructions = from.constructions;
  copy.rules = from.rules;
  copy.words = from.words;
  copy.groups = from.groups;
  copy.alternatives = from.alternatives;
  copy.hash = from.hash;
  return copy;
}

// Gives numbers to gaps and `not`s. A phrase is written into many patterns; what lies in the same alternative of it is
// the same thing, and gets the same number.
class Marker {
 public:
  explicit Marker(program::Program& program) : program_(program) {}

  struct Marked {
    std::uint32_t number = 0;
    Node::Kind kind{};
    std::uint32_t limit = 0;
    std::string owner;
  };

  void mark(program::Pattern& pattern, const std::string& owner) {
    owner_ = &owner;
    Around around{0, pattern.place, pattern.source, 0};
    mark(pattern.root, around);
  }
  const std::vector<Marked>& marked() const { return marked_; }

 private:
  // What a node lies in: an alternative, or the whole pattern.
  struct Around {
    std::uint32_t alternative;
    Place place;
    std::string text;
    std::uint32_t met;  // gaps and `not`s so far
  };

  void mark(Node& node, Around& outer) {
    if (node.alternative != 0) {
      const program::Alternative& written = program_.alternatives[node.alternative - 1];
      Around inner{node.alternative, written.place, written.text, 0};
      mark_inside(node, inner);
    } else {
      mark_inside(node, outer);
    }
  }

  void mark_inside(Node& node, Around& around) {
    if (node.kind == Node::Kind::gap || node.kind == Node::Kind::not_here) {
      const std::uint32_t number = number_of(node, around);
      if (node.alternative == 0) {
        node.alternative = number;
      } else {  // an alternative that is nothing else: both must be told
        Node wrapped = node;
        wrapped.alternative = number;
        Node outer;
        outer.alternative = node.alternative;
        outer.children.push_back(std::move(wrapped));
        node = std::move(outer);
        for (Node& child : node.children[0].children) mark(child, around);
        return;
      }
    }
    for (Node& child : node.children) mark(child, around);
  }

  std::uint32_t number_of(const Node& node, Around& around) {
    auto [known, added] = numbers_.try_emplace(
        {around.alternative, around.place.file, around.place.line, around.place.column, around.met++}, 0u);
    if (added) {
      program_.alternatives.push_back({around.place, around.text});
      known->second = static_cast<std::uint32_t>(program_.alternatives.size());
      marked_.push_back({known->second, node.kind, node.limit, *owner_});
    }
    return known->second;
  }

  program::Program& program_;
  const std::string* owner_ = nullptr;
  std::map<std::tuple<std::uint32_t, std::string, std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t> numbers_;
  std::vector<Marked> marked_;
};

class Finder {
 public:
  explicit Finder(const program::Program& program)
      : set_{without_tests(program), {}}, written_(program.alternatives.size()) {}

  MutantSet find() && {
    Marker marker(set_.program);
    each_pattern(set_.program, [&](PatternPart part, std::uint32_t owner, std::uint32_t, program::Pattern& pattern) {
      marker.mark(pattern, owner_of(part, owner));
    });
    add_marked(marker.marked());
    seen_.assign(written_ + 1, false);
    each_pattern(set_.program,
                 [&](PatternPart part, std::uint32_t owner, std::uint32_t, const program::Pattern& pattern) {
                   add_alternatives(pattern.root, part, owner);
                   if (is_line(part) || part == PatternPart::word) add_line(part, owner, pattern);
                   if (part == PatternPart::neighbour) add_pattern(MutantKind::guard, part, owner, pattern, "dropped");
                 });
    add_issues();
    add_stances();
    add_constructions();
    add_rules();
    auto key = [](const Mutant& mutant) {
      return std::tie(mutant.place.file, mutant.place.line, mutant.place.column, mutant.kind, mutant.text,
                      mutant.change);
    };
    std::stable_sort(set_.mutants.begin(), set_.mutants.end(),
                     [&](const Mutant& a, const Mutant& b) { return key(a) < key(b); });
    return std::move(set_);
  }

 private:
  const program::Program& program() const { return set_.program; }

  static bool is_line(PatternPart part) {
    switch (part) {
      case PatternPart::issue_pattern:
      case PatternPart::entry:
      case PatternPart::strong_degree:
      case PatternPart::weak_degree:
      case PatternPart::turn:
      case PatternPart::form:
        return true;
      default:
        return false;
    }
  }

  std::string owner_of(PatternPart part, std::uint32_t owner) const {
    switch (part) {
      case PatternPart::issue_pattern:
      case PatternPart::neighbour:
      case PatternPart::needs:
      case PatternPart::after:
      case PatternPart::issue_unless:
        return "issue " + program().issues[owner].id;
      case PatternPart::entry:
      case PatternPart::strong_degree:
      case PatternPart::weak_degree:
        return "stance " + program().stances[owner].id;
      case PatternPart::turn:
        return "turn " + program().turns[owner].id;
      case PatternPart::form:
        return "construction " + program().constructions[owner].id;
      case PatternPart::word:
        return std::string("words ") + role_names[static_cast<std::size_t>(program().words[owner].role)];
      case PatternPart::when:
      case PatternPart::rule_unless:
        break;
    }
    const program::Rule& rule = program().rules[owner];
    return (rule.ignore ? "ignore " : "rule ") + rule.id;
  }

  MutantKind kind_of(PatternPart part, std::uint32_t owner, MutantKind other) const {
    if (part != PatternPart::word) return other;
    return program().words[owner].role == program::WordRole::negator ? MutantKind::negation : MutantKind::word;
  }

  void add(MutantKind kind, MutantTarget target, const Place& place, std::string owner, std::string text,
           std::string change) {
    set_.mutants.push_back({kind, std::move(target), place, std::move(owner), std::move(text), std::move(change)});
  }

  void add_marked(const std::vector<Marker::Marked>& marked) {
    for (const Marker::Marked& one : marked) {
      const program::Alternative& written = program().alternatives[one.number - 1];
      MutantTarget target{.part = Part::number, .pattern_part = {}, .owner = one.number, .item = 0, .place = {}};
      if (one.kind == Node::Kind::not_here)
        add(MutantKind::guard, target, written.place, one.owner, written.text, "`not` dropped");
      else if (one.limit != program::unbounded_gap)
        add(MutantKind::gap, target, written.place, one.owner, written.text,
            "`.." + std::to_string(one.limit) + "` widened to `.." + std::to_string(2 * one.limit + 3) + "`");
    }
  }

  void add_alternatives(const Node& node, PatternPart part, std::uint32_t owner) {
    auto take = [&](std::uint32_t number) {
      if (number == 0 || number > written_ || seen_[number]) return;
      seen_[number] = true;
      const program::Alternative& written = program().alternatives[number - 1];
      add(kind_of(part, owner, MutantKind::alternative),
          {.part = Part::number, .pattern_part = {}, .owner = number, .item = 0, .place = {}}, written.place,
          owner_of(part, owner), written.text, "dropped");
    };
    take(node.alternative);
    for (std::uint32_t number : node.form_alternatives) take(number);
    for (const Node& child : node.children) add_alternatives(child, part, owner);
  }

  // One mutant for each place, however many patterns it gave.
  bool add_pattern(MutantKind kind, PatternPart part, std::uint32_t owner, const program::Pattern& pattern,
                   const std::string& change) {
    const Place& place = pattern.place;
    if (!lines_.emplace(part, owner, place.file, place.line, place.column, change).second) return false;
    add(kind, {.part = Part::pattern, .pattern_part = part, .owner = owner, .item = 0, .place = place}, place,
        owner_of(part, owner), pattern.source, change);
    return true;
  }

  void add_line(PatternPart part, std::uint32_t owner, const program::Pattern& pattern) {
    add_pattern(kind_of(part, owner, MutantKind::line), part, owner, pattern, "dropped");
    if (part == PatternPart::issue_pattern || part == PatternPart::turn)
      add_pattern(MutantKind::sign, part, owner, pattern, "sign swapped");
    if (part == PatternPart::entry && !program().stances[owner].inverse.empty())
      add_pattern(MutantKind::sign, part, owner, pattern, "moved to `" + program().stances[owner].inverse + "`");
  }

  void add_conditions(MutantKind kind, PatternPart part, std::uint32_t owner,
                      const std::vector<program::Condition>& conditions, bool whole, const std::string& keyword) {
    for (std::uint32_t c = 0; c < conditions.size(); ++c) {
      const auto& patterns = conditions[c].patterns;
      std::string text = keyword;
      for (const auto& pattern : patterns) text += (&pattern == &patterns[0] ? " " : " | ") + pattern.source;
      if (whole)
        add(kind, {.part = Part::condition, .pattern_part = part, .owner = owner, .item = c, .place = {}},
            conditions[c].place, owner_of(part, owner), text, "dropped");
      if (patterns.size() > 1)
        for (const auto& pattern : patterns) add_pattern(kind, part, owner, pattern, "dropped");
    }
  }

  void add_issues() {
    for (std::uint32_t i = 0; i < program().issues.size(); ++i) {
      const program::Issue& issue = program().issues[i];
      add_conditions(MutantKind::guard, PatternPart::needs, i, issue.needs, true, "needs");
      add_conditions(MutantKind::guard, PatternPart::after, i, issue.after, true, "after");
      add_conditions(MutantKind::guard, PatternPart::issue_unless, i, issue.unless, true, "unless");
      for (std::uint32_t n = 0; n < issue.not_in.size(); ++n)
        add(MutantKind::guard, {.part = Part::not_in, .pattern_part = {}, .owner = i, .item = n, .place = {}},
            issue.place, "issue " + issue.id, "not in " + issue.not_in[n], "dropped");
    }
  }

  void add_stances() {
    for (std::uint32_t s = 0; s < program().stances.size(); ++s) {
      const program::Stance& stance = program().stances[s];
      if (stance.negated.empty() && stance.inverse.empty()) continue;
      const std::string gives = stance.negated.empty() ? "nothing" : "`" + stance.negated + "`";
      const std::string now = stance.negated.empty() ? "`" + stance.inverse + "`" : "nothing";
      add(MutantKind::negation, {.part = Part::stance, .pattern_part = {}, .owner = s, .item = 0, .place = {}},
          stance.place, "stance " + stance.id, stance.id, "negated gives " + now + ", not " + gives);
    }
  }

  void add_constructions() {
    for (std::uint32_t c = 0; c < program().constructions.size(); ++c) {
      const program::Construction& construction = program().constructions[c];
      if (construction.gives == program::Construction::Gives::named) continue;
      add(MutantKind::sign, {.part = Part::construction, .pattern_part = {}, .owner = c, .item = 0, .place = {}},
          construction.place, "construction " + construction.id, construction.id,
          construction.gives == program::Construction::Gives::same ? "gives inverse" : "gives same");
    }
  }

  void add_rules() {
    for (std::uint32_t r = 0; r < program().rules.size(); ++r) {
      const program::Rule& rule = program().rules[r];
      const MutantKind kind = rule.ignore ? MutantKind::guard : MutantKind::rule;
      add(kind, {.part = Part::rule, .pattern_part = {}, .owner = r, .item = 0, .place = {}}, rule.place,
          owner_of(PatternPart::when, r), rule.id, "dropped");
      add_conditions(kind, PatternPart::when, r, rule.when, rule.when.size() > 1, "when");
      add_conditions(MutantKind::guard, PatternPart::rule_unless, r, rule.unless, true, "unless");
    }
  }

  MutantSet set_;
  std::size_t written_;     // alternatives; higher numbers are gaps and `not`s
  std::vector<bool> seen_;  // by number
  std::set<std::tuple<PatternPart, std::uint32_t, std::string, std::uint32_t, std::uint32_t, std::string>> lines_;
};

}  // namespace

MutantSet mutants_of(const program::Program& program) { return Finder(program).find(); }

std::string_view name_of(MutantKind kind) {
  constexpr std::string_view names[mutant_kinds] = {"alternative", "line",     "word", "rule",
                                                    "guard",       "negation", "gap",  "sign"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace demarche::run
