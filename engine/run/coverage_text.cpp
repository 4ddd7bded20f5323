#include "engine/run/coverage_text.hpp"

#include <array>

#include "engine/run/part_list.hpp"
#include "engine/run/tsv.hpp"

namespace demarche::run {

namespace {

constexpr std::array kinds{CoveredKind::rule,        CoveredKind::construction, CoveredKind::line,
                           CoveredKind::alternative, CoveredKind::guard,        CoveredKind::word};

std::string line_of(const Share& share, const std::string& what) {
  return share_line(share.percent(), share.covered, share.all, what);
}

std::string plural(CoveredKind kind) { return std::string(name_of(kind)) + "s"; }

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
  PartList list(all);
  for (const CoveredPart& part : report.parts)
    if (part.tests == 0 && part.kind != CoveredKind::word)
      list.add(part.place.file, part_line(part, report.has_corpus));
  return std::move(list).text();
}

}  // namespace

std::string coverage_text(const CoverageReport& report, bool all) {
  std::string out = "exercised by tests\n";
  for (CoveredKind kind : kinds)
    if (kind != CoveredKind::word && report.share(kind).all > 0) out += line_of(report.share(kind), plural(kind));
  out += line_of(report.share(), "all");
  if (report.share(CoveredKind::word).all > 0)
    out += line_of(report.share(CoveredKind::word), "members of lists of words, which are not counted above");
  out += "\nby file\n";
  for (const auto& [file, share] : report.by_file()) out += line_of(share, file);
  const std::string missing = uncovered(report, all);
  if (!missing.empty()) out += "\nno test exercises\n" + missing;
  return out;
}

std::string coverage_table(const CoverageReport& report) {
  std::string out = "file\tline\tcolumn\tkind\towner\ttext\ttests\ttest\tdocuments\tsentence\n";
  for (const CoveredPart& part : report.parts)
    out += tsv_field(part.place.file) + "\t" + std::to_string(part.place.line) + "\t" +
           std::to_string(part.place.column) + "\t" + std::string(name_of(part.kind)) + "\t" + tsv_field(part.owner) +
           "\t" + tsv_field(part.text) + "\t" + std::to_string(part.tests) + "\t" + tsv_field(part.test) + "\t" +
           std::to_string(part.documents) + "\t" + tsv_field(part.sentence) + "\n";
  return out;
}

}  // namespace demarche::run
