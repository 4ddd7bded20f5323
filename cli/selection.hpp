#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/output.hpp"
#include "cli/rebuilt.hpp"
#include "cli/table.hpp"

// Commands that show the positions of the actors and issues that are named on the command line.
namespace demarche::cli {

struct SelectionOptions {
  TableOptions table;
  OutputOptions output;
  std::vector<std::string> names;  // actors or issues; empty: all of the matrix
};

// All but the names, of which the command says what they are for.
void add_selection_options(CLI::App& command, SelectionOptions& options, const std::vector<std::string>& formats);

struct Selection {
  std::string format;
  Table table;
  position::Matrix matrix;             // as the rules show it, whatever was named
  std::vector<position::Head> actors;  // those named, or else the rows of the matrix
  std::vector<position::Head> issues;  // those named, or else its columns
};

// Nothing when something is wrong, which has been said.
std::optional<Selection> read_selection(Context& context, const SelectionOptions& options,
                                        const std::vector<std::string>& formats);

}  // namespace demarche::cli
