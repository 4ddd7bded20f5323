#include "engine/lexicon/read_lexicon.hpp"

#include <memory>
#include <utility>

#include "engine/base/yaml.hpp"
#include "engine/lexicon/actor_files.hpp"

namespace demarche::lexicon {
namespace {

const std::vector<std::string> morphology_keys = {"verbs", "nouns", "doubling", "fixed_ise", "spellings", "uninflected"};

// "hung/hanged" -> hung, hanged
std::vector<std::string> alternatives(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    auto end = std::min(text.find('/'), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

class MorphologyReader {
 public:
  MorphologyReader(const yaml::Tree& tree, Diagnostics& diagnostics) : tree_(tree), diagnostics_(diagnostics) {}

  Morphology read() {
    yaml::Fields top(tree_, tree_.root, "the word forms", morphology_keys, diagnostics_);
    read_verbs(top.find("verbs"));
    for (auto [singular, plurals] : top.pairs("nouns"))
      morphology_.add_irregular_noun(std::string(singular->text), alternatives(plurals->text));
    for (auto& word : top.texts("doubling")) morphology_.add_doubling_verb(std::move(word));
    for (auto& word : top.texts("fixed_ise")) morphology_.add_fixed_ise(std::move(word));
    for (auto [british, american] : top.pairs("spellings"))
      morphology_.add_spelling(std::string(british->text), std::string(american->text));
    read_uninflected(top.list("uninflected"));
    return std::move(morphology_);
  }

 private:
  void wrong(const yaml::Node& node, std::string message) {
    diagnostics_.add(DiagnosticId::yaml_wrong_type, std::move(message), tree_.file, node.span);
  }

  // base: [past, participle, third person]
  void read_verbs(const yaml::Node* verbs) {
    if (verbs == nullptr) return;
    if (verbs->kind != yaml::Kind::map) return wrong(*verbs, "`verbs` must be a map of verbs to their forms");
    for (std::size_t i = 0; i + 1 < verbs->items.size(); i += 2) {
      const yaml::Node& forms = verbs->items[i + 1];
      bool good = forms.kind == yaml::Kind::sequence && (forms.items.size() == 2 || forms.items.size() == 3);
      for (const auto& item : forms.items) good = good && item.kind == yaml::Kind::scalar;
      if (!good) {
        wrong(forms, "a verb needs its past and participle as a list: `begin: [began, begun]`");
        continue;
      }
      VerbForms verb;
      verb.base = std::string(verbs->items[i].text);
      verb.past = alternatives(forms.items[0].text);
      verb.participle = alternatives(forms.items[1].text);
      if (forms.items.size() == 3) verb.third = alternatives(forms.items[2].text);
      morphology_.add_irregular_verb(std::move(verb));
    }
  }

  // Words, or lists of words: the lists only group them for people.
  void read_uninflected(const std::vector<yaml::Node>& nodes) {
    for (const auto& node : nodes) {
      if (node.kind == yaml::Kind::scalar)
        morphology_.add_uninflected(std::string(node.text));
      else if (node.kind == yaml::Kind::sequence)
        read_uninflected(node.items);
      else
        wrong(node, "`uninflected` must be a list of words");
    }
  }

  const yaml::Tree& tree_;
  Diagnostics& diagnostics_;
  Morphology morphology_;
};

}  // namespace

ActorTable read_actors(const FileSystem& files, const std::vector<std::string>& folders, Diagnostics& diagnostics) {
  return resolve_actors(collect_actor_files(files, folders, diagnostics), diagnostics);
}

Morphology read_morphology(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  auto read = files.read(path);
  if (!read.bytes) {
    auto id = files.kind(path) == FileSystem::Kind::missing ? DiagnosticId::file_not_found : DiagnosticId::file_unreadable;
    diagnostics.add(id, "the word forms in `" + path + "` cannot be read: " + read.error, path);
    return {};
  }
  auto tree = yaml::parse(std::make_shared<SourceFile>(path, std::move(*read.bytes)), diagnostics);
  if (!tree || tree->root.kind == yaml::Kind::null) return {};
  return MorphologyReader(*tree, diagnostics).read();
}

}  // namespace demarche::lexicon
