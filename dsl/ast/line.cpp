#include "dsl/ast/line.hpp"

#include <algorithm>
#include <cctype>

namespace demarche::dsl::ast {

namespace {
// Cells that the parser reported already and that mean nothing here.
bool is_noise(NodeKind kind) {
  return kind == NodeKind::comment || kind == NodeKind::stray_close || kind == NodeKind::stray_byte ||
         kind == NodeKind::too_deep;
}

std::size_t indentation(std::string_view line) {
  auto first = line.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view::npos : first;
}

// A text is written indented like the lines around it; what all its lines share does not belong to it.
std::string without_indentation(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    auto end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  std::size_t common = std::string_view::npos;
  for (std::size_t i = 1; i < lines.size(); ++i) common = std::min(common, indentation(lines[i]));
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto line = lines[i];
    std::size_t cut = i == 0 ? std::min(indentation(line), line.size()) : std::min(common, line.size());
    line.remove_prefix(cut);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    if (i > 0) out += '\n';
    out += line;
  }
  auto first = out.find_first_not_of('\n');
  if (first == std::string::npos) return {};
  return out.substr(first, out.find_last_not_of('\n') - first + 1);
}

// Removes one quote sign at either end, straight or curly.
std::string_view without_quotes(std::string_view text) {
  static constexpr std::string_view marks[] = {"\"", "\u201C", "\u201D", "\u201E", "\u201F", "\u00AB", "\u00BB"};
  for (auto mark : marks)
    if (text.starts_with(mark)) {
      text.remove_prefix(mark.size());
      break;
    }
  for (auto mark : marks)
    if (text.ends_with(mark)) {
      text.remove_suffix(mark.size());
      break;
    }
  return text;
}
}  // namespace

Line::Line(Context context, NodeIndex line) : context_(context), span_(context.tree[line].span) {
  for (NodeIndex cell : context.tree.children(line))
    if (!is_noise(context.tree[cell].kind)) cells_.push_back(cell);
}

NodeKind Line::kind(std::size_t ahead) const {
  return at_ + ahead < cells_.size() ? context_.tree[cells_[at_ + ahead]].kind : NodeKind::file;
}

std::string_view Line::raw(std::size_t ahead) const {
  return at_ + ahead < cells_.size() ? context_.tree.text(cells_[at_ + ahead]) : std::string_view{};
}

std::string_view Line::word(std::size_t ahead) const {
  return kind(ahead) == NodeKind::word ? raw(ahead) : std::string_view{};
}

Span Line::here() const {
  if (!at_end()) return context_.tree[cells_[at_]].span;
  std::uint32_t end = cells_.empty() ? span_.end : context_.tree[cells_.back()].span.end;
  return {end, end};
}

bool Line::skip_word(std::string_view expected) {
  if (word() != expected) return false;
  skip();
  return true;
}

bool Line::skip_kind(NodeKind expected) {
  if (kind() != expected) return false;
  skip();
  return true;
}

Name Line::name(std::string_view what) {
  if (kind() == NodeKind::word && is_identifier(raw())) {
    Name found{std::string(raw()), here()};
    skip();
    return found;
  }
  if (Name found = before_full_stop()) return found;
  auto& diagnostic = context_.report(DiagnosticId::missing_name, std::string(what) + " is missing here", here());
  diagnostic.help = "names begin with a letter and go on with letters, digits and hyphens: `foreign-forces-presence`";
  if (!at_end()) {
    diagnostic.message = quoted(raw()) + " cannot stand here: " + std::string(what) + " belongs here";
    skip();
  } else if (!cells_.empty() && context_.tree[cells_.back()].kind == NodeKind::comma) {
    diagnostic.help = "write it behind the comma, or take the comma away";
  }
  return {};
}

// `actor opposes sanctions.`: the name is read, the full stop is told of.
Name Line::before_full_stop() {
  std::string_view text = word();
  if (!text.ends_with('.') || at_ + 1 != cells_.size() || !is_identifier(text.substr(0, text.size() - 1))) return {};
  text.remove_suffix(1);
  Name found{std::string(text), {here().begin, here().end - 1}};
  auto& diagnostic = context_.report(DiagnosticId::unexpected_text, "a statement ends without a full stop",
                                     {found.span.end, here().end});
  diagnostic.help = "write " + quoted(text);
  diagnostic.fixes.push_back({diagnostic.primary.span, ""});
  skip();
  return found;
}

std::optional<Name> Line::string() {
  if (!is_string(kind())) return std::nullopt;
  Name found{string_contents(context_.tree, cells_[at_]), here()};
  skip();
  return found;
}

std::vector<Name> Line::names(std::string_view what) {
  std::vector<Name> found;
  do {
    if (Name one = name(what)) found.push_back(std::move(one));
  } while (skip_kind(NodeKind::comma) || skip_word("and"));
  return found;
}

std::vector<Name> Line::names_and_classes(std::string_view what) {
  std::vector<Name> found;
  do {
    if (kind() == NodeKind::reference) {
      found.push_back({std::string(raw()), here()});
      skip();
    } else if (Name one = name(what)) {
      found.push_back(std::move(one));
    }
  } while (skip_kind(NodeKind::comma) || skip_word("and"));
  return found;
}

std::optional<program::Strength> Line::adverb() {
  if (skip_word("strongly")) return program::Strength::strong;
  if (skip_word("plainly")) return program::Strength::plain;
  if (skip_word("weakly")) return program::Strength::weak;
  return std::nullopt;
}

void Line::expect_end() {
  if (at_end()) return;
  Span left{here().begin, context_.tree[cells_.back()].span.end};
  context_.report(DiagnosticId::unexpected_text, "nothing is expected here after the end of the statement", left).help =
      "a new statement begins on a new line";
  at_ = cells_.size();
}

Cells Line::rest() { return cells_until(cells_.size()); }

Cells Line::cells_until(std::size_t index) {
  Cells found(cells_.begin() + static_cast<std::ptrdiff_t>(std::min(at_, cells_.size())),
              cells_.begin() + static_cast<std::ptrdiff_t>(index));
  at_ = index;
  return found;
}

std::string string_contents(const syntax::Tree& tree, NodeIndex cell) {
  auto text = tree.text(cell);
  auto kind = tree[cell].kind;
  if (kind != NodeKind::text && kind != NodeKind::unclosed_text) return std::string(without_quotes(text));
  text.remove_prefix(3);
  if (kind == NodeKind::text) text.remove_suffix(3);
  return without_indentation(text);
}

bool is_string(NodeKind kind) {
  return kind == NodeKind::string || kind == NodeKind::curly_string || kind == NodeKind::unclosed_string ||
         kind == NodeKind::text || kind == NodeKind::unclosed_text;
}

bool is_identifier(std::string_view text) {
  if (text.empty() || !std::isalpha(static_cast<unsigned char>(text[0]))) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_'; });
}

}  // namespace demarche::dsl::ast
