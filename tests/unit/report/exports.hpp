#pragma once
#include <string>
#include <vector>

#include "engine/report/table_input.hpp"
#include "tests/unit/position/build.hpp"

// A matrix with every kind of difficulty, for the tests of the formats that hold everything.
namespace demarche::report::testing {

using namespace position::testing;

inline std::vector<DocumentResult> hard_documents() {
  Say formula{"IRN", Stance::oppose, "troops", "=HYPERLINK(\"http://x\", \"rejects\")"};
  Say reprint{"IRN", Stance::oppose, "troops", "Iran, \"again\";\trejects\nforeign troops \x01 _x0041_."};
  Say claim{"IRN", Stance::support, "troops", "Israel says that Iran welcomes troops."};
  claim.kind = Kind::ascribed;
  claim.claimant = "ISR";
  Say question{"RUS", Stance::support, "peace", "Would Russia sign?"};
  question.mode = Mode::question;
  std::vector<DocumentResult> all{
      document("a.txt", "2023-01-01", {formula, {"IRN", Stance::support, "peace"}, claim}),
      document("b.txt", "2023-02-01", {reprint, question, {"ARM", Stance::oppose, "peace"}}),
      document("c.txt", "", {{"EU", Stance::support, "peace"}}),
      document("d.txt", "1899-12-31", {{"ARM", Stance::support, "peace", "العربية \xF0\x9F\x95\x8A old."}}),
      document("e.txt", "2023-02-03", {{"FRA", Stance::support, "elsewhere"}}),
      document("f.txt", "2023-02-04", {})};
  all[0].title = "=1+1, \"a title\"";
  all[0].url = "https://example.org/a?b=c&d=%20\"x\"";
  all[1].url = "javascript:alert(1)";
  all[1].mentioned = {"IRN", "RUS"};
  all[1].speaking = {"RUS"};
  all[0].silences.push_back({{10, 20}, "RUS", "peace", evidence::Reason::no_construction, ""});
  all[0].silences.push_back({{30, 40}, "", "peace", evidence::Reason::unknown_turn, "unknown turn: conflating"});
  return all;
}

struct HardTable {
  std::vector<DocumentResult> results = hard_documents();
  position::Matrix matrix =
      matrix_of(results, {},
                {"m",
                 "Positions, \"so far\"",
                 {{"IRN", "Iran"}, {"RUS", "Russia"}, {"DEU", "Germany"}, {"ARM", "Armenia"}},
                 {{"troops", "Presence of extra-regional forces"}, {"peace", "=Peace, \"treaty\""}}});
  Names names{{{"IRN", {"Iran", "state"}}, {"EU", {"European Union", "organisation"}}, {"FRA", {"France", "state"}}},
              {{"troops", "Presence of extra-regional forces"}}};
  Provenance provenance{"1.2.3", "0123456789abcdef", "fedcba9876543210", "Hard"};

  TableInput input() const { return {matrix, results, names, provenance}; }
};

}  // namespace demarche::report::testing
