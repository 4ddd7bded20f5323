#include "tests/unit/dsl/lint_pages.hpp"

#include <filesystem>

#include "dsl/lint.hpp"
#include "tests/golden.hpp"

namespace demarche::test {

namespace {
const std::string introduction =
    "\n## The checks of lint\n\n"
    "`demarche lint` finds what is allowed and still hardly meant. It says as well what `check` warns of. A comment "
    "with a\n"
    "reason keeps a finding back, on the line before or at the end of the line; another one for the whole file:\n\n"
    "    # lint: allow wide-gap: names of treaties are long\n"
    "    # lint: allow-file quoted-word: these words have no other forms\n\n"
    "`--list` shows the checks, `--explain NAME` what stands here, `--only` and `--except` choose. `--fix` mends what "
    "can be\n"
    "mended without a question, `--diff` shows what it would do. In the files that hold actors the same comments are "
    "read.\n";

// Without the imports that every example has.
std::string without_imports(std::string text) {
  for (std::string line : {"import \"world\"\nimport \"english\"\n", "import \"./actors\"\nimport \"english\"\n"})
    if (text.starts_with(line) && text.size() > line.size() + 20) return text.substr(line.size());
  return text;
}

std::string block(const std::string& kind, const std::string& text) {
  return "\n```" + kind + "\n" + text + (text.ends_with('\n') ? "" : "\n") + "```\n";
}

std::string page(const dsl::LintCheck& check) {
  const std::string name(name_of(check.id));
  const std::string path = std::string(DEMARCHE_SOURCE_DIR) + "/tests/goldens/lint/" + name;
  std::string out =
      "\n### `" + name + "`\n" + std::string(severity_of(check.id) == Severity::warning ? "Warning" : "Note");
  out += ": " + std::string(summary_of(check.id)) + "." + (check.fixable ? " `--fix` mends it.\n" : "\n");
  if (std::filesystem::exists(path + ".yaml")) out += block("yaml", read_file(path + ".yaml"));
  const auto rules = read_file(path + ".stance");
  if (rules.size() > 60 || !std::filesystem::exists(path + ".yaml")) out += block("", without_imports(rules));
  out += block("", read_file(path + ".expected"));
  out += "\nWhy it matters: " + std::string(check.why) + "\nWrite instead: " + std::string(check.instead) + "\n";
  return out;
}
}  // namespace

std::string lint_pages() {
  std::string out = introduction;
  for (const auto& check : dsl::lint_checks()) out += page(check);
  return out;
}

}  // namespace demarche::test
