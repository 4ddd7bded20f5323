#include <algorithm>
#include <map>
#include <set>

#include "engine/base/yaml.hpp"
#include "engine/base/yaml_write.hpp"
#include "engine/import/coded.hpp"
#include "engine/import/dictionary.hpp"
#include "engine/text/countries.hpp"

namespace demarche::import {

namespace {

bool is_country(std::string_view key) {
  return key.size() == 2 && std::all_of(key.begin(), key.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// new york -> New York: names of ours have capitals, which newsmap's words do not.
std::string capitalised(std::string_view words) {
  std::string out(words);
  static const std::set<std::string_view> small{"and", "of", "the", "de", "al", "el"};
  for (std::size_t at = 0; at < out.size();) {
    std::size_t end = out.find_first_of(" -", at);
    if (end == std::string::npos) end = out.size();
    const bool plain = at > 0 && small.contains(std::string_view(out).substr(at, end - at));
    if (!plain && at < out.size() && out[at] >= 'a' && out[at] <= 'z') out[at] = static_cast<char>(out[at] - 'a' + 'A');
    at = end + 1;
  }
  return out;
}

struct Country {
  std::string id;
  std::vector<std::string> names;
  std::vector<std::string> adjectives;
};

class Reader {
 public:
  Reader(const yaml::Tree& tree, const lexicon::ActorTable& actors) : tree_(tree), actors_(actors) {}

  Imported read() {
    walk(tree_.root);
    std::string text;
    for (const auto& [id, country] : countries_) text += entry(country);
    imported_.text = text.empty() ? "" : "actors:\n" + text;
    return std::move(imported_);
  }

 private:
  void leave(const yaml::Node& node, const std::string& why) {
    const auto line = tree_.file->position(node.span.begin).line;
    imported_.left_out.push_back("line " + std::to_string(line) + ": " + why);
  }

  void walk(const yaml::Node& node) {
    if (node.kind == yaml::Kind::sequence)
      for (const auto& item : node.items) walk(item);
    if (node.kind != yaml::Kind::map) return;
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
      const auto& key = node.items[i];
      if (is_country(key.text)) {
        add_country(key, node.items[i + 1]);
      } else {
        walk(node.items[i + 1]);
      }
    }
  }

  void add_country(const yaml::Node& key, const yaml::Node& words) {
    const std::string id = text::alpha3_of(key.text);
    if (id.empty()) return leave(key, "`" + std::string(key.text) + "` is no country code of ISO 3166");
    if (actors_.find(id) == lexicon::none)
      return leave(key, "`" + std::string(key.text) + "` (" + id +
                            ") is in no actor list: territories hold no positions of their own");
    Country& country = countries_[id];
    country.id = id;
    if (words.kind == yaml::Kind::scalar) add_word(words, country);
    for (const auto& word : words.items) add_word(word, country);
  }

  void add_word(const yaml::Node& node, Country& country) {
    if (node.kind != yaml::Kind::scalar) return leave(node, "a word of `" + country.id + "` is no text");
    std::string word = lower_ascii(node.text);
    std::replace(word.begin(), word.end(), '_', ' ');
    const bool open = word.ends_with('*');  // burundi*: the adjective with its plural, the demonym
    if (open) word.pop_back();
    if (word.empty() || word.find_first_of("*?") != std::string::npos)
      return leave(node,
                   "`" + std::string(node.text) + "` (" + country.id + ") has * or ? inside; names of ours are whole");
    const std::string owner = owner_of(word);
    if (owner == country.id) return;  // known, and nothing to add
    if (!owner.empty())
      return leave(node, "`" + std::string(node.text) + "` (" + country.id + ") is a name of " + owner);
    auto& list = open ? country.adjectives : country.names;
    const std::string name = capitalised(word);
    if (std::find(list.begin(), list.end(), name) != list.end()) return;
    list.push_back(name);
    ++imported_.taken;
  }

  // Whose name it is already; of a name that several have, the first.
  std::string owner_of(const std::string& word) {
    if (owners_.empty())
      for (const auto& actor : actors_.actors) {
        owners_.emplace(lower_ascii(actor.name), actor.id);
        for (const auto& name : actor.names) owners_.emplace(lower_ascii(name.text), actor.id);
      }
    const auto found = owners_.find(word);
    return found == owners_.end() ? "" : found->second;
  }

  static std::string list(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + yaml::scalar(word);
    return "[" + text + "]";
  }

  std::string entry(const Country& country) const {
    if (country.names.empty() && country.adjectives.empty()) return "";
    std::string text = "- extend: " + country.id + "\n";
    if (!country.names.empty()) text += "  names: " + list(country.names) + "\n";
    if (!country.adjectives.empty()) text += "  adjectives: " + list(country.adjectives) + "\n";
    return text;
  }

  const yaml::Tree& tree_;
  const lexicon::ActorTable& actors_;
  std::map<std::string, Country> countries_;
  std::map<std::string, std::string> owners_;
  Imported imported_;
};

}  // namespace

std::optional<Imported> actors_from_newsmap(std::shared_ptr<const SourceFile> file, const lexicon::ActorTable& actors,
                                            Diagnostics& diagnostics) {
  const auto tree = yaml::parse(std::move(file), diagnostics);
  if (!tree) return std::nullopt;
  if (tree->root.kind != yaml::Kind::map) {
    diagnostics
        .add(DiagnosticId::yaml_wrong_type, "a newsmap dictionary is a map of regions to countries", tree->file,
             tree->root.span)
        .help = "write regions, below them country codes of two letters, below these the words";
    return std::nullopt;
  }
  return Reader(*tree, actors).read();
}

}  // namespace demarche::import
