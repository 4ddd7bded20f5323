#include "engine/run/coverage_text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace demarche::run {

namespace {

constexpr std::size_t shown_of_a_file = 5;
constexpr std::size_t longest_text = 70;  // bytes of a part's text on the screen

constexpr std::array kinds{CoveredKind::rule,        CoveredKind::construction, CoveredKind::line,
                           CoveredKind::alternative, CoveredKind::guard,        CoveredKind::word};

std::string share_line(const Share& share, const std::string& what) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%6.1f%%  %5zu of %5zu  ", share.percent(), share.covered, share.all);
  return buffer + what + "\n";
}

std::string plural(CoveredKind kind) { return std::string(name_of(kind)) + "s"; }

// Cut at a blank, so that no character is torn.
std::string shortened(const std::string& text) {
  if (text.size() <= longest_text) return text;
  auto blank = text.rfind(' ', longest_text);
  return text.substr(0, blank == std::string::npos ? longest_text : blank) + " ...";
}

std::string part_line(const CoveredPart& part, bool has_corpus) {
  std::string line = "  " + part.place.file + ":" + std::to_string(part.place.line) + ":" +
                     std::to_string(part.place.column) + ": " + std::string(name_of(part.kind)) + " `" +
                     shortened(part.text) + "` of " + part.owner;
  if (has_corpus && part.documents > 0)
    line += "; fires in " + std::to_string(part.documents) + (part.documents == 1 ? " document" : " documents");
  else if (has_corpus)
    line += "; never fires";
  return line + "\n";
}

std::string uncovered(const CoverageReport& report, bool all) {
  std::string out;
  std::string file;
  std::size_t of_file = 0;
  auto tell_rest = [&] {
    if (!all && of_file > shown_of_a_file)
      out += "  ... and " + std::to_string(of_file - shown_of_a_file) + " more in " + file + "\n";
  };
  for (const CoveredPart& part : report.parts) {
    if (part.tests > 0 || part.kind == CoveredKind::word) continue;
    if (part.place.file != file) {
      tell_rest();
      file = part.place.file;
      of_file = 0;
    }
    if (++of_file <= shown_of_a_file || all) out += part_line(part, report.has_corpus);
  }
  tell_rest();
  return out;
}

std::string cell(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

}  // namespace

std::string coverage_text(const CoverageReport& report, bool all) {
  std::string out = "exercised by tests\n";
  for (CoveredKind kind : kinds)
    if (kind != CoveredKind::word && report.share(kind).all > 0) out += share_line(report.share(kind), plural(kind));
  out += share_line(report.share(), "all");
  if (report.share(CoveredKind::word).all > 0)
    out += share_line(report.share(CoveredKind::word), "members of lists of words, which are not counted above");
  out += "\nby file\n";
  for (const auto& [file, share] : report.by_file()) out += share_line(share, file);
  const std::string missing = uncovered(report, all);
  if (!missing.empty()) out += "\nno test exercises\n" + missing;
  return out;
}

std::string coverage_table(const CoverageReport& report) {
  std::string out = "file\tline\tcolumn\tkind\towner\ttext\ttests\ttest\tdocuments\tsentence\n";
  for (const CoveredPart& part : report.parts)
    out += cell(part.place.file) + "\t" + std::to_string(part.place.line) + "\t" + std::to_string(part.place.column) +
           "\t" + std::string(name_of(part.kind)) + "\t" + cell(part.owner) + "\t" + cell(part.text) + "\t" +
           std::to_string(part.tests) + "\t" + cell(part.test) + "\t" + std::to_string(part.documents) + "\t" +
           cell(part.sentence) + "\n";
  return out;
}

}  // namespace demarche::run
