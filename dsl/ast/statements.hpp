#pragma once
#include <span>
#include <string>
#include <vector>

#include "dsl/ast/line.hpp"

// How each statement is read. Not part of the public face of ast/.
namespace demarche::dsl::ast {

// One item of a file: its header, read up to the keyword, and the lines of its block.
struct Item {
  Line header;
  std::vector<NodeIndex> lines;
  bool has_block = false;
  bool extend = false;
};

// A block's lines by keyword: `read` gets the line behind its keyword.
template <typename Target>
struct LineReader {
  std::string_view keyword;
  void (*read)(Line& line, Target& target);
  bool once = false;
};

// Reports a line whose first word is none of `keywords`; `where` names the block: "an issue".
void unknown_line(Line& line, std::string_view where, std::vector<std::string> keywords);
void repeated_line(const Line& line, std::string_view keyword, Span first);

template <typename Target, std::size_t N>
void read_lines(const Item& item, const LineReader<Target> (&readers)[N], std::string_view where, Target& target) {
  Span first[N] = {};
  for (NodeIndex node : item.lines) {
    Line line(item.header.context(), node);
    if (line.at_end()) continue;
    std::size_t i = 0;
    while (i < N && readers[i].keyword != line.word()) ++i;
    if (i == N) {
      std::vector<std::string> keywords;
      for (const auto& reader : readers) keywords.emplace_back(reader.keyword);
      unknown_line(line, where, std::move(keywords));
      continue;
    }
    if (readers[i].once && !first[i].empty()) repeated_line(line, readers[i].keyword, first[i]);
    if (first[i].empty()) first[i] = line.here();
    line.skip();
    readers[i].read(line, target);
  }
}

void read_import(Item& item, File& file);
void read_phrase(Item& item, File& file);
void read_issue(Item& item, File& file);
void read_stance(Item& item, File& file);
void read_turn(Item& item, File& file);
void read_construction(Item& item, File& file);
void read_words(Item& item, File& file);
void read_group(Item& item, File& file);
void read_rule(Item& item, File& file);
void read_ignore(Item& item, File& file);
void read_matrix(Item& item, File& file);
void read_test(Item& item, File& file);
// `actor opposes X` outside a block.
void read_bare_rule(Item& item, File& file);
// True for a line that reads like `SUBJECT STANCE ISSUE`, whatever the names.
bool looks_like_rule(const Line& line);

// `"A title"`, if one comes next.
std::string optional_title(Line& line);
// Reports a block that is missing or does not belong there.
void require_block(const Item& item, std::string_view example);
void refuse_block(const Item& item);
// `=` between a name and its pattern.
bool require_equals(Line& line, std::string_view example);
// `2023`, `2020-09 to 2023-09`, `from 2020`, `until 2023`.
std::optional<DateRange> period(Line& line);

}  // namespace demarche::dsl::ast
