#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/table_input.hpp"

// The formats that a matrix and what stands behind it can be written in: the one list that commands and their help
// read.
namespace demarche::report {

struct TableFormat {
  std::string_view name;     // of --format
  std::string_view ending;   // of file names that mean it, with its point; empty: only by name
  std::string_view summary;  // what is in it
  std::string_view file;     // what the file is called where all formats stand together: in a bundle
  bool for_people;           // can be shown on a terminal; else it wants a file
  TableFile (*write)(const TableInput& input);
};

const std::vector<TableFormat>& table_formats();
// Null when no format has that name.
const TableFormat* table_format(std::string_view name);
// The format that a file's name asks for by its ending; null when none.
const TableFormat* table_format_of(std::string_view path);

// The table in a format, as the bytes of a file, or why it cannot be.
TableFile export_table(const TableFormat& format, const TableInput& input);

}  // namespace demarche::report
