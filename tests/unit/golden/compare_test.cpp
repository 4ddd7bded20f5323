#include "engine/golden/compare.hpp"

#include "engine/golden/accept.hpp"
#include "tests/catch.hpp"
#include "tests/unit/golden/build.hpp"

using namespace demarche;
using namespace demarche::golden;
using namespace demarche::golden::testing;
using evidence::Stance;
using Kind = EvidenceChange::Kind;

namespace {

Golden base() {
  Golden golden;
  golden.documents = {document("a.txt", {said("RUS", Stance::oppose, "sanctions", "Moscow rejects sanctions.", 10),
                                         said("IRN", Stance::oppose, "sanctions", "Tehran rejects sanctions.", 50)}),
                      document("b.txt", {said("RUS", Stance::support, "peace", "Moscow wants peace.")})};
  golden.cells = {cell("RUS", "sanctions", "oppose"), cell("IRN", "sanctions", "oppose"),
                  cell("RUS", "peace", "support")};
  return golden;
}

std::vector<Kind> kinds(const Comparison& comparison) {
  std::vector<Kind> all;
  for (const auto& change : comparison.evidence) all.push_back(change.kind);
  return all;
}

}  // namespace

TEST_CASE("a golden is the same as itself") { CHECK(compare(base(), base()).same()); }

TEST_CASE("evidence gained, lost and changed, and the net position of its document") {
  const Golden before = base();
  Golden after = base();
  after.documents[0].evidence[0].stance = Stance::support;
  after.documents[0].evidence[1] = said("IRN", Stance::oppose, "sanctions", "Iran rejects them.", 90);
  after.documents[1].evidence.clear();
  const auto found = compare(before, after);
  CHECK(kinds(found) == std::vector{Kind::changed, Kind::lost, Kind::gained, Kind::lost});
  CHECK(found.evidence[0].changes_stance());
  REQUIRE(found.nets.size() == 2);
  CHECK(found.nets[0].actor == "RUS");
  CHECK(found.nets[0].before == Stance::oppose);
  CHECK(found.nets[0].after == Stance::support);
  CHECK(found.nets[1].document == "b.txt");
  CHECK_FALSE(found.nets[1].after);
}

TEST_CASE("claims of third parties make no net position") {
  Golden after = base();
  auto claim = said("IRN", Stance::support, "peace", "Tehran wants peace, Moscow says.");
  claim.kind = evidence::Kind::ascribed;
  claim.claimant = "RUS";
  after.documents[1].evidence.push_back(claim);
  const Golden before = base();
  const auto found = compare(before, after);
  CHECK(kinds(found) == std::vector{Kind::gained});
  CHECK(found.nets.empty());
}

TEST_CASE("an article that grew at its head moves its evidence") {
  const Golden before = base();
  Golden after = base();
  after.documents[0].text = "another hash";
  for (auto& one : after.documents[0].evidence) {
    one.place = {one.place.start + 7, one.place.end + 7};
    one.match = {one.match.start + 7, one.match.end + 7};
  }
  const auto found = compare(before, after);
  CHECK(kinds(found) == std::vector{Kind::moved, Kind::moved});
  REQUIRE(found.documents.size() == 1);
  CHECK(found.documents[0].kind == DocumentChange::Kind::edited);
  CHECK_FALSE(found.same());
}

TEST_CASE("of one sentence that stands twice, the right one is lost") {
  Golden before = base();
  before.documents[1].evidence = {said("RUS", Stance::support, "peace", "Moscow wants peace.", 0),
                                  said("RUS", Stance::support, "peace", "Moscow wants peace.", 40)};
  Golden after = before;
  after.documents[1].evidence.erase(after.documents[1].evidence.begin());
  const auto found = compare(before, after);
  REQUIRE(kinds(found) == std::vector{Kind::lost});
  CHECK(found.evidence[0].before->place.start == 0);
}

TEST_CASE("cells: another position, other counts, no cell any more") {
  const Golden before = base();
  Golden after = base();
  after.cells[0].code = "mixed (ambivalent)";
  after.cells[1].records = 7;
  after.cells.pop_back();
  const auto found = compare(before, after);
  REQUIRE(found.cells.size() == 3);
  CHECK(found.cells[0].code);
  CHECK_FALSE(found.cells[1].code);
  CHECK(found.cells[2].after == nullptr);
}

TEST_CASE("documents that are new and gone") {
  const Golden before = base();
  Golden after = base();
  after.documents[1].id = "c.txt";
  const auto found = compare(before, after);
  REQUIRE(found.documents.size() == 2);
  CHECK(found.documents[0].kind == DocumentChange::Kind::removed);
  CHECK(found.documents[1].kind == DocumentChange::Kind::added);
  CHECK(kinds(found) == std::vector{Kind::lost, Kind::gained});
}

TEST_CASE("accepting a cell takes its evidence and leaves the rest") {
  const Golden before = base();
  Golden after = base();
  after.documents[0].evidence[0].stance = Stance::support;
  after.cells[0].code = "support";
  after.documents[1].evidence.clear();
  after.cells[2].code = "silent";
  const auto found = compare(before, after);
  Choice choice;
  CHECK(add_cell(choice, found, "RUS", "sanctions"));
  CHECK_FALSE(add_cell(choice, found, "RUS", "sanctions"));
  CHECK_FALSE(add_cell(choice, found, "GEO", "sanctions"));
  add_consequences(choice, found);
  CHECK_FALSE(is_all(choice, found));
  const Golden result = accepted(before, after, found, choice);
  CHECK(result.cells[0].code == "support");
  CHECK(result.cells[2].code == "support");
  CHECK(result.documents[0].evidence[0].stance == Stance::support);
  const auto rest = compare(result, after);
  CHECK(kinds(rest) == std::vector{Kind::lost});
  CHECK(rest.cells.size() == 1);
}

TEST_CASE("accepting a document takes the cells that only it changed") {
  const Golden before = base();
  Golden after = base();
  after.documents[1].evidence.clear();
  after.documents[1].text = "edited";
  after.cells[2].code = "silent";
  const auto found = compare(before, after);
  Choice choice;
  CHECK(add_document(choice, found, "b.txt"));
  CHECK_FALSE(add_document(choice, found, "a.txt"));
  add_consequences(choice, found);
  CHECK(is_all(choice, found));
  CHECK(compare(accepted(before, after, found, choice), after).same());
}

TEST_CASE("each single change can be accepted alone, and all of them together give the later golden") {
  const Golden before = base();
  Golden after = base();
  after.documents[0].evidence[0].strength = evidence::Strength::strong;
  after.documents[0].evidence.pop_back();
  after.documents[1].evidence.push_back(said("GEO", Stance::support, "peace", "Tbilisi wants peace."));
  after.cells.push_back(cell("GEO", "peace", "support"));
  Golden step = before;
  std::size_t steps = 0;
  for (;; ++steps) {
    const auto found = compare(step, after);
    if (found.evidence.empty()) break;
    Choice choice;
    choice.evidence.insert(0);
    const Golden next = accepted(step, after, found, choice);
    CHECK(compare(next, after).evidence.size() == found.evidence.size() - 1);
    step = next;
  }
  CHECK(steps == 3);
  const auto found = compare(before, after);
  CHECK(compare(accepted(before, after, found, everything(found)), after).same());
}
