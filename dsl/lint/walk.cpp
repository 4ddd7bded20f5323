#include "dsl/lint/walk.hpp"

#include <algorithm>

namespace demarche::dsl::linting {

namespace {
using Kind = model::Expr::Kind;

void walk_sequence(Context& context, const model::Expr& expr, Where where, const Visit& visit) {
  for (std::size_t i = 0; i < expr.children.size(); ++i) {
    Where inner = where;
    inner.last = where.last && i + 1 == expr.children.size();
    walk(context, expr.children[i], inner, visit);
    where.head = where.head && !context.takes_head(expr.children[i]);
  }
}
}  // namespace

void walk(Context& context, const model::Expr& expr, const Where& where, const Visit& visit) {
  visit(expr, where);
  Where inner = where;
  inner.top = false;
  switch (expr.kind) {
    case Kind::choice:
      if (expr.form != model::Form::open) inner.form = expr.form;
      [[fallthrough]];
    case Kind::optional:
      for (const auto& child : expr.children) walk(context, child, inner, visit);
      return;
    case Kind::sequence:
      return walk_sequence(context, expr, inner, visit);
    case Kind::not_here:
    case Kind::says:
      inner.head = false;
      for (const auto& child : expr.children) walk(context, child, inner, visit);
      return;
    case Kind::joined: {
      Where front = inner;
      front.exact = true;
      walk(context, expr.children[0], front, visit);
      walk(context, expr.children[1], inner, visit);
      return;
    }
    default:
      return;
  }
}

std::vector<program::Node> lower_at(Context& context, const Site& site, const model::Expr& expr, const Where& where) {
  model::Expr whole = expr;
  if (where.form != model::Form::open && expr.form == model::Form::open) {
    model::Expr bracket;
    bracket.kind = Kind::choice;
    bracket.span = expr.span;
    bracket.form = where.form;
    bracket.children.push_back(expr);
    whole = std::move(bracket);
  }
  std::vector<program::Node> nodes;
  for (auto place : site.places) {
    if (where.exact) place.head = place.rest = place.last = lowering::Part::exact;
    auto node = context.lower(whole, site.file(), place, where.head, where.last);
    if (!node) return {};
    nodes.push_back(std::move(*node));
  }
  return nodes;
}

bool may_be_empty(const Context& context, const model::Expr& expr) {
  auto empty = [&](const model::Expr& part) { return may_be_empty(context, part); };
  switch (expr.kind) {
    case Kind::optional:
    case Kind::not_here:
    case Kind::gap:
      return true;
    case Kind::sequence:
      return std::all_of(expr.children.begin(), expr.children.end(), empty);
    case Kind::choice:
      return std::any_of(expr.children.begin(), expr.children.end(), empty);
    case Kind::phrase: {
      const auto& phrase = context.model().phrases[expr.phrase];
      return !phrase.recursive && std::any_of(phrase.patterns.begin(), phrase.patterns.end(),
                                              [&](const auto& pattern) { return empty(pattern.expr); });
    }
    default:
      return false;
  }
}

}  // namespace demarche::dsl::linting
