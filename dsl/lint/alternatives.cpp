#include <algorithm>
#include <unordered_map>

#include "dsl/lint/checks.hpp"
#include "dsl/lint/cover.hpp"
#include "dsl/lint/walk.hpp"

// Alternatives and lines that find nothing of their own.
namespace demarche::dsl::linting {

namespace {
using Kind = model::Expr::Kind;

struct Item {
  const Site* site = nullptr;
  const model::Expr* expr = nullptr;
  Span before;  // the alternative before it in the same choice; empty for the first
  Span after;
  std::vector<program::Node> nodes;    // compiled, once for each place of the site
  std::vector<std::vector<Way>> ways;  // of each of them
};

// Compares alternatives with each other: those whose first words have nothing in common need no look.
class Comparison {
 public:
  explicit Comparison(std::vector<Item>& items) : items_(items) {
    for (std::size_t i = 0; i < items_.size(); ++i)
      for (const auto& key : first_keys(items_[i])) by_first_[key].push_back(i);
  }

  // Calls `found(item, other, equal)` once for each item that another one makes idle.
  template <typename Found>
  void run(const Found& found) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      std::optional<std::size_t> best;
      bool equal = false;
      for (std::size_t other : candidates(items_[i])) {
        if (other == i || !makes_idle(items_[other], items_[i])) continue;
        bool both = makes_idle(items_[i], items_[other]);
        if (both && !goes_first(other, i)) continue;
        if (!best || (both && !equal)) {
          best = other;
          equal = both;
        }
      }
      if (best) found(items_[i], items_[*best], equal);
    }
  }

 private:
  static std::vector<std::string> first_keys(const Item& item) {
    std::vector<std::string> keys;
    for (const auto& way : item.ways[0]) {
      bool word = !way.empty() && way[0]->kind == program::Node::Kind::word;
      if (!word) keys.emplace_back();
      if (word) keys.insert(keys.end(), way[0]->forms.begin(), way[0]->forms.end());
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
  }

  const std::vector<std::size_t>& candidates(const Item& item) {
    static const std::vector<std::size_t> none;
    auto keys = first_keys(item);
    auto known = keys.empty() ? by_first_.end() : by_first_.find(keys[0]);
    return known == by_first_.end() ? none : known->second;
  }

  static bool makes_idle(const Item& general, const Item& special) {
    bool conditions = general.site->conditions.empty() || general.site->conditions == special.site->conditions;
    if (!conditions) return false;
    for (std::size_t place = 0; place < general.nodes.size(); ++place)
      if (!covers(general.nodes[place], special.ways[place])) return false;
    return true;
  }

  // Of two equal ones the one that was written first stays; what a project repeats of the library goes.
  bool goes_first(std::size_t a, std::size_t b) const {
    bool library_a = items_[a].site->unit->library, library_b = items_[b].site->unit->library;
    if (library_a != library_b) return library_a;
    return a < b;
  }

  std::vector<Item>& items_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_;
};

std::optional<Item> item_of(Context& context, const Site& site, const model::Expr& expr, const Where& where) {
  Item item{&site, &expr, {}, {}, lower_at(context, site, expr, where), {}};
  if (item.nodes.empty()) return std::nullopt;
  for (const auto& node : item.nodes) {
    auto ways = ways_of(node);
    if (!ways) return std::nullopt;
    item.ways.push_back(std::move(*ways));
  }
  return item;
}

void add_items(Context& context, const Site& site, const std::vector<const model::Expr*>& alternatives, Where where,
               std::vector<Item>& items) {
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    auto item = item_of(context, site, *alternatives[i], where);
    if (!item) continue;
    if (i > 0) item->before = alternatives[i - 1]->span;
    if (i + 1 < alternatives.size()) item->after = alternatives[i + 1]->span;
    items.push_back(std::move(*item));
  }
}

// The alternative with the bar that parts it from its neighbour. Nothing when a comment stands between them.
std::optional<Fix> removal(const Item& item) {
  const auto& file = *item.site->file();
  bool first = item.before.empty();
  if (first && item.after.empty()) return std::nullopt;
  Span between = first ? Span{item.expr->span.end, item.after.begin} : Span{item.before.end, item.expr->span.begin};
  auto text = text_at(file, between);
  auto bar = text.find('|');
  if (bar == std::string_view::npos || text.find('#') != std::string_view::npos) return std::nullopt;
  if (first) return Fix{{item.expr->span.begin, item.after.begin}, ""};
  return Fix{{item.before.end, item.expr->span.end}, ""};
}

// The whole line `about X`, when X is all it says and it says so on lines of its own.
std::optional<Fix> line_removal(Context& context, const Item& item) {
  const auto& file = *item.site->file();
  if (!context.is_linted(*item.site)) return std::nullopt;
  for (const auto& line : lines_of_item(context.tree(item.site->unit->path), item.expr->span.begin)) {
    if (item.expr->span.begin < line.span.begin || item.expr->span.end > line.span.end) continue;
    if (auto whole = whole_lines(file, line.span)) return Fix{*whole, ""};
  }
  return std::nullopt;
}

std::string text_of(const Item& item) { return lowering::source_line(text_at(*item.site->file(), item.expr->span)); }

DiagnosticId id_of(const Item& item, const Item& other, bool equal) {
  if (item.site->line == Line::words) return DiagnosticId::repeated_word;
  if (item.site != other.site) return DiagnosticId::repeated_pattern;
  bool words = item.expr->kind == Kind::word && other.expr->kind == Kind::word;
  return equal || words ? DiagnosticId::duplicate_alternative : DiagnosticId::swallowed_alternative;
}

void report(Context& context, const Item& item, const Item& other, bool equal) {
  if (!context.is_linted(*item.site)) return;
  std::string here = text_of(item), there = text_of(other);
  auto message = here == there ? say("`", here, "` stands here twice")
                 : equal       ? say("`", here, "` finds the same as `", there, "`")
                               : say("`", there, "` finds all that `", here, "` finds");
  if (here == there && item.site != other.site) message = say("`", here, "` was said before");
  auto& d = context.report(id_of(item, other, equal), message, item.site->file(), item.expr->span);
  d.secondary.push_back({other.site->file(), other.expr->span, equal ? "the same" : "the more general one"});
  if (here != there && item.expr->kind == Kind::word && other.expr->kind == Kind::word)
    d.notes.push_back("forms of a word, British and American spelling, and hyphens match each other");
  if (!item.site->conditions.empty() && other.site->conditions.empty())
    d.notes.push_back(
        say("without conditions it is found there; `", item.site->conditions.substr(1), "` changes nothing"));
  d.help = "take it away";
  auto fix = removal(item);
  bool alone = item.before.empty() && item.after.empty();
  if (!fix && alone) fix = line_removal(context, item);
  if (fix) d.fixes.push_back(*fix);
}

void compare(Context& context, std::vector<Item>& items) {
  Comparison(items).run([&](const Item& item, const Item& other, bool equal) { report(context, item, other, equal); });
}

void check_inner_choices(Context& context, const Site& site) {
  walk(context, site.pattern.expr, {}, [&](const model::Expr& expr, const Where& where) {
    if (expr.kind != Kind::choice || (where.top && expr.form == model::Form::open)) return;
    Where inner = where;
    if (expr.form != model::Form::open) inner.form = expr.form;
    std::vector<const model::Expr*> alternatives;
    for (const auto& child : expr.children) alternatives.push_back(&child);
    std::vector<Item> items;
    add_items(context, site, alternatives, inner, items);
    compare(context, items);
  });
}
}  // namespace

void check_alternatives(Context& context) {
  std::map<std::string, std::vector<const Site*>> groups;
  std::set<std::string> wanted;
  for (const auto& site : context.sites()) {
    if (site.pattern.broken) continue;
    if (context.is_linted(site)) check_inner_choices(context, site);
    std::string group = site.group.empty() ? say("alone ", std::to_string(groups.size())) : site.group;
    groups[group].push_back(&site);
    if (context.is_linted(site)) wanted.insert(group);
  }
  for (const auto& group : wanted) {
    std::vector<Item> items;
    for (const Site* site : groups[group]) add_items(context, *site, site->alternatives(), {}, items);
    compare(context, items);
  }
}

}  // namespace demarche::dsl::linting
