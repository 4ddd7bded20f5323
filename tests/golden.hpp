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
  const std::string golden = read_file(path);
  INFO("golden: " << path << "; if the change is wanted: make goldens");
  CHECK(golden == text);
  return golden == text;
}

}  // namespace demarche::test
