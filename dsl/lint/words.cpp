#include <algorithm>

#include "dsl/lint/checks.hpp"
#include "dsl/lint/walk.hpp"

// Single words that hardly say what their author meant.
namespace demarche::dsl::linting {

namespace {
using Kind = model::Expr::Kind;

std::string lower_case(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_plain(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "Sanctions", not "UN" and not "McDonald".
bool begins_with_capital(std::string_view word) {
  return word.size() > 2 && word[0] >= 'A' && word[0] <= 'Z' && is_plain(word.substr(1));
}

// How many lines of all files write a word in lower case.
std::map<std::string, std::size_t> counts_of_words(Context& context) {
  std::map<std::string, std::size_t> counts;
  for (const auto& site : context.sites())
    walk(context, site.pattern.expr, {}, [&](const model::Expr& expr, const Where&) {
      if (expr.kind == Kind::word && is_plain(expr.text)) ++counts[expr.text];
    });
  return counts;
}

// `OR`, `AND`, `NOT` and `sanction*`, as search engines want them.
void check_operator(Context& context, const Site& site, const model::Expr& expr) {
  if (expr.kind != Kind::word) return;
  bool star = expr.text.size() > 1 && expr.text.ends_with('*');
  if (!star && expr.text != "OR" && expr.text != "AND" && expr.text != "NOT") return;
  auto& d = context.report(DiagnosticId::boolean_word,
                           star ? say("the `*` of `", expr.text, "` must stand in the text here")
                                : say("`", expr.text, "` is a word to be found here"),
                           site.file(), expr.span);
  if (star) {
    auto word = expr.text.substr(0, expr.text.find('*'));
    d.notes.push_back("a word in its base form is found in all its forms");
    d.help = say("write `", word, "`, and other words with the same beginning as alternatives");
    d.fixes.push_back({expr.span, word});
  } else if (expr.text == "OR") {
    d.help = "alternatives are parted by `|`";
    d.fixes.push_back({expr.span, "|"});
  } else if (expr.text == "NOT") {
    d.help = "write `not` in small letters";
    d.fixes.push_back({expr.span, "not"});
  } else {
    d.help = "words that must stand near each other: `a ..4 b`, or a line `needs a and b within sentence`";
  }
}

void check_doubled(Context& context, const Site& site, const model::Expr& sequence) {
  const auto& parts = sequence.children;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    bool same = parts[i].kind == Kind::word && parts[i + 1].kind == Kind::word && parts[i].form == parts[i + 1].form &&
                lower_case(parts[i].text) == lower_case(parts[i + 1].text);
    if (!same) continue;
    auto& d = context.report(DiagnosticId::doubled_word, say("`", parts[i].text, "` stands twice in a row"),
                             site.file(), {parts[i].span.begin, parts[i + 1].span.end});
    d.help = "take one away";
    d.fixes.push_back({{parts[i].span.end, parts[i + 1].span.end}, ""});
  }
}

const model::Expr* first_word(const model::Expr& expr) {
  if (expr.kind == Kind::word) return &expr;
  if (expr.kind != Kind::sequence || expr.children.empty()) return nullptr;
  return first_word(expr.children[0]);
}

bool is_found_in_texts(Line line) {
  return line == Line::about || line == Line::deed || line == Line::entry || line == Line::phrase || line == Line::when;
}

bool is_name(const Context& context, const std::string& word) {
  const auto& actors = context.actors().actors;
  return std::any_of(actors.begin(), actors.end(), [&](const auto& actor) {
    return std::any_of(actor.names.begin(), actor.names.end(), [&](const auto& name) { return name.text == word; });
  });
}

// `about Sanctions on Iran`: a capital as at the head of a sentence.
void check_capital(Context& context, const Site& site, const std::map<std::string, std::size_t>& counts) {
  constexpr std::size_t often = 3;
  for (const auto* alternative : site.alternatives()) {
    const auto* word = first_word(*alternative);
    if (!word || !begins_with_capital(word->text)) continue;
    auto known = counts.find(lower_case(word->text));
    if (known == counts.end() || known->second < often || is_name(context, word->text)) continue;
    std::size_t capitals = 0;
    walk(context, *alternative, {}, [&](const model::Expr& expr, const Where&) {
      capitals += expr.kind == Kind::word && !expr.text.empty() && expr.text[0] >= 'A' && expr.text[0] <= 'Z';
    });
    if (capitals > 1) continue;
    auto& d = context.report(DiagnosticId::capital_word, say("`", word->text, "` is not found in lower case"),
                             site.file(), word->span);
    d.notes.push_back("a word with a capital matches only with a capital; a pattern does not begin like a sentence");
    d.help = say("write `", lower_case(word->text), "`, unless a name is meant");
    d.fixes.push_back({{word->span.begin, word->span.begin + 1}, lower_case(word->text.substr(0, 1))});
  }
}

void check_article(Context& context, const Site& site) {
  if (site.line != Line::about && site.line != Line::deed && site.line != Line::phrase) return;
  for (const auto* alternative : site.alternatives()) {
    if (alternative->kind != Kind::sequence) continue;
    const auto* word = first_word(*alternative);
    if (!word || (word->text != "the" && word->text != "a" && word->text != "an")) continue;
    auto& d = context.report(DiagnosticId::article_in_pattern,
                             say("this pattern is found only behind `", word->text, "`"), site.file(), word->span);
    d.notes.push_back("articles in a text are passed over; one in a pattern must be there");
    d.help = "leave it away";
  }
}

// One word in quotes, in a place where it would have had several forms.
void check_quoted(Context& context, const Site& site, const model::Expr& expr, const Where& where) {
  if (expr.kind != Kind::text || !is_plain(expr.text) || lowering::looks_inflected(expr.text)) return;
  if (lowering::is_function_word(expr.text)) return;
  model::Expr bare = expr;
  bare.kind = Kind::word;
  auto forms = lower_at(context, site, bare, where);
  if (forms.empty() || forms[0].kind != program::Node::Kind::word || forms[0].forms.size() < 2) return;
  std::string others;
  for (const auto& form : forms[0].forms)
    if (form != expr.text) others += say(others.empty() ? "" : ", ", "`", form, "`");
  auto& d = context.report(DiagnosticId::quoted_word, say("in quotes `", expr.text, "` is found in this form only"),
                           site.file(), expr.span);
  d.notes.push_back(say("without quotes also ", others, " would be found"));
  d.help = say("write `", expr.text, "` without quotes, if that is meant");
}
}  // namespace

void check_words(Context& context) {
  auto counts = counts_of_words(context);
  for (const auto& site : context.sites()) {
    if (!context.is_linted(site) || site.pattern.broken) continue;
    walk(context, site.pattern.expr, {}, [&](const model::Expr& expr, const Where& where) {
      check_operator(context, site, expr);
      if (expr.kind == Kind::sequence) check_doubled(context, site, expr);
      if (is_found_in_texts(site.line)) check_quoted(context, site, expr, where);
    });
    if (is_found_in_texts(site.line)) check_capital(context, site, counts);
    check_article(context, site);
  }
}

}  // namespace demarche::dsl::linting
