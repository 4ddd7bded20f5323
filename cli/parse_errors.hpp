#pragma once
#include <CLI/CLI.hpp>

// What is said when the words of the command line fit no command.
namespace demarche::cli {

// Says on stderr what is wrong with the words, for which command, and what may be meant.
void say_parse_error(const CLI::App& app, const CLI::ParseError& error);

}  // namespace demarche::cli
