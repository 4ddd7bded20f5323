#include "engine/run/mutation_text.hpp"

#include "engine/run/part_list.hpp"
#include "engine/run/tsv.hpp"

namespace demarche::run {

namespace {

std::string score_line(const MutationScore& score, const std::string& what) {
  return share_line(score.percent(), score.killed, score.all(), what);
}

bool survives(const MutantResult& result) { return result.fate == Fate::survived || result.fate == Fate::unreached; }

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string line_of(const MutantResult& result) {
  const Mutant& mutant = result.mutant;
  std::string line = "  " + mutant.place.file + ":" + std::to_string(mutant.place.line) + ":" +
                     std::to_string(mutant.place.column) + ": " + std::string(name_of(mutant.kind)) + " `" +
                     shortened(mutant.text) + "` of " + mutant.owner + ": " + mutant.change;
  line += result.fate == Fate::unreached ? "; no test holds its words"
                                         : "; " + counted(result.tests, "test", "tests") + " could have noticed";
  return line + "\n";
}

// Entries of lists of words do not count, and would bury the rest: they are in the table.
std::string survivors(const MutationReport& report, bool all) {
  PartList list(all);
  for (const MutantResult& result : report.mutants)
    if (survives(result) && result.mutant.kind != MutantKind::word) list.add(result.mutant.place.file, line_of(result));
  return std::move(list).text();
}

std::string summary(const MutationReport& report) {
  std::string out = counted(report.mutants.size(), "mutant", "mutants");
  if (report.mutants.size() < report.possible) out += " of " + std::to_string(report.possible);
  const MutationScore score = report.score();
  out += ", " + std::to_string(score.killed) + " of " + std::to_string(score.all()) + " that count killed by " +
         counted(report.tests, "test", "tests");
  if (report.left_out > 0) out += " (" + std::to_string(report.left_out) + " more could not be used)";
  out += "\n";
  if (report.out_of_time)
    out += "the time was up: " + counted(report.count(Fate::not_run), "mutant was", "mutants were") +
           " not run and count for nothing\n";
  return out;
}

}  // namespace

std::string mutation_text(const MutationReport& report, bool all) {
  std::string out = "mutants that tests notice\n";
  for (const auto& [kind, score] : report.by_kind())
    if (score.all() > 0 && kind != MutantKind::word) out += score_line(score, std::string(name_of(kind)));
  out += score_line(report.score(), "all");
  if (const auto words = report.by_kind(); words.count(MutantKind::word) != 0)
    out += score_line(words.at(MutantKind::word), "entries of lists of words, which are not counted above");
  out += "\nby file\n";
  for (const auto& [file, score] : report.by_file())
    if (score.all() > 0) out += score_line(score, file);
  const std::string missing = survivors(report, all);
  if (!missing.empty()) out += "\nno test notices\n" + missing;
  return out + "\n" + summary(report);
}

std::string survivors_table(const MutationReport& report) {
  std::string out = "file\tline\tcolumn\tkind\tchange\towner\ttext\ttests\n";
  for (const MutantResult& result : report.mutants) {
    if (!survives(result)) continue;
    const Mutant& mutant = result.mutant;
    out += tsv_field(mutant.place.file) + "\t" + std::to_string(mutant.place.line) + "\t" +
           std::to_string(mutant.place.column) + "\t" + std::string(name_of(mutant.kind)) + "\t" +
           tsv_field(mutant.change) + "\t" + tsv_field(mutant.owner) + "\t" + tsv_field(mutant.text) + "\t" +
           std::to_string(result.tests) + "\n";
  }
  return out;
}

}  // namespace demarche::run
