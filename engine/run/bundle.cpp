#include "engine/run/bundle.hpp"

#include <algorithm>

#include "engine/report/cell_text.hpp"
#include "engine/report/datapackage.hpp"
#include "engine/report/documents_jsonl.hpp"
#include "engine/report/evidence_jsonl.hpp"
#include "engine/report/ro_crate.hpp"
#include "engine/report/table_formats.hpp"
#include "engine/run/stored.hpp"

namespace demarche::run {

namespace {

std::string read_me(const BundleInput& input, const Bundle& bundle) {
  const auto& table = input.table;
  std::string text = "# " + (table.matrix.title.empty() ? "Positions" : table.matrix.title) + "\n\n";
  text += "What governments said, counted by demarche (" + table.provenance.version +
          "). Every number rests on the sentences ";
  text += "in `evidence/`, and every sentence on the rules in `project/` and `library/`.\n\n";
  for (const auto& [name, value] : report::provenance_lines(table.provenance, table.matrix.options))
    text += "- " + name + ": " + value + "\n";
  text += "\n## What is in it\n";
  text +=
      "- `tables/`: the matrix in every format; `matrix.xlsx` for reading, `matrix.sqlite` for asking, `cells.csv` "
      "and\n  `evidence.csv` for R and Python\n";
  text += "- `evidence/`: `evidence.jsonl`, `documents.jsonl`, `run.json`, as `demarche run` writes them\n";
  text += "- `project/`, `library/`" +
          std::string(std::any_of(bundle.files.begin(), bundle.files.end(),
                                  [](const auto& file) { return file.path.starts_with("elsewhere/"); })
                          ? ", `elsewhere/` (files from outside of both)"
                          : "") +
          ": the rules and actor lists, every file that was read\n";
  text += "- `datapackage.json`: every file with its SHA-256 and the fields of the tables\n";
  text += "- `ro-crate-metadata.json`: the same, and how it was made, as a Research Object Crate 1.1\n";
  text += input.with_corpus ? "- the corpus, in `project/`\n" : "\nThe corpus is not in it: others hold the rights.\n";
  text += "\n## Checking and making it again\n";
  text += "`demarche bundle --check FILE` compares every file with its hash. In the unpacked folder:\n\n";
  text += "    cd project\n    demarche --library ../library export --from ../evidence" + input.choices +
          " --out ../again.xlsx\n";
  if (input.with_corpus) text += "    demarche --library ../library run --out ../again    # reads the corpus anew\n";
  text += "\n## Reading the cells\n" + report::legend(report::Signs::unicode) + "\n\n| code | meaning |\n|---|---|\n";
  for (const auto code : {
#define DEMARCHE_CODE(enumerator, name, meaning) position::Code::enumerator,
#include "engine/position/codes.def"
#undef DEMARCHE_CODE
       })
    text += "| " + std::string(position::name_of(code)) + " | " + std::string(position::meaning_of(code)) + " |\n";
  return text;
}

void insert(Bundle& bundle, const char* path, std::string bytes) {
  const auto place = std::lower_bound(bundle.files.begin(), bundle.files.end(), path,
                                      [](const auto& file, const char* other) { return file.path < other; });
  bundle.files.insert(place, {path, std::move(bytes)});
}

}  // namespace

Bundle bundle_of(const BundleInput& input) {
  Bundle bundle;
  auto add = [&](std::string path, std::string bytes) { bundle.files.push_back({std::move(path), std::move(bytes)}); };
  for (const auto& source : input.sources) add(source.path, source.bytes);
  add("evidence/evidence.jsonl", report::evidence_jsonl(input.table.results));
  add("evidence/documents.jsonl", report::documents_jsonl(input.table.results));
  add("evidence/run.json", provenance_json(input.table.provenance));
  for (const auto& format : report::table_formats()) {
    auto file = report::export_table(format, input.table);
    if (file.error.empty()) {
      add("tables/" + std::string(format.file), std::move(file.bytes));
    } else {
      bundle.left_out.push_back(std::string(format.name) + ": " + file.error);
    }
  }
  add("README.md", read_me(input, bundle));
  std::sort(bundle.files.begin(), bundle.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  // Each of the two lists the other. The package has the hash of the crate, which for that cannot have its.
  insert(bundle, report::datapackage_file, "");
  auto crate = report::ro_crate_json({bundle.files, input.table, input.license, {report::datapackage_file}});
  std::erase_if(bundle.files, [](const auto& file) { return file.path == report::datapackage_file; });
  insert(bundle, report::crate_file, std::move(crate));
  insert(bundle, report::datapackage_file, report::datapackage_json(bundle.files, input.table));
  return bundle;
}

}  // namespace demarche::run
