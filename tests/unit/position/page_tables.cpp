#include "tests/unit/position/page_tables.hpp"

#include <algorithm>
#include <sstream>

namespace demarche::position::testing {

namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// "| a | b |" -> {"a", "b"}
std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  for (auto at = line.find('|'); at + 1 < line.size();) {
    const auto end = line.find('|', at + 1);
    if (end == std::string::npos) break;
    fields.push_back(trimmed(line.substr(at + 1, end - at - 1)));
    at = end;
  }
  return fields;
}

}  // namespace

bool PageTable::has(const std::string& column) const {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

std::vector<PageTable> tables_of(const std::string& page) {
  std::vector<PageTable> tables;
  std::istringstream lines(page);
  bool inside = false;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (!line.starts_with("|")) {
      inside = false;
    } else if (!inside) {
      inside = true;
      tables.push_back({fields_of(line), {}, number});
    } else if (!line.starts_with("|---")) {
      const auto fields = fields_of(line);
      auto& row = tables.back().rows.emplace_back();
      for (std::size_t i = 0; i < tables.back().columns.size(); ++i)
        row[tables.back().columns[i]] = i < fields.size() ? fields[i] : "";
    }
  }
  return tables;
}

std::vector<std::string> cut(const std::string& text, const std::string& at) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(at, begin), text.size());
    if (const auto part = trimmed(text.substr(begin, end - begin)); !part.empty()) parts.push_back(part);
    begin = end + at.size();
  }
  return parts;
}

}  // namespace demarche::position::testing
