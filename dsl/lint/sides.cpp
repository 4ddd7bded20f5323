#include <algorithm>
#include <unordered_map>

#include "dsl/lint/checks.hpp"
#include "dsl/lint/cover.hpp"
#include "dsl/lint/walk.hpp"

// The same words in two places that say different things: two issues, both sides of one, two stances.
namespace demarche::dsl::linting {

namespace {
struct Found {
  const Site* site = nullptr;
  const model::Expr* expr = nullptr;
  program::Node node;
};

// A pattern as text, to find the others that are equal to it.
void append_key(const program::Node& node, std::string& key) {
  key += static_cast<char>('a' + static_cast<int>(node.kind));
  for (const auto& form : node.forms) key.append(form).append("/");
  for (const auto& issue : node.issues) key.append(issue).append("/");
  for (const auto* list : {&node.actors.ids, &node.actors.in, &node.actors.outside}) {
    for (const auto& id : *list) key.append(id).append("/");
    key += ';';
  }
  key += say(std::to_string(node.limit), " ", std::to_string(static_cast<int>(node.slot)),
             std::to_string(static_cast<int>(node.role)), std::to_string(static_cast<int>(node.form)),
             node.possessive ? "p" : "", std::to_string(static_cast<int>(node.word_case)));
  key += '(';
  for (const auto& child : node.children) append_key(child, key);
  key += ')';
}

using Table = std::unordered_map<std::string, std::vector<Found>>;

template <typename Wanted>
Table table_of(Context& context, const Wanted& wanted) {
  Table table;
  for (const auto& site : context.sites()) {
    if (site.pattern.broken || !wanted(site)) continue;
    for (const auto* alternative : site.alternatives()) {
      auto nodes = lower_at(context, site, *alternative, {});
      if (nodes.empty()) continue;
      std::string key;
      append_key(nodes[0], key);
      table[key].push_back({&site, alternative, std::move(nodes[0])});
    }
  }
  return table;
}

std::string text_of(const Found& found) {
  return lowering::source_line(text_at(*found.site->file(), found.expr->span));
}

// Reports the second of each two that `clash` says do not go together.
template <typename Clash>
void report_clashes(Context& context, const Table& table, DiagnosticId id, const Clash& clash, std::string_view help) {
  for (const auto& [key, list] : table) {
    for (std::size_t i = 1; i < list.size(); ++i) {
      auto first = std::find_if(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i),
                                [&](const Found& other) { return clash(other, list[i]); });
      if (first == list.begin() + static_cast<std::ptrdiff_t>(i)) continue;
      const Found* here = &list[i];
      const Found* there = &*first;
      if (!context.is_linted(*here->site)) std::swap(here, there);
      auto& d = context.report(
          id, say("`", text_of(*here), "` stands for ", here->site->owner, " and for ", there->site->owner),
          here->site->file(), here->expr->span);
      if (here->site->id == there->site->id)
        d.message = say("`", text_of(*here), "` stands on both lines of ", here->site->owner);
      d.secondary.push_back({there->site->file(), there->expr->span, "here as well"});
      d.help = help;
    }
  }
}

void check_issue_pairs(Context& context) {
  auto table = table_of(context, [](const Site& site) {
    return (site.line == Line::about || site.line == Line::deed) && site.conditions.empty();
  });
  std::map<std::string, const model::Issue*> issues;
  for (const auto& issue : context.model().issues) issues[issue.value.id] = &issue;
  auto excludes = [&](const std::string& a, const std::string& b) {
    const auto& list = issues[a]->value.not_in;
    return std::binary_search(list.begin(), list.end(), b);
  };
  auto conditional = [&](const std::string& id) {
    const auto& issue = *issues[id];
    return !issue.needs.empty() || !issue.after.empty() || !issue.unless.empty();
  };
  report_clashes(
      context, table, DiagnosticId::issues_share_pattern,
      [&](const Found& a, const Found& b) {
        return a.site->line == b.site->line && a.site->id != b.site->id && issues.contains(a.site->id) &&
               issues.contains(b.site->id) && !excludes(a.site->id, b.site->id) && !excludes(b.site->id, a.site->id) &&
               !conditional(a.site->id) && !conditional(b.site->id);
      },
      "each text is counted for both: say `not in` the other, or add a word that parts them");
  report_clashes(
      context, table, DiagnosticId::pattern_on_both_sides,
      [](const Found& a, const Found& b) {
        return a.site->line == b.site->line && a.site->id == b.site->id && a.site->side != b.site->side;
      },
      "whoever supports it would also oppose it: keep one of the two");
}

// The kind of entry: "verb" of "stance opposes verb strong".
std::string kind_of(const Site& site) {
  auto rest = site.group.substr(site.group.find(site.id) + site.id.size() + 1);
  return rest.substr(0, rest.find(' '));
}

std::string strength_of(const Site& site) {
  auto space = site.group.rfind(' ');
  auto last = site.group.substr(space + 1);
  return last == "strong" || last == "weak" ? last : "";
}

void check_entries(Context& context) {
  std::map<std::string, int> signs;
  for (const auto& stance : context.model().stances) signs[stance.value.id] = stance.value.sign;
  auto table = table_of(context, [](const Site& site) { return site.line == Line::entry; });
  report_clashes(
      context, table, DiagnosticId::entry_on_two_sides,
      [&](const Found& a, const Found& b) {
        return a.site->id != b.site->id && kind_of(*a.site) == kind_of(*b.site) &&
               signs[a.site->id] != signs[b.site->id];
      },
      "one of them must be wrong: the same words cannot mean both");
  report_clashes(
      context, table, DiagnosticId::entry_two_strengths,
      [](const Found& a, const Found& b) {
        return a.site->id == b.site->id && kind_of(*a.site) == kind_of(*b.site) &&
               strength_of(*a.site) != strength_of(*b.site);
      },
      "keep the line whose strength is meant");
}

void check_turns(Context& context) {
  auto table = table_of(context, [](const Site& site) { return site.line == Line::turn; });
  report_clashes(
      context, table, DiagnosticId::turn_both_ways,
      [](const Found& a, const Found& b) { return a.site->id != b.site->id; },
      "words that turn the side round cannot keep it: decide which is meant");
}

// `about opposition to bases`: the words of a stance at the head of an issue.
void check_stance_words(Context& context) {
  Table entries = table_of(context, [](const Site& site) {
    return site.line == Line::entry && site.group.find(" noun") != std::string::npos;
  });
  for (const auto& site : context.sites()) {
    if (!context.is_linted(site) || site.line != Line::about || site.side < 0 || site.pattern.broken) continue;
    for (const auto* alternative : site.alternatives()) {
      if (alternative->kind != model::Expr::Kind::sequence) continue;
      for (std::size_t size = 2; size < alternative->children.size() && size <= 3; ++size) {
        model::Expr head = *alternative;
        head.children.resize(size);
        head.span.end = head.children.back().span.end;
        auto nodes = lower_at(context, site, head, {});
        std::string key;
        if (!nodes.empty()) append_key(nodes[0], key);
        auto entry = entries.find(key);
        if (entry == entries.end()) continue;
        const auto& stance = entry->second[0];
        auto words = lowering::source_line(text_at(*site.file(), head.span));
        auto& d =
            context.report(DiagnosticId::stance_word_in_about,
                           say("`", words, "` says a stance, and is part of the issue here"), site.file(), head.span);
        d.secondary.push_back({stance.site->file(), stance.expr->span, say("an entry of ", stance.site->owner)});
        d.notes.push_back("words of the issue are not read as words of a stance as well");
        d.help = "leave it away: who supports or opposes the rest is found by the stance";
        break;
      }
    }
  }
}
}  // namespace

void check_sides(Context& context) {
  check_issue_pairs(context);
  check_entries(context);
  check_turns(context);
  check_stance_words(context);
}

}  // namespace demarche::dsl::linting
