#pragma once
#include <string>

#include "engine/program/program.hpp"

namespace demarche::dsl {

// A program as text: `demarche dump --stage program`. One pattern a line, its source and what it became:
//   about + peace talks  =>  (peace/peaces talks)
std::string dump(const program::Program& program);
std::string dump(const program::Node& node);

}  // namespace demarche::dsl
