#include "dsl/ast/pattern.hpp"

#include <charconv>
#include <utility>

#include "engine/base/utf8.hpp"

namespace demarche::dsl::ast {

namespace {
constexpr std::uint32_t max_gap = 50;

bool is_possessive_mark(std::string_view word) {
  return word == "'s" || word == "\u2019s" || word == "'" || word == "\u2019";
}

// A hyphen on its own: "non - <issue>".
bool is_dash(std::string_view word) { return word == "-" || word == "\u2013" || word == "\u2014"; }

bool has_letter_or_digit(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    char32_t c = utf8::decode(word, at);
    bool ascii = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    bool beyond = c >= 0xC0 && !(c >= 0x2000 && c < 0x2C00);  // those are punctuation and symbols
    if (ascii || beyond) return true;
  }
  return false;
}

std::optional<Form> form_of(std::string_view name) {
  constexpr std::pair<std::string_view, Form> forms[] = {{"noun", Form::noun}, {"verb", Form::verb},
                                                         {"base", Form::base}, {"s", Form::s},
                                                         {"ed", Form::ed},     {"ing", Form::ing}};
  for (const auto& [known, form] : forms)
    if (known == name) return form;
  return std::nullopt;
}

class Builder {
 public:
  Builder(const Context& context, NotIs not_is) : context_(context), not_is_(not_is) {}

  bool broken() const { return broken_; }

  Expr choice(const Cells& cells, Span where_empty) {
    std::vector<Expr> alternatives;
    std::size_t begin = 0;
    // A list may begin with a bar, one alternative a line.
    if (!cells.empty() && kind(cells[0]) == NodeKind::bar && cells.size() > 1) begin = 1;
    for (std::size_t i = begin; i <= cells.size(); ++i) {
      if (i < cells.size() && kind(cells[i]) != NodeKind::bar) continue;
      if (i == begin) {
        fail(DiagnosticId::empty_pattern, "there is no pattern here", empty_place(cells, i, where_empty)).help =
            "write the words to be found, or take the `|` away; a part that may be left out is written `word?`";
      } else {
        alternatives.push_back(sequence(
            Cells(cells.begin() + static_cast<std::ptrdiff_t>(begin), cells.begin() + static_cast<std::ptrdiff_t>(i))));
      }
      begin = i + 1;
    }
    return combine(Expr::Kind::choice, std::move(alternatives), where_empty);
  }

 private:
  NodeKind kind(NodeIndex cell) const { return context_.tree[cell].kind; }
  Span span(NodeIndex cell) const { return context_.tree[cell].span; }
  std::string_view text(NodeIndex cell) const { return context_.tree.text(cell); }

  // The bar that has nothing beside it.
  Span empty_place(const Cells& cells, std::size_t i, Span where_empty) const {
    if (i < cells.size()) return span(cells[i]);
    return cells.empty() ? where_empty : span(cells.back());
  }

  Diagnostic& fail(DiagnosticId id, std::string message, Span where) {
    broken_ = true;
    return context_.report(id, std::move(message), where);
  }

  static Expr combine(Expr::Kind kind, std::vector<Expr> parts, Span where_empty) {
    if (parts.size() == 1) return std::move(parts[0]);
    Expr whole;
    whole.kind = kind;
    whole.span = parts.empty() ? where_empty : Span{parts.front().span.begin, parts.back().span.end};
    whole.children = std::move(parts);
    return whole;
  }

  static Expr leaf(Expr::Kind kind, Span where, std::string contents = {}) {
    Expr expr;
    expr.kind = kind;
    expr.span = where;
    expr.text = std::move(contents);
    return expr;
  }

  Expr sequence(const Cells& cells) {
    std::vector<Expr> parts;
    std::vector<std::size_t> pending_not;  // where a `not` waits for what it forbids
    for (NodeIndex cell : cells) {
      if (kind(cell) == NodeKind::word && text(cell) == "not" && not_is_ == NotIs::an_operator) {
        pending_not.push_back(parts.size());
        parts.push_back(leaf(Expr::Kind::not_here, span(cell)));
      } else {
        add(cell, parts);
      }
    }
    for (auto at = pending_not.rbegin(); at != pending_not.rend(); ++at) forbid(*at, parts);
    return combine(Expr::Kind::sequence, std::move(parts), cells.empty() ? Span{} : span(cells[0]));
  }

  // The element behind a `not` becomes its child.
  void forbid(std::size_t at, std::vector<Expr>& parts) {
    if (at + 1 >= parts.size() || parts[at + 1].kind == Expr::Kind::not_here) {
      if (broken_) return;
      fail(DiagnosticId::misplaced_operator, "`not` has nothing after it", parts[at].span).help =
          "write `not` before what may not begin here, or \"not\" in quotes for the word";
      return;
    }
    parts[at].span.end = parts[at + 1].span.end;
    parts[at].children.push_back(std::move(parts[at + 1]));
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  }

  void add(NodeIndex cell, std::vector<Expr>& parts) {
    switch (kind(cell)) {
      case NodeKind::word:
        return add_word(cell, parts);
      case NodeKind::string:
      case NodeKind::curly_string:
      case NodeKind::unclosed_string:
      case NodeKind::text:
      case NodeKind::unclosed_text:
        return add_string(cell, parts);
      case NodeKind::reference:
        return add_reference(cell, parts);
      case NodeKind::group:
        return add_group(cell, parts);
      case NodeKind::brackets:
        return add_says(cell, parts);
      case NodeKind::question:
        return add_question(cell, parts);
      case NodeKind::gap:
        return add_gap(cell, parts);
      case NodeKind::form:
        return add_form(cell, parts);
      default:
        return punctuation(span(cell));
    }
  }

  void punctuation(Span where) {
    auto mark = std::string(context_.tree.text(where));
    auto& diagnostic = fail(DiagnosticId::unquoted_punctuation, quoted(mark) + " has no meaning in a pattern", where);
    if (mark == "\u2026" || mark == ".") {
      diagnostic.help = "a gap is written with two full stops: `..`";
      return;
    }
    diagnostic.help = "to find the sign itself, put it in quotes: `\"" + mark + "\"`";
    if (mark == "," || mark == ";") {
      diagnostic.help = "alternatives are parted by `|`: `bases | outposts`; " + diagnostic.help;
      diagnostic.fixes.push_back({where, " |"});
      return;
    }
    if (mark == ":") diagnostic.help = "a keyword has no colon behind it: `about foreign bases`; " + diagnostic.help;
    diagnostic.fixes.push_back({where, "\"" + mark + "\""});
  }

  bool adjacent(const std::vector<Expr>& parts, NodeIndex cell) const {
    return !parts.empty() && parts.back().span.end == span(cell).begin;
  }

  void add_word(NodeIndex cell, std::vector<Expr>& parts) {
    auto word = text(cell);
    bool joins = adjacent(parts, cell) && parts.back().kind != Expr::Kind::gap;
    if (joins && is_possessive_mark(word)) {
      parts.push_back(leaf(Expr::Kind::possessive, span(cell), std::string(word)));
    } else if (joins && word.size() > 1 && word[0] == '-') {
      Expr joined = leaf(Expr::Kind::joined, {parts.back().span.begin, span(cell).end});
      joined.children.push_back(std::move(parts.back()));
      joined.children.push_back(
          leaf(Expr::Kind::word, {span(cell).begin + 1, span(cell).end}, std::string(word.substr(1))));
      parts.back() = std::move(joined);
    } else if (word.size() > 1 && (word.back() == ';' || word.back() == '!')) {
      punctuation({span(cell).end - 1, span(cell).end});
    } else if (has_letter_or_digit(word) || is_dash(word)) {
      parts.push_back(leaf(Expr::Kind::word, span(cell), std::string(word)));
    } else {
      punctuation(span(cell));
    }
  }

  void add_string(NodeIndex cell, std::vector<Expr>& parts) {
    auto contents = string_contents(context_.tree, cell);
    if (contents.find_first_not_of(" \t\n") == std::string::npos) {
      fail(DiagnosticId::empty_pattern, "there is nothing between the quotes", span(cell)).help =
          "write the words that are to be found, or take the quotes away";
      return;
    }
    broken_ = broken_ || kind(cell) == NodeKind::unclosed_string || kind(cell) == NodeKind::unclosed_text;
    parts.push_back(leaf(Expr::Kind::text, span(cell), std::move(contents)));
  }

  void add_reference(NodeIndex cell, std::vector<Expr>& parts) {
    auto inner = text(cell).substr(1);
    if (context_.tree[cell].next != cell + 1) {  // it holds an unclosed_reference, which is reported already
      broken_ = true;
      return;
    }
    inner.remove_suffix(1);
    auto begin = inner.find_first_not_of(" \t");
    auto end = inner.find_last_not_of(" \t");
    auto name = begin == std::string_view::npos ? std::string_view{} : inner.substr(begin, end - begin + 1);
    if (name.empty()) {
      fail(DiagnosticId::missing_name, "there is no name between `<` and `>`", span(cell)).help =
          "write the name of a phrase, an issue or an actor: `<IRN>`";
      return;
    }
    parts.push_back(leaf(Expr::Kind::reference, span(cell), std::string(name)));
  }

  Cells inside(NodeIndex cell) {
    Cells found;
    for (NodeIndex child : context_.tree.children(cell)) {
      auto what = kind(child);
      bool noise = what == NodeKind::missing_close || what == NodeKind::stray_close || what == NodeKind::too_deep ||
                   what == NodeKind::stray_byte;
      broken_ = broken_ || noise;
      if (!noise && what != NodeKind::comment) found.push_back(child);
    }
    return found;
  }

  void add_group(NodeIndex cell, std::vector<Expr>& parts) {
    Expr expr = choice(inside(cell), span(cell));
    expr.span = span(cell);
    parts.push_back(std::move(expr));
  }

  void add_says(NodeIndex cell, std::vector<Expr>& parts) {
    Cells cells = inside(cell);
    if (broken_) return;  // no end: said already
    Expr pattern = choice(cells, span(cell));
    auto n = parts.size();
    bool fits = n >= 2 && parts[n - 1].kind == Expr::Kind::word && parts[n - 1].text == "says" &&
                parts[n - 2].kind == Expr::Kind::reference;
    if (!fits) {
      fail(DiagnosticId::misplaced_operator, "brackets `[ ]` belong after `<actor> says`", span(cell)).help =
          "write `<actor> says [ ... ]`, or round brackets `( )` to group words";
      return;
    }
    Expr says = leaf(Expr::Kind::says, {parts[n - 2].span.begin, span(cell).end});
    says.children.push_back(std::move(parts[n - 2]));
    says.children.push_back(std::move(pattern));
    parts.resize(n - 2);
    parts.push_back(std::move(says));
  }

  void add_question(NodeIndex cell, std::vector<Expr>& parts) {
    bool fits = !parts.empty() && parts.back().kind != Expr::Kind::gap && parts.back().kind != Expr::Kind::possessive &&
                parts.back().kind != Expr::Kind::not_here;
    if (!fits) {
      fail(DiagnosticId::misplaced_operator, "`?` has nothing before it that could be left out", span(cell)).help =
          "write `?` behind a word or a bracket; for the sign itself write `\"?\"`";
      return;
    }
    if (parts.back().kind == Expr::Kind::optional) return;
    Expr optional = leaf(Expr::Kind::optional, {parts.back().span.begin, span(cell).end});
    optional.children.push_back(std::move(parts.back()));
    parts.back() = std::move(optional);
  }

  void add_gap(NodeIndex cell, std::vector<Expr>& parts) {
    Expr gap = leaf(Expr::Kind::gap, span(cell));
    gap.limit = program::unbounded_gap;
    auto digits = text(cell).substr(2);
    if (!digits.empty()) {
      auto read = std::from_chars(digits.data(), digits.data() + digits.size(), gap.limit);
      if (read.ec != std::errc{} || gap.limit > max_gap) {
        fail(DiagnosticId::gap_too_long, "a gap of more than 50 words", span(cell)).help =
            "write `..` alone to allow every distance within the clause";
      }
    }
    parts.push_back(std::move(gap));
  }

  void add_form(NodeIndex cell, std::vector<Expr>& parts) {
    auto name = text(cell).substr(1);
    if (name.empty()) return punctuation(span(cell));
    auto form = form_of(name);
    bool fits = adjacent(parts, cell) && parts.back().kind != Expr::Kind::text && parts.back().kind != Expr::Kind::gap;
    if (form && fits) {
      parts.back().form = *form;
      parts.back().span.end = span(cell).end;
      return;
    }
    if (form) {
      fail(DiagnosticId::unknown_form, quoted(text(cell)) + " belongs directly behind a word or a bracket", span(cell))
          .notes.push_back("a string in quotes has no other forms: it matches exactly as it is written");
      return;
    }
    auto& diagnostic = fail(DiagnosticId::unknown_form, "there is no word form " + quoted(name), span(cell));
    diagnostic.help =
        "the forms are `:noun`, `:verb`, `:base`, `:s`, `:ed` and `:ing`; a colon itself is written `\":\"`";
  }

  const Context& context_;
  NotIs not_is_;
  bool broken_ = false;
};

Span span_of(const Context& context, const Cells& cells, Span where_empty) {
  if (cells.empty()) return where_empty;
  return {context.tree[cells.front()].span.begin, context.tree[cells.back()].span.end};
}
}  // namespace

Pattern build_pattern(const Context& context, const Cells& cells, Span where_empty, NotIs not_is) {
  Builder builder(context, not_is);
  Pattern pattern;
  pattern.span = span_of(context, cells, where_empty);
  pattern.expr = builder.choice(cells, where_empty);
  pattern.broken = builder.broken();
  return pattern;
}

}  // namespace demarche::dsl::ast
