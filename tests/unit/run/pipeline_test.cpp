#include "engine/run/pipeline.hpp"

#include <atomic>
#include <stdexcept>

#include "engine/report/evidence_jsonl.hpp"
#include "engine/run/layout.hpp"
#include "engine/run/outputs.hpp"
#include "tests/catch.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::run;
using namespace demarche::position::testing;

namespace {

// One record a document, whose place depends on the text.
DocumentResult stand_in(const corpus::Document& text) {
  if (text.text.find("explode") != std::string::npos) throw std::runtime_error("too much of it");
  auto result = document(text.id, "2023-01-01", {{text.text.size() % 2 ? "IRN" : "RUS"}});
  result.records[0].sentence = text.text.substr(0, 20);
  return result;
}

MemoryFileSystem many_files() {
  MemoryFileSystem files;
  for (int i = 0; i < 300; ++i)
    files.files["texts/" + std::to_string(i * 7919 % 1000) + ".txt"] =
        "Iran and Russia spoke of number " + std::to_string(i * i) + " today.\n";
  return files;
}

std::vector<DocumentResult> run_on(const MemoryFileSystem& files, const std::vector<std::string>& paths,
                                   unsigned threads, Diagnostics& diagnostics) {
  return analyse_corpus(files, {paths, {}}, stand_in, {threads, {}}, diagnostics);
}

}  // namespace

TEST_CASE("the same results with one thread and with eight, sorted by document") {
  const auto files = many_files();
  Diagnostics diagnostics;
  const std::string one = report::evidence_jsonl(run_on(files, {"texts"}, 1, diagnostics));
  CHECK(std::count(one.begin(), one.end(), '\n') == 300);
  for (int i = 0; i < 5; ++i) CHECK(report::evidence_jsonl(run_on(files, {"texts"}, 8, diagnostics)) == one);
  CHECK(diagnostics.error_count() == 0);
}

TEST_CASE("a document that cannot be analysed is named, and the rest goes on") {
  auto files = many_files();
  files.files["texts/bad.txt"] = "This will explode soon.\n";
  for (const unsigned threads : {1u, 4u}) {
    Diagnostics diagnostics;
    CHECK(run_on(files, {"texts"}, threads, diagnostics).size() == 300);
    bool said = false;
    for (const auto& diagnostic : diagnostics.sorted()) said = said || diagnostic.id == DiagnosticId::document_failed;
    CHECK(said);
  }
}

TEST_CASE("documents of two corpora with the same name are kept apart") {
  MemoryFileSystem files;
  files.files["a/x.txt"] = "Iran spoke today of it.\n";
  files.files["b/x.txt"] = "Russia spoke today of it.\n";
  Diagnostics diagnostics;
  const auto results = run_on(files, {"a", "b"}, 2, diagnostics);
  REQUIRE(results.size() == 2);
  CHECK(results[0].doc == "x.txt");
  CHECK(results[1].doc == "x.txt#2");
}

TEST_CASE("a corpus that is not there is an error") {
  Diagnostics diagnostics;
  CHECK(run_on({}, {"nowhere"}, 2, diagnostics).empty());
  CHECK(diagnostics.has_errors());
}

TEST_CASE("outputs are written, and a failure is said") {
  const auto files = many_files();
  Diagnostics diagnostics;
  const auto results = run_on(files, {"texts"}, 1, diagnostics);
  program::Program program;
  program.issues.emplace_back();
  program.issues[0].id = "peace";
  program.issues[0].title = "Peace";
  const auto matrix = tabulate(results, Shown{}, {}, program, actors());
  CHECK(matrix.columns.at(0).title == "Peace");
  MemoryFileSystem out;
  CHECK(write_outputs(out, "out", matrix, results, {"1", "h"}, diagnostics).size() == 6);
  CHECK(out.files.at("out/matrix.csv").starts_with("actor,name,peace\n"));
  CHECK(out.files.contains("out/evidence.jsonl"));
}

TEST_CASE("a matrix of the rules: groups stand for their members, and an unknown one is an error") {
  program::Program program;
  program.groups.push_back({"caucasus", "", {"ARM", "RUS"}, {}});
  program::Matrix wanted;
  wanted.id = "m";
  wanted.rows = {{{"IRN"}, {}, {}}, {{}, {"caucasus"}, {}}, {{"RUS"}, {}, {}}};
  wanted.columns = {"peace"};
  program.matrices.push_back(wanted);
  const auto layout = layout_of(shown_by(wanted), program, actors(), {}, {});
  CHECK(layout.rows == std::vector<position::Head>{{"IRN", "IRN"}, {"ARM", "ARM"}, {"RUS", "RUS"}});
  Diagnostics diagnostics;
  CHECK(choose_matrix(program, "", diagnostics) == &program.matrices[0]);
  CHECK(choose_matrix(program, "m", diagnostics) == &program.matrices[0]);
  CHECK(diagnostics.empty());
  CHECK(choose_matrix(program, "mm", diagnostics) == nullptr);
  CHECK(diagnostics.sorted().at(0).id == DiagnosticId::unknown_matrix);
}
