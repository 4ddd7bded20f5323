#include "engine/report/matrix_csv.hpp"

#include "engine/report/cell_text.hpp"

namespace demarche::report {

std::string csv_field(std::string_view text) {
  std::string value(text);
  if (!value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos) value.insert(0, "'");
  if (value.find_first_of(",\"\n\r") == std::string::npos) return value;
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string matrix_csv(const position::Matrix& matrix) {
  std::string out = "actor,name";
  for (const auto& column : matrix.columns) out += "," + csv_field(column.id);
  out += '\n';
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    out += csv_field(matrix.rows[row].id) + "," + csv_field(matrix.rows[row].title);
    for (std::size_t column = 0; column < matrix.columns.size(); ++column)
      out += "," + csv_field(code_text(matrix.at(row, column)));
    out += '\n';
  }
  return out;
}

}  // namespace demarche::report
