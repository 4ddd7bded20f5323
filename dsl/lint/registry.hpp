#pragma once
#include <vector>

#include "dsl/lint/checks.hpp"

// Which functions look for what lint finds.
namespace demarche::dsl::linting {

struct Pass {
  void (*run)(Context& context);
  bool alone;  // needs no other file: worth its while when some file has errors
};
const std::vector<Pass>& passes();

}  // namespace demarche::dsl::linting
