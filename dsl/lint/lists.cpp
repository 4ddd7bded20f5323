#include <algorithm>

#include "dsl/lint/checks.hpp"

// Lists of names: `rows IRN, RUS, IRN`.
namespace demarche::dsl::linting {

namespace {
class ListChecker {
 public:
  ListChecker(Context& context, const ast::File& file) : context_(context), file_(file) {}

  void check(const std::vector<ast::Name>& names) {
    for (std::size_t i = 1; i < names.size(); ++i) {
      auto first = std::find_if(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i),
                                [&](const auto& name) { return name.text == names[i].text; });
      if (first == names.begin() + static_cast<std::ptrdiff_t>(i)) continue;
      auto& d = context_.report(DiagnosticId::repeated_name, say("`", names[i].text, "` stands in this list twice"),
                                file_.source, names[i].span);
      d.secondary.push_back({file_.source, first->span, "here first"});
      d.help = "take one away";
      if (only_a_comma({names[i - 1].span.end, names[i].span.begin}))
        d.fixes.push_back({{names[i - 1].span.end, names[i].span.end}, ""});
    }
  }

 private:
  // In a list on one line, or over several; several lines with one keyword each are left to their author.
  bool only_a_comma(Span between) const {
    auto text = text_at(*file_.source, between);
    return text.find_first_not_of(" \t\r\n,") == std::string_view::npos &&
           std::count(text.begin(), text.end(), ',') == 1;
  }

  Context& context_;
  const ast::File& file_;
};
}  // namespace

void check_lists(Context& context) {
  for (const auto& unit : context.units()) {
    if (!context.is_linted(unit.path)) continue;
    ListChecker lists(context, unit.ast);
    for (const auto& issue : unit.ast.issues) lists.check(issue.not_in);
    for (const auto& group : unit.ast.groups) lists.check(group.members);
    for (const auto& construction : unit.ast.constructions) lists.check(construction.stances);
    for (const auto& matrix : unit.ast.matrices) {
      lists.check(matrix.rows);
      lists.check(matrix.columns);
      lists.check(matrix.sources);
    }
    for (const auto& test : unit.ast.tests) lists.check(test.speaking);
    for (const auto& rule : unit.ast.rules) {
      if (rule.head) lists.check(rule.head->subjects);
      if (rule.head) lists.check(rule.head->issues);
      lists.check(rule.actors);
      lists.check(rule.except);
    }
  }
}

}  // namespace demarche::dsl::linting
