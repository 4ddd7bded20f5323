#pragma once
#include <map>
#include <string>
#include <vector>

namespace demarche::position::testing {

// A table of a Markdown page: its rows as column -> text.
struct PageTable {
  std::vector<std::string> columns;
  std::vector<std::map<std::string, std::string>> rows;
  std::size_t line = 0;  // of its head, counted from 1

  bool has(const std::string& column) const;
};

// All tables of a page, in order.
std::vector<PageTable> tables_of(const std::string& page);

// "a; b c" -> {"a", "b c"}
std::vector<std::string> cut(const std::string& text, const std::string& at);

}  // namespace demarche::position::testing
