#pragma once
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/program/program.hpp"

// Rule text to program: the front door of dsl/.
namespace demarche::dsl {

struct CompileInput {
  std::vector<std::string>
      rules;            // .stance files or folders of them; none: the shipped library (library/library.stance)
  std::string library;  // the folder in which `import "world"` finds `world`
  bool alternatives = false;  // number the alternatives of all patterns: Program::alternatives, Node::alternative
};

struct Compiled {
  program::Program program;        // what is right in the files, also when there were errors
  lexicon::ActorTable actors;      // from the imported actor folders
  Diagnostics diagnostics;         // all of all files
  std::vector<std::string> files;  // every file that was read, sorted
};

Compiled compile(const FileSystem& files, const CompileInput& input);

}  // namespace demarche::dsl
