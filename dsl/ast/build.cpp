#include "dsl/ast/build.hpp"

#include <algorithm>

#include "dsl/ast/statements.hpp"

namespace demarche::dsl::ast {

namespace {
struct Statement {
  std::string_view keyword;
  void (*read)(Item&, File&);
  bool extensible = false;
};

constexpr Statement statements[] = {
    {"import", read_import},       {"phrase", read_phrase, true}, {"issue", read_issue, true},
    {"stance", read_stance, true}, {"turn", read_turn, true},     {"construction", read_construction, true},
    {"words", read_words, true},   {"group", read_group, true},   {"rule", read_rule},
    {"ignore", read_ignore},       {"matrix", read_matrix},       {"test", read_test},
};

const Statement* find_statement(std::string_view keyword) {
  auto found = std::find_if(std::begin(statements), std::end(statements),
                            [&](const Statement& s) { return s.keyword == keyword; });
  return found == std::end(statements) ? nullptr : found;
}

// Lines that are right inside some block only: said when they stand outside.
std::string_view home_of(std::string_view keyword) {
  for (auto word : {"about", "deed", "against", "needs"})
    if (keyword == word) return "an `issue` block";
  for (auto word : {"sign", "inverse", "negated", "verb", "noun", "adjective", "judgement", "purpose", "degree"})
    if (keyword == word) return "a `stance` block";
  for (auto word : {"speaking", "date", "text", "expect", "title", "source", "speaker"})
    if (keyword == word) return "a `test` block";
  for (auto word : {"when", "unless", "actors", "dates"})
    if (keyword == word) return "a `rule` block";
  for (auto word : {"rows", "columns", "period", "undated"})
    if (keyword == word) return "a `matrix` block";
  if (keyword == "form" || keyword == "gives") return "a `construction` block";
  return {};
}

void unknown_statement(Line& line) {
  auto word = std::string(line.at_end() ? std::string_view{} : line.raw());
  auto& diagnostic =
      line.context().report(DiagnosticId::unknown_keyword, quoted(word) + " does not begin a statement", line.here());
  if (auto home = home_of(word); !home.empty()) {
    diagnostic.message = quoted(word) + " stands outside a block";
    diagnostic.help = "it belongs in " + std::string(home) + ", between `{` and `}`";
    return;
  }
  std::vector<std::string> keywords{"actor", "extend"};
  for (const auto& statement : statements) keywords.emplace_back(statement.keyword);
  suggest(diagnostic, word, keywords);
  diagnostic.notes.push_back(
      "statements begin with import, phrase, issue, extend, rule, ignore, test, matrix, group, stance, "
      "turn, construction, words, or with an actor: `actor opposes sanctions`");
}

void read_extend(Item& item, File& file) {
  item.extend = true;
  const Statement* statement = find_statement(item.header.word());
  if (statement && statement->extensible) {
    item.header.skip();
    statement->read(item, file);
    return;
  }
  auto& diagnostic = item.header.context().report(
      DiagnosticId::unknown_keyword, "`extend` does not go with " + quoted(item.header.raw()), item.header.here());
  suggest(diagnostic, item.header.word(), {"phrase", "issue", "stance", "turn", "construction", "words", "group"});
  diagnostic.notes.push_back("it goes with phrase, issue, stance, turn, construction, words and group");
}

Item make_item(const Context& context, NodeIndex node) {
  auto parts = context.tree.children(node);
  Item item{Line(context, parts[0]), {}, false, false};
  for (NodeIndex part : parts) {
    if (context.tree[part].kind != NodeKind::block) continue;
    item.has_block = true;
    for (NodeIndex line : context.tree.children(part)) {
      if (context.tree[line].kind == NodeKind::line) item.lines.push_back(line);
      // What heads a block inside a block was reported with it.
      if (context.tree[line].kind == NodeKind::nested_block && !item.lines.empty()) item.lines.pop_back();
    }
  }
  return item;
}

void read_item(const Context& context, NodeIndex node, File& file) {
  Item item = make_item(context, node);
  Line& header = item.header;
  if (header.at_end()) return;
  if (header.word() == "extend") {
    header.skip();
    return read_extend(item, file);
  }
  const Statement* statement = find_statement(header.word());
  if (statement) {
    header.skip();
    statement->read(item, file);
  } else if (looks_like_rule(header)) {
    read_bare_rule(item, file);
  } else {
    unknown_statement(header);
  }
}
}  // namespace

File build(const syntax::Tree& tree, Diagnostics& diagnostics) {
  File file;
  file.source = tree.file();
  Context context{tree, diagnostics};
  for (NodeIndex node : tree.children(0))
    if (tree[node].kind == NodeKind::item) read_item(context, node, file);
  return file;
}

}  // namespace demarche::dsl::ast
