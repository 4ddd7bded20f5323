#include "dsl/ast/pattern.hpp"
#include "dsl/ast/statements.hpp"

namespace demarche::dsl::ast {

namespace {
void add_line(Line& line, Issue& issue, program::IssuePattern::Kind kind, int side) {
  IssueLine found;
  found.kind = kind;
  found.side = side;
  found.pattern = pattern_and_qualifiers(line, found.qualifiers);
  issue.lines.push_back(std::move(found));
}

void read_about(Line& line, Issue& issue) { add_line(line, issue, program::IssuePattern::Kind::about, +1); }

void read_against(Line& line, Issue& issue) { add_line(line, issue, program::IssuePattern::Kind::about, -1); }

void read_deed(Line& line, Issue& issue) {
  int side = line.skip_word("against") ? -1 : +1;
  add_line(line, issue, program::IssuePattern::Kind::deed, side);
}

void read_needs(Line& line, Issue& issue) {
  issue.needs.push_back(condition(line, true));
  if (issue.needs.back().has_within) return;
  auto& diagnostic = line.context().report(DiagnosticId::needs_without_within,
                                           "`needs` does not say how near; `within paragraph` is taken", line.span());
  diagnostic.help = "add `within sentence`, `within paragraph`, `within passage` or `within document`";
}

void read_after(Line& line, Issue& issue) { issue.after.push_back(condition(line, false)); }
void read_unless(Line& line, Issue& issue) { issue.unless.push_back(condition(line, false)); }

void read_not_in(Line& line, Issue& issue) {
  if (!line.skip_word("in")) {
    line.context().report(DiagnosticId::missing_part, "`not` begins no line but `not in`", line.here()).help =
        "write `not in cuba-embargo`, or `unless` and a pattern";
    return;
  }
  for (auto& name : line.names("an issue")) issue.not_in.push_back(std::move(name));
  line.expect_end();
}

constexpr LineReader<Issue> readers[] = {
    {"about", read_about}, {"deed", read_deed},     {"against", read_against}, {"needs", read_needs},
    {"after", read_after}, {"unless", read_unless}, {"not", read_not_in},
};
}  // namespace

void read_issue(Item& item, File& file) {
  Issue issue;
  issue.extend = item.extend;
  if (is_string(item.header.kind())) {
    item.header.context()
        .report(DiagnosticId::missing_name, "the name of the issue is missing here", item.header.here())
        .help = "a name stands before the title: `issue sanctions \"Sanctions\" { about sanctions }`";
  } else {
    issue.name = item.header.name("the name of the issue");
  }
  if (issue.name && !item.header.word().empty()) {
    std::string name = issue.name.text;
    Span more = item.header.here();
    for (; !item.header.word().empty(); item.header.skip()) {
      name += "-" + std::string(item.header.word());
      more.end = item.header.here().end;
    }
    item.header.context().report(DiagnosticId::unexpected_text, "a name is one word", more).help =
        "write it with hyphens: `" + name + "`; a title stands in quotes behind it";
  }
  issue.title = optional_title(item.header);
  item.header.expect_end();
  require_block(item, "issue sanctions \"Sanctions\" { about sanctions }");
  read_lines(item, readers, "an issue", issue);
  if (issue.name) file.issues.push_back(std::move(issue));
}

}  // namespace demarche::dsl::ast
