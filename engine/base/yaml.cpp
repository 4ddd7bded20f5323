#include "engine/base/yaml.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "engine/base/utf8.hpp"

namespace demarche::yaml {
namespace {

// yaml-cpp takes U+0004 for the end of the file and repairs ill-formed UTF-8 silently: both are said here instead.
bool is_readable(const std::shared_ptr<const SourceFile>& file, Diagnostics& diagnostics) {
  std::string_view text = file->text();
  if (text.size() > largest_file) {
    diagnostics.add(DiagnosticId::file_too_large,
                    "this file is larger than " + std::to_string(largest_file >> 20) + " MiB, the limit for YAML",
                    file->path());
    return false;
  }
  auto refuse = [&](std::size_t at, std::string message, std::string help) {
    auto begin = static_cast<std::uint32_t>(at);
    diagnostics.add(DiagnosticId::yaml_syntax, std::move(message), file, {begin, begin}).help = std::move(help);
    return false;
  };
  std::size_t bad = 0;
  if (!utf8::is_valid(text, &bad)) return refuse(bad, "this is not UTF-8", "save the file as UTF-8");
  auto control = std::find_if(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
  });
  if (control != text.end())
    return refuse(static_cast<std::size_t>(control - text.begin()), "a control character stands here", "remove it");
  return true;
}

std::string quoted(std::string_view text) {
  std::string marked(1, '`');
  return marked.append(text).append(1, '`');
}

void check_keys(const Tree& tree, const Node& node, Diagnostics& diagnostics) {
  if (node.kind == Kind::map) {
    std::unordered_map<std::string_view, const Node*> seen;
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
      const Node& key = node.items[i];
      if (key.kind != Kind::scalar) {
        diagnostics.add(DiagnosticId::yaml_wrong_type, "a key must be a text", tree.file, key.span);
        continue;
      }
      auto [first, fresh] = seen.emplace(key.text, &key);
      if (fresh) continue;
      auto& diagnostic = diagnostics.add(DiagnosticId::yaml_duplicate_key, quoted(key.text) + " is given twice here",
                                         tree.file, key.span);
      diagnostic.secondary.push_back({tree.file, first->second->span, "first given here"});
      diagnostic.help = "keep one of the two";
    }
  }
  for (const auto& item : node.items)
    if (!item.items.empty()) check_keys(tree, item, diagnostics);
}

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + quoted(word);
  return all;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (std::size_t i = 0; i + 1 < items.size(); i += 2)
    if (items[i].text == key) return &items[i + 1];
  return nullptr;
}

std::optional<Tree> parse(std::shared_ptr<const SourceFile> file, Diagnostics& diagnostics) {
  if (!is_readable(file, diagnostics)) return std::nullopt;
  auto tree = parse_common(file);
  if (!tree) tree = parse_full(file, diagnostics);
  if (tree) check_keys(*tree, tree->root, diagnostics);
  return tree;
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "empty";
    case Kind::scalar:
      return "a text";
    case Kind::sequence:
      return "a list";
    case Kind::map:
      return "a map";
  }
  return {};
}

Fields::Fields(const Tree& tree, const Node& node, std::string_view what, const std::vector<std::string>& known,
               Diagnostics& diagnostics)
    : tree_(tree), node_(node), what_(what), diagnostics_(diagnostics) {
  if (!is_map()) {
    diagnostics.add(
        DiagnosticId::yaml_wrong_type,
        std::string(what) + " must be written as `key: value` lines, but this is " + std::string(name_of(node.kind)),
        tree.file, node.span);
    return;
  }
  for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
    const Node& key = node.items[i];
    if (key.kind != Kind::scalar || std::find(known.begin(), known.end(), key.text) != known.end()) continue;
    auto& diagnostic =
        diagnostics.add(DiagnosticId::yaml_unknown_key, "unknown key " + quoted(key.text) + " in " + std::string(what),
                        tree.file, key.span);
    if (std::string meant = nearest(key.text, known); !meant.empty()) {
      diagnostic.help = "did you mean " + quoted(meant) + "?";
      diagnostic.fixes.push_back({key.span, meant});
    } else {
      diagnostic.help = "known keys: " + listed(known);
    }
  }
}

namespace {
// How the same is written as a list.
std::string help_for(std::string_view key, const Node& node, std::string_view wanted) {
  if (wanted != "a list") return {};
  if (node.kind == Kind::map) return "begin each entry with `- ` on a line below " + quoted(std::string(key) + ":");
  if (node.kind != Kind::scalar || node.text.size() > 60) return {};
  return "write " + quoted(std::string(key) + ": [" + std::string(node.text) + "]");
}
}  // namespace

void Fields::wrong_type(std::string_view key, const Node& node, std::string_view wanted) {
  diagnostics_
      .add(DiagnosticId::yaml_wrong_type,
           quoted(key) + " must be " + std::string(wanted) + ", but this is " + std::string(name_of(node.kind)),
           tree_.file, node.span)
      .help = help_for(key, node, wanted);
}

std::string Fields::text(std::string_view key) {
  const Node* node = find(key);
  if (node == nullptr) return {};
  if (node->kind != Kind::scalar) return wrong_type(key, *node, "a text"), std::string();
  return std::string(node->text);
}

std::string Fields::required_text(std::string_view key) {
  if (!is_map()) return {};
  if (!has(key)) {
    diagnostics_.add(DiagnosticId::yaml_missing_key, std::string(what_) + " needs " + quoted(key), tree_.file,
                     node_.span);
    return {};
  }
  std::string value = text(key);
  if (value.empty() && find(key)->kind == Kind::scalar)
    wrong_type(key, {Kind::null, find(key)->span, {}, {}}, "a text");
  return value;
}

std::vector<std::string> Fields::texts(std::string_view key, bool one_is_enough) {
  const Node* node = find(key);
  if (node == nullptr) return {};
  if (one_is_enough && node->kind == Kind::scalar) return {std::string(node->text)};
  std::vector<std::string> found;
  for (const auto& item : list(key)) {
    if (item.kind == Kind::scalar && !item.text.empty())
      found.emplace_back(item.text);
    else
      wrong_type(key, item, "a list of texts");
  }
  return found;
}

const std::vector<Node>& Fields::list(std::string_view key) {
  static const std::vector<Node> nothing;
  const Node* node = find(key);
  if (node == nullptr) return nothing;
  if (node->kind != Kind::sequence) return wrong_type(key, *node, "a list"), nothing;
  return node->items;
}

std::vector<std::pair<const Node*, const Node*>> Fields::pairs(std::string_view key) {
  const Node* node = find(key);
  if (node == nullptr) return {};
  if (node->kind != Kind::map)
    return wrong_type(key, *node, "a map of texts"), std::vector<std::pair<const Node*, const Node*>>();
  std::vector<std::pair<const Node*, const Node*>> found;
  for (std::size_t i = 0; i + 1 < node->items.size(); i += 2) {
    const Node& value = node->items[i + 1];
    if (node->items[i].kind != Kind::scalar) continue;
    if (value.kind == Kind::scalar)
      found.emplace_back(&node->items[i], &value);
    else
      wrong_type(node->items[i].text, value, "a text");
  }
  return found;
}

std::optional<std::size_t> Fields::number(std::string_view key) {
  const Node* node = find(key);
  if (node == nullptr) return std::nullopt;
  std::size_t value = 0;
  const char* end = node->text.data() + node->text.size();
  auto [stop, error] = std::from_chars(node->text.data(), end, value);
  if (node->kind == Kind::scalar && !node->text.empty() && error == std::errc() && stop == end) return value;
  diagnostics_.add(DiagnosticId::yaml_wrong_type, quoted(key) + " must be a whole number", tree_.file, node->span);
  return std::nullopt;
}

}  // namespace demarche::yaml
