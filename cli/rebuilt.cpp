#include "cli/rebuilt.hpp"

#include <algorithm>

#include "cli/known_ids.hpp"
#include "cli/output.hpp"

namespace demarche::cli {

namespace {

std::vector<std::string> issue_ids(const Table& table) {
  std::vector<std::string> ids;
  for (const auto& issue : table.job.rules->program.issues) ids.push_back(issue.id);
  return ids;
}

void add_once(std::vector<position::Head>& heads, const position::Head& head) {
  if (std::find(heads.begin(), heads.end(), head) == heads.end()) heads.push_back(head);
}

// What is named as a word and chosen by an option, too: one of the two would be taken in silence.
bool said_once(Context& context, const Chosen& chosen, const run::Selection& selection) {
  auto both = [&](const std::vector<position::Head>& named, const char* what, const char* option) {
    if (named.empty()) return false;
    say_wrong(context, std::string(what) + " are named twice, as `" + named.front().id + "` and with " + option +
                           "; leave one of them away");
    return true;
  };
  return !(!selection.rows.empty() && both(chosen.actors, "actors", "--rows")) &&
         !(!selection.columns.empty() && both(chosen.issues, "issues", "--columns"));
}

}  // namespace

position::Tally tally_of(const std::vector<evidence::DocumentResult>& results) {
  position::Tally tally;
  for (const auto& result : results) tally.add(result);
  return tally;
}

position::Matrix rebuilt(const Table& table, const position::Matrix& like, std::vector<position::Head> rows,
                         std::vector<position::Head> columns) {
  const position::Layout layout{like.id, like.title, std::move(rows), std::move(columns), false};
  return position::build_matrix(tally_of(table.results), layout, like.options, table.job.rules->actors);
}

position::Head actor_head(const std::string& id, const Table& table) {
  const auto& actors = table.job.rules->actors;
  const auto actor = actors.find(id);
  return {id, actor == lexicon::none ? id : actors.actors[actor].name};
}

position::Head issue_head(const std::string& id, const Table& table) {
  for (const auto& issue : table.job.rules->program.issues)
    if (issue.id == id && !issue.title.empty()) return {id, issue.title};
  return {id, id};
}

bool is_issue(const std::string& id, const Table& table) {
  const auto ids = issue_ids(table);
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::vector<position::Head> actors_named(Context& context, const std::string& name, const Table& table) {
  const auto& rules = *table.job.rules;
  if (rules.actors.find(name) != lexicon::none) return {actor_head(name, table)};
  for (const auto& group : rules.program.groups) {
    if (group.id != name) continue;
    std::vector<position::Head> members;
    for (const auto& member : group.members) members.push_back(actor_head(member, table));
    return members;
  }
  known_actor(context, name, rules.actors);
  return {};
}

// The one issue whose id begins with this word, which names nothing itself: `sanctions` of "sanc".
std::string issue_beginning_with(const std::string& word, const Table& table) {
  if (word.size() < 3 || is_issue(word, table) || table.job.rules->actors.find(word) != lexicon::none) return {};
  for (const auto& group : table.job.rules->program.groups)
    if (group.id == word) return {};
  std::string found;
  for (const auto& id : issue_ids(table)) {
    if (!id.starts_with(word)) continue;
    if (!found.empty()) return {};
    found = id;
  }
  return found;
}

std::optional<Chosen> choose(Context& context, const std::vector<std::string>& names, const Table& table) {
  Chosen chosen;
  for (const auto& name : names) {
    if (const std::string issue = issue_beginning_with(name, table); !issue.empty()) {
      say_wrong(context, "there is no actor and no issue `" + name + "`; did you mean `" + issue + "`?");
      return std::nullopt;
    }
    if (is_issue(name, table)) {
      add_once(chosen.issues, issue_head(name, table));
      continue;
    }
    const auto issues = issue_ids(table);
    const bool is_actor = table.job.rules->actors.find(name) != lexicon::none;
    if (const std::string near = nearest(name, issues); !is_actor && !near.empty()) {
      say_wrong(context, "there is no actor and no issue `" + name + "`; did you mean `" + near + "`?");
      return std::nullopt;
    }
    const auto actors = actors_named(context, name, table);
    if (actors.empty()) return std::nullopt;
    for (const auto& actor : actors) add_once(chosen.actors, actor);
  }
  return said_once(context, chosen, table.job.project.selection) ? std::optional(chosen) : std::nullopt;
}

}  // namespace demarche::cli
