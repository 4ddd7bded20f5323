#include "cli/selection.hpp"

namespace demarche::cli {

void add_selection_options(CLI::App& command, SelectionOptions& options, const std::vector<std::string>& formats) {
  add_table_options(command, options.table);
  // What follows a path is a name.
  for (const char* name : {"--rules", "--corpus"}) command.get_option(name)->allow_extra_args(false);
  add_output_options(command, options.output, formats);
}

std::optional<Selection> read_selection(Context& context, const SelectionOptions& options,
                                        const std::vector<std::string>& formats) {
  const auto format = chosen_format(context, options.output, formats);
  if (!format) return std::nullopt;
  auto table = read_table(context, options.table);
  if (!table) return std::nullopt;
  const auto chosen = choose(context, options.names, *table);
  if (!chosen) return std::nullopt;
  auto matrix = make_matrix(context, table->job, table->results);
  if (!matrix) return std::nullopt;
  const auto actors = chosen->actors.empty() ? matrix->rows : chosen->actors;
  const auto issues = chosen->issues.empty() ? matrix->columns : chosen->issues;
  return Selection{*format, std::move(*table), std::move(*matrix), actors, issues};
}

}  // namespace demarche::cli
