#pragma once
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/catch.hpp"

// Goldens: files beside the sources that hold what a stage gives. `make goldens` rewrites them all.
namespace demarche::test {

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// True when the file has this text; with DEMARCHE_UPDATE_GOLDENS set it writes the file instead.
inline bool matches_golden(const std::string& path, const std::string& text) {
  if (std::getenv("DEMARCHE_UPDATE_GOLDENS")) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return true;
  }
  std::istringstream golden(read_file(path));
  std::istringstream found(text);
  for (std::size_t number = 1;; ++number) {
    std::string wanted;
    std::string line;
    const bool more = static_cast<bool>(std::getline(golden, wanted));
    const bool more_found = static_cast<bool>(std::getline(found, line));
    if (!more && !more_found) return true;
    if (more == more_found && wanted == line) continue;
    FAIL_CHECK(path << " differs in line " << number << "\n  golden: " << (more ? wanted : "(its end)") << "\n  found:  "
                    << (more_found ? line : "(its end)") << "\nif the change is wanted: make goldens");
    return false;
  }
}

}  // namespace demarche::test
