#pragma once
#include <string>
#include <vector>

#include "engine/program/program.hpp"

// Which tests of a program are to be run.
namespace demarche::run {

// Every list that is not empty must hold for a test; of one list one entry suffices. Case does not matter.
struct TestFilter {
  std::vector<std::string> names;    // with `*` or `?`: the whole name; else a part of it
  std::vector<std::string> files;    // the same of the path of its file
  std::vector<std::string> issues;   // ids that one of its expectations names
  std::vector<std::string> actors;   // an expectation names it, or it speaks
  std::vector<std::string> stances;  // ids

  bool empty() const;
};

std::vector<const program::Test*> select_tests(const program::Program& program, const TestFilter& filter);

// What was asked for and stands in no test at all: "no test names the issue `sanctons`; did you mean `sanctions`?". A
// line each; empty when everything stands in some test (although perhaps not together).
std::vector<std::string> unknown_in_filter(const program::Program& program, const TestFilter& filter);

// Whether a text is what a pattern with `*` (any signs) and `?` (one byte) says; without these, whether it contains it.
bool fits(std::string_view text, std::string_view pattern);

}  // namespace demarche::run
