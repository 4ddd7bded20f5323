#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/catch.hpp"

// The one-way arrows of docs/ARCHITECTURE.md, read from the `#include`s.

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;    // "engine/report/matrix_csv.cpp"
  std::string target;  // "engine/position/matrix.hpp", "yaml-cpp/yaml.h"
};

const fs::path root = DEMARCHE_SOURCE_DIR;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> sources() {
  std::vector<std::string> files;
  for (const char* folder : {"engine", "dsl", "cli"})
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const auto extension = entry.path().extension();
      if (extension == ".cpp" || extension == ".hpp" || extension == ".def")
        files.push_back(fs::relative(entry.path(), root).generic_string());
    }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Include> includes() {
  static const std::regex line(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
  std::vector<Include> all;
  for (const auto& file : sources()) {
    std::istringstream text(read(root / file));
    std::string one;
    std::smatch found;
    while (std::getline(text, one))
      if (std::regex_search(one, found, line)) all.push_back({file, found[1]});
  }
  return all;
}

bool starts(const std::string& text, const std::string& with) { return text.compare(0, with.size(), with) == 0; }

// "engine/report/x.cpp" is of the part "engine/report"; "dsl/syntax/x.cpp" of "dsl".
std::string part_of(const std::string& file) {
  if (!starts(file, "engine/")) return file.substr(0, file.find('/'));
  return file.substr(0, file.find('/', 7));
}

// What each part may include, itself apart. The order is the order of the work.
const std::map<std::string, std::set<std::string>> arrows{
    {"engine/base", {}},
    {"engine/store", {"engine/base"}},
    {"engine/program", {"engine/base"}},
    {"engine/lexicon", {"engine/base", "engine/program"}},
    {"engine/text", {"engine/base"}},
    {"engine/corpus", {"engine/base", "engine/text"}},
    {"engine/match", {"engine/base", "engine/program", "engine/lexicon", "engine/text"}},
    {"engine/mention", {"engine/base", "engine/program", "engine/lexicon", "engine/text", "engine/match"}},
    {"engine/holder", {"engine/base", "engine/program", "engine/lexicon", "engine/text", "engine/match", "engine/mention"}},
    {"engine/evidence",
     {"engine/base", "engine/program", "engine/lexicon", "engine/text", "engine/corpus", "engine/match", "engine/mention",
      "engine/holder"}},
    {"engine/why",
     {"engine/base", "engine/program", "engine/lexicon", "engine/text", "engine/corpus", "engine/match", "engine/mention",
      "engine/holder", "engine/evidence"}},
    {"engine/position", {"engine/base", "engine/lexicon", "engine/evidence"}},
    {"engine/picture", {"engine/base", "engine/evidence", "engine/position", "engine/report"}},
    {"engine/report", {"engine/base", "engine/store", "engine/evidence", "engine/position"}},
    {"engine/run",
     {"engine/base", "engine/program", "engine/lexicon", "engine/text", "engine/corpus", "engine/match", "engine/mention",
      "engine/holder", "engine/evidence", "engine/why", "engine/position", "engine/report", "engine/store"}},
    {"engine/import",
     {"engine/base", "engine/store", "engine/program", "engine/lexicon", "engine/text", "engine/evidence", "engine/report"}},
    {"engine/golden",
     {"engine/base", "engine/program", "engine/corpus", "engine/evidence", "engine/position", "engine/report", "engine/run"}},
    {"dsl", {"engine/base", "engine/program", "engine/lexicon"}},
};

// A library, and the only places that may include it.
struct Fence {
  std::string header;               // what the include begins with
  std::vector<std::string> places;  // what the file's path begins with
};
const std::vector<Fence> fences{
    {"tao/", {"dsl/syntax/"}},
    {"unicode/", {"engine/text/"}},
    {"yaml-cpp/", {"engine/base/yaml"}},
    {"nlohmann/", {"engine/report/", "engine/run/", "engine/golden/", "cli/", "engine/corpus/jsonl.cpp"}},
    {"simdjson", {"engine/corpus/"}},
    {"zlib", {"engine/corpus/", "engine/report/gzip."}},
    {"zstd", {"engine/corpus/"}},
    {"librsvg/", {"engine/picture/raster.cpp"}},
    {"cairo.h", {"engine/picture/raster.cpp"}},
    {"graphviz/", {"engine/picture/layout.cpp"}},
    {"sqlite3.h", {"engine/store/sqlite"}},
    {"archive.h", {"engine/store/archive"}},
    {"archive_entry.h", {"engine/store/archive"}},
    {"sha256.h", {"engine/store/sha256"}},
    {"xlsxwriter.h", {"engine/report/workbook"}},
    {"CLI/", {"cli/"}},
    {"spdlog/", {"cli/"}},
    {"thread", {"engine/run/"}},
    {"mutex", {"engine/run/"}},
    {"condition_variable", {"engine/run/"}},
    {"future", {"engine/run/"}},
    {"iostream", {"cli/"}},
};

}  // namespace

TEST_CASE("parts include only what lies before them") {
  for (const auto& [file, target] : includes()) {
    const std::string from = part_of(file);
    if (from == "cli" || (!starts(target, "engine/") && !starts(target, "dsl/") && !starts(target, "cli/"))) continue;
    const std::string to = part_of(target);
    INFO(file << " includes " << target);
    REQUIRE(arrows.count(from) == 1);  // a new part needs its arrows here and in docs/ARCHITECTURE.md
    CHECK((from == to || arrows.at(from).count(to) == 1));
  }
}

TEST_CASE("aggregation and reports see the record, and nothing of how it was found") {
  for (const auto& [file, target] : includes()) {
    const std::string from = part_of(file);
    if ((from != "engine/position" && from != "engine/report") || !starts(target, "engine/evidence/")) continue;
    INFO(file << " includes " << target);
    // The list of reasons is part of the record, which includes it.
    CHECK((target == "engine/evidence/record.hpp" || target == "engine/evidence/reasons.def"));
  }
}

TEST_CASE("each library is used behind one wall") {
  for (const auto& [file, target] : includes())
    for (const auto& fence : fences) {
      const bool word = fence.header.back() != '/' && fence.header != "simdjson" && fence.header != "zlib" && fence.header != "zstd";
      if (word ? target != fence.header : !starts(target, fence.header)) continue;
      INFO(file << " includes " << target);
      CHECK(std::any_of(fence.places.begin(), fence.places.end(), [&](const auto& place) { return starts(file, place); }));
    }
}

TEST_CASE("PEGTL is in one translation unit") {
  std::set<std::string> users;
  for (const auto& [file, target] : includes())
    if (starts(target, "tao/")) users.insert(file);
  CHECK(users.size() <= 1);
}

TEST_CASE("the library never prints, exits or reads the environment") {
  static const std::regex forbidden(R"(std::(cout|cerr|clog)|[^n]printf\(|\bputs\(|fputs\(|[^_a-z]exit\(|getenv\()");
  for (const auto& file : sources()) {
    if (starts(file, "cli/")) continue;
    std::istringstream text(read(root / file));
    std::string line;
    while (std::getline(text, line)) {
      const auto comment = line.find("//");
      INFO(file << ": " << line);
      CHECK_FALSE(std::regex_search(line.substr(0, comment), forbidden));
    }
  }
}

// Every project takes the language pack, whatever its issues: a rule in it would speak where nobody wrote one.
TEST_CASE("the language pack brings words and constructions, no rules, issues or sides of actors") {
  const std::set<std::string> brought = {"construction", "extend", "import", "phrase", "stance", "turn", "words"};
  std::size_t items = 0;
  for (const auto& entry : fs::directory_iterator(root / "rules/english")) {
    if (entry.path().extension() != ".stance") continue;
    std::istringstream text(read(entry.path()));
    std::string line;
    while (std::getline(text, line)) {
      if (line.empty() || line[0] < 'a' || line[0] > 'z') continue;  // an item begins at a line's head
      ++items;
      INFO(entry.path().filename().string() << ": " << line);
      CHECK(brought.count(line.substr(0, line.find(' '))) == 1);
    }
  }
  CHECK(items > 100);
}

TEST_CASE("no file is so long that it holds more than one idea") {
  for (const auto& file : sources()) {
    const std::string text = read(root / file);
    INFO(file);
    CHECK(std::count(text.begin(), text.end(), '\n') <= 500);
  }
}

TEST_CASE("tracked files name no place of the machine they were written on") {
  static const std::regex machine(R"((^|[^A-Za-z0-9_.])/(work|home/[a-z]+|root)/)");
  for (const auto& file : sources()) {
    INFO(file);
    CHECK_FALSE(std::regex_search(read(root / file), machine));
  }
}
