#include "engine/report/html_report.hpp"

#include "engine/report/gzip.hpp"
#include "engine/report/page_data.hpp"
#include "engine/report/page_frame.hpp"

namespace demarche::report {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  return out;
}

// Characters on either side of a sentence, the widest first.
constexpr std::size_t steps[] = {widest_passage, 500, 400, 320, 250, 200, 150, 110, 80, 50, 0};

}  // namespace

HtmlReport html_report(const position::Matrix& matrix, const std::vector<evidence::DocumentResult>& results,
                       const PageInput& input, std::size_t most_bytes) {
  const PageFrame frame = page_frame();
  const std::string head = frame.before_title + escaped(input.title) + frame.before_data;
  const std::size_t fixed = head.size() + frame.after_data.size();
  HtmlReport report;
  std::string data;
  for (const std::size_t around : steps) {
    report.around = around;
    const PageData page = page_data(matrix, results, input, around);
    report.evidence = page.evidence;
    data = base64(gzip(page.json));
    if (fixed + data.size() <= most_bytes || input.passages.empty()) break;
  }
  if (input.passages.empty()) report.around = 0;
  report.html = head + data + frame.after_data;
  return report;
}

}  // namespace demarche::report
