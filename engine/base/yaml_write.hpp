#pragma once
#include <string>
#include <string_view>

// Text for YAML files that people read and version control compares.
namespace demarche::yaml {

// A text as one scalar on one line that `parse` reads back as it is: plain where nothing in it means something to YAML,
// else in double quotes.
std::string scalar(std::string_view text);

// The same, always in double quotes: for texts that are sentences, so that all of a list look alike.
std::string quoted(std::string_view text);

}  // namespace demarche::yaml
