#include "dsl/format/same.hpp"

#include <string>
#include <vector>

#include "dsl/format/statement.hpp"

namespace demarche::dsl::format {

namespace {
using syntax::NodeIndex;
using syntax::NodeKind;
using syntax::Tree;

// True when the cell stands directly behind another cell.
bool touches(const Tree& tree, NodeIndex cell) {
  auto before = tree.file()->text().substr(0, tree[cell].span.begin);
  if (before.empty()) return false;
  for (std::string_view blank : {"\u00A0", "\u200B", "\u202F", "\uFEFF"})
    if (before.ends_with(blank)) return false;
  auto last = static_cast<unsigned char>(before.back());
  return last > ' ' && last != 0x7F && std::string_view("([{}|,=").find(before.back()) == std::string_view::npos;
}

bool is_container(NodeKind kind) {
  return kind == NodeKind::file || kind == NodeKind::item || kind == NodeKind::line || kind == NodeKind::block ||
         kind == NodeKind::group || kind == NodeKind::brackets;
}

// What the passes behind the parser see of a tree, one node after the other.
class Reader {
 public:
  explicit Reader(const Tree& tree) : tree_(tree) {}

  struct Part {
    NodeKind kind = NodeKind::file;
    std::size_t depth = 0;
    std::string text;      // of leaves
    bool touches = false;  // for what clings to the cell before it
    bool operator==(const Part&) const = default;
  };

  // False at the end. Comments are skipped.
  bool next(Part& part) {
    while (at_ < tree_.nodes().size() && tree_[at_].kind == NodeKind::comment) ++at_;
    if (at_ >= tree_.nodes().size()) return false;
    const auto& node = tree_[at_];
    while (!open_.empty() && open_.back() <= at_) open_.pop_back();
    part.kind = node.kind == NodeKind::curly_string ? NodeKind::string : node.kind;
    part.depth = open_.size();
    bool leaf = !is_container(node.kind);
    part.text = leaf ? cell_text(tree_, at_) : std::string{};
    part.touches = leaf && clings(tree_, at_) && touches(tree_, at_);
    if (!leaf) open_.push_back(node.next);
    ++at_;
    return true;
  }

  bool next_comment(std::string& text) {
    while (comment_ < tree_.nodes().size() && tree_[comment_].kind != NodeKind::comment) ++comment_;
    if (comment_ >= tree_.nodes().size()) return false;
    text = comment_text(tree_.text(comment_++));
    return true;
  }

 private:
  const Tree& tree_;
  NodeIndex at_ = 0;
  NodeIndex comment_ = 0;
  std::vector<NodeIndex> open_;  // ends of the nodes around `at_`
};

template <typename Value>
bool same_run(Reader& first, Reader& second, bool (Reader::*next)(Value&)) {
  Value one;
  Value two;
  for (;;) {
    bool more = (first.*next)(one);
    if ((second.*next)(two) != more) return false;
    if (!more) return true;
    if (!(one == two)) return false;
  }
}
}  // namespace

bool says_the_same(const Tree& a, const Tree& b) {
  Reader first(a);
  Reader second(b);
  return same_run(first, second, &Reader::next) && same_run(first, second, &Reader::next_comment);
}

}  // namespace demarche::dsl::format
