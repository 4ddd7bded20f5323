#include "engine/report/junit.hpp"

#include "engine/base/utf8.hpp"

namespace demarche::report {

namespace {
// The characters that XML 1.0 can hold at all; the others have no escape in it.
bool is_xml(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
}

void append_character(std::string& out, char32_t c) {
  switch (c) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '"':
      out += "&quot;";
      return;
    default:
      utf8::append(out, is_xml(c) ? c : 0xFFFD);
  }
}

std::string content(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (c == '\r')
      out += "&#13;";
    else
      append_character(out, c);
  }
  return out;
}

// White space in an attribute would become a plain space.
std::string attribute(std::string_view key, std::string_view text) {
  std::string out = " " + std::string(key) + "=\"";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (c == '\t' || c == '\n' || c == '\r')
      out += "&#" + std::to_string(static_cast<int>(c)) + ";";
    else
      append_character(out, c);
  }
  return out + "\"";
}

std::string attribute(std::string_view key, std::size_t value) { return attribute(key, std::to_string(value)); }

struct Counts {
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;

  void add(const Suite& suite) {
    tests += suite.cases.size();
    failures += count(suite, Case::Status::failed);
    errors += count(suite, Case::Status::error);
    skipped += count(suite, Case::Status::todo);
  }
  std::string attributes() const {
    return attribute("tests", tests) + attribute("failures", failures) + attribute("errors", errors);
  }
};

std::string outcome(std::string_view element, const Case& one) {
  std::string out = "      <" + std::string(element) + attribute("message", one.message) + attribute("type", one.kind);
  if (one.details.empty()) return out + "/>\n";
  return out + ">" + content(one.details) + "</" + std::string(element) + ">\n";
}

void append_case(std::string& out, const Case& one, const std::string& suite) {
  out += "    <testcase" + attribute("name", one.name) + attribute("classname", suite);
  if (!one.file.empty()) out += attribute("file", one.file);
  if (one.line > 0) out += attribute("line", one.line);
  if (one.status == Case::Status::passed) {
    out += one.details.empty() ? "/>\n"
                               : ">\n      <system-out>" + content(one.details) + "</system-out>\n    </testcase>\n";
    return;
  }
  out += ">\n";
  if (one.status == Case::Status::failed) out += outcome("failure", one);
  if (one.status == Case::Status::error) out += outcome("error", one);
  if (one.status == Case::Status::todo) out += "      <skipped" + attribute("message", one.message) + "/>\n";
  out += "    </testcase>\n";
}
}  // namespace

std::string junit_xml(const std::vector<Suite>& suites, const Tool& tool) {
  Counts all;
  for (const auto& suite : suites) all.add(suite);
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  out += "<testsuites" + attribute("name", "demarche " + tool.command) + all.attributes() + ">\n";
  for (const auto& suite : suites) {
    Counts counts;
    counts.add(suite);
    out += "  <testsuite" + attribute("name", suite.name) + counts.attributes() + attribute("skipped", counts.skipped);
    out += ">\n";
    for (const auto& one : suite.cases) append_case(out, one, suite.name);
    out += "  </testsuite>\n";
  }
  return out + "</testsuites>\n";
}

}  // namespace demarche::report
