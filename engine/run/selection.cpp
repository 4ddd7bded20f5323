#include "engine/run/selection.hpp"

#include <algorithm>
#include <set>

namespace demarche::run {

namespace {

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

// Cuts at commas, not at those between `<` and `>`.
std::vector<std::string> items_of(const std::vector<std::string>& texts) {
  std::vector<std::string> items;
  for (const auto& text : texts) {
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      if (i < text.size() && text[i] == '<') ++depth;
      if (i < text.size() && text[i] == '>') --depth;
      if (i < text.size() && (text[i] != ',' || depth > 0)) continue;
      if (auto item = trimmed(std::string_view(text).substr(begin, i - begin)); !item.empty()) items.push_back(item);
      begin = i + 1;
    }
  }
  return items;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find_first_not_of(" \t,<>", at);
    if (begin == std::string_view::npos) break;
    const auto end = std::min(text.find_first_of(" \t,<>", begin), text.size());
    words.emplace_back(text.substr(begin, end - begin));
    at = end;
  }
  return words;
}

class Chooser {
 public:
  Chooser(const program::Program& program, const lexicon::ActorTable& actors, Diagnostics& diagnostics)
      : program_(program), actors_(actors), diagnostics_(diagnostics) {}

  std::vector<program::ActorClass> rows(const std::vector<std::string>& texts) {
    std::vector<program::ActorClass> rows;
    for (const auto& item : items_of(texts)) {
      const auto words = words_of(item);
      const bool is_class = !words.empty() && words[0] == "actor";
      program::ActorClass row = is_class ? class_of(item, words) : one(words.size() == 1 ? words[0] : item);
      if (!(row == program::ActorClass{})) rows.push_back(std::move(row));
    }
    return rows;
  }

  std::vector<std::string> columns(const std::vector<std::string>& texts) {
    std::vector<std::string> known;
    for (const auto& issue : program_.issues) known.push_back(issue.id);
    std::vector<std::string> columns;
    for (const auto& item : items_of(texts)) {
      if (std::find(known.begin(), known.end(), item) != known.end()) {
        if (std::find(columns.begin(), columns.end(), item) == columns.end()) columns.push_back(item);
        continue;
      }
      auto& diagnostic =
          diagnostics_.add(DiagnosticId::unknown_issue, "no rule file defines an issue `" + item + "`", "--columns");
      diagnostic.help = meant(item, known, "`demarche check` names the rule files that are read");
    }
    return columns;
  }

  void sources(const std::vector<std::string>& names, const std::vector<evidence::DocumentResult>& results) {
    std::set<std::string> known;
    for (const auto& result : results) known.insert(result.source);
    for (const auto& name : names) {
      if (known.contains(name)) continue;
      auto& diagnostic =
          diagnostics_.add(DiagnosticId::bad_value, "no document has the source `" + name + "`", "--sources");
      diagnostic.help = meant(name, {known.begin(), known.end()}, list_of(known));
    }
  }

 private:
  static std::string meant(const std::string& name, const std::vector<std::string>& known,
                           const std::string& otherwise) {
    const std::string near = nearest(name, known);
    return near.empty() ? otherwise : "did you mean `" + near + "`?";
  }

  static std::string list_of(const std::set<std::string>& sources) {
    constexpr std::size_t listed = 12;
    std::string text;
    std::size_t count = 0;
    for (const auto& source : sources)
      if (!source.empty() && ++count <= listed) text.append(text.empty() ? "`" : ", `").append(source).append("`");
    if (count == 0) return "no document names a source";
    return "the documents name " + text + (count > listed ? " and others" : "");
  }

  bool is_group(const std::string& id) const {
    const auto& groups = program_.groups;
    if (std::any_of(groups.begin(), groups.end(), [&](const auto& group) { return group.id == id; })) return true;
    const auto actor = actors_.find(id);
    return actors_.regions.contains(id) || (actor != lexicon::none && !actors_.actors[actor].members.empty());
  }

  // An actor is itself; a group of the rules or a region its members.
  program::ActorClass one(const std::string& id) {
    program::ActorClass row;
    if (actors_.find(id) != lexicon::none) {
      row.ids.push_back(id);
    } else if (is_group(id)) {
      row.in.push_back(id);
    } else {
      auto& diagnostic = diagnostics_.add(DiagnosticId::unknown_actor, "there is no actor `" + id + "`", "--rows");
      const std::string named = id_of_name(id);
      diagnostic.help = named.empty() ? meant(id, actor_ids(), "actors are named by ids such as IRN, EU or NATO")
                                      : "did you mean `" + named + "`?";
    }
    return row;
  }

  // `actor in EU outside region`
  program::ActorClass class_of(const std::string& item, const std::vector<std::string>& words) {
    program::ActorClass row;
    std::vector<std::string>* list = nullptr;
    bool good = words.size() > 2 && words.back() != "in" && words.back() != "outside";
    for (std::size_t i = 1; good && i < words.size(); ++i) {
      if (words[i] == "in" || words[i] == "outside") {
        list = words[i] == "in" ? &row.in : &row.outside;
      } else if (words[i] == "or" || words[i] == "and") {
        continue;
      } else if (!list) {
        good = false;
      } else if (is_group(words[i])) {
        list->push_back(words[i]);
      } else {
        unknown_group(words[i]);
        return {};
      }
    }
    if (good) return row;
    diagnostics_.add(DiagnosticId::bad_value, "`" + item + "` is no class of actors", "--rows").help =
        "write \"<actor in EU>\", \"<actor outside region>\" or \"<actor in EU outside region>\"";
    return {};
  }

  void unknown_group(const std::string& id) {
    std::vector<std::string> known;
    for (const auto& group : program_.groups) known.push_back(group.id);
    for (const auto& [region, members] : actors_.regions) known.push_back(region);
    for (const auto& actor : actors_.actors)
      if (!actor.members.empty()) known.push_back(actor.id);
    diagnostics_.add(DiagnosticId::unknown_group, "there is no group or region `" + id + "`", "--rows").help =
        meant(id, known, "groups are those of the rule files, the regions, and actors with members such as EU");
  }

  std::vector<std::string> actor_ids() const {
    std::vector<std::string> ids;
    for (const auto& actor : actors_.actors) ids.push_back(actor.id);
    for (const auto& group : program_.groups) ids.push_back(group.id);
    return ids;
  }

  // The id of the actor with this name, whatever the case; empty when none or more than one has it.
  std::string id_of_name(const std::string& name) const {
    std::string found;
    for (const auto& actor : actors_.actors)
      for (const auto& known : actor.names) {
        if (lower(known.text) != lower(name)) continue;
        if (!found.empty() && found != actor.id) return "";
        found = actor.id;
      }
    return found;
  }

  const program::Program& program_;
  const lexicon::ActorTable& actors_;
  Diagnostics& diagnostics_;
};

}  // namespace

Shown shown_by(const program::Matrix& matrix) {
  return {matrix.id, matrix.title, matrix.rows, matrix.columns, matrix.sources, matrix.except_sources};
}

Shown select(Shown shown, const Selection& selection, const program::Program& program,
             const lexicon::ActorTable& actors, const std::vector<evidence::DocumentResult>& results,
             Diagnostics& diagnostics) {
  Chooser chooser(program, actors, diagnostics);
  if (!selection.rows.empty()) shown.rows = chooser.rows(selection.rows);
  if (!selection.columns.empty()) shown.columns = chooser.columns(selection.columns);
  if (!selection.sources.empty()) {
    shown.sources = selection.sources;
    shown.except_sources = selection.except_sources;
    chooser.sources(selection.sources, results);
  }
  return shown;
}

}  // namespace demarche::run
