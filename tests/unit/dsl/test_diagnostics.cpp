#include <algorithm>
#include <filesystem>
#include <set>

#include "engine/base/render.hpp"
#include "tests/catch.hpp"
#include "tests/unit/dsl/support.hpp"

// tests/goldens/diagnostics: one rule file a diagnostic, named after it, and what is said about it.
namespace demarche {
namespace {

const std::string folder = std::string(DEMARCHE_SOURCE_DIR) + "/tests/goldens/diagnostics";

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".stance") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

TEST_CASE("every diagnostic of the language is as its golden shows it") {
  for (const auto& name : cases()) {
    INFO(name);
    auto compiled = test::compile(test::read_file(folder + "/" + name + ".stance"));
    auto diagnostics = compiled.diagnostics.sorted();
    CHECK(test::matches_golden(folder + "/" + name + ".expected", render(diagnostics)));
    bool named =
        std::any_of(diagnostics.begin(), diagnostics.end(), [&](const auto& d) { return name_of(d.id) == name; });
    CHECK(named);
  }
}

TEST_CASE("every diagnostic of the language has a golden") {
  auto names = cases();
  for (DiagnosticId id : all_diagnostic_ids()) {
    if (id < DiagnosticId::not_utf8 || id > DiagnosticId::repeated_rule) continue;
    INFO(name_of(id));
    CHECK(std::binary_search(names.begin(), names.end(), std::string(name_of(id))));
  }
}

TEST_CASE("every diagnostic says what to do, in lower case and without a full stop") {
  for (const auto& name : cases()) {
    for (const auto& d : test::compile(test::read_file(folder + "/" + name + ".stance")).diagnostics.sorted()) {
      INFO(name << ": " << d.message);
      CHECK((!d.help.empty() || !d.notes.empty()));
      CHECK_FALSE(d.message.ends_with('.'));
      CHECK_FALSE((d.message[0] >= 'A' && d.message[0] <= 'Z'));
    }
  }
}

TEST_CASE("a fix mends its file") {
  auto files = test::small_library();
  files.files["rules.stance"] = "import \"world\"\nphrase outsider = foreign\nissue a { about <outsidr> troops }\n";
  auto found = test::compile(files, {"rules.stance"}).diagnostics.sorted();
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].fixes.size() == 1);
  auto& text = files.files["rules.stance"];
  text.replace(found[0].fixes[0].span.begin, found[0].fixes[0].span.size(), found[0].fixes[0].replacement);
  CHECK(test::ids(test::compile(files, {"rules.stance"})).empty());
}

}  // namespace
}  // namespace demarche
