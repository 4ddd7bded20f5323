#include "engine/run/project.hpp"

#include "tests/catch.hpp"

using namespace demarche;
using namespace demarche::run;

namespace {

std::optional<Project> read(const std::string& yaml, Diagnostics& diagnostics,
                            const std::string& path = "p/demarche.yaml") {
  MemoryFileSystem files;
  files.files[path] = yaml;
  return read_project(files, path, diagnostics);
}

}  // namespace

TEST_CASE("a project file") {
  Diagnostics diagnostics;
  const auto project = read(
      "name: Caucasus\nrules: [rules, /abs/more.stance]\ncorpus: texts\nfiles: \"{speaking}_{year}.txt\"\nsource: "
      "Gazette\n"
      "out: tables\nmatrix: m\nthreads: 4\nwindow: 2020-09 to 2023\nundated: kept\ntaper: yes\nduplicates: week\n"
      "kinds: [declared, act]\n",
      diagnostics);
  for (const auto& diagnostic : diagnostics.sorted()) INFO(diagnostic.message);
  CHECK(diagnostics.empty());
  REQUIRE(project);
  CHECK(project->rules == std::vector<std::string>{"p/rules", "/abs/more.stance"});
  CHECK(project->corpus.paths == std::vector<std::string>{"p/texts"});
  CHECK(project->corpus.read.file_name_pattern == "{speaking}_{year}.txt");
  CHECK(project->out == "p/tables");
  CHECK(project->threads == 4);
  CHECK(to_string(*project->window->from) == "2020-09-01");
  CHECK(to_string(*project->window->to) == "2023-12-31");
  CHECK(project->keep_undated == true);
  CHECK(project->taper);
  CHECK(project->duplicates == position::Duplicates::week);
  CHECK(project->kinds == std::vector<std::string>{"declared", "act"});
}

TEST_CASE("what is wrong in a project file is said with its place") {
  Diagnostics diagnostics;
  read("rulez: rules\nwindow: 2023 to 2020\nthreads: many\nduplicates: yearly\nkinds: [said]\n", diagnostics);
  const auto found = diagnostics.sorted();
  REQUIRE(found.size() == 5);
  for (std::uint32_t i = 0; i < 5; ++i) {
    REQUIRE(found[i].primary.file);
    CHECK(found[i].primary.file->position(found[i].primary.span.begin).line == i + 1);
  }
}

TEST_CASE("windows as people write them") {
  CHECK(to_string(*parse_window("from 2020")->from) == "2020-01-01");
  CHECK_FALSE(parse_window("from 2020")->to);
  CHECK(to_string(*parse_window("until 2022-02-24")->to) == "2022-02-24");
  CHECK(to_string(*parse_window("2023-02")->to) == "2023-02-28");
  CHECK_FALSE(parse_window("2023 to 2020"));
  CHECK_FALSE(parse_window("lately"));
  CHECK_FALSE(parse_window(""));
}
