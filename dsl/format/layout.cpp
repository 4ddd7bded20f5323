#include "dsl/format/layout.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "dsl/format/columns.hpp"
#include "dsl/format/sheet.hpp"
#include "dsl/format/statement.hpp"

namespace demarche::dsl::format {

namespace {
using syntax::NodeIndex;
using syntax::NodeKind;
using syntax::Tree;

class FileLayout {
 public:
  FileLayout(const Tree& tree, std::size_t& kept) : tree_(tree), kept_(kept) {}

  std::string run() {
    for (NodeIndex child : tree_.children(0)) {
      const auto& node = tree_[child];
      look_back(node.span.begin);
      if (node.kind == NodeKind::item)
        item(child);
      else if (node.kind == NodeKind::comment)
        comment(child, 0);
      else
        stray(child);
    }
    return print(std::move(rows_));
  }

 private:
  // What stands between the last thing written and the next: decides about rows and empty lines.
  void look_back(std::uint32_t begin) {
    between_ = tree_.text(Span{std::min(end_, begin), begin});
    auto line_ends = std::count(between_.begin(), between_.end(), '\n');
    new_line_ = line_ends > 0 || rows_.empty();
    blank_ = line_ends > 1 && !rows_.empty();
  }

  void append(std::vector<Row> rows) {
    rows.front().blank_before = std::exchange(blank_, false);
    for (auto& row : rows) rows_.push_back(std::move(row));
  }

  void comment(NodeIndex node, std::size_t indent) {
    std::string text = comment_text(tree_.text(node));
    end_ = tree_[node].span.end;
    if (new_line_ || !rows_.back().comment.empty()) {
      Row row;
      row.indent = indent;
      row.comment = std::move(text);
      return append({std::move(row)});
    }
    if (rows_.back().kept)
      rows_.back().code.append(between_).append(text);
    else
      rows_.back().comment = std::move(text);
  }

  // Bytes as they stand, with the blanks before them when they begin their line.
  void keep(Span span) {
    auto text = tree_.file()->text();
    if (!new_line_ && rows_.back().comment.empty()) {
      rows_.back().code.append(between_).append(tree_.text(span));
      rows_.back().kept = rows_.back().kept || rows_.back().indent == 0;
    } else {
      while (span.end < text.size() && (text[span.end] == ' ' || text[span.end] == '\t')) ++span.end;
      std::uint32_t begin = span.begin;
      while (new_line_ && begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
      Row row;
      row.kept = true;
      row.code = std::string(tree_.text(Span{begin, span.end}));
      append({std::move(row)});
    }
    rows_.back().to_the_end = rows_.back().kept && span.end == text.size();
    end_ = span.end;
  }

  void stray(NodeIndex node) {
    ++kept_;
    keep(tree_[node].span);
  }

  void item(NodeIndex node) {
    const auto parts = tree_.children(node);
    NodeIndex last = parts.back();
    bool has_block = tree_[last].kind == NodeKind::block;
    // Below a header without its brace: that the line is indented says what it belongs to.
    if (!has_block && lacks_brace_ && is_indented(node)) {
      ++kept_;
      return keep(tree_[parts.front()].span);
    }
    lacks_brace_ = !has_block && takes_block(statement_of(parts.front()));
    if (has_block && !can_be_opened(last, statement_of(parts.front()))) {
      ++kept_;
      return keep({tree_[node].span.begin, content_end(tree_, node)});
    }
    if (has_block && must_be_kept(tree_, parts.front(), {})) {
      ++kept_;
      keep({tree_[node].span.begin, tree_[last].span.begin + 1});
    } else {
      statement(parts.front(), {});
      if (!has_block) return;
      if (fits_on_one_line(parts)) return one_line_block(last);
      open_block(parts);
    }
    block_lines(last, statement_of(parts.front()));
    Row close;
    close.code = "}";
    rows_.push_back(std::move(close));
    end_ = tree_[last].span.end;
  }

  // False when what stands between the braces cannot be told apart, or is to be kept and shares its row with a brace.
  bool can_be_opened(NodeIndex block, std::string_view statement_keyword) const {
    const auto children = tree_.children(block);
    bool keeps = false;
    for (NodeIndex child : children) {
      if (tree_[child].kind == NodeKind::comment) continue;
      if (tree_[child].kind != NodeKind::line) return false;
      keeps = keeps || must_be_kept(tree_, child, statement_keyword);
    }
    if (!keeps) return true;
    Span opening{tree_[block].span.begin, tree_[children.front()].span.begin};
    Span closing{tree_[children.back()].span.end, tree_[block].span.end};
    return has_line_end(opening) && has_line_end(closing);
  }

  bool is_indented(NodeIndex node) const {
    const auto begin = tree_[node].span.begin;
    return begin > 0 && tree_.file()->text()[begin - 1] != '\n';
  }

  static bool takes_block(std::string_view keyword) {
    constexpr std::string_view all[] = {"issue", "rule", "ignore", "stance", "construction", "test", "matrix"};
    return std::find(std::begin(all), std::end(all), keyword) != std::end(all);
  }

  bool has_line_end(Span span) const { return tree_.text(span).find('\n') != std::string_view::npos; }

  // The keyword of the statement that the line heads: `issue`, also behind `extend`.
  std::string_view statement_of(NodeIndex header) const {
    const auto cells = tree_.children(header);
    std::size_t i = tree_.text(cells[0]) == "extend" && cells.size() > 1 ? 1 : 0;
    return tree_.text(cells[i]);
  }

  void statement(NodeIndex line, const Frame& frame) {
    if (must_be_kept(tree_, line, frame.block)) {
      ++kept_;
      return keep(tree_[line].span);
    }
    append(lay_out(tree_, line, frame));
    end_ = content_end(tree_, line);
  }

  // A block of one line that was written on one line stays there when it fits.
  bool fits_on_one_line(const std::vector<NodeIndex>& parts) const {
    NodeIndex block = parts.back();
    if (parts.size() > 2 || rows_.back().kept || rows_.back().code.find('\n') != std::string::npos) return false;
    if (tree_.text(block).find('\n') != std::string_view::npos) return false;
    const auto lines = tree_.children(block);
    if (lines.empty()) return true;
    if (lines.size() > 1 || tree_[lines[0]].kind != NodeKind::line) return false;
    Frame frame{statement_of(parts.front()), 0, true};
    if (must_be_kept(tree_, lines[0], frame.block)) return false;
    const auto rows = lay_out(tree_, lines[0], frame);
    std::size_t braces = 5;  // " { " and " }"
    return rows.size() == 1 &&
           rows_.back().indent + columns_of(rows_.back().code) + braces + columns_of(rows[0].code) <= width;
  }

  void one_line_block(NodeIndex block) {
    const auto lines = tree_.children(block);
    std::string inside;
    if (!lines.empty()) inside = " " + lay_out(tree_, lines[0], {{}, 0, true}).front().code + " ";
    rows_.back().code += " {" + inside + "}";
    rows_.back().family.clear();
    end_ = tree_[block].span.end;
  }

  // The brace behind the header; comments between the two come behind the brace.
  void open_block(const std::vector<NodeIndex>& parts) {
    rows_.back().code += " {";
    rows_.back().family.clear();
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
      look_back(tree_[parts[i]].span.begin);
      blank_ = false;
      comment(parts[i], step);
    }
    end_ = tree_[parts.back()].span.begin + 1;
  }

  void block_lines(NodeIndex block, std::string_view statement_keyword) {
    bool first = true;
    for (NodeIndex child : tree_.children(block)) {
      look_back(tree_[child].span.begin);
      blank_ = blank_ && !first;
      first = false;
      if (tree_[child].kind == NodeKind::comment) {
        comment(child, step);
        continue;
      }
      new_line_ = true;
      statement(child, {statement_keyword, step, false});
    }
  }

  const Tree& tree_;
  std::size_t& kept_;
  std::vector<Row> rows_;
  bool lacks_brace_ = false;  // the last header that a block belongs to had none
  std::uint32_t end_ = 0;     // of what has been written, in the old text
  std::string_view between_;  // from there to the next thing
  bool new_line_ = true;
  bool blank_ = false;
};
}  // namespace

std::string lay_out_file(const Tree& tree, std::size_t& kept) { return FileLayout(tree, kept).run(); }

}  // namespace demarche::dsl::format
