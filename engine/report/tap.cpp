#include "engine/report/tap.hpp"

#include "engine/base/utf8.hpp"
#include "engine/report/json_text.hpp"

namespace demarche::report {

namespace {
// What a YAML text may hold; the rest has no place in a block of lines.
bool is_printable(char32_t c) {
  if (c == '\t' || c == 0x85) return true;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return false;
  return !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF && c != 0xFEFF;
}

// One line; `#` begins a directive unless it is escaped.
std::string description(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (c == '#' || c == '\\') out += '\\';
    utf8::append(out, c == '\n' || c == '\r' ? U' ' : is_printable(c) ? c : 0xFFFD);
  }
  return out;
}

std::string quoted(std::string_view text) {
  std::string clean;
  for (std::size_t at = 0; at < text.size();) utf8::append(clean, utf8::decode(text, at));
  std::string out;
  append_json_string(out, clean);  // every JSON string is a YAML string
  return out;
}

// The lines as they are, indented by four: two of the block, two of the text.
void append_lines(std::string& out, std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  out += "    ";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (c == '\n')
      out += "\n    ";
    else if (c != '\r')
      utf8::append(out, is_printable(c) ? c : 0xFFFD);
  }
  out += '\n';
}

void append_block(std::string& out, const Case& one) {
  out += "  ---\n  message: " + quoted(one.message) + "\n";
  out += one.status == Case::Status::error ? "  severity: error\n" : "  severity: fail\n";
  out += "  kind: " + quoted(one.kind) + "\n";
  if (!one.file.empty()) out += "  at:\n    file: " + quoted(one.file) + "\n";
  if (!one.file.empty() && one.line > 0) out += "    line: " + std::to_string(one.line) + "\n";
  if (!one.details.empty()) {
    out += "  details: |2-\n";
    append_lines(out, one.details);
  }
  out += "  ...\n";
}

bool is_ok(const Case& one) { return one.status == Case::Status::passed; }
}  // namespace

std::string tap(const std::vector<Suite>& suites) {
  std::size_t cases = 0;
  for (const auto& suite : suites) cases += suite.cases.size();
  std::string out = "TAP version 14\n1.." + std::to_string(cases);
  out += cases == 0 ? " # SKIP there is nothing to check\n" : "\n";
  std::size_t number = 0;
  for (const auto& suite : suites)
    for (const auto& one : suite.cases) {
      out += is_ok(one) ? "ok " : "not ok ";
      out += std::to_string(++number) + " - " + description(suite.name + ": " + one.name);
      if (one.status == Case::Status::todo) out += " # TODO " + description(one.message);
      out += '\n';
      if (!is_ok(one) && one.status != Case::Status::todo) append_block(out, one);
    }
  return out;
}

}  // namespace demarche::report
