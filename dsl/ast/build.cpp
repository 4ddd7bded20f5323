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

// The kind of block that the line of a keyword belongs in, without its article and quotes: "issue".
bool takes_line(std::string_view statement, std::string_view keyword) {
  if (statement == "ignore") statement = "rule";
  if (statement == "issue" && (keyword == "after" || keyword == "unless" || keyword == "not")) return true;
  return home_of(keyword).find("`" + std::string(statement) + "`") != std::string_view::npos;
}

bool is_indented(const syntax::Tree& tree, NodeIndex node) {
  const auto begin = tree[node].span.begin;
  return begin > 0 && tree.file()->text()[begin - 1] != '\n';
}

// `issue NAME` without its `{`: the lines of that kind below it are its own, and so is the `}` behind them. Returns how
// many of the nodes behind it that takes; `end` becomes the end of the last.
std::size_t adopt_lines(const Context& context, std::span<const NodeIndex> behind, Item& item, std::uint32_t& end) {
  const Line& header = item.header;
  const std::string_view keyword = header.word() == "extend" ? header.word(1) : header.word();
  const bool takes_head = (keyword == "rule" || keyword == "ignore") && !is_indented(context.tree, header.cell(0));
  std::size_t taken = 0;
  for (NodeIndex node : behind) {
    const auto& tree = context.tree;
    if (tree[node].kind == NodeKind::comment) {
      ++taken;
      continue;
    }
    if (tree[node].kind == NodeKind::stray_brace && tree.text(node) == "}" && !item.lines.empty()) {
      end = tree[node].span.end;
      return taken + 1;
    }
    if (tree[node].kind != NodeKind::item || tree.children(node).size() != 1) break;
    const NodeIndex first = tree.children(node)[0];
    const Line line(context, first);
    const bool head = takes_head && is_indented(tree, node) && looks_like_rule(line);
    if (line.at_end() || !(head || takes_line(keyword, line.word()))) break;
    item.lines.push_back(first);
    end = tree[node].span.end;
    ++taken;
  }
  return item.lines.empty() ? 0 : taken;
}

void read_statement(Item& item, File& file);

// Reads the first of the nodes, and those behind it that belong to it; returns how many were read.
std::size_t read_item(const Context& context, std::span<const NodeIndex> nodes, File& file) {
  Item item = make_item(context, nodes[0]);
  Span whole = context.tree[nodes[0]].span;
  std::size_t taken = 1;
  if (!item.has_block && !item.header.at_end()) taken += adopt_lines(context, nodes.subspan(1), item, whole.end);
  file.statements.push_back(whole);
  read_statement(item, file);
  return taken;
}

void read_statement(Item& item, File& file) {
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
  const auto nodes = tree.children(0);
  for (std::size_t i = 0; i < nodes.size();)
    i += tree[nodes[i]].kind == NodeKind::item ? read_item(context, std::span(nodes).subspan(i), file) : 1;
  return file;
}

}  // namespace demarche::dsl::ast
