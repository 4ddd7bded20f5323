#include "engine/base/diagnostic.hpp"

#include <set>

#include "engine/base/hash.hpp"
#include "tests/catch.hpp"

namespace demarche {
namespace {

TEST_CASE("the names of diagnostics are different, in lower case, with hyphens") {
  std::set<std::string_view> names;
  for (DiagnosticId id : all_diagnostic_ids()) {
    INFO(name_of(id));
    CHECK(names.insert(name_of(id)).second);
    CHECK(name_of(id).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
    CHECK_FALSE(summary_of(id).empty());
    CHECK_FALSE(summary_of(id).ends_with('.'));
  }
}

TEST_CASE("diagnostics are sorted by place and said once") {
  auto file = std::make_shared<SourceFile>("b.stance", "one two three");
  Diagnostics all;
  all.add(DiagnosticId::unknown_issue, "later", file, {8, 13});
  all.add(DiagnosticId::unused_phrase, "earlier", file, {0, 3});
  all.add(DiagnosticId::unknown_issue, "later", file, {8, 13});
  all.add(DiagnosticId::file_not_found, "first", "a.stance");
  auto sorted = all.sorted();
  REQUIRE(sorted.size() == 3);
  CHECK(sorted[0].message == "first");
  CHECK(sorted[1].severity == Severity::warning);
  CHECK(all.has_errors());
  Diagnostics more;
  more.append(all);
  CHECK(more.size() == 4);
  CHECK(more.error_count() == 3);
}

TEST_CASE("nearest finds what was meant and nothing else") {
  CHECK(nearest("sanctons", {"sanctions", "actions"}) == "sanctions");
  CHECK(nearest("oposes", {"supports", "opposes", "neutral"}) == "opposes");
  CHECK(nearest("agianst", {"against", "about"}) == "against");
  CHECK(nearest("IRM", {"ARM", "IRN"}) == "IRN");
  CHECK(nearest("irn", {"IRN"}) == "IRN");
  CHECK(nearest("treaty", {"sanctions", "embargo"}).empty());
  CHECK(nearest("ab", {"ac"}).empty());
  CHECK(nearest("x", {}).empty());
}

TEST_CASE("hashes are the same on every machine") {
  CHECK(hexadecimal(hash_bytes("")) == "cbf29ce484222325");
  CHECK(hexadecimal(hash_bytes("a")) == "af63dc4c8601ec8c");
}

}  // namespace
}  // namespace demarche
