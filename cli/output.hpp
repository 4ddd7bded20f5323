#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "engine/report/matrix_terminal.hpp"
#include "engine/report/provenance.hpp"

// Where a table goes and in which format: the same for all commands that compare.
namespace demarche::cli {

struct OutputOptions {
  std::string format;  // empty: what the name of `out` says, else the first format
  std::string out;     // empty: stdout
  bool plain = false;  // ASCII signs only
  bool bom = false;    // a byte-order mark in front of CSV, which Excel wants
};

// `formats` are the names, the first being for the terminal.
void add_output_options(CLI::App& command, OutputOptions& options, const std::vector<std::string>& formats);

// The format that is meant. Nothing, which has been said, when the name of the file does not tell it.
std::optional<std::string> chosen_format(Context& context, const OutputOptions& options,
                                         const std::vector<std::string>& formats);

// Writes a file whole, or prints. Says what cannot be written, and sets `exit_code`; false then.
bool deliver(Context& context, const std::string& out, const std::string& bytes);
// A CSV table, which gets its byte-order mark and, when it is a file, its metadata beside it.
bool deliver_csv(Context& context, const OutputOptions& options, const std::string& out, const std::string& bytes,
                 const std::string& title, const report::Provenance& provenance, const position::Options& counted);

// How the terminal is written to; a file gets no colours.
report::TerminalOptions terminal_options(const Context& context, const OutputOptions& options);

// Something the user wrote is wrong: says so, and sets `exit_code`.
void say_wrong(Context& context, const std::string& message);
// A word that is none of those allowed: the one that is meant, or all of them. `what` is "format", "cell" ...
void say_unknown(Context& context, const std::string& what, const std::string& word,
                 const std::vector<std::string>& known);
// "text, md, csv"
std::string listed(const std::vector<std::string>& words);

}  // namespace demarche::cli
