#include <functional>
#include <set>

#include "dsl/compile.hpp"
#include "dsl/compile/dump.hpp"
#include "dsl/format/format.hpp"
#include "dsl/syntax/parse.hpp"
#include "engine/base/utf8.hpp"
#include "tests/catch.hpp"
#include "tests/golden.hpp"
#include "tests/unit/format/mutate.hpp"

// Formatting never changes what rules mean, and formatting twice is formatting once. Over every rule file of the
// project, and over files that chance has spoiled.
namespace demarche {
namespace {

const std::string root = DEMARCHE_SOURCE_DIR;

std::vector<std::string> rule_files(const std::string& folder) {
  std::vector<std::string> found;
  for (const auto& path : make_disk_file_system()->files_below(root + "/" + folder))
    if (path.ends_with(".stance")) found.push_back(path);
  return found;
}

std::vector<std::string> all_rule_files() {
  std::vector<std::string> all;
  for (const char* folder : {"rules", "examples", "tests/phenomena", "tests/goldens"})
    for (auto& path : rule_files(folder)) all.push_back(std::move(path));
  return all;
}

dsl::syntax::Tree parse(const std::string& text) {
  return dsl::syntax::parse(std::make_shared<const SourceFile>("rules.stance", text));
}

// The rule library on the disk with every rule file run through `change`.
class Changed final : public FileSystem {
 public:
  explicit Changed(std::function<std::string(const std::string&)> change) : change_(std::move(change)) {}
  Kind kind(const std::string& path) const override { return disk_->kind(path); }
  Result read(const std::string& path) const override {
    auto result = disk_->read(path);
    if (result.bytes && path.ends_with(".stance")) result.bytes = change_(*result.bytes);
    return result;
  }
  std::vector<std::string> files_below(const std::string& folder) const override { return disk_->files_below(folder); }
  std::string write_whole(const std::string&, std::string_view) override { return "nothing is written here"; }

 private:
  std::function<std::string(const std::string&)> change_;
  std::unique_ptr<FileSystem> disk_ = make_disk_file_system();
};

// The program as it is printed, without the words of the rule files that stand before each pattern.
std::string without_sources(const std::string& dump) {
  std::string out;
  std::istringstream lines(dump);
  for (std::string line; std::getline(lines, line);) {
    const auto arrow = line.find("  =>  ");
    out += (arrow == std::string::npos ? line : line.substr(arrow)) + "\n";
  }
  return out;
}

std::string shipped_program(const std::function<std::string(const std::string&)>& change) {
  const auto compiled = dsl::compile(Changed(change), {{root + "/rules/library.stance", root + "/rules/issues/tests",
                                                        root + "/examples", root + "/tests/phenomena"},
                                                       root + "/rules"});
  CHECK_FALSE(compiled.diagnostics.has_errors());
  return without_sources(dsl::dump(compiled.program));
}

// Words and names alone; no actors and no stances of English are needed to compare two programs.
struct Meaning {
  std::string program;
  std::multiset<std::string> problems;
  bool operator==(const Meaning&) const = default;
};

Meaning meaning_of(const std::string& text) {
  MemoryFileSystem files;
  files.files["library/library.stance"] = "";
  files.files["rules.stance"] = text;
  const auto compiled = dsl::compile(files, {{"rules.stance"}, "library"});
  Meaning meaning;
  meaning.program = without_sources(dsl::dump(compiled.program));
  for (const auto& diagnostic : compiled.diagnostics.sorted())  // formatting mends the shape of quotes
    if (diagnostic.id != DiagnosticId::curly_quotes) meaning.problems.emplace(name_of(diagnostic.id));
  return meaning;
}

// Said once for all that is formatted here.
std::string formatted(const std::string& text) {
  const auto once = dsl::format_rules(text);
  INFO(text);
  CHECK(once.same);
  const auto twice = dsl::format_rules(once.text);
  CHECK(twice.same);
  CHECK(twice.text == once.text);
  return once.text;
}

TEST_CASE("the shipped rules, examples and tests mean the same when they are formatted") {
  const auto as_written = shipped_program([](const std::string& text) { return text; });
  CHECK(as_written.size() > 100000);
  CHECK(shipped_program(formatted) == as_written);
}

TEST_CASE("the shipped rules in a layout by chance mean the same, before and after formatting") {
  std::mt19937 random(20231);
  const auto as_written = shipped_program([](const std::string& text) { return text; });
  const auto untidy = [&](const std::string& text) { return test::with_other_layout(parse(text), random); };
  CHECK(shipped_program(untidy) == as_written);
  CHECK(shipped_program([&](const std::string& text) { return formatted(untidy(text)); }) == as_written);
}

TEST_CASE("hundreds of files in a layout by chance: the same meaning, formatted once for all") {
  std::mt19937 random(7);
  std::size_t different = 0;
  std::size_t files = 0;
  for (const auto& path : all_rule_files()) {
    const auto text = test::read_file(path);
    if (parse(text).nodes().size() > 6000) continue;  // those are in the tests above
    Diagnostics problems;
    dsl::syntax::report_errors(parse(text), problems);
    if (problems.has_errors()) continue;
    const auto meant = meaning_of(text);
    for (int i = 0; i < 5; ++i) {
      const auto untidy = test::with_other_layout(parse(text), random);
      INFO(path << "\n" << untidy);
      REQUIRE(meaning_of(untidy) == meant);
      const auto tidy = formatted(untidy);
      REQUIRE(meaning_of(tidy) == meant);
      different += tidy != untidy;
      ++files;
    }
  }
  CHECK(files > 500);
  CHECK(different > files * 9 / 10);
}

TEST_CASE("files with mistakes: the same meaning, the same diagnostics, formatted once for all") {
  std::mt19937 random(99);
  std::size_t files = 0;
  std::size_t with_errors = 0;
  std::size_t kept = 0;
  std::size_t refused = 0;
  for (const auto& path : all_rule_files()) {
    const auto text = test::read_file(path);
    if (text.size() > 30000 || !utf8::is_valid(text)) continue;
    for (int i = 0; i < 6; ++i) {
      const auto broken = test::with_mistakes(text, random);
      INFO(path << "\n" << broken);
      const auto once = dsl::format_rules(broken);
      REQUIRE(dsl::format_rules(once.text).text == once.text);
      const auto meant = meaning_of(broken);
      REQUIRE(meaning_of(once.text) == meant);
      ++files;
      with_errors += !meant.problems.empty();
      kept += once.kept;
      refused += !once.same;  // a file of mistakes that no layout leaves the same: it stays as it is
    }
  }
  CHECK(with_errors > 300);
  CHECK(kept > 100);
  CHECK(refused * 200 < files);
}

}  // namespace
}  // namespace demarche
