#pragma once
#include <vector>

#include "dsl/ast/ast.hpp"
#include "dsl/model/model.hpp"
#include "dsl/resolve/names.hpp"

namespace demarche::dsl::resolve {

// Turns patterns as they were written into patterns whose references are resolved; an unknown one is reported and
// breaks its pattern, it never becomes a word.
class References {
 public:
  References(const Names& names, const ast::File& file, Diagnostics& diagnostics)
      : names_(names), file_(file), diagnostics_(diagnostics) {}

  model::Pattern pattern(const ast::Pattern& pattern);
  // One pattern for each alternative at the top, so that each can be named by coverage.
  std::vector<model::Pattern> alternatives(const ast::Pattern& pattern);
  // The actors of `<IRN>`, `<actor in EU outside region>`; nothing when the text is no actor class.
  std::optional<program::ActorClass> actor_class(std::string_view text, Span span);

 private:
  model::Expr expr(const ast::Expr& from);
  void reference(const ast::Expr& from, model::Expr& to);
  bool slot(std::string_view name, Span span, model::Expr& to);
  void unknown(std::string_view name, Span span);
  std::string group(std::string_view id, Span span);

  const Names& names_;
  const ast::File& file_;
  Diagnostics& diagnostics_;
  bool broken_ = false;
};

}  // namespace demarche::dsl::resolve
