#pragma once
#include <memory>
#include <string>

#include "dsl/compile.hpp"
#include "engine/base/file_system.hpp"
#include "tests/golden.hpp"

namespace demarche::test {

// A small library in memory: five actors, two stances, a neutral one.
MemoryFileSystem small_library();

// Compiles one file, "rules.stance", over the small library.
dsl::Compiled compile(const std::string& rules);
dsl::Compiled compile(const FileSystem& files, std::vector<std::string> inputs);

// The ids of all diagnostics, sorted by place: "unknown-issue unused-phrase".
std::string ids(const dsl::Compiled& compiled);

// What `about PATTERN` becomes.
std::string about(const std::string& pattern, const std::string& before = "");

}  // namespace demarche::test
