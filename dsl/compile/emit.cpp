#include "dsl/compile/emit.hpp"

#include "dsl/compile/lower.hpp"
#include "dsl/compile/places.hpp"
#include "dsl/compile/shape.hpp"
#include "dsl/messages/say.hpp"

namespace demarche::dsl::lowering {

namespace {
using program::Slot;

class Emitter {
 public:
  Emitter(const model::Model& model, const lexicon::Morphology& morphology, Diagnostics& diagnostics,
          const EmitOptions& options)
      : model_(model),
        inflector_(morphology),
        diagnostics_(diagnostics),
        lowering_(model, inflector_, diagnostics, options.alternatives) {}

  program::Program run() {
    program::Program program;
    for (const auto& issue : model_.issues) program.issues.push_back(emit(issue));
    for (const auto& stance : model_.stances) program.stances.push_back(emit(stance));
    for (const auto& turn : model_.turns) program.turns.push_back(emit(turn));
    for (const auto& construction : model_.constructions) program.constructions.push_back(emit(construction));
    for (const auto& rule : model_.rules) program.rules.push_back(emit(rule));
    for (const auto& words : model_.words) program.words.push_back(emit(words));
    program.groups = model_.groups;
    program.matrices = model_.matrices;
    for (const auto& test : model_.tests) program.tests.push_back(test.value);
    program.alternatives = lowering_.take_alternatives();
    return program;
  }

 private:
  std::vector<program::Pattern> patterns(const std::vector<model::Pattern>& from, const Place& place) {
    std::vector<program::Pattern> to;
    for (const auto& pattern : from)
      if (auto lowered = lowering_.lower(pattern, place)) to.push_back(std::move(*lowered));
    return to;
  }

  std::vector<program::Condition> conditions(const std::vector<model::Condition>& from, const Place& place) {
    std::vector<program::Condition> to;
    for (const auto& condition : from) {
      to.push_back(condition.value);
      to.back().patterns = patterns(condition.patterns, place);
      if (to.back().patterns.empty()) to.pop_back();
    }
    return to;
  }

  program::Issue emit(const model::Issue& from) {
    program::Issue to = from.value;
    for (const auto& line : from.lines) add_line(line, to);
    fill_in_this(from, to);
    to.needs = conditions(from.needs, issue_condition_place);
    to.after = conditions(from.after, issue_condition_place);
    to.unless = conditions(from.unless, issue_condition_place);
    to.incomplete = to.patterns.size() < from.lines.size() || lost(from.needs, to.needs) ||
                    lost(from.after, to.after) || lost(from.unless, to.unless);
    return to;
  }

  static bool lost(const std::vector<model::Condition>& from, const std::vector<program::Condition>& to) {
    std::size_t written = 0;
    std::size_t left = 0;
    for (const auto& condition : from) written += condition.patterns.size();
    for (const auto& condition : to) left += condition.patterns.size();
    return left < written;
  }

  // `<this>` is what the `about` lines find: "impose <this>".
  void fill_in_this(const model::Issue& from, program::Issue& to) {
    std::vector<Node> abouts;
    for (const auto& line : to.patterns)
      if (line.kind == program::IssuePattern::Kind::about && line.side > 0 && !names_this(line))
        abouts.push_back(line.pattern.root);
    if (abouts.empty()) return;
    const Node itself = make_choice(std::move(abouts));
    std::erase_if(to.patterns, [&](program::IssuePattern& line) {
      if (!names_this(line)) return false;
      line.pattern.root = with_slot_filled(std::move(line.pattern.root), Slot::self, itself);
      if (node_count(line.pattern.root) <= max_nodes) return false;
      auto& d = diagnostics_.add(DiagnosticId::pattern_too_large, "a pattern with `<this>` is too large in this issue",
                                 from.origin.file, from.origin.span);
      d.notes.push_back("`<this>` stands for all `about` lines of the issue at once");
      d.help = "use `<this>` once in a line, and a phrase where a few words will do";
      return true;
    });
  }

  static bool names_this(const program::IssuePattern& line) {
    return occurrences(line.pattern.root, Slot::self).most > 0;
  }

  void add_line(const model::IssueLine& from, program::Issue& to) {
    bool deed = from.value.kind == program::IssuePattern::Kind::deed;
    auto pattern = lowering_.lower(from.pattern, deed ? deed_place : about_place);
    if (!pattern) return;
    warn_of_common_word(*pattern, from.pattern);
    program::IssuePattern line = from.value;
    line.pattern = std::move(*pattern);
    for (const auto& neighbour : from.neighbours) {
      auto beside = lowering_.lower(neighbour.pattern, issue_condition_place);
      if (!beside) return;
      line.neighbours.push_back(neighbour.value);
      line.neighbours.back().pattern = std::move(*beside);
    }
    to.patterns.push_back(std::move(line));
  }

  void warn_of_common_word(const program::Pattern& pattern, const model::Pattern& from) {
    auto word = common_word_match(pattern.root);
    if (word.empty()) return;
    auto& d = diagnostics_.add(DiagnosticId::common_word_pattern,
                               say("this pattern is found wherever the word `", word, "` stands"), from.origin.file,
                               from.origin.span);
    d.help = "add a word that says which one is meant";
  }

  program::Stance emit(const model::Stance& from) {
    program::Stance to = from.value;
    for (const auto& entry : from.entries) add_entry(entry, to);
    to.strong_degrees = patterns(from.strong_degrees, degree_place);
    to.weak_degrees = patterns(from.weak_degrees, degree_place);
    return to;
  }

  void add_entry(const model::Entry& from, program::Stance& to) {
    auto pattern = lowering_.lower(from.pattern, place_of(from.value.kind));
    if (!pattern) return;
    program::Entry entry = from.value;
    entry.pattern = std::move(*pattern);
    if (occurrences(entry.pattern.root, Slot::target).most == 0) {
      if (entry.kind == program::Entry::Kind::judgement) return judgement_without_target(from.pattern);
      std::vector<Node> parts;
      parts.push_back(std::move(entry.pattern.root));
      parts.push_back(make_slot(Slot::target));
      entry.pattern.root = make_sequence(std::move(parts));
    }
    to.entries.push_back(std::move(entry));
  }

  void judgement_without_target(const model::Pattern& from) {
    auto& d = diagnostics_.add(DiagnosticId::judgement_without_target, "this judgement does not say what is judged",
                               from.origin.file, from.origin.span);
    d.help = "write `<target>` where the issue stands: `<target> be unacceptable`";
  }

  program::Turn emit(const model::Turn& from) {
    program::Turn to = from.value;
    for (const auto& pattern : from.patterns) {
      auto lowered = lowering_.lower(pattern, turn_place);
      if (!lowered) continue;
      auto issues = occurrences(lowered->root, Slot::issue);
      if (issues.least == 1 && issues.most == 1) {
        to.patterns.push_back(std::move(*lowered));
        continue;
      }
      auto& d = diagnostics_.add(DiagnosticId::turn_without_issue, "a turn needs exactly one `<issue>`",
                                 pattern.origin.file, pattern.origin.span);
      d.help = "write `<issue>` where the issue stands: `withdrawal of <issue>`";
    }
    return to;
  }

  program::Construction emit(const model::Construction& from) {
    program::Construction to = from.value;
    for (const auto& form : from.forms) {
      auto lowered = lowering_.lower(form, form_place);
      if (!lowered) continue;
      to.forms.push_back(std::move(*lowered));
    }
    return to;
  }

  program::Rule emit(const model::Rule& from) {
    program::Rule to = from.value;
    to.when = conditions(from.when, rule_place);
    to.unless = conditions(from.unless, rule_guard_place);
    for (auto& condition : to.unless)
      for (auto& pattern : condition.patterns) fill_in_issues(to, pattern.root);
    return to;
  }

  // `<issue>` in `unless` is an issue of the rule's own statement.
  static void fill_in_issues(const program::Rule& rule, Node& node) {
    if (node.kind == Node::Kind::slot && node.slot == program::Slot::issue) {
      node.kind = Node::Kind::issue;
      if (!rule.every_issue) node.issues = rule.issues;
    }
    for (Node& child : node.children) fill_in_issues(rule, child);
  }

  program::WordList emit(const model::Words& from) {
    return {from.role, patterns(from.patterns, words_place(from.role))};
  }

  const model::Model& model_;
  Inflector inflector_;
  Diagnostics& diagnostics_;
  Lowering lowering_;
};
}  // namespace

program::Program emit(const model::Model& model, const lexicon::Morphology& morphology, Diagnostics& diagnostics,
                      const EmitOptions& options) {
  return Emitter(model, morphology, diagnostics, options).run();
}

}  // namespace demarche::dsl::lowering
