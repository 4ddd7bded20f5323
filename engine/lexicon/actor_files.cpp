#include "engine/lexicon/actor_files.hpp"

#include <optional>
#include <set>
#include <utility>

namespace demarche::lexicon {
namespace {

const std::vector<std::string> top_keys = {"actors", "offices", "people", "not-actors"};
const std::vector<std::string> actor_keys = {"id",      "extend",     "kind",     "name",       "official",
                                             "names",   "adjectives", "demonyms", "capital",    "seats",
                                             "leaders", "regions",    "members",  "not-members", "speaks-as"};
const std::vector<std::string> member_keys = {"id", "from", "to"};
const std::vector<std::string> office_keys = {"id", "names", "level"};
const std::vector<std::string> person_keys = {"name", "actor", "spellings", "terms"};
const std::vector<std::string> term_keys = {"office", "from", "to"};

constexpr std::pair<std::string_view, ActorKind> kinds[] = {
    {"state", ActorKind::state}, {"organisation", ActorKind::organisation}, {"bloc", ActorKind::bloc}};

// "The European trio urged Tehran": said by each of the three, who are nothing together but their sum.
constexpr std::pair<std::string_view, bool> speakers[] = {{"itself", false}, {"members", true}};

constexpr std::pair<std::string_view, OfficeLevel> levels[] = {
    {"head", OfficeLevel::head},         {"government", OfficeLevel::government},
    {"envoy", OfficeLevel::envoy},       {"parliament", OfficeLevel::parliament},
    {"military", OfficeLevel::military}, {"spokesperson", OfficeLevel::spokesperson},
    {"official", OfficeLevel::official}};

// A file of people is named after their actor: "world/people/IRN.yaml" -> "IRN". Empty for files elsewhere.
std::string actor_of_file(const std::string& path) {
  auto begin = path.find_last_of('/') + 1;
  std::string_view folder = std::string_view(path).substr(0, begin);
  return folder == "people/" || folder.ends_with("/people/") ? path.substr(begin, path.find_last_of('.') - begin)
                                                             : std::string();
}

class Collector {
 public:
  Collector(RawTables& raw, Diagnostics& diagnostics) : raw_(raw), diagnostics_(diagnostics) {}

  void read_file(std::shared_ptr<const SourceFile> file) {
    auto parsed = yaml::parse(std::move(file), diagnostics_);
    if (!parsed || parsed->root.kind == yaml::Kind::null) return;
    tree_ = &raw_.trees.emplace_back(std::move(*parsed));
    auto top = fields(tree_->root, "a file of actors", top_keys);
    for (const auto& node : top.list("offices")) read_office(node);
    for (const auto& node : top.list("actors")) read_actor(node);
    for (const auto& node : top.list("people")) read_person(node);
    read_not_actors(top.list("not-actors"));
  }

 private:
  yaml::Fields fields(const yaml::Node& node, std::string_view what, const std::vector<std::string>& known) {
    return {*tree_, node, what, known, diagnostics_};
  }
  Place place(const yaml::Node& node) const { return {tree_, node.span}; }
  Place place_of(const yaml::Fields& from, std::string_view key, const yaml::Node& otherwise) const {
    const yaml::Node* node = from.find(key);
    return place(node != nullptr ? *node : otherwise);
  }

  // One of a few words; complains and gives the first when it is another.
  template <typename Value, std::size_t size>
  Value choose(yaml::Fields& from, std::string_view key, const std::pair<std::string_view, Value> (&choices)[size]) {
    std::string text = from.required_text(key);
    std::vector<std::string> words;
    for (const auto& [word, value] : choices) {
      if (word == text) return value;
      words.emplace_back(word);
    }
    if (text.empty()) return choices[0].second;
    auto& diagnostic = report(diagnostics_, DiagnosticId::yaml_bad_value, "`" + text + "` is no " + std::string(key),
                              {tree_, from.find(key)->span});
    std::string meant = nearest(text, words);
    for (const auto& word : words) diagnostic.help += (diagnostic.help.empty() ? "write " : " | ") + word;
    if (!meant.empty()) diagnostic.help = "did you mean `" + meant + "`?";
    return choices[0].second;
  }

  std::optional<Date> read_date(yaml::Fields& from, std::string_view key, bool is_end) {
    std::string text = from.text(key);
    if (text.empty()) return std::nullopt;
    if (auto period = parse_period(text)) return is_end ? period->to : period->from;
    auto& diagnostic = report(diagnostics_, DiagnosticId::actor_impossible_date, "`" + text + "` is no date",
                              {tree_, from.find(key)->span});
    diagnostic.help = "write a day that exists as YYYY-MM-DD, or only YYYY-MM or YYYY";
    return std::nullopt;
  }

  DateRange read_dates(yaml::Fields& from) {
    DateRange dates{read_date(from, "from", false), read_date(from, "to", true)};
    if (!dates.from || !dates.to || *dates.from <= *dates.to) return dates;
    auto& diagnostic =
        report(diagnostics_, DiagnosticId::actor_reversed_dates,
               "this ends on " + to_string(*dates.to) + ", before it begins on " + to_string(*dates.from),
               {tree_, from.find("to")->span});
    diagnostic.secondary.push_back({tree_->file, from.find("from")->span, "begins here"});
    diagnostic.help = "the earlier date stands behind `from`: look which of the two is wrong";
    std::swap(dates.from, dates.to);
    return dates;
  }

  void read_office(const yaml::Node& node) {
    auto from = fields(node, "an office", office_keys);
    if (!from.is_map()) return;
    Office office{from.required_text("id"), from.texts("names"), choose(from, "level", levels)};
    if (!office.id.empty()) raw_.offices.push_back({std::move(office), place_of(from, "id", node)});
  }

  static void add_names(Actor& actor, NameKind kind, std::vector<std::string> texts) {
    for (auto& text : texts) actor.names.push_back({std::move(text), kind});
  }

  void read_actor(const yaml::Node& node) {
    auto from = fields(node, "an actor", actor_keys);
    if (!from.is_map()) return;
    RawActor raw;
    raw.extends = from.has("extend") && !from.has("id");
    std::string_view id_key = raw.extends ? "extend" : "id";
    raw.actor.id = from.required_text(id_key);
    raw.place = place_of(from, id_key, node);
    raw.actor.name = raw.extends ? from.text("name") : from.required_text("name");
    if (!raw.extends || from.has("kind")) raw.actor.kind = choose(from, "kind", kinds);
    if (!raw.actor.name.empty()) add_names(raw.actor, NameKind::name, {raw.actor.name});
    if (from.has("official")) add_names(raw.actor, NameKind::name, {from.text("official")});
    add_names(raw.actor, NameKind::name, from.texts("names"));
    add_names(raw.actor, NameKind::adjective, from.texts("adjectives"));
    add_names(raw.actor, NameKind::demonym, from.texts("demonyms"));
    add_names(raw.actor, NameKind::capital, from.texts("capital", true));
    add_names(raw.actor, NameKind::seat, from.texts("seats"));
    raw.actor.regions = from.texts("regions");
    for (auto [title, office] : from.pairs("leaders"))
      raw.titles.push_back({std::string(title->text), std::string(office->text), place(*office)});
    read_members(from, raw);
    if (from.has("speaks-as")) raw.as_members = choose(from, "speaks-as", speakers);
    if (!raw.actor.id.empty()) raw_.actors.push_back(std::move(raw));
  }

  void read_members(yaml::Fields& from, RawActor& raw) {
    const yaml::Node* members = from.find("members");
    if (members == nullptr) return;
    if (members->kind == yaml::Kind::scalar && members->text == "all-states") {
      raw.all_states = true;
      if (from.has("not-members"))
        for (const auto& node : from.list("not-members"))
          raw.not_members.push_back({std::string(node.text), {}, place(node)});
      return;
    }
    for (const auto& node : from.list("members")) {
      if (node.kind == yaml::Kind::scalar) {
        raw.members.push_back({std::string(node.text), {}, place(node)});
        continue;
      }
      auto member = fields(node, "a member", member_keys);
      if (!member.is_map()) continue;
      RawMember read{member.required_text("id"), read_dates(member), place_of(member, "id", node)};
      if (!read.id.empty()) raw.members.push_back(std::move(read));
    }
  }

  // Names, or lists of names: the lists only group them for people.
  void read_not_actors(const std::vector<yaml::Node>& nodes) {
    for (const auto& node : nodes) {
      if (node.kind == yaml::Kind::scalar)
        raw_.not_actors.emplace_back(node.text);
      else if (node.kind == yaml::Kind::sequence)
        read_not_actors(node.items);
      else
        report(diagnostics_, DiagnosticId::yaml_wrong_type, "`not-actors` must be a list of names", place(node));
    }
  }

  void read_person(const yaml::Node& node) {
    auto from = fields(node, "a person", person_keys);
    if (!from.is_map()) return;
    RawPerson raw;
    raw.person.name = from.required_text("name");
    raw.person.spellings = from.texts("spellings");
    if (!from.has("actor")) raw.actor = actor_of_file(tree_->file->path());
    if (raw.actor.empty()) raw.actor = from.required_text("actor");
    raw.place = from.has("actor") ? place_of(from, "actor", node) : place_of(from, "name", node);
    if (from.has("terms"))
      for (const auto& item : from.list("terms")) read_term(item, raw);
    if (!raw.person.name.empty() && !raw.actor.empty()) raw_.people.push_back(std::move(raw));
  }

  void read_term(const yaml::Node& node, RawPerson& person) {
    auto from = fields(node, "a term", term_keys);
    if (!from.is_map()) return;
    RawTerm term{from.required_text("office"), read_dates(from), place_of(from, "office", node), place(node)};
    if (!term.office.empty()) person.terms.push_back(std::move(term));
  }

  RawTables& raw_;
  Diagnostics& diagnostics_;
  const yaml::Tree* tree_ = nullptr;
};

bool is_yaml(const std::string& path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }

// Every YAML file below the folders (which may be files too), each once, sorted by path.
std::set<std::string> paths_of(const FileSystem& files, const std::vector<std::string>& folders,
                               Diagnostics& diagnostics) {
  std::set<std::string> paths;
  for (const auto& folder : folders) {
    switch (files.kind(folder)) {
      case FileSystem::Kind::folder:
        for (auto& path : files.files_below(folder))
          if (is_yaml(path)) paths.insert(std::move(path));
        break;
      case FileSystem::Kind::missing:
        diagnostics.add(DiagnosticId::file_not_found, "there is no file or folder `" + folder + "` with actors",
                        folder);
        break;
      default:
        paths.insert(folder);
    }
  }
  return paths;
}

}  // namespace

Diagnostic& report(Diagnostics& diagnostics, DiagnosticId id, std::string message, const Place& place) {
  return diagnostics.add(id, std::move(message), place.tree->file, place.span);
}

RawTables collect_actor_files(const FileSystem& files, const std::vector<std::string>& folders,
                              Diagnostics& diagnostics) {
  RawTables raw;
  Collector collector(raw, diagnostics);
  for (const auto& path : paths_of(files, folders, diagnostics)) {
    auto read = files.read(path);
    if (read.bytes)
      collector.read_file(std::make_shared<SourceFile>(path, std::move(*read.bytes)));
    else
      diagnostics.add(DiagnosticId::file_unreadable, "`" + path + "` cannot be read: " + read.error, path);
  }
  return raw;
}

}  // namespace demarche::lexicon
