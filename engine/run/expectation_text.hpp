#pragma once
#include <string>

#include "engine/evidence/record.hpp"
#include "engine/program/program.hpp"

// Expectations and findings in the words of rule files.
namespace demarche::run {

// expect IRN opposes sanctions strongly at "reject"; `todo` is left out.
std::string expectation_text(const program::Expectation& wanted);

// IRN opposes sanctions strongly at "flatly rejected"; `text` is that of the document.
std::string found_text(const evidence::Record& record, const program::Program& program, std::string_view text);

// RUS on sanctions: no-construction (detail): what that means
std::string silence_line(const evidence::Silence& silence);

}  // namespace demarche::run
