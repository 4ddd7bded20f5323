#include <algorithm>
#include <set>

#include "engine/base/utf8.hpp"
#include "engine/base/yaml.hpp"
#include "engine/import/coded.hpp"
#include "engine/import/dictionary.hpp"

namespace demarche::import {

namespace {

constexpr std::size_t most_expansions = 200;  // words for one pattern: more is no pattern but a language

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\n_", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \t\n_", begin), text.size());
    words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

bool is_glob(std::string_view word) { return word.find_first_of("*?") != std::string_view::npos; }

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const auto& part : parts) text.append(text.empty() ? "" : between).append(part);
  return text;
}

class Writer {
 public:
  Writer(const yaml::Tree& tree, const Words& words) : tree_(tree), words_(words) {}

  Imported write() {
    for (std::size_t i = 0; i + 1 < tree_.root.items.size(); i += 2)
      key(tree_.root.items[i], tree_.root.items[i + 1], "");
    return std::move(imported_);
  }

 private:
  void leave(const yaml::Node& node, const std::string& why) {
    const auto line = tree_.file->position(node.span.begin).line;
    imported_.left_out.push_back("line " + std::to_string(line) + ": " + why);
  }

  // The name of a phrase; empty when the key gives none.
  std::string name_of(const yaml::Node& node, const std::string& above) {
    std::string name = (above.empty() ? "" : above + "-") + id_from(node.text);
    const std::string stem = name;
    for (int number = 2; !taken_.insert(name).second; ++number) name = stem + "-" + std::to_string(number);
    return name;
  }

  std::string key(const yaml::Node& node, const yaml::Node& value, const std::string& above) {
    const std::string name = name_of(node, above);
    std::vector<std::string> parts;
    collect(value, name, parts);
    if (parts.empty()) {
      leave(node, "nothing of `" + std::string(node.text) + "` could be taken over");
      return "";
    }
    imported_.text += "phrase " + name + " = " + joined(parts, "\n  | ") + "\n";
    return name;
  }

  void collect(const yaml::Node& value, const std::string& name, std::vector<std::string>& parts) {
    if (value.kind == yaml::Kind::scalar) {
      if (const std::string one = pattern(value); !one.empty()) parts.push_back(one);
    } else if (value.kind == yaml::Kind::sequence) {
      for (const auto& item : value.items) collect(item, name, parts);
    } else if (value.kind == yaml::Kind::map) {
      for (std::size_t i = 0; i + 1 < value.items.size(); i += 2)
        if (const std::string below = key(value.items[i], value.items[i + 1], name); !below.empty())
          parts.push_back("<" + below + ">");
    }
  }

  // One value: words with their alternatives; empty when it cannot be said.
  std::string pattern(const yaml::Node& node) {
    std::string text;
    std::string exact;  // words in a row that need no alternatives
    const auto close = [&] {
      if (!exact.empty()) text += (text.empty() ? "\"" : " \"") + exact + "\"";
      exact.clear();
    };
    for (const auto word : split_words(node.text)) {
      if (word.find('"') != std::string_view::npos) return refuse(node, "a quote stands in it");
      if (!is_glob(word)) {
        exact += (exact.empty() ? "" : " ") + std::string(word);
        continue;
      }
      close();
      const auto fitting = expand(lower_ascii(word));
      if (fitting.empty())
        return refuse(node, words_.empty() ? "patterns with * or ? need the words of a corpus: name one with --corpus"
                                           : "no word of the corpus fits it");
      if (fitting.size() > most_expansions)
        return refuse(node,
                      std::to_string(fitting.size()) + " words of the corpus fit it: that is too many for a phrase");
      const std::string list = joined(fitting, " | ");
      text += (text.empty() ? "" : " ") + (fitting.size() == 1 ? list : "(" + list + ")");
    }
    close();
    if (text.empty()) return refuse(node, "it is empty");
    ++imported_.taken;
    return text;
  }

  std::string refuse(const yaml::Node& node, const std::string& why) {
    leave(node, "`" + std::string(node.text) + "` is left out: " + why);
    return "";
  }

  std::vector<std::string> expand(const std::string& glob) const {
    std::vector<std::string> fitting;
    for (const auto& word : words_)
      if (fits_glob(word, glob)) fitting.push_back("\"" + word + "\"");
    return fitting;
  }

  const yaml::Tree& tree_;
  const Words& words_;
  std::set<std::string> taken_;
  Imported imported_;
};

}  // namespace

bool fits_glob(std::string_view word, std::string_view glob) {
  std::size_t w = 0;
  std::size_t g = 0;
  std::size_t star = std::string_view::npos;  // the last * and where its stretch began
  std::size_t from = 0;
  while (w < word.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      from = w;
    } else if (g < glob.size() && glob[g] == '?') {
      utf8::decode(word, w);
      ++g;
    } else if (g < glob.size() && glob[g] == word[w]) {
      ++g;
      ++w;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      w = ++from;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

std::optional<Imported> phrases_from_quanteda(std::shared_ptr<const SourceFile> file, const Words& words,
                                              Diagnostics& diagnostics) {
  const auto tree = yaml::parse(std::move(file), diagnostics);
  if (!tree) return std::nullopt;
  if (tree->root.kind != yaml::Kind::map) {
    diagnostics
        .add(DiagnosticId::yaml_wrong_type, "a quanteda dictionary is a map of keys to words", tree->file,
             tree->root.span)
        .help = "write `key:` and below it the words, each behind `- `";
    return std::nullopt;
  }
  return Writer(*tree, words).write();
}

}  // namespace demarche::import
