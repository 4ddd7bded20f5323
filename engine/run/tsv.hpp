#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/base/source.hpp"

// Tab-separated tables that people write: a header line, one row a line, no quoting. Every error has its place.
namespace demarche::run {

struct TsvColumn {
  std::string_view name;
  bool required = true;
};

class Tsv {
 public:
  // Reads a file and finds the columns by the names in its header line, in any order. Nothing when the file or its
  // header cannot be used; a row with missing fields is a diagnostic and is left out.
  static std::optional<Tsv> read(const FileSystem& files, const std::string& path,
                                 const std::vector<TsvColumn>& columns, Diagnostics& diagnostics);

  std::size_t rows() const { return rows_.size(); }
  std::uint32_t line(std::size_t row) const { return rows_[row].line; }
  // The text of a field; empty when the file lacks the column.
  std::string_view field(std::size_t row, std::size_t column) const;
  // Adds a diagnostic that points at a field.
  Diagnostic& complain(DiagnosticId id, std::string message, std::size_t row, std::size_t column,
                       Diagnostics& diagnostics) const;

 private:
  struct Row {
    std::uint32_t line = 0;
    std::vector<Span> fields;  // in the order of the file
  };
  bool read_header(std::string_view line, const std::vector<TsvColumn>& columns, Diagnostics& diagnostics);

  std::shared_ptr<const SourceFile> file_;
  std::vector<std::size_t> place_;  // of each wanted column among the file's; npos when absent
  std::size_t needed_ = 0;          // fields that a row must have
  std::vector<Row> rows_;
};

// A text as a field: tabs and line ends, which the table has no way to quote, become spaces.
std::string tsv_field(std::string text);

// Reads a whole file as text for one of the tables above, or says why not.
std::shared_ptr<const SourceFile> read_source(const FileSystem& files, const std::string& path,
                                              Diagnostics& diagnostics);

// A whole number without sign; nothing when it is none or too large.
std::optional<std::uint32_t> parse_count(std::string_view text);

}  // namespace demarche::run
