#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::import {

struct CsvRow {
  std::uint32_t line = 0;  // where it begins, from 1
  std::vector<std::string> fields;
};

struct CsvTable {
  char separator = ',';
  std::vector<CsvRow> rows;  // the first is the header line; empty lines are left out
  std::string error;         // why it ends early; empty when it does not
};

// Reads comma, semicolon or tab separated rows, whichever the first line has most of. Fields with commas or semicolons
// between may stand in quotes, with quotes inside doubled, and go over several lines; with tabs there are no quotes.
CsvTable read_csv_rows(std::string_view text);

}  // namespace demarche::import
