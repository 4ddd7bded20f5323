#include "tests/unit/docs/blocks.hpp"

#include <sstream>

namespace demarche::testing {

namespace {

Block read_fence(const std::string& line, std::size_t number) {
  Block block;
  std::istringstream head(line.substr(3));
  head >> block.language;
  for (std::string word; head >> word;) {
    const auto equals = word.find('=');
    block.words[word.substr(0, equals)] = equals == std::string::npos ? "" : word.substr(equals + 1);
  }
  block.first = number + 1;
  return block;
}

}  // namespace

std::string join(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

std::string Page::text(const Block& block) const {
  return join({lines.begin() + static_cast<std::ptrdiff_t>(block.first),
               lines.begin() + static_cast<std::ptrdiff_t>(block.last)});
}

Page read_page(const std::string& text) {
  Page page;
  std::istringstream in(text);
  bool inside = false;
  for (std::string line; std::getline(in, line); page.lines.push_back(line)) {
    if (inside && line == "```") {
      page.blocks.back().last = page.lines.size();
      inside = false;
    } else if (!inside && line.starts_with("```")) {
      page.blocks.push_back(read_fence(line, page.lines.size()));
      inside = true;
    }
  }
  if (inside) page.blocks.back().last = page.lines.size();
  return page;
}

std::vector<Section> sections(const Page& page) {
  std::vector<Section> found;
  auto block = page.blocks.begin();
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (block != page.blocks.end() && i + 1 == block->first) {
      if (!found.empty()) found.back().blocks.push_back(*block);
      i = block->last;
      ++block;
    } else if (page.lines[i].starts_with("### ")) {
      found.push_back({page.lines[i].substr(4), i + 1, {}});
    }
  }
  return found;
}

}  // namespace demarche::testing
