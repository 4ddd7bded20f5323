#include <algorithm>

#include "dsl/compile/dump.hpp"
#include "engine/base/render.hpp"
#include "tests/catch.hpp"
#include "tests/unit/dsl/support.hpp"

// Imports, extensions, order.
namespace demarche {
namespace {

using test::compile;
using test::ids;

TEST_CASE("without rules the library is compiled") {
  auto compiled = compile(test::small_library(), {});
  CHECK(ids(compiled).empty());
  CHECK(compiled.program.stances.size() == 3);
  CHECK(compiled.actors.find("IRN") != lexicon::none);
  CHECK(compiled.files == std::vector<std::string>{"library/english/stances.stance", "library/library.stance",
                                                   "library/world/actors.yaml"});
}

TEST_CASE("imports: library folders and files, files beside, folders, cycles") {
  auto files = test::small_library();
  files.files["library/issues/sanctions.stance"] = "issue sanctions { about sanctions }";
  files.files["library/issues/tests/sanctions.stance"] = "test \"x\" { text \"y\" expect nothing }";
  files.files["p/main.stance"] = "import \"issues\"\nimport \"./more\"\nimport \"./sub/\"\nimport \"./people\"\n";
  files.files["p/more.stance"] = "import \"./main\"\nimport \"issues/sanctions\"\nissue b { about treaty talks }";
  files.files["p/sub/deep.stance"] = "issue c { about accord talks }";
  files.files["p/people.yaml"] = "actors:\n- {id: XYZ, kind: bloc, name: Xyz, names: [], members: []}\n";
  auto compiled = compile(files, {"p/main.stance"});
  INFO(ids(compiled));
  CHECK(compiled.program.issues.size() == 3);
  CHECK(compiled.program.tests.empty());
}

TEST_CASE("a folder as input brings all its rule files") {
  auto files = test::small_library();
  files.files["p/a.stance"] = "issue a { about treaty talks }";
  files.files["p/x/b.stance"] = "issue b { about accord talks }";
  CHECK(compile(files, {"p"}).program.issues.size() == 2);
  CHECK(ids(compile(files, {"nowhere"})) == "file-not-found");
  CHECK(ids(compile(files, {"library/world"})) == "file-not-found");
}

TEST_CASE("a file that is reached by two paths is one file") {
  auto files = test::small_library();
  files.files["rules/library.stance"] = "import \"english\"\nissue a { about treaty talks }";
  files.files["rules/stances.stance"] = files.files["library/english/stances.stance"];
  CHECK(ids(compile(files, {"rules"})).empty());
}

TEST_CASE("extend adds from any file, also before the definition") {
  auto files = test::small_library();
  files.files["p/a.stance"] =
      "extend issue s { about \"maximum pressure\" }\nextend phrase o = outside\nextend stance opposes { verb decry }\n"
      "extend group g = IRN\nextend words negator = nowise\nextend turn flips = end of <issue>\n";
  files.files["p/b.stance"] =
      "import \"world\"\nimport \"english\"\nphrase o = foreign\nissue s \"S\" { about <o> sanctions }\ngroup g = ARM\n"
      "words negator = not\nturn flips = halt of <issue>\nissue t { about <actor in g> talks }\n";
  auto compiled = compile(files, {"p"});
  CHECK(ids(compiled).empty());
  const auto& issue = compiled.program.issues.at(0);
  CHECK(issue.title == "S");
  CHECK(issue.place.file == "p/b.stance");
  CHECK(issue.patterns.size() == 2);
  CHECK(dsl::dump(issue.patterns[1].pattern.root) == "(foreign/foreigns/outside sanctions)");
  CHECK(compiled.program.groups.at(0).members == std::vector<std::string>{"ARM", "IRN"});
  CHECK(compiled.program.words.at(0).patterns.size() == 2);
  CHECK(compiled.program.turns.at(0).patterns.size() == 2);
}

TEST_CASE("the order of inputs leaves no trace") {
  auto files = test::small_library();
  files.files["p/a.stance"] =
      "import \"world\"\nimport \"english\"\nissue a { about treaty talks }\nactor opposes b\nactor opposes b weakly\n";
  files.files["p/b.stance"] = "issue b { about accord talks }\nactor supports a\nextend issue a { about sanctions }\n";
  auto first = compile(files, {"p/a.stance", "p/b.stance"});
  auto second = compile(files, {"p/b.stance", "./p/x/../a.stance", "p"});
  CHECK(dsl::dump(first.program) == dsl::dump(second.program));
  CHECK(first.program.hash == second.program.hash);
  files.files["p/b.stance"] += "# more";
  CHECK(first.program.hash != compile(files, {"p"}).program.hash);
}

TEST_CASE("rules: subjects, strengths, blocks, names") {
  auto compiled = compile(R"(import "world"
import "english"
group region = ARM, AZE
issue a { about sanctions }
actor opposes a
actor opposes a weakly
IRN, RUS oppose a
region supports a
<actor in NATO> supports a strongly
actor takes-a-side on every issue
rule named {
  actor opposes a strongly
  when <actor> says [ <issue> (harm | hurt) ..6 region ]
  unless drill within sentence
  actors except NATO, region
  dates 2020-09 to 2021
  dates from 2023
}
ignore drills {
  actor opposes a
  when joint? drill
}
)");
  CHECK(ids(compiled).empty());
  std::string names;
  for (const auto& rule : compiled.program.rules) names += rule.id + " ";
  CHECK(
      names ==
      "IRN-RUS-opposes-a NATO-supports-a actor-opposes-a actor-opposes-a-2 actor-takes-a-side-every-issue drills named "
      "region-supports-a ");
  const auto& named = compiled.program.rules.at(6);
  CHECK(named.has_except);
  CHECK(named.except.ids == std::vector<std::string>{"NATO"});
  CHECK(named.except.in == std::vector<std::string>{"region"});
  REQUIRE(named.dates.size() == 2);
  CHECK(to_string(*named.dates[0].to) == "2021-12-31");
  CHECK_FALSE(named.dates[1].to);
  CHECK(named.unless.at(0).scope == program::Scope::sentence);
  CHECK(compiled.program.rules.at(5).ignore);
}

TEST_CASE("tests and matrices") {
  auto compiled = compile(
      "import \"world\"\nimport \"english\"\nissue a { about sanctions }\n"
      "test \"t\" {\n  speaking IRN, RUS\n  date 2022-11-01\n  title On sanctions\n  text \"\"\"\n    He said \"no\".\n"
      "\n      And no.\n    \"\"\"\n  expect todo IRN opposes a plainly at \"no\"\n  expect not RUS supports a\n"
      "  expect nothing else\n}\n"
      "matrix m \"M\" { rows RUS, IRN\n columns a\n period 2023\n undated kept }\n");
  CHECK(ids(compiled).empty());
  const auto& test = compiled.program.tests.at(0);
  CHECK(test.text == "He said \"no\".\n\n  And no.");
  CHECK(test.title == "On sanctions");
  REQUIRE(test.expectations.size() == 3);
  CHECK(test.expectations[0].todo);
  CHECK(test.expectations[0].at == "no");
  CHECK(test.expectations[1].kind == program::Expectation::Kind::absent);
  using Rows = std::vector<demarche::program::ActorClass>;
  CHECK(compiled.program.matrices.at(0).rows == Rows{{{"RUS"}, {}, {}}, {{"IRN"}, {}, {}}});
  CHECK(compiled.program.matrices.at(0).keep_undated);
}

TEST_CASE("rows of a matrix are actors, groups and classes; sources are named or left out") {
  auto compiled = compile(
      "import \"world\"\nimport \"english\"\nissue a { about sanctions }\ngroup region = ARM, AZE\n"
      "matrix m { rows region, EU, <actor in EU outside region>, <actor outside EU>\n columns a\n sources \"TASS\", \"A, B\" }\n"
      "matrix n { sources except \"Gazette\" }\n");
  CHECK(ids(compiled).empty());
  using Rows = std::vector<demarche::program::ActorClass>;
  const auto& matrix = compiled.program.matrices.at(0);
  CHECK(matrix.rows == Rows{{{}, {"region"}, {}}, {{"EU"}, {}, {}}, {{}, {"EU"}, {"region"}}, {{}, {}, {"EU"}}});
  CHECK(matrix.sources == std::vector<std::string>{"TASS", "A, B"});
  CHECK_FALSE(matrix.except_sources);
  CHECK(compiled.program.matrices.at(1).except_sources);
}

TEST_CASE("what is wrong in the rows and sources of a matrix is said") {
  const std::string start = "import \"world\"\nimport \"english\"\nissue a { about sanctions }\nmatrix m { columns a\n ";
  CHECK(ids(compile(start + "rows <actor near EU> }\n")) == "bad-value");
  CHECK(ids(compile(start + "rows <actor in EUU> }\n")) == "unknown-group");
  CHECK(ids(compile(start + "rows IRAN }\n")) == "unknown-actor");
  CHECK(ids(compile(start + "sources TASS }\n")) == "missing-part");
  CHECK(ids(compile(start + "sources except \"\" }\n")) == "missing-part");
}

TEST_CASE("the shipped library has no errors") {
  auto files = make_disk_file_system();
  auto compiled = dsl::compile(*files, {{}, std::string(DEMARCHE_SOURCE_DIR) + "/rules"});
  for (const auto& d : compiled.diagnostics.sorted()) {
    INFO(render_line(d));
    CHECK(d.severity != Severity::error);
  }
  CHECK(compiled.program.issues.size() >= 25);
}

TEST_CASE("a broken statement does not sink its neighbours") {
  auto compiled = compile("issue a { about (b | treaty talks\n about sanctions }\nissue c { about accord talks }");
  CHECK(ids(compiled) == "unclosed-bracket");
  CHECK(compiled.program.issues.at(0).patterns.size() == 1);
  CHECK(compiled.program.issues.at(1).patterns.size() == 1);
}

}  // namespace
}  // namespace demarche
