#include "tests/unit/lint/support.hpp"

#include <algorithm>
#include <filesystem>

#include "tests/golden.hpp"
#include "tests/unit/dsl/support.hpp"

namespace demarche::test {

MemoryFileSystem case_files(const std::string& folder, const std::string& name) {
  auto files = small_library();
  files.files["library/english/morphology.yaml"] =
      read_file(std::string(DEMARCHE_SOURCE_DIR) + "/rules/english/morphology.yaml");
  files.files[name + ".stance"] = read_file(folder + "/" + name + ".stance");
  if (std::filesystem::exists(folder + "/" + name + ".yaml"))
    files.files["actors.yaml"] = read_file(folder + "/" + name + ".yaml");
  return files;
}

dsl::LintOptions fixed_day() { return {{}, {}, parse_date("2025-01-01")}; }

dsl::Linted lint_case(const FileSystem& files, const std::string& name) {
  return dsl::lint(files, {{name + ".stance"}, "library"}, fixed_day());
}

std::vector<std::string> case_names(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".stance") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace demarche::test
