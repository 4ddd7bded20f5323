#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.hpp"
#include "engine/base/span.hpp"

// The lossless tree of a rule file: what stands where. Between two nodes stand only blanks and line ends, so the file
// can be printed back byte for byte. What a line means is decided later, by ast/.
namespace demarche::dsl::syntax {

enum class NodeKind : std::uint8_t {
#define DEMARCHE_NODE_KIND(enumerator, name) enumerator,
#include "dsl/syntax/node_kinds.def"
#undef DEMARCHE_NODE_KIND
};

std::string_view name_of(NodeKind kind);

using NodeIndex = std::uint32_t;

// Nodes stand in the order in which they begin; the descendants of node i are i + 1 .. next - 1.
struct Node {
  NodeKind kind = NodeKind::file;
  Span span;
  NodeIndex next = 0;
};

class Tree {
 public:
  Tree(std::shared_ptr<const SourceFile> file, std::vector<Node> nodes)
      : file_(std::move(file)), nodes_(std::move(nodes)) {}

  const std::shared_ptr<const SourceFile>& file() const { return file_; }
  const std::vector<Node>& nodes() const { return nodes_; }
  const Node& operator[](NodeIndex i) const { return nodes_[i]; }
  std::string_view text(NodeIndex i) const { return text(nodes_[i].span); }
  std::string_view text(Span span) const { return file_->text().substr(span.begin, span.size()); }
  std::vector<NodeIndex> children(NodeIndex parent) const;

 private:
  std::shared_ptr<const SourceFile> file_;
  std::vector<Node> nodes_;
};

// One node a line, indented: `demarche dump --stage tree`.
std::string dump(const Tree& tree);

}  // namespace demarche::dsl::syntax
