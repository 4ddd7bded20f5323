#include <algorithm>

#include "dsl/lint/checks.hpp"

// The names of actors and people, as the files give them.
namespace demarche::dsl::linting {

namespace {
using lexicon::Place;

struct Name {
  std::string actor;
  std::string text;
  std::string folded;  // as texts are compared: small letters, no accents
  std::string key;     // "names", "capital"
  Place place;
};

std::string folded(std::string_view text) {
  std::string out;
  for (const auto& token : lowering::tokens_of(text)) out.append(out.empty() ? "" : " ").append(token.text);
  return out;
}

// Capitals count in names: "the Permanent Five", "the permanent five".
std::string with_capitals(std::string_view text) {
  std::string out;
  for (const auto& token : lowering::tokens_of(text))
    out.append(out.empty() ? "" : " ").append(token.all_caps ? "^^" : token.capitalised ? "^" : "").append(token.text);
  return out;
}

bool is_acronym(std::string_view text) {
  return text.size() >= 2 && text.size() <= 6 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// All names of all actors with their places, which the tables have no longer.
std::vector<Name> names_of(const Context& context) {
  std::vector<Name> found;
  for (const auto& tree : context.actor_files().trees) {
    const auto* actors = tree.root.find("actors");
    if (!actors) continue;
    for (const auto& actor : actors->items) {
      const auto* id = actor.find("id");
      if (!id) id = actor.find("extend");
      if (!id) continue;
      auto add = [&](const char* key, const yaml::Node& node) {
        if (node.kind == yaml::Kind::scalar && !node.text.empty())
          found.push_back({std::string(id->text), std::string(node.text), folded(node.text), key, {&tree, node.span}});
      };
      for (const char* key : {"name", "official", "names", "adjectives", "demonyms", "capital", "seats"})
        if (const auto* node = actor.find(key)) {
          add(key, *node);
          for (const auto& item : node->items) add(key, item);
        }
    }
  }
  return found;
}

Diagnostic& report(Context& context, DiagnosticId id, std::string message, const Place& place) {
  return context.report(id, std::move(message), place.tree->file, place.span);
}

void check_shared(Context& context, const std::vector<Name>& names) {
  std::map<std::string, std::vector<const Name*>> by_text;
  for (const auto& name : names) by_text[name.folded].push_back(&name);
  for (const auto& [text, list] : by_text)
    for (std::size_t i = 1; i < list.size(); ++i) {
      auto first = std::find_if(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i),
                                [&](const Name* other) { return other->actor != list[i]->actor; });
      bool again = std::any_of(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i),
                               [&](const Name* other) { return other->actor == list[i]->actor; });
      if (first == list.begin() + static_cast<std::ptrdiff_t>(i) || again) continue;
      bool acronym = is_acronym(list[i]->text);
      auto& d =
          report(context, acronym ? DiagnosticId::ambiguous_acronym : DiagnosticId::actor_name_shared,
                 say("`", list[i]->text, "` names `", (*first)->actor, "` and `", list[i]->actor, "`"), list[i]->place);
      d.secondary.push_back({(*first)->place.tree->file, (*first)->place.span, say("of `", (*first)->actor, "`")});
      d.notes.push_back("a text that uses it alone does not say who is meant");
      d.help = "take it away from the one that is seldom called so";
    }
}

void check_acronyms(Context& context, const std::vector<Name>& names) {
  for (const auto& name : names) {
    if (!is_acronym(name.text) || !lowering::is_function_word(name.folded)) continue;
    auto& d = report(context, DiagnosticId::ambiguous_acronym, say("`", name.text, "` is an everyday word in capitals"),
                     name.place);
    d.notes.push_back("headlines in capitals hold it with its everyday meaning");
    d.help = "write it with full stops, or rely on the full name";
  }
}

void report_repeated(Context& context, const yaml::Tree& tree, const yaml::Node& node, const yaml::Node& first,
                     const yaml::Node* before) {
  auto& d =
      context.report(DiagnosticId::repeated_spelling, say("`", node.text, "` is given already"), tree.file, node.span);
  d.secondary.push_back({tree.file, first.span, "here first"});
  if (node.text != first.text) d.notes.push_back("accents, blanks and the shape of hyphens do not matter");
  d.help = "take it away";
  if (!before || text_at(*tree.file, before->span) != before->text || text_at(*tree.file, node.span) != node.text)
    return;
  Span between{before->span.end, node.span.begin};
  auto text = text_at(*tree.file, between);
  if (text.find_first_not_of(" ,\n\r\t") == std::string_view::npos && std::count(text.begin(), text.end(), ',') == 1)
    d.fixes.push_back({{between.begin, node.span.end}, ""});
}

// A list of names in which one stands twice, or one that stands beside the list already.
void check_list(Context& context, const yaml::Tree& tree, const yaml::Node* list, const yaml::Node* own) {
  if (!list) return;
  std::map<std::string, const yaml::Node*> seen;
  if (own) seen[with_capitals(own->text)] = own;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const auto& item = list->items[i];
    if (item.kind != yaml::Kind::scalar) continue;
    auto [first, added] = seen.try_emplace(with_capitals(item.text), &item);
    if (!added) report_repeated(context, tree, item, *first->second, i > 0 ? &list->items[i - 1] : nullptr);
  }
}

void check_repeated(Context& context) {
  for (const auto& tree : context.actor_files().trees) {
    if (!context.is_linted(tree.file->path())) continue;
    if (const auto* actors = tree.root.find("actors"))
      for (const auto& actor : actors->items) {
        check_list(context, tree, actor.find("names"), actor.find("name"));
        for (const char* key : {"adjectives", "demonyms", "seats"}) check_list(context, tree, actor.find(key), nullptr);
      }
    if (const auto* people = tree.root.find("people"))
      for (const auto& person : people->items) check_list(context, tree, person.find("spellings"), person.find("name"));
  }
}

// Without hyphens and doubled letters, y as i: "Moussavi-Lari" and "Mousavi Lari".
std::string core_of(std::string_view name) {
  std::string out;
  for (char c : folded(name)) {
    if (c == 'y') c = 'i';
    if (c < 'a' || c > 'z' || (!out.empty() && out.back() == c)) continue;
    out += c;
  }
  return out;
}

void check_people(Context& context) {
  std::map<std::pair<std::string, std::string>, const lexicon::RawPerson*> by_core;
  for (const auto& person : context.actor_files().people) {
    std::vector<std::string> names = person.person.spellings;
    names.push_back(person.person.name);
    std::set<std::string> cores;
    for (const auto& name : names)
      if (name.find(' ') != std::string::npos) cores.insert(core_of(name));
    for (const auto& core : cores) {
      auto [first, added] = by_core.try_emplace({person.actor, core}, &person);
      if (added || first->second == &person) continue;
      const auto& other = *first->second;
      auto& d = report(
          context, DiagnosticId::people_alike,
          say("`", person.person.name, "` and `", other.person.name, "` of `", person.actor, "` are spelt alike"),
          person.place);
      d.secondary.push_back({other.place.tree->file, other.place.span, "the other one"});
      d.help = "if it is one person, put the terms and spellings together; else take away the spelling that both have";
      break;
    }
  }
}
}  // namespace

void check_actor_names(Context& context) {
  auto names = names_of(context);
  check_shared(context, names);
  check_acronyms(context, names);
  check_repeated(context);
  check_people(context);
}

}  // namespace demarche::dsl::linting
