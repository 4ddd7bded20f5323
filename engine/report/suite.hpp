#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"

// Checks that were made and how they went, as the formats of test runners want it.
namespace demarche::report {

struct Case {
  enum class Status : std::uint8_t {
    passed,
    failed,  // the check found something
    error,   // the check could not be made
    todo,    // known not to hold yet: fails nobody
  };
  std::string name;
  std::string file;        // may be empty
  std::uint32_t line = 0;  // from 1; 0: none
  Status status = Status::passed;
  std::string kind;     // "expectation-missing"; empty when passed
  std::string message;  // one line; of a todo its reason
  std::string details;  // lines; may be empty
};

struct Suite {
  std::string name;  // the file
  std::vector<Case> cases;
};

std::size_t count(const Suite& suite, Case::Status status);

// One suite a file that was read or is spoken of: a case for each diagnostic in it (notes pass), or one that passes.
std::vector<Suite> suites_of(const std::vector<Diagnostic>& diagnostics, const std::vector<std::string>& files);

}  // namespace demarche::report
