#include "dsl/compile/lower.hpp"

#include <algorithm>
#include <array>

#include "dsl/compile/lower_state.hpp"
#include "dsl/compile/shape.hpp"
#include "dsl/messages/say.hpp"

namespace demarche::dsl::lowering {

namespace {
using ExprKind = model::Expr::Kind;
using NodeKind = program::Node::Kind;

constexpr std::size_t max_phrase_depth = 64;  // phrases in phrases

constexpr std::array slot_names{
#define DEMARCHE_SLOT(enumerator, name) std::string_view{name},
#include "engine/program/slots.def"
#undef DEMARCHE_SLOT
};

// Ends the noun phrase that a possessive speaks of: "Iran's troops | in Syria".
bool is_boundary(const model::Expr& expr, Inflector& inflector) {
  switch (expr.kind) {
    case ExprKind::gap:
    case ExprKind::not_here:
    case ExprKind::text:
    case ExprKind::possessive:
      return true;
    case ExprKind::word: {
      auto tokens = tokens_of(expr.text);
      return tokens.size() == 1 && inflector.is_fixed(tokens[0].text);
    }
    default:
      return false;
  }
}

// May stand in the noun phrase before 's besides its last element: "<outsider> military? <forces>'s".
bool is_modifier(const model::Expr& expr) {
  return expr.kind == ExprKind::phrase || expr.kind == ExprKind::optional || expr.kind == ExprKind::choice;
}
}  // namespace

std::optional<program::Pattern> Lowering::lower(const model::Pattern& from, const Place& place) {
  if (from.broken) return std::nullopt;
  State state{place, from.origin.file};
  program::Pattern to;
  to.root = expr(from.expr, state);
  if (state.too_large || node_count(to.root) > max_nodes) {
    auto& d =
        diagnostics_.add(DiagnosticId::pattern_too_large, "this pattern is too large once its phrases are filled in",
                         from.origin.file, from.origin.span);
    d.notes.push_back("every phrase in it is written out in full, and phrases in phrases multiply");
    d.help = "use fewer phrases in it, or several lines";
    return std::nullopt;
  }
  if (state.failed || !fits(to.root, from)) return std::nullopt;
  auto position = from.origin.file->position(from.origin.span.begin);
  to.place = {from.origin.file->path(), position.line, position.column};
  to.source = source_line(from.origin.file->text().substr(from.origin.span.begin, from.origin.span.size()));
  return to;
}

bool Lowering::fits(const Node& root, const model::Pattern& pattern) {
  if (begins_with_gap(root) || ends_with_gap(root)) {
    auto& d = diagnostics_.add(DiagnosticId::misplaced_gap, "a gap cannot stand at the edge of a pattern",
                               pattern.origin.file, pattern.origin.span);
    d.notes.push_back("a gap `..` lies between two things that are found");
    d.help = "take the gap away: a pattern is found wherever it stands";
    return false;
  }
  if (can_be_empty(root)) {
    auto& d = diagnostics_.add(DiagnosticId::empty_pattern, "everything in this pattern may be left out",
                               pattern.origin.file, pattern.origin.span);
    d.help = "take `?` away from the word that must be there";
    return false;
  }
  return true;
}

program::Node Lowering::expr(const model::Expr& from, State& state) {
  if (++state.nodes > max_nodes) {
    state.too_large = true;
    return {};
  }
  switch (from.kind) {
    case ExprKind::word:
      return word(from, state);
    case ExprKind::text:
      state.head = false;
      return text(from);
    case ExprKind::phrase:
      return phrase(from, state);
    case ExprKind::sequence:
      return sequence(from.children, state);
    case ExprKind::choice:
      return choice(from, state);
    case ExprKind::optional:
      return optional(from, state);
    case ExprKind::joined:
      return joined(from, state);
    case ExprKind::slot:
      return slot(from, state);
    case ExprKind::says:
      return says(from, state);
    case ExprKind::not_here:
      return not_here(from, state);
    case ExprKind::gap:
    case ExprKind::actor:
    case ExprKind::issue:
    case ExprKind::role:
      return leaf(from, state);
    case ExprKind::possessive:
      break;  // read by `sequence`
  }
  return {};
}

// What the engine would look for in vain there is an error: a condition that silently never holds is worse.
void Lowering::check_meets(const model::Expr& from, State& state) {
  const Place& place = state.place;
  auto fail = [&](std::string message) -> Diagnostic& {
    state.failed = true;
    return diagnostics_.add(DiagnosticId::misplaced_slot, std::move(message), state.file, from.span);
  };
  if (from.kind == ExprKind::gap) return;
  if (!place.actors) {
    fail(say("only words can stand in ", place.what)).help = "take what stands between `<` and `>` away";
  } else if (from.kind == ExprKind::issue && !place.issues) {
    fail(say("an issue has no meaning in ", place.what)).help =
        say("make a phrase of the words of `", from.issue, "`, and write that here and in its `about`");
  } else if (from.kind == ExprKind::role && !place.roles) {
    fail(say("a list of words has no meaning in ", place.what)).help = "write the words, or a phrase of them";
  } else if (from.kind == ExprKind::says && !place.says) {
    fail(say("whose words they are has no meaning in ", place.what)).help =
        "`<actor> says [ ... ]` belongs in a rule's `when`: write the words alone";
  }
}

program::Node Lowering::leaf(const model::Expr& from, State& state) {
  check_meets(from, state);
  Node node;
  if (from.kind == ExprKind::gap) {
    node.kind = NodeKind::gap;
    node.limit = from.limit;
  } else if (from.kind == ExprKind::actor) {
    node.kind = NodeKind::actor;
    node.actors = from.actors;
  } else if (from.kind == ExprKind::issue) {
    node.kind = NodeKind::issue;
    node.issues.push_back(from.issue);
  } else {
    node.kind = NodeKind::role;
    node.role = from.role;
  }
  return node;
}

// What may be left out leaves the first word to come: in `military? deploy` both are first.
program::Node Lowering::optional(const model::Expr& from, State& state) {
  bool head = state.head;
  Node child = expr(from.children[0], state);
  state.head = head;
  return make_optional(std::move(child));
}

program::Node Lowering::not_here(const model::Expr& from, State& state) {
  bool head = state.head;
  state.head = false;
  Node node;
  node.kind = NodeKind::not_here;
  node.children.push_back(from.children.empty() ? Node{} : expr(from.children[0], state));
  state.head = head;
  return node;
}

Lowering::FilledKey Lowering::key_of(std::size_t phrase, const State& state) {
  const Place& place = state.place;
  int parts = (static_cast<int>(place.head) * 4 + static_cast<int>(place.rest)) * 4 + static_cast<int>(place.last);
  int flags = (place.last_differs ? 4 : 0) + (state.head ? 2 : 0) + (state.last ? 1 : 0);
  return {phrase, place.what.data(), parts * 8 + flags, state.form};
}

program::Node Lowering::phrase(const model::Expr& from, State& state) {
  const auto& phrase = model_.phrases[from.phrase];
  if (phrase.recursive || ++state.depth > max_phrase_depth) {
    state.failed = state.failed || phrase.recursive;
    state.too_large = state.too_large || !phrase.recursive;
    return {};
  }
  auto outer_form = state.form;
  if (from.form != model::Form::open) state.form = from.form;
  auto key = key_of(from.phrase, state);
  auto known = filled_.find(key);
  Node node;
  if (known != filled_.end()) {
    node = known->second.node;
    state.nodes += known->second.nodes;
    state.too_large = state.too_large || state.nodes > max_nodes;
    state.head = known->second.head_after;
  } else {
    std::size_t before = state.nodes;
    node = fill_in(phrase, state);
    if (!state.failed && !state.too_large) filled_.emplace(key, Filled{node, state.nodes - before, state.head});
  }
  state.form = outer_form;
  --state.depth;
  return node;
}

program::Node Lowering::fill_in(const model::Phrase& phrase, State& state) {
  auto outer_file = state.file;
  bool head = state.head;
  bool consumed = false;
  std::vector<Node> alternatives;
  for (const auto& pattern : phrase.patterns) {
    state.failed = state.failed || pattern.broken;
    state.file = pattern.origin.file;
    state.head = head;
    Node node = expr(pattern.expr, state);
    // A phrase of several lines is a choice between them; the ways of one line are numbered already.
    bool is_way = phrase.patterns.size() > 1 && pattern.expr.kind != ExprKind::choice;
    alternatives.push_back(is_way ? numbered(std::move(node), pattern.expr.span, state) : std::move(node));
    consumed = consumed || !state.head;
  }
  state.head = head && !consumed;
  state.file = outer_file;
  return make_choice(std::move(alternatives));
}

program::Node Lowering::choice(const model::Expr& from, State& state) {
  auto outer = state.form;
  if (from.form != model::Form::open) state.form = from.form;
  bool head = state.head;
  bool consumed = false;
  std::vector<Node> alternatives;
  for (const auto& child : from.children) {
    state.head = head;
    alternatives.push_back(numbered(expr(child, state), child.span, state));
    consumed = consumed || !state.head;
  }
  state.head = head && !consumed;
  state.form = outer;
  return make_choice(std::move(alternatives));
}

// The node with its number. What has ways of its own is wrapped, so that both they and the whole can be told apart.
program::Node Lowering::numbered(Node node, Span written, const State& state) {
  if (!numbering_ || state.failed || state.too_large) return node;
  bool wrapped = node.kind == NodeKind::choice || node.alternative != 0 || !node.form_alternatives.empty();
  if (wrapped && state.glued) return node;
  auto [known, added] = numbers_.try_emplace({state.file.get(), written.begin}, 0u);
  if (added) {
    auto position = state.file->position(written.begin);
    alternatives_.push_back({{state.file->path(), position.line, position.column},
                             source_line(state.file->text().substr(written.begin, written.size()))});
    known->second = static_cast<std::uint32_t>(alternatives_.size());
  }
  if (wrapped) {
    Node outer;
    outer.kind = NodeKind::sequence;
    outer.children.push_back(std::move(node));
    node = std::move(outer);
  }
  node.alternative = known->second;
  return node;
}

program::Node Lowering::sequence(const std::vector<model::Expr>& children, State& state) {
  bool last = state.last;
  auto lower_at = [&](std::size_t i) {
    state.last = last && i + 1 == children.size();
    return expr(children[i], state);
  };
  std::vector<Node> done;
  std::size_t modifiers = 0;  // how many nodes at the end of `done` may belong to the phrase before an 's
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (children[i].kind != ExprKind::possessive) {
      done.push_back(lower_at(i));
      bool owns = i + 1 < children.size() && children[i + 1].kind == ExprKind::possessive;
      modifiers = is_modifier(children[i]) || owns ? modifiers + 1 : 0;
      continue;
    }
    auto first = done.end() - static_cast<std::ptrdiff_t>(modifiers);
    std::vector<Node> owner(std::make_move_iterator(first), std::make_move_iterator(done.end()));
    done.erase(first, done.end());
    std::vector<Node> owned;
    while (i + 1 < children.size() && !is_boundary(children[i + 1], inflector_)) owned.push_back(lower_at(++i));
    done.push_back(possessive(std::move(owner), std::move(owned)));
    modifiers = 0;
  }
  state.last = last;
  return make_sequence(std::move(done));
}

// x's Y: also "Y of x". The slots of a language pack have their own forms for that.
program::Node Lowering::possessive(std::vector<Node> owner, std::vector<Node> owned) {
  bool pack_slot = !owner.empty() && owner.back().kind == NodeKind::slot;
  Node whole = make_sequence(std::move(owner));
  std::vector<Node> with_mark;
  with_mark.push_back(make_possessive(whole));
  with_mark.insert(with_mark.end(), owned.begin(), owned.end());
  if (owned.empty() || pack_slot) return make_sequence(std::move(with_mark));
  std::vector<Node> with_of = std::move(owned);
  with_of.push_back(make_word({"by", "of"}));
  with_of.push_back(std::move(whole));
  std::vector<Node> ways;
  ways.push_back(make_sequence(std::move(with_mark)));
  ways.push_back(make_sequence(std::move(with_of)));
  return make_choice(std::move(ways));
}

program::Node Lowering::slot(const model::Expr& from, State& state) {
  const auto& known = state.place.slots;
  if (std::find(known.begin(), known.end(), from.slot) == known.end()) {
    auto name = slot_names[static_cast<std::size_t>(from.slot)];
    auto& d = diagnostics_.add(DiagnosticId::misplaced_slot, say("`<", name, ">` has no meaning in ", state.place.what),
                               state.file, from.span);
    std::vector<std::string> names;
    for (auto slot : known) names.push_back(say("<", slot_names[static_cast<std::size_t>(slot)], ">"));
    if (!names.empty()) d.notes.push_back(say("the slots there are ", list_of(names)));
    state.failed = true;
  }
  Node node = make_slot(from.slot);
  node.form = from.slot_form;
  return node;
}

program::Node Lowering::says(const model::Expr& from, State& state) {
  check_meets(from, state);
  Node node;
  node.kind = NodeKind::says;
  node.actors = from.actors;
  state.head = false;
  Node child = from.children.empty() ? Node{} : expr(from.children[0], state);
  model::Pattern whole;
  whole.origin = {state.file, from.span};
  if (!state.failed && !state.too_large) state.failed = !fits(child, whole);
  node.children.push_back(std::move(child));
  return node;
}

std::string source_line(std::string_view text) {
  std::string out;
  bool blank = false;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == '#' && !quoted) i = std::min(text.find('\n', i), text.size());
    if (i >= text.size()) break;
    bool space = text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r');
    if (!space) {
      if (blank && !out.empty()) out += ' ';
      out += text[i];
    }
    blank = space;
  }
  return out;
}

}  // namespace demarche::dsl::lowering
