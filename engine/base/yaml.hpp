#pragma once
#include <deque>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"
#include "engine/base/span.hpp"

// YAML as a light tree that knows where everything stands. Strict: anchors and aliases are refused before they can
// expand, keys are unique, nesting and size are bounded; every problem is a located diagnostic.
namespace demarche::yaml {

inline constexpr std::size_t largest_file = std::size_t{8} << 20;
inline constexpr std::size_t deepest = 32;

enum class Kind { null, scalar, sequence, map };

struct Node {
  Kind kind = Kind::null;
  Span span;                // of a sequence or map: where it begins
  std::string_view text;    // scalar: its value; lives as long as the tree
  std::vector<Node> items;  // sequence: its entries; map: key, value, key, value ...

  // The value of a key of a map; null when it is not there.
  const Node* find(std::string_view key) const;
};

struct Tree {
  std::shared_ptr<const SourceFile> file;
  std::deque<std::string> owned;  // scalars that do not stand in the file letter by letter
  Node root;
};

// Reads one document. Nothing when it is not well formed or breaks a limit: then `diagnostics` says why. An empty file
// gives a null root.
std::optional<Tree> parse(std::shared_ptr<const SourceFile> file, Diagnostics& diagnostics);

// The two readers behind `parse`, for the test that they agree. `parse_common` reads the YAML that people write in
// configuration (block and one-line collections, one-line scalars), ten times as fast as yaml-cpp, and gives up on the
// rest, on errors too; `parse_full` is yaml-cpp and explains errors.
std::optional<Tree> parse_common(const std::shared_ptr<const SourceFile>& file);
std::optional<Tree> parse_full(const std::shared_ptr<const SourceFile>& file, Diagnostics& diagnostics);

// Reads the fields of a map and complains of what is wrong. `what` names the thing in messages: "an actor". What is given
// here must outlive the reader.
class Fields {
 public:
  Fields(const Tree& tree, const Node& node, std::string_view what, const std::vector<std::string>& known,
         Diagnostics& diagnostics);

  bool is_map() const { return node_.kind == Kind::map; }
  const Node* find(std::string_view key) const { return is_map() ? node_.find(key) : nullptr; }
  bool has(std::string_view key) const { return find(key) != nullptr; }
  // The text of a key; empty when it is absent or wrong.
  std::string text(std::string_view key);
  // The same; absence is an error too.
  std::string required_text(std::string_view key);
  // A list of texts. With `one_is_enough` a single text is a list of one.
  std::vector<std::string> texts(std::string_view key, bool one_is_enough = false);
  // The entries of a list; empty when it is absent or wrong.
  const std::vector<Node>& list(std::string_view key);
  // A map of texts to texts, as pairs of nodes.
  std::vector<std::pair<const Node*, const Node*>> pairs(std::string_view key);
  // A non-negative whole number.
  std::optional<std::size_t> number(std::string_view key);

 private:
  void wrong_type(std::string_view key, const Node& node, std::string_view wanted);

  const Tree& tree_;
  const Node& node_;
  std::string_view what_;
  Diagnostics& diagnostics_;
};

// How a kind is called in messages: "a list", "a text".
std::string_view name_of(Kind kind);

}  // namespace demarche::yaml
