#include "engine/golden/uses.hpp"

#include <algorithm>
#include <optional>

namespace demarche::golden {

namespace {

using Part = evidence::Use::Part;

// A thing of the rules by its part, owner and number.
struct Found {
  std::string part;
  std::string name;
  program::Place place;
  std::string words;
};

template <typename Value>
const Value* at(const std::vector<Value>& list, std::uint32_t index) {
  return index < list.size() ? &list[index] : nullptr;
}

class Lookup {
 public:
  Lookup(const program::Program& program, const evidence::Use& use) : program_(program), use_(use) {}

  std::optional<Found> find() const {
    switch (use_.part) {
      case Part::issue_pattern:
      case Part::neighbour:
      case Part::needs:
      case Part::after:
      case Part::issue_unless:
      case Part::not_in:
        return of_issue();
      case Part::entry:
      case Part::degree:
        return of_stance();
      case Part::turn:
        return of_turn();
      case Part::form:
        return of_construction();
      case Part::when:
      case Part::rule_unless:
      case Part::veto:
      case Part::rule:
        return of_rule();
    }
    return std::nullopt;
  }

 private:
  static Found found(const char* part, const std::string& name, const program::Pattern& pattern) {
    return {part, name, pattern.place, pattern.source};
  }
  std::optional<Found> in(const char* part, const std::string& name, const program::Pattern* pattern) const {
    return pattern ? std::optional(found(part, name, *pattern)) : std::nullopt;
  }
  std::optional<Found> in(const char* part, const std::string& name,
                          const std::vector<program::Condition>& list) const {
    const auto* condition = at(list, use_.item);
    return condition ? in(part, name, at(condition->patterns, use_.pattern)) : std::nullopt;
  }

  std::optional<Found> of_issue() const {
    const auto* issue = at(program_.issues, use_.owner);
    if (!issue) return std::nullopt;
    if (use_.part == Part::needs) return in("needs", issue->id, issue->needs);
    if (use_.part == Part::after) return in("after", issue->id, issue->after);
    if (use_.part == Part::issue_unless) return in("unless", issue->id, issue->unless);
    if (use_.part == Part::not_in) return Found{"not in", issue->id, issue->place, {}};
    const auto* pattern = at(issue->patterns, use_.item);
    if (!pattern) return std::nullopt;
    if (use_.part == Part::issue_pattern) return found("issue", issue->id, pattern->pattern);
    const auto* neighbour = at(pattern->neighbours, use_.pattern);
    return neighbour ? in("issue", issue->id, &neighbour->pattern) : std::nullopt;
  }

  std::optional<Found> of_stance() const {
    const auto* stance = at(program_.stances, use_.owner);
    if (!stance) return std::nullopt;
    if (use_.part == Part::degree)
      return in("degree", stance->id, at(use_.pattern == 0 ? stance->strong_degrees : stance->weak_degrees, use_.item));
    const auto* entry = at(stance->entries, use_.item);
    return entry ? in("stance", stance->id, &entry->pattern) : std::nullopt;
  }

  std::optional<Found> of_turn() const {
    const auto* turn = at(program_.turns, use_.owner);
    return turn ? in("turn", turn->id, at(turn->patterns, use_.item)) : std::nullopt;
  }

  std::optional<Found> of_construction() const {
    const auto* construction = at(program_.constructions, use_.owner);
    return construction ? in("construction", construction->id, at(construction->forms, use_.item)) : std::nullopt;
  }

  std::optional<Found> of_rule() const {
    const auto* rule = at(program_.rules, use_.owner);
    if (!rule) return std::nullopt;
    if (use_.part == Part::when) return in("when", rule->id, rule->when);
    if (use_.part == Part::rule_unless) return in("unless", rule->id, rule->unless);
    if (use_.part == Part::veto) {
      const auto words = in("ignore", rule->id, rule->when);
      return words ? words : Found{"ignore", rule->id, rule->place, {}};
    }
    return Found{"rule", rule->id, rule->place, {}};
  }

  const program::Program& program_;
  const evidence::Use& use_;
};

}  // namespace

std::vector<Use> UseFinder::of(const std::vector<evidence::Use>& uses) const {
  std::vector<Use> lines;
  for (const auto& use : uses) {
    const auto found = Lookup(program_, use).find();
    if (!found) continue;
    Use line{found->part, found->name, texts_.name_of(found->place.file), texts_.line_at(found->place), found->words};
    // A pattern that stands on its line as it is needs not be said twice.
    if (line.line.find(line.words) != std::string::npos) line.words.clear();
    line.line = citation(line.line);
    line.words = citation(line.words);
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace demarche::golden
