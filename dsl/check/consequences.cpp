#include "dsl/check/consequences.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace demarche::dsl::check {

namespace {
using Id = DiagnosticId;

// `follows` says nothing new in a statement that has an error `from`.
struct Consequence {
  Id follows;
  Id from;
};

constexpr Consequence consequences[] = {
    {Id::test_without_text, Id::unknown_keyword},
    {Id::test_without_text, Id::missing_part},
    {Id::test_without_text, Id::missing_brace},
    {Id::test_without_expectation, Id::unknown_keyword},
    {Id::test_without_expectation, Id::missing_part},
    {Id::test_without_expectation, Id::missing_brace},
    {Id::test_without_expectation, Id::unexpected_text},
    {Id::issue_without_pattern, Id::unknown_keyword},
    {Id::issue_without_pattern, Id::missing_part},
    {Id::issue_without_pattern, Id::missing_brace},
    {Id::issue_without_pattern, Id::empty_pattern},
    {Id::issue_without_pattern, Id::unexpected_text},
    {Id::stance_without_sign, Id::nothing_to_extend},
    {Id::stance_without_sign, Id::unknown_keyword},
    {Id::stance_without_sign, Id::missing_part},
    {Id::nothing_to_extend, Id::unknown_turn},
    {Id::rule_without_statement, Id::missing_part},
    {Id::repeated_rule, Id::bad_strength},
    {Id::repeated_rule, Id::missing_name},
    {Id::repeated_rule, Id::unknown_issue},
    {Id::repeated_rule, Id::unknown_actor},
    {Id::repeated_rule, Id::unexpected_text},
    {Id::stray_brace, Id::missing_part},
};

// What is said within one statement of one file.
using Statement = std::pair<const SourceFile*, std::size_t>;

class Statements {
 public:
  explicit Statements(const resolve::Loaded& loaded) {
    for (const auto& unit : loaded.units) spans_[unit.ast.source.get()] = &unit.ast.statements;
  }

  // The statement that a label lies in; no file where it lies in none.
  Statement of(const Label& label) const {
    const auto found = spans_.find(label.file.get());
    if (found == spans_.end()) return {nullptr, 0};
    const auto& spans = *found->second;
    const auto behind = std::upper_bound(spans.begin(), spans.end(), label.span.begin,
                                         [](std::uint32_t at, const Span& span) { return at < span.begin; });
    if (behind == spans.begin() || label.span.begin > std::prev(behind)->end) return {nullptr, 0};
    return {label.file.get(), static_cast<std::size_t>(std::prev(behind) - spans.begin())};
  }

 private:
  std::map<const SourceFile*, const std::vector<Span>*> spans_;
};
}  // namespace

void drop_consequences(const resolve::Loaded& loaded, Diagnostics& diagnostics) {
  if (!diagnostics.has_errors()) return;
  const Statements statements(loaded);
  std::map<Statement, std::vector<Id>> said;
  for (const auto& diagnostic : diagnostics.sorted())
    if (diagnostic.severity == Severity::error) said[statements.of(diagnostic.primary)].push_back(diagnostic.id);
  const auto follows = [&](Id id, const Label& label) {
    const Statement statement = statements.of(label);
    if (!statement.first) return false;
    const auto& others = said[statement];
    return std::any_of(std::begin(consequences), std::end(consequences), [&](const Consequence& one) {
      return one.follows == id && std::find(others.begin(), others.end(), one.from) != others.end();
    });
  };
  diagnostics.drop([&](const Diagnostic& diagnostic) {
    if (follows(diagnostic.id, diagnostic.primary)) return true;
    return std::any_of(diagnostic.secondary.begin(), diagnostic.secondary.end(), [&](const Label& label) {
      return diagnostic.id == Id::repeated_rule && follows(diagnostic.id, label);
    });
  });
}

}  // namespace demarche::dsl::check
