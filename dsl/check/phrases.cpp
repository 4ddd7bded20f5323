#include "dsl/check/phrases.hpp"

#include <vector>

#include "dsl/messages/say.hpp"

namespace demarche::dsl::check {

namespace {
using Indices = std::vector<std::size_t>;

void collect(const model::Expr& expr, Indices& found) {
  if (expr.kind == model::Expr::Kind::phrase) found.push_back(expr.phrase);
  for (const auto& child : expr.children) collect(child, found);
}

Indices uses_of(const model::Phrase& phrase) {
  Indices found;
  for (const auto& pattern : phrase.patterns) collect(pattern.expr, found);
  return found;
}

void collect(const std::vector<model::Pattern>& patterns, Indices& found) {
  for (const auto& pattern : patterns) collect(pattern.expr, found);
}

void collect(const std::vector<model::Condition>& conditions, Indices& found) {
  for (const auto& condition : conditions) collect(condition.patterns, found);
}

// The phrases that patterns outside phrases speak of.
Indices used_directly(const model::Model& model) {
  Indices found;
  for (const auto& issue : model.issues) {
    for (const auto& line : issue.lines) {
      collect(line.pattern.expr, found);
      for (const auto& neighbour : line.neighbours) collect(neighbour.pattern.expr, found);
    }
    for (const auto* conditions : {&issue.needs, &issue.after, &issue.unless}) collect(*conditions, found);
  }
  for (const auto& stance : model.stances) {
    for (const auto& entry : stance.entries) collect(entry.pattern.expr, found);
    collect(stance.strong_degrees, found);
    collect(stance.weak_degrees, found);
  }
  for (const auto& turn : model.turns) collect(turn.patterns, found);
  for (const auto& construction : model.constructions) collect(construction.forms, found);
  for (const auto& words : model.words) collect(words.patterns, found);
  for (const auto& rule : model.rules) {
    collect(rule.when, found);
    collect(rule.unless, found);
  }
  return found;
}

// Depth-first over phrases with a stack of our own: chains of phrases may be long.
class CycleFinder {
 public:
  CycleFinder(model::Model& model, Diagnostics& diagnostics)
      : model_(model), diagnostics_(diagnostics), colour_(model.phrases.size(), Colour::unseen) {}

  void run() {
    for (std::size_t i = 0; i < model_.phrases.size(); ++i)
      if (colour_[i] == Colour::unseen) visit(i);
  }

 private:
  enum class Colour : std::uint8_t { unseen, open, done };
  struct Step {
    std::size_t phrase;
    Indices uses;
    std::size_t next = 0;
  };

  void visit(std::size_t start) {
    enter(start);
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.next == step.uses.size()) {
        colour_[step.phrase] = Colour::done;
        path_.pop_back();
        continue;
      }
      std::size_t used = step.uses[step.next++];
      if (colour_[used] == Colour::open)
        report(used);
      else if (colour_[used] == Colour::unseen)
        enter(used);
    }
  }

  void enter(std::size_t phrase) {
    colour_[phrase] = Colour::open;
    path_.push_back({phrase, uses_of(model_.phrases[phrase])});
  }

  void report(std::size_t phrase) {
    auto& found = model_.phrases[phrase];
    if (found.recursive) return;
    auto& d = diagnostics_.add(DiagnosticId::recursive_phrase, say("the phrase `", found.id, "` contains itself"),
                               found.origin.file, found.origin.span);
    std::string way;
    bool inside = false;
    for (const auto& step : path_) {
      inside = inside || step.phrase == phrase;
      if (!inside) continue;
      way += say("`", model_.phrases[step.phrase].id, "` uses ");
      model_.phrases[step.phrase].recursive = true;
    }
    d.notes.push_back(say(way, "`", found.id, "`"));
    d.help = "write out one of them";
  }

  model::Model& model_;
  Diagnostics& diagnostics_;
  std::vector<Colour> colour_;
  std::vector<Step> path_;
};
}  // namespace

void mark_recursive_phrases(model::Model& model, Diagnostics& diagnostics) { CycleFinder(model, diagnostics).run(); }

void report_unused_phrases(const model::Model& model, Diagnostics& diagnostics) {
  std::vector<bool> used(model.phrases.size(), false);
  Indices waiting = used_directly(model);
  while (!waiting.empty()) {
    std::size_t i = waiting.back();
    waiting.pop_back();
    if (used[i]) continue;
    used[i] = true;
    for (std::size_t inner : uses_of(model.phrases[i])) waiting.push_back(inner);
  }
  for (std::size_t i = 0; i < used.size(); ++i) {
    const auto& phrase = model.phrases[i];
    if (used[i] || phrase.library) continue;
    auto& d = diagnostics.add(DiagnosticId::unused_phrase, say("no pattern uses the phrase `", phrase.id, "`"),
                              phrase.origin.file, phrase.origin.span);
    d.help = say("write `<", phrase.id, ">` where it is meant, or take the phrase away");
  }
}

}  // namespace demarche::dsl::check
