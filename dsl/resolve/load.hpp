#pragma once
#include <optional>
#include <string>
#include <vector>

#include "dsl/ast/ast.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"

namespace demarche::dsl::resolve {

struct Unit {
  std::string path;
  ast::File ast;
  bool library = false;  // lies below the library folder
};

struct Loaded {
  std::vector<Unit> units;                 // sorted by path: the order of inputs and imports leaves no trace
  std::vector<std::string> actor_folders;  // sorted
  bool complete = false;                   // every import was found
};

// Reads the rule files and everything that they import, each file once; import cycles do no harm.
Loaded load(const FileSystem& files, const std::vector<std::string>& rules, const std::string& library,
            Diagnostics& diagnostics);

// The text of one rule file. Nothing when it cannot be read, is too large or is not UTF-8: that is reported.
std::optional<std::string> read_rule_file(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);

// False, with a report, when bytes that came from `path` cannot be a rule file: too large, not UTF-8.
bool is_rule_text(const std::string& path, const std::string& bytes, Diagnostics& diagnostics);

// "a/./b/../c" -> "a/c".
std::string normal_path(const std::string& path);

}  // namespace demarche::dsl::resolve
