#include "engine/run/outputs.hpp"

#include "engine/position/tally.hpp"
#include "engine/report/documents_jsonl.hpp"
#include "engine/report/evidence_jsonl.hpp"
#include "engine/report/matrix_csv.hpp"
#include "engine/report/matrix_markdown.hpp"
#include "engine/run/layout.hpp"
#include "engine/run/stored.hpp"

namespace demarche::run {

const program::Matrix* choose_matrix(const program::Program& program, const std::string& id, Diagnostics& diagnostics) {
  const auto& all = program.matrices;
  if (id.empty()) return all.empty() ? nullptr : &all.front();
  std::vector<std::string> names;
  for (const auto& matrix : all) {
    if (matrix.id == id) return &matrix;
    names.push_back(matrix.id);
  }
  auto& diagnostic =
      diagnostics.add(DiagnosticId::unknown_matrix, "no rule file defines a matrix `" + id + "`", "rules");
  if (const auto near = nearest(id, names); !near.empty()) diagnostic.help = "did you mean `" + near + "`?";
  return nullptr;
}

position::Matrix tabulate(const std::vector<evidence::DocumentResult>& results, const Shown& shown,
                          const position::Options& options, const program::Program& program,
                          const lexicon::ActorTable& actors) {
  position::Tally tally;
  for (const auto& result : results) tally.add(result);
  const auto layout = layout_of(shown, program, actors, results, options);
  position::Matrix matrix = position::build_matrix(tally, layout, options, actors);
  for (auto& column : matrix.columns)
    if (column.title == column.id) column.title = issue_title(column.id, program);
  return matrix;
}

std::vector<std::string> write_outputs(FileSystem& files, const std::string& folder, const position::Matrix& matrix,
                                       const std::vector<evidence::DocumentResult>& results,
                                       const report::Provenance& provenance, Diagnostics& diagnostics) {
  std::vector<std::string> written;
  bool failed = false;  // what keeps one file from being written keeps the others, too: it is said once
  auto write = [&](const char* name, const std::string& bytes) {
    if (failed) return;
    const std::string path = folder + "/" + name;
    const std::string error = files.write_whole(path, bytes);
    if (error.empty()) {
      written.push_back(path);
    } else {
      diagnostics.add(DiagnosticId::write_failed, "cannot write `" + path + "`: " + error, path);
      failed = true;
    }
  };
  write("evidence.jsonl", report::evidence_jsonl(results));
  write("documents.jsonl", report::documents_jsonl(results));
  write(provenance_file, provenance_json(provenance));
  write("matrix.csv", report::matrix_csv(matrix));
  write("matrix.json", report::matrix_json(matrix, results, provenance));
  write("matrix.md", report::matrix_markdown(matrix, results));
  return written;
}

}  // namespace demarche::run
