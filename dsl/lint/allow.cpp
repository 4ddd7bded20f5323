#include "dsl/lint/allow.hpp"

#include <algorithm>

namespace demarche::dsl::linting {

namespace {
using syntax::NodeKind;

constexpr std::string_view mark = "lint:";

std::string_view trimmed(std::string_view text) {
  auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// Reads the comments of one file.
class Reader {
 public:
  Reader(std::shared_ptr<const SourceFile> file, std::vector<Allowance>& out, Diagnostics& said)
      : file_(std::move(file)), out_(out), said_(said) {}

  void read_rules(const syntax::Tree& tree) {
    for (syntax::NodeIndex i = 0; i < tree.nodes().size(); ++i) {
      if (tree[i].kind == NodeKind::line) lines_.push_back(tree[i].span);
      if (tree[i].kind == NodeKind::comment) comments_.push_back(tree[i].span);
    }
    for (Span comment : comments_) read(comment);
  }

  // In YAML a comment speaks of its own line, or of the next one.
  void read_yaml() {
    auto text = file_->text();
    for (auto at = text.find("# lint:"); at != std::string_view::npos; at = text.find("# lint:", at + 1)) {
      auto end = std::min(text.find('\n', at), text.size());
      read({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    }
  }

 private:
  void read(Span comment) {
    auto text = trimmed(text_at(*file_, comment).substr(1));
    if (!text.starts_with(mark)) return;
    text = trimmed(text.substr(mark.size()));
    bool whole_file = text.starts_with("allow-file ");
    if (!whole_file && !text.starts_with("allow ")) return unreadable(comment);
    text = trimmed(text.substr(text.find(' ')));
    auto colon = text.find(':');
    auto reason = colon == std::string_view::npos ? std::string_view{} : trimmed(text.substr(colon + 1));
    if (reason.empty()) {
      auto& d = said_.add(DiagnosticId::allow_without_reason, "this does not say why", file_, comment);
      d.notes.push_back("whoever reads it later must know whether the reason still holds");
      d.help = "write `# lint: allow CHECK: the reason`";
    }
    add_names(comment, trimmed(text.substr(0, colon)), whole_file);
  }

  void unreadable(Span comment) {
    auto& d = said_.add(DiagnosticId::allow_unknown, "this comment cannot be read", file_, comment);
    d.help = "write `# lint: allow CHECK: the reason`, or `allow-file` for the whole file";
  }

  void add_names(Span comment, std::string_view list, bool whole_file) {
    if (list.empty()) return unreadable(comment);
    while (!list.empty()) {
      auto comma = list.find(',');
      std::string name(trimmed(list.substr(0, comma)));
      list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
      if (!is_lint_name(name)) {
        unknown(comment, name);
        continue;
      }
      auto [first, last] = lines_of(comment);
      out_.push_back({file_, comment, std::move(name), whole_file, first, last, false});
    }
  }

  void unknown(Span comment, const std::string& name) {
    auto& d = said_.add(DiagnosticId::allow_unknown, say("there is no check `", name, "`"), file_, comment);
    std::vector<std::string> names;
    for (const auto& check : lint_checks()) names.emplace_back(name_of(check.id));
    auto near = nearest(name, names);
    d.help = near.empty() ? "`demarche lint --list` shows the names" : say("did you mean `", near, "`?");
  }

  std::uint32_t line(std::uint32_t byte) const { return file_->position(byte).line; }

  // Its own line; when it stands alone, the next line that is no comment, to the end of the statement there.
  std::pair<std::uint32_t, std::uint32_t> lines_of(Span comment) const {
    auto own = line(comment.begin);
    auto before = trimmed(file_->line(own).substr(0, comment.begin - file_->line_start(own)));
    auto first = own;
    if (before.empty()) do
        ++first;
      while (first <= file_->line_count() && is_idle(first));
    auto last = first;
    for (Span span : lines_)
      if (line(span.begin) <= first && first <= line(span.end)) {
        if (!before.empty()) first = std::min(first, line(span.begin));
        last = std::max(last, line(span.end));
      }
    return {first, last};
  }

  bool is_idle(std::uint32_t number) const {
    auto text = trimmed(file_->line(number));
    return text.empty() || text.starts_with('#');
  }

  std::shared_ptr<const SourceFile> file_;
  std::vector<Allowance>& out_;
  Diagnostics& said_;
  std::vector<Span> lines_, comments_;
};

std::vector<Allowance> allowances_of(Context& context, Diagnostics& said) {
  std::vector<Allowance> found;
  for (const auto& unit : context.units())
    if (context.is_linted(unit.path)) Reader(unit.ast.source, found, said).read_rules(context.tree(unit.path));
  for (const auto& tree : context.actor_files().trees)
    if (context.is_linted(tree.file->path())) Reader(tree.file, found, said).read_yaml();
  return found;
}

bool keeps_back(const Allowance& allowance, const Diagnostic& diagnostic) {
  if (!diagnostic.primary.file || diagnostic.severity == Severity::error) return false;
  if (diagnostic.primary.file->path() != allowance.file->path() || name_of(diagnostic.id) != allowance.check)
    return false;
  auto line = diagnostic.primary.file->position(diagnostic.primary.span.begin).line;
  return allowance.whole_file || (allowance.first_line <= line && line <= allowance.last_line);
}

// The comment, with its line when nothing else stands there.
Fix removal(const Allowance& allowance) {
  if (auto whole = whole_lines(*allowance.file, allowance.comment)) return {*whole, ""};
  auto text = allowance.file->text();
  auto begin = allowance.comment.begin;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  return {{begin, allowance.comment.end}, ""};
}

void report_unused(const std::vector<Allowance>& allowances, const std::set<std::string>& ran, Diagnostics& said) {
  for (const auto& allowance : allowances) {
    if (allowance.used || !ran.contains(allowance.check)) continue;
    auto& d = said.add(DiagnosticId::allow_unused, say("`", allowance.check, "` finds nothing here"), allowance.file,
                       allowance.comment);
    d.help = "take the comment away";
    bool alone = std::none_of(allowances.begin(), allowances.end(), [&](const auto& other) {
      return &other != &allowance && other.file == allowance.file && other.comment == allowance.comment;
    });
    if (alone) d.fixes.push_back(removal(allowance));
  }
}
}  // namespace

Diagnostics without_allowed(Context& context, const Diagnostics& found, const std::set<std::string>& ran) {
  Diagnostics kept;
  auto allowances = allowances_of(context, kept);
  for (const auto& diagnostic : found.sorted()) {
    bool allowed = false;
    for (auto& allowance : allowances)
      if (keeps_back(allowance, diagnostic)) allowed = allowance.used = true;
    if (!allowed) kept.add(diagnostic.id, "", diagnostic.path) = diagnostic;
  }
  report_unused(allowances, ran, kept);
  return kept;
}

}  // namespace demarche::dsl::linting
