#include "engine/golden/sample.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "engine/base/file_system.hpp"
#include "engine/base/render.hpp"
#include "engine/golden/judge.hpp"
#include "tests/catch.hpp"
#include "tests/unit/golden/build.hpp"

using namespace demarche;
using namespace demarche::golden;
using namespace demarche::golden::testing;
using evidence::Stance;

namespace {

struct Many {
  Golden before;
  Golden after;
  Comparison comparison;

  Many(std::size_t lost, std::size_t gained) {
    fill(before, lost, "old");
    fill(after, gained, "new");
    comparison = compare(before, after);
  }
  static void fill(Golden& golden, std::size_t count, const std::string& word) {
    Document one = document("a.txt", {});
    for (std::size_t i = 0; i < count; ++i) {
      auto evidence = said("RUS", Stance::support, i % 4 == 0 ? "peace" : "sanctions",
                           word + " sentence " + std::to_string(i), static_cast<std::uint32_t>(100 * i));
      evidence.rule = i % 8 == 0 ? "rare" : "common";
      one.evidence.push_back(evidence);
    }
    golden.documents = {one};
  }
};

std::string judged(const std::string& sheet, const std::string& verdict) {
  std::string out;
  std::size_t tab = 0;
  bool header = true;
  for (const char c : sheet) {
    if (c == '\n') tab = 0, header = false;
    out += c;
    if (c == '\t' && ++tab == 3 && !header) out += verdict;
  }
  return out;
}

}  // namespace

TEST_CASE("a sample is half gained, half lost, and fills up from the larger side") {
  const Many many(100, 100);
  const auto sample = draw(many.comparison, 20, 1);
  CHECK(sample.gained == 100);
  CHECK(sample.lost == 100);
  REQUIRE(sample.drawn.size() == 20);
  CHECK(std::count_if(sample.drawn.begin(), sample.drawn.end(), [](const auto& one) { return one.gained; }) == 10);
  const Many few(3, 100);
  CHECK(draw(few.comparison, 20, 1).drawn.size() == 20);
  CHECK(draw(few.comparison, 500, 1).drawn.size() == 103);
  const Many none(0, 0);
  CHECK(draw(none.comparison, 20, 1).drawn.empty());
}

TEST_CASE("the same seed, the same sample; another seed, another") {
  const Many many(100, 100);
  CHECK(sheet_tsv(draw(many.comparison, 20, 7)) == sheet_tsv(draw(many.comparison, 20, 7)));
  CHECK(sheet_tsv(draw(many.comparison, 20, 7)) != sheet_tsv(draw(many.comparison, 20, 8)));
}

TEST_CASE("each issue and each rule has its share, and no piece is drawn twice") {
  const Many many(0, 80);
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    std::map<std::string, std::size_t> issues;
    std::set<const Evidence*> drawn;
    for (const auto& one : draw(many.comparison, 40, seed).drawn) {
      ++issues[one.evidence->issue];
      drawn.insert(one.evidence);
    }
    CHECK(drawn.size() == 40);
    CHECK(issues["peace"] >= 9);
    CHECK(issues["peace"] <= 11);
  }
}

TEST_CASE("over many seeds each piece is drawn as often as the others") {
  const Many many(0, 40);
  std::map<const Evidence*, int> times;
  for (std::uint64_t seed = 0; seed < 2000; ++seed)
    for (const auto& one : draw(many.comparison, 10, seed).drawn) ++times[one.evidence];
  REQUIRE(times.size() == 40);
  for (const auto& [piece, count] : times) {
    INFO(piece->sentence);
    CHECK(std::abs(count - 500) < 100);  // binomial, 2000 of 1/4: five standard deviations
  }
}

TEST_CASE("a piece whose side turned is lost and gained") {
  Golden before;
  Golden after;
  before.documents = {document("a.txt", {said("RUS", Stance::support, "peace", "Moscow wants peace.")})};
  after.documents = {document("a.txt", {said("RUS", Stance::oppose, "peace", "Moscow wants peace.")})};
  const auto sample = draw(compare(before, after), 10, 1);
  CHECK(sample.gained == 1);
  CHECK(sample.lost == 1);
}

TEST_CASE("a judged sheet gives precision with an interval") {
  const Many many(40, 60);
  MemoryFileSystem files;
  files.files["s.tsv"] = judged(sheet_tsv(draw(many.comparison, 20, 3)), " Right");
  Diagnostics diagnostics;
  const auto read = read_judged(files, "s.tsv", diagnostics);
  INFO(render(diagnostics.sorted()));
  REQUIRE(read);
  CHECK(read->gained.population == 60);
  CHECK(read->lost.population == 40);
  CHECK(read->gained.all.right == 10);
  CHECK(read->gained.all.share() == 1);
  // Brown, Cai and DasGupta (2001): the quantile of Beta(10.5, 0.5) at 0.025, and 1.
  CHECK(std::abs(read->gained.all.interval().low - 0.7827) < 0.001);
  CHECK(read->gained.all.interval().high == 1);
  CHECK(read->gained.issues.size() == 2);
  CHECK(judged_text(*read).find("10 of 10 right: 1.00 (0.78 to 1.00)") != std::string::npos);
  CHECK(judged_json(*read).find("\"population\": 60") != std::string::npos);
}

TEST_CASE("what was not judged or is unclear counts neither way") {
  MemoryFileSystem files;
  files.files["s.tsv"] =
      "change\tof\tjudgement\tissue\trule\n"
      "gained\t9\tright\tpeace\tr\ngained\t9\tWRONG\tpeace\tr\ngained\t9\tunclear\tpeace\tq\ngained\t9\t\tpeace\tq\n";
  Diagnostics diagnostics;
  const auto read = read_judged(files, "s.tsv", diagnostics);
  REQUIRE(read);
  CHECK(read->gained.all.judged() == 2);
  CHECK(read->gained.all.unclear == 1);
  CHECK(read->gained.all.unread == 1);
  CHECK(read->gained.all.share() == 0.5);
  REQUIRE(read->gained.rules.size() == 2);
  CHECK(read->gained.rules[0].judged() == 0);
  CHECK(judged_text(*read).find("lost: none on the sheet") != std::string::npos);
}

TEST_CASE("a sheet that cannot be read says where") {
  MemoryFileSystem files;
  auto complaint = [&](const std::string& text) {
    files.files["s.tsv"] = text;
    Diagnostics diagnostics;
    CHECK_FALSE(read_judged(files, "s.tsv", diagnostics));
    return render(diagnostics.sorted());
  };
  CHECK(complaint("change\tof\tjudgement\tissue\trule\ngained\t9\tmaybe\tpeace\tr\n").find("s.tsv:2:10") !=
        std::string::npos);
  CHECK(complaint("change\tof\tjudgement\tissue\trule\nwon\t9\tright\tpeace\tr\n").find("gained or lost") !=
        std::string::npos);
  CHECK(complaint("change\tof\n").find("table-header") != std::string::npos);
  Diagnostics diagnostics;
  CHECK_FALSE(read_judged(files, "none.tsv", diagnostics));
}
