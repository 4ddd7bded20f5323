#include "dsl/resolve/references.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "dsl/messages/say.hpp"

namespace demarche::dsl::resolve {

namespace {
using Kind = model::Expr::Kind;

constexpr std::array slot_names{
#define DEMARCHE_SLOT(enumerator, name) std::pair{std::string_view{name}, program::Slot::enumerator},
#include "engine/program/slots.def"
#undef DEMARCHE_SLOT
};

constexpr std::array role_names{
#define DEMARCHE_WORD_ROLE(enumerator, name, part, meaning) \
  std::pair{std::string_view{name}, program::WordRole::enumerator},
#include "engine/program/word_roles.def"
#undef DEMARCHE_WORD_ROLE
};

constexpr std::pair<std::string_view, program::WordForm> form_names[] = {{"base", program::WordForm::base},
                                                                         {"s", program::WordForm::s},
                                                                         {"ed", program::WordForm::ed},
                                                                         {"ing", program::WordForm::ing}};

Kind kind_of(ast::Expr::Kind kind) {
  switch (kind) {
    case ast::Expr::Kind::word:
      return Kind::word;
    case ast::Expr::Kind::text:
      return Kind::text;
    case ast::Expr::Kind::reference:
      return Kind::sequence;  // resolved by `reference`
    case ast::Expr::Kind::sequence:
      return Kind::sequence;
    case ast::Expr::Kind::choice:
      return Kind::choice;
    case ast::Expr::Kind::optional:
      return Kind::optional;
    case ast::Expr::Kind::gap:
      return Kind::gap;
    case ast::Expr::Kind::not_here:
      return Kind::not_here;
    case ast::Expr::Kind::says:
      return Kind::says;
    case ast::Expr::Kind::possessive:
      return Kind::possessive;
    case ast::Expr::Kind::joined:
      return Kind::joined;
  }
  return Kind::sequence;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    auto begin = text.find_first_not_of(" \t,", at);
    if (begin == std::string_view::npos) break;
    auto end = std::min(text.find_first_of(" \t,", begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    at = end;
  }
  return words;
}
}  // namespace

model::Pattern References::pattern(const ast::Pattern& from) {
  broken_ = from.broken;
  model::Pattern to;
  to.origin = {file_.source, from.span};
  to.expr = expr(from.expr);
  to.broken = broken_;
  return to;
}

std::vector<model::Pattern> References::alternatives(const ast::Pattern& from) {
  if (from.expr.kind != ast::Expr::Kind::choice || from.expr.form != ast::Form::open) return {pattern(from)};
  std::vector<model::Pattern> found;
  for (const auto& alternative : from.expr.children) {
    found.push_back(pattern({alternative, alternative.span, false}));
    found.back().broken = found.back().broken || from.broken;
  }
  return found;
}

model::Expr References::expr(const ast::Expr& from) {
  model::Expr to;
  to.kind = kind_of(from.kind);
  to.span = from.span;
  to.form = from.form;
  to.limit = from.limit;
  if (from.kind == ast::Expr::Kind::reference) {
    reference(from, to);
    return to;
  }
  if (from.kind == ast::Expr::Kind::word || from.kind == ast::Expr::Kind::text) to.text = from.text;
  for (const auto& child : from.children) to.children.push_back(expr(child));
  if (to.kind == Kind::says && !to.children.empty()) {
    // Children are who and what; who becomes a field.
    model::Expr who = std::move(to.children.front());
    to.children.erase(to.children.begin());
    to.actors = who.actors;
    bool holder = who.kind == Kind::slot && who.slot == program::Slot::holder;
    if (who.kind != Kind::actor && !holder && !broken_) {
      auto& d =
          diagnostics_.add(DiagnosticId::misplaced_operator, "only an actor says something", file_.source, from.span);
      d.help = "write `<actor> says [ ... ]` or `<IRN> says [ ... ]`";
      broken_ = true;
    }
  }
  return to;
}

void References::reference(const ast::Expr& from, model::Expr& to) {
  std::string_view name = from.text;
  if (broken_ && name.empty()) return;
  if (slot(name, from.span, to)) return;
  if (names_.phrases().find(name) != names_.phrases().end()) {
    to.kind = Kind::phrase;
    to.phrase = names_.phrase_index(name);
  } else if (names_.issues().find(name) != names_.issues().end()) {
    to.kind = Kind::issue;
    to.issue = name;
  } else if (auto actors = actor_class(name, from.span)) {
    to.kind = Kind::actor;
    to.actors = std::move(*actors);
  } else if (auto role =
                 std::find_if(role_names.begin(), role_names.end(), [&](const auto& r) { return r.first == name; });
             role != role_names.end()) {
    to.kind = Kind::role;
    to.role = role->second;
  } else {
    unknown(name, from.span);
  }
}

// `target`, `verb:ing`.
bool References::slot(std::string_view name, Span span, model::Expr& to) {
  auto colon = name.find(':');
  auto head = name.substr(0, colon);
  auto known = std::find_if(slot_names.begin(), slot_names.end(), [&](const auto& s) { return s.first == head; });
  if (known == slot_names.end()) return false;
  to.kind = Kind::slot;
  to.slot = known->second;
  if (colon == std::string_view::npos) return true;
  auto form = name.substr(colon + 1);
  for (const auto& [text, value] : form_names) {
    if (text != form) continue;
    to.slot_form = value;
    return true;
  }
  broken_ = true;
  auto& d = diagnostics_.add(DiagnosticId::unknown_form, say("there is no word form `", form, "`"), file_.source, span);
  d.help = say("the forms are `<", head, ":base>`, `<", head, ":s>`, `<", head, ":ed>` and `<", head, ":ing>`");
  return true;
}

std::optional<program::ActorClass> References::actor_class(std::string_view text, Span span) {
  auto words = words_of(text);
  program::ActorClass found;
  if (words.size() == 1 && words[0] != "actor") {
    std::string id(words[0]);
    if (names_.is_actor(id))
      found.ids.push_back(id);
    else if (names_.is_group(id))
      found.in.push_back(id);
    else
      return std::nullopt;
    return found;
  }
  if (words.empty() || words[0] != "actor") return std::nullopt;
  std::vector<std::string>* list = nullptr;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] == "in")
      list = &found.in;
    else if (words[i] == "outside")
      list = &found.outside;
    else if (words[i] == "or" || words[i] == "and")
      continue;
    else if (!list)
      return std::nullopt;
    else if (auto id = group(words[i], span); !id.empty())
      list->push_back(id);
  }
  bool dangling = words.back() == "in" || words.back() == "outside";
  if (dangling) return std::nullopt;
  std::sort(found.in.begin(), found.in.end());
  std::sort(found.outside.begin(), found.outside.end());
  return found;
}

std::string References::group(std::string_view id, Span span) {
  if (names_.is_group(id)) return std::string(id);
  broken_ = true;
  auto message =
      names_.is_actor(id) ? say("`", id, "` is an actor without members") : say("unknown group or region `", id, "`");
  auto& d = diagnostics_.add(DiagnosticId::unknown_group, std::move(message), file_.source, span);
  std::string near = nearest(id, names_.group_ids());
  d.help = near.empty() ? say("define it: `group ", id, " = ARM, AZE, GEO`") : say("did you mean `", near, "`?");
  return {};
}

namespace {
// Written like the id of an actor: IRN, NATO, G77.
bool looks_like_actor(std::string_view name) {
  return name.size() > 1 &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}
}  // namespace

void References::unknown(std::string_view name, Span span) {
  broken_ = true;
  if (looks_like_actor(name) && !names_.tells_unknown_actor(file_)) return;
  auto& d = diagnostics_.add(DiagnosticId::unknown_reference, say("`<", name, ">` is no phrase, issue, actor or slot"),
                             file_.source, span);
  if (looks_like_actor(name)) return names_.explain_unknown_actor(d, name);
  d.help = say("define it: `phrase ", name, " = ...`; for the words themselves leave `<` and `>` away");
  if (!names_.looks_for_likeness()) return;
  auto known = ids_of(names_.phrases());
  for (auto& id : ids_of(names_.issues())) known.push_back(std::move(id));
  for (auto& id : names_.actor_ids()) known.push_back(std::move(id));
  for (const auto& [slot_name, slot] : slot_names) known.emplace_back(slot_name);
  known.emplace_back("actor");
  if (auto near = nearest(name, known); !near.empty()) {
    d.help = say("did you mean `<", near, ">`?");
    d.fixes.push_back({span, say("<", near, ">")});
  } else if (name.starts_with("actor ")) {
    d.help = "write `<actor in EU>` or `<actor outside region>`";
  }
}

}  // namespace demarche::dsl::resolve
