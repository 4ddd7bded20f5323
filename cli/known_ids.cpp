#include "cli/known_ids.hpp"

#include <algorithm>
#include <cstdio>

namespace demarche::cli {

namespace {

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// The id of the actor with this name, whatever the case; empty when none or more than one has it.
std::string id_of_name(const std::string& name, const lexicon::ActorTable& actors) {
  std::string found;
  for (const auto& actor : actors.actors)
    for (const auto& known : actor.names) {
      if (lower(known.text) != lower(name)) continue;
      if (!found.empty() && found != actor.id) return "";
      found = actor.id;
    }
  return found;
}

void complain(Context& context, const char* what, const std::string& id, const std::string& hint) {
  std::fprintf(stderr, "demarche: there is no %s `%s`%s\n", what, id.c_str(), hint.c_str());
  context.exit_code = wrong_input;
}

std::string did_you_mean(const std::string& meant) { return meant.empty() ? "" : "; did you mean `" + meant + "`?"; }

// At most so many ids are listed when none is near.
constexpr std::size_t listed = 12;

std::string one_of(const std::vector<std::string>& ids) {
  if (ids.empty() || ids.size() > listed) return "";
  std::string text = "; there are";
  for (const auto& id : ids) text.append(id == ids.front() ? " `" : ", `").append(id).append("`");
  return text;
}

}  // namespace

std::string meant_actor(const std::string& word, const lexicon::ActorTable& actors) {
  if (auto id = id_of_name(word, actors); !id.empty()) return id;
  std::vector<std::string> ids;
  for (const auto& actor : actors.actors) ids.push_back(actor.id);
  return nearest(word, ids);
}

bool known_actor(Context& context, const std::string& id, const lexicon::ActorTable& actors) {
  if (actors.find(id) != lexicon::none) return true;
  const std::string meant = meant_actor(id, actors);
  complain(context, "actor", id,
           meant.empty() ? "; actors are named by ids such as IRN, EU or NATO" : did_you_mean(meant));
  return false;
}

bool known_id(Context& context, const char* what, const std::string& id, const std::vector<std::string>& ids) {
  if (std::find(ids.begin(), ids.end(), id) != ids.end()) return true;
  const std::string meant = nearest(id, ids);
  complain(context, what, id, meant.empty() ? one_of(ids) : did_you_mean(meant));
  return false;
}

}  // namespace demarche::cli
