#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.hpp"

// What all machine formats of diagnostics need to know of a place in a file.
namespace demarche::report {

// In what the columns of a format are counted.
enum class Columns : std::uint8_t { code_points, utf16 };

// Lines and columns from 1; the end is the place behind the last character.
struct Region {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::uint32_t end_line = 1;
  std::uint32_t end_column = 1;
};

// `file` is not null.
Region region_of(const SourceFile& file, Span span, Columns columns);

// The file that a diagnostic is about, as the user named it; empty when it is about none.
const std::string& path_of(const Diagnostic& diagnostic);

// "error", "warning", "note"
std::string_view name_of(Severity severity);

// Message, reasons and what to write instead, one a line.
std::string whole_message(const Diagnostic& diagnostic);

// Where a kind of diagnostic is explained, from the root of the source tree: "docs/diagnostics.md#unknown-issue".
std::string page_of(DiagnosticId id);

// Which command of which version speaks.
struct Tool {
  std::string version;  // "0.1.0"
  std::string command;  // "check", "lint", "test"
};

}  // namespace demarche::report
