#include "dsl/syntax/tree.hpp"

#include <array>

namespace demarche::dsl::syntax {

namespace {
constexpr std::array names{
#define DEMARCHE_NODE_KIND(enumerator, name) std::string_view{name},
#include "dsl/syntax/node_kinds.def"
#undef DEMARCHE_NODE_KIND
};

void dump_node(const Tree& tree, NodeIndex i, std::size_t depth, std::string& out) {
  out.append(depth * 2, ' ').append(name_of(tree[i].kind));
  auto inner = tree.children(i);
  if (inner.empty() && !tree[i].span.empty()) {
    out += ' ';
    for (char c : tree.text(i)) (c == '\n') ? out.append("\\n") : out.append(1, c);
  }
  out += '\n';
  for (NodeIndex child : inner) dump_node(tree, child, depth + 1, out);
}
}  // namespace

std::string_view name_of(NodeKind kind) { return names[static_cast<std::size_t>(kind)]; }

std::vector<NodeIndex> Tree::children(NodeIndex parent) const {
  std::vector<NodeIndex> found;
  for (NodeIndex child = parent + 1; child < nodes_[parent].next; child = nodes_[child].next) found.push_back(child);
  return found;
}

std::string dump(const Tree& tree) {
  std::string out;
  dump_node(tree, 0, 0, out);
  return out;
}

}  // namespace demarche::dsl::syntax
