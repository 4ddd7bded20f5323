#include "engine/run/mutation_text.hpp"

#include <algorithm>
#include <cstdio>

namespace demarche::run {

namespace {

constexpr std::size_t shown_of_a_file = 5;
constexpr std::size_t longest_text = 70;  // bytes of a mutant's text on the screen

std::string score_line(const MutationScore& score, const std::string& what) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%6.1f%%  %5zu of %5zu  ", score.percent(), score.killed, score.all());
  return buffer + what + "\n";
}

bool survives(const MutantResult& result) { return result.fate == Fate::survived || result.fate == Fate::unreached; }

// Cut at a blank, so that no character is torn.
std::string shortened(const std::string& text) {
  if (text.size() <= longest_text) return text;
  const auto blank = text.rfind(' ', longest_text);
  return text.substr(0, blank == std::string::npos ? longest_text : blank) + " ...";
}

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

std::string survivors(const MutationReport& report, bool all) {
  std::string out;
  std::string file;
  std::size_t of_file = 0;
  auto tell_rest = [&] {
    if (!all && of_file > shown_of_a_file)
      out += "  ... and " + std::to_string(of_file - shown_of_a_file) + " more in " + file + "\n";
  };
  for (const MutantResult& result : report.mutants) {
    if (!survives(result)) continue;
    if (result.mutant.place.file != file) {
      tell_rest();
      file = result.mutant.place.file;
      of_file = 0;
    }
    if (++of_file <= shown_of_a_file || all) out += line_of(result);
  }
  tell_rest();
  return out;
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

std::string cell(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
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
    out += cell(mutant.place.file) + "\t" + std::to_string(mutant.place.line) + "\t" +
           std::to_string(mutant.place.column) + "\t" + std::string(name_of(mutant.kind)) + "\t" + cell(mutant.change) +
           "\t" + cell(mutant.owner) + "\t" + cell(mutant.text) + "\t" + std::to_string(result.tests) + "\n";
  }
  return out;
}

}  // namespace demarche::run
