#include <nlohmann/json.hpp>

#include "tests/golden.hpp"
#include "tests/unit/command/run_command.hpp"

// compare, timeline, network, quotes and picture on the example, in every format, and what they say to wrong input.
using namespace demarche::testing;

namespace {

namespace fs = std::filesystem;

const fs::path example = fs::path(DEMARCHE_SOURCE_DIR) / "examples/south-caucasus";
const fs::path goldens = fs::path(DEMARCHE_SOURCE_DIR) / "tests/goldens/comparing";

// The example with its evidence, read once, in `out`; and in `stored` evidence of it as it once was, so that goldens of
// what comparisons look like do not change with every rule that is widened.
const Folder& project() {
  static const Folder folder;
  static const bool ready = [] {
    for (const char* name : {"demarche.yaml", "south-caucasus.stance", "corpus"})
      fs::copy(example / name, folder.path() / name, fs::copy_options::recursive);
    fs::copy(fs::path(DEMARCHE_SOURCE_DIR) / "tests/data/south-caucasus", folder.path() / "stored");
    return folder.run("run -q --out out").code == 0;
  }();
  REQUIRE(ready);
  return folder;
}

bool as_golden(const std::string& arguments, const std::string& name) {
  const auto shown = project().run(arguments + " --from stored");
  INFO(arguments << "\n" << shown.err);
  CHECK(shown.code == 0);
  CHECK(shown.err.empty());
  return demarche::test::matches_golden((goldens / name).string(), shown.out);
}

bool have_python(const std::string& module) {
  return std::system(("python3 -c 'import " + module + "' 2> /dev/null").c_str()) == 0;
}

}  // namespace

TEST_CASE("comparisons of the example in every format") {
  CHECK(as_golden("compare IRN RUS", "compare.txt"));
  CHECK(as_golden("compare IRN RUS TUR --plain", "compare-three-plain.txt"));
  CHECK(as_golden("compare IRN RUS --format md", "compare.md"));
  CHECK(as_golden("compare IRN RUS --format html", "compare.html"));
  CHECK(as_golden("compare IRN RUS --format csv", "compare.csv"));
  CHECK(as_golden("compare IRN RUS --format json", "compare.json"));
}

TEST_CASE("timelines of the example in every format") {
  CHECK(as_golden("timeline", "timeline.txt"));
  CHECK(as_golden("timeline IRN --every quarter --width 12 --plain", "timeline-quarters-plain.txt"));
  CHECK(as_golden("timeline ARM --format csv", "timeline.csv"));
  CHECK(as_golden("timeline ARM --format json", "timeline.json"));
}

TEST_CASE("networks of the example in every format") {
  CHECK(as_golden("network", "network.txt"));
  CHECK(as_golden("network --kind subtract --duplicates none --plain", "network-subtract-plain.txt"));
  CHECK(as_golden("network --format graphml", "network.graphml"));
  CHECK(as_golden("network --kind two-mode --format csv", "network-two-mode.csv"));
  CHECK(as_golden("network --kind congruence --normalise cosine --format json", "network.json"));
}

TEST_CASE("quotes of the example in every format") {
  CHECK(as_golden("quotes IRN", "quotes.txt"));
  CHECK(as_golden("quotes IRN --per-cell 2 --format md", "quotes.md"));
  CHECK(as_golden("quotes IRN --format csv", "quotes.csv"));
  CHECK(as_golden("quotes IRN --format json", "quotes.json"));
}

TEST_CASE("pictures of the example") {
  CHECK(as_golden("picture heatmap", "heatmap.svg"));
  CHECK(as_golden("picture timeline ARM --dark", "timeline.svg"));
  CHECK(as_golden("picture totals", "totals.svg"));
  // Where the nodes stand is the layout library's: another version may place them otherwise.
  const auto once = project().run("picture network --from out");
  CHECK(once.code == 0);
  CHECK(contains(once.out, "Who agrees with whom"));
  CHECK(once.out == project().run("picture network --from out --threads 8").out);
}

TEST_CASE("the same bytes from the corpus and from stored evidence") {
  for (const char* command : {"compare IRN RUS --format json", "timeline --format json", "network --format graphml",
                              "quotes --format csv", "picture heatmap"}) {
    INFO(command);
    const auto stored = project().run(std::string(command) + " --from out");
    CHECK(!stored.out.empty());
    CHECK(stored.out == project().run(command).out);
  }
}

TEST_CASE("files are written whole, CSV with its metadata beside it") {
  const Folder& folder = project();
  auto done = folder.run("network --from out --kind congruence --out made/ties.csv --nodes made/actors.csv --bom");
  CHECK(done.code == 0);
  CHECK(folder.read("made/ties.csv").starts_with("\xEF\xBB\xBFsource,target,weight,shared,"));
  CHECK(folder.read("made/actors.csv").starts_with("\xEF\xBB\xBFid,label,"));
  const auto metadata = nlohmann::json::parse(folder.read("made/ties.csv-metadata.json"));
  CHECK(metadata["url"] == "ties.csv");
  CHECK(metadata["dc:provenance"]["program"].get<std::string>().starts_with("demarche "));
  done = folder.run("picture heatmap --from out --out made/map.png --scale 1 --width 900");
  CHECK(done.code == 0);
  CHECK(folder.read("made/map.png").substr(1, 3) == "PNG");
  CHECK(folder.run("compare IRN RUS --from out --out /proc/nowhere/x.md").code == 3);
}

TEST_CASE("wrong input is named, with what may be meant") {
  const Folder& folder = project();
  struct Case {
    const char* arguments;
    const char* message;
  };
  for (const auto& [arguments, message] : std::initializer_list<Case>{
           {"compare IRAN RUS", "did you mean `IRN`"},
           {"compare IRN", "`IRN` alone cannot be compared"},
           {"compare IRN IRN", "`IRN` alone cannot be compared"},
           {"timeline zangezur-corridr", "did you mean `zangezur-corridor`"},
           {"quotes IRM", "did you mean `"},
           {"compare IRN RUS --out brief.docx", "does not tell the format"},
           {"network --normalise cosine", "agreement is a share already"},
           {"network --kind conflict --own", "--own is for agreement"},
           {"picture heatmap --kind conflict", "--kind is for `picture network`"},
           {"picture network --every month", "--every is for `picture timeline`"},
           {"picture timeline --every month --width 400", "take longer ones with --every"},
           {"picture cake", "cake"},
           {"timeline --every fortnight", "fortnight"},
       }) {
    INFO(arguments);
    const auto done = folder.run(std::string(arguments) + " --from out");
    CHECK(done.code == 2);
    INFO(done.err);
    CHECK(contains(done.err, message));
    CHECK(done.out.empty());
  }
}

TEST_CASE("an empty window, actors that share nothing: a right answer, no error") {
  const Folder& folder = project();
  auto done = folder.run("compare IRN RUS --from out --window 1999 --undated dropped");
  CHECK(done.code == 0);
  CHECK(contains(done.out, "IRN and RUS share no issue"));
  done = folder.run("network --from out --window 1999 --undated dropped");
  CHECK(done.code == 0);
  CHECK(contains(done.out, "no ties"));
  done = folder.run("timeline --from out --window 1999 --undated dropped");
  CHECK(done.code == 0);
  CHECK(contains(done.out, "no dated evidence of a position"));
  done = folder.run("quotes --from out --window 1999 --undated dropped");
  CHECK(done.code == 0);
  CHECK(contains(done.out, "no positions found"));
  done = folder.run("picture timeline --from out --window 1999 --undated dropped");
  CHECK(done.code == 2);
  CHECK(contains(done.err, "no dated evidence"));
}

TEST_CASE("networkx and igraph read the GraphML, where they are installed") {
  const Folder& folder = project();
  REQUIRE(folder.run("network --from out --out who.graphml").code == 0);
  const std::string file = (folder.path() / "who.graphml").string();
  const auto edges = nlohmann::json::parse(folder.run("network --from out --format json").out)["edges"];
  bool read = false;
  if (have_python("networkx")) {
    read = true;
    folder.write("nx.py",
                 "import networkx, sys\n"
                 "g = networkx.read_graphml(sys.argv[1])\n"
                 "assert not g.is_directed()\n"
                 "assert g.number_of_edges() == int(sys.argv[2]), g.number_of_edges()\n"
                 "for _, node in g.nodes(data=True):\n"
                 "    assert isinstance(node['label'], str) and isinstance(node['positions'], int)\n"
                 "for _, _, edge in g.edges(data=True):\n"
                 "    assert isinstance(edge['weight'], float) and isinstance(edge['shared'], int)\n"
                 "assert 'demarche' in g.graph['provenance'], g.graph\n");
    CHECK(std::system(
              ("python3 '" + (folder.path() / "nx.py").string() + "' '" + file + "' " + std::to_string(edges.size()))
                  .c_str()) == 0);
  }
  if (have_python("igraph")) {
    read = true;
    folder.write("ig.py",
                 "import igraph, sys\n"
                 "g = igraph.Graph.Read_GraphML(sys.argv[1])\n"
                 "assert g.ecount() == int(sys.argv[2])\n"
                 "assert 'weight' in g.es.attributes() and 'label' in g.vs.attributes()\n");
    CHECK(std::system(
              ("python3 '" + (folder.path() / "ig.py").string() + "' '" + file + "' " + std::to_string(edges.size()))
                  .c_str()) == 0);
  }
  if (!read) WARN("skipped: neither networkx nor igraph is installed for python3");
}
