#include "dsl/lint/context.hpp"

#include <algorithm>

#include "dsl/syntax/parse.hpp"

namespace demarche::dsl::linting {

namespace {
bool lies_in(const std::string& path, const std::string& folder) {
  return path == folder || path.starts_with(folder + "/") || folder == ".";
}

CompileInput whole_library_if_empty(CompileInput input) {
  if (input.rules.empty()) input.rules.push_back(input.library);
  return input;
}

std::string_view trimmed_right(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}
}  // namespace

Context::Context(const FileSystem& files, const CompileInput& input, const LintOptions& options)
    : files_(files),
      options_(options),
      parts_(compile_parts(files, whole_library_if_empty(input))),
      raw_actors_(lexicon::collect_actor_files(files, parts_.loaded.actor_folders, hidden_)),
      names_(parts_.loaded, parts_.compiled.actors, hidden_),
      sites_(sites_of(parts_.loaded, names_, hidden_)),
      inflector_(parts_.morphology),
      lowering_(parts_.model, inflector_, hidden_, false) {
  choose_files(whole_library_if_empty(input));
}

void Context::choose_files(const CompileInput& input) {
  auto library = resolve::normal_path(input.library);
  auto chosen = [&](const std::string& path) {
    if (!lies_in(path, library)) return true;
    return std::any_of(input.rules.begin(), input.rules.end(),
                       [&](const auto& rule) { return lies_in(path, resolve::normal_path(rule)); });
  };
  for (const auto& unit : units())
    if (chosen(unit.path)) linted_.insert(unit.path);
  for (const auto& tree : raw_actors_.trees)
    if (chosen(resolve::normal_path(tree.file->path()))) linted_.insert(tree.file->path());
}

const syntax::Tree& Context::tree(const std::string& path) {
  auto known = trees_.find(path);
  if (known != trees_.end()) return known->second;
  auto unit = std::find_if(units().begin(), units().end(), [&](const auto& u) { return u.path == path; });
  auto source = unit != units().end() ? unit->ast.source : std::make_shared<const SourceFile>(path, "");
  return trees_.emplace(path, syntax::parse(source)).first->second;
}

std::optional<program::Node> Context::lower(const model::Expr& expr, const std::shared_ptr<const SourceFile>& file,
                                            const lowering::Place& place, bool head, bool last) {
  lowering::Place here = place;
  if (!head) here.head = here.rest;
  if (!last) here.last_differs = false;
  model::Pattern pattern{expr, {file, expr.span}, false};
  auto lowered = lowering_.lower(pattern, here);
  if (!lowered) return std::nullopt;
  return std::move(lowered->root);
}

bool Context::takes_head(const model::Expr& expr) {
  using Kind = model::Expr::Kind;
  switch (expr.kind) {
    case Kind::word: {
      auto tokens = lowering::tokens_of(expr.text);
      return !(tokens.size() == 1 && inflector_.is_fixed(tokens[0].text));
    }
    case Kind::text:
    case Kind::says:
      return true;
    case Kind::phrase: {
      const auto& phrase = model().phrases[expr.phrase];
      return !phrase.recursive && std::any_of(phrase.patterns.begin(), phrase.patterns.end(),
                                              [&](const auto& pattern) { return takes_head(pattern.expr); });
    }
    case Kind::joined:
      return takes_head(expr.children[1]);
    case Kind::choice:
    case Kind::sequence:
      return std::any_of(expr.children.begin(), expr.children.end(), [&](const auto& c) { return takes_head(c); });
    default:
      return false;
  }
}

std::vector<KeywordLine> lines_of_item(const syntax::Tree& tree, std::uint32_t byte) {
  std::vector<KeywordLine> found;
  for (auto item : tree.children(0)) {
    if (byte < tree[item].span.begin || byte >= tree[item].span.end) continue;
    for (auto part : tree.children(item)) {
      if (tree[part].kind != syntax::NodeKind::block) continue;
      for (auto line : tree.children(part)) {
        if (tree[line].kind != syntax::NodeKind::line) continue;
        std::string_view keyword;
        Span span = tree[line].span;
        for (auto cell : tree.children(line)) {
          if (tree[cell].kind == syntax::NodeKind::comment) continue;
          if (keyword.empty()) keyword = tree.text(cell);
          span.end = tree[cell].span.end;
        }
        found.push_back({keyword, span});
      }
    }
  }
  return found;
}

std::optional<Span> whole_lines(const SourceFile& file, Span span) {
  auto text = file.text();
  auto first = file.line_start(file.position(span.begin).line);
  auto before = text.substr(first, span.begin - first);
  if (before.find_first_not_of(" \t") != std::string_view::npos) return std::nullopt;
  auto end = text.find('\n', span.end);
  auto stop = end == std::string_view::npos ? text.size() : end + 1;
  auto after = trimmed_right(text.substr(span.end, (end == std::string_view::npos ? stop : end) - span.end));
  if (after.find_first_not_of(" \t\r") != std::string_view::npos) return std::nullopt;
  return Span{first, static_cast<std::uint32_t>(stop)};
}

}  // namespace demarche::dsl::linting
