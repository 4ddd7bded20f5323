#pragma once
#include <map>
#include <string>

#include "dsl/lint.hpp"

// The fixes that findings of lint bring along.
namespace demarche::dsl {

struct Fixed {
  std::map<std::string, std::string> files;  // the new text of every file that changes, by path
  std::size_t findings = 0;                  // how many were mended
};

// Mends what can be mended, again and again until nothing is left to mend; writes nothing. A fix after which the rules
// have errors that they did not have before is left out.
Fixed fix(const FileSystem& files, const CompileInput& input, const LintOptions& options);

// A text with some of its parts replaced; of parts that overlap the first one wins.
std::string with_fixes(std::string_view text, std::vector<Fix> fixes);

}  // namespace demarche::dsl
