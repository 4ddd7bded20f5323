#include "dsl/ast/statements.hpp"

#include "dsl/ast/pattern.hpp"

namespace demarche::dsl::ast {

void unknown_line(Line& line, std::string_view where, std::vector<std::string> keywords) {
  std::string list;
  for (const auto& keyword : keywords) list += (list.empty() ? "" : ", ") + (keyword == "not" ? "not in" : keyword);
  auto& diagnostic =
      line.context().report(DiagnosticId::unknown_keyword,
                            quoted(line.raw()) + " does not begin a line of " + std::string(where), line.here());
  suggest(diagnostic, line.word(), keywords);
  diagnostic.notes.push_back("the lines of " + std::string(where) + " begin with: " + list);
}

void repeated_line(const Line& line, std::string_view keyword, Span first) {
  auto& diagnostic =
      line.context().report(DiagnosticId::repeated_line, quoted(keyword) + " is said twice in this block", line.here());
  diagnostic.secondary.push_back({line.context().tree.file(), first, "first said here"});
  diagnostic.help = "keep one of the two lines";
}

std::string optional_title(Line& line) {
  auto title = line.string();
  return title ? title->text : std::string{};
}

void require_block(const Item& item, std::string_view example) {
  if (item.has_block) return;
  auto& diagnostic = item.header.context().report(DiagnosticId::missing_part, "this statement needs a block in braces",
                                                  item.header.span());
  diagnostic.help = "write " + quoted(example);
  if (!item.lines.empty())
    diagnostic.help = "write `{` at the end of this line, and `}` behind the last line of the block";
}

void refuse_block(const Item& item) {
  if (!item.has_block) return;
  item.header.context()
      .report(DiagnosticId::unexpected_text, "this statement takes no block in braces", item.header.span())
      .help = "it ends at the end of its line";
}

bool require_equals(Line& line, std::string_view example) {
  if (line.skip_kind(NodeKind::equals)) return true;
  auto& diagnostic = line.context().report(DiagnosticId::missing_part, "`=` is missing here", line.here());
  diagnostic.help = "write " + quoted(example);
  return false;
}

void read_import(Item& item, File& file) {
  refuse_block(item);
  auto target = item.header.string();
  if (!target && is_identifier(item.header.word())) {
    target = Name{std::string(item.header.word()), item.header.here()};
    auto& diagnostic =
        item.header.context().report(DiagnosticId::missing_part, "what is imported stands in quotes", target->span);
    diagnostic.help = "write `import \"" + target->text + "\"`";
    diagnostic.fixes.push_back({target->span, "\"" + target->text + "\""});
    item.header.skip();
  }
  if (!target || target->text.empty()) {
    auto& diagnostic =
        item.header.context().report(DiagnosticId::missing_name, "what to import is missing here", item.header.here());
    diagnostic.help = "write the name in quotes: `import \"world\"`";
    return;
  }
  file.imports.push_back({*target});
  item.header.expect_end();
}

void read_phrase(Item& item, File& file) {
  refuse_block(item);
  Phrase phrase;
  phrase.extend = item.extend;
  phrase.name = item.header.name("the name of the phrase");
  if (!phrase.name || !require_equals(item.header, "phrase outsider = foreign | external")) return;
  phrase.pattern = rest_as_pattern(item.header);
  file.phrases.push_back(std::move(phrase));
}

void read_turn(Item& item, File& file) {
  refuse_block(item);
  Turn turn;
  turn.extend = item.extend;
  turn.name = item.header.name("`flips` or `keeps`");
  if (!turn.name || !require_equals(item.header, "turn flips = (end | halt) of <issue>")) return;
  turn.pattern = rest_as_pattern(item.header);
  file.turns.push_back(std::move(turn));
}

void read_words(Item& item, File& file) {
  refuse_block(item);
  Words words;
  words.role = item.header.name("the job of the words");
  if (!words.role || !require_equals(item.header, "words negator = not | never")) return;
  words.pattern = rest_as_pattern(item.header, NotIs::a_word);
  file.words.push_back(std::move(words));
}

void read_group(Item& item, File& file) {
  refuse_block(item);
  Group group;
  group.extend = item.extend;
  group.name = item.header.name("the name of the group");
  group.title = optional_title(item.header);
  if (!group.name || !require_equals(item.header, "group region = ARM, AZE, GEO")) return;
  group.members = item.header.names("an actor");
  item.header.expect_end();
  file.groups.push_back(std::move(group));
}

}  // namespace demarche::dsl::ast
