#pragma once
#include <map>
#include <string>
#include <vector>

// The pages in docs/ as a test reads them: sections with fenced blocks.
namespace demarche::testing {

// A block between ``` and ```. `words` stand behind the language: "file=rules/a.stance append" is {file:
// rules/a.stance, append: ""}. `first` and `last` are the lines of its text, half-open, counted from 0; its fence
// stands in `first - 1`.
struct Block {
  std::string language;
  std::map<std::string, std::string> words;
  std::size_t first = 0;
  std::size_t last = 0;

  bool has(const std::string& word) const { return words.contains(word); }
  std::string word(const std::string& name) const { return has(name) ? words.at(name) : ""; }
};

struct Page {
  std::vector<std::string> lines;
  std::vector<Block> blocks;

  std::string text(const Block& block) const;  // with a line end behind every line
};

Page read_page(const std::string& text);

// The titles of the third level with the blocks below them, in order. What stands above the first title is left out.
struct Section {
  std::string title;
  std::size_t line = 0;
  std::vector<Block> blocks;
};
std::vector<Section> sections(const Page& page);

std::string join(const std::vector<std::string>& lines);  // a line end behind every line

}  // namespace demarche::testing
